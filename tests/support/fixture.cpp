#include "support/fixture.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "app/read_handbook.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "io/read_tree.hpp"
#include "load/document_folder.hpp"
#include "load/read_law_pack.hpp"
#include "model/approval_digest.hpp"
#include "support/project.hpp"

namespace handbok::test {
namespace {

const std::string fixtures_folder = test::in_project("tests/fixtures/");
constexpr std::size_t file_bytes_max = 1U << 25U;

/// A fixture that cannot be understood is a mistake of its author: the test that reads it fails.
[[noreturn]] void fail(const std::string& reason) {
  throw std::invalid_argument(reason);
}

/// Cuts `prefix` off `text` if it begins with it.
bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// The text up to the next '}', which is cut off too.
std::string take_braces(std::string_view& text) {
  const auto end = text.find('}');
  if (end == std::string_view::npos) fail("an escape without }");
  std::string inside(text.substr(0, end));
  text.remove_prefix(end + 1);
  return inside;
}

std::size_t number_of(const std::string& digits, int base) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return number;
}

std::string unescape(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    if (take(text, "\\x{")) {
      append_utf8(bytes, static_cast<char32_t>(number_of(take_braces(text), 16)));
    } else if (take(text, "\\b{")) {
      bytes += static_cast<char>(number_of(take_braces(text), 16));
    } else if (take(text, "\\r{")) {
      const auto count = number_of(take_braces(text), 10);
      if (!take(text, "{")) fail("\\r{count} needs {text}");
      const auto repeated = take_braces(text);
      for (std::size_t i = 0; i < count; ++i)
        bytes += repeated;
    } else {
      bytes += text.front();
      text.remove_prefix(1);
    }
  }
  return bytes;
}

/// Reads the lines of a fixture one by one.
class FixtureReader {
public:
  FixtureReader(std::string name, FileTree base) : base_(std::move(base)) {
    fixture_.name = std::move(name);
  }

  Fixture read(std::string_view text) {
    auto lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    for (const auto line : lines)
      read_line(line);
    close_file();
    for (auto& one : fixture_.cases)
      std::ranges::sort(one.expected);
    return std::move(fixture_);
  }

private:
  void read_line(std::string_view line) {
    if (take(line, "//= ")) {
      open_case(line);
    } else if (take(line, "//- ")) {
      open_file(line);
    } else if (path_) {
      bytes_ += std::string(line) + "\n";
    } else if (take(line, "// as-of: ")) {
      read_day(line);
    } else if (take(line, "// expect: ")) {
      current().expected.emplace_back(line);
    } else if (!line.empty() && !line.starts_with("//")) {
      fail(fixture_.name + ": no file is open for: " + std::string(line));
    }
  }

  FixtureCase& current() {
    if (fixture_.cases.empty()) fail(fixture_.name + ": begin a case with //= first");
    return fixture_.cases.back();
  }

  void read_day(std::string_view text) {
    const auto day = Date::parse(text);
    if (!day) fail(fixture_.name + ": not a day: " + std::string(text));
    (fixture_.cases.empty() ? as_of_ : current().as_of) = *day;
  }

  void open_case(std::string_view name) {
    close_file();
    fixture_.cases.push_back({std::string(name), as_of_, base_, {}});
  }

  void open_file(std::string_view marker) {
    close_file();
    const auto open = marker.find(" (");
    path_ = std::string(marker.substr(0, open));
    way_ = open == std::string_view::npos ? "" : std::string(marker.substr(open + 2));
    if (!way_.empty() && way_.back() == ')') way_.pop_back();
  }

  /// Puts the file that was open into the case.
  void close_file() {
    if (!path_) return;
    auto& sources = current().sources;
    while (bytes_.ends_with("\n\n"))
      bytes_.pop_back();
    if (way_ == "absent") {
      if (sources.files().erase(*path_) == 0) fail("there is no " + *path_);
    } else if (way_ == "not regular") {
      sources.add_unread({*path_, UnreadReason::not_regular, 0, 0});
    } else if (way_ == "unreadable") {
      sources.files().erase(*path_);
      sources.add_unread({*path_, UnreadReason::unreadable, 0, 0});
    } else if (way_ == "escaped") {
      sources.put(*path_, unescape(bytes_));
    } else if (way_ == "more") {
      sources.put(*path_, copy_of(sources, *path_) + bytes_);
    } else if (way_.starts_with("like ")) {
      sources.put(*path_, copy_of(sources, way_.substr(5)));
    } else {
      sources.put(*path_, bytes_);
    }
    path_.reset();
    bytes_.clear();
  }

  std::string copy_of(const FileTree& sources, const std::string& path) const {
    const auto* const bytes = sources.find(path);
    if (bytes == nullptr) fail(fixture_.name + ": there is no " + path);
    return *bytes;
  }

  FileTree base_;
  Date as_of_;
  Fixture fixture_;
  std::optional<std::string> path_;  ///< of the file that is open
  std::string way_;                  ///< what stands in parentheses behind it
  std::string bytes_;
};

/// The digest of the revision that an approval file ("…/RUT-001/3.approval.toml") speaks of.
std::string digest_for(const FileTree& sources, std::string_view approval_path) {
  constexpr std::string_view suffix = ".approval.toml";
  const auto stem = approval_path.substr(0, approval_path.size() - suffix.size());
  const auto slash = stem.rfind('/');
  const auto folder = stem.substr(0, slash);
  const auto id = id_of_folder(folder.substr(folder.rfind('/') + 1));
  const auto number = std::string(stem.substr(slash + 1));
  std::vector<DigestedFile> files;
  for (const auto& [path, bytes] : sources.files()) {
    if (!path.starts_with(std::string(folder) + "/")) continue;
    const auto name = path.substr(folder.size() + 1);
    if (name != number + ".md" && !name.starts_with(number + "/")) continue;
    files.push_back({name, sha256_hex(bytes), bytes.size()});
  }
  const RevisionKey key{id.value_or(""), static_cast<int>(number_of(number, 10))};
  return manifest_digest(revision_manifest(key, std::move(files)));
}

void fill_in_digests(FileTree& sources) {
  constexpr std::string_view placeholder = "sha256:auto";
  for (auto& [path, bytes] : sources.files()) {
    if (!path.ends_with(".approval.toml")) continue;
    for (auto at = bytes.find(placeholder); at != std::string::npos; at = bytes.find(placeholder)) {
      bytes.replace(at, placeholder.size(), digest_for(sources, path));
    }
  }
}

}  // namespace

Fixture parse_fixture(std::string name, std::string_view text) {
  auto fixture = FixtureReader(std::move(name), base_handbook()).read(text);
  for (auto& one : fixture.cases)
    fill_in_digests(one.sources);
  return fixture;
}

std::vector<Fixture> all_fixtures(const std::string& folder) {
  std::vector<Fixture> fixtures;
  const auto files = read_tree(fixtures_folder + folder, file_bytes_max);
  for (const auto& [path, bytes] : files.files()) {
    fixtures.push_back(parse_fixture(path.substr(0, path.rfind('.')), bytes));
  }
  return fixtures;
}

FileTree base_handbook() {
  return read_tree(fixtures_folder + "base", file_bytes_max);
}

std::string describe(const Diagnostic& diagnostic) {
  const auto& info = info_of(diagnostic.code);
  auto text = std::string(info.name) + " " + diagnostic.subject;
  if (diagnostic.severity != info.severity) {
    text += " (" + std::string(name_of(diagnostic.severity)) + ")";
  }
  if (diagnostic.suppressed) text += " (accepted)";
  return text;
}

const LawPack& project_law() {
  static const auto law = read_law_pack(read_tree(in_project("law"), file_bytes_max));
  return law;
}

std::vector<Diagnostic> diagnose(const FileTree& sources, Date as_of) {
  return examine(sources, as_of, run_in_place, project_law()).diagnostics.sorted();
}

}  // namespace handbok::test
