#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/tokens.hpp"

namespace handbok {

/// A known name found in a text.
struct NameMatch {
  std::string name;     ///< as it was given
  std::size_t end = 0;  ///< the first token after it
};

/// The abbreviations and aliases of statutes that a text is searched for.
class StatuteNames {
public:
  explicit StatuteNames(std::span<const std::string> names);

  /// The longest name that starts at token `index` and is not only the beginning of a compound
  /// ("LSS-beslut"); a genitive ending (":s") belongs to it.
  std::optional<NameMatch> match(const Tokens& tokens, std::size_t index) const;

private:
  std::map<std::string, std::vector<std::string>, std::less<>> by_first_word_;  // longest first
};

}  // namespace handbok
