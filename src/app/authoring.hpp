#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/day_view.hpp"
#include "diag/diagnostic.hpp"
#include "edit/far_days.hpp"
#include "edit/questions.hpp"
#include "edit/requests.hpp"

namespace handbok {

/// A handbook that somebody works on: read once, for acts on documents on one day. Writes nothing;
/// what an act would write is in its outcome.
class Authoring {
public:
  /// Reads the sources whole. `isolate` must outlive this.
  Authoring(FileTree sources, Date day, const Isolate& isolate);
  Authoring(const Authoring&) = delete;
  Authoring& operator=(const Authoring&) = delete;
  ~Authoring() = default;

  const FileTree& sources() const { return sources_; }

  /// What the request leaves open (edit/questions).
  std::vector<Question> questions(const EditRequest& request) const;

  /// Puts an answer into the request (edit/questions).
  Answered answer(EditRequest& request, const Question& question, std::string_view text) const;

  const Handbook& handbook() const { return handbook_; }
  Date day() const { return view_.day(); }
  const Isolate& isolate() const { return isolate_; }

  /// The outcome of the act. Besides its guards, every check is run on the handbook as it would be:
  /// an act that would cause an error is refused, and so is the submission of an unfinished draft.
  /// Warnings that it would cause are among the remarks.
  Outcome attempt(const EditRequest& request) const;

private:
  Desk desk() const { return {sources_, view_}; }

  FileTree sources_;
  const Isolate& isolate_;
  Diagnostics diagnostics_;  ///< of reading; `check` tells them
  Handbook handbook_;
  DayView view_;
};

/// The sources as they are after the act.
FileTree with_changes(FileTree sources, const std::vector<ChangedFile>& files);

/// Writes the files of an outcome below the sources' folder, all or none, then removes those that
/// are to go. Throws IoError.
void write_changes(const std::string& folder, const std::vector<ChangedFile>& files);

/// Writes the files of an outcome below the sources' folder, if these, and what else lies in a
/// document's folder that is written to, are still as the act read them in `before`; refuses it if
/// not. One act at a time is written to a folder. Throws IoError.
void write_act(const std::string& folder, const FileTree& before, Outcome& outcome);

/// Lets the steps be signed with the key in a file, when it comes to that. If the request names a
/// folder as its ledger, that is read: the folder that is published to, or a copy with `ledger/`
/// in it; "0" is the ledger before the first publication. Throws IoError.
void sign_with(const std::string& key_file, ApprovalSteps& request);

/// The manifest of a revision, and its digest as an approval writes it.
struct RevisionManifest {
  std::string text;
  std::string digest;
};

/// The manifest of the revision that `reference` ("RUT-001@3") names, of its bytes as they are now;
/// no value if the reference is malformed or there is no such revision.
std::optional<RevisionManifest> manifest_of(const FileTree& sources, std::string_view reference);

}  // namespace handbok
