#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "model/handbook.hpp"
#include "questions/reports/stretches.hpp"

namespace handbok {

/// What a draft is a draft of.
enum class ReportTopic : std::uint8_t {
  quality,  ///< the quality report of a year (SOSFS 2011:9, advice to 7 kap. 1 §)
  safety,   ///< the patient-safety report of a year (7 kap. 2 §)
  tertial,  ///< the report on one period of compilation
  control   ///< the internal control plan of a year
};

struct ReportRequest {
  ReportTopic topic = ReportTopic::quality;
  int year = 0;
  int period = 0;  ///< of a tertial report, from 1; 0: the last one that has ended
  UnitId unit;     ///< only this unit and those below it; empty: all
};

enum class ReportProblem : std::uint8_t {
  no_such_unit,
  no_such_period,  ///< the year has no period of that number
  not_begun,       ///< the period has not begun, or none of the year has ended
  no_care          ///< the handbook names no regime that a patient-safety report covers
};

/// The draft of a report on the year as it stood, known on `day`: the organisation, responsibility,
/// risks and results of that year, whatever has changed since. Its headings are those that the type
/// of document demands and those of the kind of report.
std::variant<ReportDraft, ReportProblem> draft_report(const Handbook& handbook, Date day,
                                                      const ReportRequest& request);

/// The pack for a review by the management held on `day`: what has come in since the last one, and
/// what became of its decisions. For a day that lies ahead of `today` it tells what is known today:
/// what falls due before the meeting is not late yet, and is marked as what it is. Without `today`,
/// or with a later one, what was known on the day.
ReportDraft draft_review_pack(const Handbook& handbook, Date day,
                              std::optional<Date> today = std::nullopt);

/// The material for a forum's meeting on `day`: each standing point with the rows that it lists
/// (derive/agenda_rows), what was raised, what is late and what comes before it meets again.
/// `today` as above. No value if there is no such forum.
std::optional<ReportDraft> draft_agenda(const Handbook& handbook, Date day, std::string_view forum,
                                        std::optional<Date> today = std::nullopt);

/// The same for the forum's next meeting, today's included; for one whose days are not known,
/// today.
std::optional<ReportDraft> draft_next_agenda(const Handbook& handbook, std::string_view forum,
                                             Date today);

}  // namespace handbok
