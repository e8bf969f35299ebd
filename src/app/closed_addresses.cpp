#include "app/closed_addresses.hpp"

#include <algorithm>
#include <iterator>

#include "render/addresses.hpp"
#include "render/render.hpp"

namespace handbok {

std::set<std::string, std::less<>> hidden_addresses(
    const std::set<std::string, std::less<>>& published, const RenderInput& site,
    const RenderInput& whole) {
  const auto there = site_addresses(site);
  const auto possible = site_addresses(whole);
  std::set<std::string, std::less<>> hidden;
  std::ranges::copy_if(
      published, std::inserter(hidden, hidden.end()),
      [&](const std::string& path) { return !there.contains(path) && possible.contains(path); });
  return hidden;
}

std::set<std::string, std::less<>> take_standing(std::set<std::string, std::less<>>& addresses,
                                                 const Handbook& whole,
                                                 const ProfileSelection& selection,
                                                 const std::vector<RevisionKey>& withheld) {
  std::set<std::string, std::less<>> standing;
  const auto take = [&](const std::string& address) {
    if (auto node = addresses.extract(address)) standing.insert(std::move(node));
  };
  for (const auto& revision : selection.hidden_by) {
    if (std::ranges::find(withheld, revision) == withheld.end()) continue;
    const auto folder = address::document_folder(whole, revision.document);
    for (auto it = addresses.lower_bound(folder);
         it != addresses.end() && it->starts_with(folder);) {
      standing.insert(addresses.extract(it++));
    }
    for (const auto& redirect : whole.redirects)
      if (redirect.to.starts_with(folder)) take(redirect.from);
  }
  return standing;
}

}  // namespace handbok
