#include "app/word_text.hpp"

#include <algorithm>
#include <array>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/code_names.hpp"
#include "edit/guards.hpp"
#include "word/kept_words.hpp"
#include "word/lost_parts.hpp"
#include "word/prepare_document.hpp"
#include "word/tree.hpp"

namespace handbok {
namespace {

using namespace std::string_view_literals;

struct ImageKind {
  std::string_view ending;
  std::string_view magic;
};
constexpr auto image_kinds = std::to_array<ImageKind>({
    {".png"sv, "\x89PNG\r\n\x1a\n"sv},
    {".jpg"sv, "\xFF\xD8\xFF"sv},
});

constexpr std::size_t large_image_bytes = std::size_t{1024} * 1024;

struct FlawCode {
  word::FlawKind kind;
  Code code;
  std::string_view word;  ///< for the first slot; empty: there is none
};
constexpr auto flaw_codes = std::to_array<FlawCode>({
    {word::FlawKind::fake_heading, Code::word_fake_heading, ""},
    {word::FlawKind::merged_cells, Code::word_merged_cells, ""},
    {word::FlawKind::formula, Code::word_left_out, "@word.formula"},
    {word::FlawKind::definitions, Code::word_left_out, "@word.definitions"},
    {word::FlawKind::foreign, Code::word_left_out, "@word.foreign"},
    {word::FlawKind::raised, Code::word_left_out, "@word.raised"},
    {word::FlawKind::link_title, Code::word_left_out, "@word.link_title"},
});

struct LostWord {
  word::LostKind kind;
  std::string_view word;  ///< for the first slot
};
constexpr auto lost_words = std::to_array<LostWord>({
    {word::LostKind::text_box, "@word.text_box"},
    {word::LostKind::chart, "@word.chart"},
    {word::LostKind::drawing, "@word.drawing"},
    {word::LostKind::object, "@word.object"},
    {word::LostKind::hidden_text, "@word.hidden_text"},
    {word::LostKind::symbol, "@word.symbol"},
    {word::LostKind::page_edge, "@word.page_edge"},
    {word::LostKind::heading_numbers, "@word.heading_numbers"},
    {word::LostKind::tabs, "@word.tabs"},
    {word::LostKind::words, "@word.words"},
    {word::LostKind::unseen, "@word.unseen"},
});

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    if (!is_blank) line += c;
    if (is_blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

/// Goes through a text once: cleans its words and takes its images.
class WordTextCleaner {
public:
  WordTextCleaner(const std::string& name, const FileTree& sources, const FileTree& media,
                  WordText& text)
      : name_(name),
        sources_(sources),
        media_(media),
        base_(text.card ? base_path(sources, *text.card) : std::string()),
        base_text_(base_.empty() ? std::string() : one_line(*sources.find(base_))),
        text_(text) {}

  void take(word::Blocks& blocks) {
    for (auto& block : blocks) {
      block.text = clean_code(block.text);
      take(block.inlines);
      take(block.blocks);
      for (auto& item : block.items)
        take(item);
      for (auto& row : block.rows) {
        for (auto& cell : row)
          take(cell);
      }
      const auto words = word::plain_text(block.inlines);
      if (!words.empty()) words_before_ = words;
    }
  }

private:
  static std::string clean_code(const std::string& code) {
    return word::clean_text(replaced(code, "\t", "    "));
  }

  static std::string clean_address(const std::string& address) {
    auto clean = word::clean_text(address);
    std::erase(clean, '\n');
    return clean;
  }

  void take(word::Inlines& inlines) {
    for (auto& one : inlines) {
      one.text = word::clean_text(one.text);
      if (one.kind == word::InlineKind::link) one.target = clean_address(one.target);
      take(one.inlines);
      take(one.blocks);
      if (one.kind == word::InlineKind::image) take_image(one);
    }
    std::erase_if(inlines, [this](const word::Inline& one) {
      return (one.kind == word::InlineKind::image && one.target.empty()) || is_taken_away(one);
    });
  }

  /// What somebody struck through instead of deleting it does not count any more, unless it is
  /// struck through on purpose in the text that this one builds on.
  bool is_taken_away(const word::Inline& one) {
    if (one.kind != word::InlineKind::strikeout) return false;
    const auto words = word::plain_text(one.inlines);
    if (base_text_.find("~~" + one_line(words) + "~~") != std::string::npos) return false;
    text_.remarks.push_back(
        about(Code::word_left_out, {"@word.struck_text", word::excerpt(words)}));
    return true;
  }

  Diagnostic about(Code code, std::vector<std::string> what) const {
    return remark(code, name_, std::move(what));
  }

  void take_image(word::Inline& image) {
    const auto words = word::plain_text(image.inlines);
    if (words.empty()) text_.remarks.push_back(about(Code::word_no_alt, {words_before_}));
    const auto called = words.empty() ? words_before_ : words;
    const auto* const bytes = media_.find(image.target);
    if (bytes == nullptr) {
      text_.refusals.push_back(about(Code::word_linked_image, {called}));
      image.target.clear();
      return;
    }
    const auto* const kind = std::ranges::find_if(
        image_kinds, [&](const ImageKind& one) { return bytes->starts_with(one.magic); });
    if (kind == image_kinds.end()) {
      const auto dot = image.target.rfind('.');
      const auto ending = dot == std::string::npos ? "?" : image.target.substr(dot + 1);
      text_.refusals.push_back(about(Code::word_image_kind, {called, ending}));
      image.target.clear();
      return;
    }
    if (bytes->size() > large_image_bytes) {
      text_.remarks.push_back(
          about(Code::word_large_image, {called, std::to_string(bytes->size() / 1024)}));
    }
    image.target = known_path(*bytes);
    if (image.target.empty()) image.target = "@/" + add_attachment(*bytes, kind->ending);
  }

  /// "3/knapp.png", if the revision that the text builds on has such an attachment; empty if not.
  std::string known_path(const std::string& bytes) const {
    if (base_.empty()) return {};
    const auto folder = base_.substr(0, base_.rfind('.')) + "/";
    const auto below = base_.rfind('/') + 1;
    for (const auto& [path, known] : sources_.files()) {
      if (path.starts_with(folder) && known == bytes) return path.substr(below);
    }
    return {};
  }

  /// The name tells nothing of whoever took the picture, and no two pictures share one.
  std::string add_attachment(const std::string& bytes, std::string_view ending) {
    constexpr std::size_t digits = 8;
    auto name = std::string("bild-").append(sha256_hex(bytes).substr(0, digits)).append(ending);
    const bool is_there = std::ranges::find(text_.attachments, name, &FiledAttachment::name) !=
                          text_.attachments.end();
    if (!is_there) text_.attachments.push_back({name, bytes});
    return name;
  }

  const std::string& name_;
  const FileTree& sources_;
  const FileTree& media_;
  std::string base_;       ///< path of the revision that the text builds on
  std::string base_text_;  ///< on one line
  WordText& text_;
  std::string words_before_ = "–";
};

void tell_flaws(const std::string& name, const word::Text& read, WordText& text) {
  for (const auto& flaw : read.flaws) {
    const auto* const entry = std::ranges::find(flaw_codes, flaw.kind, &FlawCode::kind);
    std::vector<std::string> what = {word::clean_text(flaw.excerpt)};
    if (!entry->word.empty()) what.insert(what.begin(), std::string(entry->word));
    text.remarks.push_back(remark(entry->code, name, what));
  }
}

/// Tells of what pandoc passed over. A picture that is only linked may well be needed to
/// understand the text: without it there is no draft.
void tell_lost(const HandedFile& file, const std::vector<word::LostPart>& parts, WordText& text) {
  for (const auto& part : parts) {
    auto& told = part.kind == word::LostKind::linked_image ? text.refusals : text.remarks;
    told.push_back(lost_remark(file.name, part));
  }
}

void tell_marks(const std::string& name, const word::Marks& marks, TrackedChanges changes,
                WordText& text) {
  if (marks.tracked > 0) {
    const auto* const fate =
        changes == TrackedChanges::reject ? "@tracked.rejected" : "@tracked.accepted";
    text.remarks.push_back(remark(Code::word_tracked, name, {std::to_string(marks.tracked), fate}));
  }
  if (marks.comments > 0) {
    text.remarks.push_back(remark(Code::word_comments, name, {std::to_string(marks.comments)}));
  }
}

}  // namespace

Diagnostic lost_remark(const std::string& name, const word::LostPart& part) {
  const auto words = word::clean_text(part.words.empty() ? "–" : part.words);
  if (part.kind == word::LostKind::linked_image)
    return remark(Code::word_linked_image, name, {words});
  const auto* const entry = std::ranges::find(lost_words, part.kind, &LostWord::kind);
  return remark(Code::word_left_out, name, {std::string(entry->word), words});
}

std::string base_path(const FileTree& sources, const word::Card& card) {
  const auto id = code_in(card.value(CardRow::id));
  const auto name = "/" + card.value(CardRow::revision) + ".md";
  if (id.empty()) return {};
  for (const auto& [path, bytes] : sources.files()) {
    if (!path.starts_with("documents/") || !path.ends_with(name)) continue;
    const auto folder = path.substr(0, path.size() - name.size());
    const auto folder_name = folder.substr(folder.rfind('/') + 1);
    if (folder_name == id || folder_name.starts_with(id + "-")) return path;
  }
  return {};
}

Expected<WordText, PandocFault> read_word_text(const HandedFile& file, const FileTree& sources,
                                               TrackedChanges changes) {
  const auto marked =
      changes == TrackedChanges::reject ? word::MarkedText::rejected : word::MarkedText::accepted;
  const auto prepared = word::prepare_document(file.bytes, marked);
  if (prepared.is_strict) return Unexpected{PandocFault::strict};
  const auto document = read_word(prepared.bytes, changes);
  if (!document) return Unexpected{document.error()};
  auto read = word::read_tree(document->json);
  if (!read) return Unexpected{PandocFault::failed};
  WordText text;
  text.title = word::clean_text(read->title);
  tell_flaws(file.name, *read, text);
  tell_lost(file, word::find_lost_parts(prepared.bytes, marked), text);
  tell_lost(file, prepared.lost, text);
  tell_lost(file, word::find_lost_words(file.bytes, marked, *read), text);
  const auto with_marks = read_word(file.bytes, TrackedChanges::show);
  if (!with_marks && with_marks.error() == PandocFault::stopped)
    return Unexpected{PandocFault::stopped};
  if (with_marks) {
    auto marks = word::count_marks(with_marks->json);
    marks.tracked += prepared.taken_cells;
    tell_marks(file.name, marks, changes, text);
  }
  for (const auto& help : word::take_help(read->blocks))
    text.remarks.push_back(remark(Code::word_left_out, file.name, {"@word.help", help}));
  text.card = word::take_card(read->blocks);
  word::forget_what_word_forgets(read->blocks);
  WordTextCleaner(file.name, sources, document->media, text).take(read->blocks);
  text.blocks = std::move(read->blocks);
  return text;
}

}  // namespace handbok
