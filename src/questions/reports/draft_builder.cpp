#include "questions/reports/draft_builder.hpp"

#include <algorithm>

#include "questions/reports/report_parts.hpp"

namespace handbok {

void DraftBuilder::add(std::string name, ReportWord heading, std::string generated,
                       ReportWord prompt) {
  draft_.sections.push_back(
      {std::move(name), "## " + context_.say(heading), std::move(generated), context_.say(prompt)});
}

void DraftBuilder::add_below(std::string name, ReportWord heading, std::string generated) {
  draft_.sections.push_back(
      {std::move(name), "### " + context_.say(heading), std::move(generated), {}});
}

void DraftBuilder::add_own(std::string name, const std::string& heading, std::string generated,
                           ReportWord prompt) {
  draft_.sections.push_back({std::move(name), "## " + markdown_text(heading), std::move(generated),
                             context_.say(prompt)});
}

void DraftBuilder::add_demanded(const std::vector<std::string>& headings) {
  std::vector<DraftSection> lacking;
  for (const auto& heading : headings) {
    const auto line = "## " + heading;
    const bool is_there =
        std::ranges::find(draft_.sections, line, &DraftSection::heading) != draft_.sections.end();
    if (!is_there) lacking.push_back({{}, line, {}, context_.say(ReportWord::prompt_write)});
  }
  draft_.sections.insert(draft_.sections.begin(), lacking.begin(), lacking.end());
}

ReportDraft DraftBuilder::take() {
  add("missing", ReportWord::heading_missing, missing_part(context_), ReportWord::prompt_missing);
  draft_.missing = context_.missing();
  return std::move(draft_);
}

std::vector<std::string> sections_of_type(const Handbook& handbook, std::string_view document) {
  const auto* const found = handbook.find_document(document);
  if (found == nullptr || found->revisions.empty()) return {};
  const auto* const type = handbook.find_type(found->revisions.back().type);
  return type == nullptr ? std::vector<std::string>() : type->sections;
}

std::vector<std::string> counted_kinds(const ReportContext& context) {
  return counted_kinds(compilations_in_period(context.handbook(), context.period()).compilations);
}

}  // namespace handbok
