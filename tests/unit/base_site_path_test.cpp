#include <catch2/catch.hpp>

#include "diag/quoted.hpp"
#include "site/site_addresses.hpp"
#include "text/address.hpp"

namespace handbok {
namespace {

TEST_CASE("a path of a site is one that every disk can hold", "[doors]") {
  for (const std::string path :
       {"index.html", "dokument/RUT-001/index.html", "assets/a-1b2c.css", "a/blankett_2.pdf"}) {
    CHECK(SitePath(path).is_usable());
    CHECK(SitePath(path).text() == path);
  }
  for (const std::string path :
       {"",     "/",   "/etc/x", "..",   "a/../b",   "a/./b",     "a//b",     "a/",
        "a\\b", "a:b", "a\nb",   "a/b ", " a",       "a.",        "con",      "a/NUL.html",
        "Com1", "a?b", "a*",     "a\"b", "a\u202Eb", ".htaccess", "a/.git/b", "a\xFF"}) {
    INFO(path);
    CHECK_FALSE(SitePath(path).is_usable());
    CHECK(SitePath(path).text().empty());
  }
  CHECK_FALSE(SitePath(std::string("a\0b", 3)).is_usable());
  CHECK_FALSE(SitePath(std::string(300, 'a')).is_usable());
  CHECK_FALSE(SitePath().is_usable());
}

TEST_CASE("an id is a part of an address", "[doors]") {
  for (const auto* const id : {"RUT-001", "vof", "K-4-4-ST2", "4x4", "lex_sarah"})
    CHECK(is_id(id));
  for (const auto* const id :
       {"", "..", "a/b", "-a", "_a", "två", "a b", "a.html", "CON", "lpt1", "a\n"}) {
    INFO(id);
    CHECK_FALSE(is_id(id));
  }
  CHECK(is_id(std::string(id_length_max, 'a')));
  CHECK_FALSE(is_id(std::string(id_length_max + 1, 'a')));
}

TEST_CASE("an address is taken once, whatever its capitals, and is no folder", "[doors]") {
  SiteAddresses taken;
  CHECK(taken.take("a/b.html"));
  CHECK_FALSE(taken.take("a/b.html"));
  CHECK_FALSE(taken.take("A/B.html"));
  CHECK(taken.take("a/Å.html"));
  CHECK_FALSE(taken.take("a/å.html"));
  CHECK_FALSE(taken.take("a"));
  CHECK_FALSE(taken.take("a/b.html/c.html"));
  CHECK_FALSE(taken.take("../a"));
  CHECK(taken.take("a/c.html"));
}

TEST_CASE("one rule says where a page may lead", "[doors]") {
  for (const auto* const address :
       {"https://www.exempel.se/a?b=c:d#e", "HTTP://exempel.se", "mailto:a@exempel.se",
        "tel:+46 8 123", "../a/index.html#b", "#a", "index.html?q=a:b", "a/b:c"}) {
    INFO(address);
    CHECK(safe_href(address) == address);
  }
  for (const auto* const address : {"javascript:alert(1)",
                                    "JAVASCRIPT:x",
                                    " javascript:x",
                                    "java\tscript:x",
                                    "java\nscript:x",
                                    "\x01javascript:x",
                                    "data:text/html,x",
                                    "vbscript:x",
                                    "file:///etc",
                                    "blob:x",
                                    "//ond.se",
                                    "\\\\ond.se",
                                    "/\\ond.se",
                                    "https://a@ond.se",
                                    "https:\\\\ond.se",
                                    "java\u200Dscript:x",
                                    "a\u202Eb",
                                    "smb://a",
                                    "https:ond",
                                    "mailto:"}) {
    INFO(address);
    CHECK(safe_href(address).empty());
  }
}

TEST_CASE("what a message repeats has no identity number and no controls", "[doors]") {
  const QuotedValues values{"RUT-001", "https://a.se/811228-9874", "a\x1b[31m", "8112289874"};
  CHECK(values.texts() == std::vector<std::string>{"RUT-001", "–", "a<U+001B>[31m", "–"});
  CHECK(quoted_path("documents/RUT-001-pat-811228-9874/1/a.pdf") == "documents/–/1/a.pdf");
  CHECK(quoted_path("documents/811228/9874.pdf") == "–");
  CHECK(quoted_path("documents/RUT-001/1.md") == "documents/RUT-001/1.md");
}

}  // namespace
}  // namespace handbok
