// Every guard of the transition table (domain.md 2.3), by what it refuses.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "support/code.hpp"
#include "support/life_handbook.hpp"

namespace handbok::test {
namespace {

Date date(const char* text) {
  return *Date::parse(text);
}

struct RefusedCase {
  const char* name;
  EditRequest request;
  std::vector<std::string> codes;
  const char* day = "2026-11-21";
};

NewDocument guide() {
  return {"INS", {}, "Låsa dörren", "avd", "KSA", {}};
}

NewDocument guide_with_id(const char* id) {
  auto request = guide();
  request.id = id;
  return request;
}

/// INS-004, which is reviewed and about which MAS was consulted, approved by the director.
ApprovalSteps approval(const char* document = "INS-004", const char* role = "DIR") {
  ApprovalSteps request;
  request.document = document;
  request.approved = role;
  return request;
}

ApprovalSteps review(const char* document, const char* role) {
  ApprovalSteps request;
  request.document = document;
  request.reviewed = role;
  return request;
}

ApprovalSteps approval_from(const char* valid_from) {
  auto request = approval();
  request.valid_from = date(valid_from);
  return request;
}

ApprovalSteps approval_with_review(const char* next_review) {
  auto request = approval();
  request.next_review = date(next_review);
  return request;
}

KeptReview kept_until(const char* next_review) {
  return {"INS-001", {}, {}, date(next_review)};
}

RepealRequest repeal(const char* document) {
  RepealRequest request;
  request.document = document;
  request.role = "DIR";
  request.reason = "Pärmen är borta.";
  request.no_successor = true;
  return request;
}

RepealRequest repeal_for(const char* successor) {
  auto request = repeal("INS-010");
  request.no_successor = false;
  request.replaced_by = {successor};
  return request;
}

RepealRequest repeal_on(const char* effective) {
  auto request = repeal("INS-010");
  request.effective_on = date(effective);
  return request;
}

RepealRequest repeal_without_successor() {
  auto request = repeal("INS-010");
  request.no_successor = false;
  return request;
}

RepealRequest repeal_without_reason() {
  auto request = repeal("INS-010");
  request.reason = " ";
  return request;
}

std::vector<RefusedCase> new_and_revise_cases() {
  auto no_title = guide();
  no_title.title = " ";
  auto nobody = guide();
  nobody.owner = "KSB";
  auto nowhere = guide();
  nowhere.unit = "avde";
  auto number = guide();
  number.title = "Om 19121212-1212";
  return {
      {"new: a type that is not there",
       NewDocument{"INX", {}, "A", "avd", "KSA", {}},
       {"doc.type-unknown"}},
      {"new: no title", no_title, {"edit.input-missing"}},
      {"new: no such owner", nobody, {"doc.owner-unknown"}},
      {"new: no such unit", nowhere, {"doc.owner-unknown"}},
      {"new: the id is taken", guide_with_id("INS-006"), {"edit.id-taken"}},
      {"new: the id is of another type", guide_with_id("RUT-001"), {"doc.id-malformed"}},
      {"new: a personal identity number",
       number,
       {"privacy.identity-number", "edit.causes-errors"}},
      {"revise: no such document", NewRevision{"INS-099", {}, {}}, {"edit.document-unknown"}},
      {"revise: a draft is open", NewRevision{"INS-008", {}, {}}, {"edit.draft-open"}},
      {"revise: a revision is in review", NewRevision{"INS-003", {}, {}}, {"edit.in-review"}},
      {"revise: the document is repealed", NewRevision{"INS-006", {}, {}}, {"edit.repealed"}},
      {"revise: the approved text was changed",
       NewRevision{"INS-007", {}, {}},
       {"edit.original-changed"}},
  };
}

std::vector<RefusedCase> submit_and_return_cases() {
  return {
      {"submit: nothing is being written", Submission{"INS-001", {}}, {"edit.no-draft"}},
      {"submit: it is submitted already", Submission{"INS-003", {}}, {"edit.in-review"}},
      {"submit: a link leads nowhere",
       Submission{"INS-008", {}},
       {"link.broken", "edit.incomplete"}},
      {"submit: no such role", Submission{"INS-002", "KSB"}, {"doc.owner-unknown"}},
      {"renumber: somebody consulted about it",
       Renumbering{"INS-004", {}},
       {"edit.reviewed-draft"}},
      {"renumber: the id is taken", Renumbering{"INS-002", "INS-001"}, {"edit.id-taken"}},
      {"renumber: an id of another type", Renumbering{"INS-002", "POL-009"}, {"doc.id-malformed"}},
      {"return: nothing is in review", HandBack{"INS-002", "KCH", "Mer."}, {"edit.not-in-review"}},
      {"return: no comment", HandBack{"INS-003", "KCH", " "}, {"edit.input-missing"}},
      {"return: no role", HandBack{"INS-003", {}, "Mer."}, {"edit.input-missing"}},
      {"return: not a reviewer", HandBack{"INS-003", "SSK", "Mer."}, {"edit.role"}},
      {"return: before it was submitted",
       HandBack{"INS-003", "KCH", "Mer."},
       {"edit.dates"},
       "2026-11-01"},
      {"return: a personal identity number",
       HandBack{"INS-003", "KCH", "Om 19121212-1212"},
       {"privacy.identity-number", "edit.causes-errors"}},
  };
}

std::vector<RefusedCase> approve_cases() {
  auto end_before_start = approval();
  end_before_start.valid_to = date("2026-11-21");
  ApprovalSteps nothing;
  nothing.document = "INS-003";
  return {
      {"approve: nothing is in review", approval("INS-002"), {"edit.not-in-review"}},
      {"approve: it is approved already", approval("INS-005"), {"edit.not-in-review"}},
      {"approve: no step", nothing, {"edit.input-missing"}},
      {"approve: no such role", approval("INS-004", "DIT"), {"doc.owner-unknown"}},
      {"approve: not the approver of the type", approval("INS-004", "KCH"), {"edit.role"}},
      {"approve: not a reviewer of the type", review("INS-003", "SSK"), {"edit.role"}},
      {"approve: who drafted reviews", review("INS-003", "KSA"), {"edit.role", "edit.four-eyes"}},
      {"approve: the reviewer signed already", review("INS-004", "KCH"), {"edit.already-signed"}},
      {"approve: not reviewed, nobody consulted",
       approval("INS-003"),
       {"edit.review-missing", "edit.consult-missing"}},
      {"approve: a board without a reference",
       approval("POL-001", "NAM"),
       {"edit.reference-missing"}},
      {"approve: before the review", approval(), {"edit.dates"}, "2026-11-08"},
      {"approve: valid before the decision", approval_from("2026-11-20"), {"edit.dates"}},
      {"approve: ends before it starts", end_before_start, {"edit.dates"}},
      {"approve: the next review too late",
       approval_with_review("2028-11-22"),
       {"edit.review-too-late"}},
      {"approve: the next review before the decision",
       approval_with_review("2026-11-20"),
       {"edit.dates"}},
  };
}

std::vector<RefusedCase> later_cases() {
  return {
      {"withdraw: it is in force",
       WithdrawalRequest{"INS-001", "DIR", {}, "Fel."},
       {"edit.started"}},
      {"withdraw: on its first day",
       WithdrawalRequest{"INS-005", "DIR", {}, "Fel."},
       {"edit.started"},
       "2027-01-01"},
      {"withdraw: nothing is approved",
       WithdrawalRequest{"INS-002", "DIR", {}, "Fel."},
       {"edit.nothing-upcoming"}},
      {"withdraw: no reason", WithdrawalRequest{"INS-005", "DIR", {}, {}}, {"edit.input-missing"}},
      {"withdraw: not the approver",
       WithdrawalRequest{"INS-005", "KCH", {}, "Fel."},
       {"edit.role"}},
      {"withdraw: before it was approved",
       WithdrawalRequest{"INS-005", "DIR", {}, "Fel."},
       {"edit.dates"},
       "2026-11-09"},
      {"review-keep: a draft", KeptReview{"INS-002", {}, {}, {}}, {"edit.never-approved"}},
      {"review-keep: not yet in force", KeptReview{"INS-005", {}, {}, {}}, {"edit.not-in-force"}},
      {"review-keep: repealed", KeptReview{"INS-006", {}, {}, {}}, {"edit.repealed"}},
      {"review-keep: a type without reviews",
       KeptReview{"PLA-001", {}, {}, {}},
       {"edit.has-no-review"}},
      {"review-keep: neither owner nor reviewer",
       KeptReview{"INS-001", "SSK", {}, {}},
       {"edit.role"}},
      {"review-keep: too late a date", kept_until("2028-11-22"), {"edit.review-too-late"}},
      {"review-keep: no later date", kept_until("2026-11-21"), {"edit.dates"}},
      {"repeal: a draft", repeal("INS-002"), {"edit.never-approved"}},
      {"repeal: repealed already", repeal("INS-006"), {"edit.repealed"}},
      {"repeal: no reason", repeal_without_reason(), {"edit.input-missing"}},
      {"repeal: neither successor nor none", repeal_without_successor(), {"edit.input-missing"}},
      {"repeal: no such successor", repeal_for("INS-099"), {"edit.document-unknown"}},
      {"repeal: the successor is a draft", repeal_for("INS-002"), {"edit.successor"}},
      {"repeal: its own successor", repeal_for("INS-010"), {"edit.successor"}},
      {"repeal: effective before the decision", repeal_on("2026-11-20"), {"edit.dates"}},
      {"repeal: others point at it", repeal("INS-009"), {"edit.still-used"}},
  };
}

/// Cases that need other sources than the common ones are tests of their own below.
std::vector<RefusedCase> all_cases() {
  std::vector<RefusedCase> cases;
  for (auto group :
       {new_and_revise_cases(), submit_and_return_cases(), approve_cases(), later_cases()}) {
    cases.insert(cases.end(), group.begin(), group.end());
  }
  return cases;
}

FileTree with(const char* path, const std::string& bytes) {
  auto sources = life_handbook();
  sources.put(path, bytes);
  return sources;
}

std::string bytes_at(const char* path) {
  return *life_handbook().find(path);
}

FileTree with_text_changed() {
  return with("documents/INS-004/1.md", bytes_at("documents/INS-004/1.md") + "\nMer.\n");
}

/// INS-005, whose second revision is reviewed while the first waits for its day.
FileTree with_second_revision() {
  auto sources = with("documents/INS-005/2.md", bytes_at("documents/INS-005/1.md"));
  auto& text = sources.files().at("documents/INS-005/2.md");
  text.replace(text.find("revision = 1"), 12, "revision = 2");
  sources.put("documents/INS-005/2.approval.toml",
              "submitted = 2026-11-12\n\n[[signature]]\nstep = \"consulted\"\nrole = \"MAS\"\n"
              "on = 2026-11-13\n\n[[signature]]\nstep = \"reviewed\"\nrole = \"KCH\"\n"
              "on = 2026-11-13\n");
  return sources;
}

}  // namespace

TEST_CASE("every guard refuses with its own code", "[edit][guards]") {
  for (const auto& one : all_cases()) {
    DYNAMIC_SECTION(one.name) {
      CHECK(join(refusals(one.request, one.day), " ") == join(one.codes, " "));
    }
  }
}

TEST_CASE("a refusal writes nothing and is told in whole sentences", "[edit][guards]") {
  for (const auto& one : all_cases()) {
    const auto outcome = attempt(one.request, one.day);
    CHECK(outcome.files.empty());
    for (const auto& refusal : outcome.refusals) {
      for (const auto language : {Language::swedish, Language::english}) {
        INFO(one.name << ": " << what_text(refusal, language) << remedy_text(refusal, language));
        CHECK(what_text(refusal, language).find("{}") == std::string::npos);
        CHECK(remedy_text(refusal, language).find("{}") == std::string::npos);
        CHECK(what_text(refusal, language).find('@') == std::string::npos);
      }
    }
  }
}

TEST_CASE("a text that is changed under review is not approved", "[edit][guards]") {
  CHECK(refusals(approval(), "2026-11-21", with_text_changed()) ==
        std::vector<std::string>{"edit.text-changed", "edit.review-missing"});
}

TEST_CASE("a document of a set time needs its end", "[edit][guards]") {
  auto sources = with("documents/PLA-001/2.md", bytes_at("documents/PLA-001/1.md"));
  auto& text = sources.files().at("documents/PLA-001/2.md");
  text.replace(text.find("revision = 1"), 12, "revision = 2");
  sources.put("documents/PLA-001/2.approval.toml",
              "submitted = 2026-11-02\n\n[[signature]]\nstep = \"reviewed\"\nrole = \"KCH\"\n"
              "on = 2026-11-03\n");
  auto request = approval("PLA-001");
  CHECK(refusals(request, "2026-11-21", sources) == std::vector<std::string>{"edit.input-missing"});
  request.valid_to = date("2028-01-01");
  CHECK(refusals(request, "2026-11-21", sources).empty());
}

TEST_CASE("a later revision starts later", "[edit][guards]") {
  const auto sources = with_second_revision();
  auto request = approval("INS-005");
  request.valid_from = date("2027-01-01");
  CHECK(refusals(request, "2026-11-21", sources) ==
        std::vector<std::string>{"edit.not-after-earlier"});
  request.valid_from = date("2027-01-02");
  CHECK(refusals(request, "2026-11-21", sources).empty());
}

TEST_CASE("only drafters of the type submit", "[edit][guards]") {
  auto sources = with("documents/POL-002/1.md", bytes_at("documents/POL-001/1.md"));
  auto& text = sources.files().at("documents/POL-002/1.md");
  text.replace(text.find("POL-001"), 7, "POL-002");
  CHECK(refusals(Submission{"POL-002", "SSK"}, "2026-11-21", sources) ==
        std::vector<std::string>{"edit.role"});
  CHECK(refusals(Submission{"POL-002", "KSA"}, "2026-11-21", sources).empty());
}

TEST_CASE("an editorial change may be approved by more roles", "[edit][guards]") {
  auto sources = life_handbook();
  auto& text = sources.files().at("documents/POL-001/1.md");
  CHECK(refusals(approval("POL-001", "DIR")) == std::vector<std::string>{"edit.role"});
  text.replace(text.find("\"new\""), 5, "\"editorial\"");
  auto& decisions = sources.files().at("documents/POL-001/1.approval.toml");
  for (auto at = decisions.find("digest"); at != std::string::npos; at = decisions.find("digest"))
    decisions.erase(at, decisions.find('\n', at) - at + 1);
  CHECK(refusals(approval("POL-001", "DIR"), "2026-11-21", sources).empty());
}

TEST_CASE("a file that cannot be added to is left as it is", "[edit][guards]") {
  const auto sources = with("documents/INS-001/reviews.toml",
                            "review = [{ revision = 1, on = 2026-10-01, by = "
                            "\"KSA\", verdict = \"keep\" }]\n");
  CHECK(refusals(KeptReview{"INS-001", {}, {}, {}}, "2026-11-21", sources) ==
        std::vector<std::string>{"edit.file-layout"});
}

namespace {

/// INS-002, returned once.
FileTree with_returned_draft() {
  return with("documents/INS-002/1.approval.toml",
              "[[returned]]\nsubmitted = 2026-11-02\non = 2026-11-22\nby = \"KCH\"\ncomment = "
              "\"Mer.\"\n");
}

struct OtherCase {
  EditRequest request;
  FileTree sources;
};

ApprovalSteps key_approval(const char* head) {
  auto request = approval();
  request.assurance = Assurance::key;
  request.ledger = head;
  request.sign = [](const std::string&) -> Expected<std::string> {
    return Unexpected{std::string("@signing.refused")};
  };
  return request;
}

/// What the cases above leave out of the table.
std::vector<OtherCase> other_cases() {
  const auto& life = life_handbook();
  auto board_repeals = repeal("POL-001");
  board_repeals.role = "NAM";
  auto stranger_repeals = repeal("INS-010");
  stranger_repeals.role = "SSK";
  auto nobody_repeals = repeal("INS-010");
  nobody_repeals.role = "KSB";
  return {
      {NewRevision{"INS-001", {}, {}}, without_first_day()},
      {Submission{"INS-099", {}}, life},
      {Submission{"INS-006", {}}, life},
      {Submission{"INS-002", {}}, without_owner()},
      {Submission{"INS-002", "SSK"}, with_drafters()},
      {Submission{"INS-002", {}}, with_returned_draft()},
      {HandBack{"INS-099", "KCH", "Mer."}, life},
      {HandBack{"INS-003", "KSB", "Mer."}, life},
      {approval("INS-099"), life},
      {approval("INS-006"), life},
      {approval(), with_text_changed()},
      {approval("INS-005"), with_second_revision()},
      {key_approval("42"), life},
      {key_approval("42:sha256:"
                    "0000000000000000000000000000000000000000000000000000000000000000"),
       life},
      {WithdrawalRequest{"INS-099", "DIR", {}, "Fel."}, life},
      {WithdrawalRequest{"INS-005", "KSB", {}, "Fel."}, life},
      {WithdrawalRequest{"POL-001", "NAM", {}, "Fel."}, with_upcoming_policy()},
      {KeptReview{"INS-099", {}, {}, {}}, life},
      {KeptReview{"INS-001", "KSB", {}, {}}, life},
      {repeal("INS-099"), life},
      {nobody_repeals, life},
      {stranger_repeals, life},
      {board_repeals, with_upcoming_policy()},
      {DraftDisposal{"INS-099"}, life},
      {DraftDisposal{"INS-006"}, life},
      {DraftDisposal{"INS-001"}, life},
      {DraftDisposal{"INS-003"}, life},
      {Renumbering{"INS-099", {}}, life},
      {Renumbering{"INS-006", {}}, life},
      {Renumbering{"INS-002", {}}, with_draft_named()},
  };
}

std::string row_of(ActKind act, Code code) {
  return std::string(info_of(act).command) + ": " + std::string(info_of(code).name);
}

/// Why the act itself refuses. What a check finds in the handbook as it would be is the detail of
/// one reason.
std::vector<Code> own_refusals(const Outcome& outcome) {
  std::vector<Code> codes;
  for (const auto& refusal : outcome.refusals)
    codes.push_back(refusal.code);
  const bool is_of_checks = !codes.empty() && (codes.back() == "edit.causes-errors"_code ||
                                               codes.back() == "edit.incomplete"_code);
  return is_of_checks ? std::vector{codes.back()} : codes;
}

}  // namespace

TEST_CASE("each row of the table of acts can be made to refuse, and nothing else does",
          "[edit][guards]") {
  std::set<std::string> declared;
  for (const auto& act : all_acts()) {
    for (const auto code : act.refusals)
      CHECK(declared.insert(row_of(act.kind, code)).second);
  }
  std::set<std::string> seen;
  const auto see = [&](const EditRequest& request, const Outcome& outcome) {
    const auto act = *act_of(request);
    for (const auto code : own_refusals(outcome)) {
      const auto& any = refusals_of_all();
      if (std::find(any.begin(), any.end(), code) == any.end()) seen.insert(row_of(act, code));
    }
  };
  for (const auto& one : all_cases())
    see(one.request, attempt(one.request, one.day));
  for (const auto& one : other_cases())
    see(one.request, attempt(one.request, "2026-11-21", one.sources));
  for (const auto& row : declared) {
    INFO("nothing makes it refuse: " << row);
    CHECK(seen.contains(row));
  }
  for (const auto& row : seen) {
    INFO("not in edit/acts.def: " << row);
    CHECK(declared.contains(row));
  }
}

TEST_CASE("every refusal of the code table has a case", "[edit][guards]") {
  std::set<std::string> covered = {"edit.text-changed",   "edit.not-after-earlier",
                                   "edit.file-layout",    "edit.signing-failed",
                                   "edit.ledger-head",    "edit.register-unknown",
                                   "edit.far-day",        "edit.nothing-to-undo",
                                   "edit.changed-since",  "edit.perhaps-published",
                                   "edit.named-elsewhere"};  // in tests of their own, and in
                                                             // tests/cli/undo.txt
  for (const auto& one : all_cases())
    covered.insert(one.codes.begin(), one.codes.end());
  for (const auto& info : all_codes()) {
    const bool is_refusal = info.name.starts_with("edit.") && info.severity == Severity::error;
    if (!is_refusal) continue;
    INFO(info.name);
    CHECK(covered.contains(std::string(info.name)));
  }
}

}  // namespace handbok::test
