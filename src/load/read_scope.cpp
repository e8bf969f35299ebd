#include "load/read_scope.hpp"

#include "diag/code_names.hpp"

namespace handbok {

About about_file(std::string_view path) {
  constexpr std::string_view registers = "registers/";
  constexpr std::string_view ending = ".toml";
  if (path == "handbook.toml") return {Part::common, "handbook", {}, {}};
  if (path.starts_with("documents/")) return {Part::texts, {}, {}, {}};
  if (!path.starts_with(registers)) return {};
  path.remove_prefix(registers.size());
  path = path.substr(0, path.find('/'));  // a register may be a folder of files
  if (path.ends_with(ending)) path.remove_suffix(ending.size());
  return {Part::registers, std::string(path), {}, {}};
}

ReadScope ReadScope::for_revision(std::string path, RevisionKey revision, bool is_adopted,
                                  Diagnostics& diagnostics) {
  ReadScope scope(std::move(path), Consequence::revision_withheld, diagnostics);
  scope.subject_ = revision.document;
  scope.about_.part = Part::texts;
  scope.about_.document = revision.document;
  scope.revision_ = std::move(revision);
  scope.errors_are_warnings_ = !is_adopted;
  return scope;
}

ReadScope ReadScope::for_document(std::string path, const std::string& document,
                                  Consequence consequence, Diagnostics& diagnostics) {
  ReadScope scope(std::move(path), consequence, diagnostics);
  scope.subject_ = document;
  scope.about_.part = Part::texts;
  scope.about_.document = document;
  return scope;
}

void ReadScope::set_subject(std::string subject) {
  if (row_.empty() || subject.empty()) row_ = subject;
  subject_ = std::move(subject);
}

void ReadScope::set_owner(std::string owner, std::string unit) {
  owner_ = std::move(owner);
  unit_ = std::move(unit);
}

void ReadScope::report(Code code, TextPosition position, std::vector<std::string> what,
                       std::vector<std::string> remedy) {
  auto diagnostic = diagnostic_of(code, position);
  diagnostic.what = std::move(what);
  diagnostic.remedy = std::move(remedy);
  deliver(std::move(diagnostic), consequence_);
}

void ReadScope::report_value(Code code, TextPosition position, std::vector<std::string> what,
                             std::optional<Severity> severity) {
  auto diagnostic = diagnostic_of(code, position);
  diagnostic.what = std::move(what);
  if (severity) diagnostic.severity = *severity;
  deliver(std::move(diagnostic), revision_ ? consequence_ : Consequence::entry_left_out);
}

void ReadScope::report_unread(const UnreadFile& unread) {
  switch (unread.reason) {
    case UnreadReason::not_regular: return report(Code::file_not_regular, {}, {unread.path});
    case UnreadReason::too_large:
      return report(Code::file_too_large, {},
                    {std::to_string(unread.size), std::to_string(unread.limit)});
    case UnreadReason::unreadable: return report(Code::file_unreadable, {});
  }
}

ReadScope ReadScope::in_file(std::string path) const {
  auto scope = *this;
  scope.path_ = std::move(path);
  return scope;
}

Diagnostic ReadScope::diagnostic_of(Code code, TextPosition position) const {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.location = at(position);
  diagnostic.subject = subject_.empty() ? path_ : subject_;
  diagnostic.severity = info_of(code).severity;
  diagnostic.revision = revision_;
  diagnostic.about = about_;
  if (about_.part == Part::registers) diagnostic.about.row = row_;
  diagnostic.owner = owner_;
  diagnostic.units = {unit_};
  return diagnostic;
}

void ReadScope::deliver(Diagnostic diagnostic, Consequence consequence) {
  if (diagnostic.severity == Severity::error && errors_are_warnings_) {
    diagnostic.severity = Severity::warning;
  }
  if (diagnostic.severity == Severity::error) diagnostic.consequence = consequence;
  diagnostics_->report(std::move(diagnostic));
}

}  // namespace handbok
