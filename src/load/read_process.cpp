#include "load/read_process.hpp"

#include "base/site_path.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

CollaborationAssessment read_assessment(TableReader& process) {
  CollaborationAssessment assessment;
  auto tables = process.tables("collaboration");
  if (tables.empty()) return assessment;
  auto& table = tables.front();
  assessment.need = table.choice("assessed", CollaborationNeed::needed);
  assessment.reason = table.text("reason");
  assessment.on = table.date("on");
  table.finish();
  return assessment;
}

ProcessNode read_node(TableReader& row) {
  ProcessNode node;
  node.id = row.required_text("id");
  if (!node.id.empty() && !is_id(node.id))
    row.scope().report(Code::toml_id_malformed, row.position_of("id"), {node.id});
  node.kind = row.choice("kind", StepKind::activity);
  node.label = row.text("label");
  node.text = row.text("text");
  node.roles = row.texts("roles");
  node.performed_in = row.texts("performed_in");
  node.routines = row.texts("routines");
  node.no_routine_reason = row.text("no_routine_reason");
  node.document = row.text("document");
  node.collaboration = row.texts("collaboration");
  node.inputs = row.texts("inputs");
  node.outputs = row.texts("outputs");
  node.location = row.location();
  row.finish();
  return node;
}

ProcessEdge read_edge(TableReader& row) {
  ProcessEdge edge{row.required_text("from"), row.required_text("to"), row.text("label"),
                   row.location()};
  row.finish();
  return edge;
}

}  // namespace

std::optional<Process> read_process(TableReader& head) {
  auto tables = head.tables("process");
  auto nodes = head.tables("node");
  auto edges = head.tables("edge");
  if (tables.empty()) return std::nullopt;
  auto& table = tables.front();
  Process process;
  process.kind = table.choice("kind", ProcessKind::main);
  process.parent = table.text("parent");
  process.purpose = table.text("purpose");
  process.trigger = table.text("trigger");
  process.result = table.text("result");
  process.collaboration = read_assessment(table);
  process.location = table.location();
  table.finish();
  for (auto& node : nodes)
    process.nodes.push_back(read_node(node));
  for (auto& edge : edges)
    process.edges.push_back(read_edge(edge));
  return process;
}

}  // namespace handbok
