#include "load/read_revision.hpp"

#include "base/strings.hpp"
#include "base/text_hash.hpp"
#include "diag/code_names.hpp"
#include "load/read_row.hpp"
#include "load/redact.hpp"
#include "load/source_text.hpp"
#include "load/toml_file.hpp"

namespace handbok {
namespace {

/// Facts whose absence has a code of its own; some may wait while the text is being written.
void require_facts(TableReader& head, const Revision& revision) {
  const bool is_draft = !revision.approval || !revision.approval->submitted;
  for (const auto& key : shape_of<Revision>().keys) {
    if (key.fact == Fact::no || (key.fact == Fact::once_submitted && is_draft)) continue;
    const bool is_there =
        key.form == Form::text ? !head.written_text(key.name).empty() : head.has(key.name);
    if (is_there) continue;
    const std::string name(key.name);
    head.scope().report(Code::doc_field_missing, head.position_of(name), {name}, {name});
  }
}

/// The head must name the revision as its folder and file do, whose word it is that counts.
void restore_name(TableReader& head, const RevisionKey& name, Revision& revision) {
  const bool id_differs = !revision.document.empty() && revision.document != name.document;
  if (id_differs || revision.number != name.number) {
    const auto written = revision.document + "@" + std::to_string(revision.number);
    head.scope().report(Code::doc_id_malformed, head.position_of("id"), {written});
  }
  revision.document = name.document;
  revision.number = name.number;
}

void read_head(TableReader& head, Revision& revision) {
  const auto name = revision.key();
  head.scope().set_owner(head.written_text("owner"), head.written_text("unit"));
  // Whom the text is for is nobody's guess: what cannot be read is for as few as can be.
  if (head.has("audience_scope")) revision.audience_scope = AudienceScope::restricted;
  read_row(head, shape_of<Revision>(), &revision);
  require_facts(head, revision);
  restore_name(head, name, revision);
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
  const auto folder = "](" + std::to_string(revision.number) + "/";
  revision.text_hash = TextHash()(trim(replaced(split.body, folder, "](@/")));
  return true;
}

std::string_view body_of(std::string_view bytes) {
  Diagnostics ignored;  // what is wrong was reported when the file was read
  ReadScope scope({}, Consequence::none, ignored);
  SplitSource split;
  return split_source(bytes, scope, split) ? split.body : std::string_view{};
}

}  // namespace handbok
