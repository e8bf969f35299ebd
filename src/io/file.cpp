#include "io/file.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <system_error>

namespace handbok {
namespace {

class FileShelf final : public Shelf {
public:
  explicit FileShelf(FileHandle file) : file_(std::move(file)) {}

  std::optional<std::uint64_t> put(std::string_view bytes) override {
    const auto place = end_;
    // What half a write leaves behind is written over.
    if (::lseek(file_.get(), static_cast<off_t>(place), SEEK_SET) < 0 ||
        !write_all(file_.get(), bytes))
      return std::nullopt;
    end_ += bytes.size();
    return place;
  }

  std::string get(std::uint64_t at, std::size_t count) const override {
    auto bytes = read_at(file_.get(), at, count);
    if (bytes.size() != count) throw IoError("texts put away", EIO);
    return bytes;
  }

private:
  FileHandle file_;
  std::uint64_t end_ = 0;
};

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::optional<std::string> read_all(int descriptor) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::string read_at(int descriptor, std::size_t at, std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t used = 0; used < count;) {
    const auto got =
        ::pread(descriptor, bytes.data() + used, count - used, static_cast<off_t>(at + used));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return {};
    used += static_cast<std::size_t>(got);
  }
  return bytes;
}

IoError::IoError(std::string path, int error_number)
    : std::runtime_error(path + ": " + std::generic_category().message(error_number)),
      path_(std::move(path)),
      reason_(std::generic_category().message(error_number)) {}

std::optional<std::string> read_file(const std::string& path) {
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw IoError(path, errno);
  }
  auto bytes = read_all(file.get());
  if (!bytes) throw IoError(path, errno);
  return bytes;
}

ScratchFolder::ScratchFolder() {
  std::error_code error;
  const auto parent = std::filesystem::temp_directory_path(error);
  path_ = (error ? std::filesystem::path("/tmp") : parent) / "handbok-XXXXXX";
  if (::mkdtemp(path_.data()) == nullptr) throw IoError(path_, errno);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::shared_ptr<Shelf> make_shelf() {
  const char* const given = std::getenv("TMPDIR");
  const std::string folder = given != nullptr && *given == '/' ? given : "/var/tmp";
  constexpr mode_t only_mine = 0600;
  FileHandle file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, only_mine));
  if (!file.is_open()) {
    auto path = folder + "/handbok-XXXXXX";
    file = FileHandle(::mkostemp(path.data(), O_CLOEXEC));
    if (file.is_open()) static_cast<void>(::unlink(path.c_str()));
  }
  return file.is_open() ? std::make_shared<FileShelf>(std::move(file)) : nullptr;
}

}  // namespace handbok
