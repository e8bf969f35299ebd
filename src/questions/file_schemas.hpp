#pragma once

#include <string_view>

#include "base/file_tree.hpp"
#include "base/json.hpp"
#include "diag/codes.hpp"
#include "model/keys.hpp"

namespace handbok {

/// Where the schemas of a handbook lie below its sources: hidden, so that they are no sources.
inline constexpr std::string_view schema_folder = ".handbok/schema/";

/// What a key means that is left out, as files write it; null if that is nothing.
Json meaning_if_left_out(const Shape& shape, const Key& key);

/// What the TOML files of the handbook may hold, as JSON Schemas for editors: of handbook.toml, of
/// each register, those of its own too, and of the files of a document. They say what the program
/// reads and how, not whether what is named exists.
FileTree file_schemas(const Handbook& handbook, Language language);

}  // namespace handbok
