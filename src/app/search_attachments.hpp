#pragma once

#include <functional>
#include <string>

#include "base/file_tree.hpp"
#include "model/document.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// What a PDF says, as far as it can be read.
struct PdfText {
  AttachmentReading reading = AttachmentReading::none;
  std::string text;
};

/// The words of a PDF, its title and keywords included, by the program pdftotext, in a folder of
/// its own under limits of time and memory; without that program none. A page that is only a
/// picture has no words. Throws IoError if the file that it reads cannot be written.
PdfText pdf_text(const std::string& bytes);

/// Looks for personal identity numbers in what the attachments of every revision say, and writes
/// down what came of it: Office documents are unpacked here, PDFs are read by `read_pdf`. The same
/// bytes are read once. Neither a number nor the text around it is kept (decision 0029).
void search_attachments(Handbook& handbook, const FileTree& sources,
                        const std::function<PdfText(const std::string&)>& read_pdf);

}  // namespace handbok
