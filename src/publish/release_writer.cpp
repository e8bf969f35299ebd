#include "publish/release_writer.hpp"

#include <algorithm>
#include <exception>

#include "base/sha256.hpp"
#include "publish/layout.hpp"

namespace handbok {
namespace {

std::string unfinished_folder(int number) {
  return below(layout::releases, std::string(layout::unfinished) + layout::number_name(number));
}

const ReleaseFile* find(const ReleaseManifest::Files& files, const std::string& path) {
  const auto it = files.find(path);
  return it == files.end() ? nullptr : &it->second;
}

}  // namespace

ReleaseWriter::ReleaseWriter(Disk& disk, ReleaseCheck& check, const ReleaseManifest* last,
                             int number, ReleaseTimes times)
    : disk_(disk),
      check_(check),
      last_(last),
      times_(std::move(times)),
      folder_(unfinished_folder(number)) {
  manifest_.release = number;
  for (const auto folder : {layout::releases, layout::manifests, layout::reports, layout::assets}) {
    disk_.make_folder(std::string(folder));
  }
  disk_.make_folder(folder_);
  disk_.make_folder(in_release(std::string(layout::assets)));
  folders_.insert(folder_);
  folders_.insert(in_release(std::string(layout::assets)));
}

ReleaseWriter::~ReleaseWriter() {
  if (is_complete_) return;
  try {
    disk_.remove_tree(folder_);
    for (const auto& path : written_) {
      const bool is_in_use = last_ != nullptr && last_->assets.contains(path);
      if (!is_in_use && !path.starts_with(folder_)) disk_.remove(path);
    }
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // An error here must not hide the one that stopped this publication; the next publication
    // removes the folder.
  }
}

bool ReleaseWriter::is_kept(std::string_view path) const {
  if (manifest_.closed.contains(path)) return false;
  return std::ranges::any_of(kept_,
                             [&](const std::string& prefix) { return path.starts_with(prefix); });
}

std::string ReleaseWriter::in_last(const std::string& path) const {
  return below(layout::release(last_->release), path);
}

void ReleaseWriter::make_folders(const std::string& path) {
  const auto parent = path.substr(0, path.rfind('/'));
  if (folders_.contains(parent)) return;
  make_folders(parent);
  disk_.make_folder(parent);
  folders_.insert(parent);
}

void ReleaseWriter::write(const std::string& path, std::string_view bytes, Moment modified) {
  disk_.write_new(path, bytes, modified);
  written_.push_back(path);
}

bool ReleaseWriter::link_from_last(const std::string& path, const ReleaseFile& file) {
  if (!check_.is_intact(in_last(path), file)) return false;
  make_folders(in_release(path));
  disk_.hard_link(in_last(path), in_release(path));
  ++counts_.linked;
  return true;
}

void ReleaseWriter::add(const SiteFile& file) {
  if (!file.path.is_usable()) return;  // nobody hands one over: render_site has told
  const auto& path = file.path.text();
  if (is_asset(path)) {
    put_asset(file);
    return;
  }
  const auto* const before = last_ == nullptr ? nullptr : find(last_->files, path);
  if (before != nullptr && is_kept(path)) return;
  auto& entry = manifest_.files[path];
  entry = {digest_name(file.bytes), file.bytes.size(), manifest_.release};
  if (before != nullptr && before->digest == entry.digest) {
    entry.since = before->since;
    if (link_from_last(path, *before)) return;
  }
  make_folders(in_release(path));
  write(in_release(path), file.bytes, times_(entry.since));
  ++counts_.written;
}

// Assets are shared by all releases. One that is there already is used if its bytes are right. A
// damaged one is replaced; older releases keep their links to the damaged bytes.
void ReleaseWriter::put_asset(const SiteFile& file) {
  const auto& path = file.path.text();
  auto& entry = manifest_.assets[path];
  entry = {digest_name(file.bytes), file.bytes.size(), manifest_.release};
  const auto* const before = last_ == nullptr ? nullptr : find(last_->assets, path);
  if (before != nullptr && before->digest == entry.digest) entry.since = before->since;
  if (check_.is_intact(path, entry)) {
    ++counts_.linked;
  } else {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto unfinished = below(layout::assets, std::string(layout::unfinished) + name);
    disk_.remove(unfinished);
    write(unfinished, file.bytes, times_(entry.since));
    disk_.rename(unfinished, path);
    written_.back() = path;
    ++counts_.written;
  }
  disk_.hard_link(path, in_release(path));
}

std::optional<TargetFault> ReleaseWriter::add_what_stands() {
  if (last_ == nullptr) return std::nullopt;
  for (const auto& [path, file] : last_->files) {
    if (!is_kept(path)) continue;
    if (!link_from_last(path, file))
      return TargetFault{TargetFaultKind::file_changed, in_last(path)};
    manifest_.files[path] = file;
    ++counts_.kept;
  }
  for (const auto& [path, file] : last_->assets) {
    if (manifest_.assets.contains(path)) continue;
    if (!check_.is_intact(path, file)) return TargetFault{TargetFaultKind::file_changed, path};
    disk_.hard_link(path, in_release(path));
    manifest_.assets[path] = file;
    ++counts_.linked;
  }
  return std::nullopt;
}

void ReleaseWriter::add_report(const std::string& path, std::string_view bytes) {
  manifest_.reports[path] = {digest_name(bytes), bytes.size(), manifest_.release};
  write(path, bytes, times_(manifest_.release));
}

std::optional<TargetFault> ReleaseWriter::complete() {
  const auto release = layout::release(manifest_.release);
  const auto manifest_path = layout::manifest(manifest_.release);
  const auto text = write_manifest(manifest_);
  manifest_digest_ = digest_name(text);
  disk_.symbolic_link(std::string(layout::build_status_link),
                      in_release(std::string(layout::build_status)));
  write(manifest_path, text, times_(manifest_.release));
  disk_.sync_all();
  disk_.rename(folder_, release);
  is_complete_ = true;
  disk_.sync(std::string(layout::releases));

  ReleaseCheck reading(disk_, times_);  // remembers nothing of what was written
  if (disk_.read(manifest_path) != text)
    return TargetFault{TargetFaultKind::manifest_changed, manifest_path};
  auto faults = reading.faults_of_release(release, manifest_);
  const auto of_reports = reading.faults_of_files("", manifest_.reports);
  faults.insert(faults.end(), of_reports.begin(), of_reports.end());
  if (faults.empty()) return std::nullopt;
  return faults.front();
}

}  // namespace handbok
