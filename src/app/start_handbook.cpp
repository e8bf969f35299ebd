#include "app/start_handbook.hpp"

#include <string_view>

#include "app/new_folder.hpp"
#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "edit/toml_text.hpp"
#include "load/load.hpp"
#include "questions/file_schemas.hpp"

namespace handbok {
namespace {

std::string filled(const std::string& path, std::string text, const StartFacts& facts) {
  if (path.ends_with(".toml")) {
    text = replaced(text, "\"{{title}}\"", toml_string(facts.title));
    return replaced(text, "\"{{principal}}\"", toml_string(facts.principal));
  }
  text = replaced(text, "{{title}}", facts.title);
  return replaced(text, "{{principal}}", facts.principal);
}

std::string path_in_handbook(std::string_view path) {
  constexpr std::string_view hidden = "dot-";
  if (path.starts_with(hidden)) return std::string(".").append(path.substr(hidden.size()));
  return std::string(path);
}

}  // namespace

StartOutcome start_handbook(const std::string& folder, const StartFacts& facts, Language language) {
  const auto starter = read_starter(language);
  if (!starter) return StartOutcome::no_starter;
  FileTree handbook;
  for (const auto& [path, bytes] : starter->files())
    handbook.put(path_in_handbook(path), filled(path, bytes, facts));
  Diagnostics ignored;  // `check` tells them
  const auto schemas = file_schemas(load(handbook, ignored), language);
  for (const auto& [path, bytes] : schemas.files())
    handbook.put(std::string(schema_folder).append(path), bytes);
  return write_new_folder(folder, handbook) ? StartOutcome::started : StartOutcome::not_empty;
}

}  // namespace handbok
