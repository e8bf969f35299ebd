#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
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

/// A value that went, came, or was changed: then it has both. Roles and units are by name, other
/// values as in the file: ids, codes and own words.
struct ChangedValue {
  std::string before;
  std::string after;
  friend bool operator==(const ChangedValue&, const ChangedValue&) = default;
};

/// A field whose value differs. Of a list only what was removed, added and changed is given.
struct FieldChange {
  HeadField field = HeadField::title;
  std::vector<ChangedValue> values;
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// The words among the values, in the language that they are told in.
struct ChangeWords {
  std::string leads;  ///< after the role, of several, that leads a task
  std::function<std::string(RelationKind)> relation;  ///< "kompletterar"
};

/// The fields that differ between two revisions of a document, in the order of HeadField. Who does
/// what, and the steps of a process, are by name: "3 Utreda. Fråga alla (Sjuksköterska): RUT-003 ⇠
/// händelse ⇢ analys", their order "3 Utreda → 4 Allvarligt?: ja". A relation is its kind, a blank
/// and what it is to: "kompletterar RUT-020@4#gor-sa-har".
std::vector<FieldChange> changed_fields(const Revision& before, const Revision& after,
                                        const Handbook& handbook, const ChangeWords& words);

/// What happened to a step of a process: `way` is that it says the same and leads on otherwise.
enum class StepChange : std::uint8_t { added, removed, changed, way };

/// The steps that differ between two processes, by id.
std::map<std::string, StepChange> changed_steps(const Process& before, const Process& after,
                                                const Handbook& handbook);

}  // namespace handbok
