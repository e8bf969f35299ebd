#include "check/check.hpp"

#include <algorithm>

#include "base/in_order.hpp"
#include "base/strings.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

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

bool is_unreadable(const Document& document, const Revision& revision) {
  return std::ranges::find(document.unreadable, revision.number) != document.unreadable.end();
}

bool is_checked(const DocumentDay& document, const Revision& revision, RevisionState state) {
  if (is_unreadable(*document.document, revision) || has_changed_text(revision)) return false;
  switch (state) {
    case RevisionState::draft:
    case RevisionState::in_review:
    case RevisionState::upcoming:
    case RevisionState::in_force:
      return true;
    case RevisionState::expired:
      return document.shown == &revision;
    case RevisionState::unknown:
    case RevisionState::superseded:
    case RevisionState::repealed:
    case RevisionState::withdrawn:
      return false;
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
  diagnostic.unit = std::move(report.unit);
  diagnostic.severity = report.severity.value_or(info_of(report.code).severity);
  return diagnostic;
}

void set_consequence(Diagnostic& diagnostic, Consequence consequence) {
  if (diagnostic.severity == Severity::error) diagnostic.consequence = consequence;
}

}  // namespace

CheckedHandbook::CheckedHandbook(const DayView& day_view, const Backlinks& links,
                                 const Diagnostics& earlier)
    : view(day_view),
      backlinks(links),
      unread(earlier),
      stops_build(earlier.stops_build()),
      revisions(checked_revisions(view)),
      citations(own_citations(view.handbook(), pointers_to(revisions))) {}

void CheckContext::report(const Revision& revision, CheckReport report) {
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
  diagnostic.unit = revision.unit;
  diagnostics_->report(std::move(diagnostic));
}

void CheckContext::report(const Document& document, CheckReport report) {
  auto diagnostic = to_diagnostic(std::move(report));
  if (diagnostic.subject.empty()) diagnostic.subject = document.id;
  set_consequence(diagnostic, Consequence::entry_left_out);
  diagnostic.about = {Part::texts, {}, document.id, {}};
  const auto* const shown = view().find(document.id)->shown;
  const auto* const named =
      shown != nullptr || document.revisions.empty() ? shown : &document.revisions.back();
  if (named != nullptr) {
    diagnostic.owner = named->owner;
    diagnostic.unit = named->unit;
  }
  diagnostics_->report(std::move(diagnostic));
}

void CheckContext::report_entry(CheckReport report, Consequence consequence) {
  const auto part = report.part;
  auto diagnostic = to_diagnostic(std::move(report));
  diagnostic.about.part = part;
  if (part == Part::registers) diagnostic.about.row = diagnostic.subject;
  set_consequence(diagnostic, consequence);
  diagnostics_->report(std::move(diagnostic));
}

void run_checks(const DayView& view, const Backlinks& backlinks, Diagnostics& diagnostics,
                int jobs) {
  if (UnreadRegisters(diagnostics).lacks_foundation()) return;
  const CheckedHandbook checked(view, backlinks, diagnostics);
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

std::string nearest_or_dash(std::string_view wanted, const std::vector<std::string>& known) {
  return nearest(wanted, known).value_or("–");
}

}  // namespace handbok
