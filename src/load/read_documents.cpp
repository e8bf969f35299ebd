#include "load/read_documents.hpp"

#include <algorithm>
#include <optional>

#include "base/in_order.hpp"
#include "base/strings.hpp"
#include "diag/code_names.hpp"
#include "load/document_folder.hpp"
#include "load/read_attachments.hpp"
#include "load/read_decisions.hpp"
#include "load/read_revision.hpp"
#include "model/approval_digest.hpp"

namespace handbok {
namespace {

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
    revision.approval = read_approval(sources_, scope);
  }

  void report_change(const Revision& revision) {
    auto scope = ReadScope::for_revision(revision.path, revision.key(), true, diagnostics_);
    const auto number = std::to_string(revision.number);
    scope.report(Code::doc_approved_text_changed, {}, {revision.document, number},
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
    document.reviews = read_reviews(sources, scope);
  }
  if (folder.has_repeal) {
    auto scope = scope_for("repeal.toml");
    document.repeal = read_repeal(sources, scope);
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

/// Reads the first of the folders with its id; that there are others takes the document's word
/// away: nobody knows which one is meant.
ReadFolder read_folder(const FileTree& sources, const std::vector<DocumentFolder>& folders,
                       std::size_t number) {
  const auto& folder = folders[number];
  ReadFolder read;
  if (number > 0 && folder.id == folders[number - 1].id) return read;
  if (folder.revisions.empty() && folder.unread.empty()) return read;
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
  std::ranges::stable_sort(folders, {}, &DocumentFolder::id);
  make_in_order(
      folders.size(), jobs,
      [&](std::size_t number) { return read_folder(sources, folders, number); },
      [&](std::size_t /*number*/, ReadFolder read) {
        diagnostics.merge(std::move(read.diagnostics));
        if (read.document) handbook.documents.push_back(*std::move(read.document));
      });
}

}  // namespace handbok
