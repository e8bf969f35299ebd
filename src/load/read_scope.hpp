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

  /// The subject of later reports, such as the id of the row that is read. What is set while there
  /// is one is a row in that row: the reports are still about the outer one, until it is emptied.
  void set_subject(std::string subject);
  void set_owner(std::string owner, std::string unit);

  const std::string& subject() const { return subject_; }

  void report(Code code, TextPosition position, std::vector<std::string> what = {},
              std::vector<std::string> remedy = {});
  /// The same about one value that is replaced or goes with its row: it does not stop the build,
  /// whatever other errors in the file do.
  void report_value(Code code, TextPosition position, std::vector<std::string> what = {},
                    std::optional<Severity> severity = std::nullopt);

  /// True if it is about the rows of a register.
  bool is_of_register() const { return about_.part == Part::registers; }
  /// Reports the file itself, which is listed as unread.
  void report_unread(const UnreadFile& unread);
  /// The same scope for another file.
  ReadScope in_file(std::string path) const;

private:
  Diagnostic diagnostic_of(Code code, TextPosition position) const;
  void deliver(Diagnostic diagnostic, Consequence consequence);

  std::string path_;
  Consequence consequence_;
  Diagnostics* diagnostics_;
  About about_;
  std::string subject_;
  std::string row_;  ///< the outermost subject
  std::string owner_;
  std::string unit_;
  std::optional<RevisionKey> revision_;
  bool errors_are_warnings_ = false;
};

}  // namespace handbok
