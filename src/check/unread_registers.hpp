#pragma once

#include <set>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace handbok {

/// The registers, by name without folder and ending ("sources"), that could not be read at all, and
/// "handbook" for handbook.toml. What they hold is unknown, so nothing in them can be reported as
/// missing.
class UnreadRegisters {
public:
  /// Learns it from what was reported while reading.
  explicit UnreadRegisters(const Diagnostics& diagnostics);

  bool contains(std::string_view name) const { return names_.contains(name); }
  bool is_empty() const { return names_.empty(); }

  /// True if nothing can be checked: the settings, units or roles are not known.
  bool lacks_foundation() const;

  /// True if the check of that code would miss what one of them holds.
  bool mislead(Code code) const;

private:
  std::set<std::string, std::less<>> names_;
};

}  // namespace handbok
