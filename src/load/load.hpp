#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads the sources of a handbook. Never fails and never stops: what can be read is in the result,
/// everything else is in `diagnostics`. Bodies are not parsed here (see markdown/); the text of a
/// revision is `body_text`. Up to `jobs` documents are read at the same time; what comes out is the
/// same.
Handbook load(const FileTree& sources, Diagnostics& diagnostics, int jobs = 1);

/// The Markdown text of a revision's file, after its head.
std::string_view body_text(const FileTree& sources, const Revision& revision);

/// Texts of an interface language by key, such as "status.in_force".
using Words = std::map<std::string, std::string, std::less<>>;

/// Reads a language file of a theme: nested tables give keys joined with '.'. Errors stop the
/// build.
Words load_words(const FileTree& theme, const std::string& path, Diagnostics& diagnostics);

}  // namespace handbok
