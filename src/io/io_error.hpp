#pragma once

#include <stdexcept>
#include <string>

namespace handbok {

/// The machine failed: a file cannot be read or written, a process cannot be started. Ends the run
/// with exit status 3; thrown only in io/, caught only there and in cli/.
class IoError : public std::runtime_error {
public:
  IoError(std::string path, int error_number);

  const std::string& path() const { return path_; }
  /// What the system says of it, such as "No space left on device".
  const std::string& reason() const { return reason_; }

private:
  std::string path_;
  std::string reason_;
};

}  // namespace handbok
