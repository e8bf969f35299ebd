#pragma once

#include <string>
#include <vector>

#include "model/law.hpp"
#include "render/html.hpp"
#include "render/site_context.hpp"

namespace handbok {

/// What the register says of a legal source.
struct SourceFactsView {
  std::string href;
  std::string number;
  std::string title;
  std::string short_name;
  std::string aliases;
  std::string kind;  ///< "Lag", "Förordning" …
  std::string state;
  std::string state_class;
  Html in_force_from;
  Html repealed_on;
  std::vector<LinkView> replaced_by;
  std::vector<LinkView> replaces;
  Html checked_on;  ///< empty: nobody has checked it
  std::string checked_by;
  std::string url;
  bool is_check_overdue = false;
  bool is_repealed = false;  ///< on the day; otherwise `repealed_on` is still to come
  bool has_successor = false;
  bool has_predecessor = false;
  HANDBOK_FIELDS(SourceFactsView, href, number, title, short_name, aliases, kind, state,
                 state_class, in_force_from, repealed_on, replaced_by, replaces, checked_on,
                 checked_by, url, is_check_overdue, is_repealed, has_successor, has_predecessor)
};

/// The facts, seen from the page that lies `root` below the site's root.
SourceFactsView source_facts(const LegalSource& source, const std::string& root,
                             const SiteContext& site);

}  // namespace handbok
