// handbok import FILE.docx: a text that was written somewhere else becomes a draft.

#include <algorithm>
#include <iterator>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/filed_card.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "model/revision_file.hpp"

namespace handbok {
namespace {

/// The text with its attachments at "@/", so that texts of two revisions can be compared.
std::string comparable(std::string_view text, int number) {
  return replaced(text, "](" + std::to_string(number) + "/", "](@/");
}

std::string names_or_nothing(const std::vector<std::string>& names) {
  return names.empty() ? std::string("@word.nothing") : join(names, ", ");
}

/// Files one text; what it becomes depends on what the document already has.
class Filing {
public:
  Filing(const Desk& desk, const FiledText& request)
      : desk_(desk),
        request_(request),
        card_(desk, request) {}

  Outcome file() {
    const auto id = code_in(card_.value(CardRow::id));
    if (says_nothing(id) || says_new(id)) {
      begin_document(says_new(id));
      return std::move(outcome_);
    }
    const auto* const document = require_document(desk_, id, outcome_);
    if (document == nullptr || !require_not_repealed(*document, outcome_)) {
      return std::move(outcome_);
    }
    const auto* const open = open_revision(*document);
    if (open != nullptr) {
      go_on_with(*document, *open);
    } else {
      begin_revision(*document);
    }
    return std::move(outcome_);
  }

private:
  /// Ids are for ever: a text that is called like another is a new document only if it says so.
  void begin_document(bool is_said_new) {
    NewDocument begun;
    begun.type = card_.type(outcome_);
    begun.title = card_.title(outcome_);
    begun.unit = card_.unit(true, outcome_);
    begun.owner = card_.owner(true, outcome_);
    const auto* const origin =
        is_said_new ? nullptr : desk_.handbook().find_document(request_.made_of);
    if (origin != nullptr) {
      refuse(outcome_, Code::word_id_removed, request_.name, {origin->id}, {origin->id});
      return;
    }
    const auto* const namesake = is_said_new ? nullptr : document_called(begun.title, begun.unit);
    if (namesake != nullptr) {
      refuse(outcome_, Code::word_title_taken, request_.name, {begun.title, namesake->id},
             {namesake->id, namesake->id});
    }
    if (outcome_.is_refused()) return;
    outcome_ = start_document(desk_, begun);
    if (!outcome_.is_refused()) write_text(outcome_.files.back().bytes, 0, nullptr);
  }

  const Document* document_called(const std::string& title, const UnitId& unit) const {
    const auto& documents = desk_.handbook().documents;
    const auto found = std::ranges::find_if(documents, [&](const Document& document) {
      if (document.revisions.empty() || document.repeal) return false;
      const auto& last = document.revisions.back();
      return last.unit == unit && to_lower(trim(last.title)) == to_lower(trim(title));
    });
    return found == documents.end() ? nullptr : &*found;
  }

  void begin_revision(const Document& document) {
    const auto* const last = text_to_go_on_from(document);
    const auto number = card_.number(CardRow::revision);
    if (!number) return refuse_unknown_base(document);
    if (last == nullptr || !builds_on(*number, *last)) return refuse_base(document, *number, last);
    if (!has_digest_of(*last)) return refuse_changed_base(*last, *number);
    NewRevision begun;
    begun.document = document.id;
    begun.kind = kind();
    begun.note = card_.value(CardRow::change_note);
    outcome_ = start_revision(desk_, begun);
    if (outcome_.is_refused()) return;
    tell_if_unchanged(*last);
    write_text(outcome_.files.back().bytes, last->number, last);
  }

  /// The open draft gets the text if the file was made from that draft, or the draft from that
  /// file.
  void go_on_with(const Document& document, const Revision& open) {
    const auto number = card_.number(CardRow::revision);
    if (is_submitted(open)) {
      refuse(outcome_, Code::edit_in_review, document.id,
             {document.id, std::to_string(open.number), open.approval->submitted->to_string()},
             {document.id, document.id});
      return;
    }
    if (!number) return refuse_unknown_base(document);
    const bool is_own_draft = (!request_.replaces.empty() && request_.replaces == open.digest) ||
                              (trim(text_of(open)) == trim(moved_text(*number, open.number)) &&
                               changes_of_card(open).empty());
    if (*number != open.number && !is_own_draft) {
      refuse(outcome_, Code::edit_draft_open, document.id,
             {document.id, std::to_string(open.number)}, {open.path, document.id});
      return;
    }
    const bool has_proof = is_own_draft || !card_.value(CardRow::checksum).empty();
    if (!has_proof || (!is_own_draft && !has_digest_of(open))) {
      return refuse_changed_base(open, *number);
    }
    outcome_.revision = open.key();
    outcome_.files.push_back({open.path, bytes_of(desk_, open.path)});
    tell_if_unchanged(open);
    write_text(outcome_.files.back().bytes, *number, &open);
  }

  /// A file with a head of its own may say the number of the revision that it is to become.
  bool builds_on(int number, const Revision& last) const {
    return number == last.number || (!request_.head.empty() && number == last.number + 1);
  }

  /// True unless the card was made of other bytes; it holds the beginning of the digest.
  bool has_digest_of(const Revision& revision) const {
    constexpr std::string_view scheme = "sha256:";
    const auto checksum = card_.value(CardRow::checksum);
    return checksum.empty() || revision.digest.substr(scheme.size()).starts_with(checksum);
  }

  ChangeKind kind() const {
    return says_editorial(card_.value(CardRow::change_kind)) ? ChangeKind::editorial
                                                             : ChangeKind::substantive;
  }

  std::string text_of(const Revision& revision) const {
    const auto& bytes = bytes_of(desk_, revision.path);
    return std::string(split_revision_file(bytes).value_or(RevisionFile{}).text);
  }

  /// The text with its attachments where the revision has them; `base` is the number of the one it
  /// builds on, 0 if none.
  std::string moved_text(int base, int number) const {
    auto text = request_.text;
    const auto folder = "](" + std::to_string(number) + "/";
    if (base != 0) text = replaced(text, "](" + std::to_string(base) + "/", folder);
    return replaced(text, "](@/", folder);
  }

  void refuse_unknown_base(const Document& document) {
    refuse(outcome_, Code::word_base_unknown, request_.name, {document.id}, {document.id});
  }

  /// Refuses a file that was not made of `last`, the text that the next one starts from, if there
  /// is any.
  void refuse_base(const Document& document, int number, const Revision* last) {
    const auto* const base = document.find(number);
    const bool is_older = base != nullptr && last != nullptr && number < last->number;
    if (is_older) return refuse_outdated(*base, *last);
    refuse(outcome_, Code::word_base_missing, request_.name, {std::to_string(number), document.id},
           {document.id});
  }

  void refuse_changed_base(const Revision& revision, int number) {
    const auto sections = changed_sections(comparable(text_of(revision), revision.number),
                                           comparable(request_.text, number), revision.title);
    refuse(outcome_, Code::word_base_changed, request_.name,
           {revision.document, std::to_string(revision.number), names_or_nothing(sections)},
           {revision.document});
  }

  void refuse_outdated(const Revision& base, const Revision& last) {
    const auto before = comparable(text_of(base), base.number);
    const auto here = changed_sections(before, comparable(text_of(last), last.number), last.title);
    const auto there = changed_sections(before, comparable(request_.text, base.number), last.title);
    std::vector<std::string> both;
    std::ranges::copy_if(there, std::back_inserter(both), [&](const std::string& name) {
      return std::ranges::find(here, name) != here.end();
    });
    refuse(outcome_, Code::word_outdated, request_.name,
           {std::to_string(base.number), last.document, std::to_string(last.number),
            names_or_nothing(here), names_or_nothing(there), names_or_nothing(both)},
           {last.document});
  }

  /// What the card, or the table of who does what, says otherwise than the text it builds on.
  struct CardChange {
    std::string what;
    std::string before;
    std::string after;
  };

  std::vector<CardChange> changes_of_card(const Revision& base) const {
    Outcome ignored;  // what the card says wrong is told where it is written
    std::vector<CardChange> changes;
    const auto compare = [&](CardRow row, const std::string& before, const std::string& after) {
      const bool is_given = !card_.value(row).empty() && before != after;
      if (is_given) changes.push_back({card_.called(row), before, after});
    };
    compare(CardRow::title, base.title, card_.value(CardRow::title));
    compare(CardRow::summary, base.summary, card_.value(CardRow::summary));
    compare(CardRow::unit, base.unit, card_.unit(false, ignored));
    compare(CardRow::owner, base.owner, card_.owner(false, ignored));
    compare(CardRow::audience, join(base.audience, ", "), join(audience(ignored), ", "));
    compare(CardRow::topics, join(base.topics, ", "), join(card_.topics(ignored), ", "));
    compare(CardRow::requirements, join(base.requirements, ", "), join(requirements(), ", "));
    if (!request_.tasks) return changes;
    const auto before = in_words(base.responsible);
    const auto after = in_words(tasks(ignored));
    if (before != after)
      changes.push_back({std::string(task_columns(card_.language())[0]), before, after});
    return changes;
  }

  static std::string in_words(const std::vector<Responsibility>& tasks) {
    std::vector<std::string> texts;
    for (const auto& [task, roles, lead] : tasks) {
      const auto who = join(roles, ", ") + (lead.empty() ? "" : "; " + lead);
      texts.push_back(task + " (" + who + ")");
    }
    return join(texts, ", ");
  }

  std::vector<RoleId> audience(Outcome& outcome) const {
    return card_.roles(card_.called(CardRow::audience), card_.value(CardRow::audience), outcome);
  }

  std::vector<std::string> requirements() const {
    std::vector<std::string> references;
    for (const auto& written : values_in(card_.value(CardRow::requirements)))
      references.push_back(code_in(written));
    return references;
  }

  std::vector<Responsibility> tasks(Outcome& outcome) const {
    const auto columns = task_columns(card_.language());
    std::vector<Responsibility> tasks;
    for (const auto& filed : *request_.tasks) {
      auto& task = tasks.emplace_back();
      task.task = filed.task;
      task.roles = card_.roles(std::string(columns[1]), filed.roles, outcome);
      if (!says_nothing(filed.lead))
        task.lead = card_.role(std::string(columns[2]), filed.lead, outcome);
    }
    return tasks;
  }

  void tell_if_unchanged(const Revision& base) {
    const auto changes = changes_of_card(base);
    for (const auto& [what, before, after] : changes) {
      outcome_.remarks.push_back(
          remark(Code::word_card_changes, request_.name, {what, before, after}));
    }
    if (!changes.empty() || trim(text_of(base)) != trim(request_.text)) return;
    outcome_.remarks.push_back(
        remark(Code::word_unchanged, request_.name, {base.document, std::to_string(base.number)}));
  }

  /// Puts the text, and what the card says, into the file that was begun. `base` is the number of
  /// the revision that it builds on, 0 if none; `known` is the one that the head is from.
  void write_text(std::string& bytes, int base, const Revision* known) {
    const auto number = std::to_string(outcome_.revision.number);
    const auto begun = split_revision_file(bytes).value_or(RevisionFile{});
    TomlText head(request_.head.empty() ? std::string(begun.head) : request_.head);
    if (!request_.head.empty()) copy_fate(head);
    set_card(head, base, known);
    const auto text = moved_text(base, outcome_.revision.number);
    const auto* const blank = begun.text.starts_with('\n') || base == 0 ? "\n" : "";
    bytes = join_revision_file(head.text(), blank + text);
    add_attachments(number);
  }

  /// Keys that a head which came with the file may not decide.
  void copy_fate(TomlText& head) const {
    const auto& [document, number] = outcome_.revision;
    head.set({}, "id", toml_string(document));
    head.set({}, "revision", std::to_string(number), "id");
    if (number == 1) return head.set({}, "change_kind", toml_string("new"));
    head.set({}, "change_kind",
             toml_string(kind() == ChangeKind::editorial ? "editorial" : "substantive"));
  }

  void set_card(TomlText& head, int base, const Revision* known) {
    set_if_given(head, CardRow::title, "title");
    set_if_given(head, CardRow::summary, "summary");
    set_lists(head, known);
    set_tasks(head, known);
    if (base == 0) return;
    const auto unit = card_.unit(false, outcome_);
    const auto owner = card_.owner(false, outcome_);
    if (!unit.empty()) head.set({}, "unit", toml_string(unit));
    if (!owner.empty()) head.set({}, "owner", toml_string(owner));
    if (outcome_.revision.number > 1) set_if_given(head, CardRow::change_note, "change_note");
  }

  /// A row without a value leaves what the head says; a dash takes it away. A head that says the
  /// same keeps its bytes.
  void set_lists(TomlText& head, const Revision* known) {
    using Ids = std::vector<std::string>;
    const auto set = [&](CardRow row, std::string_view key, const Ids& ids, Ids Revision::*said) {
      const bool is_said = known != nullptr && known->*said == ids;
      if (!is_said && !card_.value(row).empty()) head.set({}, key, toml_list(ids));
    };
    set(CardRow::audience, "audience", audience(outcome_), &Revision::audience);
    set(CardRow::topics, "topics", card_.topics(outcome_), &Revision::topics);
    set(CardRow::requirements, "requirements", requirements(), &Revision::requirements);
  }

  void set_tasks(TomlText& head, const Revision* known) {
    if (!request_.tasks) return;
    const auto filed = tasks(outcome_);
    const bool is_said = known != nullptr && in_words(known->responsible) == in_words(filed);
    if (is_said) return;
    std::vector<std::string> blocks;
    for (const auto& [task, roles, lead] : filed) {
      blocks.push_back("[[responsible]]\n" + toml_line("task", toml_string(task)) +
                       toml_line("roles", toml_list(roles)) + optional_line("lead", lead));
    }
    head.replace_tables("responsible", join(blocks, "\n"));
  }

  void set_if_given(TomlText& head, CardRow row, std::string_view key) const {
    const auto value = card_.value(row);
    if (!value.empty()) head.set({}, key, toml_string(value));
  }

  void add_attachments(const std::string& number) {
    const auto path = outcome_.files.back().path;
    const auto folder = path.substr(0, path.rfind('/') + 1) + number + "/";
    for (const auto& attachment : request_.attachments)
      outcome_.files.insert(outcome_.files.begin(), {folder + attachment.name, attachment.bytes});
  }

  const Desk& desk_;
  const FiledText& request_;
  FiledCard card_;
  Outcome outcome_;
};

}  // namespace

Outcome file_text(const Desk& desk, const FiledText& request) {
  auto outcome = Filing(desk, request).file();
  if (outcome.is_refused()) outcome.files.clear();
  return outcome;
}

}  // namespace handbok
