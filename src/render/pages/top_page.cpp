#include "render/pages/top_page.hpp"

#include "render/addresses.hpp"

namespace handbok {

Page top_page(std::string_view address, Word title, std::string content, const SiteContext& site) {
  return {.title = site.words()[title],
          .content = std::move(content),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)}},
          .section = address};
}

}  // namespace handbok
