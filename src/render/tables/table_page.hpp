#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "derive/own_rows.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/words.hpp"

namespace handbok {

// The pages of the registers – risks, self-checks, actions … – are tables that look alike: a page
// has sections, a section has columns and rows. A page kind of its own would say nothing more.

/// A cell of a table. On a phone, where rows become cards, `label` stands before it.
struct TableCell {
  std::string label;
  Html html;
  bool is_empty = false;
  HANDBOK_FIELDS(TableCell, label, html, is_empty)
};

/// A row: its first cell names it.
struct TableRow {
  std::string anchor;  ///< the id of the entity, so that others can link to its row; may be empty
  Html head;
  std::vector<TableCell> cells;
  bool is_late = false;
  HANDBOK_FIELDS(TableRow, anchor, head, cells, is_late)
};

struct TableColumn {
  std::string name;
  HANDBOK_FIELDS(TableColumn, name)
};

struct TableSection {
  std::string anchor;
  std::string heading;
  Html intro;   ///< paragraphs before the table
  Html figure;  ///< a picture with its text twin, or a matrix; before the table
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  bool has_table = false;
  Html after;              ///< what follows the table; mostly empty
  std::string count;       ///< of its rows, beside the heading of a folded section
  bool is_folded = false;  ///< only the heading is shown until somebody asks
  HANDBOK_FIELDS(TableSection, anchor, heading, intro, figure, columns, rows, has_table, after,
                 count, is_folded)
};

/// Folds the section, if it has rows.
void fold(TableSection& section);

/// Folds the sections of a page that come after more rows than can be looked over; never the first,
/// nor one with a row that is late.
void fold_long_sections(std::vector<TableSection>& sections);

/// Builds a section row by row, so that each cell knows its column.
class TableBuilder {
public:
  TableBuilder(std::string anchor, std::string heading, std::vector<std::string> columns);

  /// Adds a row; `cells` are those after the first column. Missing ones are empty.
  TableRow& add(std::string anchor, Html head, std::vector<Html> cells);

  bool is_empty() const { return section_.rows.empty(); }

  /// The section. To be called once, last.
  TableSection take();

  TableSection& section() { return section_; }

private:
  TableSection section_;
};

/// The steps of the wheel of improvement, in the order in which they follow each other.
enum class WheelStep : std::uint8_t { plan, act, follow_up, improve };

/// A page of tables, one row of table_pages.def.
struct TablePageInfo {
  std::string_view name;
  std::string_view folder;  ///< "risker": the page is risker/index.html
  WheelStep step{};
  Word title;
  Word lead;
  bool (*exists)(const Handbook& handbook) = nullptr;
  std::vector<TableSection> (*sections)(const LinkScope& scope) = nullptr;
};

#define HANDBOK_TABLE_PAGE(name, folder, step)      \
  bool has_##name##_page(const Handbook& handbook); \
  std::vector<TableSection> name##_sections(const LinkScope& scope);
#include "render/tables/table_pages.def"
#undef HANDBOK_TABLE_PAGE

/// Where the page of a register of the handbook's own lies: "register/miljoaspekter/index.html". A
/// folder of their own keeps them apart from every page that the program has or will have.
std::string own_page_address(const OwnDeclaration& declared);

/// The register that has its page there, or nullptr.
const OwnRegister* own_register_at(std::string_view path, const Handbook& handbook);

/// The rows that count on the day of the page, as a table.
std::vector<TableSection> own_register_sections(const OwnRegister& own, const LinkScope& scope);

/// All rows, in the order in which readers see them.
std::span<const TablePageInfo> all_table_pages();

/// "risker/index.html".
std::string table_page_address(const TablePageInfo& page);

/// A step of the wheel, with the pages that serve it.
struct WheelStepView {
  std::string name;
  std::vector<LinkView> pages;
  HANDBOK_FIELDS(WheelStepView, name, pages)
};

/// The steps for which this site has pages: those of tables and that of the processes.
std::vector<WheelStepView> wheel_steps(const std::string& root, const SiteContext& site);

/// Links to the pages of the handbook's own registers.
std::vector<LinkView> own_register_links(const std::string& root, const SiteContext& site);

/// Links to the rows of the handbook's own registers that name something, one to a line: of a
/// register with many such rows a link to its page, and their number.
std::vector<Html> own_use_links(std::string_view id, const LinkScope& scope);

/// The same as tables for the page of a role or unit: a section for each register.
std::vector<TableSection> own_use_sections(std::string_view id, const LinkScope& scope);

}  // namespace handbok
