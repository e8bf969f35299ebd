#include "load/read_registers.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "load/register_file.hpp"

namespace handbok {
namespace {

OrgUnit read_unit(TableReader& row) {
  OrgUnit unit;
  unit.id = row.required_text("id");
  unit.name = row.required_text("name");
  unit.level = row.required_text("level");
  unit.parent = row.text("parent");
  for (auto& earlier : row.tables("earlier_parents")) {
    const auto parent = earlier.required_text("parent");
    if (const auto until = earlier.required_date("until")) {
      unit.earlier_parents.push_back({parent, *until});
    }
    earlier.finish();
  }
  std::ranges::sort(unit.earlier_parents, {}, &EarlierParent::until);
  unit.regimes = row.texts("regimes");
  unit.kind =
      row.choice<UnitKind>("kind", {{"own", UnitKind::own}, {"contractor", UnitKind::contractor}});
  unit.operative = row.flag("operative", true);
  unit.head = row.text("head");
  unit.contact = row.text("contact");
  unit.valid_from = row.date("valid_from");
  unit.valid_to = row.date("valid_to");
  unit.succeeded_by = row.texts("succeeded_by");
  unit.location = row.location();
  return unit;
}

RoleKey read_key(TableReader& row) {
  RoleKey key;
  key.text = row.required_text("public");
  key.from = row.number_or("from", 0);
  key.until = row.number("until");
  key.revoked = row.number("revoked");
  key.location = row.location();
  row.finish();
  return key;
}

Role read_role(TableReader& row) {
  Role role;
  role.id = row.required_text("id");
  role.name = row.required_text("name");
  role.level = row.text("level");
  role.collegial = row.flag("collegial", false);
  role.licensed = row.flag("licensed", false);
  role.aliases = row.texts("aliases");
  role.mission = row.text("mission");
  role.contact = row.text("contact");
  for (auto& key : row.tables("key"))
    role.keys.push_back(read_key(key));
  role.location = row.location();
  return role;
}

LegalSource read_source(TableReader& row) {
  LegalSource source;
  source.id = row.required_text("id");
  source.number = row.required_text("number");
  source.title = row.required_text("title");
  source.short_name = row.text("short");
  source.aliases = row.texts("aliases");
  source.kind = row.choice<SourceKind>("kind", {{"act", SourceKind::act},
                                                {"ordinance", SourceKind::ordinance},
                                                {"regulation", SourceKind::regulation},
                                                {"advice", SourceKind::advice},
                                                {"standard", SourceKind::standard},
                                                {"guidance", SourceKind::guidance},
                                                {"decision", SourceKind::decision}});
  source.in_force_from = row.date("in_force_from");
  source.repealed_on = row.date("repealed_on");
  source.replaced_by = row.texts("replaced_by");
  for (auto& version : row.tables("versions")) {
    const auto amending = version.text("amending");
    if (const auto from = version.required_date("in_force_from")) {
      source.versions.push_back({*from, amending});
    }
    version.finish();
  }
  std::ranges::sort(source.versions, {}, &SourceVersion::in_force_from);
  source.checked_on = row.date("checked_on");
  source.checked_by = row.text("checked_by");
  source.url = row.text("url");
  source.location = row.location();
  return source;
}

Clause read_clause(TableReader& row) {
  Clause clause;
  clause.source = row.required_text("source");
  clause.ref = row.required_text("ref");
  clause.title = row.required_text("title");
  clause.force = row.choice<ClauseForce>(
      "force", {{"binding", ClauseForce::binding}, {"advice", ClauseForce::advice}});
  clause.regimes = row.texts("regimes");
  clause.location = row.location();
  return clause;
}

Term read_term(TableReader& row) {
  Term term;
  term.id = row.required_text("id");
  term.term = row.required_text("term");
  term.definition = row.required_text("definition");
  term.source = row.text("source");
  term.synonyms = row.texts("synonyms");
  term.deprecated = row.texts("deprecated");
  term.location = row.location();
  return term;
}

CollaborationPoint read_point(TableReader& row) {
  CollaborationPoint point;
  point.id = row.required_text("id");
  point.kind = row.choice<PointKind>(
      "kind", {{"internal", PointKind::internal}, {"external", PointKind::external}});
  point.partner = row.required_text("partner");
  point.partner_kinds = row.texts("partner_kinds");
  point.purpose = row.text("purpose");
  point.routine = row.text("routine");
  point.agreement = row.text("agreement");
  point.contact_way = row.text("contact_way");
  point.location = row.location();
  return point;
}

bool is_address_character(char c) {
  return is_letter_or_digit(c) || c == '/' || c == '.' || c == '_' || c == '-';
}

/// True if the text is an address of a page below the root of a site.
bool is_page_address(std::string_view address) {
  return address.ends_with(".html") && !address.starts_with('/') && !address.starts_with('.') &&
         address.find("//") == std::string_view::npos &&
         address.find("/.") == std::string_view::npos &&
         std::ranges::all_of(address, is_address_character);
}

/// An address of the site; reported if it is not of that form. `to` may name a place on the page.
std::string read_address(TableReader& row, std::string_view key, bool may_name_place) {
  auto address = row.required_text(key);
  const auto page = may_name_place ? address.substr(0, address.find('#')) : address;
  if (address.empty() || is_page_address(page)) return address;
  row.scope().report(Code::toml_wrong_type, row.position_of(key), {std::string(key)},
                     {"\"dokument/RUT-001/index.html\""});
  return {};
}

void keep_redirect(TableReader& row, std::vector<Redirect>& redirects) {
  const auto since = row.required_date("since");
  Redirect redirect{read_address(row, "from", false), read_address(row, "to", true),
                    since.value_or(Date{}), row.location()};
  const bool is_whole = since && !redirect.from.empty() && !redirect.to.empty();
  if (is_whole) redirects.push_back(std::move(redirect));
}

void require_register(const FileTree& sources, const ReadScope& scope) {
  if (sources.find(scope.path()) != nullptr) return;
  ReadScope report_scope = scope;
  report_scope.report(Code::file_missing, {}, {scope.path()});
}

}  // namespace

void read_organisation(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  const ReadScope units("registers/units.toml", Consequence::build_stopped, diagnostics);
  require_register(sources, units);
  with_register(sources, units, [&](TableReader& root) {
    read_register(root, "unit", [&](TableReader& row) { keep(handbook.units, read_unit(row)); });
  });
  const ReadScope roles("registers/roles.toml", Consequence::build_stopped, diagnostics);
  require_register(sources, roles);
  with_register(sources, roles, [&](TableReader& root) {
    read_register(root, "role", [&](TableReader& row) { keep(handbook.roles, read_role(row)); });
  });
}

void read_law(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  with_register(sources, {"registers/sources.toml", Consequence::entry_left_out, diagnostics},
                [&](TableReader& root) {
                  read_register(root, "source", [&](TableReader& row) {
                    keep(handbook.sources, read_source(row));
                  });
                });
  with_register(sources, {"registers/clauses.toml", Consequence::entry_left_out, diagnostics},
                [&](TableReader& root) {
                  read_register(root, "clause", [&](TableReader& row) {
                    auto clause = read_clause(row);
                    if (!clause.ref.empty()) handbook.clauses.push_back(std::move(clause));
                  });
                });
}

void read_terms(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  with_register(sources, {"registers/terms.toml", Consequence::entry_left_out, diagnostics},
                [&](TableReader& root) {
                  read_register(root, "term",
                                [&](TableReader& row) { keep(handbook.terms, read_term(row)); });
                  read_register(root, "outdated", [&](TableReader& row) {
                    const auto since = row.required_date("since");
                    OutdatedWord word{row.required_text("word"), row.texts("forms"),
                                      row.required_text("use"), since.value_or(Date{}),
                                      row.location()};
                    if (!word.word.empty() && since)
                      handbook.outdated_words.push_back(std::move(word));
                  });
                });
}

void read_collaboration(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  with_register(sources, {"registers/collaboration.toml", Consequence::entry_left_out, diagnostics},
                [&](TableReader& root) {
                  read_register(root, "point", [&](TableReader& row) {
                    keep(handbook.collaboration_points, read_point(row));
                  });
                });
}

void read_redirects(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics) {
  with_register(sources, {"registers/redirects.toml", Consequence::entry_left_out, diagnostics},
                [&](TableReader& root) {
                  read_register(root, "redirect",
                                [&](TableReader& row) { keep_redirect(row, handbook.redirects); });
                });
}

}  // namespace handbok
