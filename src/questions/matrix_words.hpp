#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/codes.hpp"
#include "questions/matrix.hpp"

namespace handbok {

/// "belagt": a status in words.
std::string_view status_text(RequirementStatus status, Language language);

/// "DIR (leder), VC".
std::string responsible_text(const MatrixRow& row, Language language);

/// The documents, or else what is said instead of them.
std::string evidence_text(const MatrixRow& row);

/// The rows as a table for a spreadsheet, with headings.
std::string matrix_csv(const std::vector<MatrixRow>& rows, Language language);

}  // namespace handbok
