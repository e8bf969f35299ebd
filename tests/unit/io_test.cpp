#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <unistd.h>
#include <vector>

#include <catch2/catch.hpp>

#include "base/isolate.hpp"
#include "io/child_process.hpp"
#include "io/clock.hpp"
#include "io/file.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/site_writer.hpp"
#include "io/write_files.hpp"
#include "support/temporary_folder.hpp"

namespace handbok {
namespace {

void put(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("a tree holds ordinary files; links and large files are listed", "[io]") {
  const TemporaryFolder folder;
  put(folder.path() / "a/b.md", "text");
  put(folder.path() / ".git/config", "hidden");
  for (const auto* const litter :
       {"a/Thumbs.db", "a/Desktop.ini", "a/~$blankett.docx", "a/.DS_Store"})
    put(folder.path() / litter, "x");
  put(folder.path() / "large.pdf", "0123456789");
  std::filesystem::create_symlink("/etc/hostname", folder.path() / "a/link.md");
  const auto tree = read_tree(folder.path().string(), 9);
  REQUIRE(tree.files().size() == 1);
  CHECK(*tree.find("a/b.md") == "text");
  REQUIRE(tree.unread().size() == 2);
  CHECK(tree.unread()[0].path == "a/link.md");
  CHECK(tree.unread()[0].reason == UnreadReason::not_regular);
  CHECK(tree.unread()[1].reason == UnreadReason::too_large);
}

TEST_CASE("what this user may not read costs itself", "[io]") {
  const TemporaryFolder folder;
  put(folder.path() / "a.md", "text");
  put(folder.path() / "closed.md", "text");
  put(folder.path() / "lost+found/b.md", "text");
  for (const auto* const name : {"closed.md", "lost+found"})
    std::filesystem::permissions(folder.path() / name, std::filesystem::perms::none);
  const auto tree = read_tree(folder.path().string(), 9);
  std::filesystem::permissions(folder.path() / "lost+found", std::filesystem::perms::all);
  CHECK(tree.find("a.md") != nullptr);
  if (::geteuid() == 0) return;  // root may read everything
  CHECK(tree.files().size() == 1);
  REQUIRE(tree.unread().size() == 2);
  CHECK(tree.unread()[0].path == "closed.md");
  CHECK(tree.unread()[1].path == "lost+found");
  CHECK(tree.unread()[1].reason == UnreadReason::unreadable);
}

TEST_CASE("a folder that is not there is the machine's failure", "[io]") {
  CHECK_THROWS_AS(read_tree("no/such/folder", 1), IoError);
}

std::string text_at(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::ptrdiff_t count_files(const std::filesystem::path& folder) {
  const std::filesystem::recursive_directory_iterator all(folder);
  return std::distance(begin(all), end(all));
}

TEST_CASE("files that are written together are all there, and nothing else", "[io]") {
  const TemporaryFolder folder;
  put(folder.path() / "a/1.md", "old");
  write_files_together(folder.path().string(), {{"a/2/form.pdf", "pdf"}, {"a/1.md", "new"}});
  CHECK(text_at(folder.path() / "a/1.md") == "new");
  CHECK(text_at(folder.path() / "a/2/form.pdf") == "pdf");
  CHECK(count_files(folder.path()) == 4);
}

TEST_CASE("a scratch folder goes with all that is in it", "[io]") {
  std::string path;
  {
    const ScratchFolder folder;
    path = folder.path();
    put(path + "/in/a.txt", "a");
    CHECK(std::filesystem::exists(path + "/in/a.txt"));
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("what lies on a shelf has no name", "[io]") {
  const TemporaryFolder folder;
  ::setenv("TMPDIR", folder.path().c_str(), 1);
  const auto shelf = make_shelf();
  ::unsetenv("TMPDIR");
  REQUIRE(shelf);
  CHECK(std::filesystem::is_empty(folder.path()));
  CHECK(shelf->put("abc") == 0);
  CHECK(shelf->put("de") == 3);
  CHECK(shelf->get(0, 3) == "abc");
  CHECK(shelf->get(3, 2) == "de");
  CHECK_THROWS_AS(shelf->get(4, 2), IoError);
}

TEST_CASE("files that cannot all be written leave everything as it was", "[io]") {
  const TemporaryFolder folder;
  put(folder.path() / "a/1.md", "old");
  put(folder.path() / "b/in the way", "");
  const std::vector<FileToWrite> files{{"a/1.md", "new"}, {"c/d/2.md", "two"}, {"b", "three"}};
  CHECK_THROWS_AS(write_files_together(folder.path().string(), files), IoError);
  CHECK(text_at(folder.path() / "a/1.md") == "old");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "c"));
  CHECK(count_files(folder.path()) == 4);
}

TEST_CASE("a site writer touches only what differs and removes only its own", "[io]") {
  const TemporaryFolder folder;
  put(folder.path() / "mine.txt", "keep");
  SiteWriter first(folder.path().string());
  first.write("index.html", "one");
  first.write("a/b.html", "two");
  first.finish();
  CHECK(first.written_count() == 2);

  SiteWriter second(folder.path().string());
  second.write("index.html", "one");
  second.write("c.html", "three");
  second.finish();
  CHECK(second.written_count() == 1);
  CHECK(second.unchanged_count() == 1);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a/b.html"));
  CHECK(std::filesystem::exists(folder.path() / "mine.txt"));
}

std::vector<WorkResult> results_of(const Isolate& isolate, const std::vector<Work>& works) {
  std::vector<WorkResult> results(works.size(), Unexpected{IsolationFailure::died});
  isolate.each(works, [&](std::size_t number, WorkResult result) {
    results.at(number) = std::move(result);
  });
  return results;
}

TEST_CASE("a disk is freed of a file when its last name goes", "[io][prune]") {
  const TemporaryFolder folder;
  put(folder.path() / "one/a.txt", std::string(100'000, 'a'));
  put(folder.path() / "two/b.txt", std::string(200'000, 'b'));
  std::filesystem::create_directory(folder.path() / "three");
  std::filesystem::create_hard_link(folder.path() / "one/a.txt", folder.path() / "three/a.txt");
  std::filesystem::create_symlink("../two/b.txt", folder.path() / "three/b.txt");
  constexpr std::uint64_t folders = 30'000;  // more than what the folders themselves take
  RealDisk disk(folder.path().string());
  disk.remove_tree("three");
  CHECK(disk.freed_bytes() < folders);
  disk.remove("one/a.txt");
  disk.remove("one/a.txt");  // is gone already
  CHECK(disk.freed_bytes() / 100'000 == 1);
  disk.remove_tree("two");
  CHECK(disk.freed_bytes() / 100'000 == 3);
  CHECK(disk.freed_bytes() < 300'000 + folders);
}

TEST_CASE("isolated works give their bytes back in order", "[io][isolate]") {
  IsolationLimits limits;
  limits.jobs = 2;
  std::vector<Work> works;
  for (int i = 0; i < 5; ++i)
    works.emplace_back([i] { return std::string(static_cast<std::size_t>(i) * 100'000, 'x'); });
  const auto results = results_of(isolate_in_children(limits), works);
  for (std::size_t i = 0; i < 5; ++i) {
    REQUIRE(results[i]);
    CHECK(results[i]->size() == i * 100'000);
  }
}

TEST_CASE("a work that crashes or never ends costs only itself", "[io][isolate]") {
  IsolationLimits limits;
  limits.cpu_seconds = 1;
  const auto results =
      results_of(isolate_in_children(limits), {
                                                  []() -> std::string {
                                                    std::raise(SIGKILL);
                                                    return {};
                                                  },
                                                  []() -> std::string { std::abort(); },
                                                  []() -> std::string {
                                                    for (volatile unsigned n = 0;;)
                                                      n = n + 1;
                                                  },
                                                  [] { return std::string("well"); },
                                              });
  CHECK_FALSE(results[0]);
  REQUIRE_FALSE(results[1]);
  CHECK(results[1].error() == IsolationFailure::died);
  REQUIRE_FALSE(results[2]);
  CHECK(results[2].error() == IsolationFailure::too_slow);
  REQUIRE(results[3]);
  CHECK(*results[3] == "well");
}

TEST_CASE("the Swedish day turns at midnight there, summer and winter", "[io][clock]") {
  CHECK(stockholm_day(1'767'221'999).to_string() == "2025-12-31");  // 22:59:59 UTC
  CHECK(stockholm_day(1'767'222'000).to_string() == "2026-01-01");  // 23:00:00 UTC
  CHECK(stockholm_day(1'782'856'799).to_string() == "2026-06-30");  // 21:59:59 UTC
  CHECK(stockholm_day(1'782'856'800).to_string() == "2026-07-01");  // 22:00:00 UTC
}

TEST_CASE("many works share few children, and those after a crash are done", "[io][isolate]") {
  IsolationLimits limits;
  limits.jobs = 2;
  std::vector<Work> works;
  for (std::size_t i = 0; i < 200; ++i) {
    works.emplace_back([i]() -> std::string {
      if (i % 50 == 7) std::abort();
      return std::to_string(i) + " " + std::to_string(::getpid());
    });
  }
  std::set<std::string> processes;
  const auto results = results_of(isolate_in_children(limits), works);
  for (std::size_t i = 0; i < 200; ++i) {
    REQUIRE(results[i].has_value() == (i % 50 != 7));
    if (!results[i]) continue;
    const auto blank = results[i]->find(' ');
    CHECK(results[i]->substr(0, blank) == std::to_string(i));
    processes.insert(results[i]->substr(blank));
  }
  CHECK(processes.size() >= 4);
  CHECK(processes.size() <= 12);
}

TEST_CASE("each work has its own time, not what its child has left", "[io][isolate]") {
  IsolationLimits limits;
  limits.cpu_seconds = 1;
  const Work slow = [] {
    const auto start = std::clock();
    while (std::clock() - start < CLOCKS_PER_SEC * 6 / 10) {
    }
    return std::string("well");
  };
  for (const auto& result : results_of(isolate_in_children(limits), {slow, slow, slow, slow}))
    CHECK(result.has_value());
}

}  // namespace
}  // namespace handbok
