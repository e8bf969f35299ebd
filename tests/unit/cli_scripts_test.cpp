// Runs the scripts of tests/cli with the real program. A script is a text file:
//
//   # a comment; the first says what the script shows
//   //- path              a file of the script's own folder, up to the next line that starts so
//   $ handbok asof …      a command; @content is the demo handbook, @tools tests/tools
//   > text                stdout has this line (in order; "> …" passes over any number of lines)
//   ! text                stderr holds this text
//   ? 2                   the exit status (0 if none is given)
//   = path text           the file at path holds the text
//   ~ path                there is no such file
//   % terminal            what follows needs a terminal; not done where the machine has none to
//   give
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/project.hpp"
#include "support/temporary_folder.hpp"

namespace handbok {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line);
  return lines;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// False in a bare chroot, say, where /dev/pts is not mounted.
bool has_terminals() {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) return false;
  std::array<char, 64> other_end{};
  const bool has_name = ::ptsname_r(terminal, other_end.data(), other_end.size()) == 0;
  ::close(terminal);
  return has_name && std::filesystem::exists("/dev/pts");
}

/// One script at work in a folder of its own.
class ScriptRun {
public:
  void run(const std::string& script) {
    const auto lines = lines_of(script);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      INFO("line " << i + 1 << ": " << lines[i]);
      if (lines[i] == "% terminal") {
        if (has_terminals()) continue;
        WARN("this machine has no pseudo-terminals: what needs one was not tested");
        break;
      }
      if (lines[i].starts_with("//- ")) {
        i = write_file(lines, i);
      } else {
        take(lines[i]);
      }
    }
    finish_command();
  }

private:
  /// Writes the file that begins at line `start`; gives its last line.
  std::size_t write_file(const std::vector<std::string>& lines, std::size_t start) {
    const auto path = folder_.path() / lines[start].substr(4);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    auto i = start + 1;
    while (i < lines.size() && !lines[i].starts_with("//- ") && !lines[i].starts_with("$ "))
      file << lines[i++] << '\n';
    return i - 1;
  }

  void take(const std::string& line) {
    if (line.empty() || line[0] == '#') return;
    REQUIRE(line.size() > 1);
    const auto rest = line.substr(2);
    switch (line[0]) {
      case '$':
        finish_command();
        start_command(rest);
        break;
      case '>': expect_stdout(rest); break;
      case '!': CHECK(stderr_.find(rest) != std::string::npos); break;
      case '?': expected_status_ = std::stoi(rest); break;
      case '=': expect_file(rest); break;
      case '~': CHECK_FALSE(std::filesystem::exists(folder_.path() / rest)); break;
      default: FAIL("unknown line");
    }
  }

  void start_command(std::string command) {
    command = replace_all(command, "@content", test::in_project("content"));
    command = replace_all(command, "@tools", test::in_project("tests/tools"));
    command = replace_all(command, "@version", HANDBOK_VERSION);
    const auto out = folder_.path() / ".stdout";
    const auto err = folder_.path() / ".stderr";
    const auto programs = std::filesystem::path(test::program_path()).parent_path().string();
    // The day on which scripts are run, unless they say another; no language but the handbook's;
    // and nothing kept from other scripts.
    const std::string surroundings =
        "unset LC_ALL LC_MESSAGES LANG; export SOURCE_DATE_EPOCH=1796036400 XDG_CACHE_HOME='" +
        (folder_.path() / ".cache").string() + "'; ";  // 2026-11-30
    const auto shell = surroundings + "PATH='" + programs + "':$PATH; cd '" +
                       folder_.path().string() + "' && { " + command + " ; } > '" + out.string() +
                       "' 2> '" + err.string() + "'";
    const int result = std::system(shell.c_str());  // NOLINT(concurrency-mt-unsafe,cert-env33-c)
    status_ = WEXITSTATUS(result);
    expected_status_ = 0;
    has_command_ = true;
    stdout_ = lines_of(read_file(out));
    stderr_ = read_file(err);
    next_line_ = 0;
  }

  void finish_command() {
    if (!has_command_) return;
    INFO(stderr_);
    CHECK(status_ == expected_status_);
  }

  void expect_stdout(const std::string& wanted) {
    if (wanted == "…") {
      may_skip_ = true;
      return;
    }
    const auto expected = replace_all(wanted, "@version", HANDBOK_VERSION);
    while (may_skip_ && next_line_ < stdout_.size() && stdout_[next_line_] != expected)
      ++next_line_;
    may_skip_ = false;
    REQUIRE(next_line_ < stdout_.size());
    CHECK(stdout_[next_line_++] == expected);
  }

  void expect_file(const std::string& rest) {
    const auto blank = rest.find(' ');
    const auto text = read_file(folder_.path() / rest.substr(0, blank));
    CHECK(text.find(rest.substr(blank + 1)) != std::string::npos);
  }

  TemporaryFolder folder_;
  std::vector<std::string> stdout_;
  std::string stderr_;
  std::size_t next_line_ = 0;
  int status_ = 0;
  int expected_status_ = 0;
  bool has_command_ = false;
  bool may_skip_ = false;
};

TEST_CASE("the scripts of tests/cli say what the program does", "[cli]") {
  std::vector<std::filesystem::path> scripts;
  for (const auto& entry : std::filesystem::directory_iterator(test::in_project("tests/cli"))) {
    if (entry.path().extension() == ".txt") scripts.push_back(entry.path());
  }
  std::sort(scripts.begin(), scripts.end());
  REQUIRE_FALSE(scripts.empty());
  for (const auto& script : scripts) {
    DYNAMIC_SECTION(script.filename().string()) {
      ScriptRun().run(read_file(script));
    }
  }
}

}  // namespace
}  // namespace handbok
