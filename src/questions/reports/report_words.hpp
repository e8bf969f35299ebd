#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace handbok
