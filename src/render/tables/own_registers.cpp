// The registers that a handbook declares itself.
#include <algorithm>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/row_days.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

constexpr std::string_view folder = "register/";

/// More columns than this cannot be read; the fields after them share the last.
constexpr std::size_t fields_in_columns = 4;

/// More rows of one register than this are told by their number.
constexpr std::size_t rows_in_list = 30;

/// True if the day has passed and it is known that nothing was done.
bool has_passed(Date on, const OwnDeclaration& declared, const DayView& view) {
  return on < view.day() && is_known(view, on, declared.about.file);
}

Html day_html(const OwnDeclaration& declared, const OwnField& field, const OwnRow& row,
              const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto on = own_day(declared, field, row);
  if (!on) return {};
  std::vector<Html> lines;
  if (field.every_months == 0) {
    lines.push_back(date_html(*on, words));
  } else {
    lines.push_back(
        optional_date_html(declared.key_of(field).value<std::optional<Date>>(&row), scope));
    lines.push_back(word_html(words, Word::own_next, {date_html(*on, words).text}));
  }
  if (has_passed(*on, declared, scope.site.view()))
    lines.push_back(badge_html("overdue", words[Word::due_late]));
  return lines_html(lines);
}

Html choice_html(const Key& key, const OwnRow& row) {
  if (key.form == Form::word) return text_html(name_in(key.words, key.value<std::uint8_t>(&row)));
  std::vector<std::string> chosen;
  for (const auto value : key.value<std::vector<std::uint8_t>>(&row))
    chosen.emplace_back(name_in(key.words, value));
  return text_html(join(chosen, ", "));
}

Html clauses_html(const std::vector<std::string>& clauses, const LinkScope& scope) {
  std::vector<Html> lines;
  for (const auto& clause : clauses)
    lines.push_back(target_html(clause_target(clause, scope), scope.site.words()));
  return lines_html(lines);
}

Html number_html(const std::optional<int>& number, const OwnField& field) {
  if (!number) return {};
  const auto digits = std::to_string(*number);
  return text_html(field.unit.empty() ? digits : digits + " " + field.unit);
}

/// What a field holds, as readers see it.
Html field_html(const OwnDeclaration& declared, const OwnField& field, const OwnRow& row,
                const LinkScope& scope) {
  const auto& key = declared.key_of(field);
  switch (field.type) {
    case OwnFieldType::text: return text_html(key.value<std::string>(&row));
    case OwnFieldType::number: return number_html(key.value<std::optional<int>>(&row), field);
    case OwnFieldType::yes_no:
      if (const auto& is_so = key.value<std::optional<bool>>(&row))
        return text_html(scope.site.words()[*is_so ? Word::own_yes : Word::own_no]);
      return {};
    case OwnFieldType::date: return optional_date_html(key.value<std::optional<Date>>(&row), scope);
    case OwnFieldType::day: return day_html(declared, field, row, scope);
    case OwnFieldType::choice: return choice_html(key, row);
    case OwnFieldType::role: return roles_html(texts_of(key, row), scope);
    case OwnFieldType::unit: return units_html(texts_of(key, row), scope);
    case OwnFieldType::clause: return clauses_html(texts_of(key, row), scope);
    case OwnFieldType::document:
    case OwnFieldType::row: return entities_html(texts_of(key, row), scope);
  }
  return {};
}

bool is_title(const OwnDeclaration& declared, const OwnField& field) {
  return declared.key_of(field).part == KeyPart::title;
}

/// "Leverantör: Ekhamra Vårdteknik" for each field that has no column and is not empty.
Html rest_html(const std::vector<const OwnField*>& rest, const OwnRowRef& found,
               const LinkScope& scope) {
  std::vector<Html> lines;
  for (const auto* const field : rest) {
    const auto html = field_html(*found.declared, *field, *found.row, scope);
    if (!html.text.empty()) lines.push_back({escape_html(field->name) + ": " + html.text});
  }
  for (const auto& link : own_use_links(found.row->id, scope))
    lines.push_back(word_html(scope.site.words(), Word::own_named_in, {link.text}));
  return lines_html(lines);
}

bool is_late(const OwnRowRef& found, const DayView& view) {
  return std::ranges::any_of(found.declared->said.fields, [&](const OwnField& field) {
    const auto on = own_day(*found.declared, field, *found.row);
    return on && has_passed(*on, *found.declared, view);
  });
}

/// The table of one register. Which fields have a column is the same for all rows.
class OwnTable {
public:
  OwnTable(const OwnRegister& own, const LinkScope& scope)
      : own_(own),
        declared_(*own.declared),
        scope_(scope) {
    for (const auto& field : declared_.said.fields) {
      if (is_title(declared_, field)) continue;
      (columns_.size() < fields_in_columns ? columns_ : rest_).push_back(&field);
    }
    has_rest_ = !rest_.empty() || std::ranges::any_of(own.rows, [&](const OwnRow& row) {
      return !scope.site.made_index.own_uses.of(row.id).empty();
    });
  }

  TableSection section() const {
    const auto& words = scope_.site.words();
    std::vector<std::string> names{declared_.said.name};
    for (const auto* const field : columns_)
      names.push_back(field->name);
    if (has_rest_) names.push_back(words[Word::own_rest]);
    TableBuilder table("rader", declared_.said.name_plural, std::move(names));
    for (const auto& row : own_.rows) {
      const OwnRowRef found{&declared_, &row};
      if (counts_on(found.as_row(), scope_.site.view().day())) add(table, found);
    }
    auto section = table.take();
    if (!section.has_table)
      section.intro = {"<p>" + escape_html(words[Word::own_empty]) + "</p>\n"};
    return section;
  }

private:
  void add(TableBuilder& table, const OwnRowRef& found) const {
    std::vector<Html> cells;
    for (const auto* const field : columns_)
      cells.push_back(field_html(declared_, *field, *found.row, scope_));
    if (has_rest_) cells.push_back(rest_html(rest_, found, scope_));
    const auto& id = found.row->id;
    auto head = found.title() == id ? text_html(id) : named_html(found.title(), id);
    table.add(id, std::move(head), std::move(cells)).is_late = is_late(found, scope_.site.view());
  }

  const OwnRegister& own_;
  const OwnDeclaration& declared_;
  const LinkScope& scope_;
  std::vector<const OwnField*> columns_;
  std::vector<const OwnField*> rest_;
  bool has_rest_ = false;
};

/// The rows of one register that name something, each once.
struct RowsThatName {
  const OwnDeclaration* declared = nullptr;
  std::vector<std::vector<const OwnUse*>> rows;
};

std::vector<RowsThatName> by_register(std::string_view id, const LinkScope& scope) {
  std::vector<RowsThatName> found;
  for (const auto& use : scope.site.made_index.own_uses.of(id)) {
    if (found.empty() || found.back().declared != use.by.declared)
      found.push_back({use.by.declared, {}});
    auto& rows = found.back().rows;
    if (rows.empty() || rows.back().front()->by.row != use.by.row) rows.emplace_back();
    rows.back().push_back(&use);
  }
  return found;
}

/// "214 rader i Medicintekniska produkter", to the page.
Html many_html(const RowsThatName& found, const LinkScope& scope) {
  const auto address = own_page_address(*found.declared);
  const auto text = scope.site.words().fill(
      Word::own_many_rows, {std::to_string(found.rows.size()), found.declared->said.name_plural});
  return link_html(scope.site.routes.has(address) ? scope.root + address : std::string(), text);
}

std::string names_of(const std::vector<const OwnUse*>& uses) {
  std::vector<std::string> names;
  for (const auto* const use : uses)
    names.push_back(use->field->name);
  return join(names, ", ");
}

}  // namespace

std::string own_page_address(const OwnDeclaration& declared) {
  return std::string(folder).append(declared.said.id).append("/index.html");
}

const OwnRegister* own_register_at(std::string_view path, const Handbook& handbook) {
  if (!path.starts_with(folder)) return nullptr;
  path.remove_prefix(folder.size());
  return find_own_register(handbook, path.substr(0, path.find('/')));
}

std::vector<TableSection> own_register_sections(const OwnRegister& own, const LinkScope& scope) {
  return {OwnTable(own, scope).section()};
}

std::vector<Html> own_use_links(std::string_view id, const LinkScope& scope) {
  std::vector<Html> links;
  for (const auto& found : by_register(id, scope)) {
    if (found.rows.size() > rows_in_list) {
      links.push_back(many_html(found, scope));
      continue;
    }
    for (const auto& uses : found.rows)
      links.push_back(entity_html(uses.front()->by.row->id, scope));
  }
  return links;
}

std::vector<TableSection> own_use_sections(std::string_view id, const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<TableSection> sections;
  for (const auto& found : by_register(id, scope)) {
    const auto& said = found.declared->said;
    TableBuilder table("register-" + said.id, said.name_plural, {said.name, words[Word::own_as]});
    if (found.rows.size() > rows_in_list) {
      table.section().after = {"<p>" + many_html(found, scope).text + "</p>\n"};
    } else {
      for (const auto& uses : found.rows)
        table.add({}, entity_html(uses.front()->by.row->id, scope), {text_html(names_of(uses))});
    }
    sections.push_back(table.take());
  }
  return sections;
}

}  // namespace handbok
