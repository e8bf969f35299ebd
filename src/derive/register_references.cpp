#include "derive/register_references.hpp"

#include <algorithm>
#include <utility>

namespace handbok {
namespace {

/// Collects what the rows name, register by register.
class Collector {
public:
  template <typename Row>
  Collector& add(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
      for (const auto& reference : references_of(row))
        found_.push_back({reference, &row.id, &row.location});
    }
    return *this;
  }

  std::vector<RegisterReference> take() { return std::move(found_); }

private:
  std::vector<RegisterReference> found_;
};

template <typename Row>
bool has_id(const std::vector<Row>& rows, std::string_view id) {
  return std::ranges::find(rows, id, &Row::id) != rows.end();
}

template <typename... Registers>
bool is_in_one(std::string_view id, const Registers&... registers) {
  return (has_id(registers, id) || ...);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::vector<RegisterReference> register_references(const Handbook& handbook) {
  const auto& h = handbook;
  Collector collector;
  collector.add(h.requirements)
      .add(h.waivers)
      .add(h.duties)
      .add(h.decisions)
      .add(h.reporting_duties)
      .add(h.services)
      .add(h.risks)
      .add(h.self_checks)
      .add(h.findings)
      .add(h.actions)
      .add(h.compilations)
      .add(h.goals)
      .add(h.forums)
      .add(h.calendar)
      .add(h.reviews)
      .add(h.plans)
      .add(h.control_items)
      .add(h.reports)
      .add(h.contract_reports)
      .add(h.methods)
      .add(h.information_sources)
      .add(h.evidence)
      .add(h.rollouts);
  return collector.take();
}

bool is_known_id(const Handbook& handbook, std::string_view id) {
  const auto& h = handbook;
  return is_in_one(id, h.documents, h.units, h.roles, h.sources, h.requirements, h.waivers,
                   h.duties, h.decisions, h.reporting_duties, h.services, h.risks, h.self_checks,
                   h.findings) ||
         is_in_one(id, h.actions, h.compilations, h.goals, h.forums, h.calendar, h.reviews, h.plans,
                   h.control_items, h.reports, h.contract_reports, h.methods, h.information_sources,
                   h.collaboration_points, h.external_systems, h.evidence, h.rollouts);
}

bool looks_like_id(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || dash < 2 || dash + 1 == text.size()) return false;
  const auto prefix = text.substr(0, dash);
  const auto rest = text.substr(dash + 1);
  return std::ranges::all_of(prefix, is_upper) && std::ranges::any_of(rest, is_digit) &&
         std::ranges::all_of(rest, [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
}

}  // namespace handbok
