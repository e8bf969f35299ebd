#include "app/site_facts.hpp"

#include <algorithm>
#include <optional>

#include "base/sha256.hpp"
#include "base/ssh_format.hpp"
#include "base/strings.hpp"
#include "derive/signing_keys.hpp"
#include "diag/code_names.hpp"
#include "load/load.hpp"
#include "model/approval_statement.hpp"
#include "render/addresses.hpp"

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
    more.insert(more.begin(), to_text(revision.key()));
    diagnostic.what = std::move(more);
    diagnostic.remedy = std::move(remedy);
    diagnostic.revision = revision.key();
    diagnostic.about = {Part::decisions, {}, revision.document, {}};
    diagnostic.owner = revision.owner;
    diagnostic.units = {revision.unit};
    diagnostic.consequence = Consequence::revision_withheld;
    found_.push_back(std::move(diagnostic));
  }

  const DayView& view_;
  const Ledger& ledger_;
  const ReleaseManifest* last_;
  std::vector<Diagnostic> found_;
};

RevisionFacts facts_of(const Revision& revision, const Handbook& handbook) {
  RevisionFacts facts;
  facts.key = revision.key();
  facts.title = revision.title;
  facts.owner = revision.owner;
  facts.digest = revision.digest;
  facts.signed_steps = signed_digest(revision);
  facts.address = address::revision(handbook, revision.key());
  const auto folder = address::document_folder(handbook, revision.document);
  for (const auto& attachment : revision.attachments)
    facts.originals.push_back({folder + attachment.path, "sha256:" + attachment.sha256});
  return facts;
}

/// True for what a stretch of running text is made of, and no markup: letters, digits, blanks and
/// commas. Bytes above ASCII are parts of letters.
bool is_running_text(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
         c == ',' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t text_length_min = 30;
constexpr std::size_t title_length_min = 12;

/// The stretches of running text that are long enough to tell one text from another, the longest
/// first.
std::vector<std::string_view> stretches_of(std::string_view text, std::size_t length_min) {
  std::vector<std::string_view> stretches;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_running_text(text[i])) continue;
    const auto stretch = trim(text.substr(start, i - start));
    if (stretch.size() >= length_min) stretches.push_back(stretch);
    start = i + 1;
  }
  std::ranges::stable_sort(stretches, [](auto a, auto b) { return a.size() > b.size(); });
  return stretches;
}

/// True if a file has the stretch whose path does not begin with `own`.
bool is_in_other_file(std::string_view stretch, std::string_view own, const FileTree& files) {
  return std::ranges::any_of(files.files(), [&](const auto& file) {
    return !file.first.starts_with(own) && file.second.find(stretch) != std::string::npos;
  });
}

/// The first of the stretches that stands nowhere else in the sources; empty if there is none.
std::string sample_of(const std::vector<std::string_view>& stretches, std::string_view own,
                      const FileTree& sources) {
  constexpr std::size_t tries_max = 8;
  for (std::size_t i = 0; i < std::min(stretches.size(), tries_max); ++i) {
    if (!is_in_other_file(stretches[i], own, sources)) return std::string(stretches[i]);
  }
  return {};
}

std::string sample_of(const Revision& revision, const FileTree& sources) {
  return sample_of(stretches_of(body_text(sources, revision), text_length_min), revision.path,
                   sources);
}

/// True if the interface has the words anyway: a title may be as short as a heading.
bool is_in_words(std::string_view stretch, const FileTree& theme) {
  return std::ranges::any_of(theme.files(), [&](const auto& file) {
    return file.first.starts_with("lang/") && file.second.find(stretch) != std::string::npos;
  });
}

/// What tells the revision's title and text from everything that lies outside of `own`.
HiddenText hidden_text_of(const Revision& revision, std::string_view own, const FileTree& sources,
                          const FileTree& theme) {
  HiddenText hidden{revision.key(), {}};
  const auto of_text =
      sample_of(stretches_of(body_text(sources, revision), text_length_min), own, sources);
  if (!of_text.empty()) hidden.samples.push_back(of_text);
  const auto of_title = sample_of(stretches_of(revision.title, title_length_min), own, sources);
  if (!of_title.empty() && !is_in_words(of_title, theme)) hidden.samples.push_back(of_title);
  return hidden;
}

/// The addresses of a revision's own: its page, its diagram and its attachments.
std::vector<std::string> own_addresses(const RevisionKey& revision, const Handbook& handbook) {
  const auto folder = address::document_folder(handbook, revision.document);
  return {address::revision(handbook, revision), address::diagram(handbook, revision),
          folder + std::to_string(revision.number) + "/"};
}

/// A revision whose addresses stand as they were last published.
WithheldRevision withheld_revision(const Revision& revision, const DayView& view) {
  const auto& handbook = view.handbook();
  WithheldRevision withheld{revision.key(), own_addresses(revision.key(), handbook)};
  const auto* const in_force = view.in_force(revision.document);
  // What readers get under the document's own address would be another text than the one that ought
  // to apply, so all of the document stays as it is.
  if (in_force == nullptr || revision.number >= in_force->number)
    withheld.kept = {address::document_folder(handbook, revision.document),
                     address::papers(revision.document)};
  return withheld;
}

bool has_revision(const Document* document, int number) {
  return document != nullptr && document->find(number) != nullptr;
}

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

std::vector<HiddenText> hidden_texts(const DayView& view, const DayView& whole,
                                     const FileTree& sources, const FileTree& theme) {
  std::vector<HiddenText> hidden;
  for (const auto& document : whole.handbook().documents) {
    const auto* const shown = view.handbook().find_document(document.id);
    for (const auto& revision : document.revisions) {
      if (revision.audience_scope != AudienceScope::restricted) continue;
      if (has_revision(shown, revision.number)) continue;
      const auto own = shown == nullptr ? document.folder + "/" : revision.path;
      hidden.push_back(hidden_text_of(revision, own, sources, theme));
    }
  }
  return hidden;
}

SiteFacts site_facts(const DayView& view, const std::set<RevisionKey>& withheld) {
  SiteFacts facts;
  facts.as_of = view.day();
  for (const auto& document : view.documents()) {
    if (document.state == DocumentState::in_force) ++facts.documents_in_force;
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      if (withheld.contains(revision.key())) {
        facts.withheld.push_back(withheld_revision(revision, view));
      } else if (is_published(document.revisions[i].state)) {
        facts.revisions[to_text(revision.key())] = facts_of(revision, view.handbook());
      }
    }
  }
  return facts;
}

std::vector<UnapprovedText> unapproved_texts(const DayView& view, const FileTree& sources) {
  std::vector<UnapprovedText> texts;
  for (const auto& document : view.documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      if (is_published(document.revisions[i].state)) continue;
      texts.push_back({revision.key(), address::revision(view.handbook(), revision.key()),
                       sample_of(revision, sources)});
    }
  }
  return texts;
}

}  // namespace handbok
