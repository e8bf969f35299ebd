#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "derive/day_view.hpp"
#include "derive/period_figures.hpp"
#include "diag/codes.hpp"

namespace handbok {

/// One word, heading or sentence of a draft; see report_words.def.
enum class ReportWord : std::uint8_t {
#define HANDBOK_REPORT_WORD(name, swedish, english) name,
#include "questions/reports/report_words.def"
#undef HANDBOK_REPORT_WORD
};

/// The word in that language, its slots filled.
std::string report_text(ReportWord word, Language language,
                        const std::vector<std::string>& values = {});

/// What a count of a compilation is of: "deviation" is "Avvikelser". A kind without words stands as
/// it is.
std::string count_kind_text(std::string_view kind, Language language);

/// What every part of a draft asks: the handbook, seen on the last day of the period, whom it is
/// about, and words in its language. Gathers what is missing. Refers to the handbook, which must
/// outlive it. Not safe to share between threads.
class ReportContext {
public:
  /// `meeting`: the day of the meeting that the draft is for, if it is for one.
  ReportContext(const Handbook& handbook, const ReportPeriod& period, ReportScope scope,
                std::optional<Date> meeting = std::nullopt);

  const Handbook& handbook() const { return handbook_; }
  const ReportPeriod& period() const { return period_; }
  const ReportScope& scope() const { return scope_; }
  std::optional<Date> meeting() const { return meeting_; }
  /// As things stood on the last day of the period that has come.
  const DayView& view() const { return view_; }

  std::string say(ReportWord word, const std::vector<std::string>& values = {}) const;
  /// The word for what the register does not say of the day; "vet inte" if that is not known.
  std::string say_none(ReportWord word, Date day, std::string_view register_name) const;
  std::string kind_text(std::string_view kind) const { return count_kind_text(kind, language_); }
  Language language() const { return language_; }

  /// "Direktör (DIR)"; the id alone if there is no such role, nothing for an empty one.
  std::string role(std::string_view id) const;
  std::string roles(const std::vector<RoleId>& ids) const;
  std::string unit(std::string_view id) const;
  /// A reference that a reader can follow, "[[RUT-001]]"; words that are no document stand as they
  /// are, and a row of a register by its name.
  std::string entity(std::string_view id) const;
  std::string entities(const std::vector<std::string>& ids) const;

  /// Says that something is missing here; each once, in this order.
  void miss(ReportWord word, const std::vector<std::string>& values = {});
  /// The same of something that was not so, which is not known before the history begins.
  void deny(ReportWord word, const std::vector<std::string>& values = {});
  const std::vector<std::string>& missing() const { return missing_; }

private:
  const Handbook& handbook_;
  ReportPeriod period_;
  ReportScope scope_;
  std::optional<Date> meeting_;
  DayView view_;
  Language language_;
  std::vector<std::string> missing_;
};

/// Words as Markdown text: what Markdown would read as a mark is escaped.
std::string markdown_text(std::string_view text);

/// A table with those columns; nothing if it has no rows. Cells are Markdown without line ends.
std::string markdown_table(const std::vector<std::string>& columns,
                           const std::vector<std::vector<std::string>>& rows);

/// One line a row, "- first"; nothing without lines.
std::string markdown_list(const std::vector<std::string>& lines);

/// The parts that are not empty, a blank line between them.
std::string paragraphs(const std::vector<std::string>& parts);

}  // namespace handbok
