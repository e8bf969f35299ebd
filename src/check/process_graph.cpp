// Whether the flow of a process holds together (SOSFS 2011:9 4:3).

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

using NodeIndex = std::size_t;

/// The flow as indices, and everything that is wrong with it.
class FlowCheck {
public:
  explicit FlowCheck(const Process& process)
      : process_(&process),
        exits_(process.nodes.size()),
        faults_(process.nodes.size()) {
    for (NodeIndex i = 0; i < process.nodes.size(); ++i) {
      if (!index_.emplace(process.nodes[i].id, i).second) blame(i, "@graph.same_id");
    }
    for (const auto& edge : process.edges)
      add_edge(edge);
  }

  void run() {
    require_kind(StepKind::start, "start");
    require_kind(StepKind::end, "end");
    for (NodeIndex i = 0; i < exits_.size(); ++i)
      check_exits(i);
    check_reach();
    check_loops();
  }

  /// A node, and what is wrong at it, as a word for a slot.
  struct FaultyNode {
    const ProcessNode* node = nullptr;
    std::string_view fault;
  };

  /// The nodes at which something is wrong, in the order of the file.
  std::vector<FaultyNode> faulty_nodes() const {
    std::vector<FaultyNode> nodes;
    for (NodeIndex i = 0; i < faults_.size(); ++i) {
      if (!faults_[i].empty()) nodes.push_back({&process_->nodes[i], faults_[i]});
    }
    return nodes;
  }

  /// Kinds of nodes that are missing.
  const std::vector<std::string>& missing_kinds() const { return missing_kinds_; }

  /// Ends of edges that are no node, with the edge.
  struct UnknownEnd {
    std::string id;
    const ProcessEdge* edge = nullptr;
  };
  const std::vector<UnknownEnd>& unknown_ends() const { return unknown_ends_; }

private:
  /// Of several faults the first one is told; the others are often its consequences.
  void blame(NodeIndex node, std::string_view fault) {
    if (faults_[node].empty()) faults_[node] = fault;
  }

  void add_edge(const ProcessEdge& edge) {
    const auto from = index_.find(edge.from);
    const auto to = index_.find(edge.to);
    if (from == index_.end()) unknown_ends_.push_back({edge.from, &edge});
    if (to == index_.end()) unknown_ends_.push_back({edge.to, &edge});
    if (from == index_.end() || to == index_.end()) return;
    exits_[from->second].push_back(to->second);
    if (trim(edge.label).empty() && kind_of(from->second) == StepKind::decision) {
      blame(from->second, "@graph.unlabelled");
    }
  }

  StepKind kind_of(NodeIndex node) const { return process_->nodes[node].kind; }

  void require_kind(StepKind kind, std::string_view name) {
    const auto& nodes = process_->nodes;
    if (std::ranges::find(nodes, kind, &ProcessNode::kind) == nodes.end()) {
      missing_kinds_.emplace_back(name);
    }
  }

  /// A decision needs two ways out; a step that leads nowhere is lost work. A reference may be left
  /// for good: the work goes on in the other process.
  void check_exits(NodeIndex node) {
    switch (kind_of(node)) {
      case StepKind::decision:
        if (exits_[node].size() < 2) blame(node, "@graph.one_exit");
        break;
      case StepKind::start:
      case StepKind::activity:
      case StepKind::wait:
        if (exits_[node].empty()) blame(node, "@graph.dead_end");
        break;
      case StepKind::end:
      case StepKind::subprocess:
      case StepKind::reference: break;
    }
  }

  /// Without a start nothing is reachable, and the missing start is what to say.
  void check_reach() {
    std::vector<NodeIndex> waiting;
    for (NodeIndex i = 0; i < exits_.size(); ++i) {
      if (kind_of(i) == StepKind::start) waiting.push_back(i);
    }
    if (waiting.empty()) return;
    auto reached = following(waiting, [](NodeIndex /*node*/) { return true; });
    reached.insert(waiting.begin(), waiting.end());
    for (NodeIndex i = 0; i < exits_.size(); ++i) {
      if (!reached.contains(i)) blame(i, "@graph.unreached");
    }
  }

  /// Names the first node of a loop that no decision ends.
  void check_loops() {
    for (NodeIndex i = 0; i < exits_.size(); ++i) {
      if (kind_of(i) == StepKind::decision || !leads_back_undecided(i)) continue;
      blame(i, "@graph.loop");
      return;
    }
  }

  /// True if the work can come back to `start` without passing a decision.
  bool leads_back_undecided(NodeIndex start) const {
    return following({start}, [&](NodeIndex node) { return kind_of(node) != StepKind::decision; })
        .contains(start);
  }

  /// What comes after those, through nodes that are open; they themselves only if they come again.
  template <typename Open>
  std::set<NodeIndex> following(std::vector<NodeIndex> waiting, Open is_open) const {
    std::set<NodeIndex> seen;
    while (!waiting.empty()) {
      const auto node = waiting.back();
      waiting.pop_back();
      for (const auto next : exits_[node]) {
        if (is_open(next) && seen.insert(next).second) waiting.push_back(next);
      }
    }
    return seen;
  }

  const Process* process_;
  std::map<std::string_view, NodeIndex> index_;
  std::vector<std::vector<NodeIndex>> exits_;
  std::vector<std::string_view> faults_;  ///< of each node; empty: none
  std::vector<std::string> missing_kinds_;
  std::vector<UnknownEnd> unknown_ends_;
};

/// A process without nodes or without edges has a code of its own.
bool has_flow(const Process& process) {
  return !process.nodes.empty() && !process.edges.empty();
}

/// Reports about the process, or about the node that `subject` names.
void report_at(CheckContext& context, const Revision& revision, const std::string& node,
               std::string_view fault, const Location& location, const std::string& subject = {}) {
  CheckReport report{
      Code::process_graph_invalid, location, {revision.document, node, std::string(fault)}};
  report.subject = subject;
  context.report(revision, std::move(report));
}

}  // namespace

void check_process_graph_invalid(CheckContext& context) {
  for (const auto& checked : context.revisions()) {
    const auto& revision = *checked.revision;
    if (!revision.process || !has_flow(*revision.process)) continue;
    FlowCheck flow(*revision.process);
    flow.run();
    for (const auto& kind : flow.missing_kinds()) {
      report_at(context, revision, kind, "@graph.no_such_kind", revision.process->location);
    }
    for (const auto& unknown : flow.unknown_ends()) {
      report_at(context, revision, unknown.id, "@graph.no_such_kind", unknown.edge->location,
                revision.document + "/" + unknown.id);
    }
    for (const auto& [node, fault] : flow.faulty_nodes()) {
      report_at(context, revision, node->id, fault, node->location,
                revision.document + "/" + node->id);
    }
  }
}

}  // namespace handbok
