#include "load/read_law_pack.hpp"

#include <algorithm>
#include <map>

#include "base/numbers.hpp"
#include "base/strings.hpp"
#include "text/cited_source.hpp"

namespace handbok {
namespace {

constexpr std::string_view series_of_acts = "SFS ";

using Cells = std::vector<std::string_view>;

/// "2017:30" is a number of Svensk författningssamling; other series are written out.
std::string full_number(std::string_view number) {
  const auto text = trim(number);
  const bool is_bare = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return (is_bare ? std::string(series_of_acts) : std::string()).append(text);
}

std::optional<Date> day_of(std::string_view cell) {
  const auto day = Date::parse(cell);
  return day ? std::optional(*day) : std::nullopt;
}

std::vector<std::string> numbers_in(std::string_view cell) {
  std::vector<std::string> numbers;
  for (const auto number : split(cell, ','))
    if (!trim(number).empty()) numbers.push_back(full_number(number));
  return numbers;
}

/// "3:1-8,8 a;4:1" or, in a statute without chapters, "1-7,9".
std::vector<KnownChapter> chapters_in(std::string_view cell) {
  std::vector<KnownChapter> chapters;
  for (const auto part : split(cell, ';')) {
    const auto colon = part.find(':');
    const bool has_chapter = colon != std::string_view::npos;
    KnownChapter chapter{std::string(has_chapter ? part.substr(0, colon) : ""), 0};
    for (const auto range : split(has_chapter ? part.substr(colon + 1) : part, ',')) {
      const auto dash = range.find('-');
      const auto last = dash == std::string_view::npos ? range : range.substr(dash + 1);
      chapter.last_section = std::max(chapter.last_section, number_at_start(last));
    }
    if (chapter.last_section > 0) chapters.push_back(std::move(chapter));
  }
  return chapters;
}

/// "SFS 2001:453 14:3>27:2"
std::vector<KnownMove> moves_in(std::string_view cell) {
  std::vector<KnownMove> moves;
  for (const auto part : split(cell, ',')) {
    const auto text = trim(part);
    const auto arrow = text.find('>');
    const auto blank = text.substr(0, arrow).rfind(' ');
    if (arrow == std::string_view::npos || blank == std::string_view::npos) continue;
    moves.push_back({full_number(text.substr(0, blank)),
                     std::string(text.substr(blank + 1, arrow - blank - 1)),
                     std::string(text.substr(arrow + 1))});
  }
  return moves;
}

SourceKind kind_of(const KnownStatute& statute) {
  if (!statute.number.starts_with(series_of_acts)) return SourceKind::regulation;
  return names_ordinance(statute.title) ? SourceKind::ordinance : SourceKind::act;
}

void take(KnownStatute& statute, std::string_view column, std::string_view cell) {
  if (column == "title") statute.title = cell;
  if (column == "short") statute.short_name = cell;
  if (column == "kind") statute.kind = cell == "act" ? SourceKind::act : SourceKind::ordinance;
  if (column == "in_force_from") statute.in_force_from = day_of(cell);
  if (column == "repealed_on") statute.repealed_on = day_of(cell);
  if (column == "replaced_by") statute.replaced_by = numbers_in(cell);
  if (column == "moved") statute.moved = moves_in(cell);
  if (column == "sections") statute.chapters = chapters_in(cell);
  if (column == "seen_on") statute.seen_on = day_of(cell);
  if (column == "note") statute.note = cell;
  if (column == "confidence") {
    statute.confidence = cell == "low"      ? LawConfidence::low
                         : cell == "medium" ? LawConfidence::medium
                                            : LawConfidence::high;
  }
}

class PackReader {
public:
  /// The first line names the columns; a comment before it may say the day of the table.
  void read(std::string_view table) {
    Cells columns;
    for (const auto line : split(table, '\n')) {
      if (line.starts_with("# day ")) {
        if (!pack_.day) pack_.day = day_of(trim(line.substr(std::string_view("# day ").size())));
      } else if (!line.empty() && line.front() != '#') {
        const Cells cells = split(line, '\t');
        if (columns.empty()) {
          columns = cells;
        } else {
          add(columns, cells);
        }
      }
    }
  }

  LawPack take_pack() {
    for (auto& [number, statute] : statutes_)
      pack_.statutes.push_back(std::move(statute));
    return std::move(pack_);
  }

private:
  void add(const Cells& columns, const Cells& cells) {
    const auto number = full_number(cells.front());
    auto& statute = statutes_[number];
    statute.number = number;
    for (std::size_t i = 1; i < std::min(columns.size(), cells.size()); ++i) {
      const auto cell = trim(cells[i]);
      if (cell.empty()) continue;
      take(statute, columns[i], cell);
      if (columns[i] == "title") statute.kind = kind_of(statute);
    }
  }

  std::map<std::string, KnownStatute, std::less<>> statutes_;
  LawPack pack_;
};

}  // namespace

LawPack read_law_pack(const FileTree& tables) {
  PackReader reader;
  for (const auto* const name : {"sfs.tsv", "care.tsv"}) {
    if (const auto* const table = tables.find(name)) reader.read(*table);
  }
  return reader.take_pack();
}

}  // namespace handbok
