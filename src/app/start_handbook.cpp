#include "app/start_handbook.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/new_folder.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "edit/toml_text.hpp"
#include "load/load.hpp"
#include "questions/file_schemas.hpp"

namespace handbok {
namespace {

constexpr std::string_view words_file = "words.txt";

/// What stands for what: "{{chef}}" for "DIR".
using StarterWords = std::vector<std::pair<std::string, std::string>>;

std::string slot(std::string_view name) {
  return std::string("{{").append(trim(name)).append("}}");
}

/// The words of a part, "name = what stands for it" a line.
void add_words(std::string_view text, StarterWords& words) {
  for (const auto line : split(text, '\n')) {
    const auto equals = line.find('=');
    if (equals != std::string_view::npos)
      words.emplace_back(slot(line.substr(0, equals)), trim(line.substr(equals + 1)));
  }
}

/// What a later part adds to a file: all but the schema, which the first has named.
std::string addition(std::string_view text) {
  const auto end = text.starts_with("#:") ? text.find('\n') + 1 : 0;
  return std::string("\n").append(trim(text.substr(end))).append("\n");
}

/// The files of the parts, joined, and their words.
FileTree::Files joined(const FileTree& starter, const std::vector<std::string>& parts,
                       StarterWords& words) {
  FileTree::Files files;
  for (const auto& part : parts) {
    const auto folder = part + "/";
    for (const auto& [path, bytes] : starter.files()) {
      if (!path.starts_with(folder)) continue;
      const auto inner = path.substr(folder.size());
      if (inner == words_file) {
        add_words(bytes, words);
      } else if (const auto [place, is_first] = files.emplace(inner, bytes); !is_first) {
        place->second += addition(bytes);
      }
    }
  }
  return files;
}

std::string filled(const std::string& path, std::string text, const StartFacts& facts,
                   const StarterWords& words) {
  if (path.ends_with(".toml")) {
    text = replaced(text, "\"{{title}}\"", toml_string(facts.title));
    text = replaced(text, "\"{{principal}}\"", toml_string(facts.principal));
  }
  text = replaced(text, "{{title}}", facts.title);
  text = replaced(text, "{{principal}}", facts.principal);
  text = replaced(text, "{{year}}", std::to_string(facts.first_year));
  text = replaced(text, "{{today}}", facts.today);
  for (const auto& [name, word] : words)
    text = replaced(text, name, word);
  return text;
}

std::string path_in_handbook(std::string_view path) {
  constexpr std::string_view hidden = "dot-";
  if (path.starts_with(hidden)) return std::string(".").append(path.substr(hidden.size()));
  return std::string(path);
}

}  // namespace

std::vector<StarterKind> starter_kinds(Language language) {
  std::vector<StarterKind> kinds;
  const auto starter = read_starter(language);
  const auto* const list = starter ? starter->find("kinds.txt") : nullptr;
  if (list == nullptr) return kinds;
  for (const auto line : split(*list, '\n')) {
    const auto cells = split(line, ':');
    if (line.starts_with('#') || cells.size() < 3) continue;
    StarterKind kind{std::string(trim(cells[0])), std::string(trim(cells[1])), {}};
    for (const auto part : split(trim(cells[2]), ' '))
      kind.parts.emplace_back(part);
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

StartOutcome start_handbook(const std::string& folder, const StartFacts& facts, Language language) {
  const auto starter = read_starter(language);
  const auto kinds = starter_kinds(language);
  const auto kind = std::ranges::find(kinds, facts.kind, &StarterKind::id);
  if (!starter || kind == kinds.end()) return StartOutcome::no_starter;
  FileTree handbook;
  StarterWords words;
  for (const auto& [path, bytes] : joined(*starter, kind->parts, words))
    handbook.put(path_in_handbook(path), filled(path, bytes, facts, words));
  Diagnostics ignored;  // `check` tells them
  const auto schemas = file_schemas(load(handbook, ignored), language);
  for (const auto& [path, bytes] : schemas.files())
    handbook.put(std::string(schema_folder).append(path), bytes);
  return write_new_folder(folder, handbook) ? StartOutcome::started : StartOutcome::not_empty;
}

}  // namespace handbok
