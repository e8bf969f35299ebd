#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "derive/day_view.hpp"
#include "derive/review_dates.hpp"
#include "io/read_tree.hpp"
#include "load/load.hpp"
#include "support/golden.hpp"
#include "support/project.hpp"

namespace handbok {
namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

std::string_view name_of(DocumentState state) {
  switch (state) {
    case DocumentState::unknown: return "unknown";
    case DocumentState::draft: return "draft";
    case DocumentState::in_review: return "in_review";
    case DocumentState::upcoming: return "upcoming";
    case DocumentState::in_force: return "in_force";
    case DocumentState::expired: return "expired";
    case DocumentState::repealed: return "repealed";
    case DocumentState::withdrawn: return "withdrawn";
  }
  return {};
}

/// A revision that was drafted on 1 January 2025 and has taken no step since.
Signature step_of(SignatureStep step, const char* role, Date on) {
  Signature signature;
  signature.step = step;
  signature.role = role;
  signature.on = on;
  return signature;
}

Revision drafted(int number) {
  Revision revision;
  revision.document = "RUT-001";
  revision.number = number;
  revision.approval = Approval{};
  revision.approval->signatures = {step_of(SignatureStep::drafted, "KSA", day("2025-01-01"))};
  return revision;
}

Revision adopted(int number, std::string_view approved, std::string_view valid_from) {
  auto revision = drafted(number);
  revision.approval->signatures.push_back(step_of(SignatureStep::approved, "DIR", day(approved)));
  revision.approval->valid_from = day(valid_from);
  return revision;
}

Handbook handbook_of(std::vector<Revision> revisions) {
  Handbook handbook;
  handbook.documents.emplace_back();
  handbook.documents.back().id = "RUT-001";
  handbook.documents.back().revisions = std::move(revisions);
  return handbook;
}

Repeal repeal(std::string_view decided, std::string_view effective) {
  Repeal result;
  result.decided_on = day(decided);
  result.effective_on = day(effective);
  return result;
}

/// The state and the revision that readers see, as "in_force 2" or "draft -".
std::string describe(const DocumentDay* document) {
  if (document == nullptr) return "no such document";
  const auto number = document->shown == nullptr ? "-" : std::to_string(document->shown->number);
  return std::string(name_of(document->state)) + " " + number;
}

void check_state(const Handbook& handbook, std::string_view on, const std::string& expected) {
  INFO(on);
  const DayView view(handbook, day(on));
  CHECK(describe(view.find("RUT-001")) == expected);
  CHECK((view.in_force("RUT-001") != nullptr) == expected.starts_with("in_force"));
}

void check_revision(const Handbook& handbook, std::string_view on, int number,
                    RevisionState state) {
  const DayView view(handbook, day(on));
  INFO("revision " << number << " on " << on);
  CHECK(view.of(*handbook.documents.front().find(number)).state == state);
}

void check_dates(const Document& document, std::string_view on, std::string_view last,
                 std::string_view next) {
  INFO(on);
  const auto dates = review_dates(document, document.revisions.front(), day(on));
  CHECK(dates.last == day(last));
  CHECK(dates.next == day(next));
}

TEST_CASE("a document is born, prepared, adopted and in force", "[derive][lifecycle]") {
  auto revision = adopted(1, "2025-03-10", "2025-04-01");
  revision.approval->submitted = day("2025-02-01");
  const auto handbook = handbook_of({revision});
  check_state(handbook, "2024-12-31", "unknown -");
  check_state(handbook, "2025-01-01", "draft -");
  check_state(handbook, "2025-01-31", "draft -");
  check_state(handbook, "2025-02-01", "in_review -");
  check_state(handbook, "2025-03-09", "in_review -");
  check_state(handbook, "2025-03-10", "upcoming -");
  check_state(handbook, "2025-03-31", "upcoming -");
  check_state(handbook, "2025-04-01", "in_force 1");
  check_state(handbook, "2099-01-01", "in_force 1");
}

TEST_CASE("a text without dated facts is a draft on any day", "[derive][lifecycle]") {
  auto revision = drafted(1);
  revision.approval.reset();
  check_state(handbook_of({revision}), "1999-01-01", "draft -");
  revision.approval = Approval{};
  check_state(handbook_of({revision}), "1999-01-01", "draft -");
}

TEST_CASE("the next revision ends the one before on the day it starts", "[derive][lifecycle]") {
  const auto handbook =
      handbook_of({adopted(1, "2025-03-10", "2025-04-01"), adopted(2, "2025-09-01", "2025-10-01")});
  check_state(handbook, "2025-09-30", "in_force 1");
  check_revision(handbook, "2025-09-30", 2, RevisionState::upcoming);
  check_state(handbook, "2025-10-01", "in_force 2");
  check_revision(handbook, "2025-10-01", 1, RevisionState::superseded);
  const DayView before(handbook, day("2025-08-31"));
  CHECK_FALSE(before.of(handbook.documents[0].revisions[0]).validity->to);
  const DayView after(handbook, day("2025-09-01"));
  CHECK(after.of(handbook.documents[0].revisions[0]).validity->to == day("2025-10-01"));
}

TEST_CASE("a revision under review does not move the one in force", "[derive][lifecycle]") {
  auto second = drafted(2);
  second.approval->submitted = day("2025-09-01");
  const auto handbook = handbook_of({adopted(1, "2025-03-10", "2025-04-01"), second});
  check_state(handbook, "2026-01-01", "in_force 1");
  check_revision(handbook, "2026-01-01", 2, RevisionState::in_review);
}

TEST_CASE("a document that ran out stays to be seen", "[derive][lifecycle]") {
  auto revision = adopted(1, "2025-03-10", "2025-04-01");
  revision.approval->valid_to = day("2026-04-01");
  const auto handbook = handbook_of({revision});
  check_state(handbook, "2026-03-31", "in_force 1");
  check_state(handbook, "2026-04-01", "expired 1");
  auto with_successor = handbook_of({revision, adopted(2, "2026-02-01", "2026-06-01")});
  check_state(with_successor, "2026-05-31", "expired 1");
  check_state(with_successor, "2026-06-01", "in_force 2");
  check_revision(with_successor, "2026-06-01", 1, RevisionState::superseded);
}

TEST_CASE("a repeal ends a document from its first day, once it is known", "[derive][lifecycle]") {
  auto handbook = handbook_of({adopted(1, "2025-03-10", "2025-04-01")});
  handbook.documents.front().repeal = repeal("2026-01-10", "2026-02-01");
  check_state(handbook, "2026-01-31", "in_force 1");
  check_state(handbook, "2026-02-01", "repealed 1");
  const DayView before_decision(handbook, day("2026-01-09"));
  CHECK_FALSE(before_decision.of(handbook.documents[0].revisions[0]).validity->to);
  const DayView decided(handbook, day("2026-01-10"));
  CHECK(decided.of(handbook.documents[0].revisions[0]).validity->to == day("2026-02-01"));
}

TEST_CASE("a repeal before the first day takes the place of it", "[derive][lifecycle]") {
  auto handbook = handbook_of({adopted(1, "2025-03-10", "2025-04-01")});
  handbook.documents.front().repeal = repeal("2025-03-20", "2025-03-25");
  check_state(handbook, "2025-04-01", "repealed 1");
  const DayView view(handbook, day("2025-04-01"));
  CHECK(view.of(handbook.documents[0].revisions[0]).validity->is_empty());
}

TEST_CASE("a text that is handed back is a draft again", "[derive][lifecycle]") {
  auto revision = drafted(1);
  ReturnedRound round;
  round.submitted = day("2025-01-10");
  round.on = day("2025-01-20");
  round.signatures = std::move(revision.approval->signatures);
  revision.approval->signatures.clear();
  revision.approval->returned = {round};
  const auto handbook = handbook_of({revision});
  check_state(handbook, "2024-12-31", "unknown -");
  check_state(handbook, "2025-01-09", "draft -");
  check_state(handbook, "2025-01-10", "in_review -");
  check_state(handbook, "2025-01-19", "in_review -");
  check_state(handbook, "2025-01-20", "draft -");
}

TEST_CASE("a text that is taken back never ends the one in force", "[derive][lifecycle]") {
  auto later = adopted(2, "2025-03-01", "2025-05-01");
  later.approval->withdrawal = Withdrawal{day("2025-04-01"), "DIR", {}, {}, {}};
  const auto both = handbook_of({adopted(1, "2025-01-10", "2025-02-01"), later});
  check_state(both, "2025-03-31", "in_force 1");
  check_revision(both, "2025-03-31", 2, RevisionState::upcoming);
  check_state(both, "2025-04-01", "in_force 1");
  check_revision(both, "2025-04-01", 2, RevisionState::withdrawn);
  check_state(both, "2025-05-01", "in_force 1");
  check_revision(both, "2025-05-01", 2, RevisionState::withdrawn);
  const auto alone = handbook_of({later});
  check_state(alone, "2025-03-31", "upcoming -");
  check_state(alone, "2025-05-01", "withdrawn 2");
}

TEST_CASE("of two revisions that start on one day the later counts", "[derive][lifecycle]") {
  const auto handbook =
      handbook_of({adopted(1, "2025-03-10", "2025-04-01"), adopted(2, "2025-03-11", "2025-04-01")});
  check_state(handbook, "2025-04-01", "in_force 2");
  check_revision(handbook, "2025-04-01", 1, RevisionState::superseded);
}

TEST_CASE("a review without a change moves the next review", "[derive][lifecycle]") {
  auto handbook = handbook_of({adopted(1, "2025-03-10", "2025-04-01")});
  auto& document = handbook.documents.front();
  document.revisions.front().approval->next_review = day("2026-03-10");
  document.reviews = {
      {1, day("2026-03-01"), "KSA", ReviewVerdict::keep, day("2027-03-01"), {}, {}},
      {2, day("2026-04-01"), "KSA", ReviewVerdict::keep, day("2029-03-01"), {}, {}}};
  check_dates(document, "2026-02-28", "2025-03-10", "2026-03-10");
  check_dates(document, "2026-03-01", "2026-03-01", "2027-03-01");
  check_dates(document, "2099-01-01", "2026-03-01", "2027-03-01");
}

/// A row of demo_days.txt: document, day, state, revision shown.
void check_row(const Handbook& handbook, std::string_view row) {
  INFO(row);
  const auto cells = split(row, '|');
  REQUIRE(cells.size() == 4);
  const DayView view(handbook, day(trim(cells[1])));
  const auto expected = std::string(trim(cells[2])) + " " + std::string(trim(cells[3]));
  CHECK(describe(view.find(trim(cells[0]))) == expected);
}

TEST_CASE("the demo shows on each day what applied on it", "[derive][lifecycle][demo]") {
  Diagnostics ignored;
  const auto handbook = load(read_tree(test::in_project("content"), 1U << 25U), ignored);
  const auto table = project_file("tests/vectors/demo_days.txt");
  for (const auto line : split(table, '\n')) {
    if (!line.empty() && !line.starts_with("#")) check_row(handbook, line);
  }
}

}  // namespace
}  // namespace handbok
