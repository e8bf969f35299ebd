#include "render/pages/document_parts.hpp"

#include <algorithm>

#include "base/ascii.hpp"
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

/// True if the unit of the local document is one that the revision applies to.
bool is_in_reach(const Revision& revision, const Revision& local, const SiteContext& site) {
  const auto* const unit = site.handbook().find_unit(local.unit);
  return unit != nullptr && reaches(site.view().units(), revision, *unit);
}

std::string box_html(const Revision& local, const LinkScope& scope) {
  const auto link = target_html(document_target(local.document, scope), scope.site.words());
  const auto unit = unit_link(local.unit, scope.root, scope.site);
  const auto text = word_html(scope.site.words(), Word::document_local_box,
                              {link.text, link_html(unit.href, unit.text).text});
  return "<p class=\"local-box\">" + text.text + "</p>\n";
}

/// Puts the box after the end of the heading. The text has each anchor once, and no HTML but ours.
void insert_under(std::string& html, const BodyHeading& heading, const std::string& box) {
  const auto level = std::to_string(heading.level);
  const auto start = html.find("<h" + level + " id=\"" + heading.anchor + "\">");
  if (start == std::string::npos) return;
  const auto end_tag = "</h" + level + ">\n";
  const auto end = html.find(end_tag, start);
  if (end != std::string::npos) html.insert(end + end_tag.size(), box);
}

/// The text of a revision with a box right under each heading that a local document in force
/// complements (`complements = ["RUT-020@4#gor-sa-har"]`), naming the document and its unit. Only
/// units that the revision applies to; a heading that the text lacks gets none.
Html with_local_boxes(Html body, const Revision& revision, const LinkScope& scope) {
  if (scope.as_of) return body;
  const auto& uses = scope.site.input.edition.backlinks.of(revision.document);
  for (auto use = uses.rbegin(); use != uses.rend(); ++use) {  // so that the first one stands first
    const auto& local = *use->by;
    const bool is_local =
        use->kind == UseKind::relation && use->relation == RelationKind::complements;
    if (!is_local || scope.site.withheld.reason(local.key()) != nullptr) continue;
    if (!is_in_reach(revision, local, scope.site)) continue;
    for (const auto& relation : local.relations) {
      const bool is_of_this = relation.kind == RelationKind::complements &&
                              relation.document == revision.document && !relation.heading.empty();
      const auto& headings = revision.body.headings;
      const auto heading = std::ranges::find(headings, relation.heading, &BodyHeading::anchor);
      if (is_of_this && heading != headings.end())
        insert_under(body.text, *heading, box_html(local, scope));
    }
  }
  return body;
}

constexpr std::size_t contents_headings_min = 3;

Word step_word(SignatureStep step) {
  switch (step) {
    case SignatureStep::drafted:
      return Word::step_drafted;
    case SignatureStep::consulted:
      return Word::step_consulted;
    case SignatureStep::reviewed:
      return Word::step_reviewed;
    case SignatureStep::approved:
      return Word::step_approved;
  }
  return Word::step_drafted;
}

bool is_decision(SignatureStep step) {
  return step == SignatureStep::reviewed || step == SignatureStep::approved;
}

/// The sections of the page; none if there are few.
std::vector<LinkView> contents(const DocumentView& view, const Body& body, const WordTable& words) {
  std::vector<LinkView> views;
  if (view.process) {
    if (!view.process->diagram.text.empty()) {
      views.push_back({"#sida_diagram", words[Word::process_picture]});
    }
    views.push_back({"#sida_steg", words[Word::process_steps]});
  }
  for (const auto& heading : body.headings) {
    if (heading.level == 2) views.push_back({"#" + heading.anchor, heading.text});
  }
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

/// The heading whose section the table of responsibilities belongs to, if the text has it.
std::optional<std::uint32_t> responsibility_section(const Revision& revision,
                                                    const Handbook& handbook) {
  const auto* const type = handbook.find_type(revision.type);
  if (type == nullptr || type->responsibility_section.empty()) return std::nullopt;
  const auto& headings = revision.body.headings;
  const auto it = std::ranges::find(headings, type->responsibility_section, &BodyHeading::text);
  if (it == headings.end()) return std::nullopt;
  return static_cast<std::uint32_t>(it - headings.begin());
}

Html text_with_responsibilities(const Revision& revision, const LinkScope& scope) {
  const auto table = responsibility_html(revision, scope);
  if (table.text.empty()) return body_html(revision, scope);
  if (const auto section = responsibility_section(revision, scope.site.handbook())) {
    return body_html(revision, scope, {{*section, table}});
  }
  auto html = body_html(revision, scope);
  html.text += "<h2>" + escape_html(scope.site.words()[Word::responsibility_heading]) + "</h2>\n" +
               table.text;
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
  view.contents = contents(view, revision.body, scope.site.words());
  view.body = with_local_boxes(text_with_responsibilities(revision, scope), revision, scope);
  add_references(view, revision, scope);
  if (!scope.as_of) {
    auto rollout = rollout_table(revision.document, {}, scope);
    if (rollout.has_table) view.rollout.push_back(std::move(rollout));
  }
  view.signatures = signature_views(revision, scope.site);
  view.digest = revision.digest;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = is_letter_or_digit(c) || c == '-' || c == '.' || c == '_';
    if (is_plain) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return encoded;
}

/// A letter to whoever keeps the handbook, about this revision.
std::string proposal_href(const DocumentView& view, const SiteContext& site) {
  const auto& contact = site.handbook().settings.contact;
  if (contact.empty()) return {};
  const auto subject =
      site.words().fill(Word::proposal_subject, {view.id, view.number, view.title});
  return "mailto:" + contact + "?subject=" + percent_encoded(subject);
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
  if (revision != nullptr) view.proposal_href = proposal_href(view, scope.site);
  const auto word = address::word_file(scope.site.handbook(), view.id);
  if (revision != nullptr && revision == document.in_force && scope.site.routes.has(word)) {
    view.word_href = scope.root + word;
    view.hand_in_href = scope.site.handbook().settings.hand_in;
  }
  const auto receipt = address::receipt(scope.site.handbook(), view.id);
  if (revision != nullptr && revision == document.shown && scope.site.routes.has(receipt)) {
    view.receipt_href = scope.root + receipt;
  }
  return view;
}

}  // namespace handbok
