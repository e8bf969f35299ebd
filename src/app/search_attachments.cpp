#include "app/search_attachments.hpp"

#include <map>

#include "text/identity_number.hpp"
#include "word/office_text.hpp"

namespace handbok {
namespace {

NumberFound found_in(std::string_view text) {
  switch (find_identity_number(text)) {
    case IdentityNumber::none:
      return NumberFound::none;
    case IdentityNumber::possible:
      return NumberFound::possible;
    case IdentityNumber::certain:
      return NumberFound::certain;
  }
  return NumberFound::none;
}

AttachmentReading reading_of(const std::optional<word::OfficeTextFault>& fault) {
  if (!fault) return AttachmentReading::whole;
  switch (*fault) {
    case word::OfficeTextFault::damaged:
      return AttachmentReading::damaged;
    case word::OfficeTextFault::locked:
      return AttachmentReading::locked;
    case word::OfficeTextFault::too_large:
      return AttachmentReading::too_large;
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
