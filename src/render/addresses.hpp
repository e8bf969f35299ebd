#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

// Where pages lie: ASCII paths below the root of the site, with explicit file names so that a
// folder on a USB stick works. They are permanent; a change breaks every link that anybody has
// kept.

namespace address {

inline constexpr std::string_view start = "index.html";
inline constexpr std::string_view search = "sok.html";
inline constexpr std::string_view documents = "dokument/index.html";
inline constexpr std::string_view processes = "processer/index.html";
inline constexpr std::string_view roles = "roller/index.html";
inline constexpr std::string_view units = "enheter/index.html";
inline constexpr std::string_view terms = "begrepp/index.html";
inline constexpr std::string_view laws = "lagar/index.html";
inline constexpr std::string_view news = "nytt/index.html";
inline constexpr std::string_view news_feed = "nytt/atom.xml";
inline constexpr std::string_view archive = "arkiv/index.html";
inline constexpr std::string_view dates = "datum/index.html";
inline constexpr std::string_view day_data = "datum/dagar.js";
inline constexpr std::string_view control = "kontroll/index.html";
inline constexpr std::string_view reporting = "sag-till/index.html";
inline constexpr std::string_view about = "om/index.html";
inline constexpr std::string_view accessibility = "tillganglighet/index.html";
inline constexpr std::string_view not_found = "404.html";
inline constexpr std::string_view worker = "sw.js";  // at the top: it sees what lies beside it
inline constexpr std::string_view manifest = "handbok.webmanifest";
inline constexpr std::string_view search_description = "opensearch.xml";

/// Files of data, beside the pages that show the same: as the commands export them.
inline constexpr std::string_view calendar_file = "arshjul/arshjul.ics";
inline constexpr std::string_view matrix_file = "matris/matris.csv";

/// The folder of a document, with '/' at its end: "dokument/RUT-001/", or "processer/PRO-005/" for
/// a type that is a process. The type is told by the id's prefix.
std::string document_folder(const Handbook& handbook, std::string_view document);

/// What applies now: "dokument/RUT-001/index.html".
std::string document(const Handbook& handbook, std::string_view document);

/// One revision for ever: "dokument/RUT-001/3.html".
std::string revision(const Handbook& handbook, const RevisionKey& revision);

/// All published revisions: "dokument/RUT-001/historik.html".
std::string history(const Handbook& handbook, std::string_view document);

/// What changed between two revisions: "dokument/RUT-001/jamfor-2-3.html".
std::string comparison(const Handbook& handbook, std::string_view document, int before, int after);

/// A list to sign when one has read it: "dokument/RUT-001/laskvitto.html".
std::string receipt(const Handbook& handbook, std::string_view document);

/// What to do by the text and nothing else: "dokument/RUT-001/kort.html".
std::string card(const Handbook& handbook, std::string_view document);

/// Where whoever holds a printed sheet sees whether it still applies: "k/RUT-001-3.html". Short,
/// because it is typed by hand and drawn as a code.
std::string paper(const RevisionKey& revision);

/// What the addresses of all sheets of a document begin with: "k/RUT-001-".
std::string papers(std::string_view document);

/// The same address, to be read by a camera: "k/RUT-001-3.svg".
std::string paper_code(const RevisionKey& revision);

/// The diagram of a process by itself: "processer/PRO-005/diagram-3.svg".
std::string diagram(const Handbook& handbook, const RevisionKey& revision);

/// The text in force as a Word document: "dokument/RUT-001/RUT-001.docx".
std::string word_file(const Handbook& handbook, const DocumentId& document);

/// An empty document of the type, to be filled in: "dokument/RUT.docx", beside the list of all.
std::string word_template(std::string_view type);

/// "roller/MAS/index.html".
std::string role(std::string_view role);

/// What waits for the role: "kontroll/agare/MAS/index.html".
std::string owner(std::string_view role);

/// The same as a feed: "kontroll/agare/MAS/atom.xml".
std::string owner_feed(std::string_view role);

/// "enheter/sabo-lonn/index.html".
std::string unit(std::string_view unit);

/// What it stands with: "enheter/sabo-lonn/laget/index.html".
std::string unit_standing(std::string_view unit);

/// What applied there when: "datum/sabo-lonn/index.html".
std::string unit_dates(std::string_view unit);

/// "lagar/sosfs-2011-9/index.html".
std::string law(std::string_view source);

/// A clause on its law's page: "lagar/sosfs-2011-9/index.html#k4-4-st2-led-1".
std::string clause(std::string_view source, std::string_view ref);

/// A term: "begrepp/index.html#avvikelse".
std::string term(std::string_view term);

}  // namespace address

/// The way from the page at `path` up to the root of the site: "", "../", "../../" …
std::string root_of(std::string_view path);

}  // namespace handbok
