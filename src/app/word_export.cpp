#include "app/word_export.hpp"

#include <algorithm>
#include <iterator>

#include "app/handed_in.hpp"
#include "app/pandoc.hpp"
#include "app/read_handbook.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/names.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "edit/filed_steps.hpp"
#include "edit/guards.hpp"
#include "model/references.hpp"
#include "model/revision_file.hpp"
#include "render/addresses.hpp"
#include "text/nearest.hpp"
#include "word/card.hpp"
#include "word/office_file.hpp"
#include "word/page_head.hpp"
#include "word/read_tree.hpp"
#include "word/references.hpp"
#include "word/write_tree.hpp"

namespace handbok {
namespace {

/// The revision with that number; without one the text that is being written, or the last adopted.
const Revision* revision_of(const Document& document, std::optional<int> number) {
  if (number) return document.find(*number);
  if (const auto* const open = open_revision(document)) return open;
  if (const auto* const last = last_adopted(document)) return last;
  return document.revisions.empty() ? nullptr : &document.revisions.back();
}

/// Enough of the digest to tell two texts apart.
std::string checksum_of(const Revision& revision) {
  constexpr std::string_view scheme = "sha256:";
  constexpr std::size_t digits = 16;
  return revision.digest.substr(scheme.size(), digits);
}

std::string list_of_roles(const Handbook& handbook, const std::vector<RoleId>& roles) {
  std::vector<std::string> names;
  for (const auto& role : roles)
    names.push_back(named(handbook.find_role(role), role));
  return join(names, ", ");
}

std::string list_of_topics(const Handbook& handbook, const std::vector<std::string>& topics) {
  std::vector<std::string> names;
  for (const auto& topic : topics) {
    const auto found = std::ranges::find(handbook.settings.mandatory_topics, topic, &Topic::id);
    names.push_back(
        named(found == handbook.settings.mandatory_topics.end() ? nullptr : &*found, topic));
  }
  return join(names, ", ");
}

/// Puts the table below the heading of that name; before the text if it has none.
void add_table(word::Block table, std::string_view section, word::Blocks& blocks) {
  const auto heading = std::ranges::find_if(blocks, [&](const word::Block& block) {
    return block.kind == word::BlockKind::heading && word::plain_text(block.inlines) == section;
  });
  blocks.insert(heading == blocks.end() ? blocks.begin() : std::next(heading), std::move(table));
}

/// The tables of the head: who does what, and the steps of a process.
void add_tables(const Handbook& handbook, const Revision& revision, CardLanguage language,
                word::Blocks& blocks) {
  TableRows tasks;
  for (const auto& [task, roles, lead] : revision.responsible) {
    tasks.push_back({task, list_of_roles(handbook, roles),
                     lead.empty() ? lead : named(handbook.find_role(lead), lead)});
  }
  const auto* const type = handbook.find_type(revision.type);
  if (!tasks.empty()) {
    add_table(word::head_table(HeadTable::tasks, tasks, language),
              type == nullptr ? "" : type->responsibility_section, blocks);
  }
  if (!revision.process) return;
  const auto steps = step_rows(handbook, *revision.process, language);
  add_table(word::head_table(HeadTable::steps, steps, language), "", blocks);
}

/// Takes the rows off that only a process has.
void forget_process(word::Card& card) {
  std::erase_if(card.values, [](const auto& value) { return is_of_process(value.first); });
}

word::Card card_of(const Handbook& handbook, const Revision& revision, bool is_open,
                   CardLanguage language) {
  const bool is_editorial = is_open && revision.change_kind == ChangeKind::editorial;
  word::Card card;
  card.values = {
      {CardRow::type, named(handbook.find_type(revision.type), revision.type)},
      {CardRow::id, revision.document},
      {CardRow::revision, std::to_string(revision.number)},
      {CardRow::title, revision.title},
      {CardRow::summary, revision.summary},
      {CardRow::unit, named(handbook.find_unit(revision.unit), revision.unit)},
      {CardRow::owner, named(handbook.find_role(revision.owner), revision.owner)},
      {CardRow::audience, list_of_roles(handbook, revision.audience)},
      {CardRow::topics, list_of_topics(handbook, revision.topics)},
      {CardRow::requirements, join(revision.requirements, ", ")},
      {CardRow::purpose, revision.process ? revision.process->purpose : ""},
      {CardRow::trigger, revision.process ? revision.process->trigger : ""},
      {CardRow::result, revision.process ? revision.process->result : ""},
      {CardRow::change_kind,
       std::string(is_editorial ? editorial_word(language) : substantive_word(language))},
      {CardRow::change_note, is_open ? revision.change_note : std::string()},
      {CardRow::checksum, checksum_of(revision)},
  };
  if (!revision.process) forget_process(card);
  return card;
}

/// A file is a copy to work in, also when its text applies.
word::PageHead page_head_of(const Revision& revision, bool is_open, CardLanguage language) {
  return {std::string(revision.document)
              .append(" ")
              .append(revision.title)
              .append(", ")
              .append(to_lower(name_of(CardRow::revision, language)))
              .append(" ")
              .append(std::to_string(revision.number))
              .append(". ")
              .append(copy_words(is_open, language)),
          std::string(page_word(language))};
}

/// The level of the highest heading; that of a section if there is none.
int highest_heading(const word::Blocks& blocks) {
  int highest = 2;
  for (const auto& block : blocks) {
    if (block.kind == word::BlockKind::heading) highest = std::min(highest, block.level);
  }
  return highest;
}

/// Readies a text for Word: its headings are raised so that they begin at the first level, and what
/// looks like an image but is not among `images` is a link.
void ready(word::Blocks& blocks, const FileTree& images, int raised_by);

void ready(word::Inlines& inlines, const FileTree& images, int raised_by) {
  for (auto& one : inlines) {
    const bool is_image = one.kind == word::InlineKind::image;
    if (is_image && images.find(one.target) == nullptr) one.kind = word::InlineKind::link;
    ready(one.inlines, images, raised_by);
    ready(one.blocks, images, raised_by);
  }
}

void ready(word::Blocks& blocks, const FileTree& images, int raised_by) {
  for (auto& block : blocks) {
    if (block.kind == word::BlockKind::heading) block.level = std::max(1, block.level - raised_by);
    ready(block.inlines, images, raised_by);
    ready(block.blocks, images, raised_by);
    for (auto& item : block.items)
      ready(item, images, raised_by);
    for (auto& row : block.rows) {
      for (auto& cell : row)
        ready(cell, images, raised_by);
    }
  }
}

FileTree images_of(const Document& document, const Revision& revision, const FileTree& sources) {
  FileTree images;
  for (const auto& attachment : revision.attachments) {
    const auto* const bytes = sources.find(file_of(document, attachment.path));
    if (bytes != nullptr) images.put(attachment.path, *bytes);
  }
  return images;
}

std::string text_of(const std::string& bytes) {
  const auto file = split_revision_file(bytes);
  return std::string(file ? file->text : bytes);
}

Diagnostic problem(PandocFault fault, const std::string& document) {
  if (fault == PandocFault::missing) return remark(Code::word_reader_missing, document, {});
  return remark(Code::word_unreadable, document, {document});
}

constexpr std::string_view made_of_property = "handbok-made-of";

CardLanguage card_language(const Handbook& handbook) {
  return handbook.settings.language == "en" ? CardLanguage::english : CardLanguage::swedish;
}

/// What a Word document is made of.
struct Draft {
  word::Blocks blocks;
  word::Card card;
  word::PageHead head;
  word::Properties properties;
  FileTree images{};
};

/// `name` is what a problem is told about.
Expected<std::string, Diagnostic> written(Draft draft, const Handbook& handbook,
                                          const std::string& style, const std::string& name) {
  draft.blocks.insert(draft.blocks.begin(), word::card_table(draft.card, card_language(handbook)));
  draft.properties.emplace_back(word::page_head_property, property_of(draft.head));
  draft.properties.emplace_back("lang", handbook.settings.language);
  auto made = write_word(word::write_tree(draft.blocks, draft.properties),
                         with_page_head(style, draft.head), draft.images);
  if (!made) return Unexpected{problem(made.error(), name)};
  return *std::move(made);
}

Expected<std::string, Diagnostic> word_document(const Handbook& handbook, const Revision& revision,
                                                const FileTree& sources, const std::string& style,
                                                std::string_view made_of) {
  const auto& document = *handbook.find_document(revision.document);
  const auto* const bytes = sources.find(revision.path);
  const auto json = read_markdown(bytes == nullptr ? std::string() : text_of(*bytes));
  if (!json) return Unexpected{problem(json.error(), document.id)};
  auto read = word::read_tree(*json);
  if (!read) return Unexpected{problem(PandocFault::failed, document.id)};
  const auto language = card_language(handbook);
  const bool is_open = open_revision(document) == &revision;
  Draft draft{std::move(read->blocks),
              card_of(handbook, revision, is_open, language),
              page_head_of(revision, is_open, language),
              {{"title", revision.title},
               {"handbok-id", document.id},
               {"handbok-revision", std::to_string(revision.number)},
               {"handbok-digest", revision.digest},
               {std::string(trace_property), trace_of(sources, revision)}},
              images_of(document, revision, sources)};
  word::link_references(draft.blocks);
  ready(draft.blocks, draft.images, highest_heading(draft.blocks) - 1);
  add_tables(handbook, revision, language, draft.blocks);
  if (!made_of.empty()) draft.properties.emplace_back(made_of_property, made_of);
  return written(std::move(draft), handbook, style, document.id);
}

word::Block block_of(word::BlockKind kind, const std::string& words) {
  word::Block block;
  block.kind = kind;
  block.level = 1;
  if (kind == word::BlockKind::ordered_list) {
    block.items.push_back({block_of(word::BlockKind::paragraph, words)});
  } else {
    block.inlines = {word::text_inline(words)};
  }
  return block;
}

/// An empty document of the type: its headings, and below each what to write there.
Draft empty_document(const Handbook& handbook, const DocumentType& type) {
  using enum word::BlockKind;
  const auto language = card_language(handbook);
  Draft draft;
  for (const auto row : {CardRow::type, CardRow::title, CardRow::summary, CardRow::unit,
                         CardRow::owner, CardRow::audience, CardRow::topics, CardRow::requirements,
                         CardRow::purpose, CardRow::trigger, CardRow::result})
    draft.card.values.emplace_back(row, row == CardRow::type ? named(&type, {}) : std::string());
  if (!type.is_process) forget_process(draft.card);
  const auto add_help = [&](word::BlockKind kind, std::string_view words) {
    draft.blocks.push_back(block_of(kind, as_help(words, language)));
  };
  add_help(paragraph, help_with_card(language));
  for (const auto& section : type.sections) {
    draft.blocks.push_back(block_of(heading, section));
    const bool is_method = type.is_routine && section == type.method_section;
    add_help(is_method ? ordered_list : paragraph, help_below(section, language));
  }
  const auto add = [&](HeadTable table, std::string_view section, std::size_t rows) {
    const auto columns = columns_of(table, language).size();
    add_table(word::head_table(table, TableRows(rows, std::vector<std::string>(columns)), language),
              section, draft.blocks);
  };
  if (type.is_routine) add(HeadTable::tasks, type.responsibility_section, 3);
  if (type.is_process) {
    add(HeadTable::steps, "", 8);
    draft.blocks.insert(draft.blocks.begin(),
                        block_of(paragraph, as_help(help_with_steps(language), language)));
  }
  draft.head = {type.name + ". " + std::string(copy_words(true, language)),
                std::string(page_word(language))};
  draft.properties = {{"title", type.name}};
  return draft;
}

/// The same document means the same value.
std::string digest_of(const Draft& draft, const std::string& style) {
  auto blocks = draft.blocks;
  blocks.push_back(word::card_table(draft.card, CardLanguage::swedish));
  return sha256_hex(std::string(HANDBOK_VERSION) + sha256_hex(style) +
                    to_text(word::write_tree(blocks, draft.properties)));
}

/// Everything that a Word document on a site is a function of; the same means the same bytes.
std::string digest_of_making(const Handbook& handbook, const Revision& revision,
                             const std::string& style) {
  std::string text =
      std::string(HANDBOK_VERSION) + "\n" + sha256_hex(style) + "\n" + revision.digest;
  for (const auto& [row, value] :
       card_of(handbook, revision, false, card_language(handbook)).values)
    text.append("\n").append(value);
  word::Blocks tables;
  add_tables(handbook, revision, card_language(handbook), tables);
  return sha256_hex(text + to_text(word::write_tree(tables, {})));
}

}  // namespace

Expected<WordExport, Diagnostic> export_word(const FileTree& sources, std::string_view reference,
                                             const std::string& style, const Isolate& isolate) {
  Diagnostics ignored;
  const auto handbook = read_handbook(sources, isolate, ignored);
  const auto at = std::min(reference.find('@'), reference.size());
  const auto asked =
      id_called(handbook.documents, reference.substr(0, at)).append(reference.substr(at));
  const auto named = parse_document_reference(asked);
  const bool is_readable = named && named->anchor.empty();
  const auto* const document = is_readable ? handbook.find_document(named->document) : nullptr;
  const auto* const revision =
      document == nullptr ? nullptr : revision_of(*document, named->revision);
  if (revision == nullptr)
    return Unexpected{remark(Code::edit_document_unknown, asked, {asked},
                             {near_or_meant(asked, handbook.documents)})};
  auto written = word_document(handbook, *revision, sources, style, {});
  if (!written) return Unexpected{written.error()};
  return WordExport{*std::move(written), revision->key()};
}

Expected<WordExport, Diagnostic> export_template(const FileTree& sources, std::string_view type,
                                                 const std::string& style, const Isolate& isolate) {
  Diagnostics ignored;
  const auto handbook = read_handbook(sources, isolate, ignored);
  const auto* const known = handbook.find_type(id_called(handbook.types, type));
  if (known == nullptr)
    return Unexpected{remark(Code::doc_type_unknown, std::string(type), {std::string(type)},
                             {join(all_ids(handbook.types), ", ")})};
  auto made = written(empty_document(handbook, *known), handbook, style, known->id);
  if (!made) return Unexpected{made.error()};
  return WordExport{*std::move(made), {known->id, 0}};
}

std::vector<SiteFile> word_files(const Edition& edition, const FileTree& sources,
                                 const std::string& style, const WordFilesBefore& before) {
  const auto& handbook = edition.view.handbook();
  const bool is_taken_in = !handbook.settings.hand_in.empty();
  std::vector<SiteFile> files;
  using Made = Expected<std::string, Diagnostic>;
  const auto add = [&](const std::string& path, bool is_offered,
                       const std::function<std::string()>& digest,
                       const std::function<Made(const std::string& made_of)>& make) {
    const auto earlier = before(path);
    if (!is_offered && !earlier) return;
    const auto made_of = digest();
    const bool is_same = earlier && word::custom_property(*earlier, made_of_property) == made_of;
    if (is_same) return files.push_back({path, *earlier});
    const auto made = make(made_of);
    if (made || earlier) files.push_back({path, made ? *made : *earlier});
  };
  for (const auto& document : edition.view.documents()) {
    const auto* const revision = document.shown;
    if (revision == nullptr || edition.withheld.contains(revision->key())) continue;
    add(
        address::word_file(handbook, document.document->id),
        is_taken_in && document.in_force != nullptr,
        [&] { return digest_of_making(handbook, *revision, style); },
        [&](const std::string& made_of) {
          return word_document(handbook, *revision, sources, style, made_of);
        });
  }
  for (const auto& type : handbook.types) {
    auto draft = empty_document(handbook, type);
    add(
        address::word_template(type.id), is_taken_in, [&] { return digest_of(draft, style); },
        [&](const std::string& made_of) {
          draft.properties.emplace_back(made_of_property, made_of);
          return written(draft, handbook, style, type.id);
        });
  }
  return files;
}

}  // namespace handbok
