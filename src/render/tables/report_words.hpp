#pragma once

#include "model/planning.hpp"
#include "render/words.hpp"

namespace handbok {

/// What readers call a kind of report: "Patientsäkerhetsberättelse".
Word report_word(ReportKind kind);

}  // namespace handbok
