#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "diag/codes.hpp"
#include "diag/quoted.hpp"

namespace handbok {

/// A place in a source file. Line and column count from 1; 0 means the file as a whole (or line as
/// a whole). An empty path means the handbook as a whole.
struct Location {
  std::string path;
  int line = 0;
  int column = 0;
  friend auto operator<=>(const Location&, const Location&) = default;
};

/// What an error costs. Warnings and notes cost nothing (design 2.5).
enum class Consequence : std::uint8_t {
  none,
  entry_left_out,     ///< one row of a register, or one file, is not used
  revision_withheld,  ///< the revision is not shown; the last whole one is, under a banner
  build_stopped       ///< what everything rests on is broken; nothing is written
};

/// One revision of a document, by name.
struct RevisionKey {
  std::string document;
  int number = 0;
  friend auto operator<=>(const RevisionKey&, const RevisionKey&) = default;
};

/// The part of a handbook that a diagnostic is about.
enum class Part : std::uint8_t {
  common,     ///< handbook.toml, the theme, the machine: nobody's in particular
  registers,  ///< rows of registers
  texts,      ///< the documents' folders and the files in them
  decisions   ///< what was decided about a text: its .approval.toml
};

/// What a diagnostic is about, in values that whoever reports it fills in. Whom it may be told is
/// decided by these and never by its words, its subject or its place.
struct About {
  Part part = Part::common;
  std::string source;    ///< the register it stands in ("risks"), or "handbook" for handbook.toml
  std::string document;  ///< the document that it concerns; see also Diagnostic::revision
  std::string row;       ///< the row of a register that it concerns
  friend auto operator<=>(const About&, const About&) = default;
};

/// A decision to live with a finding for a time; it stays listed.
struct Suppressed {
  std::string reason;
  std::string decided_by;  ///< role code
  Date until;              ///< first day on which the decision no longer holds
};

/// One thing that is wrong, or worth knowing: a value that is collected, sorted and printed. It
/// says what it concerns and carries the arguments of its message; sentences.hpp
/// has the words.
struct Diagnostic {
  Code code{};
  Location location;
  std::string subject;  ///< as in domain.md 4.11: "RUT-001", "PRO-004/A4", "SFS 1993:387"
  QuotedValues what;    ///< values for the slots of the "what" sentence
  QuotedValues remedy;  ///< values for the slots of the "what to do" sentence
  Severity severity = Severity::warning;
  Consequence consequence = Consequence::none;
  std::optional<RevisionKey> revision;  ///< the revision it concerns, if any
  About about{};
  std::string owner;                       ///< role code of the owner of the subject; may be empty
  std::vector<std::string> units;          ///< ids of those that it concerns; empty: all
  std::optional<Suppressed> suppressed{};  ///< never for errors
};

/// The document that the diagnostic concerns; empty if it concerns none.
const std::string& document_of(const Diagnostic& diagnostic);

/// What errors cost, taken together.
struct Costs {
  bool stops_build = false;
  std::set<RevisionKey> withheld;
};

/// What these diagnostics cost. The only place where Diagnostic::consequence is read: what is
/// published and what is not has one answer (tools/check_layers.py guards it).
Costs costs_of(std::span<const Diagnostic> diagnostics);

/// True if the diagnostic is at least as severe as `threshold` and nobody decided to live with it.
bool counts(const Diagnostic& diagnostic, Severity threshold);

/// The sentence that says what is wrong, with its values.
std::string what_text(const Diagnostic& diagnostic, Language language);

/// The sentence that says what to do.
std::string remedy_text(const Diagnostic& diagnostic, Language language);

/// Collects diagnostics in any order and gives them back in one order, without repetitions.
/// Not safe to share between threads; merge collections instead.
class Diagnostics {
public:
  /// Adds one: its severity and what it costs are set by who reports it. Its subject and its place
  /// are quoted, as its values are already.
  void report(Diagnostic diagnostic);

  void merge(Diagnostics other);

  /// Sorted by path, line, column, code, subject and values; each once.
  std::vector<Diagnostic> sorted() const;

  /// True if some error stops the build.
  bool stops_build() const;
  /// True if some error withholds that revision.
  bool withholds(const RevisionKey& revision) const;
  bool is_empty() const { return items_.empty(); }

private:
  std::vector<Diagnostic> items_;
};

}  // namespace handbok
