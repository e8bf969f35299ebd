#include "load/document_folder.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "load/read_scope.hpp"
#include "model/references.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

constexpr std::string_view documents_prefix = "documents/";
constexpr std::string_view approval_suffix = ".approval.toml";

void report(Diagnostics& diagnostics, Code code, const std::string& path,
            std::vector<std::string> what, const DocumentId& document = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.location = {path, 0, 0};
  diagnostic.subject = path;
  diagnostic.about = about_file(path);
  diagnostic.about.document = document;
  diagnostic.what = std::move(what);
  diagnostic.severity = info_of(code).severity;
  if (diagnostic.severity == Severity::error) diagnostic.consequence = Consequence::entry_left_out;
  diagnostics.report(std::move(diagnostic));
}

bool is_allowed_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 && name.front() != '-' &&
         std::ranges::all_of(name, [](char c) {
           return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
         });
}

std::optional<int> revision_of(std::string_view text) {
  if (text.starts_with('0')) return std::nullopt;
  return whole_number(text, 1, 999'999);
}

/// What the file is within its folder; false if it is nothing we know.
bool sort_file(DocumentFolder& folder, std::string_view name) {
  if (name == "reviews.toml") return folder.has_reviews = true;
  if (name == "repeal.toml") return folder.has_repeal = true;
  if (name == "earlier.toml") return folder.has_earlier = true;
  const auto slash = name.find('/');
  if (slash != std::string_view::npos) {
    const auto number = revision_of(name.substr(0, slash));
    if (number) folder.attachments[*number].emplace_back(name);
    return number.has_value();
  }
  if (name.ends_with(approval_suffix)) {
    return revision_of(name.substr(0, name.size() - approval_suffix.size())).has_value();
  }
  if (!name.ends_with(".md")) return false;
  const auto number = revision_of(name.substr(0, name.size() - 3));
  if (number) folder.revisions.push_back(*number);
  return number.has_value();
}

/// A path below documents/, split at the folder that is named by a document id.
struct PlacedFile {
  DocumentId id;
  std::string folder;
  std::string_view name;
};

std::optional<PlacedFile> place(std::string_view path) {
  if (!path.starts_with(documents_prefix)) return std::nullopt;
  for (auto start = documents_prefix.size();;) {
    const auto slash = path.find('/', start);
    if (slash == std::string_view::npos) return std::nullopt;
    if (auto id = id_of_folder(path.substr(start, slash - start))) {
      return PlacedFile{*std::move(id), std::string(path.substr(0, slash)), path.substr(slash + 1)};
    }
    start = slash + 1;
  }
}

/// What could not be read belongs to a document too; it may be the folder itself.
void place_unread(const FileTree& sources, std::map<std::string, DocumentFolder>& folders) {
  for (const auto& unread : sources.unread()) {
    const auto placed = place(unread.path + "/");
    if (!placed) continue;
    auto& folder = folders[placed->folder];
    folder.id = placed->id;
    folder.path = placed->folder;
    folder.unread.push_back(unread);
  }
}

/// The name of the folder that holds the file.
std::string_view folder_name(std::string_view path) {
  const auto end = path.rfind('/');
  const auto start = path.rfind('/', end - 1) + 1;
  return path.substr(start, end - start);
}

/// Reports a file that no document folder takes. A revision file there means that the folder's name
/// was meant to be an id.
void report_stray(Diagnostics& diagnostics, const std::string& path) {
  const auto name = std::string_view(path).substr(path.rfind('/') + 1);
  const bool is_revision = name.ends_with(".md") && revision_of(name.substr(0, name.size() - 3));
  if (is_revision) {
    report(diagnostics, Code::doc_id_malformed, path, {std::string(folder_name(path))});
  } else {
    report(diagnostics, Code::file_unexpected, path, {std::string(name)});
  }
}

/// The first part of the path, a folder or the file, whose name is not allowed; empty if all are.
std::string forbidden_name(std::string_view path) {
  const auto parts = split(path, '/');
  const auto forbidden = std::ranges::find_if_not(parts, is_allowed_name);
  return forbidden == parts.end() ? std::string() : std::string(*forbidden);
}

void report_collisions(const FileTree& sources, Diagnostics& diagnostics) {
  std::map<std::string, std::string> seen;
  for (const auto& [path, bytes] : sources.files()) {
    std::string folded = path;
    std::ranges::transform(folded, folded.begin(), ascii_lower);
    const auto [it, is_new] = seen.emplace(std::move(folded), path);
    if (!is_new) report(diagnostics, Code::file_name_collision, path, {it->second});
  }
}

}  // namespace

std::optional<DocumentId> id_of_folder(std::string_view name) {
  // A suffix for readers begins with a hyphen and a small letter.
  for (std::size_t i = 1; i < name.size(); ++i) {
    const bool starts_suffix = name[i - 1] == '-' && is_lower(name[i]);
    if (starts_suffix) {
      name = name.substr(0, i - 1);
      break;
    }
  }
  // An id stands in addresses and messages, where no such number may.
  const bool is_id = is_document_id(name) && find_identity_number(name) == IdentityNumber::none;
  return is_id ? std::optional(DocumentId(name)) : std::nullopt;
}

std::optional<DocumentId> document_of_path(std::string_view path) {
  auto placed = place(std::string(path) + "/");
  if (!placed) return std::nullopt;
  return std::move(placed->id);
}

std::optional<int> revision_of_file(std::string_view name) {
  return revision_of(name.substr(0, name.find_first_of("./")));
}

std::vector<DocumentFolder> find_document_folders(const FileTree& sources,
                                                  Diagnostics& diagnostics) {
  report_collisions(sources, diagnostics);
  std::map<std::string, DocumentFolder> folders;
  const auto& files = sources.files();
  for (auto it = files.lower_bound(documents_prefix); it != files.end(); ++it) {
    const auto& path = it->first;
    if (!path.starts_with(documents_prefix)) break;
    if (auto name = forbidden_name(path); !name.empty()) {
      report(diagnostics, Code::file_name_invalid, path, {std::move(name)});
      continue;
    }
    const auto placed = place(path);
    if (!placed) {
      report_stray(diagnostics, path);
      continue;
    }
    auto& folder = folders[placed->folder];
    folder.id = placed->id;
    folder.path = placed->folder;
    if (!sort_file(folder, placed->name)) {
      report(diagnostics, Code::file_unexpected, path, {std::string(placed->name)}, placed->id);
    }
  }
  place_unread(sources, folders);
  std::vector<DocumentFolder> result;
  for (auto& [path, folder] : folders) {
    std::ranges::sort(folder.revisions);
    result.push_back(std::move(folder));
  }
  return result;
}

}  // namespace handbok
