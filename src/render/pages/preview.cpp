// What nobody has approved yet: each text with what it changes, what remains to be done and what
// stands in the way (decision 0026).
#include <algorithm>

#include "base/strings.hpp"
#include "derive/approval_policy.hpp"
#include "diag/phrase.hpp"
#include "diag/stops.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/page_kinds.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

/// A diagnostic in words.
struct RemarkView {
  std::string what;
  std::string remedy;
  std::string code;
  std::string place;
  HANDBOK_FIELDS(RemarkView, what, remedy, code, place)
};

struct EntryView {
  std::string anchor;
  std::string id;
  std::string number;
  std::string title;
  std::string state;
  std::string state_class;
  Html since;
  std::string owner;
  std::string change_note;
  std::string text_href;
  std::string changes_href;
  std::string remains;
  std::vector<RemarkView> stops;
  std::vector<RemarkView> others;
  bool has_stops = false;
  bool has_others = false;
  HANDBOK_FIELDS(EntryView, anchor, id, number, title, state, state_class, since, owner,
                 change_note, text_href, changes_href, remains, stops, others, has_stops,
                 has_others)
};

struct PreviewView {
  Html day;
  std::vector<EntryView> entries;
  bool is_empty = false;
  HANDBOK_FIELDS(PreviewView, day, entries, is_empty)
};

/// Fills the entry of one text.
class EntryBuilder {
public:
  EntryBuilder(const Revision& revision, const SiteContext& site)
      : revision_(revision),
        site_(site),
        words_(site.words()),
        policy_(policy_for(site.handbook(), revision)) {}

  EntryView build() {
    const auto& handbook = site_.handbook();
    const auto state = site_.view().of(revision_).state;
    view_.anchor = "utkast-" + revision_.document;
    view_.id = revision_.document;
    view_.number = std::to_string(revision_.number);
    view_.title = revision_.title;
    view_.state = words_[state_word(state)];
    view_.state_class = state_class(state);
    const bool is_in_review = state == RevisionState::in_review;
    if (is_in_review) view_.since = date_html(*revision_.approval->submitted, words_);
    view_.owner = role_link(revision_.owner, {}, site_).text;
    view_.change_note = revision_.change_note;
    view_.text_href = address::revision(handbook, revision_.key());
    const auto* const before = revision_before(revision_, site_.view(), site_.input.options);
    if (before != nullptr) {
      view_.changes_href =
          address::comparison(handbook, revision_.document, before->number, revision_.number);
    }
    view_.remains = join(remaining_steps(is_in_review), ", ");
    add_remarks();
    return std::move(view_);
  }

private:
  bool has_taken(SignatureStep step) const {
    return revision_.approval && revision_.approval->find(step) != nullptr;
  }

  bool has_signed(const RoleId& role) const {
    return revision_.approval &&
           std::ranges::any_of(revision_.approval->signatures,
                               [&](const Signature& signature) { return signature.role == role; });
  }

  std::string names_of(const std::vector<RoleId>& roles) const {
    std::vector<std::string> names;
    names.reserve(roles.size());
    for (const auto& role : roles)
      names.push_back(role_link(role, {}, site_).text);
    return join(names, ", ");
  }

  /// "granskning (Kvalitetschef)": the step, and who may take it if not everybody.
  std::string step_text(Word word, SignatureStep step) const {
    const auto roles = policy_ == nullptr ? std::nullopt : roles_to_ask(*policy_, step, revision_);
    if (!roles || roles->empty()) return words_[word];
    return words_.fill(Word::preview_by, {words_[word], names_of(*roles)});
  }

  std::vector<std::string> remaining_steps(bool is_in_review) const {
    std::vector<std::string> steps;
    if (!is_in_review) steps.push_back(words_[Word::preview_submit]);
    if (policy_ != nullptr) {
      auto roles = roles_to_consult(site_.handbook(), *policy_, revision_);
      std::erase_if(roles, [&](const RoleId& role) { return has_signed(role); });
      if (!roles.empty()) steps.push_back(words_.fill(Word::preview_consult, {names_of(roles)}));
    }
    if (!has_taken(SignatureStep::reviewed))
      steps.push_back(step_text(Word::preview_review, SignatureStep::reviewed));
    steps.push_back(step_text(Word::preview_approve, SignatureStep::approved));
    return steps;
  }

  void add_remarks() {
    const auto language = language_named(site_.handbook().settings.language);
    for (const auto& diagnostic : site_.edition().diagnostics) {
      if (diagnostic.revision != revision_.key()) continue;
      auto place = diagnostic.location.path;
      if (diagnostic.location.line > 0)
        place.append(":").append(std::to_string(diagnostic.location.line));
      RemarkView remark{what_text(diagnostic, language), remedy_text(diagnostic, language),
                        std::string(info_of(diagnostic.code).name), std::move(place)};
      (stops_submission(diagnostic) ? view_.stops : view_.others).push_back(std::move(remark));
    }
    view_.has_stops = !view_.stops.empty();
    view_.has_others = !view_.others.empty();
  }

  const Revision& revision_;
  const SiteContext& site_;
  const WordTable& words_;
  const ApprovalPolicy* policy_;
  EntryView view_;
};

}  // namespace

void plan_preview(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::preview, std::string(address::start), {}});
}

std::span<const Field> preview_fields() {
  return PreviewView::fields();
}

Page render_preview(const Route& /*route*/, const SiteContext& site) {
  PreviewView view;
  view.day = date_html(site.view().day(), site.words());
  for (const auto* const revision : revisions_with_page(site.input))
    view.entries.push_back(EntryBuilder(*revision, site).build());
  view.is_empty = view.entries.empty();
  return {.title = site.handbook().settings.short_title,
          .content = site.theme().page(PageKind::preview).fill(view),
          .breadcrumbs = {},
          .section = {},
          .is_indexed = false};
}

}  // namespace handbok
