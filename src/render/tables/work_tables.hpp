#pragma once

#include <string>
#include <vector>

#include "model/action.hpp"
#include "model/duty.hpp"
#include "model/planning.hpp"
#include "model/risk.hpp"
#include "model/self_check.hpp"
#include "render/tables/table_page.hpp"
#include "render/words.hpp"

namespace handbok {

// Tables that stand both on a page of their own and on the pages of units, and words in them.

/// What a duty is, and the clause that it stands in.
Html duty_html(const Duty& duty, const LinkScope& scope);

/// The risks as a table, the highest value first: for all units, or with what is done in one.
TableSection risk_table(std::string anchor, std::string heading,
                        const std::vector<const Risk*>& risks, const LinkScope& scope,
                        const OrgUnit* unit = nullptr);

/// The self-checks as a table, the next one first: for all units, or as one of them has them.
TableSection self_check_table(std::string anchor, std::string heading,
                              std::vector<const SelfCheck*> checks, const LinkScope& scope,
                              const OrgUnit* unit = nullptr);

/// The last result of a self-check as the unit has it, with the day and whose it is; the unit's
/// name stands before it if `name` is given.
Html unit_result_html(const SelfCheck& check, const OrgUnit& unit, const std::string& name,
                      const LinkScope& scope);

/// The actions that are open or wait for their effect to be checked, the next one first.
TableSection action_table(std::string anchor, std::string heading,
                          const std::vector<const Action*>& actions, const LinkScope& scope);

/// The findings of one kind known on the day, the latest first.
TableSection finding_table(std::string anchor, std::string heading, FindingKind kind,
                           const LinkScope& scope);

/// The roll-out of documents as a table: of one document, or of one unit if `document` is empty.
TableSection rollout_table(std::string_view document, std::string_view unit,
                           const LinkScope& scope);

/// How many units nobody has informed of the latest analysis.
std::size_t uninformed_of_latest(const LinkScope& scope);

/// "varje månad" and, if it is known, the day of the next meeting.
Html forum_times_html(const Forum& forum, Date day, const LinkScope& scope);

/// What readers call a kind of report: "Patientsäkerhetsberättelse".
Word report_word(ReportKind kind);

/// "varje månad", "två gånger om året" …, for what recurs every `months` months; 0: when needed.
std::string frequency_text(int months, const WordTable& words);

}  // namespace handbok
