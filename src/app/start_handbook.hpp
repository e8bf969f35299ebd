#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "diag/codes.hpp"

namespace handbok {

/// The facts that a new handbook begins with.
struct StartFacts {
  std::string title;      ///< the name of the handbook
  std::string principal;  ///< who runs the organisation
};

enum class StartOutcome : std::uint8_t {
  started,
  not_empty,   ///< something lies in the folder already; nothing was written
  no_starter,  ///< the files to start from did not come with the program
};

/// Starts a handbook in a new or empty folder: a whole small one with drafts that nobody has
/// adopted, which passes its own check. In the files to start from, "{{title}}" and "{{principal}}"
/// stand for the facts, with their quotation marks in TOML; a name that begins with "dot-" is a
/// hidden file. The schemas that their first lines name come with them. Throws IoError; then
/// nothing is left.
StartOutcome start_handbook(const std::string& folder, const StartFacts& facts, Language language);

}  // namespace handbok
