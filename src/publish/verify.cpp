#include "publish/verify.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/sha256.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/prune.hpp"
#include "publish/publish_release.hpp"

namespace handbok {
namespace {

using Kind = TargetFaultKind;

bool is_unfinished(std::string_view name) {
  return name.starts_with(layout::unfinished) || name == layout::new_current ||
         name == layout::new_build_status;
}

class Verifier {
public:
  Verifier(Disk& disk, Verification& verification, TimeMending times)
      : disk_(disk),
        verification_(verification),
        check_(disk, times_of(verification.ledger)) {
    if (times == TimeMending::on) check_.mend_times();
  }

  void verify() {
    const auto* const open = ledger().unfinished();
    if (open != nullptr) report(Kind::interrupted, layout::ledger_entry(open->number));
    std::optional<ReleaseManifest> before;
    for (const auto* const release : ledger().published()) {
      auto manifest = verify_release(*release);
      if (manifest && before) compare(*before, *manifest);
      if (manifest) before = std::move(manifest);
    }
    verify_assets(before);
    verify_current();
    verify_status();
    verify_names();
    verification_.files = check_.files_seen();
    verification_.bytes_read = check_.bytes_read();
  }

private:
  const Ledger& ledger() const { return verification_.ledger; }

  void report(Kind kind, std::string path) {
    verification_.faults.push_back({kind, std::move(path)});
  }

  void report_all(const std::vector<TargetFault>& faults) {
    verification_.faults.insert(verification_.faults.end(), faults.begin(), faults.end());
  }

  std::optional<ReleaseManifest> verify_release(const LedgerEntry& entry) {
    ++verification_.releases;
    const auto path = layout::manifest(entry.release);
    const auto status = disk_.status(path);
    if (!status) {
      report(Kind::manifest_missing, path);
      return std::nullopt;
    }
    const auto text = status->kind == FileKind::file ? disk_.read(path) : std::string{};
    const ReleaseManifest::Files itself{{path, {entry.manifest, text.size(), entry.release}}};
    if (digest_name(text) != entry.manifest) {
      report(Kind::manifest_changed, path);
      return std::nullopt;
    }
    report_all(check_.faults_of_files("", itself));
    auto manifest = parse_manifest(text);
    if (!manifest || manifest->release != entry.release) {
      report(Kind::manifest_malformed, path);
      return std::nullopt;
    }
    verify_files(entry, *manifest);
    return manifest;
  }

  void verify_files(const LedgerEntry& entry, const ReleaseManifest& manifest) {
    const auto folder = layout::release(entry.release);
    if (!ledger().is_thinned(entry.release)) {
      report_all(check_.faults_of_release(folder, manifest));
      verify_reports(manifest);
    } else if (is_whole_release(disk_, entry.release)) {
      report(Kind::interrupted, folder);
    } else {
      const auto left = left_of(manifest, entry.revisions);
      report_all(check_.faults_of_rest(folder, left));
      verify_reports(left);
    }
  }

  void verify_reports(const ReleaseManifest& manifest) {
    report_all(check_.faults_of_files("", manifest.reports));
    for (const auto& [path, file] : manifest.reports)
      reports_.insert(path);
  }

  /// Nothing that was published may disappear or change (design 2.3), except what the manifest
  /// names as closed.
  void compare(const ReleaseManifest& before, const ReleaseManifest& after) {
    for (const auto& [key, revision] : before.revisions) {
      const auto it = after.revisions.find(key);
      if (it == after.revisions.end()) {
        report(Kind::revision_gone, key);
      } else if (it->second.digest != revision.digest) {
        report(Kind::revision_changed, key);
      }
    }
    for (const auto& [path, file] : before.files) {
      const bool is_answered = has_address(after, path) || is_feed_of_page(before, path);
      if (!is_answered) report(Kind::address_gone, path);
    }
  }

  void verify_assets(const std::optional<ReleaseManifest>& last) {
    if (last) report_all(check_.faults_of_files("", last->assets));
    for (const auto& name : disk_.names_in(std::string(layout::assets))) {
      const auto path = below(layout::assets, name);
      const bool is_known = last && last->assets.contains(path);
      if (!is_known) report_unknown(name, path);
    }
  }

  void verify_current() {
    const auto* const last = ledger().last_published();
    const std::string path(layout::current);
    const auto target = shown_release(disk_);
    if (last == nullptr ? !disk_.status(path) : target == layout::release(last->release)) return;
    const auto* const open = ledger().unfinished();
    if (open != nullptr && target == layout::release(open->release)) return;  // reported already
    report(Kind::current_wrong, path);
  }

  void verify_status() {
    if (ledger().last_published() == nullptr) return;
    const std::string path(layout::build_status);
    const auto status = disk_.status(path);
    const bool is_file = status && status->kind == FileKind::file;
    if (!is_file || !is_build_status(ledger(), disk_.read(path))) {
      report(Kind::status_wrong, path);
    } else if (status->mode != file_mode) {
      report(Kind::file_mode_changed, path);
    }
  }

  /// A name that belongs to no release. One that begins like an unfinished file was left by a
  /// crash.
  void report_unknown(std::string_view name, const std::string& path) {
    report(is_unfinished(name) ? Kind::interrupted : Kind::file_unknown, path);
  }

  void verify_names() {
    constexpr auto known = std::to_array<std::string_view>(
        {layout::current, layout::ledger, layout::releases, layout::manifests, layout::reports,
         layout::assets, layout::lock, layout::build_status});
    for (const auto& name : disk_.names_in("")) {
      if (std::ranges::find(known, name) == known.end()) report_unknown(name, name);
    }
    std::set<std::string> expected = reports_;
    for (const auto* const release : ledger().published()) {
      expected.insert(layout::release(release->release));
      expected.insert(layout::manifest(release->release));
    }
    for (const auto folder :
         {layout::releases, layout::manifests, layout::reports, layout::ledger}) {
      for (const auto& name : disk_.names_in(std::string(folder))) {
        const auto path = below(folder, name);
        const bool is_entry = folder == layout::ledger && !is_unfinished(name);
        if (!is_entry && !expected.contains(path)) report_unaccounted(name, path);
      }
    }
  }

  /// Files of a release that the ledger prepares but neither publishes nor abandons were left by a
  /// crash.
  void report_unaccounted(std::string_view name, const std::string& path) {
    const auto next = static_cast<int>(ledger().entries().size()) + 1;
    const auto* const open = ledger().unfinished();
    const auto number = layout::number_name(open == nullptr ? next : open->release);
    const bool is_next = name.substr(0, name.find('.')) == number;
    report(is_next || is_unfinished(name) ? Kind::interrupted : Kind::file_unknown, path);
  }

  Disk& disk_;
  Verification& verification_;
  ReleaseCheck check_;
  std::set<std::string> reports_;
};

/// Compares the ledger with a head that somebody has written down.
void compare_head(const std::string& head, Verification& verification) {
  const auto colon = head.find(':');
  const auto* const end = head.data() + std::min(colon, head.size());
  int number = 0;
  if (std::from_chars(head.data(), end, number).ptr != end) number = 0;
  const auto digest = colon == std::string::npos ? std::string{} : head.substr(colon + 1);
  const auto size = static_cast<int>(verification.ledger.entries().size());
  if (number < 1 || !is_digest_name(digest)) {
    verification.faults.push_back({Kind::witness_not_found, head});
  } else if (number > size) {
    verification.faults.push_back({Kind::witness_truncated, head});
  } else if (verification.ledger.digest_of(number) != digest) {
    verification.faults.push_back({Kind::witness_rewritten, layout::ledger_entry(number)});
  } else {
    verification.witnessed = static_cast<std::size_t>(number);
  }
}

/// Compares the ledger with a copy of it, entry by entry.
void compare_copy(const FileTree& copy, Verification& verification) {
  const auto size = static_cast<int>(verification.ledger.entries().size());
  int number = 0;
  for (const auto& [name, bytes] : copy.files()) {
    const auto path = layout::ledger_entry(++number);
    if (below(layout::ledger, name) != path) {
      verification.faults.push_back({Kind::witness_not_found, name});
      return;
    }
    if (number > size) {
      verification.faults.push_back({Kind::witness_truncated, name});
      return;
    }
    if (verification.ledger.digest_of(number) != digest_name(bytes)) {
      verification.faults.push_back({Kind::witness_rewritten, path});
      return;
    }
  }
  verification.witnessed = static_cast<std::size_t>(number);
}

}  // namespace

Verification verify_target(Disk& disk, const Witness& witness, TimeMending times) {
  Verification verification;
  auto replayed = replay_ledger(disk);
  if (auto* const fault = std::get_if<TargetFault>(&replayed)) {
    verification.faults.push_back(std::move(*fault));
    return verification;
  }
  verification.ledger = std::get<Ledger>(std::move(replayed));
  if (verification.ledger.is_empty())
    verification.faults.push_back({Kind::ledger_entry_missing, layout::ledger_entry(1)});
  if (!witness.head.empty()) compare_head(witness.head, verification);
  if (!witness.copy.files().empty()) compare_copy(witness.copy, verification);
  Verifier(disk, verification, times).verify();
  return verification;
}

}  // namespace handbok
