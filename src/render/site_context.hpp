#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "render/diagrams.hpp"
#include "render/html.hpp"
#include "render/page.hpp"
#include "render/render_input.hpp"
#include "render/site_index.hpp"
#include "site/site.hpp"

namespace handbok {

struct LastBody;

/// What every page is rendered from. Read-only; shared by all pages.
struct SiteContext {
  const RenderInput& input;
  const RouteTable& routes;
  const Withheld& withheld;  ///< of the edition
  const Diagrams& diagrams;
  const SiteIndex& made_index;                  ///< for what asks for single documents of it
  const SiteFile& search_start;                 ///< of the index; empty if there is no page for it
  std::set<std::string>* texts_read = nullptr;  ///< the documents whose texts are; or not noted
  LastBody* last_body = nullptr;  ///< of the pages that are made one after the other here, or none

  /// What is a function of the whole handbook on the day, and its findings.
  const SiteIndex& index() const {
    DayQuestions::ask_all();
    return made_index;
  }
  const Edition& edition() const {
    DayQuestions::ask_all();
    return input.edition;
  }
  const DayView& view() const { return input.edition.view; }
  const Handbook& handbook() const { return input.edition.view.handbook(); }
  const Theme& theme() const { return input.theme; }
  const WordTable& words() const { return input.theme.words; }
};

}  // namespace handbok
