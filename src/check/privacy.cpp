// Personal identity numbers, wherever a person may have written one.

#include <algorithm>
#include <functional>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"
#include "model/body_blocks.hpp"
#include "text/case_marker.hpp"
#include "text/identity_number.hpp"

namespace handbok {
namespace {

/// Scans texts and reports each place that holds a number. The report never says which.
class Scan {
public:
  explicit Scan(std::function<void(CheckReport)> report) : report_(std::move(report)) {}

  void text(std::string_view text, const Location& location) {
    const auto found = find_identity_number(text);
    if (found == IdentityNumber::none) return;
    has_found_ = true;
    CheckReport report{Code::privacy_identity_number, location};
    if (found == IdentityNumber::possible) report.severity = Severity::warning;
    report_(std::move(report));
  }

  void texts(const std::vector<std::string>& texts, const Location& location) {
    for (const auto& one : texts)
      text(one, location);
  }

  bool has_found() const { return has_found_; }

private:
  std::function<void(CheckReport)> report_;
  bool has_found_ = false;
};

/// The text that a reader sees, code included; blocks are kept apart.
std::string visible_text(const Body& body) {
  std::string text;
  for (const auto& block : blocks_of(body))
    text.append(block.text).append("|");
  return text;
}

bool is_part_of_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-+ ") == std::string_view::npos;
}

/// A number in two cells of a table, which are blocks: "811228" and "9874".
void scan_cells(Scan& scan, const Revision& revision) {
  std::string before;
  for (const auto& block : blocks_of(revision.body)) {
    if (is_part_of_number(block.text) && is_part_of_number(before))
      scan.text(before + " " + block.text, {revision.path, 0, 0});
    before = block.text;
  }
}

/// The text first, where the place is known; then the page as a whole, for numbers that are split
/// by emphasis or stand in code.
void scan_body(Scan& scan, const Revision& revision) {
  for (const auto& text : revision.body.texts)
    scan.text(text.text, revision.at(text.position));
  for (const auto& link : revision.body.links) {
    scan.texts({link.target, link.text, link.title}, revision.at(link.position));
  }
  if (!scan.has_found()) scan.text(visible_text(revision.body), {revision.path, 0, 0});
  if (!scan.has_found()) scan_cells(scan, revision);
}

/// The folder of a document may have a suffix; its name is a part of the sources too.
void scan_folder(CheckContext& context, const Document& document) {
  Scan scan([&](CheckReport report) { context.report(document, std::move(report)); });
  const auto name = std::string_view(document.folder).substr(document.folder.rfind('/') + 1);
  scan.text(name, {document.folder, 0, 0});
}

void scan_revision(CheckContext& context, const Revision& revision) {
  Scan scan([&](CheckReport report) { context.report(revision, std::move(report)); });
  for (const auto& attachment : revision.attachments) {
    const auto name = std::string_view(attachment.path).substr(attachment.path.rfind('/') + 1);
    scan.text(name, {revision.path, 0, 0});
  }
  scan_body(scan, revision);
}

/// The path of an attachment, unless that is what must not be told.
std::string told_path(const Document& document, const Revision& revision,
                      const Attachment& attachment) {
  if (find_identity_number(attachment.path) != IdentityNumber::none) return revision.path;
  auto path = document.folder;
  return path.append("/").append(attachment.path);
}

/// What a search of the attachment's words gave (app/search_attachments).
void report_search(CheckContext& context, const Document& document, const Revision& revision,
                   const Attachment& attachment) {
  if (attachment.search.found == NumberFound::none) return;
  CheckReport report{Code::privacy_identity_number,
                     {told_path(document, revision, attachment), 0, 0}};
  if (attachment.search.found == NumberFound::possible) report.severity = Severity::warning;
  context.report(revision, std::move(report));
}

bool is_scanned(const Document& document, const Revision& revision) {
  const bool is_readable =
      std::ranges::find(document.unreadable, revision.number) == document.unreadable.end();
  return is_readable && !has_changed_text(revision);
}

}  // namespace

/// Registers and heads are scanned where they are read (load/redact.hpp). Archived revisions are
/// scanned too: they are published as long as any other.
void check_privacy_identity_number(CheckContext& context) {
  for (const auto& document : context.handbook().documents) {
    scan_folder(context, document);
    for (const auto& revision : document.revisions) {
      if (!is_scanned(document, revision)) continue;
      scan_revision(context, revision);
      for (const auto& attachment : revision.attachments)
        report_search(context, document, revision, attachment);
    }
  }
}

namespace {

/// Why the words of an attachment could not all be read; empty if that is no fault of the file.
std::string_view slot_of(AttachmentReading reading) {
  switch (reading) {
    case AttachmentReading::none:
    case AttachmentReading::whole:
    case AttachmentReading::no_program:
      break;
    case AttachmentReading::damaged:
      return "@attachment.damaged";
    case AttachmentReading::locked:
      return "@attachment.locked";
    case AttachmentReading::too_large:
      return "@attachment.too_large";
  }
  return {};
}

/// Calls `visit` with each attachment, archived revisions' included, and where it belongs.
template <typename Visit>
void for_each_attachment(const CheckContext& context, Visit visit) {
  for (const auto& document : context.handbook().documents) {
    for (const auto& revision : document.revisions) {
      if (!is_scanned(document, revision)) continue;
      for (const auto& attachment : revision.attachments)
        visit(document, revision, attachment);
    }
  }
}

}  // namespace

void check_privacy_attachment_unread(CheckContext& context) {
  for_each_attachment(context, [&](const Document& document, const Revision& revision,
                                   const Attachment& attachment) {
    const auto slot = slot_of(attachment.search.reading);
    if (slot.empty()) return;
    const auto path = told_path(document, revision, attachment);
    context.report(revision, {Code::privacy_attachment_unread, {path, 0, 0}, {std::string(slot)}});
  });
}

/// Told once, and of the machine: nothing is wrong with the files.
void check_privacy_pdf_unread(CheckContext& context) {
  constexpr std::size_t named_max = 10;
  std::vector<std::string> paths;
  for_each_attachment(context, [&](const Document& document, const Revision& revision,
                                   const Attachment& attachment) {
    if (attachment.search.reading != AttachmentReading::no_program) return;
    paths.push_back(told_path(document, revision, attachment));
  });
  if (paths.empty()) return;
  const auto count = std::to_string(paths.size());
  if (paths.size() > named_max) {
    paths.resize(named_max);
    paths.emplace_back("…");
  }
  CheckReport report{Code::privacy_pdf_unread, {"handbook.toml", 0, 0}, {count, join(paths, ", ")}};
  report.part = Part::common;
  context.report_entry(std::move(report));
}

namespace {

std::string_view slot_of(CaseMarker marker) {
  switch (marker) {
    case CaseMarker::none:
      return {};
    case CaseMarker::record_number:
      return "@case.record_number";
    case CaseMarker::private_mail:
      return "@case.private_mail";
    case CaseMarker::relative_phone:
      return "@case.relative_phone";
  }
  return {};
}

}  // namespace

void check_privacy_case_marker(CheckContext& context) {
  for (const auto& entry : context.revisions()) {
    const auto& revision = *entry.revision;
    for (const auto& text : revision.body.texts) {
      const auto marker = find_case_marker(text.text);
      if (marker == CaseMarker::none) continue;
      context.report(
          revision,
          {Code::privacy_case_marker, revision.at(text.position), {std::string(slot_of(marker))}});
    }
  }
}

}  // namespace handbok
