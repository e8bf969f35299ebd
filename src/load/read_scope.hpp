#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/body.hpp"

namespace handbok {

/// What a reader reports about: which file, whose it is, and what an error in it costs.
class ReadScope {
public:
  ReadScope(std::string path, Consequence consequence, Diagnostics& diagnostics)
      : path_(std::move(path)),
        consequence_(consequence),
        diagnostics_(&diagnostics) {}

  /// The same for one revision: errors withhold it, or are warnings while it is being written.
  static ReadScope for_revision(std::string path, RevisionKey revision, bool is_adopted,
                                Diagnostics& diagnostics);

  const std::string& path() const { return path_; }
  Consequence consequence() const { return consequence_; }
  Diagnostics& diagnostics() const { return *diagnostics_; }
  Location at(TextPosition position) const { return {path_, position.line, position.column}; }

  /// The subject of later reports, such as the id of the row that is read.
  void set_subject(std::string subject) { subject_ = std::move(subject); }
  void set_owner(std::string owner, std::string unit);

  const std::string& subject() const { return subject_; }

  void report(Code code, TextPosition position, std::vector<std::string> what = {},
              std::vector<std::string> remedy = {});
  /// The same with a severity of its own.
  void report_as(Severity severity, Code code, TextPosition position);

private:
  Diagnostic diagnostic_of(Code code, TextPosition position) const;
  void deliver(Diagnostic diagnostic);

  std::string path_;
  Consequence consequence_;
  Diagnostics* diagnostics_;
  std::string subject_;
  std::string owner_;
  std::string unit_;
  std::optional<RevisionKey> revision_;
  bool errors_are_warnings_ = false;
};

}  // namespace handbok
