#include <catch2/catch.hpp>

#include "base/atom.hpp"

namespace handbok {
namespace {

TEST_CASE("a feed is escaped, and updated when its newest entry was", "[atom]") {
  AtomFeed feed{"tag:a,2000:news", "A & B", "C", "sv", "index.html", "atom.xml", {}};
  CHECK(write_atom(feed).find("<updated>1970-01-01T00:00:00Z</updated>") != std::string::npos);
  const auto day = *Date::from_ymd(2026, 6, 1);
  feed.entries = {{"tag:a,2000:1", "<b>\x01\"", "x.html?a&b", day, "a\nb"}};
  const auto text = write_atom(feed);
  CHECK(text.find("<title>A &amp; B</title>") != std::string::npos);
  CHECK(text.find("<title>&lt;b&gt; &quot;</title>") != std::string::npos);
  CHECK(text.find("href=\"x.html?a&amp;b\"") != std::string::npos);
  CHECK(text.find("<summary>a b</summary>") != std::string::npos);
  CHECK(text.find("1970") == std::string::npos);
}

}  // namespace
}  // namespace handbok
