#include "edit/filed_steps.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/names.hpp"
#include "derive/process_order.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

enum Column : std::size_t { number, who, what, routine, then };
constexpr std::size_t columns = 5;

bool stands_for_a_document(StepKind kind) {
  return kind == StepKind::subprocess || kind == StepKind::reference;
}

std::vector<DocumentId> documents_of(const ProcessNode& node) {
  auto documents = node.routines;
  if (!node.document.empty()) documents.insert(documents.begin(), node.document);
  return documents;
}

/// "3" of each node; "Start", "Slut", "Slut 2".
std::vector<std::string> numbers_of(const Process& process, CardLanguage language) {
  std::vector<std::string> numbers(process.nodes.size());
  std::map<std::string_view, int> ends;
  for (const auto& step : process_order(process)) {
    const bool is_start = process.nodes[step.node].kind == StepKind::start;
    const auto word = is_start ? start_word : end_word(language);
    auto& text = numbers[step.node];
    text = step.number == 0 ? std::string(word) : std::to_string(step.number);
    if (step.number == 0 && ++ends[word] > 1) text += " " + std::to_string(ends[word]);
  }
  return numbers;
}

/// The first line, as it is compared: "3." is 3.
std::string bare(std::string_view written) {
  written = trim(written.substr(0, written.find('\n')));
  if (written.ends_with('.')) written.remove_suffix(1);
  return to_lower(written);
}

std::vector<ProcessEdge> exits_of(const Process& process, const std::string& node) {
  std::vector<ProcessEdge> exits;
  std::ranges::copy_if(process.edges, std::back_inserter(exits),
                       [&](const ProcessEdge& edge) { return edge.from == node; });
  return exits;
}

/// Reads the rows; which step each of them is has to be known before their exits can be read.
class StepReader {
public:
  StepReader(const FiledCard& card, const TableRows& rows, const Process& known, Outcome& outcome)
      : card_(card),
        rows_(rows),
        known_(known),
        known_rows_(step_rows(card.handbook(), known, card.language())),
        outcome_(outcome) {
    for (auto& row : rows_)
      row.resize(columns);
    const auto order = process_order(known);
    for (const auto& step : order)
      known_nodes_.push_back(&known.nodes[step.node]);
  }

  Process read() {
    match_rows();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      filed_.nodes.push_back(node_of(i));
    for (std::size_t i = 0; i < rows_.size(); ++i)
      places_.emplace(bare(rows_[i][number]), filed_.nodes[i].id);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      read_exits(i);
    return std::move(filed_);
  }

private:
  /// Words count before numbers: who puts a row between others numbers those after it anew.
  void match_rows() {
    matches_.resize(rows_.size());
    using Ways = std::vector<std::pair<bool, bool>>;
    for (const auto& [by_words, by_number] : Ways{{true, true}, {true, false}, {false, true}}) {
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        for (std::size_t k = 0; k < known_rows_.size() && !matches_[i]; ++k) {
          const auto is_same = [&](Column column) {
            return bare(rows_[i][column]) == bare(known_rows_[k][column]);
          };
          const bool is_free = std::ranges::find(matches_, k) == matches_.end();
          if (is_free && (!by_words || is_same(what)) && (!by_number || is_same(number)))
            matches_[i] = k;
        }
      }
    }
  }

  /// The step of a row; cells that nobody changed are not read again.
  ProcessNode node_of(std::size_t at) {
    const auto& row = rows_[at];
    const auto known = matches_[at];
    auto node = known ? *known_nodes_[*known] : new_node(row);
    const auto is_changed = [&](Column column) {
      return !known || row[column] != known_rows_[*known][column];
    };
    if (is_changed(who)) node.roles = card_.roles(cell_name(who, row), row[who], outcome_);
    if (is_changed(routine)) read_documents(row, node);
    if (!is_changed(what)) return node;
    const auto end = std::min(row[what].find('\n'), row[what].size());
    node.label = trim(row[what].substr(0, end));
    node.text = trim(replaced(row[what].substr(end), "\n", " "));
    return node;
  }

  void read_documents(const std::vector<std::string>& row, ProcessNode& node) {
    node.routines = card_.documents(cell_name(routine, row), row[routine], outcome_);
    if (!stands_for_a_document(node.kind) || node.routines.empty()) return;
    node.document = node.routines.front();
    node.routines.erase(node.routines.begin());
  }

  ProcessNode new_node(const std::vector<std::string>& row) const {
    const auto is_called = [&](std::string_view word) {
      return bare(row[number]).starts_with(to_lower(word));
    };
    const bool is_end =
        is_called(end_word(CardLanguage::swedish)) || is_called(end_word(CardLanguage::english));
    const bool has_answers = row[then].find(':') != std::string::npos;
    ProcessNode node;
    node.kind = is_called(start_word) ? StepKind::start
                : is_end              ? StepKind::end
                : has_answers         ? StepKind::decision
                                      : StepKind::activity;
    node.id = free_id(is_called(start_word) ? 'S' : is_end ? 'E' : has_answers ? 'D' : 'A');
    return node;
  }

  /// Above all that are there: an id is an address, and that of a removed step may be known.
  std::string free_id(char prefix) const {
    int highest = 0;
    for (const auto* const nodes : {&known_.nodes, &filed_.nodes}) {
      for (const auto& node : *nodes) {
        if (node.id.starts_with(prefix))
          highest = std::max(highest, number_at_start(std::string_view(node.id).substr(1)));
      }
    }
    return prefix + std::to_string(highest + 1);
  }

  /// "4", or "ja: 5" and "nej: 6" on lines of their own or with a semicolon between.
  void read_exits(std::size_t at) {
    const auto& row = rows_[at];
    const auto lines = replaced(row[then], ";", "\n");
    for (const auto line : split(lines, '\n')) {
      const auto said = trim(line);
      const auto target = said.rfind(':') + 1;  // 0 if there is none
      const auto place = places_.find(bare(said.substr(target)));
      if (said.empty()) continue;
      if (place == places_.end()) {
        std::vector<std::string> choices;
        for (const auto& one : rows_)
          choices.push_back(one[number]);
        card_.refuse_value(cell_name(then, row), std::string(said), choices, outcome_);
        continue;
      }
      const auto label = target == 0 ? "" : trim(said.substr(0, target - 1));
      filed_.edges.push_back({filed_.nodes[at].id, place->second, std::string(label), {}});
    }
  }

  std::string cell_name(Column column, const std::vector<std::string>& row) const {
    return std::string(columns_of(HeadTable::steps, card_.language())[column])
        .append(" (")
        .append(row[number])
        .append(")");
  }

  const FiledCard& card_;
  TableRows rows_;
  const Process& known_;
  TableRows known_rows_;
  std::vector<const ProcessNode*> known_nodes_;      ///< of each of these rows
  std::vector<std::optional<std::size_t>> matches_;  ///< for each row the known one that it is
  std::map<std::string, std::string> places_;        ///< the id at a number
  Process filed_;
  Outcome& outcome_;
};

std::string node_block(const ProcessNode& node) {
  const auto list = [](std::string_view key, const std::vector<std::string>& ids) {
    return ids.empty() ? std::string() : toml_line(key, toml_list(ids));
  };
  return "[[node]]\n" + toml_line("id", toml_string(node.id)) +
         toml_line("kind", toml_string(name_of(node.kind))) +
         toml_line("label", toml_string(node.label)) + optional_line("text", node.text) +
         list("roles", node.roles) + list("routines", node.routines);
}

void write_changes(const ProcessNode& node, const ProcessNode& was, TomlText& head) {
  const auto set = [&](std::string_view key, const std::string& value) {
    head.set_in_row("node", node.id, key, value);
  };
  if (node.label != was.label) set("label", toml_string(node.label));
  if (node.text != was.text) set("text", toml_string(node.text));
  if (node.roles != was.roles) set("roles", toml_list(node.roles));
  if (node.routines != was.routines) set("routines", toml_list(node.routines));
  if (node.document != was.document) set("document", toml_string(node.document));
}

}  // namespace

TableRows step_rows(const Handbook& handbook, const Process& process, CardLanguage language) {
  const auto numbers = numbers_of(process, language);
  TableRows rows;
  for (const auto& step : process_order(process)) {
    const auto& node = process.nodes[step.node];
    std::vector<std::string> roles;
    for (const auto& role : node.roles)
      roles.push_back(named(handbook.find_role(role), role));
    std::vector<std::string> documents;
    for (const auto& id : documents_of(node)) {
      const auto* const document = handbook.find_document(id);
      const bool has_title = document != nullptr && !document->revisions.empty();
      documents.push_back(has_title ? document->revisions.back().title + " (" + id + ")" : id);
    }
    std::vector<std::string> exits;
    for (const auto& exit : step.exits) {
      const auto& label = process.edges[exit.edge].label;
      exits.push_back((label.empty() ? label : label + ": ") + numbers[exit.target]);
    }
    rows.push_back({numbers[step.node], join(roles, ", "),
                    node.text.empty() ? node.label : node.label + "\n" + node.text,
                    join(documents, ", "), join(exits, "\n")});
  }
  return rows;
}

Process filed_steps(const FiledCard& card, const TableRows& rows, const Process& known,
                    Outcome& outcome) {
  return StepReader(card, rows, known, outcome).read();
}

std::vector<std::string> steps_in_words(const Process& process) {
  std::vector<std::string> steps;
  for (const auto& node : process.nodes) {
    std::vector<std::string> exits;
    for (const auto& exit : exits_of(process, node.id))
      exits.push_back(exit.label.empty() ? exit.to : exit.label + ": " + exit.to);
    steps.push_back(node.id + " " + node.label + (node.text.empty() ? "" : ". " + node.text) +
                    " (" + join(node.roles, ", ") + "; " + join(documents_of(node), ", ") + ") → " +
                    join(exits, ", "));
  }
  std::ranges::sort(steps);
  return steps;
}

void write_steps(const Process& filed, const Process& known, TomlText& head) {
  std::string before;
  for (const auto& node : filed.nodes) {
    const auto* const was = find_node(known, node.id);
    if (was == nullptr) {
      head.insert_after("node", before, node_block(node));
    } else {
      write_changes(node, *was, head);
    }
    before = node.id;
  }
  for (const auto& node : known.nodes) {
    if (find_node(filed, node.id) == nullptr) head.remove_row("node", node.id);
  }
  // The edges stay in their order: those of each node where its first one stood.
  std::vector<std::string> order;
  for (const auto* const edges : {&known.edges, &filed.edges}) {
    for (const auto& edge : *edges) {
      if (std::ranges::find(order, edge.from) == order.end()) order.push_back(edge.from);
    }
  }
  std::vector<std::string> blocks;
  for (const auto& from : order) {
    for (const auto& exit : exits_of(filed, from)) {
      blocks.push_back("[[edge]]\n" + toml_line("from", toml_string(exit.from)) +
                       toml_line("to", toml_string(exit.to)) + optional_line("label", exit.label));
    }
  }
  head.replace_tables("edge", join(blocks, "\n"));
}

}  // namespace handbok
