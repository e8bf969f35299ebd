#include "derive/statutes.hpp"

#include <algorithm>

namespace handbok {
namespace {

bool has_name(const LegalSource& source, std::string_view name) {
  return source.short_name == name ||
         std::ranges::find(source.aliases, name) != source.aliases.end();
}

}  // namespace

bool applies_on(const LegalSource& source, Date day) {
  return (!source.in_force_from || *source.in_force_from <= day) &&
         (!source.repealed_on || day < *source.repealed_on);
}

const LegalSource* find_source_by_number(const Handbook& handbook, std::string_view number) {
  const auto source = std::ranges::find(handbook.sources, number, &LegalSource::number);
  return source == handbook.sources.end() ? nullptr : &*source;
}

const LegalSource* find_source_by_name(const Handbook& handbook, std::string_view name,
                                       std::optional<Date> day) {
  const LegalSource* latest = nullptr;
  for (const auto& source : handbook.sources) {
    if (!has_name(source, name)) continue;
    if (day && applies_on(source, *day)) return &source;
    if (latest == nullptr || latest->in_force_from < source.in_force_from) latest = &source;
  }
  return latest;
}

}  // namespace handbok
