#include "app/verify_site.hpp"

#include <algorithm>

#include "app/site_facts.hpp"
#include "diag/code_names.hpp"
#include "io/lock.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "load/load.hpp"
#include "model/approval_statement.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/publish_rules.hpp"

namespace handbok {
namespace {

constexpr std::size_t entry_bytes_max = std::size_t{1024} * 1024;

/// The witness that is named: a folder with copied entries, or with a copied ledger/ in it, or else
/// a head.
Witness read_witness(const std::string& against) {
  if (against.empty()) return {};
  if (!is_folder(against)) return {against, {}};
  const auto inner = against + "/" + std::string(layout::ledger);
  Witness witness{{}, read_tree(is_folder(inner) ? inner : against, entry_bytes_max)};
  // A folder without entries vouches for nothing, and must not look as if it did.
  if (witness.copy.files().empty()) witness.head = against;
  return witness;
}

/// What was signed names entries of the ledger; whoever writes that anew cannot sign again.
void compare_heads(const Revision& revision, Verification& verification) {
  for (const auto& signature : revision.approval->signatures) {
    const auto head = signature.statement.is_given() ? head_of(signature.statement) : std::nullopt;
    if (head && !has_head(verification.ledger, head->text())) {
      verification.faults.push_back(
          {TargetFaultKind::signed_head_missing, to_text(revision.key())});
    }
  }
}

/// The same of all that was approved here; what the first release held was signed elsewhere.
void compare_heads(const Handbook& handbook, Verification& verification) {
  const auto& moved_in = verification.ledger.published().front()->revisions;
  for (const auto& document : handbook.documents) {
    for (const auto& revision : document.revisions) {
      const bool is_own = std::ranges::find(moved_in, to_text(revision.key())) == moved_in.end();
      if (revision.approved() != nullptr && is_own) compare_heads(revision, verification);
    }
  }
}

/// Compares the revisions of the last release with the texts and approvals of the sources.
void compare_sources(const FileTree& sources, Disk& disk, Verification& verification) {
  const auto* const last = verification.ledger.last_published();
  if (last == nullptr) return;
  const auto manifest = parse_manifest(disk.read(layout::manifest(last->release)));
  if (!manifest) return;
  Diagnostics ignored;  // only the bytes are asked for
  const Handbook handbook = load(sources, ignored);
  std::map<std::string, std::string, std::less<>> digests;
  for (const auto& document : handbook.documents) {
    for (const auto& revision : document.revisions) {
      const auto* const approved = revision.approved();
      const bool is_original = approved != nullptr && approved->digest == revision.digest;
      if (is_original) digests[to_text(revision.key())] = revision.digest;
    }
  }
  compare_heads(handbook, verification);
  for (const auto& [key, revision] : manifest->revisions) {
    const auto it = digests.find(key);
    if (it == digests.end() || it->second != revision.digest) {
      verification.faults.push_back({TargetFaultKind::source_changed, key});
    }
  }
}

Diagnostic stale_diagnostic(const Ledger& ledger) {
  Diagnostic diagnostic;
  diagnostic.code = Code::build_stale;
  diagnostic.severity = info_of(Code::build_stale).severity;
  diagnostic.what = {to_text(ledger.last_checked()->time), std::to_string(hours_until_stale)};
  return diagnostic;
}

}  // namespace

VerifySiteResult verify_site(const VerifyRequest& request) {
  VerifySiteResult result;
  if (!is_folder(request.folder)) {
    result.access = TargetAccess::missing;
    return result;
  }
  const bool only_reads = request.times == TimeMending::off;
  const PublishLock lock(request.folder, only_reads ? LockKind::shared : LockKind::exclusive);
  if (!lock.is_held()) {
    result.access = TargetAccess::busy;
    return result;
  }
  RealDisk disk(request.folder);
  result.verification = verify_target(disk, read_witness(request.against), request.times);
  auto& verification = result.verification;
  if (request.sources != nullptr && verification.faults.empty())
    compare_sources(*request.sources, disk, verification);
  if (is_stale(verification.ledger, request.now))
    result.stale = stale_diagnostic(verification.ledger);
  return result;
}

}  // namespace handbok
