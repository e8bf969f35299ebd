#include "app/handed_in.hpp"

#include <algorithm>
#include <array>

#include "app/word_text.hpp"
#include "base/limits.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "edit/tidy_text.hpp"
#include "load/toml_value.hpp"
#include "markdown/parse_bodies.hpp"
#include "markdown/reading.hpp"
#include "model/revision_file.hpp"
#include "word/card.hpp"
#include "word/keep_lines.hpp"
#include "word/kept_words.hpp"
#include "word/office_file.hpp"
#include "word/references.hpp"
#include "word/write_markdown.hpp"

namespace handbok {
namespace {

std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : to_lower(name.substr(dot));
}

/// A key of a head that the card has a row for.
struct HeadKey {
  std::string_view key;
  CardRow row;
};
constexpr auto head_keys = std::to_array<HeadKey>({
    {"type", CardRow::type},
    {"id", CardRow::id},
    {"revision", CardRow::revision},
    {"title", CardRow::title},
    {"summary", CardRow::summary},
    {"unit", CardRow::unit},
    {"owner", CardRow::owner},
    {"change_kind", CardRow::change_kind},
    {"change_note", CardRow::change_note},
});

/// What the card of a new document says.
constexpr std::array<CardRow, 5> new_card_rows = {CardRow::type, CardRow::title, CardRow::summary,
                                                  CardRow::unit, CardRow::owner};

std::string value_text(const TomlValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value.content)) return *text;
  if (const auto* const number = std::get_if<std::int64_t>(&value.content)) {
    return std::to_string(*number);
  }
  return {};
}

/// The text of the revision that the card names, as its author wrote it; empty if there is none.
std::string base_text(const FileTree& sources, const word::Card& card) {
  const auto* const bytes = sources.find(base_path(sources, card));
  if (bytes == nullptr) return {};
  return std::string(split_revision_file(*bytes).value_or(RevisionFile{}).text);
}

class Reader {
public:
  Reader(const HandedFile& file, const FileTree& sources, TrackedChanges changes)
      : file_(file),
        sources_(sources),
        changes_(changes) {
    read_.request.name = file.name;
  }

  HandedText read() {
    const auto ending = ending_of(file_.name);
    if (ending == ".md") {
      read_markdown_file();
    } else if (ending == ".docx" ||
               word::look_at_office_file(file_.bytes).fault != word::OfficeFault::not_word) {
      read_word_file(ending == ".docx");
    } else {
      refuse(Code::word_not_word, {file_.name});
    }
    return std::move(read_);
  }

private:
  void refuse(Code code, std::vector<std::string> what, std::vector<std::string> remedy = {}) {
    read_.refusals.push_back(remark(code, file_.name, std::move(what), std::move(remedy)));
  }
  void tell(Code code, std::vector<std::string> what, std::vector<std::string> remedy = {}) {
    read_.remarks.push_back(remark(code, file_.name, std::move(what), std::move(remedy)));
  }

  template <std::size_t Count>
  static std::string names_of(const std::array<CardRow, Count>& rows) {
    std::vector<std::string> names;
    names.reserve(rows.size());
    for (const auto row : rows)
      names.emplace_back(name_of(row, CardLanguage::swedish));
    return join(names, ", ");
  }

  void take_card(const std::optional<word::Card>& card) {
    if (!card) return refuse(Code::word_card_missing, {file_.name}, {names_of(new_card_rows)});
    read_.request.card = card->values;
    for (const auto& name : card->unknown_rows)
      tell(Code::word_card_row, {name}, {names_of(all_card_rows)});
  }

  void read_markdown_file() {
    if (first_invalid_utf8(file_.bytes) != std::string_view::npos) {
      return refuse(Code::text_invalid_utf8, {std::to_string(first_invalid_utf8(file_.bytes))});
    }
    if (file_.bytes.size() > limits::text_bytes) return refuse_length(file_.bytes.size());
    auto text = tidy_text(file_.bytes).text;
    if (const auto headed = split_revision_file(text)) return read_headed(*headed);
    std::size_t end = 0;
    take_card(word::read_card_lines(text, end));
    text.erase(0, end);
    text.erase(0, text.find_first_not_of('\n'));
    read_.request.text = std::move(text);
  }

  void read_headed(const RevisionFile& file) {
    read_.request.head = file.head;
    const auto head = parse_toml(read_.request.head, 2);
    if (!head.table) {
      return refuse(Code::toml_syntax, {std::to_string(head.error.position.line)});
    }
    for (const auto& [key, row] : head_keys) {
      const auto* const entry = head.table->find(key);
      if (entry != nullptr) read_.request.card.emplace_back(row, value_text(entry->value));
    }
    read_.request.text = file.text;
    read_.request.text.erase(0, read_.request.text.find_first_not_of('\n'));
  }

  void read_word_file(bool is_called_word) {
    const auto looked = word::look_at_office_file(file_.bytes);
    if (looked.fault) return refuse_file(*looked.fault, looked.unpacked_bytes);
    if (!is_called_word) return refuse(Code::word_not_word, {file_.name});
    auto read = read_word_text(file_, sources_, changes_);
    if (!read) return refuse_reading(read.error());
    auto text = *std::move(read);
    std::ranges::move(text.refusals, std::back_inserter(read_.refusals));
    std::ranges::move(text.remarks, std::back_inserter(read_.remarks));
    read_.request.attachments = std::move(text.attachments);
    const auto& card = text.card;
    take_card(card);
    if (!card) return;
    read_.request.made_of = word::custom_property(file_.bytes, "handbok-id");
    const auto number = word::custom_property(file_.bytes, "handbok-revision");
    const bool is_said = code_in(card->value(CardRow::id)) == read_.request.made_of &&
                         card->value(CardRow::revision) == number;
    if (is_said) read_.request.trace = word::custom_property(file_.bytes, trace_property);
    add_title(*card, text.title);
    for (const auto table : all_head_tables) {
      if (auto rows = word::take_table(text.blocks, table))
        read_.request.tables[table] = *std::move(rows);
    }
    const auto edited = word::write_markdown(text.blocks, 1);
    if (edited.size() > limits::text_bytes) return refuse_length(edited.size());
    const auto source = base_text(sources_, *card);
    read_.request.text = word::keep_lines(edited, common_spelling(source), source);
    for (const auto& title : link_titles_) {
      const auto words = title.substr(0, title.find("…"));  // where it was cut
      const bool is_kept = read_.request.text.find(words) != std::string::npos;
      if (!is_kept) tell(Code::word_left_out, {"@word.link_title", title});
    }
    read_.request.text.erase(0, read_.request.text.find_first_not_of('\n'));
    read_.blocks = std::move(text.blocks);
  }

  void add_title(const word::Card& card, const std::string& title) {
    if (card.value(CardRow::title).empty() && !title.empty()) {
      std::erase_if(read_.request.card,
                    [](const auto& entry) { return entry.first == CardRow::title; });
      read_.request.card.emplace_back(CardRow::title, title);
    }
  }

  /// The text as it would come back from Word if nobody had changed it.
  std::string common_spelling(const std::string& source) {
    if (source.empty()) return {};
    const auto json = read_markdown(source);
    if (!json && json.error() == PandocFault::stopped) refuse_reading(json.error());
    if (!json) return {};
    auto tree = word::read_tree(*json);
    if (!tree) return {};
    word::link_references(tree->blocks);
    word::forget_what_word_forgets(tree->blocks);
    for (const auto& flaw : tree->flaws) {
      if (flaw.kind == word::FlawKind::link_title) link_titles_.push_back(flaw.excerpt);
    }
    return word::write_markdown(tree->blocks, 0);
  }

  void refuse_length(std::size_t bytes) {
    refuse(Code::file_too_large, {std::to_string(bytes), std::to_string(limits::text_bytes)});
  }

  void refuse_file(word::OfficeFault fault, std::size_t unpacked_bytes) {
    switch (fault) {
      case word::OfficeFault::not_word: return refuse(Code::word_not_word, {file_.name});
      case word::OfficeFault::locked: return refuse(Code::word_locked, {file_.name});
      case word::OfficeFault::macros: return refuse(Code::word_macros, {file_.name});
      case word::OfficeFault::too_large:
        return refuse(Code::word_too_large,
                      {file_.name, megabytes(unpacked_bytes), megabytes(word::unpacked_bytes_max)});
    }
  }

  void refuse_reading(PandocFault fault) {
    if (fault == PandocFault::missing) return refuse(Code::word_reader_missing, {});
    if (fault == PandocFault::stopped) return refuse(Code::word_reader_stopped, {file_.name});
    refuse(fault == PandocFault::strict ? Code::word_strict : Code::word_unreadable, {file_.name});
  }

  const HandedFile& file_;
  const FileTree& sources_;
  TrackedChanges changes_;
  HandedText read_;
  std::vector<std::string> link_titles_;  ///< of the text that this one builds on
};

/// Sets the blocks of a Word document beside the page that the draft would be.
void read_back_draft(const Authoring& authoring, const HandedText& handed, Outcome& outcome) {
  const auto draft = std::ranges::find_if(
      outcome.files, [](const ChangedFile& file) { return file.path.ends_with(".md"); });
  const auto file = draft == outcome.files.end() ? std::nullopt : split_revision_file(draft->bytes);
  if (!file) return;
  BodySource source;
  source.path = draft->path;
  source.text = file->text;
  Diagnostics found;
  const auto bodies = parse_bodies({&source, 1}, authoring.isolate(), found);
  const auto is_error = [](const Diagnostic& one) { return one.severity == Severity::error; };
  if (std::ranges::any_of(found.sorted(), is_error)) return;  // which is told
  word::ShownWords page;
  for (const auto& seen : read_page(bodies.front())) {
    if (seen.kind == SeenKind::number) {
      page.push_back({std::to_string(seen.number), true});
    } else if (!seen.text.empty()) {
      page.push_back({seen.text, false});
    }
  }
  for (const auto& part : word::find_changed_words(handed.blocks, page))
    outcome.remarks.push_back(lost_remark(handed.request.name, part));
}

}  // namespace

std::string megabytes(std::size_t bytes) {
  constexpr std::size_t megabyte = std::size_t{1024} * 1024;
  return std::to_string((bytes + megabyte - 1) / megabyte);
}

bool can_be_handed_in(std::string_view name) {
  const auto ending = ending_of(name);
  return ending == ".docx" || ending == ".md";
}

HandedText read_handed_file(const HandedFile& file, const FileTree& sources,
                            TrackedChanges changes) {
  return Reader(file, sources, changes).read();
}

Outcome file_handed_text(const Authoring& authoring, const HandedText& text) {
  Outcome outcome;
  if (text.refusals.empty()) {
    outcome = authoring.attempt(text.request);
    if (!text.blocks.empty()) read_back_draft(authoring, text, outcome);
  } else {
    outcome.refusals = text.refusals;
  }
  outcome.remarks.insert(outcome.remarks.begin(), text.remarks.begin(), text.remarks.end());
  return outcome;
}

}  // namespace handbok
