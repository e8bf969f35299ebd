#include "edit/merge_toml.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/strings.hpp"
#include "edit/toml_items.hpp"

namespace handbok {
namespace {

/// An entry, or a table with what stands in it; the whole text is one without a header.
struct Piece {
  std::string name;  ///< of the key or the table
  std::string key;   ///< what it is known by among its neighbours
  std::string lead;  ///< the comments and blank lines before it
  std::string own;   ///< the entry, or the header
  std::string tail;  ///< of the whole text: what stands after everything else
  bool is_table = false;
  bool is_record = false;  ///< a row that is known by all it says
  bool is_added = false;   ///< not in the text that both began from
  std::vector<Piece> inner;
};

std::string core_of(const Piece& piece) {
  std::string text = piece.own;
  for (const auto& inner : piece.inner)
    text += core_of(inner);
  return text;
}

/// The value of an entry of the table, with its quotation marks; empty if it has none.
std::string value_of(const Piece& table, std::string_view key) {
  for (const auto& inner : table.inner) {
    if (inner.is_table || inner.name != key) continue;
    return std::string(trim(std::string_view(inner.own).substr(inner.own.find('=') + 1)));
  }
  return {};
}

bool is_same(const Piece& a, const Piece& b) {
  return core_of(a) == core_of(b);
}

/// Reads a text into pieces; no value if it is not plain TOML.
class PieceReader {
public:
  explicit PieceReader(std::string_view text) : text_(text) {}

  std::optional<Piece> read() {
    for (const auto& item : toml_items(text_)) {
      if (item.kind == TomlItemKind::other) {
        if (!is_remark(item)) return std::nullopt;
        lead_ += whole(item);
      } else if (item.name.empty()) {
        return std::nullopt;
      } else {
        add(item);
      }
    }
    root_.tail = std::move(lead_);
    if (!give_keys(root_)) return std::nullopt;
    return std::move(root_);
  }

private:
  std::string whole(const TomlItem& item) const {
    std::string lines(text_.substr(item.begin, item.end - item.begin));
    if (!lines.ends_with('\n')) lines += '\n';
    return lines;
  }

  bool is_remark(const TomlItem& item) const {
    const auto line = trim(text_.substr(item.begin, item.end - item.begin));
    return line.empty() || line.front() == '#';
  }

  void add(const TomlItem& item) {
    Piece piece;
    piece.name = std::string(item.name);
    piece.lead = std::exchange(lead_, {});
    piece.own = whole(item);
    piece.is_table = item.is_header();
    piece.is_record = item.kind == TomlItemKind::table_of_list;
    auto& parent = piece.is_table ? parent_of(root_, piece.name) : last_table(root_);
    parent.inner.push_back(std::move(piece));
  }

  /// The table that the next entry belongs to.
  static Piece& last_table(Piece& piece) {
    const bool is_inside = !piece.inner.empty() && piece.inner.back().is_table;
    return is_inside ? last_table(piece.inner.back()) : piece;
  }

  /// [[returned.signature]] belongs to the [[returned]] above it.
  static Piece& parent_of(Piece& piece, std::string_view name) {
    for (auto it = piece.inner.rbegin(); it != piece.inner.rend(); ++it) {
      if (it->is_table && name.starts_with(it->name + ".")) return parent_of(*it, name);
    }
    return piece;
  }

  /// False if a key or a table stands twice.
  static bool give_keys(Piece& piece) {
    std::map<std::string, int> times;
    for (auto& inner : piece.inner) {
      if (!give_keys(inner)) return false;
      inner.key = key_of(inner);
      const auto time = ++times[inner.key];
      const bool is_row = inner.is_table && inner.own.starts_with("[[");
      if (time > 1 && !is_row) return false;
      if (time > 1) inner.key += "\n" + std::to_string(time);
    }
    return true;
  }

  static std::string key_of(Piece& piece) {
    if (!piece.is_record) return piece.is_table ? "[" + piece.name + "]" : piece.name;
    const auto id = value_of(piece, "id");
    const bool is_approval = piece.name == "signature" && value_of(piece, "step") == "\"approved\"";
    piece.is_record = id.empty() && !is_approval;
    if (piece.is_record) return core_of(piece);
    return "[[" + piece.name + "]] " + (is_approval ? "approved" : id);
  }

  std::string_view text_;
  std::string lead_;
  Piece root_;
};

std::string text_of(const Piece& piece) {
  std::string text = piece.lead + piece.own;
  bool was_added = false;
  for (const auto& inner : piece.inner) {
    const bool needs_gap = inner.is_table && (inner.is_added || was_added) && !text.empty() &&
                           !text.ends_with("\n\n") && !inner.lead.starts_with('\n');
    if (needs_gap) text += '\n';
    text += text_of(inner);
    was_added = inner.is_added;
  }
  return text + piece.tail;
}

std::string marked(std::string_view ours, std::string_view theirs) {
  return std::string("<<<<<<< ours\n")
      .append(ours)
      .append("=======\n")
      .append(theirs)
      .append(">>>>>>> theirs\n");
}

using Pieces = std::vector<Piece>;

const Piece* find(const Pieces& pieces, const std::string& key) {
  const auto it = std::ranges::find(pieces, key, &Piece::key);
  return it == pieces.end() ? nullptr : &*it;
}

class Merger {
public:
  /// Merges what both have; `base` is null if it is new.
  Piece merge(const Piece* base, const Piece& ours, const Piece& theirs) {
    if (base != nullptr && is_same(*base, ours)) {
      auto taken = theirs;
      if (ours.lead != base->lead) taken.lead = ours.lead;
      return taken;
    }
    if (is_same(ours, theirs) || (base != nullptr && is_same(*base, theirs))) return ours;
    if (!ours.is_table && !ours.own.empty()) return clash(MergeClash::two_values, ours, theirs);
    auto merged = ours;
    const Pieces none;
    path_.push_back(ours.key);
    merged.inner = merge_all(base == nullptr ? none : base->inner, ours.inner, theirs.inner);
    path_.pop_back();
    if (base != nullptr && ours.tail == base->tail) merged.tail = theirs.tail;
    return merged;
  }

  std::vector<MergeConflict> take_conflicts() { return std::move(conflicts_); }
  bool is_rewritten() const { return is_rewritten_; }

private:
  Pieces merge_all(const Pieces& base, const Pieces& ours, const Pieces& theirs) {
    if (is_record_rewritten(base, ours, theirs)) is_rewritten_ = true;
    Pieces merged;
    for (const auto& piece : ours) {
      const auto* const before = find(base, piece.key);
      if (const auto* const other = find(theirs, piece.key)) {
        merged.push_back(merge(before, piece, *other));
      } else if (before == nullptr) {
        merged.push_back(piece);
      } else if (!is_same(piece, *before)) {
        merged.push_back(clash(MergeClash::removed, piece, {}));
      }
      if (before == nullptr && !merged.empty()) merged.back().is_added = true;
    }
    for (std::size_t i = 0; i < theirs.size(); ++i) {
      if (find(ours, theirs[i].key) != nullptr) continue;
      const auto* const before = find(base, theirs[i].key);
      if (before != nullptr && is_same(theirs[i], *before)) continue;
      auto piece = before == nullptr ? theirs[i] : clash(MergeClash::removed, {}, theirs[i]);
      piece.is_added = true;
      const auto at = place_for(piece, merged, theirs, i);
      merged.insert(merged.begin() + at, std::move(piece));
    }
    return merged;
  }

  /// After what stands before it in `theirs`, and after what we added there on an earlier day.
  static std::ptrdiff_t place_for(const Piece& piece, const Pieces& merged, const Pieces& theirs,
                                  std::size_t index) {
    std::ptrdiff_t place = 0;
    while (index-- > 0) {
      const auto it = std::ranges::find(merged, theirs[index].key, &Piece::key);
      if (it == merged.end()) continue;
      place = it - merged.begin() + 1;
      break;
    }
    const auto is_to_pass = [&](const Piece& next) {
      if (!piece.is_table) return next.is_added && !next.is_table;
      if (!next.is_table) return true;
      const auto day = value_of(piece, "on");
      return next.is_added && next.name == piece.name &&
             (day.empty() || value_of(next, "on") <= day);
    };
    while (place < std::ssize(merged) && is_to_pass(merged[static_cast<std::size_t>(place)]))
      ++place;
    return place;
  }

  /// The names of records that are in `a` and not in `b`.
  static std::set<std::string> names_only_in(const Pieces& a, const Pieces& b) {
    std::set<std::string> names;
    for (const auto& piece : a) {
      if (piece.is_table && find(b, piece.key) == nullptr) names.insert(piece.name);
    }
    return names;
  }

  /// True if a side took records away of which the other added more, or took away too: they belong
  /// together.
  static bool is_record_rewritten(const Pieces& base, const Pieces& ours, const Pieces& theirs) {
    const auto has_removed_record = [&](const std::string& name, const Pieces& side) {
      return std::ranges::any_of(base, [&](const Piece& piece) {
        return piece.is_record && piece.name == name && find(side, piece.key) == nullptr;
      });
    };
    const auto added_theirs = names_only_in(theirs, base);
    const auto added_ours = names_only_in(ours, base);
    const auto removed_ours = [&](const auto& name) { return has_removed_record(name, ours); };
    const auto removed_theirs = [&](const auto& name) { return has_removed_record(name, theirs); };
    const bool is_gone_twice = std::ranges::any_of(base, [&](const Piece& piece) {
      return piece.is_record && find(ours, piece.key) == nullptr &&
             find(theirs, piece.key) == nullptr;
    });
    return is_gone_twice || std::ranges::any_of(added_theirs, removed_ours) ||
           std::ranges::any_of(added_ours, removed_theirs);
  }

  Piece clash(MergeClash kind, const Piece& ours, const Piece& theirs) {
    const auto& known = ours.key.empty() ? theirs : ours;
    std::string where;
    for (const auto& key : path_)
      where += key.empty() ? "" : key + " ";
    conflicts_.push_back({kind, where + (known.is_record ? known.name : known.key)});
    Piece piece;
    piece.name = known.name;
    piece.key = known.key;
    piece.is_table = known.is_table;
    piece.own = marked(text_of(ours), text_of(theirs));
    return piece;
  }

  std::vector<std::string> path_;
  std::vector<MergeConflict> conflicts_;
  bool is_rewritten_ = false;
};

std::string with_line_end(std::string_view text) {
  const bool needs_end = !text.empty() && !text.ends_with('\n');
  return std::string(text) + (needs_end ? "\n" : "");
}

MergedToml whole_clash(MergeClash kind, const MergeSides& sides) {
  return {marked(with_line_end(sides.ours), with_line_end(sides.theirs)), {{kind, {}}}};
}

}  // namespace

MergedToml merge_toml(const MergeSides& sides) {
  if (sides.ours == sides.theirs || sides.theirs == sides.base)
    return {std::string(sides.ours), {}};
  if (sides.ours == sides.base) return {std::string(sides.theirs), {}};
  const auto base = PieceReader(sides.base).read();
  const auto ours = PieceReader(sides.ours).read();
  const auto theirs = PieceReader(sides.theirs).read();
  if (!base || !ours || !theirs) return whole_clash(MergeClash::not_readable, sides);
  Merger merger;
  const auto merged = merger.merge(&*base, *ours, *theirs);
  if (merger.is_rewritten()) return whole_clash(MergeClash::rewritten, sides);
  return {text_of(merged), merger.take_conflicts()};
}

}  // namespace handbok
