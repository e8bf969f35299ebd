#include <catch2/catch.hpp>

#include "text/slug.hpp"

namespace handbok {
namespace {

TEST_CASE("a slug is lower-case ASCII with single hyphens", "[text][slug]") {
  CHECK(slug("SÄBO Lönn") == "sabo-lonn");
  CHECK(slug("SOSFS 2011:9") == "sosfs-2011-9");
  CHECK(slug("Gör så här") == "gor-sa-har");
  CHECK(slug("RUT-001") == "rut-001");
  CHECK(slug("  – Vem gör vad?! ") == "vem-gor-vad");
}

TEST_CASE("accents fall away in either case and either Unicode form", "[text][slug]") {
  CHECK(slug("ÅÄÖÉÈÜÆØ") == "aaoeeuaeo");
  CHECK(slug("Linne\xCC\x81gatan A\xCC\x8A") == "linnegatan-a");
}

TEST_CASE("a text without letters has an empty slug", "[text][slug]") {
  CHECK(slug("").empty());
  CHECK(slug("§ – !").empty());
  CHECK(slug("日本").empty());
}

TEST_CASE("invalid bytes separate words in a slug", "[text][slug]") {
  CHECK(slug("a\xFF\xFE"
             "b") == "a-b");
}

}  // namespace
}  // namespace handbok
