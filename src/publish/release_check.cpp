#include "publish/release_check.hpp"

#include "base/sha256.hpp"
#include "publish/layout.hpp"

namespace handbok {
namespace {

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
  if (status->modified != times_(file.since)) return TargetFaultKind::file_time_changed;
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
