#include "app/signed_heads.hpp"

#include <optional>

#include "base/sha256.hpp"
#include "base/ssh_format.hpp"
#include "derive/signing_keys.hpp"
#include "diag/code_names.hpp"
#include "model/approval_statement.hpp"
#include "publish/site_facts.hpp"

namespace handbok {
namespace {

/// Judges the signed steps of a publication.
class SignedStepReview {
public:
  SignedStepReview(const DayView& view, const Ledger& ledger, const ReleaseManifest* last)
      : view_(view),
        ledger_(ledger),
        last_(last) {}

  std::vector<Diagnostic> run() {
    if (ledger_.is_empty()) return {};  // what was signed elsewhere moves in
    for (const auto& document : view_.documents()) {
      for (std::size_t i = 0; i < document.revisions.size(); ++i) {
        if (is_published(document.revisions[i].state)) judge(document.document->revisions[i]);
      }
    }
    return std::move(found_);
  }

private:
  int next_entry() const { return static_cast<int>(ledger_.entries().size()) + 1; }

  /// What was signed when this text was published; none if it was not.
  std::optional<std::string> signed_before(const Revision& revision) const {
    if (last_ == nullptr) return std::nullopt;
    const auto key = to_text(revision.key());
    const auto before = last_->revisions.find(key);
    if (before == last_->revisions.end() || before->second.digest != revision.digest)
      return std::nullopt;
    const auto steps = last_->signed_steps.find(key);
    return steps == last_->signed_steps.end() ? std::string() : steps->second;
  }

  void judge(const Revision& revision) {
    const auto before = signed_before(revision);
    const auto now = signed_digest(revision);
    if (before == now) return;
    if (before && now.empty()) {
      report(Code::publish_signature_removed, revision, {revision.approval->path, 0, 0}, {});
      return;
    }
    for (const auto& signature : revision.approval->signatures) {
      if (!signature.statement.is_given()) continue;
      const auto head = head_of(signature.statement);
      if (!head) continue;  // signature.statement-malformed
      if (!has_head(ledger_, head->text())) {
        report(Code::publish_signature_head, revision, signature.location, {head->text()});
      } else {
        judge_new(revision, signature, *head);
      }
    }
  }

  void judge_new(const Revision& revision, const Signature& signature, const LedgerHead& head) {
    if (next_entry() - head.entry > signed_entries_max) {
      report(Code::publish_signature_old, revision, signature.location,
             {std::to_string(head.entry), std::to_string(next_entry())},
             {std::to_string(signed_entries_max)});
      return;
    }
    const auto armour = parse_ssh_signature(signature.statement.armour);
    if (!armour) return;  // signature.malformed
    const auto key = find_signing_key(view_.handbook(), signature.role, armour->key_blob,
                                      static_cast<int>(ledger_.entries().size()));
    if (key.standing == KeyStanding::counts) return;
    report(Code::publish_signature_late, revision, signature.location, {signature.role},
           {signature.role});
  }

  void report(Code code, const Revision& revision, Location location, std::vector<std::string> more,
              std::vector<std::string> remedy = {}) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.severity = info_of(code).severity;
    diagnostic.location = std::move(location);
    diagnostic.subject = revision.document;
    diagnostic.what = {to_text(revision.key())};
    diagnostic.what.insert(diagnostic.what.end(), more.begin(), more.end());
    diagnostic.remedy = std::move(remedy);
    diagnostic.revision = revision.key();
    diagnostic.about = {Part::decisions, {}, revision.document, {}};
    diagnostic.owner = revision.owner;
    diagnostic.unit = revision.unit;
    diagnostic.consequence = Consequence::revision_withheld;
    found_.push_back(std::move(diagnostic));
  }

  const DayView& view_;
  const Ledger& ledger_;
  const ReleaseManifest* last_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> contradicted_signatures(const DayView& view, const Ledger& ledger,
                                                const ReleaseManifest* last) {
  return SignedStepReview(view, ledger, last).run();
}

std::string signed_digest(const Revision& revision) {
  if (!revision.approval) return {};
  std::string text;
  for (const auto& signature : revision.approval->signatures)
    if (signature.statement.is_given())
      text += signature.statement.text + signature.statement.armour;
  return text.empty() ? std::string() : digest_name(text);
}

bool has_head(const Ledger& ledger, std::string_view text) {
  const auto head = parse_ledger_head(text);
  return head && head->entry <= static_cast<int>(ledger.entries().size()) &&
         ledger.digest_of(head->entry) == head->digest;
}

}  // namespace handbok
