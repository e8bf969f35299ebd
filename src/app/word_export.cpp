#include "app/word_export.hpp"

#include <algorithm>
#include <iterator>

#include "app/pandoc.hpp"
#include "app/read_handbook.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
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

/// "Rutin (RUT)"
template <typename Entity>
std::string shown(const Entity* entity, const std::string& id) {
  return entity == nullptr ? id : std::string(entity->name).append(" (").append(id).append(")");
}

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
    names.push_back(shown(handbook.find_role(role), role));
  return join(names, ", ");
}

std::string list_of_topics(const Handbook& handbook, const std::vector<std::string>& topics) {
  std::vector<std::string> names;
  for (const auto& topic : topics) {
    const auto found = std::ranges::find(handbook.settings.mandatory_topics, topic, &Topic::id);
    names.push_back(
        shown(found == handbook.settings.mandatory_topics.end() ? nullptr : &*found, topic));
  }
  return join(names, ", ");
}

/// A row for each task, to stand below the heading that the type of the document has for it; before
/// the text if it has none.
void add_tasks(const Handbook& handbook, const Revision& revision, CardLanguage language,
               word::Blocks& blocks) {
  if (revision.responsible.empty()) return;
  std::vector<word::TaskRow> rows;
  for (const auto& [task, roles, lead] : revision.responsible) {
    rows.push_back({task, list_of_roles(handbook, roles),
                    lead.empty() ? lead : shown(handbook.find_role(lead), lead)});
  }
  const auto* const type = handbook.find_type(revision.type);
  const auto heading = std::ranges::find_if(blocks, [&](const word::Block& block) {
    return type != nullptr && block.kind == word::BlockKind::heading &&
           word::plain_text(block.inlines) == type->responsibility_section;
  });
  blocks.insert(heading == blocks.end() ? blocks.begin() : std::next(heading),
                word::task_table(rows, language));
}

word::Card card_of(const Handbook& handbook, const Revision& revision, bool is_open,
                   CardLanguage language) {
  const bool is_editorial = is_open && revision.change_kind == ChangeKind::editorial;
  word::Card card;
  card.values = {
      {CardRow::type, shown(handbook.find_type(revision.type), revision.type)},
      {CardRow::id, revision.document},
      {CardRow::revision, std::to_string(revision.number)},
      {CardRow::title, revision.title},
      {CardRow::summary, revision.summary},
      {CardRow::unit, shown(handbook.find_unit(revision.unit), revision.unit)},
      {CardRow::owner, shown(handbook.find_role(revision.owner), revision.owner)},
      {CardRow::audience, list_of_roles(handbook, revision.audience)},
      {CardRow::topics, list_of_topics(handbook, revision.topics)},
      {CardRow::requirements, join(revision.requirements, ", ")},
      {CardRow::change_kind,
       std::string(is_editorial ? editorial_word(language) : substantive_word(language))},
      {CardRow::change_note, is_open ? revision.change_note : std::string()},
      {CardRow::checksum, checksum_of(revision)},
  };
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

/// Readies a text for Word: its headings begin at the first level, and what looks like an image but
/// is not among `images` is a link.
void ready(word::Blocks& blocks, const FileTree& images);

void ready(word::Inlines& inlines, const FileTree& images) {
  for (auto& one : inlines) {
    const bool is_image = one.kind == word::InlineKind::image;
    if (is_image && images.find(one.target) == nullptr) one.kind = word::InlineKind::link;
    ready(one.inlines, images);
    ready(one.blocks, images);
  }
}

void ready(word::Blocks& blocks, const FileTree& images) {
  for (auto& block : blocks) {
    if (block.kind == word::BlockKind::heading) block.level = std::max(1, block.level - 1);
    ready(block.inlines, images);
    ready(block.blocks, images);
    for (auto& item : block.items)
      ready(item, images);
    for (auto& row : block.rows) {
      for (auto& cell : row)
        ready(cell, images);
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

Diagnostic unknown(const Handbook& handbook, const std::string& reference) {
  std::vector<std::string> ids;
  for (const auto& document : handbook.documents)
    ids.push_back(document.id);
  return remark(Code::edit_document_unknown, reference, {reference},
                {near_slot(nearest(reference, ids))});
}

constexpr std::string_view made_of_property = "handbok-made-of";

CardLanguage card_language(const Handbook& handbook) {
  return handbook.settings.language == "en" ? CardLanguage::english : CardLanguage::swedish;
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
  const auto images = images_of(document, revision, sources);
  word::link_references(read->blocks);
  ready(read->blocks, images);
  const auto language = card_language(handbook);
  const bool is_open = open_revision(document) == &revision;
  const auto card = card_of(handbook, revision, is_open, language);
  add_tasks(handbook, revision, language, read->blocks);
  read->blocks.insert(read->blocks.begin(), word::card_table(card, language));
  const auto head = page_head_of(revision, is_open, language);
  word::Properties properties = {{"title", revision.title},
                                 {std::string(word::page_head_property), property_of(head)},
                                 {"lang", handbook.settings.language},
                                 {"handbok-id", document.id},
                                 {"handbok-revision", std::to_string(revision.number)},
                                 {"handbok-digest", revision.digest}};
  if (!made_of.empty()) properties.emplace_back(made_of_property, made_of);
  auto written =
      write_word(word::write_tree(read->blocks, properties), with_page_head(style, head), images);
  if (!written) return Unexpected{problem(written.error(), document.id)};
  return *std::move(written);
}

/// Everything that a Word document on a site is a function of; the same means the same bytes.
std::string digest_of_making(const Handbook& handbook, const Revision& revision,
                             const std::string& style) {
  std::string text =
      std::string(HANDBOK_VERSION) + "\n" + sha256_hex(style) + "\n" + revision.digest;
  for (const auto& [row, value] :
       card_of(handbook, revision, false, card_language(handbook)).values)
    text.append("\n").append(value);
  return sha256_hex(text);
}

}  // namespace

Expected<WordExport, Diagnostic> export_word(const FileTree& sources, std::string_view reference,
                                             const std::string& style, const Isolate& isolate) {
  Diagnostics ignored;
  const auto handbook = read_handbook(sources, isolate, ignored);
  const auto named = parse_document_reference(reference);
  const bool is_readable = named && named->anchor.empty();
  const auto* const document = is_readable ? handbook.find_document(named->document) : nullptr;
  const auto* const revision =
      document == nullptr ? nullptr : revision_of(*document, named->revision);
  if (revision == nullptr) return Unexpected{unknown(handbook, std::string(reference))};
  auto written = word_document(handbook, *revision, sources, style, {});
  if (!written) return Unexpected{written.error()};
  return WordExport{*std::move(written), revision->key()};
}

std::vector<SiteFile> word_files(const Edition& edition, const FileTree& sources,
                                 const std::string& style, const WordFilesBefore& before) {
  const auto& handbook = edition.view.handbook();
  std::vector<SiteFile> files;
  for (const auto& document : edition.view.documents()) {
    const auto* const revision = document.shown;
    if (revision == nullptr || edition.withheld.contains(revision->key())) continue;
    const auto path = address::word_file(handbook, document.document->id);
    const auto earlier = before(path);
    const bool is_offered = !handbook.settings.hand_in.empty() && document.in_force != nullptr;
    if (!is_offered && !earlier) continue;
    const auto made_of = digest_of_making(handbook, *revision, style);
    if (earlier && word::custom_property(*earlier, made_of_property) == made_of) {
      files.push_back({path, *earlier});
      continue;
    }
    auto made = word_document(handbook, *revision, sources, style, made_of);
    if (!made && !earlier) continue;
    files.push_back({path, made ? *std::move(made) : *earlier});
  }
  return files;
}

}  // namespace handbok
