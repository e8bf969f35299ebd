#include "io/cache.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.hpp"
#include "io/file.hpp"

namespace handbok {
namespace {

constexpr std::string_view magic = "handbok-cache-1\n";
constexpr std::size_t digest_size = 64;
constexpr mode_t only_mine = 0700;

std::string parent_folder() {
  const char* const given = std::getenv("XDG_CACHE_HOME");
  if (given != nullptr && *given == '/') return given;
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache" : std::string();
}

bool make_folder(const std::string& path) {
  return ::mkdir(path.c_str(), only_mine) == 0 || errno == EEXIST;
}

/// Somebody else could tell us there that nothing has changed.
bool is_ours_alone(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

}  // namespace

Cache::Cache() {
  const auto parent = parent_folder();
  const auto folder = parent + "/handbok";
  if (!parent.empty() && make_folder(parent) && make_folder(folder) && is_ours_alone(folder))
    folder_ = folder;
}

std::optional<std::string> Cache::find(std::string_view name) const {
  if (!is_there()) return std::nullopt;
  const auto path = path_of(name);
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  constexpr off_t size_max = off_t{1} << 30;
  struct stat status {};
  const bool is_fit = file.is_open() && ::fstat(file.get(), &status) == 0 &&
                      S_ISREG(status.st_mode) && status.st_size <= size_max;
  auto bytes = is_fit ? read_all(file.get()) : std::nullopt;
  constexpr auto head = magic.size() + digest_size;
  if (!bytes || bytes->size() < head || !bytes->starts_with(magic)) return std::nullopt;
  const auto kept = std::string_view(*bytes).substr(head);
  if (std::string_view(*bytes).substr(magic.size(), digest_size) != sha256_hex(kept))
    return std::nullopt;
  bytes->erase(0, head);
  return bytes;
}

void Cache::keep(std::string_view name, std::string_view bytes) const {
  if (!is_there()) return;
  const auto path = path_of(name);
  const auto unfinished = path + "." + std::to_string(::getpid());
  constexpr mode_t readable_by_me = 0600;
  FileHandle file(::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
                         readable_by_me));
  const bool is_written = file.is_open() && write_all(file.get(), magic) &&
                          write_all(file.get(), sha256_hex(bytes)) &&
                          write_all(file.get(), bytes) && file.close();
  if (!is_written || ::rename(unfinished.c_str(), path.c_str()) != 0)
    static_cast<void>(::unlink(unfinished.c_str()));
}

}  // namespace handbok
