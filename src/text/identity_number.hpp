#pragma once

#include <cstdint>
#include <string_view>

namespace handbok {

/// How sure it is that a text holds a Swedish personal identity or coordination number.
enum class IdentityNumber : std::uint8_t {
  none,
  possible,  ///< ten bare digits, or with a blank before the last four, or a letter among them
  certain    ///< date and check digit agree, and it is written the way such numbers are
};

/// Looks for "811228-9874" and "19811228-9874" in every written form: with +, other hyphens and
/// blanks, inside the date too, full-width digits, invisible characters between, and numeric
/// entities. The date must exist (the day may be 60 higher) and the check digit must be right;
/// organisation numbers, dates and registry numbers are not taken for one. Never gives back what it
/// found: nobody needs to see it again.
IdentityNumber find_identity_number(std::string_view text);

}  // namespace handbok
