// A folder in which others write at the same time.
#include <chrono>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "io/file.hpp"
#include "io/lock.hpp"
#include "io/shared_folder.hpp"
#include "io/write_files.hpp"
#include "support/temporary_folder.hpp"

namespace handbok {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void make_older(const fs::path& path, std::chrono::seconds age) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - age);
}

}  // namespace

TEST_CASE("files of a shared folder are listed with their ages, and links as what they are",
          "[io]") {
  const TemporaryFolder folder;
  write(folder.path() / "b.md", "två");
  write(folder.path() / "a/c.md", "tre");
  write(folder.path() / ".hidden.md", "");
  fs::create_symlink("b.md", folder.path() / "link.md");
  make_older(folder.path() / "b.md", std::chrono::hours(1));
  const auto listed = list_shared_folder(folder.path().string());
  CHECK(listed.unread.empty());
  REQUIRE(listed.files.size() == 3);
  CHECK(listed.files[0].path == "a/c.md");
  CHECK(listed.files[0].seconds_still < 600);
  CHECK(listed.files[1].path == "b.md");
  CHECK(listed.files[1].size == 4);
  CHECK(listed.files[1].seconds_still >= 3599);
  CHECK(listed.files[1].kind == SharedKind::ordinary);
  CHECK(listed.files[2].path == "link.md");
  CHECK(listed.files[2].kind == SharedKind::special);
  CHECK(list_shared_folder((folder.path() / "none").string()).unread.size() == 1);
}

TEST_CASE("a file that changes meanwhile is not read", "[io]") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.docx";
  const auto root = folder.path().string();
  const auto read_after = [&](const auto& change) {
    write(path, "half");
    make_older(path, std::chrono::hours(1));
    const auto file = list_shared_folder(root).files.at(0);
    change();
    return read_shared_file(root, file, 100);
  };
  CHECK(*read_after([] {}) == "half");
  for (const auto* const bytes : {"half and more", "hal", "full"}) {
    const auto read = read_after([&] { write(path, bytes); });
    REQUIRE_FALSE(read);
    CHECK(read.error().is_in_use);
  }
  const auto gone = read_after([&] { fs::remove(path); });
  REQUIRE_FALSE(gone);
  CHECK(gone.error().is_in_use);

  write(path, std::string(101, 'x'));
  const auto large = read_shared_file(root, list_shared_folder(root).files.at(0), 100);
  REQUIRE_FALSE(large);
  CHECK_FALSE(large.error().is_in_use);
  CHECK_FALSE(large.error().reason.empty());
}

TEST_CASE("one at a time holds a folder, and leaves no trace there", "[io]") {
  const TemporaryFolder folder;
  const auto root = folder.path().string();
  {
    const FolderLock first(root);
    CHECK(first.is_held());
    CHECK_FALSE(FolderLock(root).is_held());
  }
  CHECK(FolderLock(root).is_held());
  CHECK(fs::is_empty(folder.path()));
  CHECK_THROWS_AS(FolderLock(root + "/none"), IoError);
}

TEST_CASE("files of several folders are written together or not at all", "[io]") {
  const TemporaryFolder folder;
  const auto one = (folder.path() / "one/a.md").string();
  const auto two = (folder.path() / "two/b.txt").string();
  write_files_together({}, {{one, "a"}, {two, "b"}});
  CHECK(bytes_of(one) == "a");
  CHECK(bytes_of(two) == "b");
  fs::create_directory(folder.path() / "two/c.txt");
  const auto blocked = (folder.path() / "two/c.txt").string();
  CHECK_THROWS_AS(write_files_together({}, {{one, "changed"}, {blocked, "c"}}), IoError);
  CHECK(bytes_of(one) == "a");
  CHECK_FALSE(try_writing_files({}, {{one, "changed"}}));
  CHECK(bytes_of(one) == "changed");
  const auto reason = try_writing_files({}, {{one, "again"}, {blocked, "c"}});
  REQUIRE(reason);
  CHECK(reason->find("c.txt") != std::string::npos);
  CHECK(bytes_of(one) == "changed");
}

}  // namespace handbok
