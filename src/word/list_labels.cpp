#include "word/list_labels.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

namespace handbok::word {
namespace {

/// A sign of a symbol font: the low byte of its place in the private use area.
struct Sign {
  std::string_view font;
  unsigned place;
  std::string_view sign;
};
constexpr auto signs = std::to_array<Sign>({
    {"Wingdings", 0x28, "☎"},   {"Wingdings", 0x2A, "✉"},   {"Wingdings", 0x4A, "☺"},
    {"Wingdings", 0x4C, "☹"},   {"Wingdings", 0x6C, "●"},   {"Wingdings", 0x6E, "■"},
    {"Wingdings", 0x6F, "☐"},   {"Wingdings", 0x71, "☐"},   {"Wingdings", 0x76, "❖"},
    {"Wingdings", 0x9F, "•"},   {"Wingdings", 0xA7, "▪"},   {"Wingdings", 0xA8, "☐"},
    {"Wingdings", 0xD8, "➢"},   {"Wingdings", 0xDF, "←"},   {"Wingdings", 0xE0, "→"},
    {"Wingdings", 0xE1, "↑"},   {"Wingdings", 0xE2, "↓"},   {"Wingdings", 0xE7, "←"},
    {"Wingdings", 0xE8, "→"},   {"Wingdings", 0xE9, "↑"},   {"Wingdings", 0xEA, "↓"},
    {"Wingdings", 0xEF, "⇦"},   {"Wingdings", 0xF0, "⇨"},   {"Wingdings", 0xFB, "✗"},
    {"Wingdings", 0xFC, "✓"},   {"Wingdings", 0xFD, "☒"},   {"Wingdings", 0xFE, "☑"},
    {"Wingdings 2", 0x4F, "✗"}, {"Wingdings 2", 0x50, "✓"}, {"Wingdings 2", 0x51, "☒"},
    {"Wingdings 2", 0x52, "☑"}, {"Wingdings 2", 0xA3, "☐"}, {"Wingdings 3", 0x67, "→"},
    {"Symbol", 0x44, "Δ"},      {"Symbol", 0x57, "Ω"},      {"Symbol", 0x61, "α"},
    {"Symbol", 0x62, "β"},      {"Symbol", 0x67, "γ"},      {"Symbol", 0x6D, "µ"},
    {"Symbol", 0xA3, "≤"},      {"Symbol", 0xA5, "∞"},      {"Symbol", 0xAC, "←"},
    {"Symbol", 0xAD, "↑"},      {"Symbol", 0xAE, "→"},      {"Symbol", 0xAF, "↓"},
    {"Symbol", 0xB0, "°"},      {"Symbol", 0xB1, "±"},      {"Symbol", 0xB3, "≥"},
    {"Symbol", 0xB4, "×"},      {"Symbol", 0xB7, "•"},      {"Symbol", 0xB8, "÷"},
    {"Symbol", 0xB9, "≠"},      {"Symbol", 0xBB, "≈"},      {"Symbol", 0xD6, "√"},
    {"Symbol", 0xDE, "⇒"},
});

int number_in(const XmlPiece& tag, std::string_view name) {
  return static_cast<int>(std::strtol(attribute(tag, name).c_str(), nullptr, 10));
}

std::string roman(int number) {
  constexpr auto signs = std::to_array<std::pair<int, std::string_view>>({{1000, "m"},
                                                                          {900, "cm"},
                                                                          {500, "d"},
                                                                          {400, "cd"},
                                                                          {100, "c"},
                                                                          {90, "xc"},
                                                                          {50, "l"},
                                                                          {40, "xl"},
                                                                          {10, "x"},
                                                                          {9, "ix"},
                                                                          {5, "v"},
                                                                          {4, "iv"},
                                                                          {1, "i"}});
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value)
      text += sign;
  }
  return text;
}

/// After z Word goes on with aa, bb, cc.
std::string letters(int number) {
  constexpr int alphabet = 26;
  const auto times = static_cast<std::size_t>((number - 1) / alphabet + 1);
  return std::string(times, static_cast<char>('a' + (number - 1) % alphabet));
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

std::string written(std::string_view format, int number) {
  constexpr int largest = 5000;  // longer ones are no labels that a person reads
  if (number < 1 || number > largest) return std::to_string(number);
  if (format == "lowerLetter") return letters(number);
  if (format == "upperLetter") return upper(letters(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
  return std::to_string(number);
}

bool has_no_number(std::string_view format) {
  return format == "bullet" || format == "none";
}

/// Whether Markdown's list shows the label: "%1." or "%1)" of the level itself.
bool is_plain(std::string_view format, std::string_view text, int level) {
  if (has_no_number(format)) return true;
  const auto place = "%" + std::to_string(level + 1);
  return format == "decimal" &&
         (text.empty() || text == place || text == place + "." || text == place + ")");
}

}  // namespace

std::string_view sign_of(std::string_view font, char32_t value) {
  const auto place = value & 0xFFU;
  const auto* const found = std::ranges::find_if(
      signs, [&](const Sign& one) { return one.font == font && one.place == place; });
  return found == signs.end() ? std::string_view() : found->sign;
}

bool is_symbol_font(std::string_view font) {
  return font.starts_with("Wingdings") || font.starts_with("Webdings");
}

/// Where a reader of numbering.xml is: in a level of an abstract list, or of a list that changes
/// it.
class ListLabels::Definitions {
public:
  void open(const XmlPiece& tag) {
    if (tag.name == "abstractNum") abstract_ = attribute(tag, "abstractNumId");
    if (tag.name == "num") number_ = attribute(tag, "numId");
    if (tag.name == "lvl" || tag.name == "lvlOverride") level_ = number_in(tag, "ilvl");
  }

  void close(const XmlPiece& tag) {
    if (tag.name == "abstractNum") abstract_.clear();
    if (tag.name == "num") number_.clear();
  }

  const std::string& abstract() const { return abstract_; }
  const std::string& number() const { return number_; }
  int level() const { return level_; }

private:
  std::string abstract_;  ///< empty: in none
  std::string number_;    ///< of a list; empty: in none
  int level_ = 0;
};

void ListLabels::read(std::string_view xml) {
  Definitions at;
  XmlReader reader(xml);
  while (const auto piece = reader.next()) {
    if (piece->kind == XmlPieceKind::closing) at.close(*piece);
    if (piece->kind != XmlPieceKind::opening) continue;
    at.open(*piece);
    if (piece->name == "num") prefix_ = piece->written.substr(1, piece->written.find("num") - 1);
    auto* const list = at.number().empty() ? nullptr : &lists_[at.number()];
    if (piece->name == "abstractNumId" && list != nullptr)
      list->abstract = attribute(*piece, "val");
    if (piece->name == "startOverride" && list != nullptr)
      list->starts[at.level()] = number_in(*piece, "val");
    if (list == nullptr && at.abstract().empty()) continue;
    auto& levels = list == nullptr ? abstract_lists_[at.abstract()] : list->changed;
    if (piece->name == "start") levels[at.level()].start = number_in(*piece, "val");
    if (piece->name == "numFmt") levels[at.level()].format = attribute(*piece, "val");
    if (piece->name == "lvlText") levels[at.level()].text = attribute(*piece, "val");
    if (piece->name == "rFonts") levels[at.level()].font = attribute(*piece, "ascii");
    if (piece->name == "isLgl") levels[at.level()].is_decimal_throughout = true;
  }
}

std::string ListLabels::bullet_of(const XmlPiece& format, const Definitions& at) const {
  const auto list = lists_.find(at.number());
  const auto* const level =
      level_of(list == lists_.end() ? List{at.abstract(), {}, {}} : list->second, at.level());
  const bool becomes_words = level != nullptr && !is_plain(level->format, level->text, at.level());
  return becomes_words ? replaced(format.written, "\"" + level->format + "\"", "\"bullet\"")
                       : std::string(format.written);
}

std::string ListLabels::rewritten(std::string_view xml) const {
  std::string text;
  Definitions at;
  XmlReader reader(xml);
  while (const auto piece = reader.next()) {
    const bool is_opening = piece->kind == XmlPieceKind::opening;
    if (is_opening) at.open(*piece);
    if (piece->kind == XmlPieceKind::closing) {
      if (piece->name == "numbering") text += named_lists_;
      at.close(*piece);
    }
    text +=
        is_opening && piece->name == "numFmt" ? bullet_of(*piece, at) : std::string(piece->written);
  }
  return text;
}

const ListLabels::Level* ListLabels::level_of(const List& list, int level) const {
  if (const auto changed = list.changed.find(level); changed != list.changed.end())
    return &changed->second;
  const auto abstract = abstract_lists_.find(list.abstract);
  if (abstract == abstract_lists_.end()) return nullptr;
  const auto found = abstract->second.find(level);
  return found == abstract->second.end() ? nullptr : &found->second;
}

int ListLabels::count_of(const List& list, int level) const {
  const auto found = counts_.find({list.abstract, level});
  const auto* const defined = level_of(list, level);
  return found != counts_.end() ? found->second : defined == nullptr ? 1 : defined->start;
}

std::string ListLabels::label(const List& list, int level) const {
  const auto* const own = level_of(list, level);
  std::string text;
  for (std::size_t i = 0; i < own->text.size(); ++i) {
    const bool is_place = own->text[i] == '%' && i + 1 < own->text.size() &&
                          own->text[i + 1] >= '1' && own->text[i + 1] <= '9';
    if (!is_place) {
      text += own->text[i];
      continue;
    }
    const int place = own->text[++i] - '1';
    const auto* const counted = level_of(list, place);
    const auto format = own->is_decimal_throughout || counted == nullptr
                            ? std::string_view("decimal")
                            : std::string_view(counted->format);
    text += written(format, count_of(list, place));
  }
  return text;
}

int ListLabels::count(const std::string& number, const List& list, int level) {
  const auto anew = list.starts.find(level);
  // Only the level of the paragraph begins anew: pandoc's lists name all of them, and a list inside
  // a step must not begin the steps again.
  if (anew != list.starts.end() && begun_.insert({number, level}).second)
    counts_.erase({list.abstract, level});
  const auto counted = counts_.find({list.abstract, level});
  const int first = anew == list.starts.end() ? level_of(list, level)->start : anew->second;
  const int count = counted == counts_.end() ? first : counted->second + 1;
  // A level begins again below each paragraph of a higher one.
  std::erase_if(counts_, [&](const auto& one) {
    return one.first.first == list.abstract && one.first.second > level;
  });
  return counts_[{list.abstract, level}] = count;
}

/// The list for pandoc: a new one wherever the numbers of the first level do not just go on.
std::string ListLabels::counted_list(const List& list, int level) {
  constexpr int first_number = 1'000'000;  // above those of Word
  auto& now = named_[list.abstract];
  const int last = count_of(list, 0);
  const bool goes_on = !now.number.empty() && (last == now.last + (level == 0 ? 1 : 0));
  now.last = last;
  if (goes_on) return now.number;
  now.number = std::to_string(first_number + named_count_++);
  named_lists_ += "<" + prefix_ + "num " + prefix_ + "numId=\"" + now.number + "\"><" + prefix_ +
                  "abstractNumId " + prefix_ + "val=\"" + list.abstract + "\"/><" + prefix_ +
                  "lvlOverride " + prefix_ + "ilvl=\"0\"><" + prefix_ + "startOverride " + prefix_ +
                  "val=\"" + std::to_string(last) + "\"/></" + prefix_ + "lvlOverride></" +
                  prefix_ + "num>";
  return now.number;
}

/// The box that people tick in a checklist; empty if the bullet is another sign.
std::string ListLabels::box_of(const Level& level) {
  constexpr auto boxes = std::to_array<std::string_view>({"☐", "□", "❑", "❏", "❒", "◻"});
  const auto sign = is_symbol_font(level.font) && !level.text.empty()
                        ? sign_of(level.font, code_point_at(level.text, 0).value)
                        : std::string_view(level.text);
  return std::ranges::find(boxes, sign) == boxes.end() ? "" : "☐";
}

std::string ListLabels::next_label(const std::string& number, int level) {
  const auto found = lists_.find(number);
  const auto* const own = found == lists_.end() ? nullptr : level_of(found->second, level);
  if (own == nullptr) return {};
  if (has_no_number(own->format)) return box_of(*own);
  count(number, found->second, level);
  return label(found->second, level);
}

ListItem ListLabels::next(const std::string& number, int level) {
  const auto found = lists_.find(number);
  if (found == lists_.end()) return {number, {}};
  const auto& list = found->second;
  const auto* const own = level_of(list, level);
  if (own == nullptr) return {number, {}};
  if (has_no_number(own->format)) return {number, box_of(*own)};
  count(number, list, level);
  if (!is_plain(own->format, own->text, level)) return {number, label(list, level)};
  return {list.changed.empty() ? counted_list(list, level) : number, {}, label(list, level)};
}

}  // namespace handbok::word
