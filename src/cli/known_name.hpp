#pragma once

#include <optional>
#include <string>

#include "diag/codes.hpp"
#include "questions/subject.hpp"

namespace handbok {

/// Says on stderr that the handbook has nothing by that name, and which name is near (empty: none).
void print_unknown(const std::string& name, const std::string& nearest, Language language);

/// What the handbook has by the name that was asked for; if it has nothing, or something of another
/// kind than `kind`, says so on stderr and gives no value.
std::optional<Subject> known_subject(const Handbook& handbook, Date day, const std::string& name,
                                     SubjectKind kind, Language language);

/// True if the role and the unit are known, or left out; else says on stderr which is not.
bool are_known(const Handbook& handbook, Date day, const std::string& role, const std::string& unit,
               Language language);

/// True, and said on stderr, if the unit (empty: none) was not there on the day.
bool is_absent(const Handbook& handbook, Date day, const std::string& unit, Language language);

}  // namespace handbok
