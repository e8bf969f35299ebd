#include <array>

#include <catch2/catch.hpp>

#include "derive/process_order.hpp"
#include "derive/revision_changes.hpp"

namespace handbok {
namespace {

ProcessNode node(const std::string& id) {
  ProcessNode result;
  result.id = id;
  switch (id.front()) {
    case 'S': result.kind = StepKind::start; break;
    case 'E': result.kind = StepKind::end; break;
    case 'D': result.kind = StepKind::decision; break;
    default: result.kind = StepKind::activity; break;
  }
  return result;
}

/// Nodes by id (S start, E end, D decision) and edges written "S-A1".
Process process_of(const std::vector<std::string>& nodes, const std::vector<std::string>& edges) {
  Process process;
  for (const auto& id : nodes)
    process.nodes.push_back(node(id));
  for (const auto& edge : edges) {
    const auto hyphen = edge.find('-');
    process.edges.push_back({edge.substr(0, hyphen), edge.substr(hyphen + 1), {}, {}});
  }
  return process;
}

/// The order as "S A1(1) D1(2) E"; a loop is written behind the step it leaves, "D1(2)^A1".
std::string order_of(const Process& process) {
  std::string text;
  for (const auto& step : process_order(process)) {
    if (!text.empty()) text += ' ';
    text += process.nodes[step.node].id;
    if (step.number > 0) text += "(" + std::to_string(step.number) + ")";
    for (const auto& exit : step.exits) {
      if (exit.is_loop) text += "^" + process.nodes[exit.target].id;
    }
  }
  return text;
}

TEST_CASE("steps follow the arrows, whatever the order of the file", "[derive][process]") {
  CHECK(order_of(process_of({"E", "A2", "A1", "S"}, {"A2-E", "S-A1", "A1-A2"})) ==
        "S A1(1) A2(2) E");
}

TEST_CASE("a step comes after all that lead to it", "[derive][process]") {
  CHECK(order_of(process_of({"S", "D1", "A2", "A1", "E"}, {"S-D1", "D1-A2", "D1-A1", "A1-A2",
                                                           "A2-E"})) == "S D1(1) A1(2) A2(3) E");
}

TEST_CASE("among equals the order of the file decides", "[derive][process]") {
  CHECK(order_of(process_of({"S", "D1", "B1", "A1", "E"}, {"S-D1", "D1-A1", "D1-B1", "A1-E",
                                                           "B1-E"})) == "S D1(1) B1(2) A1(3) E");
}

TEST_CASE("loops are cut where they lead back", "[derive][process]") {
  CHECK(order_of(process_of({"S", "A1", "D1", "E"}, {"S-A1", "A1-D1", "D1-A1", "D1-E"})) ==
        "S A1(1) D1(2)^A1 E");
  CHECK(order_of(process_of({"S", "D1", "E"}, {"S-D1", "D1-D1", "D1-E"})) == "S D1(1)^D1 E");
}

TEST_CASE("each of two nested loops is cut once", "[derive][process]") {
  CHECK(order_of(process_of({"S", "A1", "D1", "A2", "D2", "E"},
                            {"S-A1", "A1-D1", "D1-A2", "D1-A1", "A2-D2", "D2-A1", "D2-E"})) ==
        "S A1(1) D1(2)^A1 A2(3) D2(4)^A1 E");
}

TEST_CASE("ends close the list", "[derive][process]") {
  CHECK(order_of(process_of({"S", "D1", "E1", "A1", "E2"}, {"S-D1", "D1-E1", "D1-A1", "A1-E2"})) ==
        "S D1(1) A1(2) E1 E2");
}

TEST_CASE("what nothing leads to, and arrows to nowhere, do no harm", "[derive][process]") {
  CHECK(order_of(process_of({"S", "A1", "A9", "E"}, {"S-A1", "A1-E", "A1-X", "X-A1"})) ==
        "S A1(1) A9(2) E");
  CHECK(order_of(process_of({"A1", "A2"}, {"A1-A2", "A2-A1"})) == "A1(1) A2(2)^A1");
  CHECK(order_of(process_of({}, {"S-E"})).empty());
}

TEST_CASE("a long chain needs no deep stack", "[derive][process]") {
  Process process;
  constexpr int length = 50'000;
  for (int i = 0; i < length; ++i) {
    process.nodes.push_back(node("A" + std::to_string(i)));
    if (i > 0) {
      process.edges.push_back({"A" + std::to_string(i - 1), "A" + std::to_string(i), {}, {}});
    }
  }
  const auto order = process_order(process);
  REQUIRE(order.size() == length);
  CHECK(order.back().number == length);
}

/// "A1:added D1:way", and what is told of the steps of both.
std::string told_changes(const Process& before, const Process& after) {
  constexpr std::array names = {"added", "removed", "changed", "way"};
  std::string text;
  for (const auto& [id, change] : changed_steps(before, after, {}))
    text += id + ":" + names[static_cast<std::size_t>(change)] + " ";
  Revision early;
  Revision late;
  early.process = before;
  late.process = after;
  for (const auto& field : changed_fields(early, late, {}, {})) {
    if (field.field != HeadField::steps) continue;
    for (const auto& value : field.values)
      text += "| " + value.before + " | " + value.after;
  }
  return text;
}

TEST_CASE("of two processes the steps that differ are known, and how", "[derive][process]") {
  const auto before = process_of({"S", "A1", "A2", "E"}, {"S-A1", "A1-A2", "A2-E"});
  CHECK(told_changes(before, before).empty());
  CHECK(told_changes(before, process_of({"S", "A1", "A2", "E"}, {"S-A2", "A2-A1", "A1-E"})) ==
        "A1:way A2:way S:way ");
  CHECK(told_changes(before, process_of({"S", "A1", "D1", "E"}, {"S-A1", "A1-D1", "D1-E"})) ==
        "A1:way A2:removed D1:added | 2  | |  | ◇ 2 ");
  const auto with = [&](const auto& change) {
    auto after = before;
    change(after.nodes[1]);
    return told_changes(before, after);
  };
  CHECK(with([](auto& node) { node.label = "Ring"; }) == "A1:changed | 1  | 1 Ring");
  CHECK(with([](auto& node) { node.kind = StepKind::decision; }) == "A1:changed | 1  | ◇ 1 ");
  CHECK(with([](auto& node) { node.roles = {"SSK"}; }) == "A1:changed | 1  | 1  (SSK)");
  CHECK(with([](auto& node) { node.performed_in = {"norr"}; }) == "A1:changed | 1  | 1  @ norr");
  CHECK(with([](auto& node) { node.collaboration = {"SV-1"}; }) == "A1:changed | 1  | 1  + SV-1");
  CHECK(with([](auto& node) { node.inputs = {"prov"}; }) == "A1:changed | 1  | 1  ⇠ prov");
  CHECK(with([](auto& node) { node.outputs = {"svar"}; }) == "A1:changed | 1  | 1  ⇢ svar");
}

}  // namespace
}  // namespace handbok
