// `handbok undo` gives back the bytes before the last act, whatever came before it.
#include <optional>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "app/authoring.hpp"
#include "app/undo.hpp"
#include "app/workspace.hpp"
#include "io/read_tree.hpp"
#include "support/code.hpp"
#include "support/life_handbook.hpp"
#include "support/temporary_folder.hpp"

namespace handbok::test {
namespace {

using Random = std::mt19937;

template <typename Value>
Value one_of(const std::vector<Value>& values, Random& random) {
  return values[random() % values.size()];
}

ApprovalSteps steps(const DocumentId& document, std::vector<RoleId> consulted, RoleId reviewed,
                    RoleId approved) {
  ApprovalSteps request;
  request.document = document;
  request.consulted = std::move(consulted);
  request.reviewed = std::move(reviewed);
  request.approved = std::move(approved);
  return request;
}

/// Any act on any document of the handbook, possible or not.
EditRequest any_act(Random& random) {
  const auto document = one_of<DocumentId>({"INS-001", "INS-002", "INS-003", "INS-004", "INS-005",
                                            "INS-008", "INS-009", "INS-010", "INS-011", "INS-012"},
                                           random);
  RepealRequest repeal;
  repeal.document = document;
  repeal.role = "DIR";
  repeal.reason = "Borta.";
  repeal.no_successor = true;
  repeal.dependents = Dependents::are_accepted;
  auto later = steps(document, {"MAS"}, "KCH", "DIR");  // so that it can be withdrawn
  later.valid_from = *Date::parse("2027-12-01");
  return one_of<EditRequest>(
      {NewDocument{"INS", {}, "Hitta", "avd", "KSA", {}}, NewRevision{document, {}, "Ny pärm."},
       NewRevision{document, ChangeKind::editorial, "Stavfel."}, Submission{document, {}},
       HandBack{document, "KCH", "Otydligt."}, steps(document, {"MAS"}, {}, {}),
       steps(document, {}, "KCH", {}), steps(document, {}, {}, "DIR"), later,
       WithdrawalRequest{document, "DIR", {}, "Fel."}, KeptReview{document, {}, "Läst.", {}},
       repeal, DraftDisposal{document}, Renumbering{document, {}}},
      random);
}

std::string digest_text(const FileTree& tree) {
  std::string text;
  for (const auto& [path, bytes] : tree.files())
    text += path + "\n" + bytes + "\n";
  return text;
}

/// An act that is possible with what is on the desk; none if many tries gave none.
std::optional<Outcome> some_act(const Authoring& authoring, Random& random,
                                std::set<ActKind>& kinds) {
  constexpr int tries_max = 400;
  for (int tries = 0; tries < tries_max; ++tries) {
    const auto request = any_act(random);
    auto outcome = authoring.attempt(request);
    if (outcome.is_refused()) continue;
    kinds.insert(*act_of(request));
    return outcome;
  }
  return std::nullopt;
}

/// Does acts until `count` of them were possible, each of them twice, with an undo between.
int walk(unsigned seed, int count, std::set<ActKind>& kinds) {
  const Isolate isolate = run_in_place;
  const TemporaryFolder folder;
  const auto path = folder.path().string();
  std::vector<ChangedFile> all;
  for (const auto& [name, bytes] : life_handbook().files())
    all.push_back({name, bytes});
  write_changes(path, all);
  Random random(seed);
  auto day = *Date::parse("2026-11-21");
  int done = 0;
  while (done < count) {
    const auto before = *read_sources(path);
    const auto outcome = some_act(Authoring(before, day, isolate), random, kinds);
    if (!outcome) return done;
    write_changes(path, with_way_back(path, before, *outcome, day));
    const auto after = *read_sources(path);
    CHECK(digest_text(after) == digest_text(with_changes(before, outcome->files)));
    const auto back = undo(path, *read_sources(path), {outcome->revision.document, day, false});
    REQUIRE(back.refusals.empty());
    write_changes(path, back.files);
    REQUIRE(digest_text(*read_sources(path)) == digest_text(before));
    CHECK(undo(path, *read_sources(path), {outcome->revision.document, day, false}).is_refused());
    write_changes(path, outcome->files);
    day = day.plus_days(static_cast<int>(random() % 3));
    ++done;
  }
  return done;
}

}  // namespace

TEST_CASE("undo gives back the bytes before each of fifty random acts", "[undo]") {
  std::set<ActKind> kinds;
  for (const unsigned seed : {1U, 2U, 3U}) {
    INFO(seed);
    CHECK(walk(seed, 50, kinds) == 50);
  }
  for (const auto& act : all_acts()) {
    INFO(act.command);
    CHECK(kinds.contains(act.kind));
  }
}

TEST_CASE("a decision of yesterday may have been published", "[undo]") {
  const Isolate isolate = run_in_place;
  const TemporaryFolder folder;
  const auto path = folder.path().string();
  const auto day = *Date::parse("2026-11-21");
  const auto kept =
      Authoring(life_handbook(), day, isolate).attempt(KeptReview{"INS-001", {}, "Läst.", {}});
  REQUIRE_FALSE(kept.is_refused());
  write_changes(path, with_way_back(path, life_handbook(), kept, day));
  CHECK(undo(path, life_handbook(), {"INS-001", day.plus_days(1), false}).is_refused());
  CHECK_FALSE(undo(path, life_handbook(), {"INS-001", day.plus_days(1), true}).is_refused());
  CHECK(undo(path, *read_sources(path), {"../INS-001", day, true}).is_refused());
}

TEST_CASE("two documents that are begun at once, in two folders, do not share an id", "[undo]") {
  const Isolate isolate = run_in_place;
  const TemporaryFolder folder;
  const auto path = folder.path().string();
  for (const auto& [name, bytes] : life_handbook().files())
    write_changes(path, {{name, bytes}});
  const Authoring authoring(*read_sources(path), *Date::parse("2026-11-21"), isolate);
  auto first = authoring.attempt(NewDocument{"INS", {}, "Hitta", "avd", "KSA", "ett"});
  auto second = authoring.attempt(NewDocument{"INS", {}, "Leta", "avd", "KSA", "annat"});
  CHECK(first.revision == second.revision);
  write_act(path, authoring.sources(), first);
  CHECK_FALSE(first.is_refused());
  write_act(path, authoring.sources(), second);
  REQUIRE(second.refusals.size() == 1);
  CHECK(second.refusals.front().code == "edit.changed-since"_code);
  CHECK_FALSE(is_folder(path + "/documents/annat"));
}

TEST_CASE("a repeal that was decided is taken back until its day comes", "[undo]") {
  const Isolate isolate = run_in_place;
  const TemporaryFolder folder;
  const auto path = folder.path().string();
  const auto day = *Date::parse("2026-11-21");
  RepealRequest request;
  request.document = "INS-010";
  request.role = "DIR";
  request.reason = "Borta.";
  request.no_successor = true;
  request.dependents = Dependents::are_accepted;
  request.effective_on = day.plus_days(40);
  const auto repealed = Authoring(life_handbook(), day, isolate).attempt(request);
  REQUIRE_FALSE(repealed.is_refused());
  write_changes(path, with_way_back(path, life_handbook(), repealed, day));
  CHECK(undo(path, life_handbook(), {"INS-010", day.plus_days(40), false}).is_refused());
  const auto back = undo(path, life_handbook(), {"INS-010", day.plus_days(39), false});
  REQUIRE_FALSE(back.is_refused());
  CHECK(back.files.front().is_removed);
}

}  // namespace handbok::test
