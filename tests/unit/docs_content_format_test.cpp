#include <string>

#include <catch2/catch.hpp>

#include "app/read_handbook.hpp"
#include "base/strings.hpp"
#include "diag/write_text.hpp"
#include "support/golden.hpp"

namespace handbok {
namespace {

/// The files in the fenced blocks of a Markdown page whose first line names one after the language:
/// "```toml registers/units.toml".
FileTree files_in(const std::string& page) {
  FileTree tree;
  std::string path;
  std::string bytes;
  bool is_inside = false;
  for (const auto line : split(page, '\n')) {
    if (line.starts_with("```")) {
      if (is_inside && !path.empty()) tree.put(path, bytes);
      const auto blank = line.find(' ');
      path = blank == std::string_view::npos ? "" : line.substr(blank + 1);
      bytes.clear();
      is_inside = !is_inside;
    } else if (is_inside) {
      bytes.append(line).append("\n");
    }
  }
  return tree;
}

/// What is wrong with the handbook of the page on the day, for people.
std::string findings_on(const FileTree& sources, const std::string& day) {
  const auto examination = examine(sources, *Date::parse(day), run_in_place);
  return write_text(examination.diagnostics.sorted(),
                    [&](const std::string& path) { return sources.find(path); },
                    {Language::english, Colour::off, {}});
}

TEST_CASE("the examples of the format's description are a handbook without faults", "[docs]") {
  const auto sources = files_in(project_file("docs/content-format.md"));
  CHECK(sources.files().size() == 42);
  CHECK(findings_on(sources, "2026-11-21") == "Nothing to report.\n");
}

TEST_CASE("a fault in the examples would be found", "[docs]") {
  auto sources = files_in(project_file("docs/content-format.md"));
  sources.put("registers/units.toml", "[[unit]]\nidd = \"von\"\n");
  CHECK(findings_on(sources, "2026-11-21").find("toml.unknown-key") != std::string::npos);
}

}  // namespace
}  // namespace handbok
