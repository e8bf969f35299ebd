#pragma once

#include <string>
#include <vector>

#include "word/kept_words.hpp"
#include "word/tree.hpp"

namespace handbok::word {

using Words = std::vector<std::string>;

/// The part of that name of an archive, unpacked; "" if it has none.
std::string part_of(const std::string& archive, const std::string& name);

/// A Word document of that body and those lists. Its styles: Rubrik1 (a heading), Upp (raised),
/// Dold (hidden), Del (of the outline's second level).
std::string document(const std::string& body, const std::string& numbering = {});

/// The body of a document as pandoc gets it.
void check_prepared(const std::string& body, const std::string& prepared);

/// What is told of while the document is prepared.
Words lost_in(const std::string& body);

Words in_words(const std::vector<LostPart>& parts);

/// The words of the document that are not in what was read; a "+" before those that are there
/// alone.
Words lost_words(const std::string& body, const Blocks& read, const std::string& numbering = {});
Words lost_words(const std::string& body, const std::string& read);

Blocks paragraph(const std::string& words);

}  // namespace handbok::word
