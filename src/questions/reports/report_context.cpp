#include "questions/reports/report_context.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "diag/phrase.hpp"
#include "questions/subject.hpp"

namespace handbok {
namespace {

constexpr auto report_phrases = std::to_array<Phrase>({
#define HANDBOK_REPORT_WORD(name, swedish, english) {swedish, english},
#include "questions/reports/report_words.def"
#undef HANDBOK_REPORT_WORD
});

struct CountKind {
  std::string_view kind;
  ReportWord word;
};

constexpr auto count_kinds = std::to_array<CountKind>({
    {"complaint", ReportWord::kind_complaint},
    {"view", ReportWord::kind_view},
    {"praise", ReportWord::kind_praise},
    {"proposal", ReportWord::kind_proposal},
    {"deviation", ReportWord::kind_deviation},
    {"lex_sarah_report", ReportWord::kind_lex_sarah},
    {"lex_maria_notice", ReportWord::kind_lex_maria},
    {"investigated_event", ReportWord::kind_investigated},
    {"serious_injury", ReportWord::kind_injury},
});

}  // namespace

std::string report_text(ReportWord word, Language language,
                        const std::vector<std::string>& values) {
  return fill_slots(report_phrases.at(static_cast<std::size_t>(word)).in(language), values);
}

std::string count_kind_text(std::string_view kind, Language language) {
  const auto* const known = std::ranges::find(count_kinds, kind, &CountKind::kind);
  return known == count_kinds.end() ? std::string(kind) : report_text(known->word, language);
}

ReportContext::ReportContext(const Handbook& handbook, const ReportPeriod& period,
                             ReportScope scope, std::optional<Date> meeting)
    : handbook_(handbook),
      period_(period),
      scope_(std::move(scope)),
      meeting_(meeting),
      view_(handbook, period.last()),
      language_(language_named(handbook.settings.language)) {}

std::string ReportContext::say(ReportWord word, const std::vector<std::string>& values) const {
  return report_text(word, language_, values);
}

std::string ReportContext::role(std::string_view id) const {
  const auto* const role = handbook_.find_role(id);
  if (role == nullptr) return markdown_text(id);
  return markdown_text(role->name).append(" (").append(markdown_text(role->id)).append(")");
}

std::string ReportContext::roles(const std::vector<RoleId>& ids) const {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const auto& id : ids)
    names.push_back(role(id));
  return join(names, ", ");
}

std::string ReportContext::unit(std::string_view id) const {
  const auto* const unit = handbook_.find_unit(id);
  return markdown_text(unit == nullptr ? id : std::string_view(unit->name));
}

std::string ReportContext::entity(std::string_view id) const {
  if (handbook_.find_document(id) != nullptr) return std::string("[[").append(id).append("]]");
  const auto subject = find_subject(handbook_, period_.last(), id);
  if (!subject || subject->kind != SubjectKind::row) return markdown_text(id);
  return markdown_text(std::string(id).append(" ").append(subject->title));
}

std::string ReportContext::entities(const std::vector<std::string>& ids) const {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const auto& id : ids)
    names.push_back(entity(id));
  return join(names, ", ");
}

std::string ReportContext::say_none(ReportWord word, Date day,
                                    std::string_view register_name) const {
  return say(is_known(view_, day, register_name) ? word : ReportWord::not_known);
}

void ReportContext::miss(ReportWord word, const std::vector<std::string>& values) {
  auto sentence = say(word, values);
  if (std::ranges::find(missing_, sentence) == missing_.end())
    missing_.push_back(std::move(sentence));
}

void ReportContext::deny(ReportWord word, const std::vector<std::string>& values) {
  if (is_known(view_, view_.day())) miss(word, values);
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view marks = "\\`*_[]<>|#";
  std::string result;
  for (const char c : text) {
    if (marks.find(c) != std::string_view::npos) result += '\\';
    result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result;
}

std::string markdown_table(const std::vector<std::string>& columns,
                           const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return {};
  const auto line_of = [](const std::vector<std::string>& cells) {
    return std::string("| ").append(join(cells, " | ")).append(" |\n");
  };
  auto text = line_of(columns);
  text += "|";
  for (std::size_t i = 0; i < columns.size(); ++i)
    text += "---|";
  text += "\n";
  for (const auto& row : rows)
    text += line_of(row);
  return text;
}

std::string markdown_list(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines)
    text.append("- ").append(line).append("\n");
  return text;
}

std::string paragraphs(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += text.ends_with('\n') ? "\n" : "\n\n";
    text += part;
  }
  return text;
}

}  // namespace handbok
