#include "render/tables/table_page.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "render/addresses.hpp"
#include "render/page_kinds.hpp"

namespace handbok {
namespace {

struct TablePageView {
  std::string title;
  std::string lead;
  std::vector<LinkView> contents;  ///< links to the sections; empty if there are few
  std::vector<TableSection> sections;
  bool has_contents = false;
  HANDBOK_FIELDS(TablePageView, title, lead, contents, sections, has_contents)
};

const TablePageInfo& page_named(std::string_view name) {
  for (const auto& page : all_table_pages()) {
    if (page.name == name) return page;
  }
  return all_table_pages().front();
}

TablePageView view_of(const Route& route, const LinkScope& scope) {
  TablePageView view;
  if (const auto* const own = own_register_at(route.path, scope.site.handbook())) {
    view.title = own->declared->said.name_plural;
    view.lead = own->declared->said.introduction;
    view.sections = own_register_sections(*own, scope);
    return view;
  }
  const auto& page = page_named(route.subject);
  view.title = scope.site.words()[page.title];
  view.lead = scope.site.words()[page.lead];
  const auto& histories = scope.site.handbook().settings.histories;
  const auto history = std::ranges::find(histories, page.name, &RegisterHistory::of);
  if (history != histories.end())
    view.lead += " " + scope.site.words().fill(Word::missing_from, {history->from.to_string()});
  view.sections = page.sections(scope);
  return view;
}

}  // namespace

TableBuilder::TableBuilder(std::string anchor, std::string heading,
                           std::vector<std::string> columns) {
  section_.anchor = std::move(anchor);
  section_.heading = std::move(heading);
  for (auto& name : columns)
    section_.columns.push_back({std::move(name)});
}

TableRow& TableBuilder::add(std::string anchor, Html head, std::vector<Html> cells) {
  TableRow row;
  row.anchor = std::move(anchor);
  row.head = std::move(head);
  cells.resize(section_.columns.size() - 1);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_empty = cells[i].text.empty();
    row.cells.push_back({section_.columns[i + 1].name, std::move(cells[i]), is_empty});
  }
  section_.rows.push_back(std::move(row));
  return section_.rows.back();
}

TableSection TableBuilder::take() {
  section_.has_table = !section_.rows.empty();
  return std::move(section_);
}

void fold(TableSection& section) {
  section.is_folded = !section.rows.empty();
  if (section.is_folded) section.count = std::to_string(section.rows.size());
}

void fold_long_sections(std::vector<TableSection>& sections) {
  constexpr std::size_t rows_max = 40;  // six screens of a phone
  std::size_t shown = 0;
  for (auto& section : sections) {
    const auto rows = section.rows.size();
    const bool has_late = std::ranges::any_of(section.rows, &TableRow::is_late);
    if (shown > 0 && shown + rows > rows_max && !has_late) {
      fold(section);
    } else {
      shown += rows;
    }
  }
}

std::span<const TablePageInfo> all_table_pages() {
  static constexpr auto table = std::to_array<TablePageInfo>({
#define HANDBOK_TABLE_PAGE(name, folder, step) \
  {#name,                                      \
   folder,                                     \
   WheelStep::step,                            \
   Word::name##_title,                         \
   Word::name##_lead,                          \
   &has_##name##_page,                         \
   &name##_sections},
#include "render/tables/table_pages.def"
#undef HANDBOK_TABLE_PAGE
  });
  return table;
}

std::string table_page_address(const TablePageInfo& page) {
  return std::string(page.folder) + "/index.html";
}

std::vector<WheelStepView> wheel_steps(const std::string& root, const SiteContext& site) {
  const auto& words = site.words();
  std::vector<WheelStepView> steps = {{words[Word::start_wheel_plan], {}},
                                      {words[Word::start_wheel_act], {}},
                                      {words[Word::start_wheel_follow_up], {}},
                                      {words[Word::start_wheel_improve], {}}};
  const auto add = [&](WheelStep step, const std::string& address, Word title) {
    if (!site.routes.has(address)) return;
    steps[static_cast<std::size_t>(step)].pages.push_back({root + address, words[title]});
  };
  add(WheelStep::act, std::string(address::processes), Word::nav_processes);
  for (const auto& page : all_table_pages())
    add(page.step, table_page_address(page), page.title);
  std::erase_if(steps, [](const WheelStepView& step) { return step.pages.empty(); });
  return steps;
}

std::vector<LinkView> own_register_links(const std::string& root, const SiteContext& site) {
  std::vector<LinkView> links;
  for (const auto& own : site.handbook().own_registers) {
    const auto address = own_page_address(*own.declared);
    if (site.routes.has(address)) links.push_back({root + address, own.declared->said.name_plural});
  }
  return links;
}

void plan_table(const RenderInput& input, RouteTable& routes) {
  for (const auto& page : all_table_pages()) {
    if (!page.exists(input.edition.view.handbook())) continue;
    routes.add({PageKind::table, table_page_address(page), std::string(page.name)});
  }
  for (const auto& own : input.edition.view.handbook().own_registers)
    routes.add({PageKind::table, own_page_address(*own.declared), own.declared->said.id});
}

std::span<const Field> table_fields() {
  return TablePageView::fields();
}

Page render_table(const Route& route, const SiteContext& site) {
  auto view = view_of(route, {site, root_of(route.path), {}});
  fold_long_sections(view.sections);
  constexpr std::size_t few = 2;
  if (view.sections.size() > few) {
    for (const auto& section : view.sections)
      view.contents.push_back({"#" + section.anchor, section.heading});
  }
  view.has_contents = !view.contents.empty();
  return {.title = view.title,
          .content = site.theme().page(PageKind::table).fill(view),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)}},
          .section = {}};
}

}  // namespace handbok
