#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "model/ids.hpp"

namespace handbok {

enum class ProcessKind : std::uint8_t { main, sub, governing, support };

/// Whether collaboration is needed for the quality of the process (SOSFS 2011:9 4:5–4:6).
enum class CollaborationNeed : std::uint8_t { not_assessed, needed, not_needed };

struct CollaborationAssessment {
  CollaborationNeed need = CollaborationNeed::not_assessed;
  std::string reason;
  std::optional<Date> on;
};

enum class StepKind : std::uint8_t { start, end, activity, decision, subprocess, reference, wait };

/// One box of a process. Activities have roles and routines; a sub-process or reference has the
/// document that it stands for. The id is stable: "PRO-005#A3" is a permanent address.
struct ProcessNode {
  std::string id;
  StepKind kind = StepKind::activity;
  std::string label;
  std::string text;           ///< one sentence for the list of steps; may be empty
  std::vector<RoleId> roles;  ///< the first is the lane
  std::vector<UnitId> performed_in;
  std::vector<DocumentId> routines;
  std::string no_routine_reason;
  DocumentId document;
  std::vector<PointId> collaboration;
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  Location location;
};

/// What follows what. The label is what is answered when the exit leaves a decision.
struct ProcessEdge {
  std::string from;
  std::string to;
  std::string label;
  Location location;
};

/// The process that a revision of a process description defines (SOSFS 2011:9 4:2–4:3).
struct Process {
  ProcessKind kind = ProcessKind::main;
  DocumentId parent;
  std::string purpose;
  std::string trigger;
  std::string result;
  CollaborationAssessment collaboration;
  std::vector<ProcessNode> nodes;  ///< in the order of the file
  std::vector<ProcessEdge> edges;
  Location location;
};

/// The node with that id, or nullptr.
inline const ProcessNode* find_node(const Process& process, std::string_view id) {
  const auto it = std::ranges::find(process.nodes, id, &ProcessNode::id);
  return it == process.nodes.end() ? nullptr : &*it;
}

enum class PointKind : std::uint8_t { internal, external };

/// Somewhere the work meets somebody else's.
struct CollaborationPoint {
  PointId id;
  PointKind kind = PointKind::internal;
  std::string partner;
  std::vector<std::string> partner_kinds;
  std::string purpose;
  DocumentId routine;
  DocumentId agreement;
  std::string contact_way;
  Location location;
};

}  // namespace handbok
