#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/body.hpp"

namespace handbok {

enum class BlockKind : std::uint8_t { paragraph, heading, item, row, label };

/// What stands between the cells of a row: no sign that people write.
constexpr std::string_view cell_bar = "│";

/// A paragraph, heading, list item or row of a table as a reader sees it. A label is no
/// text: what a box is called, or a line across the page.
struct BodyBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;         ///< of a heading: 2–6; of the head of a table: 1
  std::string text;      ///< without marks; the cells of a row with a bar between them
  std::string lead{};    ///< "4. ", "### "; "> " in a quotation, blanks inside an item
  std::string marked{};  ///< the text with marks for how it looks: "~~högst~~ sju"
  std::string marks{};   ///< those of emphasis and notes alone
  std::string anchor{};  ///< of a heading
  friend bool operator==(const BodyBlock&, const BodyBlock&) = default;
};

/// What a bare reference is called.
using LinkName = std::function<std::string(const BodyLink&)>;

/// What becomes of words that are struck through.
enum class Struck : std::uint8_t { shown, left_out };

/// The blocks of a body that hold text, in reading order, and lines across the page. A bare
/// reference stands as its name, or without any as its target, "RUT-003", and an image as its text
/// for those who cannot see it. The number of a note is a matter of looks: what it says is not.
std::vector<BodyBlock> blocks_of(const Body& body, const LinkName& name = {},
                                 Struck struck = Struck::shown);

}  // namespace handbok
