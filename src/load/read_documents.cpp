#include "load/read_documents.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/file_tree.hpp"
#include "base/in_order.hpp"
#include "base/limits.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "load/document_folder.hpp"
#include "load/read_revision.hpp"
#include "load/read_row.hpp"
#include "load/read_scope.hpp"
#include "load/redact.hpp"
#include "load/source_text.hpp"
#include "model/approval_digest.hpp"
#include "model/document.hpp"

namespace handbok {
namespace {

/// A kind of file that may be published, and how its content begins.
struct AttachmentKind {
  std::string_view extension;
  std::string_view magic;
};

using namespace std::string_view_literals;
constexpr AttachmentKind allowed_kinds[] = {
    {".pdf"sv, "%PDF-"sv},         {".png"sv, "\x89PNG\r\n\x1a\n"sv}, {".jpg"sv, "\xFF\xD8\xFF"sv},
    {".jpeg"sv, "\xFF\xD8\xFF"sv}, {".docx"sv, "PK\x03\x04"sv},       {".xlsx"sv, "PK\x03\x04"sv},
    {".odt"sv, "PK\x03\x04"sv},
};

bool may_be_published(std::string path, std::string_view bytes) {
  std::ranges::transform(path, path.begin(), ascii_lower);  // cameras write .JPG
  return std::ranges::any_of(allowed_kinds, [&](const AttachmentKind& kind) {
    return path.ends_with(kind.extension) && bytes.starts_with(kind.magic);
  });
}

/// The attachments of one revision, hashed. `paths` are below `folder`, in byte order. A file of a
/// kind that may not be published, or whose content does not match its name, is reported
/// (reliability.md 4.5) and kept, since it belongs to the bytes that were approved.
std::vector<Attachment> read_attachments(const FileTree& sources, const std::string& folder,
                                         const std::vector<std::string>& paths, ReadScope& scope) {
  std::vector<Attachment> attachments;
  for (const auto& path : paths) {
    const auto* const bytes = sources.find(std::string(folder).append("/").append(path));
    if (bytes == nullptr) continue;
    if (bytes->size() > limits::attachment_bytes) {
      scope.report(Code::file_too_large, {},
                   {std::to_string(bytes->size()), std::to_string(limits::attachment_bytes)});
    } else if (!may_be_published(path, *bytes)) {
      scope.report(Code::file_attachment_type, {}, {path});
    }
    report_identity_number_in_file(*bytes, scope);
    attachments.push_back({path, sha256_hex(*bytes), bytes->size()});
  }
  return attachments;
}

bool is_adopted(const Revision& revision) {
  return revision.approved() != nullptr;
}

/// True if the revision was approved for other bytes than it has now.
bool has_changed_since_approval(const Revision& revision) {
  const auto* const approved = revision.approved();
  return approved != nullptr && approved->digest != revision.digest;
}

/// Reads one revision. An approved text whose bytes have changed has one fault, that it changed; it
/// is for the checks to say so, and what else is wrong with it does not matter until it is
/// restored.
class RevisionReader {
public:
  RevisionReader(const FileTree& sources, const DocumentFolder& folder, Diagnostics& diagnostics)
      : sources_(sources),
        folder_(folder),
        diagnostics_(diagnostics) {}

  /// The revision, and whether its own file could be read.
  std::pair<Revision, bool> read(int number) {
    Revision revision;
    revision.document = folder_.id;
    revision.number = number;
    revision.path = folder_.file(std::to_string(number) + ".md");
    read_approval_of(revision);
    Diagnostics of_text;
    auto scope =
        ReadScope::for_revision(revision.path, revision.key(), is_adopted(revision), of_text);
    if (const auto files = folder_.attachments.find(number); files != folder_.attachments.end()) {
      revision.attachments = read_attachments(sources_, folder_.path, files->second, scope);
    }
    revision.digest =
        manifest_digest(revision_manifest(revision.key(), digested_files(revision, sources_)));
    if (has_changed_since_approval(revision)) {
      revision.has_foreign_line_ends = is_approved_without_foreign_marks(revision);
    }
    const bool is_readable = read_revision_file(*sources_.find(revision.path), revision, scope);
    if (!has_changed_since_approval(revision)) {
      diagnostics_.merge(std::move(of_text));
    } else if (!is_readable) {
      report_change(revision);
    }
    return {std::move(revision), is_readable};
  }

private:
  void read_approval_of(Revision& revision) {
    const auto path = folder_.file(std::to_string(revision.number) + ".approval.toml");
    if (sources_.find(path) == nullptr) return;
    auto scope = ReadScope::for_revision(path, revision.key(), true, diagnostics_);
    scope.set_decisions();
    auto& approval = revision.approval.emplace();
    approval.path = path;
    approval.validity_location = scope.at({1, 1});
    read_row_file(sources_, scope, shape_of<Approval>(), &approval);
  }

  /// True if the text is the approved one but for its line ends or a byte order mark.
  bool is_approved_without_foreign_marks(const Revision& revision) const {
    const auto& bytes = *sources_.find(revision.path);
    const auto text = replaced(without_byte_order_mark(bytes), "\r\n", "\n");
    if (text == bytes) return false;
    FileTree only_text;
    only_text.put(revision.path, text);
    const auto files = digested_files(revision, only_text);
    return manifest_digest(revision_manifest(revision.key(), files)) == revision.approved()->digest;
  }

  void report_change(const Revision& revision) {
    auto scope = ReadScope::for_revision(revision.path, revision.key(), true, diagnostics_);
    const auto number = std::to_string(revision.number);
    const auto code = revision.has_foreign_line_ends ? Code::doc_line_ends_changed
                                                     : Code::doc_approved_text_changed;
    scope.report(code, {}, {revision.document, number},
                 {revision.document, revision.document + "@" + number});
  }

  const FileTree& sources_;
  const DocumentFolder& folder_;
  Diagnostics& diagnostics_;
};

/// True if a line of a text that cannot be read says that it is for few: it is not told to more.
bool says_restricted(std::string_view bytes) {
  return std::ranges::any_of(split(bytes, '\n'), [](std::string_view line) {
    return line.find("audience_scope") != std::string_view::npos &&
           line.find("restricted") != std::string_view::npos;
  });
}

/// Lends a revision that could not be read the facts of the one before it, so that pages can name
/// it.
void lend_facts(Revision& revision, const Revision* before, std::string_view bytes) {
  if (before != nullptr) revision.audience_scope = before->audience_scope;
  if (says_restricted(bytes)) revision.audience_scope = AudienceScope::restricted;
  if (before != nullptr) {
    revision.title = before->title;
    revision.type = before->type;
    revision.unit = before->unit;
    revision.owner = before->owner;
    return;
  }
  revision.title = revision.document;
  revision.type = revision.document.substr(0, revision.document.find('-'));
}

Document read_document(const FileTree& sources, const DocumentFolder& folder,
                       Diagnostics& diagnostics) {
  Document document;
  document.id = folder.id;
  document.folder = folder.path;
  RevisionReader reader(sources, folder, diagnostics);
  for (const int number : folder.revisions) {
    auto [revision, is_readable] = reader.read(number);
    if (!is_readable) {
      lend_facts(revision, document.revisions.empty() ? nullptr : &document.revisions.back(),
                 *sources.find(revision.path));
      document.unreadable.push_back(number);
    }
    document.revisions.push_back(std::move(revision));
  }
  const auto scope_for = [&](std::string_view name) {
    return ReadScope::for_document(folder.file(name), folder.id, Consequence::entry_left_out,
                                   diagnostics);
  };
  if (folder.has_reviews) {
    auto scope = scope_for("reviews.toml");
    read_row_file(sources, scope, shape_of<Document>(), &document);
  }
  if (folder.has_earlier) {
    auto scope = scope_for("earlier.toml");
    EarlierRevisions earlier;
    read_row_file(sources, scope, shape_of<EarlierRevisions>(), &earlier);
    document.earlier = std::move(earlier.revisions);
  }
  if (folder.has_repeal) {
    auto scope = scope_for("repeal.toml");
    auto& repeal = document.repeal.emplace();
    repeal.location = scope.at({1, 1});
    read_row_file(sources, scope, shape_of<Repeal>(), &repeal);
  }
  return document;
}

/// The scope of what takes a document's word away: its newest approved revision is withheld, and
/// with it all of its pages stand as they were.
ReadScope scope_of_whole(const Document& document, const std::string& path,
                         Diagnostics& diagnostics) {
  const auto newest =
      std::ranges::find_if(document.revisions.rbegin(), document.revisions.rend(), &is_adopted);
  if (newest == document.revisions.rend())
    return ReadScope::for_document(path, document.id, Consequence::entry_left_out, diagnostics);
  return ReadScope::for_revision(path, newest->key(), true, diagnostics);
}

/// What cannot be read may be what was decided last. Only of a draft it is known that it was not.
void report_unread(const DocumentFolder& folder, const FileTree& sources, const Document& document,
                   Diagnostics& diagnostics) {
  for (const auto& unread : folder.unread) {
    const auto name =
        std::string_view(unread.path).substr(std::min(folder.path.size() + 1, unread.path.size()));
    const auto number = revision_of_file(name);
    const auto approval = number ? std::to_string(*number) + ".approval.toml" : std::string();
    const bool is_draft =
        number && name != approval && sources.find(folder.file(approval)) == nullptr;
    auto scope =
        is_draft ? ReadScope::for_revision(unread.path, {folder.id, *number}, false, diagnostics)
                 : scope_of_whole(document, unread.path, diagnostics);
    scope.report_unread(unread);
  }
}

/// A place for references to a document of which nothing can be read.
Revision nothing_read(const DocumentFolder& folder) {
  Revision revision;
  revision.document = folder.id;
  revision.number = 1;
  revision.path = folder.file("1.md");
  lend_facts(revision, nullptr, {});
  return revision;
}

/// What one folder gave: no document if its id is another's or it holds no revision.
struct ReadFolder {
  std::optional<Document> document;
  Diagnostics diagnostics;
};

bool holds_text(const DocumentFolder& folder) {
  return !folder.revisions.empty() || !folder.unread.empty();
}

/// Reads the first of the folders with its id; that there are others takes the document's word
/// away: nobody knows which one is meant.
ReadFolder read_folder(const FileTree& sources, const std::vector<DocumentFolder>& folders,
                       std::size_t number) {
  const auto& folder = folders[number];
  ReadFolder read;
  if (number > 0 && folder.id == folders[number - 1].id) return read;
  if (!holds_text(folder)) return read;
  read.document = read_document(sources, folder, read.diagnostics);
  auto& document = *read.document;
  report_unread(folder, sources, document, read.diagnostics);
  for (auto i = number + 1; i < folders.size() && folders[i].id == folder.id; ++i)
    scope_of_whole(document, folders[i].path, read.diagnostics)
        .report(Code::doc_id_duplicate, {}, {folder.id, folder.path});
  if (document.revisions.empty()) {
    document.revisions.push_back(nothing_read(folder));
    document.unreadable.push_back(1);
  }
  return read;
}

}  // namespace

void read_documents(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics,
                    int jobs) {
  auto folders = find_document_folders(sources, diagnostics);
  // A folder without a text takes no document's place: of the same id, it comes after.
  std::ranges::stable_sort(folders, {}, [](const DocumentFolder& folder) {
    return std::pair(std::string_view(folder.id), !holds_text(folder));
  });
  handbook.documents.reserve(folders.size());
  make_in_order(
      folders.size(), jobs,
      [&](std::size_t number) { return read_folder(sources, folders, number); },
      [&](std::size_t /*number*/, ReadFolder read) {
        diagnostics.merge(std::move(read.diagnostics));
        if (read.document) handbook.documents.push_back(*std::move(read.document));
      });
}

}  // namespace handbok
