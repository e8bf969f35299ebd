// Words that documents and registers must choose from a list: regimes, levels, kinds of partners. A
// misspelt regime would silently take a document out of the reach of units.

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

/// The kinds of partners that SOSFS 2011:9 4:5 and 4:6 name.
constexpr std::array<std::string_view, 6> partner_kinds = {"social_service", "lss_operation",
                                                           "care_provider",  "authority",
                                                           "association",    "other_organisation"};

using Report = std::function<void(CheckReport)>;

/// What may be written for a key, and how that is told.
struct Choices {
  std::vector<std::string> known;
  std::string told;
};

template <typename Entity>
Choices choices_of(const std::vector<Entity>& entities) {
  return {ids_of(entities), join(named_ids_of(entities), ", ")};
}

void require_known(std::string_view key, const std::vector<std::string>& values,
                   const Choices& choices, const Location& location, const Report& report) {
  for (const auto& value : values) {
    if (std::ranges::find(choices.known, value) != choices.known.end()) continue;
    report({Code::toml_invalid_value, location, {std::string(key), value}, {choices.told}});
  }
}

Choices known_partner_kinds() {
  std::vector<std::string> kinds(partner_kinds.begin(), partner_kinds.end());
  kinds.emplace_back("own_unit");
  return {kinds, values_slot("partner_kinds", kinds)};
}

/// The topics that the handbook asks for, and those that its documents have.
Choices known_topics(const Handbook& handbook) {
  std::set<std::string> topics;
  for (const auto& topic : handbook.settings.mandatory_topics)
    topics.insert(topic.id);
  for (const auto& content : handbook.settings.suggested_contents)
    topics.insert(content.topics.begin(), content.topics.end());
  for (const auto& document : handbook.documents) {
    for (const auto& revision : document.revisions)
      topics.insert(revision.topics.begin(), revision.topics.end());
  }
  const std::vector<std::string> known(topics.begin(), topics.end());
  return {known, join(known, ", ")};
}

/// A misspelt topic would leave staff without the routine that tells them what to do.
void check_reporting_duties(CheckContext& context) {
  const auto& handbook = context.handbook();
  if (handbook.reporting_duties.empty()) return;
  const auto regimes = choices_of(handbook.settings.regimes);
  const auto topics = known_topics(handbook);
  for (const auto& duty : handbook.reporting_duties) {
    const Report report = [&](CheckReport found) {
      found.subject = duty.id;
      context.report_entry(std::move(found));
    };
    require_known("regimes", duty.regimes, regimes, duty.location, report);
    require_known("topics", duty.topics, topics, duty.location, report);
  }
}

/// A result of one unit is none of all together. Such a row counts for the unit that it names.
template <typename Row>
void check_owners(CheckContext& context, const std::vector<Row>& rows, auto results_of) {
  for (const auto& row : rows) {
    const bool has_both = std::ranges::any_of(
        row.*results_of, [](const auto& one) { return one.together && !one.unit.empty(); });
    if (!has_both) continue;
    CheckReport found{
        Code::toml_invalid_value, row.location, {"together", "true"}, {"@together.or_unit"}};
    found.subject = row.id;
    found.severity = Severity::warning;
    context.report_entry(std::move(found));
  }
}

void check_histories(CheckContext& context) {
  std::vector<std::string> registers;
  for (const auto* const about : registers_of(context.handbook())) {
    if (registers.empty() || registers.back() != about->file) registers.emplace_back(about->file);
  }
  const Report report = [&](CheckReport found) {
    found.subject = "handbook.toml";
    found.part = Part::common;
    context.report_entry(std::move(found));
  };
  std::set<std::string_view> seen;
  for (const auto& history : context.handbook().settings.histories) {
    require_known("history.register", {history.of}, {registers, join(registers, ", ")},
                  history.location, report);
    if (!seen.insert(history.of).second) report({Code::toml_duplicate_key, history.location});
  }
}

}  // namespace

void check_toml_invalid_value(CheckContext& context) {
  const auto& handbook = context.handbook();
  const auto regimes = choices_of(handbook.settings.regimes);
  const auto levels = choices_of(handbook.settings.levels);
  for (const auto& unit : handbook.units) {
    const Report report = [&](CheckReport found) {
      found.subject = unit.id;
      context.report_entry(std::move(found));
    };
    require_known("regimes", unit.regimes, regimes, unit.location, report);
    require_known("level", {unit.level}, levels, unit.location, report);
  }
  const auto kinds = known_partner_kinds();
  for (const auto& point : handbook.collaboration_points) {
    require_known("partner_kinds", point.partner_kinds, kinds, point.location,
                  [&](CheckReport found) {
                    found.subject = point.id;
                    context.report_entry(std::move(found));
                  });
  }
  check_owners(context, handbook.self_checks, &SelfCheck::occurrences);
  check_owners(context, handbook.goals, &Goal::outcomes);
  check_reporting_duties(context);
  check_histories(context);
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    const Report report = [&](CheckReport found) { context.report(revision, std::move(found)); };
    require_known("regimes", revision.regimes, regimes, revision.at("regimes"), report);
  }
}

// Points where the work meets somebody else's (SOSFS 2011:9 4:5–4:6).

namespace {

bool is_used(const Handbook& handbook, std::string_view kind) {
  return std::ranges::any_of(handbook.collaboration_points, [&](const CollaborationPoint& point) {
    return std::ranges::find(point.partner_kinds, kind) != point.partner_kinds.end();
  });
}

/// False if the handbook does not sort its partners by kind: only some statutes ask for it.
bool are_partners_sorted(const Handbook& handbook) {
  return std::ranges::any_of(partner_kinds,
                             [&](std::string_view kind) { return is_used(handbook, kind); });
}

}  // namespace

void check_collab_no_routine(CheckContext& context) {
  for (const auto& point : context.handbook().collaboration_points) {
    if (!point.routine.empty() || !point.agreement.empty()) continue;
    CheckReport report{Code::collab_no_routine, point.location, {point.id}};
    report.subject = point.id;
    context.report_entry(std::move(report));
  }
}

void check_collab_partner_kind_missing(CheckContext& context) {
  const auto& handbook = context.handbook();
  if (!are_partners_sorted(handbook)) return;
  for (const auto kind : partner_kinds) {
    if (is_used(handbook, kind)) continue;
    CheckReport report{Code::collab_partner_kind_missing,
                       {"registers/collaboration.toml", 0, 0},
                       {std::string(kind)}};
    report.subject = kind;
    context.report_entry(std::move(report));
  }
}

}  // namespace handbok
