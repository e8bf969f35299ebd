#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/expected.hpp"

namespace handbok {

// The browser Chromium, which prints pages as PDF: run without a window, without the network and
// under a limit of time.

enum class BrowserFault : std::uint8_t { failed, too_slow };

/// The program that prints: the one at `path` or with that name, or an installed Chromium or Chrome
/// if that is empty; no value if there is none.
std::optional<std::string> find_browser(const std::string& path);

/// The page at `path` of the site in `folder` as a PDF with tags and an outline. Throws IoError.
Expected<std::string, BrowserFault> print_page(const std::string& browser,
                                               const std::string& folder, const std::string& path);

}  // namespace handbok
