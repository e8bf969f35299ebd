#pragma once

#include <string>
#include <vector>

#include "diag/codes.hpp"
#include "questions/subject.hpp"

namespace handbok {

/// Says on stderr that the handbook has nothing by that name, and which name is near, or that it
/// may mean several.
void print_not_one(const Handbook& handbook, const std::string& name,
                   const std::vector<Subject>& meant, Language language);

/// Puts the id in place of what was written for it, however its letters are, or in words; an empty
/// name stays. False, and said on stderr, if the handbook has nothing by that name, something of
/// another kind, or several.
bool use_code(const Handbook& handbook, Date day, SubjectKind kind, std::string& name,
              Language language);

/// True, and said on stderr, if the unit (empty: none) was not there on the day.
bool is_absent(const Handbook& handbook, Date day, const std::string& unit, Language language);

}  // namespace handbok
