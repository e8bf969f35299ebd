#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbok {

/// A column of the table requirement – routines – follow-up – responsibility.
enum class RequirementColumn : std::uint8_t { id, clause, text, documents, follow_up, responsible };

/// What the column with the requirement is called, for a message.
inline constexpr std::string_view requirement_column_name = "Krav";

/// The column that the head means, in Swedish or English, by how it begins: "Gällande rutiner",
/// "Uppföljning/metod". No value if it is none of them.
std::optional<RequirementColumn> requirement_column(std::string_view head);

/// Takes the mark of the one who leads off a name: "VC (leder)" → "VC". False if there is none.
bool take_lead_mark(std::string& name);

}  // namespace handbok
