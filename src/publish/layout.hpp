#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// "folder/name".
std::string below(std::string_view folder, std::string_view name);

// What lies where in the folder that handbooks are published to (design 7; docs/publishing.md).

namespace layout {

inline constexpr std::string_view current = "current";  ///< a link to the release that is served
inline constexpr std::string_view new_current = ".current.tmp";
inline constexpr std::string_view ledger = "ledger";
inline constexpr std::string_view releases = "releases";
inline constexpr std::string_view manifests = "manifests";
inline constexpr std::string_view reports = "reports";
inline constexpr std::string_view assets = "assets";
inline constexpr std::string_view lock = "lock";
inline constexpr std::string_view build_status = "build-status.json";
inline constexpr std::string_view new_build_status = ".build-status.tmp";
inline constexpr std::string_view unfinished = ".tmp-";  ///< begins the name of what is being made
/// In a release, the link to the file that says how old the site is.
inline constexpr std::string_view build_status_link = "../../build-status.json";

/// "000042".
std::string number_name(int number);

/// "ledger/000042.toml".
std::string ledger_entry(int entry);

/// "releases/000042".
std::string release(int release);

/// "manifests/000042.txt".
std::string manifest(int release);

/// "reports/000042.html", for the ending "html".
std::string report(int release, std::string_view ending);

}  // namespace layout

/// True if the path of a site belongs to the assets that all releases share.
inline bool is_asset(std::string_view path) {
  return path.starts_with("assets/");
}

}  // namespace handbok
