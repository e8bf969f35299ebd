#include "diag/explain.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "diag/sentences.hpp"
#include "diag/words.hpp"

namespace handbok {
namespace {

/// `pattern` with … in each slot, and without what is only sometimes added to a word (near_slot).
std::string with_open_slots(std::string_view pattern) {
  std::string text(pattern);
  for (auto slot = text.find("{}"); slot != std::string::npos; slot = text.find("{}", slot)) {
    const bool is_addition = slot > 0 && text[slot - 1] >= 'a' && text[slot - 1] <= 'z';
    text.replace(slot, 2, is_addition ? "" : "…");
  }
  return text;
}

std::string_view effect_of(Severity severity, const ReportWords& words) {
  switch (severity) {
    case Severity::note: return words.effect_of_note;
    case Severity::warning: return words.effect_of_warning;
    case Severity::error: return words.effect_of_error;
  }
  return {};
}

/// `text` on lines of at most `columns`, each but the first after `indentation` blanks.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indentation) {
  std::string lines;
  std::size_t used = 0;
  for (const auto word : split(text, ' ')) {
    const auto width = count_code_points(word);
    const bool starts_line = used > 0 && used + 1 + width > columns;
    if (starts_line) lines.append("\n").append(indentation, ' ');
    if (used > 0 && !starts_line) lines += ' ';
    used = starts_line || used == 0 ? width : used + 1 + width;
    lines += word;
  }
  return lines;
}

/// A label and its text, with the texts of all rows below each other.
std::string row(std::string_view label, std::string_view text, const ReportWords& words) {
  if (text.empty()) return {};
  const auto width = std::max({count_code_points(words.what), count_code_points(words.remedy),
                               count_code_points(words.rule), count_code_points(words.effect)});
  const auto indentation = width + 4;
  std::string line = "  ";
  line.append(label).append(width - count_code_points(label) + 2, ' ');
  return line + wrapped(text, 80 - indentation, indentation) + "\n";
}

std::string_view family_of(const CodeInfo& info) {
  return info.name.substr(0, info.name.find('.'));
}

/// `text` with a backslash before what Markdown would take as markup.
std::string escape_markdown(std::string_view text) {
  constexpr std::string_view markup = "\\`*[]<>";
  std::string escaped;
  for (const char c : text) {
    if (markup.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string markdown_section(const CodeInfo& info, Language language) {
  const auto& words = report_words(language);
  std::string section = "### ";
  section.append(info.name)
      .append("\n\n*")
      .append(severity_word(info.severity, language))
      .append("*");
  if (!info.clause.empty()) section.append(" · ").append(info.clause);
  section += "\n\n" + escape_markdown(what_pattern(info.code, language)) + "\n\n**";
  section.append(words.remedy).append(":** ");
  return section + escape_markdown(remedy_pattern(info.code, language)) + "\n\n";
}

std::string markdown_introduction(const ReportWords& words) {
  std::string text = "# ";
  text.append(words.page_title).append("\n\n").append(words.page_introduction).append("\n\n");
  const auto item = [&](std::string_view severity, std::string_view effect) {
    text.append("- *").append(severity).append("*: ").append(effect).append("\n");
  };
  item(words.error, words.effect_of_error);
  item(words.warning, words.effect_of_warning);
  item(words.note, words.effect_of_note);
  return text + "\n";
}

}  // namespace

std::string what_pattern(Code code, Language language) {
  return with_open_slots(sentences_of(code, language).what);
}

std::string remedy_pattern(Code code, Language language) {
  return with_open_slots(sentences_of(code, language).remedy);
}

std::string explain(Code code, Language language) {
  const auto& info = info_of(code);
  const auto& words = report_words(language);
  std::string text(info.name);
  text.append(" (").append(severity_word(info.severity, language)).append(")\n\n");
  text += row(words.what, what_pattern(code, language), words);
  text += row(words.remedy, remedy_pattern(code, language), words);
  text += row(words.rule, info.clause, words);
  return text + row(words.effect, effect_of(info.severity, words), words);
}

std::string explain_all_markdown(Language language) {
  std::string page = markdown_introduction(report_words(language));
  std::string_view family;
  for (const auto& info : all_codes()) {
    if (family_of(info) != family) {
      family = family_of(info);
      page.append("## ").append(family).append(": ").append(
          sentences_of(info.code, language).family);
      page += "\n\n";
    }
    page += markdown_section(info, language);
  }
  page.pop_back();  // one line end closes the page
  return page;
}

}  // namespace handbok
