#pragma once

#include <functional>
#include <string>

#include "app/pdf_text.hpp"
#include "base/file_tree.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Looks for personal identity numbers in what the attachments of every revision say, and writes
/// down what came of it: Office documents are unpacked here, PDFs are read by `read_pdf`. The same
/// bytes are read once. Neither a number nor the text around it is kept (decision 0029).
void search_attachments(Handbook& handbook, const FileTree& sources,
                        const std::function<PdfText(const std::string&)>& read_pdf);

}  // namespace handbok
