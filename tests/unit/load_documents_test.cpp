#include <algorithm>

#include <catch2/catch.hpp>

#include "load/document_folder.hpp"
#include "load/load.hpp"
#include "model/approval_digest.hpp"
#include "support/code.hpp"

namespace handbok {
namespace {

FileTree tree_of(std::initializer_list<std::pair<std::string, std::string>> files) {
  FileTree tree;
  for (const auto& [path, bytes] : files)
    tree.put(path, bytes);
  return tree;
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics, std::string_view below) {
  std::vector<std::string> codes;
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (diagnostic.location.path.starts_with(below))
      codes.emplace_back(info_of(diagnostic.code).name);
  }
  return codes;
}

constexpr auto head =
    "+++\nid = \"RUT-001\"\nrevision = 1\ntitle = \"Ta emot\"\ntype = \"RUT\"\nunit = "
    "\"vof\"\nowner = \"KSA\"\n+++\nText\n";

TEST_CASE("a folder is named by an id, perhaps with a suffix for readers", "[load][documents]") {
  CHECK(id_of_folder("RUT-001") == "RUT-001");
  CHECK(id_of_folder("RUT-001-klagomal") == "RUT-001");
  CHECK(id_of_folder("LRU-A-1-lonn") == "LRU-A-1");
  CHECK_FALSE(id_of_folder("rutiner"));
  CHECK_FALSE(id_of_folder("RUTIN-001"));
  CHECK_FALSE(id_of_folder("RUT001"));
}

TEST_CASE("a document is found in any folder below documents", "[load][documents]") {
  Diagnostics diagnostics;
  const auto handbook = load(tree_of({{"documents/a/b/RUT-001-klagomal/1.md", head}}), diagnostics);
  REQUIRE(handbook.documents.size() == 1);
  CHECK(handbook.documents[0].id == "RUT-001");
  CHECK(handbook.documents[0].revisions[0].title == "Ta emot");
  CHECK(handbook.documents[0].revisions[0].body_line == 9);
  CHECK(codes_of(diagnostics, "documents/").empty());
}

TEST_CASE("two folders with one id cost that document", "[load][documents]") {
  Diagnostics diagnostics;
  const auto handbook =
      load(tree_of({{"documents/a/RUT-001/1.md", head}, {"documents/b/RUT-001/1.md", head}}),
           diagnostics);
  CHECK(codes_of(diagnostics, "documents/") == std::vector<std::string>{"doc.id-duplicate"});
  REQUIRE(handbook.documents.size() == 1);
  CHECK(handbook.documents[0].folder == "documents/a/RUT-001");
  const auto told = diagnostics.sorted();
  CHECK(std::ranges::none_of(told, [](const Diagnostic& one) {
    return one.code == "doc.id-duplicate"_code && one.consequence == Consequence::build_stopped;
  }));
}

TEST_CASE("a document of which something cannot be read keeps its place", "[load][documents]") {
  Diagnostics diagnostics;
  auto sources = tree_of({{"documents/RUT-001/1.md", head}});
  sources.add_unread({"documents/RUT-001/2.approval.toml", UnreadReason::unreadable, 0, 0});
  sources.add_unread({"documents/stod/RUT-002", UnreadReason::unreadable, 0, 0});
  const auto handbook = load(sources, diagnostics);
  CHECK(codes_of(diagnostics, "documents/") ==
        std::vector<std::string>{"file.unreadable", "file.unreadable"});
  REQUIRE(handbook.documents.size() == 2);
  CHECK(handbook.documents[1].id == "RUT-002");
  CHECK(handbook.documents[1].unreadable == std::vector{1});
}

TEST_CASE("a register may be a folder of files", "[load]") {
  Diagnostics diagnostics;
  const auto term = [](const std::string& id) {
    return "[[term]]\nid = \"" + id + "\"\nterm = \"" + id + "\"\ndefinition = \"B\"\n";
  };
  const auto handbook = load(tree_of({{"registers/terms.toml", term("a")},
                                      {"registers/terms/2025.toml", term("b") + term("a")},
                                      {"registers/terms/2026.toml", "[[term]"}}),
                             diagnostics);
  CHECK(handbook.terms.size() == 2);
  CHECK(codes_of(diagnostics, "registers/terms") ==
        std::vector<std::string>{"doc.id-duplicate", "toml.syntax"});
}

TEST_CASE("files that belong to no revision are told and left out", "[load][documents]") {
  Diagnostics diagnostics;
  const auto handbook = load(tree_of({{"documents/RUT-001/1.md", head},
                                      {"documents/RUT-001/anteckningar.txt", "x"},
                                      {"documents/RUT-001/01.md", head},
                                      {"documents/rutin/3.md", head},
                                      {"documents/RUT-001/1/Rutin för larm.pdf", "x"}}),
                             diagnostics);
  CHECK(handbook.documents.size() == 1);
  CHECK(codes_of(diagnostics, "documents/") ==
        std::vector<std::string>{"file.unexpected", "file.name-invalid", "file.unexpected",
                                 "doc.id-malformed"});
}

TEST_CASE("a revision that cannot be read keeps its place and its decisions", "[load][documents]") {
  Diagnostics diagnostics;
  const std::string broken = "+++\ntitle = \n+++\n";
  const auto handbook =
      load(tree_of({{"documents/RUT-001/1.md", head},
                    {"documents/RUT-001/2.md", broken},
                    {"documents/RUT-001/2.approval.toml", "submitted = 2026-01-01\n"}}),
           diagnostics);
  REQUIRE(handbook.documents[0].revisions.size() == 2);
  CHECK(handbook.documents[0].unreadable == std::vector<int>{2});
  CHECK(handbook.documents[0].revisions[1].title == "Ta emot");
  CHECK(handbook.documents[0].revisions[1].approval->submitted.has_value());
}

TEST_CASE("what is wrong with a draft never fails the run", "[load][documents]") {
  Diagnostics diagnostics;
  static_cast<void>(
      load(tree_of({{"documents/RUT-001/1.md", "+++\ntitel = \"x\"\n+++\n"}}), diagnostics));
  for (const auto& diagnostic : diagnostics.sorted()) {
    if (diagnostic.location.path.starts_with("documents/"))
      CHECK(diagnostic.severity == Severity::warning);
  }
  CHECK_FALSE(codes_of(diagnostics, "documents/").empty());
}

TEST_CASE("an approved text that has changed has that one fault, whatever else is wrong with it",
          "[load][documents]") {
  const std::string approval =
      "[[signature]]\nstep = \"approved\"\nrole = \"DIR\"\non = 2026-01-01\ndigest = \"sha256:0\"\n"
      "[validity]\nvalid_from = 2026-01-01\n";
  for (const std::string text : {"+++\ntitle = \n+++\n", "\xFF", ""}) {
    Diagnostics diagnostics;
    static_cast<void>(load(tree_of({{"documents/RUT-001/1.md", text},
                                    {"documents/RUT-001/1.approval.toml", approval}}),
                           diagnostics));
    CHECK(codes_of(diagnostics, "documents/") ==
          std::vector<std::string>{"doc.approved-text-changed"});
    CHECK(diagnostics.withholds({"RUT-001", 1}));
  }
}

TEST_CASE("the digest is that of a manifest which sha256sum can rebuild", "[model][digest]") {
  const auto manifest =
      revision_manifest({"RUT-001", 3}, {{"3/b.pdf", "bb", 2}, {"3.md", "aa", 10}});
  CHECK(manifest ==
        "handbok-revision-v1\ndoc RUT-001\nrev 3\nfile sha256:aa 10 3.md\nfile sha256:bb 2 "
        "3/b.pdf\n");
  CHECK(manifest_digest("abc") ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace handbok
