#include <string>
#include <vector>

#include <catch2/catch.hpp>

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

}  // namespace
}  // namespace handbok
