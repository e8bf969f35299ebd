#pragma once

#include <string>
#include <vector>

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "render/page_kinds.hpp"
#include "render/template.hpp"
#include "render/words.hpp"
#include "site/site.hpp"

namespace handbok {

/// How the site looks and what it says: parsed templates, words, and the files that pages use.
/// Safe to use from any thread once built.
struct Theme {
  std::vector<Template> pages;  ///< in the order of PageKind
  Template frame;               ///< what stands around every page
  WordTable words;
  SiteFile style;             ///< all style sheets of the theme as one, named by its digest
  SiteFile script;            ///< all scripts, likewise
  std::string diagram_style;  ///< what a diagram needs when it stands alone
  std::vector<std::string> unused_words;  ///< keys that no template and no C++ asks for

  const Template& page(PageKind kind) const { return pages[static_cast<std::size_t>(kind)]; }
};

/// Builds a theme from its files ("templates/document.mustache", "handbook.css", "handbook.js" …)
/// and the words of one language. Every template is checked: an unknown name, an open section, a
/// missing word or partial is a theme.* error, which stops the build.
Theme load_theme(const FileTree& theme_files, const Words& words, Diagnostics& diagnostics);

}  // namespace handbok
