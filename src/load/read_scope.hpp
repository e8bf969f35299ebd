#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/body.hpp"

namespace handbok {

/// What a file of the sources is about, by where it lies: a register, the documents, or everything.
About about_file(std::string_view path);

/// What a reader reports about: which file, whose it is, and what an error in it costs.
class ReadScope {
public:
  ReadScope(std::string path, Consequence consequence, Diagnostics& diagnostics)
      : path_(std::move(path)),
        consequence_(consequence),
        diagnostics_(&diagnostics),
        about_(about_file(path_)) {}

  /// The same for one revision: errors withhold it, or are warnings while it is being written.
  static ReadScope for_revision(std::string path, RevisionKey revision, bool is_adopted,
                                Diagnostics& diagnostics);

  /// The same for a file about a document as a whole.
  static ReadScope for_document(std::string path, const std::string& document,
                                Consequence consequence, Diagnostics& diagnostics);

  /// What is read from here on are decisions about the text.
  void set_decisions() { about_.part = Part::decisions; }

  const std::string& path() const { return path_; }
  Location at(TextPosition position) const { return {path_, position.line, position.column}; }

  /// The subject of later reports, such as the id of the row that is read.
  void set_subject(std::string subject) { subject_ = std::move(subject); }
  void set_owner(std::string owner, std::string unit);

  const std::string& subject() const { return subject_; }

  void report(Code code, TextPosition position, std::vector<std::string> what = {},
              std::vector<std::string> remedy = {});
  /// Reports the file itself, which is listed as unread.
  void report_unread(const UnreadFile& unread);
  /// The same scope for another file.
  ReadScope in_file(std::string path) const;
  /// Reports with a severity of its own.
  void report_as(Severity severity, Code code, TextPosition position);

private:
  Diagnostic diagnostic_of(Code code, TextPosition position) const;
  void deliver(Diagnostic diagnostic);

  std::string path_;
  Consequence consequence_;
  Diagnostics* diagnostics_;
  About about_;
  std::string subject_;
  std::string owner_;
  std::string unit_;
  std::optional<RevisionKey> revision_;
  bool errors_are_warnings_ = false;
};

}  // namespace handbok
