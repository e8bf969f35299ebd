#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "app/read_handbook.hpp"
#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "diag/write_text.hpp"
#include "edit/requests.hpp"
#include "model/registers.hpp"
#include "questions/column_words.hpp"
#include "questions/file_schemas.hpp"
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

/// Writes the keys of a file as tables of Markdown: one for each kind of table in the file.
class KeyTables {
public:
  /// `name` is how the tables are written, without brackets; empty: the file itself.
  void add(const Shape& shape, const std::string& name, bool is_many) {
    if (!seen_.insert(&shape).second) return;
    const auto heading = name.empty() ? "key" : written(name, is_many);
    text_ += "\n| " + heading + " | value | what it says |\n|---|---|---|\n";
    for (const auto& key : shape.keys)
      text_ += row_of(shape, key, name);
    for (const auto& key : shape.keys) {
      if (key.form == Form::rows) add(key.rows(), inner(name, key), key.list->is_many);
    }
  }

  const std::string& text() const { return text_; }

private:
  static std::string written(const std::string& name, bool is_many) {
    return is_many ? "`[[" + name + "]]`" : "`[" + name + "]`";
  }
  static std::string inner(const std::string& name, const Key& key) {
    return (name.empty() ? name : name + ".") + std::string(key.name);
  }

  static std::string row_of(const Shape& shape, const Key& key, const std::string& name) {
    auto row = "| `" + std::string(key.name) + "`";
    if (key.is_required || key.fact == Fact::always) row += " *must*";
    if (key.fact == Fact::once_submitted) row += " *must* once submitted";
    std::vector<std::string> sentences;
    if (auto about = meaning_of(key); !about.empty()) sentences.push_back(std::move(about));
    const auto otherwise = to_text(meaning_if_left_out(shape, key));
    if (otherwise != "null") sentences.push_back("`" + otherwise + "` if left out");
    return row + " | " + value_of(key, name) + " | " + join(sentences, "; ") + " |\n";
  }

  static std::string meaning_of(const Key& key) {
    if (!key.about.empty()) return std::string(key.about);
    const std::string name(key.name);
    auto heading = column_headings({name}, Language::english).front();
    if (heading == name || key.name == "id") return {};
    heading.front() = ascii_lower(heading.front());
    return heading;
  }

  static std::string words_of(const Key& key) {
    std::vector<std::string> words;
    for (const auto& word : key.words)
      words.push_back("`" + std::string(word.name) + "`");
    return join(words, ", ");
  }

  /// "role", and of a list "roles".
  static std::string named(const Key& key) {
    if (!key.in_file.empty()) return "row of `" + std::string(key.in_file) + "`";
    switch (key.kind) {
      case ReferenceKind::role: return "role";
      case ReferenceKind::unit: return "unit";
      case ReferenceKind::document: return "document";
      case ReferenceKind::clause: return "clause";
      case ReferenceKind::any: return "id";
      case ReferenceKind::none: return "text";
    }
    return {};
  }

  static std::string number_of(const Key& key) {
    constexpr int months_max = 1200;
    if (key.divides != 0) return "a divisor of " + std::to_string(key.divides);
    if (key.max == months_max) return "months";
    if (key.max >= 1'000'000) return "number";
    return std::to_string(key.min) + "–" + std::to_string(key.max);
  }

  static std::string value_of(const Key& key, const std::string& name) {
    switch (key.form) {
      case Form::text: return named(key);
      case Form::texts:
      case Form::relations: return "list: " + named(key);
      case Form::number: return number_of(key);
      case Form::flag: return "`true`, `false`";
      case Form::date: return "date";
      case Form::word: return words_of(key);
      case Form::words: return "list: " + words_of(key);
      case Form::clause: return "clause";
      case Form::rows: return written(inner(name, key), key.list->is_many);
    }
    return {};
  }

  std::set<const Shape*> seen_;
  std::string text_;
};

/// The tables of each file whose keys are declared, by its name.
std::map<std::string, KeyTables> tables_of_files() {
  std::map<std::string, KeyTables> files;
  files["handbook.toml"].add(shape_of<Handbook>(), {}, false);
  files["N.md"].add(shape_of<Revision>(), {}, false);
  files["N.approval.toml"].add(shape_of<Approval>(), {}, false);
  files["earlier.toml"].add(shape_of<EarlierRevision>(), "revision", true);
  files["reviews.toml"].add(shape_of<ReviewEvent>(), "review", true);
  files["repeal.toml"].add(shape_of<Repeal>(), {}, false);
  for (const auto& about : common_registers()) {
    files["registers/" + std::string(about.file) + ".toml"].add(about.shape(),
                                                                std::string(about.key), true);
  }
  return files;
}

/// The page with new tables between its lines "<!-- keys of FILE -->" and "<!-- end of keys -->".
/// The files that it has tables of are taken out of `files`.
std::string with_tables(const std::string& page, std::map<std::string, KeyTables>& files) {
  constexpr std::string_view begin = "<!-- keys of ";
  constexpr std::string_view end = "<!-- end of keys -->";
  std::string text;
  bool is_inside = false;
  for (const auto line : split(page, '\n')) {
    if (line == end) {
      text += "\n";
      is_inside = false;
    }
    if (!is_inside) text.append(line).append("\n");
    if (!line.starts_with(begin)) continue;
    is_inside = true;
    const auto file = std::string(line.substr(begin.size(), line.size() - begin.size() - 4));
    INFO(file);
    const auto tables = files.extract(file);
    REQUIRE(!tables.empty());
    text += tables.mapped().text();
  }
  text.pop_back();
  return text;
}

TEST_CASE("the tables of the format's description are those of the declared keys", "[docs]") {
  auto files = tables_of_files();
  check_golden("docs/content-format.md",
               with_tables(project_file("docs/content-format.md"), files));
  for (const auto& [file, tables] : files) {
    INFO("no keys of " << file << " in docs/content-format.md");
    CHECK(false);
  }
}

TEST_CASE("the examples of the format's description are a handbook without faults", "[docs]") {
  const auto sources = files_in(project_file("docs/content-format.md"));
  CHECK(sources.files().size() == 43);
  CHECK(findings_on(sources, "2026-11-21") == "Nothing to report.\n");
}

TEST_CASE("a fault in the examples would be found", "[docs]") {
  auto sources = files_in(project_file("docs/content-format.md"));
  sources.put("registers/units.toml", "[[unit]]\nidd = \"von\"\n");
  CHECK(findings_on(sources, "2026-11-21").find("toml.unknown-key") != std::string::npos);
}

}  // namespace
TEST_CASE("the page on a document's life has the table of acts", "[edit][docs]") {
  std::string table = "| act | from → to | is refused with |\n|---|---|---|\n";
  const auto named = [](const std::vector<Code>& codes) {
    std::vector<std::string> names;
    for (const auto code : codes)
      names.push_back("`" + std::string(info_of(code).name) + "`");
    return join(names, ", ");
  };
  for (const auto& act : all_acts()) {
    table += "| `" + std::string(act.command) + "` | " + std::string(act.from) + " → " +
             std::string(act.to) + " | " + named(act.refusals) + " |\n";
  }
  table += "| any | | " + named(refusals_of_all()) + " |\n";
  const std::string begin = "<!-- acts and refusals -->\n";
  const std::string end = "<!-- end of acts -->";
  auto page = project_file("docs/document-life.md");
  const auto from = page.find(begin);
  const auto until = page.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(until != std::string::npos);
  page.replace(from + begin.size(), until - from - begin.size(), table);
  check_golden("docs/document-life.md", page);
}

}  // namespace handbok
