#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "markdown/markdown_tree.hpp"
#include "markdown/report.hpp"
#include "markdown/source_lines.hpp"

namespace handbok {

/// True if `text` keeps the limits of design 10: bytes in a line, columns and cells of tables,
/// levels of lists and quotations, growth of link definitions, images and declarations. Reports
/// each limit that is passed. Such a text must not reach the Markdown parser, which may need hours
/// or all the memory for it. `lines` are those of `text`. Reads them once, and counts too much
/// rather than too little: what only looks like a table, in a block of code for example, counts as
/// one.
bool is_within_limits(std::string_view text, const SourceLines& lines, Reporter& reporter);

/// True if the addresses and titles of the links in `tree` are not much more than all of `text`:
/// the parser copies a definition to each of its uses, in more ways than reference_growth() knows.
/// Reports it else.
bool is_within_growth(std::string_view text, std::span<const TreeStep> tree, Reporter& reporter);

/// How many bytes the parser would copy for the link definitions of `text` ("[name]: address"):
/// for each definition its length times its uses. A short text can grow to gigabytes that way.
std::size_t reference_growth(std::string_view text);

/// How many columns the line "|---|:-:|" gives a table; 0 if it is no such line.
std::size_t columns_of_delimiter_row(std::string_view text);

/// The label that ends the bracket opened before `begin`; empty if there is none.
std::string_view label_at(std::string_view text, std::size_t begin);

/// Labels are compared without regard to case and to how many blanks they hold.
std::string normal_label(std::string_view label);

}  // namespace handbok
