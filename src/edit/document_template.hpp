#pragma once

#include <string>
#include <string_view>

#include "base/file_tree.hpp"
#include "model/document_type.hpp"
#include "model/ids.hpp"
#include "model/organisation.hpp"

namespace handbok {

/// What is known of a document when it is begun.
struct FirstFacts {
  DocumentId id;
  std::string title;
  RoleId owner;
  int revision = 1;
};

/// The file of a first revision: a head with the keys that the type asks for, and its mandatory
/// headings, each still empty, so that `check` tells what remains to be written.
std::string first_draft(const FirstFacts& facts, const DocumentType& type, const OrgUnit& unit);

/// True if some folder below documents/ bears the id, whatever lies in it.
bool is_id_used(const FileTree& sources, std::string_view id);

/// The id after the highest of the type that is in use: "RUT-029". Gaps stay gaps, because an id is
/// never used again.
DocumentId next_free_id(const FileTree& sources, std::string_view type);

}  // namespace handbok
