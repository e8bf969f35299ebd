#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace handbok::search {

/// Where a text stands, which decides how much its words count.
enum class Field : std::uint8_t { title, keyword, heading, body };

struct FieldText {
  Field field = Field::body;
  std::string text;
};

/// Something that a search finds, and what its result shows.
struct Entry {
  std::string address;  ///< below the root of the site
  std::string title;
  std::string note{};   ///< what it is: "Rutin · RUT-001 · Vård- och omsorgsförvaltningen"
  std::string state{};  ///< "Upphävd"; empty for what applies
  std::string lead{};   ///< what it is about, in a sentence
  std::vector<FieldText> texts{};  ///< what it is found by, title and note not included
  int percent = 100;               ///< how much its words count beside those of other entries
};

/// Words that mean the same: what has `word` is found by the others too.
struct Synonyms {
  std::string word;
  std::vector<std::string> others;
};

}  // namespace handbok::search
