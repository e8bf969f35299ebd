#pragma once

#include <string>
#include <vector>

#include "questions/reports/report_context.hpp"
#include "questions/reports/stretches.hpp"

namespace handbok {

/// Puts a draft together, heading by heading. Refers to the context, which must outlive it.
class DraftBuilder {
public:
  explicit DraftBuilder(ReportContext& context) : context_(context) {}

  /// A heading, what the program knows, and a question. Without a name there is no stretch, without
  /// a prompt no question.
  void add(std::string name, ReportWord heading, std::string generated, ReportWord prompt);
  /// The same one level below.
  void add_below(std::string name, ReportWord heading, std::string generated);
  /// A heading in the handbook's own words, and what the program knows of it. Without a name there
  /// is no stretch.
  void add_own(std::string name, const std::string& heading, std::string generated,
               ReportWord prompt);

  /// Adds the headings that a type demands and the draft lacks, before the others.
  void add_demanded(const std::vector<std::string>& headings);

  /// The draft, with what its parts have missed last.
  ReportDraft take();

private:
  ReportContext& context_;
  ReportDraft draft_;
};

/// The mandatory headings of the type that the document has; none if there is no such document.
std::vector<std::string> sections_of_type(const Handbook& handbook, std::string_view document);

/// The same of the first document in a register whose rows are named by documents.
template <typename Row>
std::vector<std::string> sections_of_type(const Handbook& handbook, const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    auto sections = sections_of_type(handbook, row.id);
    if (!sections.empty()) return sections;
  }
  return {};
}

/// All kinds that some compilation of the period counts, in the order in which they first occur.
std::vector<std::string> counted_kinds(const ReportContext& context);

}  // namespace handbok
