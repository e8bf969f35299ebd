#include "publish/publish_rules.hpp"

#include <algorithm>
#include <set>

#include "diag/code_names.hpp"

namespace handbok {
namespace {

Diagnostic diagnostic_of(Code code, std::string subject, std::vector<std::string> what) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.subject = std::move(subject);
  diagnostic.what = std::move(what);
  diagnostic.severity = info_of(code).severity;
  diagnostic.consequence = Consequence::build_stopped;
  return diagnostic;
}

Diagnostic about_revision(Code code, const std::string& key) {
  return diagnostic_of(code, key, {key});
}

bool is_withheld(const RevisionKey& key, const SiteFacts& facts) {
  return std::ranges::any_of(facts.withheld,
                             [&](const WithheldRevision& withheld) { return withheld.key == key; });
}

bool contains(std::string_view bytes, std::string_view sample) {
  const std::boyer_moore_horspool_searcher searcher(sample.begin(), sample.end());
  return std::search(bytes.begin(), bytes.end(), searcher) != bytes.end();
}

/// The folder that the file lies in, with '/' at its end.
std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace

std::string to_text(const RevisionKey& key) {
  return key.document + "@" + std::to_string(key.number);
}

std::vector<Diagnostic> rewritten_revisions(const ReleaseManifest* last, const SiteFacts& facts) {
  std::vector<Diagnostic> found;
  if (last == nullptr) return found;
  for (const auto& [key, revision] : facts.revisions) {
    const auto published = last->revisions.find(key);
    if (published == last->revisions.end() || published->second.digest == revision.digest) continue;
    if (is_withheld(revision.key, facts)) continue;
    auto diagnostic = about_revision(Code::publish_not_original, key);
    diagnostic.consequence = Consequence::revision_withheld;
    diagnostic.revision = revision.key;
    diagnostic.about = {Part::texts, {}, revision.key.document, {}};
    diagnostic.owner = revision.owner;
    found.push_back(std::move(diagnostic));
  }
  return found;
}

std::vector<Diagnostic> missing_revisions(const ReleaseManifest& last,
                                          const ReleaseManifest& next) {
  std::vector<Diagnostic> found;
  for (const auto& [key, revision] : last.revisions) {
    if (next.revisions.contains(key)) continue;
    found.push_back(about_revision(Code::publish_archive_missing, key));
  }
  return found;
}

std::vector<Diagnostic> missing_addresses(const ReleaseManifest& last,
                                          const ReleaseManifest& next) {
  std::set<std::string_view> missing_pages;
  for (const auto& [key, revision] : last.revisions) {
    if (!next.revisions.contains(key)) missing_pages.insert(revision.address);
  }
  std::vector<Diagnostic> found;
  for (const auto& [path, file] : last.files) {
    if (has_address(next, path) || missing_pages.contains(path)) continue;
    if (is_feed_of_page(last, path)) continue;
    found.push_back(diagnostic_of(Code::publish_url_changed, path, {path}));
  }
  return found;
}

std::vector<Diagnostic> closed_addresses(const ReleaseManifest& last, const ReleaseManifest& next) {
  const auto is_new = [&](const std::string& path) {
    return next.closed.contains(path) && !last.closed.contains(path);
  };
  std::vector<Diagnostic> found;
  std::set<std::string> folders;
  const auto tell = [&](const std::string& subject) {
    auto diagnostic = diagnostic_of(Code::publish_closed, subject, {subject});
    diagnostic.consequence = Consequence::none;
    found.push_back(std::move(diagnostic));
  };
  for (const auto& [key, revision] : last.revisions) {
    if (!is_new(revision.address)) continue;
    folders.insert(folder_of(revision.address));
    tell(key);
  }
  for (const auto& path : next.closed) {
    const bool is_of_told = std::ranges::any_of(
        folders, [&](const std::string& folder) { return path.starts_with(folder); });
    if (is_new(path) && !is_of_told) tell(path);
  }
  return found;
}

std::vector<Diagnostic> altered_originals(const ReleaseManifest& next, const SiteFacts& facts) {
  std::vector<Diagnostic> found;
  for (const auto& [key, revision] : facts.revisions) {
    if (is_withheld(revision.key, facts)) continue;
    const auto is_altered = [&](const OriginalFile& original) {
      const auto file = next.files.find(original.address);
      return file == next.files.end() || file->second.digest != original.digest;
    };
    const bool has_page = next.files.contains(revision.address);
    if (has_page && std::ranges::none_of(revision.originals, is_altered)) continue;
    found.push_back(about_revision(Code::publish_not_original, key));
  }
  return found;
}

std::optional<Diagnostic> hidden_text(std::string_view path, std::string_view bytes,
                                      const SiteFacts& facts) {
  for (const auto& text : facts.hidden) {
    const auto is_there = [&](const std::string& sample) { return contains(bytes, sample); };
    if (std::ranges::none_of(text.samples, is_there)) continue;
    const auto key = to_text(text.key);
    return diagnostic_of(Code::publish_hidden, key, {key, std::string(path)});
  }
  return std::nullopt;
}

std::optional<Diagnostic> unapproved_text(std::string_view path, std::string_view bytes,
                                          const SiteFacts& facts) {
  for (const auto& text : facts.unapproved) {
    const bool is_its_page = path == text.address;
    if (!is_its_page && (text.sample.empty() || !contains(bytes, text.sample))) continue;
    const auto key = to_text(text.key);
    return diagnostic_of(Code::publish_unapproved, key, {key, std::string(path)});
  }
  return std::nullopt;
}

}  // namespace handbok
