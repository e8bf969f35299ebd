#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "io/cache.hpp"
#include "io/file_scan.hpp"
#include "io/result_file.hpp"
#include "support/temporary_folder.hpp"

namespace handbok {
namespace {

namespace fs = std::filesystem;

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string quick(const fs::path& folder) {
  FileScan scan;
  scan.add_tree(folder.string());
  return scan.quick_digest();
}

/// The text, with the times that the file had: what a person cannot see.
void change_in_secret(const fs::path& path, const std::string& text) {
  const auto time = fs::last_write_time(path);
  write_text(path, text);
  fs::last_write_time(path, time);
}

TEST_CASE("a scan sees every change of a file that is read, and no other", "[io][cache]") {
  const TemporaryFolder folder;
  const auto& root = folder.path();
  write_text(root / "a/1.md", "ett");
  write_text(root / "b.toml", "b");
  const auto before = quick(root);
  CHECK(quick(root) == before);
  const auto sees = [&](const std::function<void()>& change) {
    const auto last = quick(root);
    change();
    return quick(root) != last;
  };
  CHECK(sees([&] { change_in_secret(root / "a/1.md", "två"); }));
  CHECK(sees([&] { write_text(root / "a/2.md", ""); }));
  CHECK(sees([&] { fs::rename(root / "a/2.md", root / "a/3.md"); }));
  CHECK(sees([&] { fs::remove(root / "a/3.md"); }));
  CHECK(sees([&] { fs::create_symlink("b.toml", root / "c.toml"); }));
  CHECK(sees([&] { fs::permissions(root / "b.toml", fs::perms::owner_all); }));
  CHECK_FALSE(sees([&] { write_text(root / ".git/HEAD", "x"); }));
  CHECK_FALSE(sees([&] { write_text(root / "Thumbs.db", "x"); }));
  CHECK(quick(root / "none").empty());
}

TEST_CASE("the bytes of a file count if it was changed when it was looked at", "[io][cache]") {
  const TemporaryFolder folder;
  const auto root = folder.path().string();
  const FileStamp stamp{S_IFREG, 1, 3, 1'000'000'000'001, 1'000'000'000'001};
  const auto digest = [&](std::int64_t moment) {
    FileScan scan;
    scan.add_stamped(root, "a", stamp);
    return scan.digest(moment);
  };
  constexpr std::int64_t then = 1'000'000'000'001;
  constexpr std::int64_t later = then + 1'000'000'000;
  write_text(folder.path() / "a", "ett");
  const auto read = digest(then);
  const auto trusted = digest(later);
  write_text(folder.path() / "a", "två");
  CHECK(digest(then) != read);
  CHECK(digest(later) == trusted);
}

/// A cache in a folder of its own.
class OwnCache {
public:
  OwnCache() { ::setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1); }
  ~OwnCache() {
    if (before_.empty()) {
      ::unsetenv("XDG_CACHE_HOME");
    } else {
      ::setenv("XDG_CACHE_HOME", before_.c_str(), 1);
    }
  }
  OwnCache(const OwnCache&) = delete;
  OwnCache& operator=(const OwnCache&) = delete;

  fs::path file(const std::string& name) const { return folder_.path() / "handbok" / name; }

private:
  static std::string set_before() {
    const char* const value = std::getenv("XDG_CACHE_HOME");
    return value == nullptr ? "" : value;
  }

  TemporaryFolder folder_;
  std::string before_ = set_before();
};

TEST_CASE("what is kept is found whole or not at all", "[io][cache]") {
  const OwnCache own;
  const Cache cache;
  CHECK_FALSE(cache.find("a"));
  cache.keep("a", "ett");
  REQUIRE(cache.find("a"));
  CHECK(*cache.find("a") == "ett");
  CHECK((fs::status(own.file("a")).permissions() & fs::perms::others_all) == fs::perms::none);
  const auto size = fs::file_size(own.file("a"));
  for (std::uintmax_t at = 0; at < size; ++at) {
    cache.keep("a", "ett");
    std::fstream file(own.file("a"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.put('!');
    file.close();
    CHECK_FALSE(cache.find("a"));
    fs::resize_file(own.file("a"), at);
    CHECK_FALSE(cache.find("a"));
  }
  fs::remove(own.file("a"));
  fs::create_directory(own.file("a"));
  CHECK_FALSE(cache.find("a"));
  cache.keep("a", "ett");  // nobody is troubled by a failure
}

TEST_CASE("nothing is believed that others can write", "[io][cache]") {
  const OwnCache own;
  Cache().keep("a", "ett");
  fs::permissions(own.file("").parent_path(), fs::perms::others_write, fs::perm_options::add);
  const Cache cache;
  CHECK_FALSE(cache.is_there());
  CHECK_FALSE(cache.find("a"));
}

/// A key as they are: the digest of something.
std::string key(char letter) {
  return std::string(64, letter);
}

fs::path only_results(const OwnCache& own) {
  for (const auto& entry : fs::directory_iterator(own.file("")))
    if (entry.path().extension() == ".results") return entry.path();
  return {};
}

TEST_CASE("results are there for the next run, and for no other program", "[io][cache]") {
  const OwnCache own;
  {
    const auto store = open_result_file("/");
    REQUIRE(store);
    CHECK_FALSE(store->find(key('a')));
    store->keep(key('a'), "ett");
    store->keep(key('b'), std::string(3'000'000, 'x'));
    // A run beside this one reads what there is, and adds nothing.
    const auto other = open_result_file("/");
    other->keep(key('c'), "tre");
  }
  const auto store = open_result_file("/");
  REQUIRE(store->find(key('a')));
  CHECK(*store->find(key('a')) == "ett");
  CHECK(store->find(key('b'))->size() == 3'000'000);
  CHECK_FALSE(store->find(key('c')));
  CHECK_FALSE(open_result_file("/usr")->find(key('a')));
}

TEST_CASE("of a damaged file of results what is whole is used", "[io][cache]") {
  const OwnCache own;
  {
    const auto store = open_result_file("/");
    for (const char letter : {'a', 'b', 'c'})
      store->keep(key(letter), std::string(20, letter));
  }
  const auto path = only_results(own);
  std::ifstream file(path, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::size_t found = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    for (const bool is_cut : {true, false}) {
      auto damaged = is_cut ? whole.substr(0, at) : whole;
      if (!is_cut) damaged[at] = static_cast<char>(damaged[at] ^ 1);
      std::ofstream(path, std::ios::binary) << damaged;
      const auto store = open_result_file("/");
      for (const char letter : {'a', 'b', 'c'}) {
        const auto bytes = store->find(key(letter));
        if (bytes) CHECK(*bytes == std::string(20, letter));
        found += bytes ? 1 : 0;
      }
      store->keep(key('d'), "d");
      REQUIRE_FALSE(fs::is_empty(path.parent_path()));
    }
    const auto healed = open_result_file("/");
    CHECK(healed->find(key('d')));
  }
  CHECK(found > whole.size() / 3);
}

TEST_CASE("results that nobody asks for take their leave", "[io][cache]") {
  const OwnCache own;
  const auto large = [](char letter) { return std::string(6'000'000, letter); };
  {
    const auto store = open_result_file("/");
    for (const char letter : {'a', 'b', 'c', 'd'})
      store->keep(key(letter), large(letter));
  }
  CHECK(fs::file_size(only_results(own)) > 24'000'000);
  CHECK(open_result_file("/")->find(key('d')));  // one of four is less than half
  CHECK(fs::file_size(only_results(own)) < 7'000'000);
  const auto store = open_result_file("/");
  CHECK_FALSE(store->find(key('a')));
  CHECK(*store->find(key('d')) == large('d'));
}

}  // namespace
}  // namespace handbok
