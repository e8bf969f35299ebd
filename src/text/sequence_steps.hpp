#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace handbok {

enum class EditKind : std::uint8_t { same, removed, added };

/// A way from one sequence to another, part by part.
struct SequenceSteps {
  std::vector<EditKind> kinds;  ///< what stays, and what goes before what comes
  bool is_coarse = false;       ///< somewhere all goes and all comes, because it is too much
};

/// The shortest way, or one that is nearly as short: long sequences are cut where something stands
/// that stands once in both, and what cannot be cut so is not compared. Takes time and memory by
/// their length, whatever they hold.
SequenceSteps steps_between(std::span<const std::string> before,
                            std::span<const std::string> after);

}  // namespace handbok
