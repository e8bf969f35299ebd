#include "support/life_handbook.hpp"

#include "app/authoring.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

struct Namer {
#define HANDBOK_ACT(kind, request, ...)                               \
  std::optional<ActKind> operator()(const request& /*asked*/) const { \
    return ActKind::kind;                                             \
  }
#include "edit/acts.def"
#undef HANDBOK_ACT
  template <typename Import>
  std::optional<ActKind> operator()(const Import& /*asked*/) const {
    return std::nullopt;
  }
};

std::string guide(const std::string& id, int revision, const std::string& text) {
  const auto number = std::to_string(revision);
  std::string head = "//- documents/" + id + "/" + number + ".md\n+++\n";
  head += "id = \"" + id + "\"\nrevision = " + number + "\ntitle = \"Hitta i pärmen\"\n";
  head += "type = \"" + id.substr(0, 3) + "\"\nunit = \"avd\"\nowner = \"KSA\"\n";
  head += "regimes = [\"HSL\"]\naudience = [\"SSK\"]\nrequirements = [\"sosfs-2011-9/6:1\"]\n";
  head += revision == 1 ? "change_kind = \"new\"\n"
                        : "change_kind = \"substantive\"\nchange_note = \"Ny pärm.\"\n";
  return head + "+++\n\n## Så hittar du\n\n" + text + "\n";
}

std::string decisions(const std::string& id, int revision, const std::string& text) {
  return "//- documents/" + id + "/" + std::to_string(revision) + ".approval.toml\n" + text;
}

std::string signature(const char* step, const char* role, const char* on) {
  std::string text = "\n[[signature]]\nstep = \"";
  text.append(step).append("\"\nrole = \"").append(role).append("\"\non = ").append(on);
  const bool is_consulted = std::string_view(step) == "consulted";
  return text + (is_consulted ? "\n" : "\ndigest = \"sha256:auto\"\n");
}

std::string in_review(const char* since) {
  return std::string("submitted = ") + since + "\n" + signature("drafted", "KSA", since);
}

std::string approved(const char* on, const std::string& validity) {
  return in_review("2025-12-01") + signature("consulted", "MAS", "2025-12-02") +
         signature("reviewed", "KCH", "2025-12-03") + signature("approved", "DIR", on) +
         "\n[validity]\n" + validity;
}

const std::string valid_now = "valid_from = 2026-01-01\nnext_review = 2027-12-15\n";

std::string fixture_text() {
  std::string text = "// as-of: 2026-11-21\n//= life\n";
  text += R"(//- handbook.toml (more)

[[type]]
id = "POL"
name = "Policy"
name_plural = "Policyer"
review_months = 36

[[type.policy]]
drafts = ["KSA"]
reviews = ["KCH"]
approves = ["NAM"]
approves_editorial = ["DIR"]
policy_from = 2025-01-01

)";
  text += guide("INS-002", 1, "Titta längst fram.");
  text += guide("INS-003", 1, "Titta längst fram.");
  text += decisions("INS-003", 1, in_review("2026-11-02"));
  text += guide("INS-004", 1, "Titta längst fram.");
  text += decisions("INS-004", 1,
                    in_review("2026-11-02") + signature("consulted", "MAS", "2026-11-04") +
                        signature("reviewed", "KCH", "2026-11-09"));
  text += guide("INS-005", 1, "Titta längst fram.");
  text += decisions("INS-005", 1,
                    approved("2026-11-10", "valid_from = 2027-01-01\nnext_review = 2028-11-10\n"));
  text += guide("INS-006", 1, "Titta längst fram.");
  text += decisions("INS-006", 1, approved("2025-12-15", valid_now));
  text +=
      "//- documents/INS-006/repeal.toml\ndecided_on = 2026-05-12\neffective_on = 2026-06-01\n"
      "decided_by = \"DIR\"\nreason = \"Pärmen är borta.\"\nno_successor = true\n";
  text += guide("INS-007", 1, "Titta längst fram.");
  text += decisions("INS-007", 1, approved("2025-12-15", valid_now));
  text += guide("INS-008", 1, "Titta längst fram.");
  text += decisions("INS-008", 1, approved("2025-12-15", valid_now));
  text += guide("INS-008", 2, "Titta i [[INS-099]].");
  text += guide("INS-009", 1, "Titta längst fram.");
  text += decisions("INS-009", 1, approved("2025-12-15", valid_now));
  text += guide("INS-010", 1, "Titta först i [[INS-009]].");
  text += decisions("INS-010", 1, approved("2025-12-15", valid_now));
  text += guide("PLA-001", 1, "Planen.");
  text += decisions("PLA-001", 1,
                    approved("2025-12-15", "valid_from = 2026-01-01\nvalid_to = 2027-02-01\n"));
  text += guide("POL-001", 1, "Policyn.");
  text +=
      decisions("POL-001", 1, in_review("2026-11-02") + signature("reviewed", "KCH", "2026-11-09"));
  return text;
}

FileTree make_life_handbook() {
  auto sources = parse_fixture("life", fixture_text()).cases.front().sources;
  // The digest was taken before this word was changed.
  auto& changed = sources.files().at("documents/INS-007/1.md");
  changed.replace(changed.find("fram"), 4, "bak ");
  return sources;
}

}  // namespace

const FileTree& life_handbook() {
  static const FileTree sources = make_life_handbook();
  return sources;
}

Outcome attempt(const EditRequest& request, const char* day, const FileTree& sources) {
  const Isolate isolate = run_in_place;
  return Authoring(sources, *Date::parse(day), isolate).attempt(request);
}

std::vector<std::string> refusals(const EditRequest& request, const char* day,
                                  const FileTree& sources) {
  std::vector<std::string> names;
  for (const auto& refusal : attempt(request, day, sources).refusals)
    names.emplace_back(info_of(refusal.code).name);
  return names;
}

FileTree with_upcoming_policy() {
  auto sources = life_handbook();
  sources.files().at("documents/POL-001/1.approval.toml") +=
      "\n[[signature]]\nstep = \"approved\"\nrole = \"NAM\"\non = 2026-11-10\nref = \"§ 7\"\n"
      "\n[validity]\nvalid_from = 2027-01-01\n";
  return sources;
}

FileTree without_first_day() {
  auto sources = life_handbook();
  auto& text = sources.files().at("documents/INS-001/1.approval.toml");
  const auto at = text.find("valid_from");
  text.erase(at, text.find('\n', at) - at + 1);
  return sources;
}

FileTree without_owner() {
  auto sources = life_handbook();
  auto& text = sources.files().at("documents/INS-002/1.md");
  text.erase(text.find("owner = "), std::string_view("owner = \"KSA\"\n").size());
  return sources;
}

FileTree with_drafters() {
  auto sources = life_handbook();
  auto& text = sources.files().at("handbook.toml");
  text.insert(text.find("reviews = [\"KCH\", \"MAS\"]"), "drafts = [\"EC\"]\n");
  return sources;
}

FileTree with_draft_named() {
  auto sources = life_handbook();
  sources.files().at("documents/INS-001/1.md") += "\nSe [[INS-002]].\n";
  return sources;
}

std::optional<ActKind> act_of(const EditRequest& request) {
  return std::visit(Namer{}, request);
}

}  // namespace handbok::test
