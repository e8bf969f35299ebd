#include "support/sample_handbook.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "load/load.hpp"
#include "support/project.hpp"

namespace handbok::test {
namespace {

const auto theme_folder = std::filesystem::path(test::in_project("themes/default"));

Body paragraph(const std::string& text) {
  Body body;
  body.pieces.push_back({"<p>" + text + "</p>\n", PieceKind::html, 0});
  return body;
}

Document document(std::vector<Revision> revisions) {
  Document result;
  result.id = revisions.front().document;
  result.folder = "documents/" + result.id;
  result.revisions = std::move(revisions);
  return result;
}

Revision draft(const std::string& id, int number) {
  auto revision = adopted_revision(id, number, "2030-01-01");
  revision.approval.reset();
  return revision;
}

Revision in_review(const std::string& id, int number) {
  auto revision = adopted_revision(id, number, "2030-01-01");
  revision.approval = Approval{};
  revision.approval->submitted = day("2026-11-01");
  return revision;
}

Revision process_revision() {
  auto revision = adopted_revision("PRO-001", 1, "2026-01-01");
  revision.type = "PRO";
  Process process;
  process.purpose = "Syftet med processen";
  process.trigger = "Någon klagar";
  process.result = "Svar är lämnat";
  const auto add = [&](const std::string& id, StepKind kind, const std::string& label) -> auto& {
    auto& node = process.nodes.emplace_back();
    node.id = id;
    node.kind = kind;
    node.label = label;
    node.roles = {"KSA"};
    return node;
  };
  add("S", StepKind::start, "Klagomål kommer in");
  auto& step = add("A1", StepKind::activity, "Ta emot klagomålet");
  step.routines = {"RUT-001"};
  add("D1", StepKind::decision, "Är det klart?");
  add("E", StepKind::end, "Slut");
  process.edges = {
      {"S", "A1", "", {}}, {"A1", "D1", "", {}}, {"D1", "E", "Ja", {}}, {"D1", "A1", "Nej", {}}};
  revision.process = std::move(process);
  return revision;
}

std::vector<Document> sample_documents() {
  auto repealed = document({adopted_revision("RUT-002", 1, "2025-01-01")});
  repealed.repeal = Repeal{};
  repealed.repeal->decided_on = day("2026-05-01");
  repealed.repeal->effective_on = day("2026-06-01");
  repealed.repeal->decided_by = "DIR";
  repealed.repeal->reason = "Två rutiner blev en.";
  repealed.repeal->replaced_by = {"RUT-001"};
  auto expired = adopted_revision("RUT-003", 1, "2025-01-01");
  expired.approval->valid_to = day("2026-10-01");
  return {document({process_revision()}),
          document({adopted_revision("RUT-001", 1, "2025-01-01"),
                    adopted_revision("RUT-001", 2, "2026-06-01"),
                    adopted_revision("RUT-001", 3, "2027-01-01"), draft("RUT-001", 4)}),
          repealed,
          document({expired}),
          document({adopted_revision("RUT-004", 1, "2027-02-01")}),
          document({in_review("RUT-005", 1)}),
          document({draft("RUT-006", 1)})};
}

std::vector<DocumentType> sample_types() {
  DocumentType process;
  process.id = "PRO";
  process.name = "Processbeskrivning";
  process.name_plural = "Processbeskrivningar";
  process.is_process = true;
  DocumentType routine;
  routine.id = "RUT";
  routine.name = "Rutin";
  routine.name_plural = "Rutiner";
  return {process, routine};
}

OrgUnit unit(const std::string& id, const std::string& name, const std::string& parent) {
  OrgUnit result;
  result.id = id;
  result.name = name;
  result.parent = parent;
  return result;
}

Role role(const std::string& id, const std::string& name) {
  Role result;
  result.id = id;
  result.name = name;
  return result;
}

}  // namespace

Date day(const std::string& text) {
  const auto date = Date::parse(text);
  REQUIRE(date.has_value());
  return *date;
}

Revision adopted_revision(const std::string& document, int number, const std::string& valid_from) {
  Revision revision;
  revision.document = document;
  revision.number = number;
  revision.title = "Title of " + document + "@" + std::to_string(number);
  revision.type = "RUT";
  revision.unit = "namnd";
  revision.owner = "KSA";
  revision.change_note = "Note on " + document + "@" + std::to_string(number);
  revision.body = paragraph("Text of " + document + " revision " + std::to_string(number) + ".");
  Signature approved;
  approved.step = SignatureStep::approved;
  approved.role = "DIR";
  approved.on = day("2024-12-01");
  revision.approval = Approval{};
  revision.approval->signatures = {approved};
  revision.approval->valid_from = day(valid_from);
  return revision;
}

Handbook sample_handbook() {
  Handbook handbook;
  handbook.settings.title = "Handbok för vård och omsorg";
  handbook.settings.short_title = "Handboken";
  handbook.settings.principal = "namnd";
  handbook.settings.complaints = "PRO-001";
  handbook.types = sample_types();
  handbook.units = {unit("enhet", "Enheten", "namnd"), unit("namnd", "Nämnden", "")};
  handbook.roles = {role("DIR", "Direktör"), role("KSA", "Kvalitetssamordnare")};
  handbook.documents = sample_documents();
  return handbook;
}

FileTree default_theme_files() {
  FileTree files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(theme_folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files.put(entry.path().lexically_relative(theme_folder).generic_string(), bytes.str());
  }
  return files;
}

Theme default_theme(const std::string& language) {
  const auto files = default_theme_files();
  Diagnostics diagnostics;
  const auto words = load_words(files, "lang/" + language + ".toml", diagnostics);
  auto theme = load_theme(files, words, diagnostics);
  for (const auto& diagnostic : diagnostics.sorted()) {
    FAIL_CHECK(diagnostic.location.path << ":" << diagnostic.location.line << " "
                                        << what_text(diagnostic, Language::english));
  }
  return theme;
}

Site render(const Edition& edition) {
  static const auto theme = default_theme("sv");
  const FileTree sources;
  RenderOptions options;
  options.tool_version = "0.0.0";
  const Isolate isolate = &run_in_place;
  Site site;
  Diagnostics reported;
  render_site(
      {edition, sources, theme, options, isolate},
      [&](SiteFile file) { site.emplace(file.path.text(), std::move(file.bytes)); }, reported);
  return site;
}

Site render(const Handbook& handbook, Date day, const std::vector<Diagnostic>& diagnostics) {
  const DayView whole(handbook, day);
  const auto selection = select_profile(whole, *find_profile(handbook.settings, {}));
  return render(Edition(selection, diagnostics));
}

}  // namespace handbok::test
