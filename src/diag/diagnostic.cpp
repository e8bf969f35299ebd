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

bool counts(const Diagnostic& diagnostic, Severity threshold) {
  return diagnostic.severity >= threshold && !diagnostic.suppressed;
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(items_, [](const auto& d) { return d.severity == Severity::error; });
}

bool Diagnostics::stops_build() const {
  return std::ranges::any_of(items_, [](const auto& d) {
    return d.severity == Severity::error && d.consequence == Consequence::build_stopped;
  });
}

bool Diagnostics::withholds(const RevisionKey& revision) const {
  return std::ranges::any_of(items_, [&](const auto& d) {
    return d.severity == Severity::error && d.consequence == Consequence::revision_withheld &&
           d.revision == revision;
  });
}

}  // namespace handbok
