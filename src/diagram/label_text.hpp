#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbok {

/// An upper estimate of how wide `text` is, in pixels. No font is asked, so that a drawing is the
/// same on every machine: the widths are those of wide sans-serif faces (DejaVu Sans, Verdana).
double text_width(std::string_view text, double font_size);

/// `text` in as few lines as `max_width` allows, of about equal width. A dash stays with the word
/// before it and a number ("3.") with the word after. Only a word that is too long for a line of
/// its own is broken, with a hyphen. Empty text gives no lines.
std::vector<std::string> wrap_text(std::string_view text, double font_size, double max_width);

}  // namespace handbok
