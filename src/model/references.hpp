#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/ids.hpp"

namespace handbok {

/// A reference to a document as written: "RUT-003", "RUT-003@2", "PRO-005#A3".
struct DocumentReference {
  DocumentId document;
  std::optional<int> revision;
  std::string anchor;  ///< without '#'; may be empty
};

/// A reference to a source or one of its clauses: "sfs-2017-30", "sosfs-2011-9/5:3".
struct ClauseReference {
  SourceId source;
  std::string ref;  ///< empty: the source as a whole
};

/// True for ids of documents: two to four capital letters, a hyphen, then capitals, digits,
/// hyphens.
bool is_document_id(std::string_view text);

/// True if the text is written as ids are ("ATG-04", "SAM-2026-T2"), not in words.
bool looks_like_id(std::string_view text);

/// Reads a document reference; no value if the id, revision or anchor is malformed.
std::optional<DocumentReference> parse_document_reference(std::string_view text);

/// Splits a clause reference at its first '/'. Whether source and clause exist is another question.
ClauseReference parse_clause_reference(std::string_view text);

}  // namespace handbok
