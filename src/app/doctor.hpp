#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbok {

/// What the program can use of the machine it runs on.
enum class Aid : std::uint8_t {
  theme,       ///< the default theme that came with the program
  child,       ///< processes of its own under limits, for diagrams and Markdown
  pandoc,      ///< reads and writes Word files
  ssh_keygen,  ///< signs and checks approvals
  pdftotext,   ///< reads PDFs, to look for personal identity numbers
  day,         ///< the day that "today" is (SOURCE_DATE_EPOCH is honoured)
};

/// Whether one of them is there.
struct AidState {
  Aid aid = Aid::theme;
  bool present = false;
  bool needed = false;  ///< nothing can be built without it
  std::string detail;   ///< where it lies, or what it says of itself; may be empty
};

/// Looks for each of them, in the order above.
std::vector<AidState> examine_machine();

}  // namespace handbok
