#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.hpp"

namespace handbok {

enum class BlockKind : std::uint8_t { paragraph, heading, item, row };

/// What stands between the cells of a row: no sign that people write.
constexpr std::string_view cell_bar = "│";

/// A paragraph, heading, list item or row of a table as a reader sees it.
struct BodyBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;         ///< of a heading: 2–6; of the head of a table: 1
  std::string text;      ///< without marks; the cells of a row with a bar between them
  std::string lead{};    ///< of an item or heading: "4. ", "### "
  std::string marked{};  ///< the text with marks for how it looks: "~~högst~~ sju"
  std::string marks{};   ///< those of emphasis alone
  friend bool operator==(const BodyBlock&, const BodyBlock&) = default;
};

/// What a bare reference is called.
using LinkName = std::function<std::string(const BodyLink&)>;

/// The blocks of a body that hold text, in reading order. A bare reference stands as its name, or
/// without any as its target, "RUT-003", and an image as its text for those who cannot see it.
std::vector<BodyBlock> blocks_of(const Body& body, const LinkName& name = {});

}  // namespace handbok
