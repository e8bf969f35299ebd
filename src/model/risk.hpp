#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

/// In which kind of work a risk was found.
enum class RiskExercise : std::uint8_t {
  risk_dialogue,
  vor,  ///< väsentlighets- och riskanalys, for the internal control plan
  change,
  event_analysis,
  work_env,
  ongoing
};

/// The process that takes care of a risk.
enum class GoverningProcess : std::uint8_t { unchosen, quality, internal_control, work_env, goals };

enum class RiskTreatment : std::uint8_t { unchosen, reduce, avoid, transfer, accept };

/// Probability and consequence as they were judged on a day; 0 where a number was left out.
struct RiskAssessment {
  Date on;
  int probability = 0;
  int consequence = 0;
  RoleId by;
};

/// An event that may harm, with the history of how it was judged (SOSFS 2011:9, 5 kap. 1 §).
struct Risk {
  RiskId id;
  std::string event;
  std::string consequence_text;
  UnitId unit;
  DocumentId process;
  std::string node;  ///< of the process; may be empty
  std::vector<RegimeId> regimes;
  RiskExercise exercise = RiskExercise::risk_dialogue;
  std::optional<int> exercise_year;
  std::string trigger;
  GoverningProcess handled_in = GoverningProcess::unchosen;
  RiskTreatment treatment = RiskTreatment::unchosen;
  RoleId accepted_by;
  std::optional<Date> accepted_on;
  RoleId owner;
  std::vector<std::string> handled_by;  ///< ids of self-checks, actions, control items, documents
  std::vector<RiskAssessment> assessments;  ///< by rising day
  int reassess_months = 12;
  std::optional<Date> closed_on;  ///< first day on which it is no longer a risk
  Location location;
};

}  // namespace handbok
