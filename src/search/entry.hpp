#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbok::search {

/// Where a text stands, which decides how much its words count.
enum class Field : std::uint8_t {
  title,
  asked,  ///< words that people say for it; they count as the title does
  lead,   ///< what it is about, in a sentence
  heading,
  keyword,  ///< what it is called beside its title, and what kind of thing it is
  body
};

struct FieldText {
  Field field = Field::body;
  std::string text;
};

/// A part of an entry's text that a link leads to.
struct Section {
  std::string_view anchor;                ///< empty: the page itself
  std::string_view heading;               ///< may be empty
  std::vector<std::string_view> texts{};  ///< its paragraphs, steps and cells
};

/// The text of an entry, as long as it is needed: the texts of all are never in memory at once.
struct Sections {
  std::vector<Section> all;
  std::shared_ptr<const void> holder;  ///< of what they lie in, if nothing else holds it
};

/// By what the answers can be narrowed.
enum class FacetKind : std::uint8_t { type, unit, role };

struct Facet {
  FacetKind kind = FacetKind::type;
  std::string label;  ///< as readers choose it
  friend auto operator<=>(const Facet&, const Facet&) = default;
};

/// How well a name tells what is meant.
enum class NameKind : std::uint8_t {
  own,    ///< it is called so
  answer  ///< it answers what is called so: a routine for a clause
};

/// A name that finds the entry when nothing else is asked for.
struct Name {
  std::string text;
  NameKind kind = NameKind::own;
};

/// Something that a search finds, and what its result shows. Its title is one of its names.
struct Entry {
  std::string address;  ///< below the root of the site
  std::string title;
  std::string note{};   ///< what it is: "Rutin · RUT-001 · Vård- och omsorgsförvaltningen"
  std::string state{};  ///< "Upphävd"; empty for what applies
  std::string lead{};   ///< what it is about, in a sentence
  std::vector<FieldText> texts{};  ///< what it is found by beside title, note, lead and sections
  std::function<Sections()> sections{};  ///< its text, in which results show what was asked for
  std::vector<Name> names{};
  std::vector<Facet> facets{};
  int percent = 100;      ///< how much its words count beside those of other entries
  bool is_thing = false;  ///< a unit, role or law: asked for by name it comes first, whatever it is
  bool is_titled = true;  ///< its title is a name of its own; terms and rows share theirs
};

inline Sections sections_of(const Entry& entry) {
  return entry.sections ? entry.sections() : Sections{};
}

/// Words that mean the same: what has `word` is found by the others too.
struct Synonyms {
  std::string word;
  std::vector<std::string> others;
};

/// In what language entries are written.
struct Language {
  std::string code;          ///< as handbook.toml has it: it decides how words are stemmed
  std::string common_words;  ///< those that tell nothing in a question, with blanks
};

}  // namespace handbok::search
