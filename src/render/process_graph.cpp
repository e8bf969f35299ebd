#include "render/process_graph.hpp"

#include <algorithm>

#include "derive/process_order.hpp"
#include "render/document_face.hpp"

namespace handbok {
namespace {

/// The lane of `role`, added if it is new.
std::size_t lane_of(const RoleId& role, std::vector<RoleId>& lanes) {
  const auto it = std::ranges::find(lanes, role);
  if (it != lanes.end()) return static_cast<std::size_t>(it - lanes.begin());
  lanes.push_back(role);
  return lanes.size() - 1;
}

FlowNode flow_node(const ProcessNode& source, int number, const LinkScope& scope) {
  FlowNode node;
  node.id = source.id;
  node.kind = node_kind(source.kind);
  node.label = source.label;
  node.number = number;
  node.href = "#" + source.id;
  if (!source.document.empty()) {
    if (const auto target = document_target(source.document, scope); !target.href.empty()) {
      node.href = target.href;
    }
  }
  node.is_collaboration = !source.collaboration.empty();
  node.collaboration_label = scope.site.words()[Word::process_collaboration];
  return node;
}

}  // namespace

NodeKind node_kind(StepKind kind) {
  switch (kind) {
    case StepKind::start:
      return NodeKind::start;
    case StepKind::end:
      return NodeKind::end;
    case StepKind::activity:
      return NodeKind::activity;
    case StepKind::decision:
      return NodeKind::decision;
    case StepKind::subprocess:
      return NodeKind::subprocess;
    case StepKind::reference:
      return NodeKind::reference;
    case StepKind::wait:
      return NodeKind::wait;
  }
  return NodeKind::activity;
}

FlowGraph process_graph(const Revision& revision, const LinkScope& scope) {
  const auto& process = *revision.process;
  const auto order = process_order(process);
  FlowGraph graph;
  graph.id_prefix = "flow-";
  graph.title = scope.site.words().fill(Word::process_diagram_title, {revision.title});
  graph.description = scope.site.words()[Word::process_diagram_description];
  std::vector<RoleId> lanes;
  std::vector<std::size_t> position(process.nodes.size());
  for (const auto& step : order) {
    const auto& source = process.nodes[step.node];
    auto node = flow_node(source, step.number, scope);
    if (!source.roles.empty()) node.lane = lane_of(source.roles.front(), lanes);
    position[step.node] = graph.nodes.size();
    graph.nodes.push_back(std::move(node));
  }
  for (const auto& lane : lanes) {
    auto link = role_link(lane, scope.root, scope.site);
    graph.lanes.push_back({std::move(link.text), std::move(link.href)});
  }
  for (const auto& step : order) {
    for (const auto& exit : step.exits) {
      graph.edges.push_back(
          {position[step.node], position[exit.target], process.edges[exit.edge].label});
    }
  }
  return graph;
}

}  // namespace handbok
