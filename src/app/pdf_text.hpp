#pragma once

#include <string>

#include "model/document.hpp"

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

}  // namespace handbok
