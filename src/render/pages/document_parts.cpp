#include "render/pages/document_parts.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/reach.hpp"
#include "model/references.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/state_words.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

bool is_local_text(const Revision& text, const DocumentId& document) {
  return std::ranges::any_of(text.relations, [&](const Relation& relation) {
    return is_local(relation.kind) && relation.document == document;
  });
}

/// The local texts that complemented or replaced the document while the revision applied, and when.
TableSection local_then_table(const DocumentDay& document, const Revision& revision,
                              const LinkScope& scope) {
  const auto& site = scope.site;
  const auto& words = site.words();
  TableBuilder table("sida_lokalt", words[Word::days_local_then],
                     {words[Word::days_local_text], words[Word::days_unit], words[Word::days_since],
                      words[Word::days_until]});
  const auto& applied = site.made_index.applied;
  std::vector<AppliedStretch> own = applied.of(*document.document);
  std::erase_if(own, [&](const AppliedStretch& one) { return one.text != &revision; });
  for (const auto& other : site.handbook().documents) {
    const bool may_be_local = std::ranges::any_of(other.revisions, [&](const Revision& text) {
      return is_local_text(text, document.document->id);
    });
    if (!may_be_local) continue;
    for (const auto& stretch : applied.of(other)) {
      const bool met = std::ranges::any_of(
          own, [&](const AppliedStretch& one) { return one.overlaps(stretch); });
      if (stretch.missing || !met || !is_local_text(*stretch.text, document.document->id)) continue;
      const auto reference = stretch.text->document + "@" + std::to_string(stretch.text->number);
      table.add({}, target_html(document_target(reference, scope), words),
                {unit_html(stretch.text->unit, scope), optional_date_html(stretch.from, scope),
                 stretch.until ? date_html(stretch.until->plus_days(-1), words)
                               : text_html(words[Word::days_still])});
    }
  }
  return table.take();
}

constexpr std::size_t contents_headings_min = 3;

Word step_word(SignatureStep step) {
  switch (step) {
    case SignatureStep::drafted: return Word::step_drafted;
    case SignatureStep::consulted: return Word::step_consulted;
    case SignatureStep::reviewed: return Word::step_reviewed;
    case SignatureStep::approved: return Word::step_approved;
  }
  return Word::step_drafted;
}

bool is_decision(SignatureStep step) {
  return step == SignatureStep::reviewed || step == SignatureStep::approved;
}

/// The sections of the page in its order; none if there are few.
std::vector<LinkView> contents(const DocumentView& view, const Body& body, const WordTable& words) {
  std::vector<LinkView> views;
  if (view.process) {
    if (!view.process->diagram.text.empty()) {
      views.push_back({"#sida_diagram", words[Word::process_picture]});
    }
    views.push_back({"#sida_steg", words[Word::process_steps]});
  }
  const int level = section_level(body.headings);
  for (const auto& heading : body.headings) {
    if (heading.level == level) views.push_back({"#" + heading.anchor, heading.text});
  }
  std::stable_partition(views.begin(), views.end(), [&](const LinkView& link) {
    const auto id = " id=\"" + link.href.substr(1) + "\"";
    return !view.process && view.action.text.find(id) != std::string::npos;
  });
  if (views.size() < contents_headings_min) views.clear();
  return views;
}

/// "Enhetschef (leder)".
Html doer_html(const RoleId& role, const Responsibility& task, const LinkScope& scope) {
  const auto link = role_link(role, scope.root, scope.site);
  auto html = link_html(link.href, link.text);
  if (role == task.lead)
    html = word_html(scope.site.words(), Word::responsibility_lead, {html.text});
  return html;
}

void add_revision(DocumentView& view, const DocumentDay& document, const Revision& revision,
                  const LinkScope& scope) {
  view.title = revision.title;
  view.summary = revision.summary;
  view.number = std::to_string(revision.number);
  view.status = status_view(document, revision, scope);
  view.change_note = revision.change_note;
  view.because = reasons_html(revision, scope);
  if (revision.process) view.process = process_view(revision, scope);
  add_text(view, revision, scope);
  view.contents = contents(view, revision.body, scope.site.words());
  add_references(view, revision, scope);
  auto section = scope.as_of ? local_then_table(document, revision, scope)
                             : rollout_table(revision.document, {}, scope);
  if (section.has_table) view.after_text.push_back(std::move(section));
  view.signatures = signature_views(revision, scope.site);
  view.digest = revision.digest;
}

/// When a revision that is not here applied, as far as that is known.
Html earlier_validity(const EarlierRevision& row, const MissingHistory& missing,
                      const WordTable& words) {
  if (!row.valid_from) return {};
  auto end = row.valid_to;
  const auto next = std::ranges::find(missing.told, row.number + 1, &EarlierRevision::number);
  if (!end && next != missing.told.end()) end = next->valid_from;
  if (!end && row.number == missing.last) end = missing.until;
  return validity_html({*row.valid_from, end}, words);
}

/// Where it is kept, and what else is known of it.
std::string sentence_of_place(const EarlierRevision& row, const WordTable& words) {
  auto text = row.kept_in.empty() ? words[Word::missing_unknown]
                                  : words.fill(Word::missing_kept, {row.kept_in});
  return row.note.empty() ? text : text + " " + row.note;
}

/// The revisions that the handbook has never held, newest first: one row for each that earlier.toml
/// tells of, and one for those between.
void add_missing(std::vector<HistoryRowView>& rows, const MissingHistory& missing,
                 const WordTable& words) {
  const auto add = [&](const MissingHistory& part) -> HistoryRowView& {
    HistoryRowView row;
    row.number = part.numbers();
    row.state = words[Word::missing_gone];
    row.state_class = "overdue";
    row.change_note = words[Word::missing_unknown];
    return rows.emplace_back(std::move(row));
  };
  MissingHistory untold{.first = missing.first, .last = missing.last};
  for (auto told = missing.told.rbegin(); told != missing.told.rend(); ++told) {
    if (told->number < untold.last) add({.first = told->number + 1, .last = untold.last});
    auto& row = add({.first = told->number, .last = told->number});
    row.validity = earlier_validity(*told, missing, words);
    row.change_note = sentence_of_place(*told, words);
    untold.last = told->number - 1;
  }
  if (untold.first <= untold.last) add(untold);
}

}  // namespace

Html reasons_html(const Revision& revision, const LinkScope& scope) {
  std::vector<Html> reasons;
  for (const auto& reason : revision.revises_because) {
    auto html = entity_html(reason, scope);
    // An id that leads nowhere is of something that these readers do not have.
    const bool is_told = !html.text.empty() && (!looks_like_id(reason) || html.text != reason);
    if (is_told) reasons.push_back(std::move(html));
  }
  return joined_html(reasons, ", ");
}

std::vector<HistoryRowView> history_rows(const DocumentDay& document, const std::string& root,
                                         const SiteContext& site) {
  std::vector<HistoryRowView> rows;
  for (const auto& revision : document.document->revisions) {
    const auto& day = site.view().of(revision);
    const auto page = address::revision(site.handbook(), revision.key());
    if (!is_published(day.state) || !site.routes.has(page)) continue;
    HistoryRowView row;
    row.number = std::to_string(revision.number);
    row.href = root + page;
    row.state = site.words()[state_word(day.state)];
    row.state_class = state_class(day.state);
    if (day.validity && !day.validity->is_empty()) {
      row.validity = validity_html(*day.validity, site.words());
    }
    row.is_withheld = site.withheld.reason(revision.key()) != nullptr;
    if (!row.is_withheld) {
      row.change_note = revision.change_note;
      row.because = reasons_html(revision, {site, root, std::nullopt});
    }
    if (const auto* const before = revision_before(revision, site.view(), site.input.options)) {
      row.compare_href = root + address::comparison(site.handbook(), revision.document,
                                                    before->number, revision.number);
    }
    rows.push_back(std::move(row));
  }
  std::ranges::reverse(rows);
  if (const auto missing = missing_history(*document.document))
    add_missing(rows, *missing, site.words());
  return rows;
}

Html responsibility_html(const Revision& revision, const LinkScope& scope) {
  if (revision.responsible.empty()) return {};
  const auto& words = scope.site.words();
  std::string html = R"(<section class="table-scroll" tabindex="0" aria-label=")" +
                     escape_html(words[Word::responsibility_table]) +
                     "\"><table class=\"responsibility\">\n<thead><tr><th scope=\"col\">" +
                     escape_html(words[Word::responsibility_task]) + "</th><th scope=\"col\">" +
                     escape_html(words[Word::responsibility_roles]) +
                     "</th></tr></thead>\n<tbody>\n";
  for (const auto& task : revision.responsible) {
    std::vector<Html> doers;
    for (const auto& role : task.roles)
      doers.push_back(doer_html(role, task, scope));
    html += "<tr><th scope=\"row\">" + escape_html(task.task) + "</th><td>" +
            joined_html(doers, ", ").text + "</td></tr>\n";
  }
  return {html + "</tbody>\n</table></section>\n"};
}

std::string assurance_text(const Signature& signature, const SiteContext& site) {
  const auto& words = site.words();
  if (signature.statement.is_given() && signature.assurance == Assurance::key) {
    const bool is_proved = signature.statement.verdict == KeyVerdict::good;
    return words[is_proved ? Word::assurance_key : Word::assurance_unproved];
  }
  if (signature.assurance == Assurance::account) return words[Word::assurance_account];
  const auto& handbook = site.handbook();
  const auto& registrar =
      signature.registered_by.empty() ? handbook.settings.registrar : signature.registered_by;
  if (registrar.empty()) return words[Word::assurance_registered];
  const auto* const role = handbook.find_role(registrar);
  return words.fill(Word::assurance_registered_by, {role == nullptr ? registrar : role->name});
}

std::vector<SignatureView> signature_views(const Revision& revision, const SiteContext& site) {
  std::vector<SignatureView> views;
  if (!revision.approval) return views;
  for (const auto& signature : revision.approval->signatures) {
    if (signature.on > site.view().day()) continue;
    const auto* const role = site.handbook().find_role(signature.role);
    views.push_back({site.words()[step_word(signature.step)],
                     role == nullptr ? signature.role : role->name,
                     date_html(signature.on, site.words()), signature.ref,
                     is_decision(signature.step) ? assurance_text(signature, site) : std::string(),
                     signature.digest});
  }
  return views;
}

DocumentView document_view(const DocumentDay& document, const Revision* revision,
                           const LinkScope& scope) {
  DocumentView view;
  view.id = document.document->id;
  view.title = document_title(document, scope.site);
  if (revision != nullptr) add_revision(view, document, *revision, scope);
  view.rows = history_rows(document, scope.root, scope.site);
  const auto all_revisions = address::history(scope.site.handbook(), view.id);
  if (scope.site.routes.has(all_revisions)) view.history_href = scope.root + all_revisions;
  if (revision != nullptr) {
    const auto subject =
        scope.site.words().fill(Word::proposal_subject, {view.id, view.number, view.title});
    view.proposal_href = letter_href(subject, scope.site);
  }
  const auto word = address::word_file(scope.site.handbook(), view.id);
  const auto& hand_in = scope.site.handbook().settings.hand_in;
  const bool is_offered =
      revision != nullptr && revision == document.in_force && scope.site.routes.has(word);
  if (is_offered && !hand_in.empty()) {
    view.word_href = scope.root + word;
    view.hand_in_href = hand_in;
  }
  const auto receipt = address::receipt(scope.site.handbook(), view.id);
  if (revision != nullptr && revision == document.shown && scope.site.routes.has(receipt)) {
    view.receipt_href = scope.root + receipt;
  }
  const auto card = address::card(scope.site.handbook(), view.id);
  if (revision != nullptr && revision == document.shown && scope.site.routes.has(card))
    view.card_href = scope.root + card;
  return view;
}

}  // namespace handbok
