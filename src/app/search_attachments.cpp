#include "app/search_attachments.hpp"

#include <map>

#include "io/file.hpp"
#include "io/run_program.hpp"
#include "io/write_files.hpp"
#include "text/identity_number.hpp"
#include "word/office_text.hpp"

namespace handbok {
namespace {

constexpr int seconds_max = 10;
constexpr std::size_t text_bytes_max = std::size_t{16} * 1024 * 1024;
constexpr std::size_t memory_bytes_max = std::size_t{1} * 1024 * 1024 * 1024;
constexpr std::string_view wrong_password = "Incorrect password";

AttachmentReading reading_of(const ProgramResult& result) {
  if (result.end == ProgramEnd::too_much_output) return AttachmentReading::too_large;
  if (result.end == ProgramEnd::exited && result.status == 0) return AttachmentReading::whole;
  const bool is_locked = result.errors.find(wrong_password) != std::string::npos;
  return is_locked ? AttachmentReading::locked : AttachmentReading::damaged;
}

NumberFound found_in(std::string_view text) {
  switch (find_identity_number(text)) {
    case IdentityNumber::none: return NumberFound::none;
    case IdentityNumber::possible: return NumberFound::possible;
    case IdentityNumber::certain: return NumberFound::certain;
  }
  return NumberFound::none;
}

AttachmentReading reading_of(const std::optional<word::OfficeTextFault>& fault) {
  if (!fault) return AttachmentReading::whole;
  switch (*fault) {
    case word::OfficeTextFault::damaged: return AttachmentReading::damaged;
    case word::OfficeTextFault::locked: return AttachmentReading::locked;
    case word::OfficeTextFault::too_large: return AttachmentReading::too_large;
  }
  return AttachmentReading::damaged;
}

/// Searches files, each of them once.
class Searcher {
public:
  explicit Searcher(const std::function<PdfText(const std::string&)>& read_pdf)
      : read_pdf_(read_pdf) {}

  AttachmentSearch search(const Attachment& attachment, const std::string& bytes) {
    const auto known = done_.find(attachment.sha256);
    if (known != done_.end()) return known->second;
    return done_.emplace(attachment.sha256, search_bytes(bytes)).first->second;
  }

private:
  /// By what the file is and not by its name, which may be untrue (file.attachment-type).
  AttachmentSearch search_bytes(const std::string& bytes) const {
    if (bytes.starts_with("%PDF-")) {
      // Without one object there are no words, and the bytes were searched when they were loaded.
      if (bytes.find(" obj") == std::string::npos) return {};
      const auto pdf = read_pdf_(bytes);
      return {pdf.reading, found_in(pdf.text)};
    }
    if (!bytes.starts_with("PK\x03\x04")) return {};
    const auto office = word::office_text(bytes);
    return {reading_of(office.fault), found_in(office.text)};
  }

  const std::function<PdfText(const std::string&)>& read_pdf_;
  std::map<std::string, AttachmentSearch, std::less<>> done_;
};

}  // namespace

PdfText pdf_text(const std::string& bytes) {
  const auto program = find_program("pdftotext");
  if (!program) return {AttachmentReading::no_program, {}};
  const ScratchFolder folder;
  const auto path = folder.path() + "/attachment.pdf";
  write_file(path, bytes);
  ProgramRun run;
  run.program = *program;
  run.arguments = {"-enc", "UTF-8", "-htmlmeta", path, "-"};
  run.seconds_max = seconds_max;
  run.output_max = text_bytes_max;
  run.memory_max = memory_bytes_max;
  auto result = run_program(run);
  const auto reading = reading_of(result);
  return {reading, std::move(result.output)};
}

void search_attachments(Handbook& handbook, const FileTree& sources,
                        const std::function<PdfText(const std::string&)>& read_pdf) {
  Searcher searcher(read_pdf);
  for (auto& document : handbook.documents) {
    for (auto& revision : document.revisions) {
      for (auto& attachment : revision.attachments) {
        auto path = document.folder;
        const auto* const bytes = sources.find(path.append("/").append(attachment.path));
        if (bytes != nullptr) attachment.search = searcher.search(attachment, *bytes);
      }
    }
  }
}

}  // namespace handbok
