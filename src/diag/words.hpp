#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace handbok {

/// The few words that stand around the sentences of codes, in one language.
struct ReportWords {
  std::string_view note;
  std::string_view notes;
  std::string_view warning;
  std::string_view warnings;
  std::string_view error;
  std::string_view errors;
  std::string_view accepted;  ///< in place of the severity of a finding to live with
  std::string_view accepted_many;
  std::string_view accepted_until;  ///< until when, by whom and why, with slots
  std::string_view nothing;         ///< in place of the counts when there is nothing to tell
  std::string_view whole_handbook;  ///< in place of a path
  std::string_view what;
  std::string_view remedy;
  std::string_view rule;
  std::string_view effect;
  std::string_view effect_of_note;
  std::string_view effect_of_warning;
  std::string_view effect_of_error;
  std::string_view page_title;
  std::string_view page_introduction;
};

/// The words in `language`.
const ReportWords& report_words(Language language);

/// The severity as a word: "fel", "warning".
std::string_view severity_word(Severity severity, Language language);

/// The place as people write it: path:line:column, without what is 0, or the whole handbook.
std::string place_name(const Location& location, Language language);

}  // namespace handbok
