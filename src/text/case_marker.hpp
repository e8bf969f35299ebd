#pragma once

#include <cstdint>
#include <string_view>

namespace handbok {

/// What makes a text look as if it were about one person's case.
enum class CaseMarker : std::uint8_t {
  none,
  record_number,   ///< the number of a record or case file: "journalnr 48213"
  private_mail,    ///< an address at a provider for private persons
  relative_phone,  ///< a mobile number beside a word such as "dotter" or "anhörig"
};

/// The first such sign in one paragraph of Swedish text. Registry numbers of decisions ("dnr VON
/// 2026/14"), telephones of functions and blank fields of a form are none. Never gives back what
/// it found.
CaseMarker find_case_marker(std::string_view text);

}  // namespace handbok
