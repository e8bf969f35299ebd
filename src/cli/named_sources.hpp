#pragma once

#include <string>

namespace handbok {

/// The text, whose commands ("handbok submit RUT-003") name the folder of sources wherever they
/// would not find it by themselves, so that they can be run as they stand.
std::string with_sources(const std::string& text, const std::string& folder);

}  // namespace handbok
