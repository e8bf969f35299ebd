#pragma once

#include <set>
#include <string>
#include <vector>

#include "derive/profile.hpp"
#include "render/render_input.hpp"

namespace handbok {

/// Those of the `published` addresses that the whole handbook has and the profile's `site` has not:
/// what was there is not for its readers any more.
std::set<std::string, std::less<>> hidden_addresses(
    const std::set<std::string, std::less<>>& published, const RenderInput& site,
    const RenderInput& whole);

/// Takes out of `addresses` those of documents of the whole handbook that the selection hides by a
/// revision that is withheld, those that lead there too, and gives them back. Nobody has decided
/// what a broken text says: what readers have stands.
std::set<std::string, std::less<>> take_standing(std::set<std::string, std::less<>>& addresses,
                                                 const Handbook& whole,
                                                 const ProfileSelection& selection,
                                                 const std::vector<RevisionKey>& withheld);

}  // namespace handbok
