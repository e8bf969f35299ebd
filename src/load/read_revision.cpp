#include "load/read_revision.hpp"

#include "diag/code_names.hpp"
#include "load/read_process.hpp"
#include "load/redact.hpp"
#include "load/source_text.hpp"
#include "load/table_reader.hpp"
#include "load/toml_file.hpp"
#include "model/enum_names.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

/// A mandatory fact about a document; its absence has a code of its own.
std::string required_fact(TableReader& head, std::string_view key) {
  auto value = head.text(key);
  if (value.empty()) {
    head.scope().report(Code::doc_field_missing, head.position_of(key), {std::string(key)},
                        {std::string(key)});
  }
  return value;
}

void read_relations(TableReader& head, Revision& revision) {
  for (const auto& [key, value] : names<RelationKind>) {
    const auto kind = static_cast<RelationKind>(value);
    const auto position = head.position_of(key);
    for (const auto& text : head.texts(key)) {
      const auto reference = parse_document_reference(text);
      if (!reference) {
        head.scope().report(Code::toml_invalid_value, position, {std::string(key), text},
                            {"RUT-001, RUT-001@2"});
        continue;
      }
      revision.relations.push_back({kind, reference->document, reference->revision,
                                    reference->anchor, head.scope().at(position)});
    }
  }
}

void read_responsible(TableReader& head, Revision& revision) {
  for (auto& row : head.tables("responsible")) {
    revision.responsible.push_back(
        {row.required_text("task"), row.texts("roles"), row.text("lead")});
    row.finish();
  }
}

/// Whom the text is for. What cannot be read is nobody's guess: then it is for as few as can be.
AudienceScope read_audience_scope(TableReader& head) {
  constexpr std::string_view key = "audience_scope";
  const auto scope = head.choice(key, AudienceScope::internal);
  const auto* const entry = head.table().find(key);
  if (scope != AudienceScope::internal || entry == nullptr) return scope;
  const auto* const name = std::get_if<std::string>(&entry->value.content);
  return name != nullptr && *name == "internal" ? scope : AudienceScope::restricted;
}

void read_reach(TableReader& head, Revision& revision) {
  revision.regimes = head.texts("regimes");
  revision.audience = head.texts("audience");
  revision.audience_scope = read_audience_scope(head);
  revision.applies_to = head.texts("applies_to");
  revision.excludes = head.texts("excludes");
  revision.local_override = head.choice("local_override", LocalOverride::forbidden);
}

/// What is asked of every text, and what may wait while it is being written.
void read_identity(TableReader& head, Revision& revision) {
  revision.title = required_fact(head, "title");
  revision.type = required_fact(head, "type");
  const bool is_draft = !revision.approval || !revision.approval->submitted;
  revision.unit = is_draft ? head.text("unit") : required_fact(head, "unit");
  revision.owner = is_draft ? head.text("owner") : required_fact(head, "owner");
  revision.summary = head.text("summary");
}

void read_change(TableReader& head, Revision& revision) {
  revision.change_kind = head.choice("change_kind", ChangeKind::initial);
  revision.change_note = head.text("change_note");
  revision.reads_as = head.texts("reads_as");
  revision.revises_because = head.texts("revises_because");
}

void check_name(TableReader& head, const Revision& revision) {
  const auto id = required_fact(head, "id");
  const auto number = head.number("revision");
  if (!head.has("revision")) {
    head.scope().report(Code::doc_field_missing, head.position(), {"revision"}, {"revision"});
  }
  const bool id_differs = !id.empty() && id != revision.document;
  const bool number_differs = number && *number != revision.number;
  if (!id_differs && !number_differs) return;
  const auto written = id + "@" + std::to_string(number.value_or(revision.number));
  head.scope().report(Code::doc_id_malformed, head.position_of("id"), {written});
}

void read_head(TableReader& head, Revision& revision) {
  check_name(head, revision);
  read_identity(head, revision);
  read_reach(head, revision);
  read_change(head, revision);
  read_relations(head, revision);
  read_responsible(head, revision);
  revision.topics = head.texts("topics");
  revision.requirements = head.texts("requirements");
  revision.legal_basis = head.texts("legal_basis");
  revision.registry_number = head.text("dnr");
  revision.process = read_process(head);
  for (const auto& entry : head.table().entries)
    revision.keys.add(entry.key, entry.key_position);
  head.finish();
}

}  // namespace

bool read_revision_file(std::string_view bytes, Revision& revision, ReadScope& scope) {
  SplitSource split;
  if (!check_source_text(bytes, scope) || !split_source(bytes, scope, split)) return false;
  auto table = read_toml(split.head, split.head_line, scope);
  if (!table) return false;
  TableReader head(*table, scope);
  scope.set_owner(head.table().text("owner"), head.table().text("unit"));
  redact(*table, scope);
  read_head(head, revision);
  revision.body_line = split.body_line;
  return true;
}

std::string_view body_of(std::string_view bytes) {
  Diagnostics ignored;  // what is wrong was reported when the file was read
  ReadScope scope({}, Consequence::none, ignored);
  SplitSource split;
  return split_source(bytes, scope, split) ? split.body : std::string_view{};
}

}  // namespace handbok
