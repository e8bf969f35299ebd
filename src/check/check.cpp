#include "check/check.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "base/in_order.hpp"
#include "base/strings.hpp"
#include "check/checks.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "model/registers.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

/// True for what makes a whole file unreadable.
bool is_about_whole_file(Code code) {
  constexpr std::array codes = {Code::toml_syntax,       Code::toml_duplicate_key,
                                Code::toml_key_too_deep, Code::toml_line_continuation,
                                Code::text_invalid_utf8, Code::file_too_large,
                                Code::file_not_regular,  Code::file_unreadable};
  return std::ranges::find(codes, code) != codes.end();
}

using CheckFunction = void (*)(CheckContext&);

struct Check {
  Code code;
  CheckFunction run;
};

constexpr Check checks[] = {
#define HANDBOK_CHECK(family, name) {Code::family##_##name, check_##family##_##name},
#include "check/checks.def"
#undef HANDBOK_CHECK
};

bool is_checked(const DocumentDay& document, const Revision& revision, RevisionState state) {
  if (includes(document.document->unreadable, revision.number) || has_changed_text(revision))
    return false;
  switch (state) {
    case RevisionState::draft:
    case RevisionState::in_review:
    case RevisionState::upcoming:
    case RevisionState::in_force: return true;
    case RevisionState::expired: return document.shown == &revision;
    case RevisionState::unknown:
    case RevisionState::superseded:
    case RevisionState::repealed:
    case RevisionState::withdrawn: return false;
  }
  return false;
}

std::vector<CheckedRevision> checked_revisions(const DayView& view) {
  std::vector<CheckedRevision> checked;
  for (const auto& document : view.documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto state = document.revisions[i].state;
      if (!is_checked(document, revision, state)) continue;
      checked.push_back(
          {&revision, document.document, view.handbook().find_type(revision.type), state});
    }
  }
  return checked;
}

std::vector<const Revision*> pointers_to(const std::vector<CheckedRevision>& checked) {
  std::vector<const Revision*> revisions;
  revisions.reserve(checked.size());
  for (const auto& entry : checked)
    revisions.push_back(entry.revision);
  return revisions;
}

Diagnostic to_diagnostic(CheckReport report) {
  Diagnostic diagnostic;
  diagnostic.code = report.code;
  diagnostic.location = std::move(report.location);
  diagnostic.subject = std::move(report.subject);
  diagnostic.what = std::move(report.what);
  diagnostic.remedy = std::move(report.remedy);
  diagnostic.owner = std::move(report.owner);
  if (report.units) diagnostic.units = *std::move(report.units);
  diagnostic.severity = report.severity.value_or(info_of(report.code).severity);
  return diagnostic;
}

/// Where the row belongs by its own keys; nowhere if it says nothing or is in no register.
std::vector<std::string> units_of_row(const UnitsOnDay& units, std::string_view path,
                                      std::string_view id) {
  for (const auto* const about : registers_of(units.handbook())) {
    if (path != "registers/" + std::string(about->file) + ".toml") continue;
    const auto row = find_row(units.handbook(), *about, id);
    if (row.row == nullptr) continue;
    const auto key = std::ranges::find(row.shape().keys, "regimes", &Key::name);
    if (key == row.shape().keys.end() || key->form != Form::texts) return row.texts(KeyPart::unit);
    const auto& regimes = key->value<std::vector<std::string>>(row.row);
    return units_where(units, row.texts(KeyPart::unit), [&](const OrgUnit& unit) {
      return regimes.empty() || shares_any(unit.regimes, regimes);
    });
  }
  return {};
}

void set_consequence(Diagnostic& diagnostic, Consequence consequence) {
  if (diagnostic.severity == Severity::error) diagnostic.consequence = consequence;
}

}  // namespace

UnreadRegisters::UnreadRegisters(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.sorted()) {
    const auto& name = diagnostic.about.source;
    if (!name.empty() && is_about_whole_file(diagnostic.code)) names_.insert(name);
  }
}

bool UnreadRegisters::lacks_foundation() const {
  return contains("handbook") || contains("units") || contains("roles");
}

bool UnreadRegisters::mislead(Code code) const {
  if (names_.empty()) return false;
  return std::ranges::any_of(split(info_of(code).lacks, ' '), [&](std::string_view place) {
    return place == "everything" || contains(place);
  });
}

bool may_stand_elsewhere(const DayView& view, Code code, Date day) {
  const auto lacks = info_of(code).lacks;
  return !lacks.empty() && !is_known(view, day, lacks);
}

CheckedHandbook::CheckedHandbook(const DayView& day_view, const Backlinks& links,
                                 const Diagnostics& earlier, const LawPack* known_law)
    : view(day_view),
      backlinks(links),
      unread(earlier),
      stops_build(earlier.stops_build()),
      revisions(checked_revisions(view)),
      citations(own_citations(view.handbook(), pointers_to(revisions), view.day())),
      law(known_law) {}

const LawPack& CheckContext::law() const {
  static const LawPack nothing;
  return checked_->law == nullptr ? nothing : *checked_->law;
}

bool CheckContext::is_told(const CheckReport& report) const {
  const auto severity = report.severity.value_or(info_of(report.code).severity);
  return severity == Severity::error ||
         !may_stand_elsewhere(view(), report.code, report.lacking_on.value_or(day()));
}

void CheckContext::report(const Revision& revision, CheckReport report) {
  if (!is_told(report)) return;
  const bool is_chosen = report.severity.has_value();
  auto diagnostic = to_diagnostic(std::move(report));
  if (diagnostic.subject.empty()) diagnostic.subject = revision.document;
  const bool is_lowered = !is_chosen && revision.approved() == nullptr;
  if (is_lowered && diagnostic.severity == Severity::error) {
    diagnostic.severity = Severity::warning;
  }
  set_consequence(diagnostic, Consequence::revision_withheld);
  diagnostic.revision = revision.key();
  const bool is_of_decision =
      revision.approval && diagnostic.location.path == revision.approval->path;
  diagnostic.about = {is_of_decision ? Part::decisions : Part::texts, {}, revision.document, {}};
  diagnostic.owner = revision.owner;
  if (diagnostic.units.empty()) diagnostic.units = {revision.unit};
  diagnostics_->report(std::move(diagnostic));
}

void CheckContext::report(const Document& document, CheckReport report) {
  if (!is_told(report)) return;
  auto diagnostic = to_diagnostic(std::move(report));
  if (diagnostic.subject.empty()) diagnostic.subject = document.id;
  set_consequence(diagnostic, Consequence::entry_left_out);
  diagnostic.about = {Part::texts, {}, document.id, {}};
  const auto* const shown = view().find(document.id)->shown;
  const auto* const named =
      shown != nullptr || document.revisions.empty() ? shown : &document.revisions.back();
  if (named != nullptr) {
    diagnostic.owner = named->owner;
    diagnostic.units = {named->unit};
  }
  diagnostics_->report(std::move(diagnostic));
}

void CheckContext::report_entry(CheckReport report, Consequence consequence) {
  if (!is_told(report)) return;
  const auto part = report.part;
  auto row = report.row.empty() ? report.subject : report.row;
  if (!report.units && part == Part::registers)
    report.units = units_of_row(view().units(), report.location.path, row);
  auto diagnostic = to_diagnostic(std::move(report));
  diagnostic.about.part = part;
  if (part == Part::registers) diagnostic.about.row = std::move(row);
  set_consequence(diagnostic, consequence);
  diagnostics_->report(std::move(diagnostic));
}

void run_checks(const DayView& view, const Backlinks& backlinks, Diagnostics& diagnostics, int jobs,
                const LawPack* law) {
  if (UnreadRegisters(diagnostics).lacks_foundation()) return;
  const CheckedHandbook checked(view, backlinks, diagnostics, law);
  const auto run = [&](std::size_t number) {
    Diagnostics found;
    CheckContext context(checked, found);
    const auto& check = checks[number];
    if (!checked.unread.mislead(check.code)) check.run(context);
    return found;
  };
  make_in_order(std::size(checks), jobs, run, [&](std::size_t /*number*/, Diagnostics found) {
    diagnostics.merge(std::move(found));
  });
  judge(view, diagnostics);
}

std::vector<Code> checked_codes() {
  std::vector<Code> codes;
  for (const auto& check : checks)
    codes.push_back(check.code);
  return codes;
}

bool has_changed_text(const Revision& revision) {
  const auto* const approved = revision.approved();
  return approved != nullptr && approved->digest != revision.digest;
}

std::string named_in(const std::string& name, const std::vector<std::string>& units) {
  return units.empty() ? name : name + " – " + join(units, ", ");
}

std::vector<std::string> ids_of(const std::vector<const OrgUnit*>& units) {
  std::vector<std::string> ids;
  for (const auto* const unit : units)
    ids.push_back(unit->id);
  return ids;
}

std::vector<std::string> names_of(const std::vector<const OrgUnit*>& units) {
  std::vector<std::string> names;
  for (const auto* const unit : units)
    names.push_back(unit->name);
  return names;
}

std::optional<MissingIn> missing_in(
    const UnitsOnDay& units, bool is_somewhere,
    const std::function<std::optional<bool>(const OrgUnit&)>& is_missing_in) {
  MissingIn missing;
  std::size_t operative = 0;
  std::size_t concerned = 0;
  for (const auto& unit : units.handbook().units) {
    if (!units.is_operative(unit)) continue;
    ++operative;
    const auto is_missing = is_missing_in(unit);
    if (is_missing) ++concerned;
    if (!is_missing.value_or(false)) continue;
    missing.ids.push_back(unit.id);
    missing.names.push_back(unit.name);
  }
  if (missing.ids.empty() && (concerned > 0 || is_somewhere)) return std::nullopt;
  if (missing.ids.size() == concerned) missing.names.clear();
  if (missing.ids.size() == operative) missing.ids.clear();
  return missing;
}

std::vector<std::string> units_where(const UnitsOnDay& units, std::vector<std::string> tops,
                                     const std::function<bool(const OrgUnit&)>& is_concerned) {
  std::vector<std::string> concerned;
  bool are_all = true;
  const std::set<std::string_view> named(tops.begin(), tops.end());
  for (const auto& unit : units.handbook().units) {
    const bool is_meant = named.empty() || is_within_one(units, unit, named);
    if (!is_meant || !units.is_operative(unit)) continue;
    if (is_concerned(unit))
      concerned.push_back(unit.id);
    else
      are_all = false;
  }
  return are_all || concerned.empty() ? tops : concerned;
}

std::string near_to(std::string_view wanted, const std::vector<std::string>& known) {
  return near_slot(nearest(wanted, known));
}

}  // namespace handbok
