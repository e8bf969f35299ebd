#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "check/check.hpp"
#include "derive/row_references.hpp"
#include "load/load.hpp"
#include "support/code.hpp"
#include "support/fixture.hpp"

namespace handbok {
namespace {

/// A file of the base handbook, changed so that one key names what does not exist.
struct Misnamed {
  const char* path;
  const char* instead_of;  ///< replaced by `text`; empty: `text` is added at the end
  const char* text;
};

bool is_told(const FileTree& sources, std::string_view name) {
  const auto found = test::diagnose(sources, *Date::parse("2026-11-21"));
  return std::ranges::any_of(found, [&](const Diagnostic& diagnostic) {
    return diagnostic.code == "doc.owner-unknown"_code && diagnostic.what.front() == name;
  });
}

/// The base handbook with the change, as a fixture: its signatures are for the bytes as they are.
FileTree changed(const Misnamed& change) {
  auto file = test::base_handbook().files()[change.path];
  const std::string old = change.instead_of;
  if (old.empty()) {
    file += change.text;
  } else {
    REQUIRE(file.find(old) != std::string::npos);
    file.replace(file.find(old), old.size(), change.text);
  }
  const auto text = std::string("// as-of: 2026-11-21\n\n//= changed\n//- ")
                        .append(change.path)
                        .append("\n")
                        .append(file);
  return test::parse_fixture("changed", text).cases.front().sources;
}

TEST_CASE("an unknown role or unit is told wherever a file can name one", "[check][references]") {
  const auto* const approval = "documents/INS-001/1.approval.toml";
  const auto change = GENERATE_COPY(values<Misnamed>({
      {"handbook.toml", "language =", "registrar = \"NOSUCH\"\nlanguage ="},
      {"handbook.toml", "",
       "\n[compilations]\nprefix = \"SAM\"\nfrom = 2026-09-01\nowner = \"NOSUCH\"\n"},
      {"handbook.toml", "",
       "\n[compilations]\nprefix = \"SAM\"\nfrom = 2026-09-01\nunit = \"NOSUCH\"\n"},
      {"handbook.toml", "approves = [\"DIR\"]",
       "approves = [\"DIR\"]\napproves_editorial = [\"NOSUCH\"]"},
      {approval, "role = \"DIR\"", "role = \"DIR\"\nregistered_by = \"NOSUCH\""},
      {approval, "",
       "\n[[returned]]\non = 2025-11-10\nby = \"NOSUCH\"\ncomment = \"Vilken dörr?\"\n"},
      {approval, "",
       "\n[[returned]]\non = 2025-11-10\nby = \"KCH\"\ncomment = \"Vilken dörr?\"\n"
       "\n[[returned.signature]]\nstep = \"drafted\"\nrole = \"NOSUCH\"\non = 2025-11-02\n"},
      {approval, "",
       "\n[withdrawn]\non = 2025-12-20\nby = \"NOSUCH\"\nreason = \"Dörren är borta.\"\n"},
      {"documents/INS-001/reviews.toml", "",
       "[[review]]\nrevision = 1\non = 2026-05-01\nby = \"NOSUCH\"\n"},
      {"registers/suppressions.toml", "",
       "[[suppression]]\ncode = \"doc.orphan\"\nreason = \"Vi vet.\"\n"
       "decided_by = \"NOSUCH\"\ndecided_on = 2026-10-01\nvalid_to = 2027-01-01\n"},
  }));
  INFO(change.path << ": " << change.text);
  CHECK(is_told(changed(change), "NOSUCH"));
}

/// Writes a name into a key, in a row of rows too.
void write_name(const Key& key, void* row, const std::string& name) {
  if (key.form == Form::texts) {
    key.value<std::vector<std::string>>(row).push_back(name);
  } else {
    key.value<std::string>(row) = name;
  }
}

/// Calls visit(key, row) for each key that names a role or unit, with a row that is made for it.
template <typename Visit>
void for_each_name(const Shape& shape, void* row, const Visit& visit) {
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows) {
      for_each_name(key.rows(), key.list->add(key.list_in(row)), visit);
    } else if (key.kind == ReferenceKind::role || key.kind == ReferenceKind::unit) {
      visit(key, row);
    }
  }
}

/// Fills every key of a row that names a role or unit, and asks what the row names.
template <typename Row>
void check_names(Row row) {
  std::vector<std::string> names;
  for_each_name(shape_of<Row>(), &row, [&](const Key& key, void* inner) {
    names.push_back(std::string(key.name) + "-" + std::to_string(names.size()));
    write_name(key, inner, names.back());
  });
  CHECK_FALSE(names.empty());
  const auto references = references_of(row);
  for (const auto& name : names) {
    INFO(name);
    CHECK(std::ranges::any_of(
        references, [&](const RowReference& reference) { return *reference.id == name; }));
  }
}

TEST_CASE("what every key of a document's files names is asked for", "[check][references]") {
  check_names(Revision());
  check_names(Approval());
  check_names(ReviewEvent());
  check_names(Repeal());
}

TEST_CASE("what every key of every register names is asked for", "[check][references]") {
  for (const auto& about : common_registers()) {
    Handbook handbook;
    std::vector<std::string> names;
    for_each_name(about.shape(), about.rows->add(rows_to_change(handbook, about)),
                  [&](const Key& key, void* row) {
                    names.push_back(std::string(about.key) + "." + std::string(key.name));
                    write_name(key, row, names.back());
                  });
    const auto references = register_references(handbook);
    for (const auto& name : names) {
      INFO(name);
      CHECK(std::ranges::any_of(
          references, [&](const RegisterReference& reference) { return *reference.id == name; }));
    }
  }
}

/// A register with faults on every floor: rows of rows with ids of their own, unknown names, wrong
/// types, unknown keys, and numbers that must not be told.
std::string faulty_risks(std::mt19937& random) {
  const auto one_of = [&](std::vector<std::string> texts) {
    return texts[random() % texts.size()];
  };
  std::string text;
  for (int i = 0; i < 3; ++i) {
    text += "[[risk]]\nid = \"RSK-" + std::to_string(random() % 3) + "\"\nevent = \"Fall\"\n" +
            one_of({"owner = \"NOSUCH\"\n", "owner = 3\n", "process = \"PRO-999\"\n", ""});
    for (auto inner = random() % 3; inner > 0; --inner) {
      text += "[[risk.assessment]]\n" + one_of({"on = 2026-01-01\n", "on = 1\n", ""}) +
              one_of({"id = \"INNER\"\n", ""}) +
              one_of({"by = \"NOSUCH\"\n", "by = \"811228-9874\"\n", "colour = 1\n"});
    }
  }
  return text;
}

TEST_CASE("what is wrong in a row of a row is about the row of the register",
          "[check][references]") {
  std::size_t told = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    auto sources = test::base_handbook();
    const auto text = faulty_risks(random);
    sources.files()["registers/risks.toml"] = text;
    INFO(text);
    for (const auto& diagnostic : test::diagnose(sources, *Date::parse("2026-11-21"))) {
      if (diagnostic.location.path != "registers/risks.toml") continue;
      INFO(info_of(diagnostic.code).name << " " << diagnostic.subject);
      CHECK(diagnostic.about.row.starts_with("RSK-"));
      ++told;
    }
  }
  CHECK(told > 100);
}

TEST_CASE("an id that occurs twice is told in every list of handbook.toml", "[check][references]") {
  const auto* const twice = GENERATE(
      "[[type]]\nid = \"INS\"\nname = \"A\"\nname_plural = \"A\"\n",
      "[[level]]\nid = \"unit\"\nname = \"A\"\n", "[[regime]]\nid = \"HSL\"\nname = \"A\"\n",
      "[[topic]]\nid = \"t\"\nname = \"A\"\n[[topic]]\nid = \"t\"\nname = \"B\"\n",
      "[[profile]]\nid = \"p\"\n[[profile]]\nid = \"p\"\n");
  auto sources = test::base_handbook();
  sources.files()["handbook.toml"] += std::string("\n") + twice;
  Diagnostics diagnostics;
  const auto handbook = load(sources, diagnostics);
  INFO(twice);
  CHECK(std::ranges::any_of(diagnostics.sorted(), [](const Diagnostic& diagnostic) {
    return diagnostic.code == "doc.id-duplicate"_code && diagnostic.location.line > 0 &&
           diagnostic.consequence == Consequence::build_stopped;
  }));
  CHECK(handbook.find_type("INS")->name == "Lathund");
}

TEST_CASE("months have an end, and a period divides the year", "[load]") {
  const auto* const wrong =
      GENERATE("[[type]]\nid = \"X\"\nname = \"A\"\nname_plural = \"A\"\nreview_months = 1201\n",
               "[compilations]\nprefix = \"SAM\"\nfrom = 2026-09-01\nperiod_months = 5\n",
               "[yearly]\nfrom = 2026-01-01\nquality_report_month = 13\n");
  auto sources = test::base_handbook();
  sources.files()["handbook.toml"] += std::string("\n") + wrong;
  Diagnostics diagnostics;
  const auto handbook = load(sources, diagnostics);
  INFO(wrong);
  CHECK(std::ranges::any_of(diagnostics.sorted(), [](const Diagnostic& diagnostic) {
    return diagnostic.code == "toml.wrong-type"_code;
  }));
  CHECK(handbook.settings.compilations.period_months == 4);
}

}  // namespace
}  // namespace handbok
