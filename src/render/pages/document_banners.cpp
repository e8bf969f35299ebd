#include <algorithm>

#include "base/strings.hpp"
#include "derive/organisation.hpp"
#include "derive/review_dates.hpp"
#include "diag/phrase.hpp"
#include "render/addresses.hpp"
#include "render/pages/document_parts.hpp"
#include "render/references.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"

namespace handbok {
namespace {

/// Writes the banners of one document's pages.
class Banners {
public:
  Banners(const DocumentDay& document, const LinkScope& scope)
      : document_(document),
        scope_(scope),
        site_(scope.site),
        words_(scope.site.words()) {}

  /// A later revision is adopted.
  BannerView next(const Revision& upcoming) const {
    auto banner = make("info", Word::banner_next_heading, Word::banner_next,
                       {revision_link(upcoming), start_of(upcoming)});
    if (site_.withheld.reason(upcoming.key()) == nullptr) {
      banner.text.text += " " + escape_html(upcoming.change_note);
    }
    return banner;
  }

  /// The document's first revision is adopted.
  BannerView starts(const Revision& upcoming) const {
    if (const auto missing =
            missing_on(site_.handbook(), *document_.document, site_.view().day())) {
      auto banner = make("warning", Word::missing_state, Word::banner_next,
                         {revision_link(upcoming), start_of(upcoming)});
      banner.text.text += " " + escape_html(missing_text(*missing, words_));
      return banner;
    }
    return make("info", Word::banner_starts_heading, Word::banner_starts,
                {start_of(upcoming), revision_link(upcoming)});
  }

  BannerView expired(const Revision& revision) const {
    return make("danger", Word::banner_expired_heading, Word::banner_expired,
                {last_day_of(revision), role_text(revision.owner)});
  }

  /// The decision to repeal: when, by whom, why, and what comes instead.
  BannerView repealed() const {
    const auto& repeal = *document_.document->repeal;
    BannerView banner{"danger", words_[Word::banner_repealed_heading], {}};
    if (repeal.effective_on) add(banner, Word::banner_repealed, {date(*repeal.effective_on)});
    if (repeal.decided_on) {
      add(banner, Word::banner_repealed_decision,
          {role_text(repeal.decided_by), date(*repeal.decided_on)});
    }
    if (!repeal.ref.empty()) add(banner, Word::banner_repealed_ref, {escape_html(repeal.ref)});
    if (!repeal.reason.empty()) {
      add(banner, Word::banner_repealed_reason, {escape_html(repeal.reason)});
    }
    add_successors(banner, repeal);
    return banner;
  }

  /// The document's page shows an older revision than the one that should be there.
  BannerView older(const DocumentFace& face) const {
    auto banner = make("danger", Word::banner_older_heading, Word::banner_older,
                       {std::to_string(face.shown->number), std::to_string(face.meant->number)});
    add_reason(banner, *face.reason);
    banner.text.text += " ";
    add(banner, Word::banner_older_follow,
        {std::to_string(face.shown->number), role_text(face.shown->owner)});
    return banner;
  }

  BannerView withheld(const Revision& revision, const Diagnostic& reason) const {
    auto banner = make("danger", Word::banner_withheld_heading, Word::banner_withheld,
                       {std::to_string(revision.number)});
    add_reason(banner, reason);
    return banner;
  }

  BannerView current() const {
    return make("info", Word::banner_current_heading, Word::banner_current,
                {document_link(Word::banner_current_link)});
  }

  BannerView upcoming(const Revision& revision) const {
    auto banner =
        make("warning", Word::banner_upcoming_heading, Word::banner_upcoming, {start_of(revision)});
    if (document_.in_force != nullptr) add_now(banner);
    return banner;
  }

  BannerView superseded(const Revision& revision) const {
    const auto& validity = *site_.view().of(revision).validity;
    const auto number = std::to_string(revision.number);
    auto banner = validity.is_empty()
                      ? make("danger", Word::banner_never_heading, Word::banner_never, {number})
                      : make("danger", Word::banner_superseded_heading, Word::banner_superseded,
                             {number, validity_html(validity, words_).text});
    add_now(banner);
    return banner;
  }

  /// The approved text was taken back: when, by whom, why, and what applies instead.
  BannerView withdrawn(const Revision& revision) const {
    const auto& decision = *revision.withdrawn();
    auto banner =
        make("danger", Word::banner_withdrawn_heading, Word::banner_withdrawn,
             {std::to_string(revision.number), date(decision.on), role_text(decision.by)});
    if (!decision.ref.empty()) add(banner, Word::banner_repealed_ref, {escape_html(decision.ref)});
    add(banner, Word::banner_repealed_reason, {escape_html(decision.reason)});
    add_now(banner);
    return banner;
  }

  /// What the local text rests on has changed since.
  BannerView outdated_base(Html text) const {
    return {"warning", words_[Word::banner_base_outdated_heading], std::move(text)};
  }

  BannerView draft() const {
    return make("warning", Word::banner_draft_heading, Word::banner_draft, {});
  }

private:
  BannerView make(std::string kind, Word heading, Word text,
                  const std::vector<std::string>& values) const {
    return {std::move(kind), words_[heading], word_html(words_, text, values)};
  }

  /// One more sentence.
  void add(BannerView& banner, Word word, const std::vector<std::string>& values) const {
    if (!banner.text.text.empty()) banner.text.text += " ";
    banner.text.text += word_html(words_, word, values).text;
  }

  /// What applies now instead of the revision on the page.
  void add_now(BannerView& banner) const {
    if (document_.in_force == nullptr) {
      add(banner, Word::banner_none_now, {document_link(Word::banner_none_now_link)});
    } else {
      add(banner, Word::banner_now, {document_link(Word::banner_now_link)});
    }
  }

  void add_successors(BannerView& banner, const Repeal& repeal) const {
    std::vector<Html> successors;
    for (const auto& id : repeal.replaced_by) {
      successors.push_back(target_html(document_target(id, {site_, scope_.root, {}}), words_));
    }
    if (!successors.empty()) {
      add(banner, Word::banner_replaced_by, {joined_html(successors, ", ").text});
    } else if (repeal.no_successor) {
      add(banner, Word::banner_no_successor, {});
    }
  }

  /// Why, in words for a reader; what the owner has to do stands on the control page.
  void add_reason(BannerView& banner, const Diagnostic& reason) const {
    const auto language = language_named(site_.handbook().settings.language);
    banner.text.text += " " + escape_html(what_text(reason, language));
  }

  /// A link to the document's own page. The word may name the revision in force.
  std::string document_link(Word word) const {
    const auto* const now = document_.in_force;
    const auto text = words_.fill(word, {now == nullptr ? "" : std::to_string(now->number)});
    return link_html(scope_.root + address::document(site_.handbook(), document_.document->id),
                     text)
        .text;
  }

  std::string revision_link(const Revision& revision) const {
    return link_html(scope_.root + address::revision(site_.handbook(), revision.key()),
                     words_.fill(Word::banner_revision_link, {std::to_string(revision.number)}))
        .text;
  }

  std::string date(Date date) const { return date_html(date, words_).text; }

  std::string start_of(const Revision& revision) const {
    return date(site_.view().of(revision).validity->from);
  }

  std::string last_day_of(const Revision& revision) const {
    const auto& validity = site_.view().of(revision).validity;
    return validity && validity->to ? date(last_day(*validity)) : std::string{};
  }

  std::string role_text(const RoleId& id) const {
    const auto link = role_link(id, scope_.root, site_);
    return link_html(link.href, link.text).text;
  }

  const DocumentDay& document_;
  const LinkScope& scope_;
  const SiteContext& site_;
  const WordTable& words_;
};

/// Only what is written for a unit rests on the revision that it names.
Html local_base_text(const Relation& relation, const LinkScope& scope) {
  switch (relation.kind) {
    case RelationKind::implements:
    case RelationKind::complements:
    case RelationKind::replaces_locally: return outdated_base_html(relation, scope);
    case RelationKind::replaces:
    case RelationKind::see_also:
    case RelationKind::form_for:
    case RelationKind::template_for:
    case RelationKind::checklist_for: return {};
  }
  return {};
}

}  // namespace

std::vector<BannerView> document_banners(const DocumentDay& document, const LinkScope& scope) {
  const Banners banners(document, scope);
  const auto face = face_of(document, scope.site.withheld);
  std::vector<BannerView> views;
  if (document.state == DocumentState::repealed) {
    views.push_back(banners.repealed());
    return views;
  }
  if (document.state == DocumentState::withdrawn) {
    views.push_back(banners.withdrawn(*document.shown));
    return views;
  }
  if (face.meant != nullptr) {
    views.push_back(face.shown != nullptr ? banners.older(face)
                                          : banners.withheld(*face.meant, *face.reason));
  }
  if (document.state == DocumentState::expired && face.shown != nullptr) {
    views.push_back(banners.expired(*document.shown));
  }
  if (!is_published(document.state)) views.push_back(banners.draft());
  if (document.state == DocumentState::in_force && face.shown != nullptr) {
    for (const auto& relation : face.shown->relations) {
      if (auto text = local_base_text(relation, scope); !text.text.empty())
        views.push_back(banners.outdated_base(std::move(text)));
    }
  }
  if (document.upcoming != nullptr) {
    const bool is_first = document.state == DocumentState::upcoming;
    views.push_back(is_first ? banners.starts(*document.upcoming)
                             : banners.next(*document.upcoming));
  }
  return views;
}

std::vector<BannerView> revision_banners(const DocumentDay& document, const Revision& revision,
                                         const LinkScope& scope) {
  const Banners banners(document, scope);
  std::vector<BannerView> views;
  const auto* const reason = scope.site.withheld.reason(revision.key());
  if (reason != nullptr) views.push_back(banners.withheld(revision, *reason));
  switch (scope.site.view().of(revision).state) {
    case RevisionState::unknown:
    case RevisionState::draft:
    case RevisionState::in_review: views.push_back(banners.draft()); break;
    case RevisionState::upcoming: views.push_back(banners.upcoming(revision)); break;
    case RevisionState::in_force:
      if (reason == nullptr) views.push_back(banners.current());
      break;
    case RevisionState::superseded: views.push_back(banners.superseded(revision)); break;
    case RevisionState::repealed: views.push_back(banners.repealed()); break;
    case RevisionState::expired: views.push_back(banners.expired(revision)); break;
    case RevisionState::withdrawn: views.push_back(banners.withdrawn(revision)); break;
  }
  return views;
}

namespace {

Html unit_html(const UnitId& id, const LinkScope& scope) {
  const auto link = unit_link(id, scope.root, scope.site);
  return link_html(link.href, link.text);
}

Html role_html(const RoleId& id, const LinkScope& scope) {
  const auto link = role_link(id, scope.root, scope.site);
  return link_html(link.href, link.text);
}

/// The unit with all below it, or the units that are named, and what is left out.
Html units_html(const Revision& revision, const LinkScope& scope) {
  const auto& site = scope.site;
  std::vector<Html> units;
  for (const auto& unit : revision.applies_to)
    units.push_back(unit_html(unit, scope));
  if (units.empty()) {
    auto unit = unit_html(revision.unit, scope);
    if (!children_on(site.handbook(), revision.unit, site.view().day()).empty()) {
      unit = word_html(site.words(), Word::status_all_below, {unit.text});
    }
    units.push_back(std::move(unit));
  }
  auto all = joined_html(units, ", ");
  std::vector<Html> excluded;
  for (const auto& unit : revision.excludes)
    excluded.push_back(unit_html(unit, scope));
  if (!excluded.empty()) {
    all.text +=
        word_html(site.words(), Word::status_excludes, {joined_html(excluded, ", ").text}).text;
  }
  return all;
}

Html applies_to_html(const Revision& revision, const LinkScope& scope) {
  auto html = units_html(revision, scope);
  const auto names = escape_html(regime_names(revision.regimes, scope.site.handbook()));
  if (!names.empty())
    html.text += word_html(scope.site.words(), Word::status_regimes, {names}).text;
  return html;
}

Html audience_html(const Revision& revision, const LinkScope& scope) {
  std::vector<Html> roles;
  for (const auto& role : revision.audience)
    roles.push_back(role_html(role, scope));
  return joined_html(roles, ", ");
}

/// "Direktör, 12 maj 2026, Direktörsbeslut 2026:17".
Html signed_html(const Signature& signature, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto role = role_html(signature.role, scope).text;
  const auto on = date_html(signature.on, words).text;
  if (signature.ref.empty()) return word_html(words, Word::status_signed, {role, on});
  return word_html(words, Word::status_signed_ref, {role, on, escape_html(signature.ref)});
}

/// The same, and what stands behind it: "… – signerad".
Html assured_html(const Signature& signature, const LinkScope& scope) {
  return word_html(
      scope.site.words(), Word::status_with_assurance,
      {signed_html(signature, scope).text, escape_html(assurance_text(signature, scope.site))});
}

}  // namespace

StatusView status_view(const DocumentDay& document, const Revision& revision,
                       const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& day = site.view().of(revision);
  StatusView view;
  view.state = site.words()[state_word(day.state)];
  view.state_class = state_class(day.state);
  view.number = std::to_string(revision.number);
  view.id = revision.document;
  const auto* const type = site.handbook().find_type(revision.type);
  view.type = type == nullptr ? revision.type : type->name;
  view.registry_number = revision.registry_number;
  if (day.validity && !day.validity->is_empty()) {
    const bool is_open = day.state == RevisionState::in_force && !day.validity->to;
    view.since = is_open ? word_html(site.words(), Word::status_since,
                                     {date_html(day.validity->from, site.words()).text})
                         : validity_html(*day.validity, site.words());
  }
  if (day.state == RevisionState::in_force) {
    const auto review = review_dates(*document.document, revision, site.view().day());
    if (review.next) view.next_review = date_html(*review.next, site.words());
    const auto today = site.view().day();
    view.is_review_overdue = review.next && *review.next < today && is_known(site.view(), today);
  }
  view.applies_to = applies_to_html(revision, scope);
  view.audience = audience_html(revision, scope);
  view.owner = role_html(revision.owner, scope);
  const auto* const reviewed =
      revision.approval ? revision.approval->find(SignatureStep::reviewed) : nullptr;
  if (reviewed != nullptr) view.reviewed = signed_html(*reviewed, scope);
  if (const auto* const approved = revision.approved())
    view.approved = assured_html(*approved, scope);
  return view;
}

}  // namespace handbok
