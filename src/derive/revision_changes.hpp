#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// What the head of a revision says besides its text.
enum class HeadField : std::uint8_t {
  title,
  unit,
  owner,
  regimes,
  audience,
  topics,
  applies_to,
  excludes,
  requirements,
  legal_basis,
  responsible,
  relations,
  purpose,
  trigger,
  result,
  steps,
  order,
  attachments
};

/// A field whose value differs. Values are as in the file: ids, codes and own words. Of a list only
/// what was removed and added is given.
struct FieldChange {
  HeadField field = HeadField::title;
  std::vector<std::string> before;
  std::vector<std::string> after;
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// The fields that differ between two revisions of a document, in the order of HeadField. Who does
/// what, and the steps of a process, are by name: "3 Utreda. Fråga alla (Sjuksköterska): RUT-003",
/// their order "3 Utreda → 4 Allvarligt?: ja".
std::vector<FieldChange> changed_fields(const Revision& before, const Revision& after,
                                        const Handbook& handbook);

}  // namespace handbok
