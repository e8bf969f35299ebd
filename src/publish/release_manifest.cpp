#include "publish/release_manifest.hpp"

#include <charconv>
#include <utility>

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "publish/layout.hpp"
#include "site/site.hpp"

namespace handbok {
namespace {

constexpr std::string_view first_line = "handbok-release-v1";

void add_files(std::string& text, std::string_view kind, const ReleaseManifest::Files& files) {
  for (const auto& [path, file] : files) {
    text.append(kind).append(" ").append(file.digest).append(" ");
    text.append(std::to_string(file.size)).append(" ").append(std::to_string(file.since));
    text.append(" ").append(path).append("\n");
  }
}

/// Takes the part of `line` before the next blank away from it.
std::string_view take_word(std::string_view& line) {
  const auto blank = line.find(' ');
  const auto word = line.substr(0, blank);
  line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
  return word;
}

template <typename Number>
Number take_number(std::string_view& line) {
  Number number = 0;
  const auto word = take_word(line);
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

void read_file(std::string_view line, ReleaseManifest::Files& files) {
  ReleaseFile file;
  file.digest = take_word(line);
  file.size = take_number<std::size_t>(line);
  file.since = take_number<int>(line);
  files[std::string(line)] = std::move(file);
}

void read_revision(std::string_view line, ReleaseManifest& manifest) {
  const std::string key(take_word(line));
  const std::string digest(take_word(line));
  manifest.revisions[key] = {digest, std::string(line)};
}

/// Reads a line without judging it: parse_manifest() writes the result again and refuses what does
/// not come out the same, so a wrong value needs no check of its own here.
void read_line(std::string_view line, ReleaseManifest& manifest) {
  const auto kind = take_word(line);
  if (kind == "release") {
    manifest.release = take_number<int>(line);
  } else if (kind == "as_of") {
    if (const auto date = Date::parse(line)) manifest.as_of = *date;
  } else if (kind == "revision") {
    read_revision(line, manifest);
  } else if (kind == "signed") {
    const auto key = take_word(line);
    manifest.signed_steps.emplace(key, line);
  } else if (kind == "file") {
    read_file(line, manifest.files);
  } else if (kind == "asset") {
    read_file(line, manifest.assets);
  } else if (kind == "report") {
    read_file(line, manifest.reports);
  } else if (kind == "closed") {
    manifest.closed.emplace(line);
  }
}

bool has_same_bytes(const ReleaseManifest::Files& a, const ReleaseManifest::Files& b) {
  const auto is_same = [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.digest == y.second.digest;
  };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), is_same);
}

std::string joined(const std::string& folder, const std::string& path) {
  if (folder.empty()) return path;
  return path.empty() ? folder : folder + "/" + path;
}

/// True if the folder at `path` of a site holds files of the manifest.
bool is_folder_of(const ReleaseManifest::Files& files, const std::string& path) {
  const auto prefix = path + "/";
  const auto it = files.lower_bound(prefix);
  return it != files.end() && it->first.starts_with(prefix);
}

bool is_known_folder(const ReleaseManifest& manifest, const std::string& path) {
  return is_folder_of(manifest.files, path) || is_folder_of(manifest.assets, path);
}

bool is_known_file(const ReleaseManifest& manifest, const std::string& path) {
  return manifest.files.contains(path) || manifest.assets.contains(path) ||
         path == layout::build_status;
}

}  // namespace

std::size_t ReleaseManifest::site_bytes() const {
  std::size_t bytes = 0;
  for (const auto& [path, file] : files)
    bytes += file.size;
  for (const auto& [path, file] : assets)
    bytes += file.size;
  return bytes;
}

std::string write_manifest(const ReleaseManifest& manifest) {
  std::string text(first_line);
  text.append("\nrelease ").append(std::to_string(manifest.release));
  text.append("\nas_of ").append(manifest.as_of.to_string()).append("\n");
  for (const auto& [key, revision] : manifest.revisions) {
    text.append("revision ").append(key).append(" ").append(revision.digest);
    text.append(" ").append(revision.address).append("\n");
  }
  for (const auto& [key, digest] : manifest.signed_steps)
    text.append("signed ").append(key).append(" ").append(digest).append("\n");
  add_files(text, "file", manifest.files);
  add_files(text, "asset", manifest.assets);
  add_files(text, "report", manifest.reports);
  for (const auto& path : manifest.closed)
    text.append("closed ").append(path).append("\n");
  return text;
}

std::optional<ReleaseManifest> parse_manifest(std::string_view text) {
  ReleaseManifest manifest;
  for (const auto line : split(text, '\n'))
    read_line(line, manifest);
  if (write_manifest(manifest) != text) return std::nullopt;
  return manifest;
}

bool has_address(const ReleaseManifest& manifest, std::string_view path) {
  return path.starts_with(edition_folder) || manifest.files.find(path) != manifest.files.end() ||
         manifest.closed.find(path) != manifest.closed.end();
}

bool is_feed_of_page(const ReleaseManifest& manifest, std::string_view path) {
  constexpr std::string_view feed = "atom.xml";
  if (!path.ends_with("/atom.xml")) return false;
  path.remove_suffix(feed.size());
  return manifest.files.find(std::string(path) + "index.html") != manifest.files.end();
}

bool is_same_site(const ReleaseManifest& a, const ReleaseManifest& b) {
  return a.revisions == b.revisions && a.signed_steps == b.signed_steps && a.closed == b.closed &&
         has_same_bytes(a.files, b.files) && has_same_bytes(a.assets, b.assets);
}

ReleaseManifest left_of(const ReleaseManifest& manifest,
                        const std::vector<std::string>& revisions) {
  ReleaseManifest left;
  left.release = manifest.release;
  for (const auto& key : revisions) {
    const auto revision = manifest.revisions.find(key);
    if (revision == manifest.revisions.end()) continue;
    const auto& address = revision->second.address;
    const auto folder = address.substr(0, address.rfind('/') + 1);
    for (auto it = manifest.files.lower_bound(folder);
         it != manifest.files.end() && it->first.starts_with(folder); ++it)
      left.files.insert(*it);
  }
  for (const auto& [path, report] : manifest.reports) {
    if (path.ends_with(".txt")) left.reports.emplace(path, report);
  }
  return left;
}

const std::string& ReleaseCheck::digest_of(const std::string& path, const FileStatus& status) {
  auto& digest = digests_[status.identity];
  if (digest.empty()) {
    const auto bytes = disk_.read(path);
    bytes_read_ += bytes.size();
    digest = digest_name(bytes);
  }
  return digest;
}

std::optional<TargetFaultKind> ReleaseCheck::problem_of(const std::string& path,
                                                        const ReleaseFile& file) {
  const auto status = disk_.status(path);
  if (!status) return TargetFaultKind::file_missing;
  if (status->kind != FileKind::file) return TargetFaultKind::file_not_plain;
  ++files_seen_;
  if (status->size != file.size || digest_of(path, *status) != file.digest)
    return TargetFaultKind::file_changed;
  if (status->mode != file_mode) return TargetFaultKind::file_mode_changed;
  if (status->modified == times_(file.since)) return std::nullopt;
  if (!mends_times_) return TargetFaultKind::file_time_changed;
  disk_.set_modified(path, times_(file.since));
  return std::nullopt;
}

bool ReleaseCheck::is_intact(const std::string& path, const ReleaseFile& file) {
  return !problem_of(path, file);
}

std::vector<TargetFault> ReleaseCheck::faults_of_files(const std::string& folder,
                                                       const ReleaseManifest::Files& files) {
  std::vector<TargetFault> faults;
  for (const auto& [path, file] : files) {
    const auto full = joined(folder, path);
    if (const auto problem = problem_of(full, file)) faults.push_back({*problem, full});
  }
  return faults;
}

void ReleaseCheck::find_unknown(const std::string& folder, const std::string& below,
                                const ReleaseManifest& manifest, std::vector<TargetFault>& faults) {
  for (const auto& name : disk_.names_in(joined(folder, below))) {
    const auto path = joined(below, name);
    const auto full = joined(folder, path);
    if (is_known_file(manifest, path)) continue;
    const auto status = disk_.status(full);
    if (!status || status->kind != FileKind::folder || !is_known_folder(manifest, path)) {
      faults.push_back({TargetFaultKind::file_unknown, full});
      continue;
    }
    if (status->mode != folder_mode) faults.push_back({TargetFaultKind::file_mode_changed, full});
    find_unknown(folder, path, manifest, faults);
  }
}

std::vector<TargetFault> ReleaseCheck::faults_of_rest(const std::string& folder,
                                                      const ReleaseManifest& left) {
  auto faults = faults_of_files(folder, left.files);
  find_unknown(folder, "", left, faults);
  return faults;
}

std::vector<TargetFault> ReleaseCheck::faults_of_release(const std::string& folder,
                                                         const ReleaseManifest& manifest) {
  const auto status = disk_.status(folder);
  if (!status) return {{TargetFaultKind::file_missing, folder}};
  if (status->kind != FileKind::folder) return {{TargetFaultKind::file_not_plain, folder}};
  auto faults = faults_of_files(folder, manifest.files);
  const auto of_assets = faults_of_files(folder, manifest.assets);
  faults.insert(faults.end(), of_assets.begin(), of_assets.end());
  if (status->mode != folder_mode) faults.push_back({TargetFaultKind::file_mode_changed, folder});
  const auto link = joined(folder, std::string(layout::build_status));
  const auto link_status = disk_.status(link);
  if (!link_status) {
    faults.push_back({TargetFaultKind::file_missing, link});
  } else if (link_status->kind != FileKind::link ||
             disk_.link_target(link) != layout::build_status_link) {
    faults.push_back({TargetFaultKind::file_not_plain, link});
  }
  find_unknown(folder, "", manifest, faults);
  return faults;
}

}  // namespace handbok
