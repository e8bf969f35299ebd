#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/strings.hpp"
#include "text/nearest.hpp"

namespace handbok {
namespace {

const std::vector<std::string> sources = {
    "SFS 1982:763",  "SFS 2017:30",   "SFS 1985:125",   "SFS 2001:453",  "SFS 1993:387",
    "SFS 2010:659",  "SFS 2010:1369", "SFS 1985:796",   "SFS 1993:1090", "SFS 2001:937",
    "SFS 2001:499",  "SFS 2009:366",  "SFS 1990:52",    "SFS 1988:870",  "SFS 2008:355",
    "SFS 2008:567",  "SFS 1980:100",  "SFS 1998:531",   "SFS 1985:562",  "SFS 2017:80",
    "SFS 2025:400",  "SFS 2009:400",  "SOSFS 2011:9",   "SOSFS 2005:12", "SOSFS 2006:11",
    "SOSFS 1996:24", "AFS 2001:1",    "HSLF-FS 2017:40"};

void check_nearest(const std::string& wanted, const std::string& expected) {
  INFO(wanted);
  CHECK(nearest(wanted, sources).value_or("nothing") == expected);
}

TEST_CASE("a mistyped statute number suggests the one that was meant", "[text][nearest]") {
  check_nearest("SFS 2010:695", "SFS 2010:659");
  check_nearest("SFS 2011:453", "SFS 2001:453");
  check_nearest("SOFS 2011:9", "SOSFS 2011:9");
  check_nearest("sosfs 2005:21", "SOSFS 2005:12");
}

TEST_CASE("what is too far away suggests nothing", "[text][nearest]") {
  check_nearest("Riktlinje för hygien", "nothing");
  CHECK_FALSE(nearest("owner", std::vector<std::string>{"audience", "unit"}).has_value());
  CHECK_FALSE(nearest("x", std::vector<std::string>{}).has_value());
}

TEST_CASE("one mistake is allowed in a short word, and the first of equals is given",
          "[text][nearest]") {
  const std::vector<std::string> roles{"MAR", "MAS", "SAS"};
  CHECK(nearest("MAX", roles) == "MAR");
  CHECK(nearest("AMS", roles) == "MAS");
  CHECK(nearest("sas", roles) == "SAS");
}

TEST_CASE("Swedish letters count as one letter each", "[text][nearest]") {
  CHECK(nearest("ÖVERSYM", std::vector<std::string>{"översikter", "översyn"}) == "översyn");
  CHECK(nearest("å", std::vector<std::string>{"ö"}) == "ö");
}

/// Mistakes between two texts, by the definition: no way of counting that stops early.
std::size_t mistakes_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> least(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& here = least[i][j];
      here = i + j;
      if (i > 0) here = std::min(here, least[i - 1][j] + 1);
      if (j > 0) here = std::min(here, least[i][j - 1] + 1);
      if (i == 0 || j == 0) continue;
      here = std::min(here, least[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) here = std::min(here, least[i - 2][j - 2] + 1);
    }
  }
  return least.back().back();
}

std::optional<std::string> nearest_by_definition(const std::string& wanted,
                                                 const std::vector<std::string>& known) {
  auto most = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::optional<std::string> best;
  for (const auto& text : known) {
    const auto mistakes = mistakes_between(wanted, text);
    if (mistakes >= most) continue;
    most = mistakes;
    best = text;
  }
  return best;
}

TEST_CASE("of many texts the nearest is given, as often as one is sought", "[text][nearest]") {
  std::mt19937 random(1);
  const auto any_text = [&] {
    std::string text;
    for (auto size = 1 + random() % 9; size > 0; --size)
      text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> known(5);
    std::ranges::generate(known, any_text);
    KnownTexts texts(known);
    for (int i = 0; i < 10; ++i) {
      const auto wanted = any_text();
      INFO(wanted << " among " << join(known, " "));
      CHECK(texts.nearest_to(wanted) == nearest_by_definition(wanted, known));
      CHECK(texts.nearest_to(wanted) == nearest(wanted, known));
    }
  }
}

TEST_CASE("what would take long to find is not sought", "[text][nearest]") {
  const std::string wanted(19'000, 'a');
  CHECK_FALSE(nearest(wanted, std::vector<std::string>{wanted + "b"}).has_value());
  KnownTexts texts(std::vector<std::string>(1'000, "RUT-001"));
  int found = 0;
  for (char last = '!'; last < 'a'; ++last)
    for (char before = '!'; before < 'a'; ++before)
      found += texts.nearest_to(std::string("RUT-0") + before + last) ? 1 : 0;
  CHECK(found > 500);
  CHECK(found < 2'000);
  CHECK_FALSE(texts.nearest_to("RUT-002").has_value());
}

}  // namespace
}  // namespace handbok
