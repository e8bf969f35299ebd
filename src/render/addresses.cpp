#include "render/addresses.hpp"

#include <algorithm>

#include "text/slug.hpp"

namespace handbok {
namespace address {

std::string document_folder(const Handbook& handbook, std::string_view document) {
  const auto* const type = handbook.find_type(document.substr(0, document.find('-')));
  const bool is_process = type != nullptr && type->is_process;
  return (is_process ? "processer/" : "dokument/") + std::string(document) + "/";
}

std::string document(const Handbook& handbook, std::string_view document) {
  return document_folder(handbook, document) + "index.html";
}

std::string revision(const Handbook& handbook, const RevisionKey& revision) {
  return document_folder(handbook, revision.document) + std::to_string(revision.number) + ".html";
}

std::string history(const Handbook& handbook, std::string_view document) {
  return document_folder(handbook, document) + "historik.html";
}

std::string receipt(const Handbook& handbook, std::string_view document) {
  return document_folder(handbook, document) + "laskvitto.html";
}

std::string card(const Handbook& handbook, std::string_view document) {
  return document_folder(handbook, document) + "kort.html";
}

std::string comparison(const Handbook& handbook, std::string_view document, int before, int after) {
  auto path = document_folder(handbook, document);
  path.append("jamfor-").append(std::to_string(before));
  return path.append("-").append(std::to_string(after)).append(".html");
}

std::string papers(std::string_view document) {
  return "k/" + std::string(document) + "-";
}

std::string paper(const RevisionKey& revision) {
  return papers(revision.document) + std::to_string(revision.number) + ".html";
}

std::string paper_code(const RevisionKey& revision) {
  return papers(revision.document) + std::to_string(revision.number) + ".svg";
}

std::string diagram(const Handbook& handbook, const RevisionKey& revision) {
  return document_folder(handbook, revision.document) + "diagram-" +
         std::to_string(revision.number) + ".svg";
}

std::string word_file(const Handbook& handbook, const DocumentId& document) {
  return document_folder(handbook, document) + document + ".docx";
}

std::string word_template(std::string_view type) {
  return "dokument/" + std::string(type) + ".docx";
}

std::string role(std::string_view role) {
  return "roller/" + std::string(role) + "/index.html";
}

std::string owner(std::string_view role) {
  return "kontroll/agare/" + std::string(role) + "/index.html";
}

std::string owner_feed(std::string_view role) {
  return "kontroll/agare/" + std::string(role) + "/atom.xml";
}

std::string unit(std::string_view unit) {
  return "enheter/" + std::string(unit) + "/index.html";
}

std::string unit_standing(std::string_view unit) {
  return "enheter/" + std::string(unit) + "/laget/index.html";
}

std::string unit_dates(std::string_view unit) {
  return "datum/" + std::string(unit) + "/index.html";
}

std::string law(std::string_view source) {
  return "lagar/" + std::string(source) + "/index.html";
}

std::string clause(std::string_view source, std::string_view ref) {
  return law(source) + "#k" + slug(ref);
}

std::string term(std::string_view term) {
  return std::string(terms) + "#" + std::string(term);
}

}  // namespace address

std::string root_of(std::string_view path) {
  std::string root;
  for (auto depth = std::ranges::count(path, '/'); depth > 0; --depth)
    root += "../";
  return root;
}

}  // namespace handbok
