#include "word/fields.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/strings.hpp"

namespace handbok::word {
namespace {

/// Fields whose place shows something even where no words are kept. The others mark a place, or
/// have been given no words yet.
bool shows_something(std::string_view name) {
  return is_among(
      "= AUTONUM AUTONUMLGL AUTONUMOUT DATE EQ FORMDROPDOWN GOTOBUTTON LISTNUM MACROBUTTON NOTEREF "
      "PAGEREF QUOTE REF SEQ STYLEREF SYMBOL TIME",
      name);
}

}  // namespace

void Fields::open(const XmlPiece& tag) {
  if (tag.name == "fldChar") {
    const auto type = attribute(tag, "fldCharType");
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return;
    if (type == "separate") open_.back().is_in_result = true;
    if (type == "end") end();
  } else if (!open_.empty()) {
    if (tag.name == "sym" || tag.name == "drawing" || tag.name == "pict") see_words();
    look_at_form(tag, open_.back());
  }
}

void Fields::look_at_form(const XmlPiece& tag, Field& field) {
  const auto value = attribute(tag, "val");
  if (tag.name == "checkBox") field.shown = "☐ ";
  if (!field.shown.empty() && (tag.name == "default" || tag.name == "checked"))
    field.shown = is_on(tag) ? "☒ " : "☐ ";
  if (tag.name == "result" || (tag.name == "default" && !field.is_chosen)) {
    field.chosen = std::strtoul(value.c_str(), nullptr, 10);
    field.is_chosen = tag.name == "result";
  }
  if (tag.name == "listEntry") field.choices.push_back(value);
}

void Fields::instruct(std::string_view words) {
  if (!open_.empty()) open_.back().instruction += words;
}

void Fields::see_words() {
  for (auto& field : open_)
    field.has_words |= field.is_in_result;
}

bool Fields::is_inside_instruction() const {
  return open_.size() > 1 && std::any_of(open_.begin(), open_.end() - 1,
                                         [](const Field& field) { return !field.is_in_result; });
}

bool Fields::is_inside_contents() const {
  return std::ranges::any_of(open_, [](const Field& field) {
    return field.is_in_result && trim(field.instruction).starts_with("TOC");
  });
}

void Fields::end() {
  const bool is_seen = !is_inside_instruction();
  auto field = std::move(open_.back());
  open_.pop_back();
  if (!is_seen || field.has_words) return;
  const auto instruction = trim(field.instruction);
  shown_ = field.chosen < field.choices.size() ? field.choices[field.chosen] : field.shown;
  const auto name = instruction.substr(0, instruction.find_first_of(" \\"));
  if (shown_.empty() && shows_something(name)) lost_ = instruction;
}

std::string Fields::take_shown() {
  return std::exchange(shown_, {});
}

std::string Fields::take_lost() {
  return std::exchange(lost_, {});
}

}  // namespace handbok::word
