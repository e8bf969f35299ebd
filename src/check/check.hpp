#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/own_citations.hpp"
#include "derive/backlinks.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "model/known_law.hpp"
#include "text/nearest.hpp"

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

/// A revision whose content is checked, with what is known of it on the day. The pointers point
/// into the Handbook.
struct CheckedRevision {
  const Revision* revision = nullptr;
  const Document* document = nullptr;
  const DocumentType* type = nullptr;  ///< nullptr if the handbook has no such type
  RevisionState state = RevisionState::draft;

  /// True if readers follow it: in force, or run out and still shown.
  bool is_current() const {
    return state == RevisionState::in_force || state == RevisionState::expired;
  }
  bool is_adopted() const { return is_current() || state == RevisionState::upcoming; }
};

/// What a check has to say: the values for the sentences of its code, and where to look.
struct CheckReport {
  Code code{};
  Location location{};
  std::vector<std::string> what{};
  std::vector<std::string> remedy{};
  std::string subject{};  ///< empty: the id of the document
  std::string row{};      ///< of a register; empty: the subject is its id
  std::string owner{};    ///< role that answers for a row of a register
  /// Ids of the units that it concerns; empty: all. None: those that its row belongs to, as far as
  /// their work is the row's, or the unit of its text.
  std::optional<std::vector<std::string>> units{};
  std::optional<Severity> severity{};  ///< none: that of the code
  Part part = Part::registers;         ///< for report_entry: registers, or what is common
  /// Of what was to be there by a day: the day of which that must be known; none: the day itself.
  std::optional<Date> lacking_on{};
};

/// What the checks have in common, found once for all of them. Safe to read from any thread.
struct CheckedHandbook {
  /// `earlier` is what reading the sources reported.
  CheckedHandbook(const DayView& view, const Backlinks& backlinks, const Diagnostics& earlier,
                  const LawPack* known_law = nullptr);

  const DayView& view;
  const Backlinks& backlinks;
  UnreadRegisters unread;
  bool stops_build;  ///< some earlier error does
  std::vector<CheckedRevision> revisions;
  std::vector<OwnCitation> citations;
  const LawPack* law;  ///< nullptr: nothing is known beside the register
};

/// What one check is handed: the handbook on a day, and where to report. Refers to both, which must
/// outlive it. Not safe to share between threads; each check has its own.
class CheckContext {
public:
  CheckContext(const CheckedHandbook& checked, Diagnostics& diagnostics)
      : checked_(&checked),
        diagnostics_(&diagnostics) {}

  const Handbook& handbook() const { return view().handbook(); }
  const DayView& view() const { return checked_->view; }
  const Backlinks& backlinks() const { return checked_->backlinks; }
  Date day() const { return view().day(); }

  /// The revisions whose content is checked, by document and number: in force or still shown,
  /// adopted and upcoming, in review, and draft. Archived ones are left in peace, and so is one
  /// that could not be read or whose text is not the approved one.
  const std::vector<CheckedRevision>& revisions() const { return checked_->revisions; }

  /// The statutes that those revisions cite in their own words.
  const std::vector<OwnCitation>& citations() const { return checked_->citations; }

  /// What is known of law beside the handbook's register; empty if nothing is.
  const LawPack& law() const;

  /// The registers whose content is not known.
  const UnreadRegisters& unread() const { return checked_->unread; }

  /// True if the settings, units or roles are broken: what follows from that need not be reported
  /// again.
  bool stops_build() const { return checked_->stops_build; }

  /// What is missing on a day before the history begins of where it might stand is not reported: it
  /// may have been there (may_stand_elsewhere).
  ///
  /// Reports about a revision. An error withholds it; about a revision that nobody has approved,
  /// which is never published, it is a warning.
  void report(const Revision& revision, CheckReport report);

  /// Reports about a document as a whole. An error leaves the decision concerned out.
  void report(const Document& document, CheckReport report);

  /// Reports about a row of a register, whose id is the subject, or about what is common. An error
  /// has the consequence `consequence`.
  void report_entry(CheckReport report, Consequence consequence = Consequence::entry_left_out);

private:
  bool is_told(const CheckReport& report) const;

  const CheckedHandbook* checked_;
  Diagnostics* diagnostics_;
};

/// Runs every check of checks.def, reports what it finds, and marks in all diagnostics, earlier
/// ones included, what the handbook has decided about them. A check that would only miss what an
/// unreadable register holds is left out; without settings, units or roles all are. Up to `jobs`
/// checks run at the same time; what they find does not depend on it. `law` is what is known beside
/// the register of sources.
void run_checks(const DayView& view, const Backlinks& backlinks, Diagnostics& diagnostics,
                int jobs = 1, const LawPack* law = nullptr);

/// Gives warnings and notes the severities that handbook.toml chooses, and marks those that
/// registers/suppressions.toml accepts until a day. Errors are never changed. Reports suppressions
/// that name no code (an error), that match nothing, and that have expired.
void judge(const DayView& view, Diagnostics& diagnostics);

/// True if the check of that code tells that something is missing, and it may be among what the
/// handbook does not hold of the day.
bool may_stand_elsewhere(const DayView& view, Code code, Date day);

/// The codes that have a check, in the order in which the checks run.
std::vector<Code> checked_codes();

/// True if the revision was approved for other bytes than it has now.
bool has_changed_text(const Revision& revision);

/// The slot for the known text nearest to `wanted` (near_slot).
std::string near_to(std::string_view wanted, const std::vector<std::string>& known);

/// "Nyckelhantering – Hjulet, Norr": what holds in some units only, with their names.
std::string named_in(const std::string& name, const std::vector<std::string>& units);

std::vector<std::string> ids_of(const std::vector<const OrgUnit*>& units);
std::vector<std::string> names_of(const std::vector<const OrgUnit*>& units);

/// Where something is missing.
struct MissingIn {
  std::vector<std::string> ids;    ///< none if it is every operative unit
  std::vector<std::string> names;  ///< none if it is every unit that it concerns
};

/// The operative units in which it is missing; no value if it is nowhere. If it concerns no unit at
/// all, `is_somewhere` counts.
std::optional<MissingIn> missing_in(
    const UnitsOnDay& units, bool is_somewhere,
    const std::function<std::optional<bool>(const OrgUnit&)>& is_missing_in);

/// Which of the operative units within `tops` (empty: of all) are concerned; `tops` itself if all
/// of them are, or none.
std::vector<std::string> units_where(const UnitsOnDay& units, std::vector<std::string> tops,
                                     const std::function<bool(const OrgUnit&)>& is_concerned);

/// "RUT (Rutin)" for each of `entities`, in their order: the word to write, and what it means.
template <typename Entity>
std::vector<std::string> named_ids_of(const std::vector<Entity>& entities) {
  std::vector<std::string> words;
  words.reserve(entities.size());
  for (const auto& entity : entities)
    words.push_back(entity.name.empty() ? entity.id : entity.id + " (" + entity.name + ")");
  return words;
}

}  // namespace handbok
