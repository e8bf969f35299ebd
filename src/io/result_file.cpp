#include "io/result_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <memory>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "io/cache.hpp"
#include "io/file.hpp"
#include "io/file_scan.hpp"
#include "io/read_tree.hpp"

namespace handbok {
namespace {

constexpr std::string_view magic = "handbok-results-1\n";
constexpr std::size_t digest_size = 64;
constexpr std::size_t number_size = 8;
constexpr std::size_t head_size = 2 * digest_size + number_size;  ///< key, digest, count of bytes
constexpr std::size_t entry_bytes_max = std::size_t{64} << 20U;
constexpr std::size_t buffer_bytes = std::size_t{1} << 20U;
constexpr std::size_t small_file = std::size_t{16} << 20U;  ///< not worth tidying

/// Everything that makes of the same input another result.
std::string program_digest() {
  FileScan scan;
  scan.add_program();
  return scan.quick_digest();
}

std::string entry_of(const std::string& key, std::string_view bytes) {
  std::array<char, number_size + 1> count{};
  static_cast<void>(std::snprintf(count.data(), count.size(), "%08zx", bytes.size()));
  std::string entry;
  entry.reserve(head_size + bytes.size());
  return entry.append(key)
      .append(sha256_hex(bytes))
      .append(count.data(), number_size)
      .append(bytes);
}

class ResultFile final : public ResultStore {
public:
  explicit ResultFile(std::string path)
      : path_(std::move(path)),
        head_(std::string(magic).append(program_digest())) {
    file_ = FileHandle(::open(path_.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    is_first_ = !file_.is_open() || ::flock(file_.get(), LOCK_EX | LOCK_NB) == 0;
    const bool is_whole = read_index();
    can_write_ = is_first_ && is_whole;
    if (is_first_ && !is_whole) begin_anew([](const Entry&) { return true; });
  }

  ~ResultFile() override {
    try {
      flush();
      if (can_write_ && end_ > small_file && used_bytes() < end_ / 2)
        begin_anew([](const Entry& entry) { return entry.is_used; });
    } catch (const std::exception&) {  // the next run does it all again
      static_cast<void>(0);
    }
  }
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;

  std::optional<std::string> find(const std::string& key) override {
    std::unique_lock lock(mutex_);
    const auto known = entries_.find(key);
    if (known == entries_.end()) return std::nullopt;
    known->second.is_used = true;
    const auto [at, size, is_used] = known->second;
    lock.unlock();
    auto entry = read_at(file_.get(), at, head_size + size);
    if (entry.empty() || entry.compare(0, digest_size, key) != 0) return std::nullopt;
    const auto bytes = std::string_view(entry).substr(head_size);
    if (entry.compare(digest_size, digest_size, sha256_hex(bytes)) != 0) return std::nullopt;
    entry.erase(0, head_size);
    return entry;
  }

  void keep(const std::string& key, std::string_view bytes) override {
    const auto entry = entry_of(key, bytes);
    const std::lock_guard lock(mutex_);
    if (!can_write_ || bytes.size() > entry_bytes_max) return;
    entries_.insert_or_assign(key, Entry{end_ + buffer_.size(), bytes.size(), true});
    buffer_ += entry;
    if (buffer_.size() >= buffer_bytes) flush();
  }

private:
  struct Entry {
    std::size_t at = 0;    ///< of its head
    std::size_t size = 0;  ///< of its bytes
    bool is_used = false;
  };

  /// Notes where each entry lies, up to the first that is none; false if the file is of another
  /// program, or something in it is no entry.
  bool read_index() {
    struct stat status {};
    if (!file_.is_open() || ::fstat(file_.get(), &status) != 0 || !S_ISREG(status.st_mode))
      return false;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (read_at(file_.get(), 0, head_.size()) != head_) return false;
    end_ = head_.size();
    while (end_ + head_size <= size) {
      const auto head = read_at(file_.get(), end_, head_size);
      const auto bytes = head.empty() ? std::nullopt : size_in(head);
      if (!bytes || *bytes > size - end_ - head_size) break;
      entries_.insert_or_assign(head.substr(0, digest_size), Entry{end_, *bytes, false});
      end_ += head_size + *bytes;
    }
    return end_ == size;
  }

  static std::optional<std::size_t> size_in(const std::string& head) {
    std::size_t size = 0;
    for (const char c : std::string_view(head).substr(2 * digest_size)) {
      const auto digit = std::string_view("0123456789abcdef").find(c);
      if (digit == std::string_view::npos) return std::nullopt;
      size = size * 16 + digit;
    }
    if (size > entry_bytes_max) return std::nullopt;
    return size;
  }

  std::size_t used_bytes() const {
    std::size_t bytes = head_.size();
    for (const auto& [key, entry] : entries_)
      if (entry.is_used) bytes += head_size + entry.size;
    return bytes;
  }

  /// Begins a new file, with those of the old one's entries; other runs may still read that.
  template <typename IsKept>
  void begin_anew(IsKept is_kept) {
    std::vector<std::pair<std::size_t, std::string>> kept;
    for (const auto& [key, entry] : entries_)
      if (is_kept(entry)) kept.emplace_back(entry.at, key);
    std::ranges::sort(kept);
    const auto unfinished = path_ + "." + std::to_string(::getpid());
    constexpr mode_t readable_by_me = 0600;
    FileHandle fresh(::open(unfinished.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
                            readable_by_me));
    can_write_ = fresh.is_open() && ::flock(fresh.get(), LOCK_EX | LOCK_NB) == 0 &&
                 write_all(fresh.get(), head_);
    auto end = head_.size();
    for (const auto& [at, key] : kept) {
      auto& entry = entries_[key];
      const auto bytes = read_at(file_.get(), at, head_size + entry.size);
      can_write_ = can_write_ && !bytes.empty() && write_all(fresh.get(), bytes);
      entry.at = std::exchange(end, end + bytes.size());
    }
    if (!can_write_ || ::rename(unfinished.c_str(), path_.c_str()) != 0) {
      static_cast<void>(::unlink(unfinished.c_str()));
      entries_.clear();
      can_write_ = false;
      return;
    }
    std::erase_if(entries_, [&](const auto& known) { return !is_kept(known.second); });
    file_ = std::move(fresh);
    end_ = end;
  }

  void flush() {
    if (!can_write_ || buffer_.empty()) return;
    if (::lseek(file_.get(), static_cast<off_t>(end_), SEEK_SET) < 0 ||
        !write_all(file_.get(), buffer_))
      can_write_ = false;
    end_ += buffer_.size();
    buffer_.clear();
  }

  std::string path_;
  std::string head_;  ///< the first bytes of a file of this program
  FileHandle file_;
  std::mutex mutex_;  ///< over all that follows
  std::unordered_map<std::string, Entry> entries_;
  std::string buffer_;     ///< what is to be written next
  std::size_t end_ = 0;    ///< of what is written and whole
  bool is_first_ = false;  ///< no other run adds to the file
  bool can_write_ = false;
};

}  // namespace

std::shared_ptr<ResultStore> open_result_file(const std::string& folder) {
  const Cache cache;
  if (!cache.is_there()) return nullptr;
  const auto name = sha256_hex(real_folder(folder)).append(".results");
  return std::make_shared<ResultFile>(cache.path_of(name));
}

}  // namespace handbok
