// Personal identity numbers, wherever a person may have written one.

#include <algorithm>
#include <functional>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "diag/code_names.hpp"
#include "model/body_blocks.hpp"
#include "model/body_words.hpp"
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

  bool has_found() const { return has_found_; }

private:
  std::function<void(CheckReport)> report_;
  bool has_found_ = false;
};

/// Counts digits that follow each other with no small letter between them, nor two capitals, which
/// ids have: "RUT-001, RUT-002, RUT-003".
class DigitRun {
public:
  /// True if nine have come, which a number has at least, or what may be a digit of another form.
  bool takes(std::string_view text, bool is_html) {
    constexpr int digits_needed = 9;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (is_html && c == '<') {
        i = std::min(text.find('>', i), text.size());
        continue;
      }
      const bool is_word = is_lower(c) || (is_upper(c) && is_upper(last_));
      last_ = c;
      if (is_digit(c)) {
        if (++digits_ == digits_needed) return true;
      } else if (is_word) {
        digits_ = 0;
      } else if (c == '&' || c == '\xEF' || c == '\xF0') {
        return true;
      } else if (c == '\xE2' && (i + 1 == text.size() || text[i + 1] != '\x80')) {
        return true;
      }
    }
    return false;
  }

private:
  int digits_ = 0;
  char last_ = ' ';  ///< the sign before, tags left out
};

/// False if no number can stand on the page, split or whole: then nobody need put it together.
bool may_hold_number(const Body& body) {
  DigitRun run;
  for (const auto& piece : pieces_of(body)) {
    if (run.takes(piece.html, true)) return true;
    if (piece.kind != PieceKind::link_start) continue;
    const auto& link = body.links[piece.index];
    if (run.takes(link.is_image ? link.text : link.target, false)) return true;
  }
  return false;
}

bool is_part_of_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789-+ ") == std::string_view::npos;
}

/// A number in two cells of a table, which are blocks: "811228" and "9874".
void scan_cells(Scan& scan, const std::vector<BodyBlock>& blocks, const Location& location) {
  std::string before;
  for (const auto& block : blocks) {
    if (is_part_of_number(block.text) && is_part_of_number(before))
      scan.text(before + " " + block.text, location);
    before = block.text;
  }
}

/// The page as a reader sees it, code included, for numbers that are split by emphasis: they are
/// told of once.
void scan_blocks(Scan& scan, const Revision& revision) {
  const auto blocks = blocks_of(revision.body);
  const Location location{revision.path, 0, 0};
  const auto worst = std::ranges::max_element(
      blocks, {}, [](const BodyBlock& block) { return find_identity_number(block.text); });
  if (worst != blocks.end()) scan.text(worst->text, location);
  if (!scan.has_found()) scan_cells(scan, blocks, location);
}

/// The text first, where the place is known; then the page as a whole.
void scan_body(Scan& scan, const Revision& revision) {
  for (const auto& text : texts_of(revision.body))
    scan.text(text.text, revision.at(text.position));
  for (const auto& link : revision.body.links) {
    for (const auto* const text : {&link.target, &link.text, &link.title})
      scan.text(*text, revision.at(link.position));
  }
  if (!scan.has_found() && may_hold_number(revision.body)) scan_blocks(scan, revision);
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
  return !includes(document.unreadable, revision.number) && !has_changed_text(revision);
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
    case AttachmentReading::no_program: break;
    case AttachmentReading::damaged: return "@attachment.damaged";
    case AttachmentReading::locked: return "@attachment.locked";
    case AttachmentReading::too_large: return "@attachment.too_large";
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
    case CaseMarker::none: return {};
    case CaseMarker::record_number: return "@case.record_number";
    case CaseMarker::private_mail: return "@case.private_mail";
    case CaseMarker::relative_phone: return "@case.relative_phone";
  }
  return {};
}

}  // namespace

void check_privacy_case_marker(CheckContext& context) {
  for (const auto& entry : context.revisions()) {
    const auto& revision = *entry.revision;
    for (const auto& text : texts_of(revision.body)) {
      const auto marker = find_case_marker(text.text);
      if (marker == CaseMarker::none) continue;
      context.report(
          revision,
          {Code::privacy_case_marker, revision.at(text.position), {std::string(slot_of(marker))}});
    }
  }
}

}  // namespace handbok
