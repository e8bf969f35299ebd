#include "render/pages/control_parts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "diag/phrase.hpp"
#include "diag/sentences.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

Word severity_word(Severity severity) {
  switch (severity) {
    case Severity::note: return Word::control_note;
    case Severity::warning: return Word::control_warning;
    case Severity::error: return Word::control_error;
  }
  return Word::control_error;
}

std::string place_text(const Location& location) {
  if (location.line == 0) return location.path;
  return location.path + ":" + std::to_string(location.line);
}

/// The role if the handbook has it, or else nobody.
RoleId known_role(const RoleId& role, const Handbook& handbook) {
  return handbook.find_role(role) == nullptr ? RoleId() : role;
}

bool link_document(FindingView& finding, const LinkScope& scope) {
  const auto slash = finding.subject.find('/');
  const auto id = finding.subject.substr(0, slash);
  if (scope.site.view().find(id) == nullptr) return false;
  auto reference = id;
  if (slash != std::string::npos) reference.append("#").append(finding.subject, slash + 1);
  auto target = document_target(reference, scope);
  finding.href = std::move(target.href);
  if (target.text != reference && target.text != id) finding.title = std::move(target.text);
  return true;
}

bool link(FindingView& finding, LinkView target) {
  if (target.text.empty()) return false;
  finding.href = std::move(target.href);
  if (target.text != finding.subject) finding.title = std::move(target.text);
  return true;
}

bool link_unit(FindingView& finding, const LinkScope& scope) {
  if (scope.site.handbook().find_unit(finding.subject) == nullptr) return false;
  return link(finding, unit_link(finding.subject, scope.root, scope.site));
}

void link_source(FindingView& finding, const LinkScope& scope) {
  const auto& sources = scope.site.handbook().sources;
  const auto source = std::ranges::find(sources, finding.subject, &LegalSource::number);
  if (source == sources.end()) return;
  finding.title = source->title;
  if (const auto law = address::law(source->id); scope.site.routes.has(law))
    finding.href = scope.root + law;
}

/// "RUT-001" and "PRO-004/A4" lead to the document and the step, "ATG-04" to the row of its
/// register, "sabo-lonn" to the unit, "SFS 1993:387" to the statute.
void link_subject(FindingView& finding, const LinkScope& scope) {
  const bool is_linked = link_document(finding, scope) ||
                         link(finding, register_link(finding.subject, scope)) ||
                         link_unit(finding, scope);
  if (!is_linked) link_source(finding, scope);
}

/// A finding that somebody has decided to live with stays listed, last and with the decision.
void accept(FindingView& finding, const Suppressed& decision, const LinkScope& scope) {
  const auto& words = scope.site.words();
  finding.severity = words[Word::control_accepted];
  finding.severity_class = "accepted";
  finding.accepted =
      word_html(words, Word::control_accepted_until,
                {date_html(decision.until, words).text,
                 escape_html(role_link(decision.decided_by, scope.root, scope.site).text),
                 escape_html(decision.reason)});
}

/// What an owner does about a finding. Owners read and decide; whoever keeps the files writes it
/// down.
Word task_word(const Diagnostic& diagnostic) {
  constexpr auto to_be_read =
      std::to_array<Code>({Code::doc_review_overdue, Code::doc_review_due, Code::doc_suspect,
                           Code::legal_wording_newer, Code::local_base_outdated});
  if (std::ranges::find(to_be_read, diagnostic.code) != to_be_read.end())
    return Word::control_task_review;
  return diagnostic.revision ? Word::control_task_document : Word::control_task_row;
}

/// The text with its dates written as readers write them: "2026-09-30" is "30 september 2026".
std::string with_dates_in_words(std::string_view text, const WordTable& words) {
  constexpr std::size_t length = 10;
  std::string result;
  while (!text.empty()) {
    const bool is_new_word = result.empty() || !is_letter_or_digit(result.back());
    const auto date = Date::parse(is_new_word ? text.substr(0, length) : std::string_view{});
    result += date ? date_text(*date, words) : std::string(1, text.front());
    text.remove_prefix(date ? length : 1);
  }
  return result;
}

FindingView finding_view(const Diagnostic& diagnostic, const LinkScope& scope) {
  FindingView view;
  view.severity = scope.site.words()[severity_word(diagnostic.severity)];
  view.severity_class = name_of(diagnostic.severity);
  view.weight = diagnostic.suppressed ? -1 : static_cast<int>(diagnostic.severity);
  view.subject = diagnostic.subject;
  const auto language = language_of(scope.site);
  view.kind = title_of(diagnostic.code, language);
  view.what = with_dates_in_words(what_text(diagnostic, language), scope.site.words());
  view.task = scope.site.words()[task_word(diagnostic)];
  view.letter_href = letter_href(view.subject + ": " + view.kind, scope.site);
  view.remedy = remedy_text(diagnostic, language);
  view.code = info_of(diagnostic.code).name;
  view.place = place_text(diagnostic.location);
  link_subject(view, scope);
  if (diagnostic.suppressed) accept(view, *diagnostic.suppressed, scope);
  return view;
}

ReviewView review_view(const DocumentDay& document, const Revision& revision,
                       const LinkScope& scope) {
  const auto& site = scope.site;
  const auto since = *revision.approval->submitted;
  auto link = document_link(revision.document, scope.root, site);
  if (!is_published(document.state)) link.text = revision.title;
  const auto days = days_between(since, site.view().day());
  return {revision.document,
          std::move(link.href),
          std::move(link.text),
          std::to_string(revision.number),
          date_html(since, site.words()),
          days > site.handbook().settings.in_review_days_max};
}

WithheldView withheld_view(const Revision& revision, const Diagnostic& reason,
                           const LinkScope& scope) {
  auto link = document_link(revision.document, scope.root, scope.site);
  const auto language = language_of(scope.site);
  return {revision.document,           std::move(link.href),
          std::move(link.text),        std::to_string(revision.number),
          what_text(reason, language), remedy_text(reason, language)};
}

/// Calls `visit` with each revision that is published but for an error, and the error.
template <typename Visit>
void for_each_withheld(const SiteContext& site, Visit visit) {
  for (const auto& document : site.view().documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto* const reason = site.withheld.reason(revision.key());
      if (is_published(document.revisions[i].state) && reason != nullptr) visit(revision, *reason);
    }
  }
}

}  // namespace

std::map<RoleId, std::vector<const Diagnostic*>, std::less<>> diagnostics_by_owner(
    const SiteContext& site) {
  std::map<RoleId, std::vector<const Diagnostic*>, std::less<>> by_owner;
  for (const auto* const diagnostic : site.edition().told)
    by_owner[known_role(diagnostic->owner, site.handbook())].push_back(diagnostic);
  return by_owner;
}

std::vector<FindingView> finding_views(const std::vector<const Diagnostic*>& diagnostics,
                                       const LinkScope& scope) {
  std::vector<FindingView> views;
  views.reserve(diagnostics.size());
  for (const auto* const diagnostic : diagnostics)
    views.push_back(finding_view(*diagnostic, scope));
  std::ranges::stable_sort(views, std::ranges::greater{}, &FindingView::weight);
  return views;
}

std::map<RoleId, std::vector<ReviewView>, std::less<>> reviews_by_owner(const LinkScope& scope) {
  std::map<RoleId, std::vector<ReviewView>, std::less<>> by_owner;
  const auto& handbook = scope.site.handbook();
  for (const auto& document : scope.site.view().documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      if (document.revisions[i].state != RevisionState::in_review) continue;
      const auto& revision = document.document->revisions[i];
      by_owner[known_role(revision.owner, handbook)].push_back(
          review_view(document, revision, scope));
    }
  }
  return by_owner;
}

std::vector<WithheldView> withheld_views(const LinkScope& scope) {
  std::vector<WithheldView> views;
  for_each_withheld(scope.site, [&](const Revision& revision, const Diagnostic& reason) {
    views.push_back(withheld_view(revision, reason, scope));
  });
  return views;
}

std::vector<WithheldView> withheld_views(std::string_view owner, const LinkScope& scope) {
  std::vector<WithheldView> views;
  for_each_withheld(scope.site, [&](const Revision& revision, const Diagnostic& reason) {
    if (revision.owner == owner) views.push_back(withheld_view(revision, reason, scope));
  });
  return views;
}

void FindingCounts::add(const Diagnostic& diagnostic) {
  if (diagnostic.suppressed) {
    ++accepted;
  } else if (diagnostic.severity == Severity::error) {
    ++errors;
  } else {
    ++(diagnostic.severity == Severity::warning ? warnings : notes);
  }
}

std::vector<CountView> count_views(const FindingCounts& counts, const SiteContext& site) {
  const auto& words = site.words();
  return {{words[Word::control_errors], std::to_string(counts.errors)},
          {words[Word::control_warnings], std::to_string(counts.warnings)},
          {words[Word::control_notes], std::to_string(counts.notes)},
          {words[Word::control_accepted_many], std::to_string(counts.accepted)}};
}

Language language_of(const SiteContext& site) {
  return language_named(site.handbook().settings.language);
}

LinkView owner_link(std::string_view role, const LinkScope& scope) {
  auto link = role_link(role, {}, scope.site);
  const auto page = address::owner(role);
  link.href = scope.site.routes.has(page) ? scope.root + page : std::string();
  return link;
}

}  // namespace handbok
