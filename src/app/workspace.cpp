#include "app/workspace.hpp"

#include <algorithm>

#include "app/read_handbook.hpp"
#include "base/limits.hpp"
#include "io/child_process.hpp"
#include "io/clock.hpp"
#include "io/file.hpp"
#include "io/own_process.hpp"
#include "io/read_tree.hpp"
#include "io/write_files.hpp"

namespace handbok {
namespace {

std::optional<FileTree> read_if_there(const std::string& folder) {
  if (!is_folder(folder)) return std::nullopt;
  return read_tree(folder, std::max(limits::register_bytes, limits::attachment_bytes));
}

/// A folder that came with the program. Installed: bin/../share; in a build tree:
/// build/<preset>/../../.
std::optional<FileTree> read_own(std::string_view folder) {
  const auto program = program_folder();
  for (const auto* const place : {"/../share/handbok/", "/../../"}) {
    if (auto tree = read_if_there(std::string(program).append(place).append(folder))) return tree;
  }
  return std::nullopt;
}

bool is_handbook(const std::string& folder) {
  return is_folder(folder) && read_file(folder + "/handbook.toml").has_value();
}

}  // namespace

std::optional<FileTree> read_sources(const std::string& folder) {
  return read_if_there(folder);
}

std::optional<FileTree> read_theme(const std::string& folder) {
  if (!folder.empty()) return read_if_there(folder);
  return read_own("themes/default");
}

std::optional<FileTree> read_starter(Language language) {
  return read_own(language == Language::swedish ? "starter/sv" : "starter/en");
}

std::string default_sources() {
  const std::string usual = "content";
  if (is_handbook(".")) return ".";
  if (is_handbook(usual)) return usual;
  const auto here = real_folder(".");
  std::string above = "..";
  for (auto levels = std::ranges::count(here, '/'); levels > 0; --levels) {
    if (is_handbook(above)) return above;
    above += "/..";
  }
  return usual;
}

std::optional<Language> language_of_sources(const std::string& folder) {
  const auto settings = is_folder(folder) ? read_file(folder + "/handbook.toml") : std::nullopt;
  if (!settings) return std::nullopt;
  FileTree tree;
  tree.put("handbook.toml", *settings);
  const auto language = read_for_question(tree).settings.language;
  return language == "en" ? Language::english : Language::swedish;
}

Isolate make_isolate(int jobs) {
  IsolationLimits limits;
  limits.jobs = jobs > 0 ? jobs : processor_count();
  return isolate_in_children(limits);
}

std::optional<std::string> read_named_file(const std::string& path) {
  return read_file(path);
}

void write_result(const std::string& path, std::string_view text) {
  write_file(path, text);
}

Date current_day() {
  return today();
}

bool wants_colour() {
  return stdout_wants_colour();
}

bool has_somebody_to_ask() {
  return can_ask();
}

std::optional<std::string> ask(std::string_view prompt) {
  return ask_line(prompt);
}

}  // namespace handbok
