#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "derive/demands.hpp"
#include "derive/requirement_status.hpp"
#include "diag/diagnostic.hpp"
#include "model/process.hpp"

namespace handbok {

/// One thing in one unit.
struct StandingCell {
  ThingKind kind = ThingKind::requirement;
  std::string thing;  ///< "LAW-01", "lag/4:4 st1", "nycklar", "PRO-002/A3", "EGK-03/2026-09-30"
  std::string title;
  const OrgUnit* unit = nullptr;
  Standing standing = Standing::missing;
  std::vector<std::string> shown_by{};        ///< ids of documents in force, or a result
  std::vector<const Diagnostic*> findings{};  ///< that serve the clause and are told in the unit
};

/// The standing of every thing in every operative unit that it concerns, on the day of the view.
/// What is decided not to apply, and a recommendation that is not followed, concerns nobody. The
/// one source of what pages, checks, reports and `handbok matrix` say of it. Refers to the view
/// and the findings, which must outlive it. Safe to read from any thread once built.
class Standings {
public:
  /// `findings` are what the checks found, as far as it may be told.
  Standings(const DayView& view, const std::vector<const Diagnostic*>& findings);

  /// The cells of an operative unit: requirements, clauses that none answers to, topics, groups
  /// that complain, steps of processes in force, and what is demanded of it (derive/demands); each
  /// in the order of its register. A contractor has only what is demanded of it.
  std::vector<StandingCell> of(const OrgUnit& unit) const;

  /// The cells of a row in the units that it concerns.
  std::vector<StandingCell> of(const Requirement& requirement) const;
  std::vector<StandingCell> of(const Topic& topic) const;
  std::vector<StandingCell> of(const ComplaintSource& source) const;

  /// The findings that serve the row's clause.
  const std::vector<const Diagnostic*>& findings_of(const Requirement& requirement) const;

  const DayView& view() const { return *view_; }

  /// The operative units on the day, and contractors, in the order of the register.
  const std::vector<const OrgUnit*>& units() const { return units_; }

private:
  /// A row that counts on the day, or a clause that none answers to.
  struct Row {
    RequirementQuestion question;
    const Requirement* requirement = nullptr;  ///< nullptr: the clause stands alone
    std::vector<const Diagnostic*> findings{};
  };

  const Row* find(const Requirement& requirement) const;
  void add_row(Row row, const std::vector<const Diagnostic*>& findings);
  void add_requirement(std::vector<StandingCell>& cells, const Row& row, const OrgUnit& unit) const;
  void add_topic(std::vector<StandingCell>& cells, const Topic& topic, const OrgUnit& unit) const;
  void add_complaints(std::vector<StandingCell>& cells, const ComplaintSource& source,
                      const OrgUnit& unit) const;
  void add_activities(std::vector<StandingCell>& cells, const OrgUnit& unit) const;
  void add_demands(std::vector<StandingCell>& cells, const OrgUnit& unit) const;

  const DayView* view_;
  std::vector<const OrgUnit*> units_;
  std::vector<Row> rows_;  ///< in the order of the matrix
  /// The units that a finding is told in, by address: those that it concerns, or, if they have no
  /// cells, those of the nearest unit above that does work.
  std::map<const Diagnostic*, std::vector<const OrgUnit*>> told_in_;
  std::vector<Demand> demands_;
  std::map<const OrgUnit*, std::vector<std::size_t>> demanded_of_;  ///< places in demands_
};

/// The same, but what is missing on a day before the history of the handbook, or of the register,
/// begins (is_known) is not known. The day is that of the view, or the one that was to be kept.
Standing as_known(const DayView& view, Standing standing, std::string_view places = "texts",
                  std::optional<Date> day = std::nullopt);

/// True if the unit has cells: it does the work itself on the day.
bool has_standing(const DayView& view, const OrgUnit& unit);

/// What a status says of one thing; none if nothing is demanded.
std::optional<Standing> standing_of(RequirementStatus status);

/// The standing of a topic in a unit; none if it does not concern the unit.
std::optional<Standing> topic_in(const DayView& view, const Topic& topic, const OrgUnit& unit);

/// Whether what says how the source's complaints are received applies in the unit.
Standing complaints_in(const DayView& view, const ComplaintSource& source, const OrgUnit& unit);

/// The standing of a step of a process in force in a unit; none if it is not made there.
std::optional<Standing> activity_in(const DayView& view, const Revision& process,
                                    const ProcessNode& node, const OrgUnit& unit);

}  // namespace handbok
