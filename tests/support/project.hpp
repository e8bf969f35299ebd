#pragma once

#include <string>

namespace handbok::test {

/// The path of a file of this checkout, as in `in_project("content")`.
std::string in_project(const std::string& path);

/// The path of the program that the scripts of tests/cli run.
std::string program_path();

}  // namespace handbok::test
