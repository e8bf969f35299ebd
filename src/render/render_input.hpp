#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/edition.hpp"
#include "render/theme.hpp"
#include "site/site.hpp"

namespace handbok {

struct RenderOptions {
  std::string base_url;  ///< where the site will lie, for 404.html; empty: not known
  bool drafts = false;   ///< show drafts too, marked; never for publishing
  std::string tool_version;
  bool preview = false;   ///< only what nobody has approved yet; a site of its own
  std::string profile{};  ///< which selection of the handbook the edition is
};

/// All that a site is made of. Everything referred to must outlive the rendering.
struct RenderInput {
  const Edition& edition;   ///< of the handbook it sees nothing else
  const FileTree& sources;  ///< for the bytes of attachments
  const Theme& theme;
  const RenderOptions& options;
  const Isolate& isolate;                  ///< runs the layout of diagrams
  std::span<const SiteFile> data_files{};  ///< finished files that pages link to, if they are there
  /// What lies at an address of the site that is made anew, if anything may be taken from there.
  std::function<std::optional<std::string>(const std::string& path)> earlier{};
  /// Lets go of the source file at `path`, which no page is made of.
  std::function<void(const std::string& path)> forget{};
};

}  // namespace handbok
