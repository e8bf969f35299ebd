#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"

namespace handbok {

/// How one document uses another.
enum class UseKind : std::uint8_t {
  text,      ///< refers to it in its text
  step,      ///< a process step follows it; `anchor` is the node
  relation,  ///< complements it, is a form for it …
};

/// One use of a document by a revision in force.
struct Use {
  const Revision* by = nullptr;
  UseKind kind = UseKind::text;
  std::string anchor;                              ///< node of a process; empty otherwise
  RelationKind relation = RelationKind::see_also;  ///< for UseKind::relation
};

/// Who points at whom, among the revisions in force on the day. Refers to the DayView's Handbook.
class Backlinks {
public:
  explicit Backlinks(const DayView& view);

  /// The uses of that document by others, by user's id; empty if nobody uses it. Of the row of a
  /// register: the texts that refer to it.
  const std::vector<Use>& of(std::string_view id) const;

private:
  std::map<std::string, std::vector<Use>, std::less<>> uses_;
};

}  // namespace handbok
