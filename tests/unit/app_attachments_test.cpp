// Personal identity numbers in attachments: what is asked of whom, and what is told.
#include <algorithm>

#include <catch2/catch.hpp>

#include "app/search_attachments.hpp"
#include "check/check.hpp"
#include "load/load.hpp"
#include "support/fixture.hpp"

namespace handbok::test {
namespace {

/// The fixtures' handbook with a guide that has these two attachments.
FileTree sources_with(const std::string& first, const std::string& second) {
  return parse_fixture("attachments", R"(// as-of: 2026-11-21
//= one
//- documents/INS-002/1.md
+++
id = "INS-002"
revision = 1
title = "Låsa dörren"
type = "INS"
unit = "avd"
owner = "KSA"
regimes = ["HSL"]
audience = ["SSK"]
requirements = ["sosfs-2011-9/6:1"]
change_kind = "new"
+++

Ring expeditionen.
//- documents/INS-002/1.approval.toml (like documents/INS-001/1.approval.toml)
//- documents/INS-002/1/a.pdf
)" + first + "\n//- documents/INS-002/1/b.pdf\n" +
                                          second + "\n")
      .cases.front()
      .sources;
}

/// What the checks say of attachments when PDFs are read like that: "privacy.pdf-unread: 2 | …".
std::vector<std::string> told(const FileTree& sources,
                              const std::function<PdfText(const std::string&)>& read_pdf) {
  Diagnostics diagnostics;
  auto handbook = load(sources, diagnostics);
  search_attachments(handbook, sources, read_pdf);
  const DayView view(handbook, *Date::parse("2026-11-21"));
  run_checks(view, Backlinks(view), diagnostics);
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.sorted()) {
    const std::string_view name = info_of(diagnostic.code).name;
    if (!name.starts_with("privacy.")) continue;
    auto line = std::string(name) + " " + std::string(name_of(diagnostic.severity)) + " " +
                diagnostic.location.path;
    for (const auto& value : diagnostic.what)
      line.append(" | ").append(value);
    lines.push_back(std::move(line));
  }
  return lines;
}

using Lines = std::vector<std::string>;
const std::string pdf_1 = "%PDF-1.7\n1 0 obj\n";
const std::string pdf_2 = "%PDF-1.7\n2 0 obj\n";

}  // namespace

TEST_CASE("a number in a PDF is told with the file, never with the number", "[privacy]") {
  const auto sources = sources_with(pdf_1, pdf_2);
  const auto lines = told(sources, [](const std::string& bytes) {
    const bool is_first = bytes.find("1 0 obj") != std::string::npos;
    return PdfText{AttachmentReading::whole, is_first ? "Ring 811228-9874" : "Ring 8112289874"};
  });
  CHECK(lines == Lines{"privacy.identity-number error documents/INS-002/1/a.pdf",
                       "privacy.identity-number warning documents/INS-002/1/b.pdf"});
}

TEST_CASE("without pdftotext it is told once which PDFs were not searched", "[privacy]") {
  const auto sources = sources_with(pdf_1, pdf_2);
  const auto lines = told(sources, [](const std::string&) {
    return PdfText{AttachmentReading::no_program, {}};
  });
  CHECK(lines == Lines{"privacy.pdf-unread note handbook.toml | 2 | documents/INS-002/1/a.pdf, "
                       "documents/INS-002/1/b.pdf"});
}

TEST_CASE("the same bytes are read once, and a PDF without an object not at all", "[privacy]") {
  int reads = 0;
  const auto read = [&](const std::string&) {
    ++reads;
    return PdfText{AttachmentReading::locked, {}};
  };
  const auto same = told(sources_with(pdf_1, pdf_1), read);
  CHECK(reads == 1);
  CHECK(same ==
        Lines{"privacy.attachment-unread note documents/INS-002/1/a.pdf | @attachment.locked",
              "privacy.attachment-unread note documents/INS-002/1/b.pdf | "
              "@attachment.locked"});
  CHECK(told(sources_with("%PDF-1.7", "%PDF-1.4"), read).empty());
  CHECK(reads == 1);
}

}  // namespace handbok::test
