// Hostile words at every key that is declared, of every register and of the settings, and at the
// keys of heads: what they may cost is their row or their text, and they reach nothing else.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <span>

#include <catch2/catch.hpp>

#include "app/build.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/write_reports.hpp"
#include "diag/write_text.hpp"
#include "edit/toml_text.hpp"
#include "load/load.hpp"
#include "load/toml_value.hpp"
#include "model/registers.hpp"
#include "questions/register_tables.hpp"
#include "support/demo.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

using Path = std::vector<const Key*>;  ///< a key, behind those of the tables that it stands in

void add_paths(const Shape& shape, const Path& above, std::vector<Path>& paths) {
  for (const auto& key : shape.keys) {
    auto path = above;
    path.push_back(&key);
    if (key.form == Form::rows && path.size() < 4) {
      add_paths(key.rows(), path, paths);
    } else {
      paths.push_back(std::move(path));
    }
  }
}

std::vector<Path> paths_of(const Shape& shape) {
  std::vector<Path> paths;
  add_paths(shape, {}, paths);
  return paths;
}

std::string table_of(const Shape& shape, const Path& path, std::size_t depth,
                     const std::string& hostile, std::string_view separator);

/// Something that nobody minds in this key.
std::string good_text(const Key& key) {
  static int number = 0;
  if (key.grammar == Grammar::id) return "\"X-" + std::to_string(++number) + "\"";
  if (key.grammar == Grammar::page_address)
    return "\"gammal/" + std::to_string(++number) + ".html\"";
  if (key.grammar == Grammar::page_place) return "\"dokument/INS-001/index.html\"";
  switch (key.kind) {
    case ReferenceKind::role: return "\"KSA\"";
    case ReferenceKind::unit: return "\"avd\"";
    case ReferenceKind::document:
    case ReferenceKind::any: return "\"INS-001\"";
    case ReferenceKind::clause: return "\"sosfs-2011-9/6:1\"";
    case ReferenceKind::none: break;
  }
  return key.name == "level" ? "\"unit\"" : "\"Ord\"";
}

std::string good_value(const Key& key) {
  switch (key.form) {
    case Form::text: return good_text(key);
    case Form::texts:
    case Form::relations: return "[" + good_text(key) + "]";
    case Form::number: return std::to_string(std::max(key.min, 1));
    case Form::flag: return "true";
    case Form::date: return "2026-01-01";
    case Form::word: return "\"" + std::string(key.words.front().name) + "\"";
    case Form::words: return "[\"" + std::string(key.words.front().name) + "\"]";
    case Form::clause: return "\"sosfs-2011-9/6:1\"";
    case Form::rows: return "[{ " + table_of(key.rows(), {}, 0, {}, ", ") + " }]";
  }
  return {};
}

/// The value of the key at that place of the path, with `hostile` at the end of it.
std::string value_on(const Path& path, std::size_t depth, const std::string& hostile) {
  const auto& key = *path[depth];
  if (key.form == Form::rows) {
    const auto table = "{ " + table_of(key.rows(), path, depth + 1, hostile, ", ") + " }";
    return key.list->is_many ? "[" + table + "]" : table;
  }
  const bool is_list =
      key.form == Form::texts || key.form == Form::words || key.form == Form::relations;
  return is_list ? "[" + hostile + "]" : hostile;
}

std::string lines_on(const Path& path, const std::string& hostile) {
  return std::string(path.front()->name) + " = " + value_on(path, 0, hostile);
}

/// A table with what it must have, and `hostile` at the end of the path.
std::string table_of(const Shape& shape, const Path& path, std::size_t depth,
                     const std::string& hostile, std::string_view separator) {
  std::vector<std::string> lines;
  for (const auto& key : shape.keys) {
    const bool is_on_path = depth < path.size() && path[depth] == &key;
    if (!is_on_path && !key.is_required && !key.is_essential) continue;
    lines.push_back(std::string(key.name) + " = " +
                    (is_on_path ? value_on(path, depth, hostile) : good_value(key)));
  }
  return join(lines, separator);
}

/// A register that everything rests on stops the build by anything but what costs its row.
bool may_stand_in(const Path& path, const Register& about) {
  const auto form = path.back()->form;
  const bool is_text = form == Form::text || form == Form::texts;
  return !about.is_foundation || (is_text && path.back()->kind == ReferenceKind::none &&
                                  path.back()->name != "level" && path.back()->name != "public");
}

std::string rows_of(const Register& about, const std::string& hostile) {
  std::string text;
  for (const auto& path : paths_of(about.shape())) {
    if (!may_stand_in(path, about)) continue;
    text += "\n[[" + std::string(about.key) + "]]\n";
    text += table_of(about.shape(), path, 0, hostile, "\n") + "\n";
  }
  return text;
}

/// What a head has besides the hostile words, unless they stand there.
const std::map<std::string_view, std::string_view> head_facts = {
    {"title", "\"Ord\""},      {"unit", "\"avd\""},      {"owner", "\"KSA\""},
    {"audience", "[\"SSK\"]"}, {"regimes", "[\"HSL\"]"}, {"change_kind", "\"new\""}};

/// Every key of a head but those that say which text it is, and one that nobody knows.
std::vector<std::string> head_lines(const std::string& hostile) {
  std::vector<std::string> lines{"unknown_key = " + hostile};
  const auto& head = shape_of<Revision>();
  for (const auto& path : paths_of(head)) {
    const auto name = path.front()->name;
    if (name != "id" && name != "revision") lines.push_back(lines_on(path, hostile));
  }
  return lines;
}

/// An approved text with the hostile line in its head.
std::string document_of(std::size_t number, const std::string& line) {
  const auto begins = [&](std::string_view key) {
    return line.starts_with(std::string(key) + " ");
  };
  const bool is_process = begins("process") || begins("node") || begins("edge");
  const std::string type = is_process ? "PRO" : "INS";
  const auto id = type + "-" + std::to_string(1000 + number);
  std::string head = "id = \"" + id + "\"\nrevision = 1\n";
  if (!begins("type")) head += "type = \"" + type + "\"\n";
  for (const auto& [key, value] : head_facts) {
    if (!begins(key)) head.append(key).append(" = ").append(value).append("\n");
  }
  if (begins("edge")) head += "node = [{ id = \"A1\", label = \"Ord\", roles = [\"KSA\"] }]\n";
  head += line + "\n";
  const auto folder = "documents/" + id + "/1";
  return "//- " + folder + ".md\n+++\n" + head + "+++\n\nGör så här.\n//- " + folder +
         ".approval.toml (like documents/INS-001/1.approval.toml)\n";
}

/// A register of the handbook's own, whose rows come after this.
constexpr std::string_view own_register = R"(//- handbook.toml (more)

[[register]]
id = "hjalpmedel"
name = "hjälpmedel"
name_plural = "Hjälpmedel"
row = "thing"
field = [{ key = "name", name = "Namn", type = "text" }, { key = "who", name = "Vem", type = "role" }]
//- registers/hjalpmedel.toml
)";

/// Rows of it with the words at each of its keys.
std::string own_rows(const std::string& hostile) {
  static int number = 0;
  std::string text;
  for (const std::string_view line : {"id = {}\nname = \"Ord\"", "name = {}",
                                      "name = \"Ord\"\nwho = {}", "name = \"Ord\"\nunknown = {}"}) {
    text += "\n[[thing]]\n";
    if (!line.starts_with("id")) text += "id = \"T-" + std::to_string(++number) + "\"\n";
    text += replaced(line, "{}", hostile) + "\n";
  }
  return text;
}

/// The handbook of the fixtures with each of the words everywhere.
FileTree hostile_handbook(std::span<const std::string> words) {
  auto text = std::string("// as-of: 2026-11-21\n//= hostile\n");
  const auto base = base_handbook();
  std::map<std::string, std::string> files;
  std::string documents;
  std::string own(own_register);
  std::size_t number = 0;
  for (const auto& hostile : words) {
    for (const auto& about : common_registers())
      files["registers/" + std::string(about.file) + ".toml"] += rows_of(about, hostile);
    for (const auto& line : head_lines(hostile))
      documents += document_of(number++, line);
    own += own_rows(hostile);
  }
  for (const auto& [path, rows] : files)
    text += "//- " + path + (base.find(path) == nullptr ? "\n" : " (more)\n") + rows;
  return parse_fixture("hostile", text + documents + own).cases.front().sources;
}

/// What is found and made of a handbook, by what shows it.
struct Shown {
  BuildOutcome outcome = BuildOutcome::stopped;
  FileTree::Files files;
};

Shown shown(const FileTree& sources) {
  const auto built = build_in_memory(sources, "2026-11-21", 1);
  Shown all{built.report.outcome, built.files.files()};
  const auto& found = built.report.diagnostics;
  const auto source_of = [&](std::string_view path) { return sources.find(std::string(path)); };
  for (const auto language : {Language::swedish, Language::english}) {
    TextStyle style;
    style.language = language;
    const std::string name(language == Language::swedish ? "sv" : "en");
    all.files["terminal " + name] = write_text(found, source_of, style);
    all.files["json " + name] = write_json(found, language, {});
    all.files["sarif " + name] = write_sarif(found, language, "1", "");
  }
  return all;
}

std::string decoded(std::string text) {
  for (const auto& [entity, sign] :
       {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    text = replaced(text, entity, sign);
  return text;
}

/// As a browser would read it: blanks and controls do not count.
bool is_dangerous(const std::string& address) {
  std::string plain;
  for (const char c : decoded(address)) {
    if (static_cast<unsigned char>(c) > ' ') plain += c;
  }
  plain = to_lower(plain);
  const auto end = std::min(plain.find_first_of("/?#"), plain.size());
  const auto colon = plain.substr(0, end).find(':');
  if (colon == std::string::npos) return plain.starts_with("//") || plain.starts_with("\\");
  const auto scheme = plain.substr(0, colon);
  return scheme != "https" && scheme != "http" && scheme != "mailto" && scheme != "tel";
}

std::vector<std::string> dangerous_addresses(std::string_view html) {
  std::vector<std::string> found;
  for (const std::string_view attribute : {" href=\"", " src=\"", " action=\"", "; url="}) {
    for (auto at = html.find(attribute); at != std::string_view::npos;
         at = html.find(attribute, at + 1)) {
      const auto begin = at + attribute.size();
      std::string address(html.substr(begin, html.find('"', begin) - begin));
      if (is_dangerous(address)) found.push_back(std::move(address));
    }
  }
  return found;
}

/// "811228-9874" however it is written there.
bool has_number(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != '-' && c != '+' && c != ' ') {
      digits += '|';
    }
  }
  return digits.find("8112289874") != std::string::npos;
}

void check_file(const std::string& path, const std::string& bytes) {
  INFO(path);
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto lines = replaced(text, "\r\n", "\n");
  CHECK_FALSE(has_unseen_characters(lines));
  CHECK_FALSE(has_number(bytes));
  CHECK_FALSE(has_number(path));
  if (!path.ends_with(".html") && !path.ends_with(".svg")) return;
  CHECK(bytes.find("<script>alert") == std::string::npos);
  CHECK(bytes.find("<img src=x") == std::string::npos);
  CHECK(dangerous_addresses(bytes).empty());
}

void check_places(const FileTree::Files& files) {
  std::set<std::string> folded;
  for (const auto& [path, bytes] : files) {
    INFO(path);
    CHECK(SitePath(path).is_usable());
    CHECK(folded.insert(to_lower(path)).second);
  }
}

/// The tables that `export csv` and `export json` write.
void check_tables(const FileTree& sources) {
  Diagnostics ignored;
  const auto handbook = load(sources, ignored);
  for (const auto* const about : registers_of(handbook)) {
    for_each_row(handbook, *about, [&](const RegisterRow& row) {
      for (const auto& key : row.shape().keys) {
        if (key.form != Form::text) continue;
        const auto& text = key.value<std::string>(row.row);
        INFO(about->file << "." << key.name);
        CHECK_FALSE(has_unseen_characters(text));
        CHECK_FALSE(has_number(text));
      }
    });
  }
}

/// Words as a TOML string writes them.
const auto hostile_words = std::to_array<std::string>({
    "\"a\\u0000b\"",
    "\"a\\u001B[31mb\"",
    "\"a\\u0001\\u0007\\u007F\\u0085b\"",
    "\"a\\u202Egpj.exe\"",
    "\"a\\u200B\\u2066\\uFEFFb\"",
    "\"a\\uFFFE\\U000E0041b\"",
    "\"G:\\temp\\nytt\\blankett\"",
    "\"javascript:alert(1)\"",
    "\" JaVaScRiPt:alert(1)\"",
    "\"java\\u0009script:alert(1)\"",
    "\"&#106;avascript:alert(1)\"",
    "\"data:text/html,<script>alert(1)</script>\"",
    "\"vbscript:x\"",
    "\"file:///etc/passwd\"",
    "\"//ond.example/x\"",
    "\"https://a@ond.example\\\\x\"",
    "\"../../../UTANFOR\"",
    "\"..\"",
    "\".\"",
    "\"a/../b\"",
    "\"/etc/x\"",
    "\"CON\"",
    "\"index.html\"",
    "\"AVD\"",
    "\"" + std::string(300, 'a') + "\"",
    "\"<script>alert(1)</script>\"",
    "\"\\\"><img src=x onerror=alert(1)>\"",
    "\"{{title}}{{{x}}}{{>frame}}\"",
    "\"=cmd|' /C calc'!A1\"",
    "\"811228-9874\"",
    "\"198112289874\"",
    "\"https://a.se/811228-9874\"",
    "\"x@811228-9874.se\"",
    "\"81122\\u200B8\\u20139874\"",
    "\"dokument/811228-9874/index.html\"",
});

/// The words, some at a time: what a handbook costs before it has any is paid once for each.
std::vector<std::span<const std::string>> handfuls() {
  constexpr std::size_t words_each = 5;
  std::vector<std::span<const std::string>> handfuls;
  const std::span<const std::string> all = hostile_words;
  for (std::size_t at = 0; at < all.size(); at += words_each)
    handfuls.push_back(all.subspan(at, std::min(words_each, all.size() - at)));
  return handfuls;
}

TEST_CASE("hostile words at every key cost their row, and reach nothing else", "[doors][slow]") {
  for (const auto& words : handfuls()) {
    INFO(words.front() << " …");
    const auto sources = hostile_handbook(words);
    const auto all = shown(sources);
    CHECK(all.outcome == BuildOutcome::built);
    const auto neighbour = all.files.find("dokument/INS-001/index.html");
    REQUIRE(neighbour != all.files.end());
    CHECK(neighbour->second.find("Hitta i handboken") != std::string::npos);
    for (const auto& [path, bytes] : all.files)
      check_file(path, bytes);
    check_tables(sources);
  }
}

/// The handbook whose settings hold words wherever they may, each made by `word`: the number of the
/// place is handed to it.
FileTree handbook_with_settings(const std::function<std::string(std::size_t)>& word) {
  static const auto fixture = all_fixtures("doors").front().cases.front().sources;
  auto sources = fixture;
  std::string text;
  std::size_t number = 0;
  std::string_view rest = *fixture.find("handbook.toml");
  for (auto at = rest.find("{}"); at != std::string_view::npos; at = rest.find("{}")) {
    text.append(rest.substr(0, at)).append(word(number++));
    rest.remove_prefix(at + 2);
  }
  sources.put("handbook.toml", text.append(rest));
  return sources;
}

/// A word that stands in one place only.
std::string marker(std::size_t number) {
  return "Ord" + std::to_string(number) + "q";
}

/// The key of each marker in the settings: "type.name".
void add_marked(const TomlTable& table, const std::string& above,
                std::map<std::string, std::string>& keys) {
  for (const auto& [name, position, value] : table.entries) {
    const auto key = above + name;
    const auto add = [&](const TomlValue& one) {
      const auto* const text = std::get_if<std::string>(&one.content);
      if (text != nullptr && text->starts_with("Ord")) keys[*text] = key;
    };
    add(value);
    if (const auto* const values = std::get_if<TomlValue::Array>(&value.content))
      std::ranges::for_each(*values, add);
    if (const auto* const tables = std::get_if<std::vector<TomlTable>>(&value.content)) {
      for (const auto& inner : *tables)
        add_marked(inner, key + ".", keys);
    }
  }
}

using Names = std::set<std::string>;
/// The keys of the settings where anything may stand; the others name what must be there.
Names declared_for_words() {
  static const Names naming{
      "language",          "severity.code",        "profile.pages",         "history.register",
      "register.field.of", "register.field.owner", "register.field.choices"};
  Names names;
  for (const auto& path : paths_of(shape_of<Handbook>())) {
    const auto& key = *path.back();
    const bool is_name = key.grammar == Grammar::id || key.grammar == Grammar::file_name ||
                         key.grammar == Grammar::key_name || key.grammar == Grammar::prefix;
    const bool is_text = key.form == Form::text || key.form == Form::texts;
    if (is_name || !is_text || key.kind != ReferenceKind::none) continue;
    std::vector<std::string> parts;
    for (const auto* const part : path)
      parts.emplace_back(part->name);
    if (const auto name = join(parts, "."); !naming.contains(name)) names.insert(name);
  }
  return names;
}

TEST_CASE("hostile words in the settings reach pages, and do nothing there", "[doors][slow]") {
  for (const auto& hostile : hostile_words) {
    INFO(hostile);
    const auto all = shown(handbook_with_settings([&](std::size_t) { return hostile; }));
    CHECK(all.outcome == BuildOutcome::built);
    CHECK(all.files.contains("dokument/INS-001/index.html"));
    for (const auto& [path, bytes] : all.files)
      check_file(path, bytes);
  }
}

TEST_CASE("every word of the settings is attacked, and stands on a page", "[doors]") {
  const auto sources =
      handbook_with_settings([](std::size_t number) { return "\"" + marker(number) + "\""; });
  std::map<std::string, std::string> keys;
  add_marked(*parse_toml(*sources.find("handbook.toml"), 1).table, {}, keys);
  Names attacked;
  for (const auto& [word, key] : keys)
    attacked.insert(key);
  CHECK(attacked == declared_for_words());
  Names unseen = attacked;
  for (const auto& [path, bytes] : shown(sources).files) {
    if (!path.ends_with(".html")) continue;
    for (const auto& [word, key] : keys)
      if (bytes.find(word) != std::string::npos) unseen.erase(key);
  }
  const Names choosing{
      "risk_scale.exercises",        "risk_scale.floor_band",       "topic.regimes",
      "type.policy.levels",          "type.responsibility_section", "yearly.risk_dialogue_levels",
      "yearly.safety_report_regimes"};  // what else is shown, or told
  CHECK(unseen == choosing);
}

TEST_CASE("no file of a hostile handbook lies outside, or where another lies", "[doors]") {
  const std::array words{hostile_words[16], hostile_words[21], hostile_words[23]};
  check_places(build_in_memory(hostile_handbook(words), "2026-11-21", 1).files.files());
}

}  // namespace
}  // namespace handbok::test
