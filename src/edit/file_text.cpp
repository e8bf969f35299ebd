// handbok import FILE.docx: a text that was written somewhere else becomes a draft.

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/filed_card.hpp"
#include "edit/filed_steps.hpp"
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

using Values = std::vector<std::string>;

/// A part of a head that a Word file shows: a row of the card or a table.
struct HeadPart {
  std::string_view key{};
  CardRow row{};
  std::string Revision::*text = nullptr;
  Values Revision::*list = nullptr;
  std::optional<HeadTable> table{};
  std::string Process::*process = nullptr;
};

/// In this order in each trace: new ones come last.
constexpr auto all_parts = std::to_array<HeadPart>({
    {"title", CardRow::title, &Revision::title},
    {"summary", CardRow::summary, &Revision::summary},
    {"unit", CardRow::unit, &Revision::unit},
    {"owner", CardRow::owner, &Revision::owner},
    {"audience", CardRow::audience, nullptr, &Revision::audience},
    {"topics", CardRow::topics, nullptr, &Revision::topics},
    {"requirements", CardRow::requirements, nullptr, &Revision::requirements},
    {"responsible", {}, nullptr, nullptr, HeadTable::tasks},
    {"node", {}, nullptr, nullptr, HeadTable::steps},
    {"purpose", CardRow::purpose, nullptr, nullptr, {}, &Process::purpose},
    {"trigger", CardRow::trigger, nullptr, nullptr, {}, &Process::trigger},
    {"result", CardRow::result, nullptr, nullptr, {}, &Process::result},
});

Values in_words(const std::vector<Responsibility>& tasks) {
  Values texts;
  for (const auto& [task, roles, lead] : tasks)
    texts.push_back(task + " (" + join(roles, ", ") + (lead.empty() ? "" : "; " + lead) + ")");
  return texts;
}

Values said_by(const Revision& revision, const HeadPart& part) {
  if (part.list != nullptr) return revision.*part.list;
  if (!part.table) {
    const auto process = revision.process.value_or(Process());
    const auto& text = part.process != nullptr ? process.*part.process : revision.*part.text;
    return text.empty() ? Values() : Values{text};
  }
  return *part.table == HeadTable::tasks ? in_words(revision.responsible)
                                         : steps_in_words(revision.process.value_or(Process()));
}

std::string digest_of(const Values& values) {
  constexpr std::size_t digits = 12;
  return "." + sha256_hex(join(values, "\n")).substr(0, digits);
}

/// A trace is the digest of a revision, that of its text, and one for each part of its head, with
/// points before all but the first.
std::string_view part_of(std::string_view trace, std::size_t index) {
  const auto parts = split(trace, '.');
  return index < parts.size() ? parts[index] : std::string_view();
}

std::string text_digest(std::string_view text, int number) {
  return digest_of({comparable(trim(text), number)});
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
    begun.type = card_.needed(CardRow::type, outcome_);
    begun.title = card_.needed(CardRow::title, outcome_);
    begun.unit = card_.needed(CardRow::unit, outcome_);
    begun.owner = card_.needed(CardRow::owner, outcome_);
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
    begun.revision = first_number();
    outcome_ = start_document(desk_, begun);
    if (!outcome_.is_refused()) write_text(outcome_.files.back().bytes, 0, Revision());
  }

  /// The number that a text had before it came to the handbook; one that was made of another
  /// document of ours has that document's.
  int first_number() const {
    const auto number = card_.number(CardRow::revision).value_or(1);
    const bool is_its_own = request_.made_of.empty() && request_.trace.empty() &&
                            card_.value(CardRow::checksum).empty();
    return is_its_own && number <= first_revision_max ? number : 1;
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
    if (!was_made_of(document, *last)) return refuse_changed_base(*last, *number);
    NewRevision begun;
    begun.document = document.id;
    begun.kind = kind();
    begun.note = card_.value(CardRow::change_note);
    outcome_ = start_revision(desk_, begun);
    if (!outcome_.is_refused()) write_text(outcome_.files.back().bytes, last->number, *last);
  }

  /// The open draft gets the text if nobody has changed it since the file was made, or if it says
  /// the same.
  void go_on_with(const Document& document, const Revision& open) {
    const auto number = card_.number(CardRow::revision);
    if (is_submitted(open)) {
      refuse(outcome_, Code::edit_in_review, document.id,
             {document.id, std::to_string(open.number), open.approval->submitted->to_string()},
             {document.id, document.id});
      return;
    }
    if (!number) return refuse_unknown_base(document);
    const bool is_same_text = trim(text_of(open)) == trim(moved_text(*number, open.number));
    const bool is_open_text = was_made_of(document, open) ||
                              (is_same_text && (!base_.empty() || changes_of(open).empty()));
    if (!is_open_text) {
      if (*number == open.number) return refuse_changed_base(open, *number);
      refuse(outcome_, Code::edit_draft_open, document.id,
             {document.id, std::to_string(open.number)}, {open.path, document.id});
      return;
    }
    outcome_.revision = open.key();
    outcome_.files.push_back({open.path, bytes_of(desk_, open.path)});
    write_text(outcome_.files.back().bytes, *number, open);
  }

  /// A file with a head of its own may say the number of the revision that it is to become.
  bool builds_on(int number, const Revision& last) const {
    return number == last.number || (!request_.head.empty() && number == last.number + 1);
  }

  /// True if the text of the revision is the one that the file was made of, whatever somebody has
  /// changed in its head; but a head that comes with the file takes the place of all of that.
  bool was_made_of(const Document& document, const Revision& revision) {
    base_ = base_trace(document);
    const bool is_checked = !card_.value(CardRow::checksum).empty();
    if (base_.empty()) return !is_checked && open_revision(document) == nullptr;
    const auto now = trace_of(desk_.sources, revision);
    return part_of(base_, 0) == part_of(now, 0) ||
           (request_.head.empty() && part_of(base_, 1) == part_of(now, 1));
  }

  /// What the file was made of: what it said itself the last time, what it says of itself, or the
  /// revision whose digest begins as its card says.
  std::string base_trace(const Document& document) const {
    if (!request_.replaces.empty()) return request_.replaces;
    if (!request_.trace.empty()) return request_.trace;
    const auto checksum = card_.value(CardRow::checksum);
    const auto* const revision = document.find(card_.number(CardRow::revision).value_or(0));
    constexpr std::string_view scheme = "sha256:";
    const bool is_it = revision != nullptr && !checksum.empty() &&
                       revision->digest.substr(scheme.size()).starts_with(checksum);
    return is_it ? trace_of(desk_.sources, *revision) : std::string();
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

  /// Something that the file says otherwise than the text that is there.
  struct Change {
    std::size_t part = 0;  ///< of all_parts
    Values before;
    Values after;
  };

  /// What the file says of each part of a head, if it says anything.
  std::optional<Values> filed(const HeadPart& part, const Revision& known, Outcome& outcome) const {
    if (!part.table) {
      if (card_.value(part.row).empty()) return std::nullopt;
      if (part.process != nullptr && !is_process(known)) {
        outcome.remarks.push_back(remark(Code::word_card_row, request_.name,
                                         {card_.called(part.row)},
                                         {card_.called(CardRow::summary)}));
        return std::nullopt;
      }
      return card_.values(part.row, outcome);
    }
    if (!request_.tables.contains(*part.table)) return std::nullopt;
    return *part.table == HeadTable::tasks
               ? in_words(tasks(outcome))
               : steps_in_words(steps(known.process.value_or(Process()), outcome));
  }

  bool is_process(const Revision& known) const {
    Outcome told;  // before
    const auto type = known.type.empty() ? card_.needed(CardRow::type, told) : known.type;
    const auto* const found = desk_.handbook().find_type(type);
    return known.process || (found != nullptr && found->is_process);
  }

  std::vector<Change> changes_of(const Revision& known) const {
    Outcome ignored;  // what the card says wrong is told where it is written
    return changes_of(known, ignored);
  }

  /// What somebody changed in the file. What only somebody else changed stays.
  std::vector<Change> changes_of(const Revision& known, Outcome& outcome) const {
    std::vector<Change> changes;
    std::vector<std::string> of_both;
    for (std::size_t i = 0; i < all_parts.size(); ++i) {
      const auto after = filed(all_parts[i], known, outcome);
      const auto before = said_by(known, all_parts[i]);
      const bool is_same = after == before && request_.head.empty();
      if (!after || is_same) continue;
      const auto base = part_of(base_, i + 2);
      const auto is_base = [&](const Values& values) {
        return base.empty() || digest_of(values).substr(1) == base;
      };
      if (!base.empty() && is_base(*after)) continue;
      changes.push_back({i, before, *after});
      if (is_base(before)) continue;
      const auto [here, there] = differing(before, *after);
      of_both.push_back(name_of_part(i) + ": " + there + " ≠ " + here);
    }
    if (!of_both.empty()) {
      refuse(outcome, Code::word_base_changed, request_.name,
             {known.document, std::to_string(known.number), join(of_both, "; ")}, {known.document});
    }
    return changes;
  }

  /// The trace of what the file says; what it does not say is as it was.
  std::string trace_of_file(const Revision& known, const std::string& text) const {
    Outcome told;  // before
    auto trace = text_digest(text, outcome_.revision.number);
    for (const auto& part : all_parts)
      trace += digest_of(filed(part, known, told).value_or(said_by(known, part)));
    return trace;
  }

  /// The values in words; of a table only the rows that differ.
  static std::pair<std::string, std::string> differing(const Values& before, const Values& after) {
    const auto without = [](const Values& all, const Values& others) {
      Values kept;
      std::ranges::copy_if(all, std::back_inserter(kept), [&](const std::string& one) {
        return one.find(' ') == std::string::npos || std::ranges::find(others, one) == others.end();
      });
      return join(kept, ", ");
    };
    return {without(before, after), without(after, before)};
  }

  std::string name_of_part(std::size_t i) const {
    const auto& part = all_parts[i];
    if (!part.table) return card_.called(part.row);
    return std::string(
        columns_of(*part.table, card_.language())[*part.table == HeadTable::tasks ? 0 : 2]);
  }

  std::vector<Responsibility> tasks(Outcome& outcome) const {
    const auto columns = columns_of(HeadTable::tasks, card_.language());
    std::vector<Responsibility> tasks;
    for (auto row : request_.tables.at(HeadTable::tasks)) {
      row.resize(columns.size());
      auto& task = tasks.emplace_back();
      task.task = replaced(row[0], "\n", " ");
      task.roles = card_.roles(std::string(columns[1]), row[1], outcome);
      if (!says_nothing(row[2])) task.lead = card_.role(std::string(columns[2]), row[2], outcome);
    }
    return tasks;
  }

  Process steps(const Process& known, Outcome& outcome) const {
    return filed_steps(card_, request_.tables.at(HeadTable::steps), known, outcome);
  }

  void tell(const Revision& known, const std::vector<Change>& changes) {
    for (const auto& [part, before, after] : changes) {
      if (before == after) continue;
      const auto [here, there] = differing(before, after);
      outcome_.remarks.push_back(
          remark(Code::word_card_changes, request_.name, {name_of_part(part), here, there}));
    }
    if (!changes.empty() || trim(text_of(known)) != trim(request_.text)) return;
    outcome_.remarks.push_back(remark(Code::word_unchanged, request_.name,
                                      {known.document, std::to_string(known.number)}));
  }

  /// Puts the text, and what the card says, into the file that was begun. `base` is the number of
  /// the revision that it builds on, 0 if none; `known` is the one that the head is from.
  void write_text(std::string& bytes, int base, const Revision& known) {
    const auto number = std::to_string(outcome_.revision.number);
    const auto begun = split_revision_file(bytes).value_or(RevisionFile{});
    TomlText head(request_.head.empty() ? std::string(begun.head) : request_.head);
    if (!request_.head.empty()) copy_fate(head);
    const auto changes = changes_of(known, outcome_);
    if (outcome_.is_refused()) return;
    if (base != 0) tell(known, changes);
    for (const auto& [part, before, after] : changes)
      set(head, all_parts[part], after, known);
    if (outcome_.revision.number > 1) {
      const auto note = card_.value(CardRow::change_note);
      if (!note.empty()) head.set({}, "change_note", toml_string(note));
    }
    const auto text = moved_text(base, outcome_.revision.number);
    outcome_.trace = trace_of_file(known, text);
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

  void set(TomlText& head, const HeadPart& part, const Values& values, const Revision& known) {
    Outcome told;  // before
    if (part.list != nullptr) return head.set({}, part.key, toml_list(values));
    const bool is_in_process = part.process != nullptr || part.table == HeadTable::steps;
    if (is_in_process && !known.process) head.set("process", "kind", toml_string("main"));
    if (part.process != nullptr)
      return head.set("process", part.key, toml_string(join(values, ", ")));
    if (!part.table) return head.set({}, part.key, toml_string(join(values, ", ")));
    if (*part.table == HeadTable::steps) {
      const auto before = known.process.value_or(Process());
      return write_steps(steps(before, told), before, head);
    }
    std::vector<std::string> blocks;
    for (const auto& [task, roles, lead] : tasks(told)) {
      blocks.push_back("[[responsible]]\n" + toml_line("task", toml_string(task)) +
                       toml_line("roles", toml_list(roles)) + optional_line("lead", lead));
    }
    head.replace_tables("responsible", join(blocks, "\n"));
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
  std::string base_;  ///< the trace of what the file was made of; empty if that is not known
  Outcome outcome_;
};

}  // namespace

std::string trace_of(const FileTree& sources, const Revision& revision) {
  const auto* const bytes = sources.find(revision.path);
  const auto file = bytes == nullptr ? std::nullopt : split_revision_file(*bytes);
  auto trace = revision.digest + text_digest(file ? file->text : "", revision.number);
  for (const auto& part : all_parts)
    trace += digest_of(said_by(revision, part));
  return trace;
}

Outcome file_text(const Desk& desk, const FiledText& request) {
  auto outcome = Filing(desk, request).file();
  if (outcome.is_refused()) outcome.files.clear();
  return outcome;
}

}  // namespace handbok
