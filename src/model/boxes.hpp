#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace handbok {

/// How much a warning box in a text presses.
enum class BoxLevel : std::uint8_t { urgent, warning, tip };

/// What makes a box of a quotation: the first line is "[!AKUT]" alone.
struct BoxMark {
  std::string_view name;
  BoxLevel level{};
};

/// The marks as authors write them, in Swedish and English. Only added to: bodies hold the place of
/// a mark in the table.
inline constexpr auto box_marks = std::to_array<BoxMark>({
    {"AKUT", BoxLevel::urgent},
    {"VARNING", BoxLevel::warning},
    {"TIPS", BoxLevel::tip},
    {"URGENT", BoxLevel::urgent},
    {"WARNING", BoxLevel::warning},
    {"TIP", BoxLevel::tip},
});

}  // namespace handbok
