#include "derive/edition.hpp"

#include <algorithm>

#include "base/whole_word.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

using Names = std::set<std::string, std::less<>>;

bool names_any(const Diagnostic& diagnostic, const Names& names) {
  const auto is_named = [&](const std::string& text) { return has_any_whole(text, names); };
  return is_named(diagnostic.subject) || is_named(diagnostic.location.path) ||
         std::ranges::any_of(diagnostic.what, is_named) ||
         std::ranges::any_of(diagnostic.remedy, is_named) ||
         (diagnostic.suppressed && is_named(diagnostic.suppressed->reason));
}

/// The diagnostic without the values that hold one of the names.
Diagnostic without_names(Diagnostic diagnostic, const Names& names) {
  for (auto* const values : {&diagnostic.what, &diagnostic.remedy}) {
    std::vector<std::string> told = *values;
    for (auto& value : told)
      if (has_any_whole(value, names)) value = untold_slot(value);
    *values = std::move(told);
  }
  if (has_any_whole(diagnostic.subject, names)) diagnostic.subject = document_of(diagnostic);
  if (has_any_whole(diagnostic.location.path, names)) diagnostic.location = {};
  return diagnostic;
}

const Revision* find_revision(const Handbook& handbook, const RevisionKey& key) {
  const auto* const document = handbook.find_document(key.document);
  return document == nullptr ? nullptr : document->find(key.number);
}

Names titles_of(const Handbook& handbook) {
  Names titles;
  for (const auto& document : handbook.documents)
    for (const auto& revision : document.revisions)
      titles.insert(revision.title);
  return titles;
}

/// What a selection does not show, by the names that would give it away.
Names hidden_names(const ProfileSelection& selection) {
  Names names(selection.rows.begin(), selection.rows.end());
  const auto& shown = selection.handbook();
  const auto shown_titles = titles_of(shown);
  for (const auto& document : selection.whole->handbook().documents) {
    if (shown.find_document(document.id) == nullptr) names.insert(document.id);
    for (const auto& revision : document.revisions) {
      if (find_revision(shown, revision.key()) != nullptr) continue;
      names.insert(document.id + "@" + std::to_string(revision.number));
      if (!shown_titles.contains(revision.title)) names.insert(revision.title);
    }
  }
  return names;
}

/// True if the diagnostic is about something that the selection does not show.
bool is_about_hidden(const Diagnostic& diagnostic, const ProfileSelection& selection) {
  const auto& shown = selection.handbook();
  const auto& document = document_of(diagnostic);
  if (!document.empty() && shown.find_document(document) == nullptr) return true;
  if (diagnostic.revision && find_revision(shown, *diagnostic.revision) == nullptr) return true;
  if (diagnostic.about.part != Part::registers) return false;
  return !selection.has_registers || selection.rows.contains(diagnostic.about.row);
}

std::vector<Diagnostic> tellable(const ProfileSelection& selection,
                                 const std::vector<Diagnostic>& found) {
  if (!selection.cut) return found;
  const auto hidden = hidden_names(selection);
  std::vector<Diagnostic> told;
  for (const auto& diagnostic : found) {
    if (is_about_hidden(diagnostic, selection)) continue;
    if (!names_any(diagnostic, hidden)) {
      told.push_back(diagnostic);
    } else if (diagnostic.severity == Severity::error) {
      told.push_back(without_names(diagnostic, hidden));
    }
  }
  return told;
}

/// True if the diagnostic says how a review goes, and nothing about what the text says.
bool is_about_review(Code code) {
  return code == Code::doc_stuck_in_review || code == Code::process_not_adopted;
}

/// The documents that readers may not hear of: those that are drafts.
Names draft_names(const DayView& view) {
  Names names;
  for (const auto& document : view.documents()) {
    const bool is_listed = document.state == DocumentState::in_review;
    if (!is_listed && !is_published(document.state)) names.insert(document.document->id);
  }
  return names;
}

/// About a revision of a document that readers know. The decisions about it may be told in every
/// state, or nobody would see why an approval does not count.
bool may_tell_of(const DocumentDay& document, const Diagnostic& diagnostic, const DayView& view) {
  if (!diagnostic.revision || diagnostic.about.part == Part::decisions) return true;
  const auto* const revision = document.document->find(diagnostic.revision->number);
  if (revision == nullptr) return false;
  return is_published(view.of(*revision).state) || is_about_review(diagnostic.code);
}

bool may_tell(const Diagnostic& diagnostic, const DayView& view, const Names& drafts) {
  // What the machine lacks is nothing about the handbook: a site is the same wherever it is built.
  if (diagnostic.code == Code::privacy_pdf_unread || names_any(diagnostic, drafts)) return false;
  const auto& id = document_of(diagnostic);
  const auto* const document = id.empty() ? nullptr : view.find(id);
  if (document == nullptr) return diagnostic.about.part != Part::texts;
  if (!is_published(document->state)) {
    return document->state == DocumentState::in_review && is_about_review(diagnostic.code);
  }
  return may_tell_of(*document, diagnostic, view);
}

/// Remarks about a text that is withheld may repeat its words; readers are told why it is withheld.
bool is_remark_on_withheld(const Diagnostic& diagnostic, const Withheld& withheld) {
  return diagnostic.severity != Severity::error && diagnostic.about.part == Part::texts &&
         diagnostic.revision && withheld.contains(*diagnostic.revision);
}

/// The diagnostic with which document it is about, and days and words of the program, alone.
Diagnostic wordless(const Diagnostic& diagnostic) {
  auto told = diagnostic;
  told.subject = document_of(diagnostic);
  const auto hush = [&](const std::string& value) {
    const bool is_plain =
        value == document_of(diagnostic) || is_own_word(value) || Date::parse(value);
    return is_plain ? value : untold_slot(value);
  };
  for (auto* const values : {&told.what, &told.remedy}) {
    std::vector<std::string> plain = *values;
    std::ranges::transform(plain, plain.begin(), hush);
    *values = std::move(plain);
  }
  return told;
}

/// What readers are told in place of remarks about texts that are withheld: that there is one, so
/// that nothing stands better for being withheld.
std::map<const Diagnostic*, Diagnostic> hushed_in(Circle circle, const Withheld& withheld,
                                                  const std::vector<Diagnostic>& diagnostics) {
  std::map<const Diagnostic*, Diagnostic> hushed;
  for (const auto& diagnostic : diagnostics) {
    if (circle == Circle::readers && is_remark_on_withheld(diagnostic, withheld))
      hushed.emplace(&diagnostic, wordless(diagnostic));
  }
  return hushed;
}

std::vector<const Diagnostic*> told_to(Circle circle, const DayView& view,
                                       const std::map<const Diagnostic*, Diagnostic>& hushed,
                                       const std::vector<Diagnostic>& diagnostics) {
  const auto drafts = draft_names(view);
  std::vector<const Diagnostic*> told;
  for (const auto& diagnostic : diagnostics) {
    if (circle == Circle::readers && !may_tell(diagnostic, view, drafts)) continue;
    const auto in_place = hushed.find(&diagnostic);
    told.push_back(in_place == hushed.end() ? &diagnostic : &in_place->second);
  }
  return told;
}

/// The withheld revisions that are shown, each with the first error about it that was found.
std::map<RevisionKey, Diagnostic> reasons_in(const DayView& view,
                                             const std::set<RevisionKey>& withheld,
                                             const std::vector<Diagnostic>& told) {
  const auto drafts = draft_names(view);
  std::map<RevisionKey, Diagnostic> reasons;
  for (const auto& diagnostic : told) {
    const bool is_reason = diagnostic.severity == Severity::error && diagnostic.revision &&
                           withheld.contains(*diagnostic.revision);
    if (is_reason) reasons.emplace(*diagnostic.revision, without_names(diagnostic, drafts));
  }
  return reasons;
}

/// The title of the last text before it that is not withheld; the id if there is none.
std::string title_before(const Document& document, const Revision& revision,
                         const std::set<RevisionKey>& withheld) {
  std::string title = document.id;
  for (const auto& before : document.revisions) {
    const bool is_whole = before.approved() != nullptr && !withheld.contains(before.key());
    if (before.number < revision.number && is_whole) title = before.title;
  }
  return title;
}

/// Takes out what the text of a withheld revision says; what was decided about it, its codes and
/// its addresses remain.
void take_words_out(Revision& revision, std::string title) {
  revision.title = std::move(title);
  revision.summary.clear();
  revision.change_note.clear();
  revision.responsible.clear();
  revision.body = {};
  if (revision.process) *revision.process = Process{};
}

std::optional<Handbook> without_words(const Handbook& handbook,
                                      const std::set<RevisionKey>& withheld) {
  const auto is_withheld = [&](const RevisionKey& key) {
    return find_revision(handbook, key) != nullptr;
  };
  if (std::ranges::none_of(withheld, is_withheld)) return std::nullopt;
  std::optional<Handbook> own(handbook);
  for (auto& document : own->documents) {
    for (auto& revision : document.revisions) {
      if (withheld.contains(revision.key()))
        take_words_out(revision, title_before(document, revision, withheld));
    }
  }
  return own;
}

}  // namespace

std::vector<RevisionKey> Withheld::keys() const {
  std::vector<RevisionKey> keys;
  for (const auto& [key, reason] : reasons_)
    keys.push_back(key);
  return keys;
}

Edition::Edition(const ProfileSelection& selection, const std::vector<Diagnostic>& found,
                 LostAddresses lost_addresses, Circle circle)
    : own_(without_words(selection.handbook(), costs_of(found).withheld)),
      view(own_ ? *own_ : selection.handbook(), selection.whole->day()),
      backlinks(view),
      pages(selection.pages),
      diagnostics(tellable(selection, found)),
      withheld(reasons_in(view, costs_of(found).withheld, diagnostics)),
      lost(std::move(lost_addresses)),
      hushed_(hushed_in(circle, withheld, diagnostics)),
      told(told_to(circle, view, hushed_, diagnostics)) {}

}  // namespace handbok
