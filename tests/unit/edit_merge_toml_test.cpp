// Two people's changes of one TOML text, put together row by row.
#include <catch2/catch.hpp>

#include "edit/merge_toml.hpp"

namespace handbok::test {
namespace {

const std::string approval = R"(# Beslutet
submitted = 2026-11-01

[[signature]]
step = "drafted"
role = "KSA"
on = 2026-11-01
)";

std::string signature(const char* step, const char* role, const char* on) {
  return std::string("\n[[signature]]\nstep = \"") + step + "\"\nrole = \"" + role +
         "\"\non = " + on + "\n";
}

std::string merged(const std::string& base, const std::string& ours, const std::string& theirs) {
  const auto result = merge_toml({base, ours, theirs});
  for (const auto& conflict : result.conflicts)
    FAIL_CHECK(conflict.where);
  return result.text;
}

MergedToml clash(const std::string& base, const std::string& ours, const std::string& theirs) {
  auto result = merge_toml({base, ours, theirs});
  REQUIRE(result.conflicts.size() == 1);
  CHECK(result.text.find("<<<<<<< ours\n") != std::string::npos);
  CHECK(result.text.find("\n=======\n") != std::string::npos);
  CHECK(result.text.find(">>>>>>> theirs\n") != std::string::npos);
  return result;
}

}  // namespace

TEST_CASE("signatures of both are kept, by day, and what both wrote stands once", "[merge]") {
  const auto mas = signature("consulted", "MAS", "2026-11-05");
  const auto sas = signature("consulted", "SAS", "2026-11-03");
  const auto kch = signature("reviewed", "KCH", "2026-11-06");
  CHECK(merged(approval, approval + mas, approval + sas + kch) == approval + sas + mas + kch);
  CHECK(merged(approval, approval + mas, approval + mas + kch) == approval + mas + kch);
  CHECK(merged(approval, approval + mas, approval) == approval + mas);
  CHECK(merged(approval, approval, approval + mas) == approval + mas);
}

TEST_CASE("a file that both began holds the rows of both", "[merge]") {
  const std::string ours = "[[review]]\nrevision = 1\non = 2026-11-05\n";
  const std::string theirs = "[[review]]\nrevision = 1\non = 2026-11-02\n";
  CHECK(merged("", ours, theirs) == theirs + "\n" + ours);
}

TEST_CASE("rows are known by their ids, and keys by their names", "[merge]") {
  const std::string base =
      "# Risker\n\n[[risk]]\nid = \"R-1\"\ntitle = \"Fall\" # golv\nowner = \"EC\"\n\n"
      "[[risk]]\nid = \"R-2\"\ntitle = \"Brand\"\n";
  auto ours = base;
  ours.replace(ours.find("\"Fall\""), 6, "\"Fall i hall\"");
  auto theirs = base;
  theirs.replace(theirs.find("\"EC\""), 4, "\"MAS\"");
  theirs += "\n[[risk]]\nid = \"R-3\"\ntitle = \"Stöld\"\n";
  const auto both = merged(base, ours, theirs);
  CHECK(both.find("title = \"Fall i hall\" # golv\nowner = \"MAS\"\n") != std::string::npos);
  CHECK(both.starts_with("# Risker\n\n[[risk]]\n"));
  CHECK(both.ends_with("[[risk]]\nid = \"R-3\"\ntitle = \"Stöld\"\n"));
  const auto removed = base.substr(0, base.find("\n[[risk]]\nid = \"R-2\""));
  CHECK(merged(base, ours, removed).find("R-2") == std::string::npos);
}

TEST_CASE("tables in a row belong to it", "[merge]") {
  const std::string base =
      "[[type]]\nid = \"A\"\n\n[[type.policy]]\ndrafts = [\"KSA\"]\n\n[[type]]\nid = \"B\"\n";
  const std::string row = "\n[[type.policy]]\ndrafts = [\"EC\"]\n";
  CHECK(merged(base, base + row, base + "name = \"b\"\n") == base + "name = \"b\"\n" + row);
}

TEST_CASE("two values of one key are a conflict of that key alone", "[merge]") {
  const std::string base = "title = \"a\"\nlanguage = \"sv\"\n";
  const auto result =
      clash(base, "title = \"b\"\nlanguage = \"sv\"\n", "title = \"c\"\nlanguage = \"sv\"\n");
  CHECK(result.conflicts.front().clash == MergeClash::two_values);
  CHECK(result.conflicts.front().where == "title");
  CHECK(result.text.ends_with("language = \"sv\"\n"));
}

TEST_CASE("two approvals of one text are a conflict", "[merge]") {
  const auto result = clash(approval, approval + signature("approved", "DIR", "2026-11-05"),
                            approval + signature("approved", "DIR", "2026-11-06"));
  CHECK(result.conflicts.front().where == "[[signature]] approved on");
}

TEST_CASE("what one changed and the other removed is a conflict", "[merge]") {
  const std::string base = "[[risk]]\nid = \"R-1\"\ntitle = \"Fall\"\n";
  const std::string changed = "[[risk]]\nid = \"R-1\"\ntitle = \"Fall i hall\"\n";
  CHECK(clash(base, changed, "").conflicts.front().clash == MergeClash::removed);
  CHECK(clash(base, "", changed).conflicts.front().clash == MergeClash::removed);
}

TEST_CASE("a step in a round that the other ended is a conflict", "[merge]") {
  auto returned = approval.substr(0, approval.find("submitted")) +
                  "[[returned]]\non = 2026-11-04\nby = \"KCH\"\n\n[[returned.signature]]\n"
                  "step = \"drafted\"\nrole = \"KSA\"\non = 2026-11-01\n";
  const auto signed_by_mas = approval + signature("consulted", "MAS", "2026-11-05");
  CHECK(clash(approval, returned, signed_by_mas).conflicts.front().clash == MergeClash::rewritten);
  CHECK(clash(approval, signed_by_mas, returned).conflicts.front().clash == MergeClash::rewritten);
  auto returned_too = returned;
  returned_too.replace(returned_too.find("KCH"), 3, "MAS");
  CHECK(clash(approval, returned, returned_too).conflicts.front().clash == MergeClash::rewritten);
  CHECK(merged(approval, returned, returned) == returned);
}

TEST_CASE("what is no plain TOML is a conflict as a whole", "[merge]") {
  const std::string base = "title = \"a\"\n";
  for (const std::string bad :
       {"<<<<<<< HEAD\ntitle = \"b\"\n=======\n>>>>>>> bo\n", "no toml\n", "a = 1\na = 2\n"}) {
    const auto result = clash(base, bad, "title = \"c\"\n");
    CHECK(result.conflicts.front().clash == MergeClash::not_readable);
    CHECK(result.text.find(bad) != std::string::npos);
  }
}

}  // namespace handbok::test
