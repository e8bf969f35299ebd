#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "render/page_kinds.hpp"
#include "render/template.hpp"
#include "render/view_fields.hpp"
#include "render/words.hpp"
#include "site/site.hpp"

namespace handbok {

/// An entry of the navigation, as the frame's template sees it.
struct NavEntryView {
  std::string href;
  std::string text;
  bool is_current = false;
  HANDBOK_FIELDS(NavEntryView, href, text, is_current)
};

/// The view of frame.mustache: what stands around every page.
struct FrameView {
  std::string language;
  std::string root;
  std::string handbook_title;
  std::string short_title;
  std::string start_href;
  std::string style_href;
  std::string script_href;
  std::string icon_href;                ///< empty: there is none
  std::string search_href;              ///< empty: there is no such page
  std::string search_description_href;  ///< the same
  std::string complaints_href;          ///< the same
  std::string reporting_href;           ///< the same
  std::string tool_version;
  std::vector<NavEntryView> navigation;
  std::vector<NavEntryView> footer;
  Html sheet;  ///< attributes of <html> that print.css puts on each sheet
  Html title;
  Html page_kind;
  Html description;
  Html robots;
  Html breadcrumbs;
  Html content;
  bool has_drafts = false;
  bool is_preview = false;
  HANDBOK_FIELDS(FrameView, language, root, handbook_title, short_title, start_href, style_href,
                 script_href, icon_href, search_href, search_description_href, complaints_href,
                 reporting_href, tool_version, navigation, footer, sheet, title, page_kind,
                 description, robots, breadcrumbs, content, has_drafts, is_preview)
};

/// How the site looks and what it says: parsed templates, words, and the files that pages use.
/// Safe to use from any thread once built.
struct Theme {
  std::vector<Template> pages;  ///< in the order of PageKind
  Template frame;               ///< what stands around every page
  WordTable words;
  SiteFile style;             ///< all style sheets of the theme as one, named by its digest
  SiteFile script;            ///< all scripts, likewise
  SiteFile icon;              ///< of the browser's tab; without bytes if the theme has none
  std::string worker;         ///< keeps pages for when the network is gone; or empty
  std::string word_style;     ///< a Word document whose styles others have; empty: none
  std::string diagram_style;  ///< what a diagram needs when it stands alone
  std::string digest;         ///< of all its files
  std::vector<std::string> unused_words;  ///< keys that no template and no C++ asks for

  const Template& page(PageKind kind) const { return pages[static_cast<std::size_t>(kind)]; }
};

/// Builds a theme from its files ("templates/document.mustache", "handbook.css", "handbook.js" …)
/// and the words of one language. Every template is checked: an unknown name, an open section, a
/// missing word or partial is a theme.* error, which stops the build.
Theme load_theme(const FileTree& theme_files, const Words& words, Diagnostics& diagnostics);

}  // namespace handbok
