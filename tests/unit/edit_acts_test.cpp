// What the acts of a document's life write.
#include <catch2/catch.hpp>

#include "app/authoring.hpp"
#include "support/code.hpp"
#include "support/fixture.hpp"
#include "support/life_handbook.hpp"

namespace handbok::test {
namespace {

Date date(const char* text) {
  return *Date::parse(text);
}

const std::string* find_file(const Outcome& outcome, std::string_view path) {
  for (const auto& file : outcome.files) {
    if (file.path == path) return &file.bytes;
  }
  return nullptr;
}

/// The file as the act leaves it.
std::string written(const Outcome& outcome, const char* path) {
  const auto* const bytes = find_file(outcome, path);
  REQUIRE(bytes != nullptr);
  return *bytes;
}

bool holds(const std::string& text, std::string_view part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// The sources after an act that must succeed.
FileTree after(const EditRequest& request, const char* day,
               const FileTree& sources = life_handbook()) {
  const auto outcome = attempt(request, day, sources);
  for (const auto& refusal : outcome.refusals)
    FAIL_CHECK(what_text(refusal, Language::english));
  return with_changes(sources, outcome.files);
}

ApprovalSteps approval(const char* document) {
  ApprovalSteps request;
  request.document = document;
  request.approved = "DIR";
  return request;
}

}  // namespace

TEST_CASE("a new document gets the next id, its place and its headings", "[edit][new]") {
  const NewDocument request{"RUT", {}, "Säga \"hej\"", "avd", "KSA", {}};
  const auto outcome = attempt(request);
  REQUIRE(outcome.refusals.empty());
  CHECK(outcome.revision == RevisionKey{"RUT-001", 1});
  const auto text = written(outcome, "documents/RUT-001/1.md");
  CHECK(holds(text, "title = \"Säga \\\"hej\\\"\"\n"));
  CHECK(holds(text, "regimes = [\"HSL\", \"SOL\"]\n"));
  CHECK(holds(text, "\n## Ansvar\n\n## Gör så här\n"));
  for (const auto& remark : outcome.remarks)
    CHECK(remark.severity != Severity::error);
}

TEST_CASE("a document that is older than the handbook begins with its number", "[edit][new]") {
  const NewDocument request{"RUT", {}, "Ta emot larm", "avd", "KSA", {}, 3};
  const auto outcome = attempt(request);
  REQUIRE(outcome.refusals.empty());
  CHECK(outcome.revision == RevisionKey{"RUT-001", 3});
  const auto text = written(outcome, "documents/RUT-001/3.md");
  CHECK(holds(text, "revision = 3\n"));
  CHECK(holds(text, "change_kind = \"substantive\"\n"));
  CHECK(written(outcome, "documents/RUT-001/earlier.toml") ==
        "[[revision]]\nnumber = 1\nkept_in = \"\"\n\n[[revision]]\nnumber = 2\nkept_in = \"\"\n");
}

TEST_CASE("a revision begins as a copy of the text that was adopted last", "[edit][revise]") {
  auto sources = life_handbook();
  auto& base = sources.files().at("documents/INS-002/1.md");
  base.replace(base.find("Titta"), 5, "Se [kartan](1/karta.png). Titta");
  base.replace(base.find("change_kind"), 0, "revises_because = [\n  \"SAM-1\",\n]\n");
  sources.put("documents/INS-002/1/karta.png", "\x89PNG\r\n\x1a\n");
  sources = after(Submission{"INS-002", {}}, "2026-11-01", sources);
  auto request = approval("INS-002");
  request.reviewed = "KCH";
  request.consulted = {"MAS"};
  sources = after(request, "2026-11-02", sources);

  const auto outcome =
      attempt(NewRevision{"INS-002", ChangeKind::editorial, "Stavfel."}, "2026-11-21", sources);
  CHECK(outcome.revision == RevisionKey{"INS-002", 2});
  CHECK(written(outcome, "documents/INS-002/2/karta.png") == "\x89PNG\r\n\x1a\n");
  const auto text = written(outcome, "documents/INS-002/2.md");
  CHECK(holds(text, "revision = 2\n"));
  CHECK(holds(text, "change_kind = \"editorial\"\nchange_note = \"Stavfel.\"\n+++\n"));
  CHECK(holds(text, "Se [kartan](2/karta.png). Titta"));
  CHECK_FALSE(holds(text, "SAM-1"));
}

TEST_CASE("a submitted draft is tidied, signed and frozen", "[edit][submit]") {
  auto sources = life_handbook();
  auto& draft = sources.files().at("documents/INS-002/1.md");
  draft = "\xEF\xBB\xBF" + draft;
  const auto outcome = attempt(Submission{"INS-002", {}}, "2026-11-21", sources);
  REQUIRE(outcome.refusals.empty());
  CHECK(outcome.remarks.front().code == "edit.tidied"_code);
  CHECK(written(outcome, "documents/INS-002/1.md").starts_with("+++"));
  const auto decisions = written(outcome, "documents/INS-002/1.approval.toml");
  CHECK(
      decisions.starts_with("submitted = 2026-11-21\n\n[[signature]]\nstep = \"drafted\"\n"
                            "role = \"KSA\"\non = 2026-11-21\ndigest = \"sha256:"));
  const auto tidied = with_changes(sources, outcome.files);
  CHECK(diagnose(tidied, date("2026-11-21")).size() ==
        diagnose(life_handbook(), date("2026-11-21")).size());
}

TEST_CASE("a text that is handed back keeps the round and begins a new one", "[edit][return]") {
  auto sources = after(HandBack{"INS-004", "MAS", "Vilken pärm?"}, "2026-11-12");
  const auto decisions = *sources.find("documents/INS-004/1.approval.toml");
  CHECK(
      decisions.starts_with("[[returned]]\nsubmitted = 2026-11-02\non = 2026-11-12\nby = \"MAS\"\n"
                            "comment = \"Vilken pärm?\"\n\n[[returned.signature]]\n"));
  CHECK_FALSE(holds(decisions, "[[signature]]"));
  sources = after(Submission{"INS-004", {}}, "2026-11-14", sources);
  CHECK(refusals(approval("INS-004"), "2026-11-20", sources) ==
        std::vector<std::string>{"edit.review-missing", "edit.consult-missing"});
  sources = after(HandBack{"INS-004", "KCH", "Mer."}, "2026-11-15", sources);
  const auto twice = *sources.find("documents/INS-004/1.approval.toml");
  CHECK(twice.find("Vilken pärm?") < twice.find("\"Mer.\""));
  CHECK_FALSE(diagnose(sources, date("2026-11-21")).empty());
}

TEST_CASE("an approval records the digest, the validity and the next review", "[edit][approve]") {
  auto request = approval("INS-004");
  request.valid_from = date("2026-12-01");
  request.ref = "Beslut 7";
  request.note = "Enligt förslag.";
  const auto outcome = attempt(request);
  REQUIRE(outcome.refusals.empty());
  const auto text = written(outcome, "documents/INS-004/1.approval.toml");
  CHECK(holds(text,
              "step = \"approved\"\nrole = \"DIR\"\non = 2026-11-21\nref = \"Beslut 7\"\n"
              "digest = \"sha256:"));
  CHECK(holds(text,
              "note = \"Enligt förslag.\"\n\n[validity]\nvalid_from = 2026-12-01\n"
              "next_review = 2028-11-21\n"));
  CHECK(find_file(outcome, "documents/INS-004/1.md") == nullptr);
}

TEST_CASE("an editorial change does not move the next review", "[edit][approve]") {
  auto sources = after(NewRevision{"INS-009", ChangeKind::editorial, "Stavfel."}, "2026-11-10");
  sources = after(Submission{"INS-009", {}}, "2026-11-11", sources);
  auto request = approval("INS-009");
  request.reviewed = "KCH";
  request.consulted = {"MAS"};
  const auto outcome = attempt(request, "2026-11-12", sources);
  CHECK(holds(written(outcome, "documents/INS-009/2.approval.toml"), "next_review = 2027-12-15\n"));
}

TEST_CASE("a withdrawn text was never in force, and its number is not used again",
          "[edit][withdraw]") {
  const auto sources =
      after(WithdrawalRequest{"INS-005", "DIR", {}, "Pärmen är borta."}, "2026-11-20");
  CHECK(holds(*sources.find("documents/INS-005/1.approval.toml"),
              "\n\n[withdrawn]\non = 2026-11-20\nby = \"DIR\"\nreason = \"Pärmen är borta.\"\n"));
  const auto next = attempt(NewRevision{"INS-005", {}, {}}, "2026-11-21", sources);
  CHECK(next.revision == RevisionKey{"INS-005", 2});
  CHECK(holds(written(next, "documents/INS-005/2.md"), "revision = 2\n"));
}

TEST_CASE("a review that changes nothing moves the date", "[edit][review-keep]") {
  const auto outcome = attempt(KeptReview{"INS-001", {}, "Stämmer.", {}});
  CHECK(written(outcome, "documents/INS-001/reviews.toml") ==
        "[[review]]\nrevision = 1\non = 2026-11-21\nby = \"KSA\"\nverdict = \"keep\"\n"
        "next_review = 2028-11-21\nnote = \"Stämmer.\"\n");
}

TEST_CASE("a repeal that is accepted says what still rested on the document", "[edit][repeal]") {
  RepealRequest request;
  request.document = "INS-009";
  request.role = "DIR";
  request.reason = "Pärmen är borta.";
  request.replaced_by = {"INS-001"};
  request.dependents = Dependents::are_accepted;
  const auto outcome = attempt(request);
  REQUIRE(outcome.refusals.empty());
  CHECK(outcome.remarks.front().code == "edit.dependent"_code);
  CHECK(outcome.remarks.front().subject == "INS-010");
  CHECK(written(outcome, "documents/INS-009/repeal.toml") ==
        "decided_on = 2026-11-21\neffective_on = 2026-11-21\ndecided_by = \"DIR\"\n"
        "reason = \"Pärmen är borta.\"\nreplaced_by = [\"INS-001\"]\naccepted = [\"INS-010\"]\n");
}

TEST_CASE("what a request leaves open is asked with a suggestion", "[edit][questions]") {
  const Isolate isolate = run_in_place;
  const Authoring authoring(life_handbook(), date("2026-11-21"), isolate);
  EditRequest request = NewDocument{"INS", {}, {}, {}, {}, {}};
  const auto questions = authoring.questions(request);
  REQUIRE(questions.size() == 3);
  CHECK(questions[0].field == AskedField::title);
  CHECK(questions[1].suggestion == "avd");
  CHECK(questions[2].suggestion == "KSA");
  CHECK(authoring.answer(request, questions[0], " Låsa dörren ") == Answered::taken);
  CHECK(authoring.questions(request).size() == 2);
}

TEST_CASE("nobody is said to be consulted by an empty answer", "[edit][questions]") {
  const Isolate isolate = run_in_place;
  const Authoring authoring(life_handbook(), date("2026-11-21"), isolate);
  ApprovalSteps steps;
  steps.document = "INS-003";
  EditRequest request = steps;
  const auto question = authoring.questions(request).front();
  REQUIRE(question.about == "MAS");
  for (const auto* const no : {"", "no", " "})
    CHECK(authoring.answer(request, question, no) == Answered::taken);
  CHECK(authoring.answer(request, question, "kanske") == Answered::no_yes_or_no);
  CHECK(std::get<ApprovalSteps>(request).consulted.empty());
  CHECK(authoring.answer(request, question, "yes") == Answered::taken);
  CHECK(std::get<ApprovalSteps>(request).consulted == std::vector<RoleId>{"MAS"});
}

TEST_CASE("a role is named by its code or its name, and a wrong one is not taken",
          "[edit][questions]") {
  const Isolate isolate = run_in_place;
  const Authoring authoring(life_handbook(), date("2026-11-21"), isolate);
  EditRequest request = NewDocument{"INS", {}, "Dörr", "avd", {}, {}};
  const auto question = authoring.questions(request).front();
  REQUIRE(question.field == AskedField::owner);
  const auto& role = authoring.handbook().roles.front();
  CHECK(authoring.answer(request, question, "Ingen alls") == Answered::no_choice);
  CHECK(authoring.answer(request, question, role.name) == Answered::taken);
  CHECK(std::get<NewDocument>(request).owner == role.id);
}

TEST_CASE("a day that is most likely mistyped is refused", "[edit][far]") {
  const auto today = date("2026-11-21");
  const auto refused = [&](const EditRequest& request, const char* on) {
    return far_days(request, date(on), today).size();
  };
  KeptReview review;
  review.document = "INS-001";
  CHECK(refused(review, "2026-11-21") == 0);
  CHECK(refused(review, "2026-11-22") == 1);
  CHECK(refused(review, "2016-11-21") == 0);
  CHECK(refused(review, "2016-11-20") == 1);
  review.next_review = date("2062-11-21");
  CHECK(refused(review, "2026-11-21") == 1);
  ApprovalSteps steps;
  steps.valid_from = date("2026-12-24");
  steps.valid_to = date("2036-11-22");
  CHECK(refused(steps, "2026-11-21") == 1);
}

TEST_CASE("an approval is asked for its steps, then for what the decision needs",
          "[edit][questions]") {
  const Isolate isolate = run_in_place;
  const Authoring authoring(life_handbook(), date("2026-11-21"), isolate);
  ApprovalSteps steps;
  steps.document = "INS-003";
  EditRequest request = steps;
  const auto of_steps = authoring.questions(request);
  REQUIRE(of_steps.size() == 3);
  CHECK(of_steps[0].about == "MAS");
  CHECK(of_steps[0].suggestion.empty());
  CHECK(authoring.answer(request, of_steps[2], "DIR") == Answered::taken);
  const auto of_decision = authoring.questions(request);
  REQUIRE(of_decision.size() == 3);
  CHECK(of_decision[1].suggestion == "2026-11-21");
  CHECK(of_decision[2].suggestion == "2028-11-21");
  CHECK(authoring.answer(request, of_decision[1], "i morgon") == Answered::no_date);
  steps.document = "INS-001";
  CHECK(authoring.questions(steps).empty());
}

}  // namespace handbok::test
