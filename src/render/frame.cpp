#include "render/frame.hpp"

#include <array>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/html.hpp"
#include "render/page.hpp"
#include "render/render_input.hpp"
#include "render/sheet.hpp"
#include "render/site_context.hpp"

namespace handbok {
namespace {

/// The parts of the frame that differ from page to page. Each stands in the filled frame as a mark.
enum Slot : int {
  sheet_slot,
  title_slot,
  page_kind_slot,
  description_slot,
  robots_slot,
  breadcrumbs_slot,
  content_slot,
  no_slot
};

/// A byte that no content can hold: control characters are refused when sources are read.
constexpr char mark = '\x01';

Html marked(Slot slot) {
  return {std::string(1, mark) + static_cast<char>('0' + slot)};
}

struct NavTarget {
  std::string_view address;
  Word word;
};

constexpr auto navigation_targets = std::to_array<NavTarget>({
    {address::start, Word::nav_start},
    {address::processes, Word::nav_processes},
    {address::documents, Word::nav_documents},
    {address::roles, Word::nav_roles},
    {address::units, Word::nav_units},
    {address::news, Word::nav_news},
});

constexpr auto footer_targets = std::to_array<NavTarget>({
    {address::about, Word::nav_about},
    {address::terms, Word::nav_terms},
    {address::laws, Word::nav_laws},
    {address::archive, Word::nav_archive},
    {address::control, Word::nav_control},
    {address::accessibility, Word::nav_accessibility},
});

/// Where a frame is: how far below the root, and in which entry of the navigation.
struct Place {
  const std::string& root;
  std::string_view section;
};

std::vector<NavEntryView> entries(std::span<const NavTarget> targets, const RouteTable& routes,
                                  const WordTable& words, const Place& place) {
  std::vector<NavEntryView> views;
  for (const auto& target : targets) {
    if (!routes.has(target.address)) continue;
    views.push_back({place.root + std::string(target.address), words[target.word],
                     target.address == place.section});
  }
  return views;
}

std::string breadcrumbs_html(const Page& page, const std::string& root, const WordTable& words) {
  if (page.breadcrumbs.empty()) return {};
  std::string html = R"(<nav class="breadcrumbs" aria-label=")" +
                     escape_html(words[Word::frame_breadcrumbs]) + "\"><ol>";
  for (const auto& crumb : page.breadcrumbs) {
    html += "<li>" + link_html(root + crumb.address, crumb.text).text + "</li>";
  }
  return html + "</ol></nav>\n";
}

FrameView frame_view(const RenderInput& input, const RouteTable& routes, const std::string& root,
                     std::string_view section) {
  const auto& settings = input.edition.view.handbook().settings;
  const auto& words = input.theme.words;
  FrameView view;
  view.language = settings.language;
  view.root = root;
  view.handbook_title = settings.title;
  view.short_title = settings.short_title;
  view.start_href = root + std::string(address::start);
  view.style_href = root + input.theme.style.path.text();
  view.script_href = root + input.theme.script.path.text();
  if (!input.theme.icon.bytes.empty()) view.icon_href = root + input.theme.icon.path.text();
  if (routes.has(address::search)) view.search_href = root + std::string(address::search);
  if (routes.has(address::search_description))
    view.search_description_href = root + std::string(address::search_description);
  const auto complaints = address::document(input.edition.view.handbook(), settings.complaints);
  if (routes.has(complaints)) view.complaints_href = root + complaints;
  if (routes.has(address::reporting)) view.reporting_href = root + std::string(address::reporting);
  view.tool_version = input.options.tool_version;
  view.navigation = entries(navigation_targets, routes, words, {root, section});
  view.footer = entries(footer_targets, routes, words, {root, section});
  view.sheet = marked(sheet_slot);
  view.title = marked(title_slot);
  view.page_kind = marked(page_kind_slot);
  view.description = marked(description_slot);
  view.robots = marked(robots_slot);
  view.breadcrumbs = marked(breadcrumbs_slot);
  view.content = marked(content_slot);
  view.has_drafts = input.options.drafts && !input.options.preview;
  view.is_preview = input.options.preview;
  return view;
}

}  // namespace

std::string page_root(const Route& route, const RenderOptions& options) {
  // Shown at whatever address was not found, it can name the others only from the top.
  if (route.path == address::not_found) {
    return options.base_url.ends_with('/') ? options.base_url : options.base_url + "/";
  }
  return root_of(route.path);
}

Frame::Chunks Frame::split_at_marks(const std::string& frame) {
  Chunks chunks;
  std::size_t start = 0;
  for (auto at = frame.find(mark); at != std::string::npos; at = frame.find(mark, start)) {
    chunks.push_back({frame.substr(start, at - start), frame[at + 1] - '0'});
    start = at + 2;
  }
  chunks.push_back({frame.substr(start), no_slot});
  return chunks;
}

Frame::Frame(const RenderInput& input, const RouteTable& routes) : input_(input) {
  for (const auto& route : routes.routes()) {
    const auto root = page_root(route, input.options);
    auto& by_section = chunks_[root];
    if (!by_section.empty()) continue;
    const auto fill = [&](std::string_view section) {
      const auto html = input.theme.frame.fill(frame_view(input, routes, root, section));
      by_section.emplace(section, split_at_marks(html));
    };
    fill({});
    for (const auto& target : navigation_targets)
      fill(target.address);
    for (const auto& target : footer_targets)
      fill(target.address);
  }
}

std::string Frame::around(const Route& route, const Page& page) const {
  const auto root = page_root(route, input_.options);
  const auto& by_section = chunks_.at(root);
  const auto section = by_section.find(page.section);
  const auto& chunks = section == by_section.end() ? by_section.find("")->second : section->second;
  std::array<std::string, no_slot + 1> parts;
  parts[sheet_slot] = sheet_attributes(page, root, input_);
  parts[title_slot] = escape_html(page.title);
  parts[page_kind_slot] = info_of(route.kind).name;
  parts[description_slot] = escape_html(
      page.description.empty() ? input_.theme.words[Word::frame_description] : page.description);
  const bool is_indexed = page.is_indexed && !input_.options.preview;
  if (!is_indexed) parts[robots_slot] = "<meta name=\"robots\" content=\"noindex\">\n";
  if (!page.leads_to.empty()) {
    parts[robots_slot] +=
        R"(<meta http-equiv="refresh" content="0; url=)" + escape_html(page.leads_to) + "\">\n";
  }
  parts[breadcrumbs_slot] = breadcrumbs_html(page, root, input_.theme.words);
  std::string html;
  html.reserve(page.content.size() + 8192);
  for (const auto& chunk : chunks) {
    html += chunk.html;
    html += chunk.slot == content_slot ? page.content : parts[static_cast<std::size_t>(chunk.slot)];
  }
  return html;
}

Page top_page(std::string_view address, Word title, std::string content, const SiteContext& site) {
  return {.title = site.words()[title],
          .content = std::move(content),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)}},
          .section = address};
}

}  // namespace handbok
