#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diag/codes.hpp"

namespace handbok {

/// A kind of handbook that can be begun.
struct StarterKind {
  std::string id;     ///< "kommun"
  std::string title;  ///< what it is, in the language of the starter
  std::vector<std::string> parts;
};

/// The kinds in that language, the usual one first; none if what a handbook starts from did not
/// come with the program. Throws IoError.
std::vector<StarterKind> starter_kinds(Language language);

/// The facts that a new handbook begins with.
struct StartFacts {
  std::string kind;       ///< of starter_kinds
  std::string title;      ///< the name of the handbook
  std::string principal;  ///< who runs the organisation
  int first_year = 0;     ///< the first that the handbook demands something of
  std::string today;      ///< of the time before it the handbook knows nothing
};

enum class StartOutcome : std::uint8_t {
  started,
  not_empty,   ///< something lies in the folder already; nothing was written
  no_starter,  ///< the files to start from did not come with the program, or have no such kind
};

/// Starts a handbook in a new or empty folder: a whole one with drafts that nobody has adopted,
/// which passes its own check. It is made of the parts of its kind: a file that several of them
/// have is theirs one after the other. "{{title}}" and "{{principal}}" stand for the facts, with
/// their quotation marks in TOML, "{{year}}" for the first year, "{{today}}" for the day, and what
/// a part says in its words.txt ("chef = DIR") for its "{{chef}}"; a name that begins with "dot-"
/// is a hidden file. The schemas that their first lines name come with them. Throws IoError; then
/// nothing is left.
StartOutcome start_handbook(const std::string& folder, const StartFacts& facts, Language language);

}  // namespace handbok
