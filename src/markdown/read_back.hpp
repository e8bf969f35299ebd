#pragma once

#include "markdown/report.hpp"
#include "markdown/source_lines.hpp"
#include "model/body.hpp"

namespace handbok {

/// Sets what the author of `lines` sees beside what the reader of `body` sees, and reports each
/// stretch that differs (markdown.reads-otherwise) but those that the text's head accepts. Takes
/// time in proportion to the text.
void read_back(const SourceLines& lines, const Body& body, Reporter& reporter);

}  // namespace handbok
