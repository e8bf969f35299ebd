#include "app/workspace.hpp"

#include <algorithm>

#include "app/browser.hpp"
#include "app/read_handbook.hpp"
#include "base/limits.hpp"
#include "io/child_process.hpp"
#include "io/clock.hpp"
#include "io/file.hpp"
#include "io/own_process.hpp"
#include "io/read_tree.hpp"
#include "io/result_file.hpp"
#include "io/run_program.hpp"
#include "io/write_files.hpp"
#include "load/read_law_pack.hpp"

namespace handbok {
namespace {

std::optional<FileTree> read_if_there(const std::string& folder) {
  if (!is_folder(folder)) return std::nullopt;
  return read_tree(folder, std::max(limits::register_bytes, limits::attachment_bytes));
}

/// A folder that came with the program. Installed: bin/../share; in a build tree:
/// build/<preset>/../../. Empty if there is none.
std::string own_folder(std::string_view name) {
  const auto program = program_folder();
  for (const auto* const place : {"/../share/handbok/", "/../../"}) {
    auto folder = std::string(program).append(place).append(name);
    if (is_folder(folder)) return folder;
  }
  return {};
}

bool is_handbook(const std::string& folder) {
  return is_folder(folder) && read_file(folder + "/handbook.toml").has_value();
}

bool can_run_children() {
  bool is_alive = false;
  make_isolate(1).each(
      {[] { return std::string("alive"); }},
      [&](std::size_t, const WorkResult& result) { is_alive = result && *result == "alive"; });
  return is_alive;
}

/// A program of somebody else's, and what `version_word` makes it say first of itself.
AidState program_state(Aid aid, const char* name, const char* version_word) {
  AidState state{aid, false, false, {}};
  const auto path = find_program(name);
  if (!path) return state;
  state.present = true;
  state.detail = *path;
  if (version_word == nullptr) return state;
  ProgramRun run;
  run.program = *path;
  run.arguments = {version_word};
  const auto result = run_program(run);
  state.present = result.end == ProgramEnd::exited && result.status == 0;
  const auto line = result.output.substr(0, result.output.find('\n'));
  if (!line.empty()) state.detail.append(", ").append(line);
  return state;
}

}  // namespace

std::optional<FileTree> read_sources(const std::string& folder) {
  return read_if_there(folder);
}

std::string theme_folder(const std::string& folder) {
  return folder.empty() ? own_folder("themes/default") : folder;
}

std::optional<FileTree> read_theme(const std::string& folder) {
  return read_if_there(theme_folder(folder));
}

std::optional<FileTree> read_starter(Language language) {
  return read_if_there(own_folder(language == Language::swedish ? "starter/sv" : "starter/en"));
}

std::string law_folder() {
  return own_folder("law");
}

LawPack shipped_law() {
  const auto tables = read_if_there(law_folder());
  return tables ? read_law_pack(*tables) : LawPack();
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

std::string sources_named(const std::string& path) {
  constexpr std::string_view settings = "handbook.toml";
  if (!path.ends_with(settings) || is_folder(path)) return path;
  const auto folder = path.substr(0, path.size() - settings.size());
  if (folder.empty()) return ".";
  return folder.ends_with('/') ? folder.substr(0, std::max<std::size_t>(1, folder.size() - 1))
                               : path;
}

std::optional<Language> language_of_system() {
  const auto locale = system_locale();
  if (locale.starts_with("sv")) return Language::swedish;
  if (locale.starts_with("en")) return Language::english;
  return std::nullopt;
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

Isolate make_isolate(int jobs, const std::string& source, Caching caching) {
  auto isolate = make_isolate(jobs);
  isolate.use(make_shelf());
  if (caching == Caching::on) isolate.use(open_result_file(source));
  return isolate;
}

std::optional<std::string> read_named_file(const std::string& path) {
  return read_file(path);
}

void write_result(const std::string& path, std::string_view text) {
  write_file(path, text);
}

bool lies_in_sources(const std::string& output, const std::string& source) {
  return lies_in(output, source);
}

bool has_sensible_clock() {
  return is_epoch_sensible();
}

void write_below(const std::string& folder, const std::string& inner, const FileTree& files) {
  std::vector<FileToWrite> to_write;
  for (const auto& [path, bytes] : files.files())
    to_write.push_back({inner + path, bytes});
  write_files_together(folder, to_write);
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

std::vector<AidState> examine_machine() {
  return {
      {Aid::theme, read_theme({}).has_value(), true, {}},
      {Aid::child, can_run_children(), true, {}},
      program_state(Aid::pandoc, "pandoc", "--version"),
      program_state(Aid::ssh_keygen, "ssh-keygen", nullptr),
      program_state(Aid::pdftotext, "pdftotext", nullptr),
      {Aid::browser, find_browser({}).has_value(), false, {}},
      {Aid::day, true, true, current_day().to_string()},
  };
}

}  // namespace handbok
