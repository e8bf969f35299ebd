#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/body_blocks.hpp"
#include "model/handbook.hpp"
#include "text/diff.hpp"

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

/// A field whose value differs. Roles and units are by name, other values as in the file: ids,
/// codes and own words. Of a list only what was removed and added is given.
struct FieldChange {
  HeadField field = HeadField::title;
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::vector<std::string> old_ids{};  ///< of steps and their order: by which one is known
  std::vector<std::string> new_ids{};
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// The values that went, came, and changed word by word: steps by their ids, others by likeness.
std::vector<BlockEdit> edits_of(const FieldChange& change);

/// The fields that differ between two revisions of a document, in the order of HeadField. Who does
/// what, and the steps of a process, are by name: "3 Utreda. Fråga alla (Sjuksköterska): RUT-003 ⇠
/// händelse ⇢ analys", their order "3 Utreda → 4 Allvarligt?: ja".
std::vector<FieldChange> changed_fields(const Revision& before, const Revision& after,
                                        const Handbook& handbook);

/// What changed in the text, those blocks that stayed included: words, and how they look.
std::vector<BlockEdit> changed_blocks(const std::vector<BodyBlock>& before,
                                      const std::vector<BodyBlock>& after);

/// What happened to a step of a process: `way` is that it says the same and leads on otherwise.
enum class StepChange : std::uint8_t { added, removed, changed, way };

/// The steps that differ between two processes, by id.
std::map<std::string, StepChange> changed_steps(const Process& before, const Process& after,
                                                const Handbook& handbook);

}  // namespace handbok
