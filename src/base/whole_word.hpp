#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace handbok {

/// True if `word` stands in `text` as a whole: RUT-01 stands in "see RUT-01, 2" and in
/// "rut/RUT-01.html", but not in RUT-010. The one rule for "does this name a hidden id". It may
/// leave something untold, and nothing else may rest on it.
bool has_whole(std::string_view text, std::string_view word);

/// True if any of the words does. What it costs hardly grows with how many they are.
bool has_any_whole(std::string_view text, const std::set<std::string, std::less<>>& words);

/// `text` with `other` wherever `word` stands as a whole.
std::string with_whole_replaced(std::string_view text, std::string_view word,
                                std::string_view other);

}  // namespace handbok
