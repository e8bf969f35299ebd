// "Kontroll": all that the checks found, sorted by who is to see to it.
#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "derive/action_state.hpp"
#include "render/addresses.hpp"
#include "render/counted.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/control_view.hpp"
#include "render/pages/top_page.hpp"
#include "render/publishable.hpp"
#include "render/references.hpp"
#include "render/tables/entity_links.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

Word severity_word(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Word::control_note;
    case Severity::warning:
      return Word::control_warning;
    case Severity::error:
      return Word::control_error;
  }
  return Word::control_error;
}

std::string place_text(const Location& location) {
  if (location.line == 0) return location.path;
  return location.path + ":" + std::to_string(location.line);
}

/// Builds the parts of the page. Withheld revisions and reviews come from the documents, findings
/// from the diagnostics.
class ControlBuilder {
public:
  ControlBuilder(std::string root, const SiteContext& site)
      : root_(std::move(root)),
        site_(site),
        language_(site.handbook().settings.language == "en" ? Language::english
                                                            : Language::swedish) {
    for (const auto* diagnostic : publishable_diagnostics(site.input))
      add_finding(*diagnostic);
    for (const auto& document : site.view().documents())
      add_document(document);
    for (const auto& action : site.handbook().actions)
      add_unplanned(action);
  }

  ControlView take() {
    view_.day = date_html(site_.view().day(), site_.words());
    view_.counts = {count(Word::control_errors, errors_),
                    count(Word::control_warnings, warnings_),
                    count(Word::control_notes, notes_),
                    count(Word::control_reviews, reviews_),
                    count(Word::control_accepted_many, accepted_),
                    count(Word::control_unplanned, view_.unplanned.size()),
                    count(Word::control_withheld, view_.withheld.size())};
    view_.has_withheld = !view_.withheld.empty();
    view_.has_unplanned = !view_.unplanned.empty();
    view_.owners = owners_by_name();
    view_.is_clean = view_.owners.empty() && view_.withheld.empty();
    return std::move(view_);
  }

private:
  CountView count(Word name, std::size_t number) const {
    return {site_.words()[name], std::to_string(number)};
  }

  OwnerView& owner(const RoleId& role) {
    auto [it, is_new] = owners_.try_emplace(role);
    if (is_new) {
      const auto link = role_link(role, root_, site_);
      it->second.name = role.empty() ? site_.words()[Word::control_no_owner] : link.text;
      it->second.href = role.empty() ? std::string{} : link.href;
      it->second.anchor = role.empty() ? "utan-agare" : "agare-" + role;
    }
    return it->second;
  }

  void add_finding(const Diagnostic& diagnostic) {
    auto& findings = owner(diagnostic.owner).findings;
    FindingView view;
    view.severity = site_.words()[severity_word(diagnostic.severity)];
    view.severity_class = name_of(diagnostic.severity);
    view.weight = diagnostic.suppressed ? -1 : static_cast<int>(diagnostic.severity);
    view.subject = diagnostic.subject;
    view.what = what_text(diagnostic, language_);
    view.remedy = remedy_text(diagnostic, language_);
    view.code = info_of(diagnostic.code).name;
    view.place = place_text(diagnostic.location);
    link_subject(view);
    if (diagnostic.suppressed) accept(view, *diagnostic.suppressed);
    findings.push_back(std::move(view));
    ++(diagnostic.suppressed ? accepted_ : number_of(diagnostic.severity));
  }

  std::size_t& number_of(Severity severity) {
    if (severity == Severity::error) return errors_;
    return severity == Severity::warning ? warnings_ : notes_;
  }

  /// A finding that somebody has decided to live with stays listed, last and with the decision.
  void accept(FindingView& finding, const Suppressed& decision) const {
    finding.severity = site_.words()[Word::control_accepted];
    finding.severity_class = "accepted";
    finding.accepted = word_html(site_.words(), Word::control_accepted_until,
                                 {date_html(decision.until, site_.words()).text,
                                  escape_html(role_link(decision.decided_by, root_, site_).text),
                                  escape_html(decision.reason)});
  }

  /// "RUT-001" and "PRO-004/A4" lead to the document and the step, "ATG-04" to the row of its
  /// register, "sabo-lonn" to the unit, "SFS 1993:387" to the statute.
  void link_subject(FindingView& finding) const {
    const bool is_linked =
        link_document(finding) ||
        link(finding, register_link(finding.subject, {site_, root_, std::nullopt})) ||
        link_unit(finding);
    if (!is_linked) link_source(finding);
  }

  bool link_document(FindingView& finding) const {
    const auto slash = finding.subject.find('/');
    const auto id = finding.subject.substr(0, slash);
    if (site_.view().find(id) == nullptr) return false;
    auto reference = id;
    if (slash != std::string::npos) reference += "#" + finding.subject.substr(slash + 1);
    auto target = document_target(reference, {site_, root_, std::nullopt});
    finding.href = std::move(target.href);
    if (target.text != reference && target.text != id) finding.title = std::move(target.text);
    return true;
  }

  static bool link(FindingView& finding, LinkView target) {
    if (target.text.empty()) return false;
    finding.href = std::move(target.href);
    if (target.text != finding.subject) finding.title = std::move(target.text);
    return true;
  }

  bool link_unit(FindingView& finding) const {
    if (site_.handbook().find_unit(finding.subject) == nullptr) return false;
    return link(finding, unit_link(finding.subject, root_, site_));
  }

  void link_source(FindingView& finding) const {
    const auto& sources = site_.handbook().sources;
    const auto source = std::ranges::find(sources, finding.subject, &LegalSource::number);
    if (source == sources.end()) return;
    finding.title = source->title;
    if (const auto law = address::law(source->id); site_.routes.has(law))
      finding.href = root_ + law;
  }

  void add_document(const DocumentDay& document) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto state = document.revisions[i].state;
      if (state == RevisionState::in_review) add_review(document, revision);
      const auto* const reason = site_.withheld.reason(revision.key());
      if (is_published(state) && reason != nullptr) add_withheld(revision, *reason);
    }
  }

  void add_review(const DocumentDay& document, const Revision& revision) {
    ++reviews_;
    const auto since = *revision.approval->submitted;
    const auto days = days_between(since, site_.view().day());
    auto link = document_link(revision.document, root_, site_);
    if (!is_published(document.state)) link.text = revision.title;
    owner(revision.owner)
        .reviews.push_back({revision.document, std::move(link.href), std::move(link.text),
                            std::to_string(revision.number), date_html(since, site_.words()),
                            counted(static_cast<std::size_t>(days), Word::control_one_day,
                                    Word::control_days, site_.words()),
                            days > site_.handbook().settings.in_review_days_max});
  }

  /// An open action that no plan holds (domain.md R068).
  void add_unplanned(const Action& action) {
    const auto day = site_.view().day();
    const bool is_open = is_known_on(action, day) && !is_done_on(action, day) &&
                         action.status != ActionStatus::cancelled;
    if (!is_open || !action.planned_in.empty()) return;
    auto link = register_link(action.id, {site_, root_, std::nullopt});
    view_.unplanned.push_back({action.id, std::move(link.href), action.title,
                               role_link(action.responsible, root_, site_).text});
  }

  void add_withheld(const Revision& revision, const Diagnostic& reason) {
    auto link = document_link(revision.document, root_, site_);
    view_.withheld.push_back({revision.document, std::move(link.href), std::move(link.text),
                              std::to_string(revision.number), what_text(reason, language_),
                              remedy_text(reason, language_)});
  }

  /// The owners by name, what nobody owns last.
  std::vector<OwnerView> owners_by_name() {
    std::vector<OwnerView> sorted;
    for (auto& [role, view] : owners_) {
      std::ranges::stable_sort(view.findings, std::ranges::greater{}, &FindingView::weight);
      view.number = std::to_string(view.findings.size() + view.reviews.size());
      view.has_findings = !view.findings.empty();
      view.has_reviews = !view.reviews.empty();
      if (!role.empty()) sorted.push_back(std::move(view));
    }
    std::ranges::stable_sort(sorted, SwedishLess{}, &OwnerView::name);
    if (const auto nobody = owners_.find(""); nobody != owners_.end()) {
      sorted.push_back(std::move(nobody->second));
    }
    return sorted;
  }

  std::string root_;
  const SiteContext& site_;
  Language language_;
  ControlView view_;
  std::map<RoleId, OwnerView, std::less<>> owners_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t notes_ = 0;
  std::size_t accepted_ = 0;
  std::size_t reviews_ = 0;
};

}  // namespace

void plan_control(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::control, std::string(address::control), {}});
}

std::span<const Field> control_fields() {
  return ControlView::fields();
}

Page render_control(const Route& route, const SiteContext& site) {
  const auto view = ControlBuilder(root_of(route.path), site).take();
  auto page = top_page(address::control, Word::nav_control,
                       site.theme().page(PageKind::control).fill(view), site);
  page.is_indexed = false;
  return page;
}

}  // namespace handbok
