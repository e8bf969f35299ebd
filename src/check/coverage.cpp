// What handbook.toml says that a handbook must or should cover, and whether something in force
// does.

#include <algorithm>

#include "base/strings.hpp"
#include "check/check.hpp"
#include "check/checks.hpp"
#include "derive/topics.hpp"
#include "diag/code_names.hpp"

namespace handbok {
namespace {

template <typename Values>
bool shares_any(const Values& left, const Values& right) {
  return std::ranges::find_first_of(left, right) != left.end();
}

/// True if some document in force satisfies the predicate on its revision.
template <typename Predicate>
bool is_in_some_document(const CheckContext& context, Predicate is_wanted) {
  return std::ranges::any_of(context.view().documents(), [&](const DocumentDay& document) {
    return document.in_force != nullptr && is_wanted(*document.in_force);
  });
}

bool is_any_in_force(const CheckContext& context, const std::vector<DocumentId>& documents) {
  return std::ranges::any_of(
      documents, [&](const DocumentId& id) { return context.view().in_force(id) != nullptr; });
}

/// Reports a row of handbook.toml, which belongs to whoever heads the principal.
template <typename Row>
void report_uncovered(CheckContext& context, const Row& row, Code code, std::string remedy) {
  const auto* const principal = context.handbook().find_unit(context.handbook().settings.principal);
  CheckReport report{code, row.location, {row.name, row.id}, {std::move(remedy)}};
  report.subject = row.id;
  report.part = Part::common;
  if (principal != nullptr) report.owner = principal->head;
  context.report_entry(std::move(report));
}

bool is_covered(const CheckContext& context, const SuggestedContent& content) {
  if (is_any_in_force(context, content.documents)) return true;
  return is_in_some_document(context, [&](const Revision& revision) {
    return shares_any(revision.topics, content.topics);
  });
}

/// What would cover it: the topics and the documents.
std::string ways_to_cover(const SuggestedContent& content) {
  auto ways = content.topics;
  ways.insert(ways.end(), content.documents.begin(), content.documents.end());
  return ways.empty() ? "–" : join(ways, ", ");
}

}  // namespace

void check_topic_missing(CheckContext& context) {
  for (const auto& topic : context.handbook().settings.mandatory_topics) {
    if (is_needed_on(context.handbook(), topic, context.day()) &&
        routines_about(context.view(), topic.id).empty())
      report_uncovered(context, topic, Code::topic_missing, topic.id);
  }
}

void check_content_missing(CheckContext& context) {
  for (const auto& content : context.handbook().settings.suggested_contents) {
    if (!is_covered(context, content))
      report_uncovered(context, content, Code::content_missing, ways_to_cover(content));
  }
}

void check_source_complaint_uncovered(CheckContext& context) {
  for (const auto& source : context.handbook().settings.complaint_sources) {
    if (!is_any_in_force(context, source.covered_by))
      report_uncovered(context, source, Code::source_complaint_uncovered, {});
  }
}

}  // namespace handbok
