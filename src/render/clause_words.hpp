#pragma once

#include <string>
#include <string_view>

#include "model/handbook.hpp"
#include "render/words.hpp"

namespace handbok {

/// How a clause is cited: "4:4 st2 led 1" is "4 kap. 4 § 2 st. led 1". What is not understood stays
/// as it is.
std::string clause_text(std::string_view ref, const WordTable& words);

/// The same with the source before it: "SOSFS 2011:9, 5 kap. 3 §". The source's short name, if it
/// has one, stands for its number; an unknown source stays as its id.
std::string clause_with_source(const Handbook& handbook, std::string_view source,
                               std::string_view ref, const WordTable& words);

}  // namespace handbok
