#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_hash.hpp"

namespace handbok {

/// The ids of `entities`, in their order: words that are known.
template <typename Entity>
std::vector<std::string> ids_of(const std::vector<Entity>& entities) {
  std::vector<std::string> ids;
  ids.reserve(entities.size());
  for (const auto& entity : entities)
    ids.push_back(entity.id);
  return ids;
}

/// The text of `known` that the writer of `wanted` most likely meant: the one with the fewest
/// typing mistakes between them (a letter added, missing, wrong or swapped with its neighbour),
/// whatever the case. No value if there are more mistakes than a third of the letters of `wanted`,
/// but one is always allowed, or if to find it takes more than `limits::near_letters`. Of equally
/// near texts the first is given. Expects UTF-8.
std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known);

/// The same with at most so many mistakes.
std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                   std::size_t mistakes_max);

/// Known texts of which one is sought for many wanted ones: for each of these once, and for all of
/// them within `limits::near_letters`. Who wrote that many wrongly did not mistype.
class KnownTexts {
public:
  explicit KnownTexts(std::vector<std::string> known);

  /// As nearest() among them.
  std::optional<std::string> nearest_to(std::string_view wanted);

private:
  std::vector<std::string> known_;
  std::vector<std::u32string> folded_;
  TextMap<std::optional<std::string>> answers_;
  std::size_t letters_left_;
};

}  // namespace handbok
