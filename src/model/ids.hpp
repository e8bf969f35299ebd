#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace handbok {

// Entities name each other by id; who looks one up gets a pointer that may be null, because content
// can be wrong. The names say what kind of id a string is (decision 0004).
using DocumentId = std::string;      ///< "RUT-001"
using UnitId = std::string;          ///< "sabo-lonn"
using RoleId = std::string;          ///< "MAS"
using TypeCode = std::string;        ///< "RUT"
using RegimeId = std::string;        ///< "HSL"
using SourceId = std::string;        ///< "sosfs-2011-9"
using TermId = std::string;          ///< "avvikelse"
using PointId = std::string;         ///< "SV-05", a collaboration point
using RiskId = std::string;          ///< "RSK-07"
using SelfCheckId = std::string;     ///< "EGK-03"
using ActionId = std::string;        ///< "ATG-02"
using FindingId = std::string;       ///< "IAK-01"
using CompilationId = std::string;   ///< "SAM-2026-T2"
using GoalId = std::string;          ///< "KVM-01"
using RequirementId = std::string;   ///< "OWN-01"
using WaiverId = std::string;        ///< "UND-01"
using DutyId = std::string;          ///< "UPG-01"
using ForumId = std::string;         ///< "FOR-02"
using CalendarItemId = std::string;  ///< "KAL-01"
using ServiceId = std::string;       ///< "TJA-01"
using MethodId = std::string;        ///< "MET-01"

/// The entity with that id in a vector sorted by id, or nullptr.
template <typename Entity>
const Entity* find_by_id(const std::vector<Entity>& entities, std::string_view id) {
  const auto it = std::ranges::lower_bound(entities, id, {}, &Entity::id);
  return it != entities.end() && it->id == id ? &*it : nullptr;
}

}  // namespace handbok
