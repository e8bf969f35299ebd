#include "support/site_links.hpp"

#include <functional>
#include <gumbo.h>
#include <map>
#include <memory>
#include <set>

namespace handbok {
namespace {

/// A page as an independent parser sees it.
class ParsedPage {
public:
  explicit ParsedPage(const std::string& html)
      : output_(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
                &destroy) {}

  void visit(const std::function<void(const GumboNode&)>& look) const {
    visit(*output_->root, look);
  }

private:
  static void destroy(GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }

  static void visit(const GumboNode& node, const std::function<void(const GumboNode&)>& look) {
    look(node);
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;
    for (unsigned int i = 0; i < node.v.element.children.length; ++i) {
      visit(*static_cast<const GumboNode*>(node.v.element.children.data[i]), look);
    }
  }

  std::unique_ptr<GumboOutput, decltype(&destroy)> output_;
};

std::string attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const auto* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string{} : std::string(found->value);
}

/// `href` as seen from `page`, as a path below the root; empty if it goes above it.
std::string resolve(const std::string& page, std::string href) {
  if (href.starts_with('/')) return href.substr(1);
  auto folder = page.substr(0, page.rfind('/') + 1);
  while (href.starts_with("../")) {
    if (folder.empty()) return {};
    folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
    href = href.substr(3);
  }
  return folder + href;
}

bool leaves_site(const std::string& href) {
  const auto colon = href.find(':');
  return colon != std::string::npos && href.find('/') > colon && href.find('#') > colon;
}

struct PageFacts {
  std::set<std::string> ids;
  std::vector<std::string> targets;
};

PageFacts facts_of(const std::string& page, const std::string& html,
                   std::vector<LinkFault>& faults) {
  PageFacts facts;
  ParsedPage(html).visit([&](const GumboNode& node) {
    if (const auto id = attribute(node, "id"); !id.empty() && !facts.ids.insert(id).second) {
      faults.push_back({page, id, "id twice"});
    }
    for (const auto* const name : {"href", "src"}) {
      if (auto target = attribute(node, name); !target.empty())
        facts.targets.push_back(std::move(target));
    }
  });
  return facts;
}

}  // namespace

std::vector<LinkFault> find_link_faults(const FileTree& site) {
  std::vector<LinkFault> faults;
  std::map<std::string, PageFacts> pages;
  for (const auto& [path, bytes] : site.files()) {
    if (path.ends_with(".html") || path.ends_with(".svg"))
      pages[path] = facts_of(path, bytes, faults);
  }
  for (const auto& [page, facts] : pages) {
    for (const auto& target : facts.targets) {
      if (leaves_site(target)) continue;
      const auto hash = target.find('#');
      const auto file = hash == 0 ? page : resolve(page, target.substr(0, hash));
      if (site.find(file) == nullptr) {
        faults.push_back({page, target, "no such file"});
      } else if (hash != std::string::npos && !pages[file].ids.contains(target.substr(hash + 1))) {
        faults.push_back({page, target, "no such anchor"});
      }
    }
  }
  return faults;
}

std::string visible_text(const std::string& html) {
  std::string text;
  ParsedPage(html).visit([&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) text += std::string(node.v.text.text) + " ";
  });
  std::string joined;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank) joined += c;
    if (is_blank && !joined.empty() && joined.back() != ' ') joined += ' ';
  }
  return joined;
}

}  // namespace handbok
