// handbok import TABLE.csv: the four columns requirement, routines, follow-up and responsibility
// become rows of registers/requirements.toml, and routines that do not exist yet become drafts.

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/names.hpp"
#include "diag/code_names.hpp"
#include "diag/slot_words.hpp"
#include "edit/document_template.hpp"
#include "edit/guards.hpp"
#include "edit/requests.hpp"
#include "edit/toml_text.hpp"
#include "text/nearest.hpp"
#include "text/requirement_columns.hpp"

namespace handbok {
namespace {

constexpr std::string_view register_path = "registers/requirements.toml";

using Row = std::vector<std::string>;

/// The parts of a cell that names several things, in order.
std::vector<std::string> parts_of(std::string_view cell, std::string_view separators) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const auto end = cell.find_first_of(separators);
    const auto part = trim(cell.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return parts;
}

/// The document with that id, or whose latest revision has that title.
const Document* find_document(const Handbook& handbook, const std::string& name) {
  if (const auto* const document = handbook.find_document(name)) return document;
  const auto wanted = to_lower(name);
  const auto found = std::ranges::find_if(handbook.documents, [&](const Document& document) {
    return !document.revisions.empty() && to_lower(document.revisions.back().title) == wanted;
  });
  return found == handbook.documents.end() ? nullptr : &*found;
}

/// The type that stubs get: of those for routines the one with most documents.
const DocumentType* routine_type(const Handbook& handbook) {
  const DocumentType* chosen = nullptr;
  std::ptrdiff_t most = -1;
  for (const auto& type : handbook.types) {
    if (!type.is_routine) continue;
    const auto count = std::ranges::count_if(handbook.documents, [&](const Document& document) {
      return document.id.starts_with(type.id + "-");
    });
    if (count > most) chosen = &type;
    most = std::max(most, count);
  }
  return chosen;
}

/// [{ role = "DIR", lead = true }, { role = "VC" }]
std::string inline_list(const std::vector<Responsible>& responsible) {
  std::vector<std::string> tables;
  tables.reserve(responsible.size());
  for (const auto& one : responsible) {
    tables.push_back("{ role = " + toml_string(one.role) + (one.lead ? ", lead = true }" : " }"));
  }
  return std::string("[").append(join(tables, ", ")).append("]");
}

class Import {
public:
  Import(const Desk& desk, Outcome& outcome)
      : desk_(desk),
        outcome_(outcome),
        known_(desk.sources) {}

  void read(const RequirementTable& table) {
    if (!find_columns(table)) return;
    for (std::size_t i = 1; i < table.rows.size(); ++i)
      add_row(table.rows[i]);
    if (rows_.empty()) return;
    const auto* const bytes = desk_.sources.find(register_path);
    auto text = bytes == nullptr ? std::string() : *bytes;
    if (!text.empty() && !text.ends_with("\n\n")) text += text.ends_with('\n') ? "\n" : "\n\n";
    outcome_.files.insert(outcome_.files.begin(), {std::string(register_path), text.append(rows_)});
  }

private:
  bool find_columns(const RequirementTable& table) {
    columns_.fill(none);
    const auto head = table.rows.empty() ? Row{} : table.rows.front();
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (const auto column = requirement_column(head[i])) {
        columns_[static_cast<std::size_t>(*column)] = i;
      }
    }
    if (columns_[static_cast<std::size_t>(RequirementColumn::text)] != none) return true;
    const std::string missing(requirement_column_name);
    refuse(outcome_, Code::edit_input_missing, table.name, {missing}, {missing});
    return false;
  }

  std::string cell(const Row& row, RequirementColumn column) const {
    const auto index = columns_[static_cast<std::size_t>(column)];
    return index < row.size() ? row[index] : std::string();
  }

  void add_row(const Row& row) {
    const auto id = id_of(row);
    if (id.empty()) return;
    std::string block = "[[requirement]]\n";
    block += toml_line("id", toml_string(id));
    if (!add_clause(block, cell(row, RequirementColumn::clause))) {
      block += toml_line("origin", toml_string("own"));
    }
    block += toml_line("text", toml_string(cell(row, RequirementColumn::text)));
    const auto responsible = responsible_of(row, id);
    block += toml_line("evidence", toml_list(documents_of(row, responsible)));
    block += toml_line("followed_up_by",
                       toml_list(parts_of(cell(row, RequirementColumn::follow_up), ",;\n")));
    block += toml_line("responsible", inline_list(responsible));
    if (!rows_.empty()) rows_ += "\n";
    rows_ += block;
  }

  /// The id of the row: its own if it is free, else the next number; empty if the requirement is in
  /// the register already.
  std::string id_of(const Row& row) {
    auto id = cell(row, RequirementColumn::id);
    const auto& requirements = desk_.handbook().requirements;
    const auto is_known = [&](const std::string& wanted) {
      return std::ranges::find(requirements, wanted, &Requirement::id) != requirements.end();
    };
    if (!id.empty() && is_known(id)) return {};
    while (id.empty() || is_known(id)) {
      ++last_number_;
      id = std::string("KRAV-").append(last_number_ < 10 ? "0" : "");
      id.append(std::to_string(last_number_));
    }
    return id;
  }

  /// "SOSFS 2011:9 4:4 st1" as source and clause; false if it names no source of the register.
  bool add_clause(std::string& block, const std::string& clause) const {
    for (const auto& source : desk_.handbook().sources) {
      if (!clause.starts_with(source.number + " ")) continue;
      const auto ref = trim(std::string_view(clause).substr(source.number.size()));
      block += toml_line("clause", toml_string(std::string(source.id).append("/").append(ref)));
      return true;
    }
    return false;
  }

  /// The roles in the order of the cell. An unknown one is left out with a remark.
  std::vector<Responsible> responsible_of(const Row& row, const std::string& id) {
    std::vector<Responsible> responsible;
    for (auto& name : parts_of(cell(row, RequirementColumn::responsible), ",;/\n")) {
      const bool leads = take_lead_mark(name);
      if (const auto ids = ids_called(desk_.handbook().roles, name); ids.size() == 1) {
        responsible.push_back({ids.front(), leads});
      } else {
        outcome_.remarks.push_back(unknown_role(name, id));
      }
    }
    return responsible;
  }

  Diagnostic unknown_role(const std::string& name, const std::string& id) const {
    auto diagnostic = remark(Code::doc_owner_unknown, id, {name, "responsible"},
                             {near_or_meant(name, desk_.handbook().roles)});
    diagnostic.severity = Severity::warning;
    return diagnostic;
  }

  std::vector<DocumentId> documents_of(const Row& row,
                                       const std::vector<Responsible>& responsible) {
    std::vector<DocumentId> documents;
    for (const auto& name : parts_of(cell(row, RequirementColumn::documents), ",;\n")) {
      const auto* const document = find_document(desk_.handbook(), name);
      const auto id = document != nullptr ? document->id : stub(name, responsible);
      if (!id.empty()) documents.push_back(id);
    }
    return documents;
  }

  /// The id of a draft with that title, begun now unless the table has named it before.
  DocumentId stub(const std::string& title, const std::vector<Responsible>& responsible) {
    const auto begun = std::ranges::find(stubs_, title, &Stub::title);
    if (begun != stubs_.end()) return begun->id;
    const auto* const type = routine_type(desk_.handbook());
    const auto* const unit = desk_.handbook().find_unit(desk_.handbook().settings.principal);
    if (type == nullptr || unit == nullptr) return {};
    auto id = next_free_id(known_, type->id);
    const auto owner = responsible.empty() ? unit->head : responsible.front().role;
    const auto path = std::string("documents/").append(id).append("/1.md");
    auto text = first_draft({id, title, owner}, *type, *unit);
    known_.put(path, text);
    outcome_.files.push_back({path, std::move(text)});
    stubs_.push_back({title, id});
    return id;
  }

  struct Stub {
    std::string title;
    DocumentId id;
  };

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Desk& desk_;
  Outcome& outcome_;
  FileTree known_;  ///< the sources with the stubs that are begun
  std::array<std::size_t, 6> columns_{};
  std::vector<Stub> stubs_;
  std::string rows_;
  int last_number_ = 0;
};

}  // namespace

Outcome import_requirements(const Desk& desk, const RequirementTable& request) {
  Outcome outcome;
  outcome.revision.document = "requirements";  // what `handbok undo` calls it
  Import(desk, outcome).read(request);
  return outcome;
}

}  // namespace handbok
