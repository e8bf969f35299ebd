#include "io/write_files.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>

#include "io/file.hpp"

namespace handbok {
namespace {

/// What it takes the place of says who may read and write it, or else whoever knows what was there.
void write_and_flush(const std::string& path, const FileToWrite& source,
                     const std::string& taking_place_of) {
  constexpr mode_t readable_by_all = 0644;
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all));
  if (!file.is_open()) throw IoError(path, errno);
  struct stat status {};
  const bool is_there = ::lstat(taking_place_of.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  constexpr mode_t permission_bits = 0777;
  const auto rights = (is_there ? status.st_mode : source.rights) & permission_bits;
  if (rights != 0 && ::fchmod(file.get(), rights) != 0) throw IoError(path, errno);
  if (!write_all(file.get(), source.bytes) || ::fsync(file.get()) != 0 || !file.close())
    throw IoError(path, errno);
}

/// The renames of several files as one: unless it is settled, the destructor undoes them.
class Transaction {
public:
  explicit Transaction(std::string folder) : folder_(std::move(folder)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!is_settled_) undo();
  }

  void prepare(const FileToWrite& file) {
    auto path = folder_;
    if (!path.empty()) path += "/";
    path += file.path;
    make_folders(path);
    const auto name = path.rfind('/') + 1;
    const auto hidden = path.substr(0, name) + "." + path.substr(name);
    const auto process = "-" + std::to_string(::getpid());
    steps_.push_back({path, hidden + ".new" + process, hidden + ".old" + process});
    write_and_flush(steps_.back().unfinished, file, path);
  }

  /// Renames every file into place. A file that was there keeps a second name until all are done.
  void settle() {
    for (auto& step : steps_) {
      step.has_previous = keep_previous(step);
      if (::rename(step.unfinished.c_str(), step.path.c_str()) != 0) {
        throw IoError(step.path, errno);
      }
      step.is_placed = true;
    }
    is_settled_ = true;
    for (const auto& step : steps_)
      ::unlink(step.previous.c_str());
  }

private:
  struct Step {
    std::string path;
    std::string unfinished;
    std::string previous;
    bool has_previous = false;
    bool is_placed = false;
  };

  /// Gives the file that is there a second name; false if there is none. On a file system without
  /// hard links it is renamed instead, so for a moment nothing has its own name.
  static bool keep_previous(const Step& step) {
    if (::link(step.path.c_str(), step.previous.c_str()) == 0) return true;
    if (errno == ENOENT) return false;
    struct stat status {};
    const bool is_file = ::lstat(step.path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    if (!is_file) throw IoError(step.path, EISDIR);
    if (::rename(step.path.c_str(), step.previous.c_str()) == 0) return true;
    throw IoError(step.path, errno);
  }

  void make_folders(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos || slash == 0) return;
    const auto parent = path.substr(0, slash);
    constexpr mode_t searchable_by_all = 0755;
    if (::mkdir(parent.c_str(), searchable_by_all) == 0) {
      folders_.push_back(parent);
    } else if (errno == ENOENT) {
      make_folders(parent);
      if (::mkdir(parent.c_str(), searchable_by_all) != 0) throw IoError(parent, errno);
      folders_.push_back(parent);
    } else if (errno != EEXIST) {
      throw IoError(parent, errno);
    }
  }

  void undo() {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
      ::unlink(step->unfinished.c_str());
      if (step->has_previous) {
        static_cast<void>(::rename(step->previous.c_str(), step->path.c_str()));
        ::unlink(step->previous.c_str());
      } else if (step->is_placed) {
        ::unlink(step->path.c_str());
      }
    }
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
      ::rmdir(folder->c_str());
  }

  std::string folder_;
  std::vector<Step> steps_;
  std::vector<std::string> folders_;  ///< that were made, outermost first
  bool is_settled_ = false;
};

void write_and_close(FileHandle& file, const std::string& path, std::string_view bytes) {
  if (!write_all(file.get(), bytes) || !file.close()) throw IoError(path, errno);
}

FileHandle open_for_writing(const std::string& path, int how) {
  constexpr mode_t readable_by_all = 0644;
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, readable_by_all));
  if (!file.is_open()) throw IoError(path, errno);
  return file;
}

/// True if there is something at the path that must be written into, such as /dev/stdout or a link.
bool is_no_plain_file(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

void write_files_together(const std::string& folder, const std::vector<FileToWrite>& files) {
  Transaction transaction(folder);
  for (const auto& file : files)
    transaction.prepare(file);
  transaction.settle();
}

void remove_files(const std::string& folder, const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    const auto whole = folder + "/" + path;
    if (::unlink(whole.c_str()) != 0 && errno != ENOENT) throw IoError(whole, errno);
    for (auto end = whole.rfind('/'); end > folder.size(); end = whole.rfind('/', end - 1)) {
      if (::rmdir(whole.substr(0, end).c_str()) != 0) break;
    }
  }
}

std::optional<std::string> try_writing_files(const std::string& folder,
                                             const std::vector<FileToWrite>& files) {
  try {
    write_files_together(folder, files);
  } catch (const IoError& error) {
    return error.what();
  }
  return std::nullopt;
}

void write_file(const std::string& path, std::string_view bytes) {
  if (is_no_plain_file(path)) {
    auto file = open_for_writing(path, O_TRUNC);
    write_and_close(file, path, bytes);
    return;
  }
  const auto unfinished = path + ".new-" + std::to_string(::getpid());
  try {
    auto file = open_for_writing(unfinished, O_EXCL);
    write_and_close(file, path, bytes);
    if (::rename(unfinished.c_str(), path.c_str()) != 0) throw IoError(path, errno);
  } catch (const IoError&) {
    ::unlink(unfinished.c_str());
    throw;
  }
}

}  // namespace handbok
