#include "diag/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include "base/strings.hpp"
#include "diag/sentences.hpp"
#include "diag/slot_words.hpp"

namespace handbok {
namespace {

auto sort_key(const Diagnostic& d) {
  return std::tie(d.location, d.code, d.subject, d.what, d.remedy);
}

}  // namespace

std::string what_text(const Diagnostic& diagnostic, Language language) {
  return fill_slots(sentences_of(diagnostic.code, language).what,
                    slot_values_in(diagnostic.what, language));
}

std::string remedy_text(const Diagnostic& diagnostic, Language language) {
  return fill_slots(sentences_of(diagnostic.code, language).remedy,
                    slot_values_in(diagnostic.remedy, language));
}

void Diagnostics::report(Diagnostic diagnostic) {
  diagnostic.subject = quoted(diagnostic.subject);
  diagnostic.location.path = quoted_path(diagnostic.location.path);
  diagnostic.owner = quoted(diagnostic.owner);
  std::erase(diagnostic.units, "");
  for (auto& unit : diagnostic.units)
    unit = quoted(unit);
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(Diagnostics other) {
  std::ranges::move(other.items_, std::back_inserter(items_));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  auto items = items_;
  std::ranges::stable_sort(items,
                           [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const auto is_same = [](const auto& a, const auto& b) { return sort_key(a) == sort_key(b); };
  items.erase(std::unique(items.begin(), items.end(), is_same), items.end());
  return items;
}

const std::string& document_of(const Diagnostic& diagnostic) {
  return diagnostic.revision ? diagnostic.revision->document : diagnostic.about.document;
}

Costs costs_of(std::span<const Diagnostic> diagnostics) {
  Costs costs;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    switch (diagnostic.consequence) {
      case Consequence::none:
      case Consequence::entry_left_out: break;
      case Consequence::revision_withheld:
        if (diagnostic.revision) costs.withheld.insert(*diagnostic.revision);
        break;
      case Consequence::build_stopped: costs.stops_build = true; break;
    }
  }
  return costs;
}

bool counts(const Diagnostic& diagnostic, Severity threshold) {
  return diagnostic.severity >= threshold && !diagnostic.suppressed;
}

bool Diagnostics::stops_build() const {
  return costs_of(items_).stops_build;
}

bool Diagnostics::withholds(const RevisionKey& revision) const {
  return costs_of(items_).withheld.contains(revision);
}

}  // namespace handbok
