#pragma once

#include <string>

#include "model/document_type.hpp"
#include "model/organisation.hpp"

namespace handbok {

/// What is known of a document when it is begun.
struct FirstFacts {
  DocumentId id;
  std::string title;
  RoleId owner;
};

/// The file of a first revision: a head with the keys that the type asks for, and its mandatory
/// headings, each still empty, so that `check` tells what remains to be written. Keys that are
/// tables stand there as comments.
std::string first_draft(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit);

}  // namespace handbok
