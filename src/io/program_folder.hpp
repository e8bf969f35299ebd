#pragma once

#include <string>

namespace handbok {

/// The folder in which the running program's file lies; "." if the system does not tell.
std::string program_folder();

}  // namespace handbok
