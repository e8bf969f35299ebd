#pragma once

#include <string>
#include <string_view>

#include "render/page.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// A page right below the start page, such as "Nytt": its title is the word that the navigation
/// calls it by.
Page top_page(std::string_view address, Word title, std::string content, const SiteContext& site);

}  // namespace handbok
