#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "derive/due_days.hpp"

namespace handbok {

/// What a letter is about.
enum class LetterKind : std::uint8_t {
  waits,         ///< a text waits for the role: to be judged, or to be mended
  approved,      ///< a text of the role's is approved
  applies,       ///< a text that the role is to follow will apply, or does
  taken_back,    ///< a text that the role was told of is withdrawn or repealed
  base_changed,  ///< what the role's local text builds on has a new revision
  due,           ///< a document is to be reviewed, or ends
  reminder,      ///< what is to be done is soon due
  late,          ///< it is late
  escalated,     ///< it is so late at another role that this one is told
  digest,        ///< all that waits for the role, once a fortnight
  undone         ///< what the role was told before does not hold: it was taken back
};

/// A reason to write to a role: one for all that the same text, or the same self-check in whatever
/// units, asks of it at once. Pointers point into the Handbook.
struct LetterEvent {
  LetterKind kind = LetterKind::waits;
  std::string id;  ///< the same on every day: "waits RUT-001@3-scrutiny-0 MAS"
  /// Which text was submitted, for what reason it was returned, from which day it is approved: if
  /// that is taken back and done otherwise, it is told anew. Empty if the id says all.
  std::string says{};
  RoleId to;
  /// Where a text belongs: whose holders of the role are meant; empty: all. Of other days each has
  /// its own.
  std::vector<UnitId> units;
  Date on;  ///< when there was a reason for the first time
  /// Of what is approved, applies, has another base or is undone; of that it may be gone.
  const Revision* revision = nullptr;
  std::vector<DueDay> days{};           ///< of the others: what waits, is due or late, by day
  std::vector<const Revision*> news{};  ///< of a digest: what has begun to apply for the role
};

/// Why roles are to be written to on the day of the view, in an order that lasts. What came about
/// before `since` is left out, but for texts that wait still: of the rest a digest tells, which a
/// role has if there is something for it to do. A reason
/// stands as long as it holds, so whoever writes letters remembers which were written.
std::vector<LetterEvent> letter_events(const DayView& view, Date since);

/// The ids of all events that were written about, and how often.
using ToldLetters = std::map<std::string, int, std::less<>>;

/// What roles were told and is undone since, as far as somebody may act on it: a decision, or a
/// text that waited. `says` of the answer is the id that holds no more. The sources must be whole:
/// what cannot be read looks undone.
std::vector<LetterEvent> undone_events(const DayView& view, const ToldLetters& told);

/// How often the event was told as undone.
int times_undone(const ToldLetters& told, const std::string& id);

}  // namespace handbok
