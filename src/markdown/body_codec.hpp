#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/body.hpp"

namespace handbok {

/// What the work on some texts gave.
struct ParsedBodies {
  std::vector<Body> bodies;  ///< one for each text, in order
  Diagnostics diagnostics;
};

/// `parsed` as bytes that decode_bodies reads. They are for this program only: their form may
/// change with every version.
std::string encode_bodies(const ParsedBodies& parsed);

/// Reads what encode_bodies wrote. No value if the bytes are anything else, whatever they are.
std::optional<ParsedBodies> decode_bodies(std::string_view bytes);

}  // namespace handbok
