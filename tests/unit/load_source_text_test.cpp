#include <catch2/catch.hpp>

#include "base/limits.hpp"
#include "load/source_text.hpp"
#include "support/code.hpp"

namespace handbok {
namespace {

/// The codes that checking `bytes` reports, each with its line.
std::vector<std::pair<Code, int>> codes_of(std::string_view bytes) {
  Diagnostics diagnostics;
  ReadScope scope("a.md", Consequence::entry_left_out, diagnostics);
  static_cast<void>(check_source_text(bytes, scope));
  std::vector<std::pair<Code, int>> codes;
  for (const auto& diagnostic : diagnostics.sorted())
    codes.emplace_back(diagnostic.code, diagnostic.location.line);
  return codes;
}

using Codes = std::vector<std::pair<Code, int>>;

TEST_CASE("ordinary Swedish text has no fault", "[load][text]") {
  CHECK(codes_of("Så gör du – 5 kap. 3 §.\n\tIndraget ”citat”.\n").empty());
}

TEST_CASE("each fault of a file's bytes is told once, at its first place", "[load][text]") {
  CHECK(codes_of("\xEF\xBB\xBFtext\n") == Codes{{"text.byte-order-mark"_code, 1}});
  CHECK(codes_of("a\r\nb\r\n") == Codes{{"text.line-ending"_code, 1}});
  CHECK(codes_of("a\nb\x07 c\x07\n") == Codes{{"text.control-character"_code, 2}});
  CHECK(codes_of("a\n\nb\xE2\x80\xAE c\n") == Codes{{"text.hidden-character"_code, 3}});
  CHECK(codes_of("hj\xE4lp\n") == Codes{{"text.invalid-utf8"_code, 0}});
  CHECK(codes_of("rad\nruti\xCC\x88n\n") == Codes{{"text.not-nfc"_code, 2}});
}

TEST_CASE("overlong forms, surrogates and stray bytes are not UTF-8", "[load][text]") {
  for (const std::string_view bytes :
       {"\xC0\xAF", "\xED\xA0\x80", "\xFF", "\xE2\x82", "\xF4\x90\x80\x80"}) {
    CHECK(codes_of(bytes) == Codes{{"text.invalid-utf8"_code, 0}});
  }
}

TEST_CASE("a text file may be 512 KiB and not a byte more", "[load][text]") {
  CHECK(codes_of(std::string(limits::text_bytes, 'a')).empty());
  CHECK(codes_of(std::string(limits::text_bytes + 1, 'a')) == Codes{{"file.too-large"_code, 0}});
}

/// Splits and gives head, body and the body's line, or nothing.
std::optional<std::tuple<std::string, std::string, int>> split_of(std::string_view bytes) {
  Diagnostics diagnostics;
  ReadScope scope("a.md", Consequence::entry_left_out, diagnostics);
  SplitSource split;
  if (!split_source(bytes, scope, split)) return std::nullopt;
  return std::tuple(std::string(split.head), std::string(split.body), split.body_line);
}

TEST_CASE("a revision file is a head between two fences and a text", "[load][text]") {
  CHECK(split_of("+++\nid = 1\n+++\n\nText\n") == std::tuple("id = 1\n", "\nText\n", 4));
  CHECK(split_of("+++\n+++\nText") == std::tuple("", "Text", 3));
  CHECK(split_of("+++\nid = 1\n+++") == std::tuple("id = 1\n", "", 3));
  CHECK(split_of("\xEF\xBB\xBF+++\nid = 1\n+++\nText\n").has_value());
  CHECK_FALSE(split_of("id = 1\n+++\nText\n"));
  CHECK_FALSE(split_of("+++\nid = 1\nText\n"));
  CHECK_FALSE(split_of("+++"));
  CHECK_FALSE(split_of(""));
}

}  // namespace
}  // namespace handbok
