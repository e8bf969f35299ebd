#pragma once

#include <string>
#include <string_view>

namespace handbok {

/// The text as a QR code (ISO/IEC 18004), an SVG file of 20 mm with the quiet zone that readers
/// need. A quarter of it may be soiled. Empty if the text is empty or longer than a code can hold.
std::string qr_code_svg(std::string_view text);

}  // namespace handbok
