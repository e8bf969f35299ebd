#include "load/read_decisions.hpp"

#include "load/table_reader.hpp"
#include "load/toml_file.hpp"

namespace handbok {
namespace {

void read_signature(TableReader& row, std::vector<Signature>& signatures) {
  Signature signature;
  signature.step = row.choice("step", SignatureStep::drafted);
  signature.role = row.required_text("role");
  const auto on = row.required_date("on");
  signature.ref = row.text("ref");
  signature.digest = row.text("digest");
  signature.note = row.text("note");
  signature.assurance = row.choice("assurance", Assurance::registrar);
  signature.registered_by = row.text("registered_by");
  auto text = row.text("statement");
  auto armour = row.text("ssh_signature");
  if (!text.empty() || !armour.empty()) {
    signature.statement = SignedStatement{std::move(text), std::move(armour)};
  }
  signature.location = row.location();
  row.finish();
  if (!on) return;
  signature.on = *on;
  signatures.push_back(std::move(signature));
}

void read_returned(TableReader& row, Approval& approval) {
  ReturnedRound round;
  round.submitted = row.date("submitted");
  const auto on = row.required_date("on");
  round.by = row.required_text("by");
  round.comment = row.required_text("comment");
  round.location = row.location();
  for (auto& signature : row.tables("signature"))
    read_signature(signature, round.signatures);
  row.finish();
  if (!on) return;
  round.on = *on;
  approval.returned.push_back(std::move(round));
}

void read_withdrawal(TableReader& root, Approval& approval) {
  for (auto& row : root.tables("withdrawn")) {
    Withdrawal withdrawal;
    const auto on = row.required_date("on");
    withdrawal.by = row.required_text("by");
    withdrawal.ref = row.text("ref");
    withdrawal.reason = row.required_text("reason");
    withdrawal.location = row.location();
    row.finish();
    if (!on) continue;
    withdrawal.on = *on;
    approval.withdrawal = std::move(withdrawal);
  }
}

void read_validity(TableReader& root, Approval& approval) {
  approval.validity_location = root.location();
  for (auto& table : root.tables("validity")) {
    approval.valid_from = table.date("valid_from");
    approval.valid_to = table.date("valid_to");
    approval.next_review = table.date("next_review");
    approval.validity_location = table.location();
    table.finish();
  }
}

ReviewEvent read_review(TableReader& row) {
  ReviewEvent review;
  review.revision = row.number("revision").value_or(0);
  review.on = row.required_date("on").value_or(Date{});
  review.by = row.required_text("by");
  review.verdict = row.choice("verdict", ReviewVerdict::keep);
  review.next_review = row.date("next_review");
  review.note = row.text("note");
  review.location = row.location();
  row.finish();
  return review;
}

}  // namespace

Approval read_approval(const FileTree& sources, ReadScope& scope) {
  Approval approval;
  approval.path = scope.path();
  approval.validity_location = scope.at({1, 1});
  const auto table = read_toml_file(sources, scope);
  if (!table) return approval;
  TableReader root(*table, scope);
  approval.submitted = root.date("submitted");
  for (auto& row : root.tables("signature"))
    read_signature(row, approval.signatures);
  for (auto& row : root.tables("returned"))
    read_returned(row, approval);
  read_validity(root, approval);
  read_withdrawal(root, approval);
  root.finish();
  return approval;
}

std::vector<ReviewEvent> read_reviews(const FileTree& sources, ReadScope& scope) {
  std::vector<ReviewEvent> reviews;
  const auto table = read_toml_file(sources, scope);
  if (!table) return reviews;
  TableReader root(*table, scope);
  for (auto& row : root.tables("review")) {
    auto review = read_review(row);
    if (review.on != Date{}) reviews.push_back(std::move(review));
  }
  root.finish();
  std::ranges::stable_sort(reviews, {}, &ReviewEvent::on);
  return reviews;
}

std::vector<EarlierRevision> read_earlier(const FileTree& sources, ReadScope& scope) {
  std::vector<EarlierRevision> earlier;
  const auto table = read_toml_file(sources, scope);
  if (!table) return earlier;
  TableReader root(*table, scope);
  for (auto& row : root.tables("revision")) {
    EarlierRevision revision;
    revision.number = row.number("number").value_or(0);
    revision.valid_from = row.date("valid_from");
    revision.valid_to = row.date("valid_to");
    revision.kept_in = row.text("kept_in");
    revision.note = row.text("note");
    revision.location = row.location();
    row.finish();
    earlier.push_back(std::move(revision));
  }
  root.finish();
  std::ranges::stable_sort(earlier, {}, &EarlierRevision::number);
  return earlier;
}

Repeal read_repeal(const FileTree& sources, ReadScope& scope) {
  Repeal repeal;
  repeal.location = scope.at({1, 1});
  const auto table = read_toml_file(sources, scope);
  if (!table) return repeal;
  TableReader root(*table, scope);
  repeal.decided_on = root.date("decided_on");
  repeal.effective_on = root.date("effective_on");
  repeal.decided_by = root.text("decided_by");
  repeal.ref = root.text("ref");
  repeal.reason = root.text("reason");
  repeal.replaced_by = root.texts("replaced_by");
  repeal.no_successor = root.flag("no_successor", false);
  repeal.accepted = root.texts("accepted");
  root.finish();
  return repeal;
}

}  // namespace handbok
