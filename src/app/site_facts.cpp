#include "app/site_facts.hpp"

#include <algorithm>
#include <set>

#include "app/signed_heads.hpp"
#include "base/strings.hpp"
#include "load/load.hpp"
#include "render/addresses.hpp"

namespace handbok {
namespace {

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
    withheld.kept = {address::document_folder(handbook, revision.document)};
  return withheld;
}

bool has_revision(const Document* document, int number) {
  return document != nullptr && document->find(number) != nullptr;
}

}  // namespace

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
