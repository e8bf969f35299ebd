#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// Who answers for a duty on one level of the organisation.
struct DutyHolder {
  std::string level;
  RoleId role;
  bool lead = false;
  std::vector<RoleId> together_with{};
};

/// A task in the work with quality and who does it on each level (SOSFS 2011:9, 3 kap. 3 §).
struct Duty {
  DutyId id;
  std::string title;
  SourceId source;
  std::string clause;
  std::string system;                   ///< of work, if not quality; words of the handbook
  std::vector<std::string> levels;      ///< where somebody must answer for it
  std::vector<DutyHolder> responsible;  ///< in order
  std::vector<RoleId> participates;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it is laid out otherwise
  Location location;
};

/// What somebody at work must tell others of, whom and how fast: one row for each kind of event and
/// body of law (SOSFS 2011:9, 5 kap. 4 och 5 §§). The words are the handbook's own.
struct ReportingDuty {
  std::string id;
  std::string title;  ///< the event as staff would say it
  std::vector<RegimeId> regimes;
  std::string first;                    ///< what to do before telling anybody; may be empty
  std::string what;                     ///< what is to be told
  std::string when;                     ///< how fast
  std::vector<std::string> who;         ///< the groups that are bound; empty: everybody
  std::vector<RoleId> to;               ///< whom to tell, in order
  std::string otherwise;                ///< whom to tell instead, as at night; may be empty
  std::vector<std::string> topics;      ///< the routines about them describe it
  std::string system;                   ///< the external system to report in; may be empty
  std::vector<RoleId> investigated_by;  ///< who looks into it
  std::vector<std::string> decisions;   ///< rights to decide what follows; those of the day count
  std::vector<std::string> law;         ///< "sfs-2010-659/6:4"; what is in force on the day counts
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day on which it is told otherwise
  Location location;
};

/// The right to make a kind of decision.
struct DecisionAuthority {
  std::string id;
  std::string title;
  RoleId decider;
  RoleId delegated_by;
  RoleId report_to;
  std::string ref;
  std::vector<RegimeId> regimes;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;  ///< first day without it
  Location location;
};

}  // namespace handbok
