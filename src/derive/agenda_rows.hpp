#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "derive/day_view.hpp"

namespace handbok {

/// The days that the agenda of a meeting looks at.
struct MeetingSpan {
  Date since;  ///< the meeting before it, or when it would have been
  Date meeting;
  Date next;  ///< the meeting after it, or when it would be
};

/// What a meeting of the forum on `meeting` looks at: between the meetings that its register tells
/// of, or else as many months back and ahead as lie between two of them.
MeetingSpan span_of(const Forum& forum, Date meeting);

/// Where something stands, as known on the day of the view.
enum class AgendaState : std::uint8_t {
  none,
  open,
  late,            ///< its last day has passed
  before_meeting,  ///< its last day lies ahead, and before the meeting
  effect_check,    ///< it is done, and whether it helped is to be judged
  undecided,
  not_known,  ///< whether something is decided: the day is before the history begins
  result_ok,
  result_partly,
  result_not_ok,
  gap,
  partly,
  in_review,
  begins,
  ends
};

/// Something that a standing point lists.
struct AgendaRow {
  std::string id;        ///< of a document, or a row of a register; of a law its number
  std::string title;     ///< of a compilation and a contractor's report the period or the unit
  std::string detail{};  ///< in the words of the register: a result, a risk's value; may be empty
  std::vector<RoleId> owners{};
  std::optional<Date> on{};  ///< its last day, or the day on which it happened
  AgendaState state = AgendaState::none;
};

/// The rows of a standing agenda point, subject by subject, each once; none for a point that lists
/// nothing. What was decided or found after the day of the view is left out, even if the meeting
/// lies ahead (SOSFS 2011:9, 5 kap. 6–8 §§: what was found is taken up and acted on).
/// `pending_documents` are texts that nobody has approved: a site must not show them.
std::vector<AgendaRow> agenda_rows(const DayView& view, const Forum& forum,
                                   const AgendaPoint& point, const MeetingSpan& span);

/// The state of something that is to be done by `last_day`, which no longer is, or is not yet.
AgendaState state_of_deadline(Date last_day, Date known_on, Date meeting);

}  // namespace handbok
