#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// What led to an action.
enum class ActionOrigin : std::uint8_t {
  unknown,
  risk,
  self_check,
  analysis,
  finding,
  review,
  report,
  external_change,
  direct
};

enum class ActionStatus : std::uint8_t { decided, ongoing, done, cancelled };

enum class ActionEffect : std::uint8_t { unchecked, effective, partly, ineffective };

/// The cause that an action answers.
enum class Cause : std::uint8_t {
  unknown,
  no_routine,
  not_followed,
  resources,
  competence,
  discrimination,
  other
};

/// Something decided to mend or prevent a shortcoming (SOSFS 2011:9, 5 kap. 7 §).
struct Action {
  ActionId id;
  std::string title;
  ActionOrigin origin = ActionOrigin::unknown;
  std::string origin_id;  ///< id of the risk, self-check, compilation …; may be empty
  RoleId responsible;
  UnitId unit;
  std::optional<Date> decided_on;
  std::optional<Date> due_on;  ///< last day to be done
  ActionStatus status = ActionStatus::decided;
  std::string cancelled_reason;
  std::optional<Date> done_on;
  std::optional<Date> effect_check_on;
  ActionEffect effect = ActionEffect::unchecked;
  Cause cause = Cause::unknown;
  std::string planned_in;    ///< id of a plan, or words; may be empty
  std::string escalated_to;  ///< id of a forum or unit; may be empty
  Location location;
};

enum class FindingKind : std::uint8_t { shortcoming, good_practice };

/// Whether a document or process was found fit for its purpose.
enum class Verdict : std::uint8_t { none, fit, unfit };

/// Something observed about a document or process (SOSFS 2011:9, 5 kap. 8 §).
struct Finding {
  FindingId id;
  std::string text;
  FindingKind kind = FindingKind::shortcoming;
  std::string source;  ///< self_check, risk, compilation, report, review, audit or supervision
  std::string source_id;
  Date found_on;
  DocumentId about;
  Verdict verdict = Verdict::none;
  std::string decision;  ///< id of an action or revision, or words; empty if none
  Cause cause = Cause::unknown;
  Location location;
};

}  // namespace handbok
