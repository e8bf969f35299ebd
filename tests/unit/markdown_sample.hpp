#pragma once

#include <string>
#include <vector>

#include "base/strings.hpp"
#include "markdown/parse_bodies.hpp"

namespace handbok {

/// One text, parsed, and what was reported of it.
struct Parsed {
  Body body;
  std::vector<Diagnostic> diagnostics;
};

inline BodySource sample_source(std::string_view text) {
  BodySource source;
  source.revision = {"RUT-001", 3};
  source.path = "documents/RUT-001/3.md";
  source.text = text;
  source.first_line = 11;
  source.owner = "MAS";
  source.unit = "vof";
  return source;
}

inline Parsed parse(std::string_view text) {
  Diagnostics diagnostics;
  auto body = parse_body(sample_source(text), diagnostics);
  return {std::move(body), diagnostics.sorted()};
}

/// The HTML with the open points written as {link 0}, {end 0}, {section 0}, {note 1}, {back 1}.
inline std::string html_of(const Body& body) {
  const std::vector<std::string> names = {"",     "link",  "end",  "section", "note",
                                          "back", "label", "lift", "lifted"};
  std::string html;
  for (const auto& piece : body.pieces) {
    html += piece.html;
    if (piece.kind == PieceKind::html) continue;
    html +=
        "{" + names[static_cast<std::size_t>(piece.kind)] + " " + std::to_string(piece.index) + "}";
  }
  return html;
}

/// "3:5 markdown.raw-html <b>": line of the body, column, code and first value.
inline std::string line_of(const Diagnostic& diagnostic) {
  const int line = diagnostic.location.line == 0 ? 0 : diagnostic.location.line - 10;
  auto text = std::to_string(line) + ":" + std::to_string(diagnostic.location.column) + " " +
              std::string(info_of(diagnostic.code).name);
  for (const auto& value : diagnostic.what)
    text += " " + value;
  return text;
}

inline std::string lines_of(const Parsed& parsed) {
  std::vector<std::string> lines;
  for (const auto& diagnostic : parsed.diagnostics)
    lines.push_back(line_of(diagnostic));
  return join(lines, "\n");
}

/// The same without what the writer may have meant otherwise: for tests of what becomes of it.
inline std::string faults_of(Parsed parsed) {
  std::erase_if(parsed.diagnostics, [](const Diagnostic& one) {
    return info_of(one.code).name == "markdown.reads-otherwise";
  });
  return lines_of(parsed);
}

}  // namespace handbok
