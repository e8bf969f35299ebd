#include "diagram/qr_code.hpp"

#include <cstddef>
#include <memory>
#include <qrencode.h>

namespace handbok {
namespace {

constexpr std::size_t quiet_zone = 4;  ///< in modules, on each side

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

/// The dark modules of row `y` as strokes: "M4 8.5h3m2 0h1…".
std::string row_path(const QRcode& code, std::size_t y) {
  const auto width = static_cast<std::size_t>(code.width);
  const auto* const row = code.data + y * width;
  std::string path;
  for (std::size_t x = 0; x < width;) {
    const auto start = x;
    const bool is_dark = (row[x] & 1U) != 0;
    while (x < width && ((row[x] & 1U) != 0) == is_dark)
      ++x;
    if (!is_dark) continue;
    path.append("M").append(std::to_string(start + quiet_zone)).append(" ");
    path.append(std::to_string(y + quiet_zone)).append(".5h").append(std::to_string(x - start));
  }
  return path;
}

}  // namespace

std::string qr_code_svg(std::string_view text) {
  if (text.empty()) return {};
  const std::string bytes(text);
  const Code code(QRcode_encodeString8bit(bytes.c_str(), 0, QR_ECLEVEL_Q));
  if (code == nullptr) return {};
  const auto width = static_cast<std::size_t>(code->width);
  const auto side = std::to_string(width + 2 * quiet_zone);
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="20mm" )"
                    R"(shape-rendering="crispEdges" viewBox="0 0 )";
  svg.append(side).append(" ").append(side).append("\"><path fill=\"#fff\" d=\"M0 0h");
  svg.append(side).append("v").append(side).append("H0z\"/><path stroke=\"#000\" d=\"");
  for (std::size_t y = 0; y < width; ++y)
    svg += row_path(*code, y);
  return svg + "\"/></svg>\n";
}

}  // namespace handbok
