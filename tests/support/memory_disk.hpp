#pragma once

#include <limits>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/disk.hpp"

namespace handbok::test {

/// What a MemoryDisk throws at the call that it was told to fail.
struct DiskStopped : std::runtime_error {
  DiskStopped() : std::runtime_error("the disk was stopped") {}
};

/// A file system in memory that keeps two states: what programs see, and what would be left after a
/// power cut. Only sync() moves bytes of a file, or the names in a folder, from the first to the
/// second, and sync_all() everything; a file whose bytes were not synced is empty after a power
/// cut, as on ext4.
class MemoryDisk : public Disk {
public:
  std::vector<std::string> names_in(const std::string& folder) override;
  std::optional<FileStatus> status(const std::string& path) override;
  std::string read(const std::string& path) override;
  std::string link_target(const std::string& path) override;
  void make_folder(const std::string& path) override;
  void write_new(const std::string& path, std::string_view bytes, std::int64_t modified) override;
  void set_modified(const std::string& path, std::int64_t modified) override {
    change_time(path, modified);
  }
  void hard_link(const std::string& from, const std::string& to) override;
  void symbolic_link(const std::string& target, const std::string& path) override;
  void rename(const std::string& from, const std::string& to) override;
  void remove(const std::string& path) override;
  void remove_tree(const std::string& path) override;
  void sync(const std::string& path) override;
  void sync_all() override;
  std::uint64_t free_bytes() override { return free_bytes_; }

  /// How many changing calls there have been.
  int calls() const { return calls_; }
  /// Every changing call from this one on throws DiskStopped and does nothing, as for a killed
  /// program.
  void stop_at(int call) { stop_at_ = call; }
  /// Lets the disk work again.
  void restart() { stop_at_ = std::numeric_limits<int>::max(); }
  /// What was not synced is gone.
  void cut_power();

  // For tests that do what nobody should.
  void set_free_bytes(std::uint64_t bytes) { free_bytes_ = bytes; }
  void put(const std::string& path, const std::string& bytes);
  void change_bytes(const std::string& path, const std::string& bytes);
  void change_mode(const std::string& path, unsigned mode);
  void change_time(const std::string& path, std::int64_t modified);

  /// The paths of all files and links, in byte order.
  std::vector<std::string> all_files() const;

private:
  struct Content {
    std::string bytes;
    unsigned mode = 0644;
    std::int64_t modified = 0;
  };
  struct Node {
    FileKind kind = FileKind::folder;
    std::uint64_t identity = 0;
    std::string target;
  };
  struct State {
    std::map<std::string, Node> nodes;
    std::map<std::uint64_t, Content> contents;
  };

  void change();
  Node& node(const std::string& path);
  void add(const std::string& path, Node node);
  void keep_names(const std::string& folder);

  State now_;
  State safe_;
  std::uint64_t next_identity_ = 1;
  std::uint64_t free_bytes_ = std::uint64_t{1} << 40U;
  int calls_ = 0;
  int stop_at_ = std::numeric_limits<int>::max();
};

}  // namespace handbok::test
