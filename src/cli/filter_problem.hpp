#pragma once

#include <string>

#include "app/due.hpp"

namespace handbok {

/// Says on stderr that the role, or the unit, that was asked for does not exist.
void print_problem(DueProblem problem, const std::string& role, const std::string& unit,
                   Language language);

}  // namespace handbok
