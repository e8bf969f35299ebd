#include "io/io_error.hpp"

#include <system_error>

namespace handbok {

IoError::IoError(std::string path, int error_number)
    : std::runtime_error(path + ": " + std::generic_category().message(error_number)),
      path_(std::move(path)),
      reason_(std::generic_category().message(error_number)) {}

}  // namespace handbok
