#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "markdown/body_codec.hpp"
#include "markdown/parse_bodies.hpp"

/// Whatever the text, parsing ends, and what it gives comes through the codec unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  handbok::BodySource source;
  source.text = {reinterpret_cast<const char*>(data), size};
  handbok::ParsedBodies parsed;
  parsed.bodies.push_back(handbok::parse_body(source, parsed.diagnostics));
  const auto bytes = handbok::encode_bodies(parsed);
  const auto decoded = handbok::decode_bodies(bytes);
  if (!decoded || decoded->bodies != parsed.bodies) std::abort();
  if (handbok::encode_bodies(*decoded) != bytes) std::abort();
  handbok::decode_bodies(source.text);
  return 0;
}
