#include "app/proof.hpp"

#include <algorithm>
#include <optional>

#include "app/new_folder.hpp"
#include "app/proof_words.hpp"
#include "base/sha256.hpp"
#include "base/ssh_format.hpp"
#include "base/strings.hpp"
#include "derive/day_view.hpp"
#include "derive/reach.hpp"
#include "derive/signing_keys.hpp"
#include "io/clock.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "load/load.hpp"
#include "model/approval_digest.hpp"
#include "model/approval_statement.hpp"
#include "publish/layout.hpp"
#include "publish/ledger.hpp"
#include "publish/publish_rules.hpp"
#include "publish/release_manifest.hpp"
#include "questions/asof.hpp"

namespace handbok {
namespace {

using Result = std::variant<Proof, ProofProblem, NotKnown, TargetFault>;

/// True if the text complements the document or locally replaces it.
bool is_local_to(const Revision& text, const DocumentId& document) {
  return std::ranges::any_of(text.relations, [&](const Relation& relation) {
    return relation.document == document && is_local(relation.kind);
  });
}

/// An interval as a proof tells it: first and last day.
ProofInterval told(const std::optional<Interval>& interval) {
  if (!interval) return {};
  return {interval->from.to_string(),
          interval->to ? interval->to->plus_days(-1).to_string() : std::string()};
}

class ProofMaker {
public:
  ProofMaker(const ProofRequest& request, const DayView& view, const DayView& today, Disk& disk)
      : request_(request),
        view_(view),
        today_(today),
        disk_(disk) {}

  /// The proof of the document asked for, with those of the texts that applied at the unit besides.
  Result make_all() {
    const auto* const unit = view_.handbook().find_unit(request_.unit);
    if (request_.unit.empty()) return make();
    if (unit == nullptr || !exists_on(*unit, request_.day)) return ProofProblem::unit_absent;
    const auto* const in_force = view_.in_force(request_.document);
    if (in_force != nullptr && !reaches(view_.units(), *in_force, *unit))
      return ProofProblem::not_at_unit;
    unit_ = unit;
    const bool of_unit = request_.document.empty();
    const auto folder = of_unit ? std::string() : proof_local_folder(request_.language) + "/";
    for (const auto* const text : effective_handbook(view_, *unit)) {
      if (!of_unit && !is_local_to(*text, request_.document)) continue;
      if (auto fault = add_text(*text, folder)) return *std::move(fault);
    }
    add_unknown_texts(*unit);
    return of_unit ? make_unit() : make();
  }

  Result make() {
    const auto* const document = view_.find(request_.document);
    if (document == nullptr) return ProofProblem::nothing_in_force;
    if (document->in_force == nullptr) {
      const auto missing = missing_on(view_.handbook(), *document->document, request_.day);
      if (missing) return NotKnown{missing_text(*missing, request_.language)};
      auto unknown = incomplete_text(view_, request_.day, request_.language);
      if (!unknown.empty() && document->document->earlier.empty())
        return NotKnown{std::move(unknown)};
      return ProofProblem::nothing_in_force;
    }
    document_ = document->document;
    revision_ = document->in_force;
    auto replayed = replay_ledger(disk_);
    if (auto* const fault = std::get_if<TargetFault>(&replayed)) return std::move(*fault);
    ledger_ = std::get<Ledger>(std::move(replayed));
    if (auto fault = find_releases()) return *std::move(fault);
    if (first_ == nullptr) return ProofProblem::never_published;
    const auto published = manifest_.revisions.find(key())->second;
    if (published.digest != revision_->digest) return ProofProblem::source_changed;
    if (auto fault = add_published(published.address)) return *std::move(fault);
    add_revision();
    add_ledger();
    auto statement = make_statement(published);
    add_signatures(statement);
    files_.put(std::string(proof_instructions_name(request_.language)),
               proof_instructions(statement, request_.language));
    files_.put("check.sh", proof_script(statement, request_.language));
    files_.put("SHA256SUMS", checksum_list(files_));
    return Proof{revision_->key(), std::move(files_)};
  }

private:
  /// The proof of one of the unit's texts, in a folder of its own.
  std::optional<TargetFault> add_text(const Revision& text, const std::string& folder) {
    auto request = request_;
    request.document = text.document;
    auto result = ProofMaker(request, view_, today_, disk_).make();
    if (auto* const fault = std::get_if<TargetFault>(&result)) return std::move(*fault);
    const auto* const proof = std::get_if<Proof>(&result);
    local_.push_back({text.document, std::to_string(text.number), text.title,
                      told(today_.of(text).validity), proof != nullptr});
    if (proof == nullptr) return std::nullopt;
    for (const auto& [path, bytes] : proof->files.files())
      files_.put(folder + text.document + "/" + path, bytes);
    return std::nullopt;
  }

  /// What was gathered of the unit, with a page and a script around it.
  Result make_unit() {
    auto unknown = incomplete_text(view_, request_.day, request_.language);
    if (std::ranges::none_of(local_, &ProofLocalText::is_proved)) {
      if (unknown.empty()) return ProofProblem::nothing_at_unit;
      return NotKnown{std::move(unknown)};
    }
    ProofStatement statement;
    statement.unknown = std::move(unknown);
    statement.day = request_.day.to_string();
    statement.today = today_.day().to_string();
    statement.unit = unit_->name;
    statement.local = local_;
    files_.put(std::string(proof_instructions_name(request_.language)),
               unit_proof_instructions(statement, request_.language));
    files_.put("check.sh", unit_proof_script());
    files_.put("SHA256SUMS", checksum_list(files_));
    return Proof{{}, std::move(files_)};
  }

  /// Texts of the unit of which it is not known whether they applied.
  void add_unknown_texts(const OrgUnit& unit) {
    for (const auto& missing : missing_documents(view_, &unit)) {
      if (!request_.document.empty() && !is_local_to(*missing.held, request_.document)) continue;
      local_.push_back({.document = missing.held->document,
                        .title = missing.held->title,
                        .unknown = missing_text(missing, request_.language)});
    }
  }

  std::string key() const { return to_text(revision_->key()); }

  /// Finds the release that first had the revision, the one that readers had at the end of the day,
  /// and the entry that ended the revision's time.
  std::optional<TargetFault> find_releases() {
    for (const auto* const release : ledger_.published()) {
      const auto path = layout::manifest(release->release);
      if (!disk_.status(path)) return TargetFault{TargetFaultKind::manifest_missing, path};
      const auto text = disk_.read(path);
      if (digest_name(text) != release->manifest)
        return TargetFault{TargetFaultKind::manifest_changed, path};
      auto manifest = parse_manifest(text);
      if (!manifest) return TargetFault{TargetFaultKind::manifest_malformed, path};
      if (manifest->revisions.contains(key())) remember(*release, *std::move(manifest));
      if (next_ == nullptr && publishes_later_revision(*release)) next_ = release;
    }
    return std::nullopt;
  }

  /// A release that has the revision; they come in their order. If its page is closed, readers had
  /// other words at its address.
  void remember(const LedgerEntry& release, ReleaseManifest manifest) {
    const bool is_closed = manifest.closed.contains(manifest.revisions.at(key()).address);
    if (stockholm_day(release.time) <= request_.day) shown_ = is_closed ? nullptr : &release;
    if (first_ != nullptr) return;
    first_ = &release;
    manifest_ = std::move(manifest);
  }

  bool publishes_later_revision(const LedgerEntry& release) const {
    return std::ranges::any_of(document_->revisions, [&](const Revision& other) {
      return other.number > revision_->number && includes(release.revisions, to_text(other.key()));
    });
  }

  std::optional<TargetFault> add_published(const std::string& page) {
    const auto path = layout::release(first_->release) + "/" + page;
    const auto file = manifest_.files.find(page);
    if (file == manifest_.files.end() || !disk_.status(path))
      return TargetFault{TargetFaultKind::file_missing, path};
    auto bytes = disk_.read(path);
    if (digest_name(bytes) != file->second.digest)
      return TargetFault{TargetFaultKind::file_changed, path};
    files_.put("page.html", std::move(bytes));
    files_.put(layout::manifest(first_->release), write_manifest(manifest_));
    return std::nullopt;
  }

  void copy_source(const std::string& name) {
    const auto* const bytes = request_.sources.find(document_->folder + "/" + name);
    if (bytes != nullptr) files_.put("revision/" + name, *bytes);
  }

  void add_revision() {
    const auto number = std::to_string(revision_->number);
    const auto digested = digested_files(*revision_, request_.sources);
    for (const auto& file : digested)
      copy_source(file.path);
    copy_source(number + ".approval.toml");
    copy_source("reviews.toml");
    copy_source("earlier.toml");
    copy_source("repeal.toml");
    files_.put("revision.manifest", revision_manifest(revision_->key(), digested));
  }

  /// All entries up to the last that matters: how the revision was published, what readers had on
  /// the day, and how a later revision was published.
  int last_entry() const {
    int last = first_->number;
    for (const auto* const entry : {shown_, next_}) {
      if (entry != nullptr) last = std::max(last, entry->number);
    }
    return std::min(last + 1, static_cast<int>(ledger_.entries().size()));  // and "published"
  }

  void add_ledger() {
    for (int number = 1; number <= last_entry(); ++number) {
      const auto path = layout::ledger_entry(number);
      files_.put(path, disk_.read(path));
    }
  }

  ProofStatement make_statement(const ReleaseRevision& published) const {
    ProofStatement statement;
    statement.document = revision_->document;
    statement.revision = std::to_string(revision_->number);
    statement.title = revision_->title;
    statement.day = request_.day.to_string();
    statement.known_then = told(view_.of(*revision_).validity);
    statement.known_now = told(today_.of(*revision_).validity);
    statement.today = today_.day().to_string();
    if (unit_ != nullptr) {
      statement.unit = unit_->name;
      statement.is_replaced = !applies(view_, *revision_, *unit_);
      statement.unknown = incomplete_text(view_, request_.day, request_.language);
    }
    statement.local = local_;
    if (const auto* const approved = revision_->approved()) {
      statement.approved_by = approved->role;
      statement.approved_on = approved->on.to_string();
      statement.approved_ref = approved->ref;
    }
    statement.digest = published.digest;
    statement.page = published.address;
    statement.first_release = layout::number_name(first_->release);
    statement.first_time = to_text(first_->time);
    if (shown_ != nullptr) statement.shown_release = layout::number_name(shown_->release);
    statement.last_entry = std::to_string(last_entry());
    return statement;
  }

  /// The line that lets the key sign for the role; empty if it does not count.
  std::string allowed_line(const Signature& signature) const {
    const auto armour = parse_ssh_signature(signature.statement.armour);
    const auto head = head_of(signature.statement);
    if (!armour || !head || !can_sign(signature.role)) return {};
    const auto key =
        find_signing_key(view_.handbook(), signature.role, armour->key_blob, head->entry);
    if (key.standing != KeyStanding::counts) return {};
    return allowed_signer(signature.role, *key.key) + "\n";
  }

  /// What was signed with keys, the signatures, and the keys that ssh-keygen is to trust.
  void add_signatures(ProofStatement& statement) {
    std::string allowed;
    for (const auto& signature : revision_->approval->signatures) {
      if (!signature.statement.is_given()) continue;
      const auto name = std::string(key_of(signature.step)) + "-" + signature.role;
      files_.put("signatures/" + name + ".txt", signature.statement.text);
      files_.put("signatures/" + name + ".sig", signature.statement.armour);
      statement.signatures.emplace_back(name, signature.role);
      const auto line = allowed_line(signature);
      if (allowed.find(line) == std::string::npos) allowed += line;
    }
    if (!statement.signatures.empty()) files_.put("allowed_signers", allowed);
  }

  const ProofRequest& request_;
  const DayView& view_;
  const DayView& today_;
  Disk& disk_;
  const OrgUnit* unit_ = nullptr;
  std::vector<ProofLocalText> local_;
  Ledger ledger_;
  const Document* document_ = nullptr;
  const Revision* revision_ = nullptr;
  const LedgerEntry* first_ = nullptr;
  const LedgerEntry* shown_ = nullptr;
  const LedgerEntry* next_ = nullptr;
  ReleaseManifest manifest_;  ///< of the first release
  FileTree files_;
};

}  // namespace

Result make_proof(const ProofRequest& request) {
  if (!is_folder(request.target)) return ProofProblem::no_target;
  Diagnostics ignored;  // the question is about bytes and dates
  const Handbook handbook = load(request.sources, ignored);
  const DayView view(handbook, request.day);
  const DayView today(handbook, std::max(request.day, request.today));
  RealDisk disk(request.target);
  return ProofMaker(request, view, today, disk).make_all();
}

}  // namespace handbok
