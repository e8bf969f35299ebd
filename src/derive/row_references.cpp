#include "derive/row_references.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "derive/row_days.hpp"

namespace handbok {
namespace {

bool is_of(const Key& key, const Relation& relation) {
  return static_cast<std::size_t>(relation.kind) == key.place;
}

/// Collects the names of a row and of the rows in it.
class Names {
public:
  explicit Names(std::optional<Date> known_on = std::nullopt) : known_on_(known_on) {}

  void add_row(const Shape& shape, const void* row) {
    const auto outer = std::pair(subject_, location_);
    // The accessor serves reading too, which sets the place; here nothing is changed.
    if (shape.location != nullptr) location_ = &shape.location(const_cast<void*>(row));
    if (shape.subject != nullptr || shape.id != nullptr)
      subject_ = shape.subject != nullptr ? shape.subject(row) : shape.id(row);
    for (const auto& key : shape.keys) {
      if (!known_on_ || is_known_on(shape, key, row, *known_on_)) add_key(key, row);
    }
    std::tie(subject_, location_) = outer;
  }

  std::vector<RowReference> take() { return std::move(found_); }

private:
  void add_key(const Key& key, const void* row) {
    if (key.form == Form::rows) {
      const auto outer = told_;
      if (key.is_told) told_ = key.name;
      const auto* const list = key.list_in(row);
      for (std::size_t i = 0; i < key.list->size(list); ++i) {
        const auto* const inner = key.list->row(list, i);
        if (!known_on_ || !happens_after(key.rows(), inner, *known_on_)) add_row(key.rows(), inner);
      }
      told_ = outer;
    } else if (key.kind == ReferenceKind::none) {
      return;
    } else if (key.form == Form::texts) {
      for (const auto& id : key.value<std::vector<std::string>>(row))
        add(key, id, nullptr);
    } else if (key.form == Form::relations) {
      for (const auto& relation : key.value<std::vector<Relation>>(row)) {
        if (is_of(key, relation)) add(key, relation.document, nullptr);
      }
    } else {
      const auto* const clause =
          key.clause_at == nullptr ? nullptr : static_cast<const std::string*>(key.clause_at(row));
      add(key, key.value<std::string>(row), clause);
    }
  }

  void add(const Key& key, const std::string& id, const std::string* clause) {
    if (!id.empty())
      found_.push_back({&key, told_.empty() ? key.name : told_, &id, clause, subject_, location_});
  }

  std::optional<Date> known_on_;
  std::vector<RowReference> found_;
  std::string subject_;
  std::string_view told_;  ///< the key that messages say; empty: the reference's own
  const Location* location_ = nullptr;
};

}  // namespace

std::vector<RowReference> references_of(const Shape& shape, const void* row) {
  Names names;
  names.add_row(shape, row);
  return names.take();
}

void forget_references(const Shape& shape, void* row,
                       const std::function<bool(const std::string&)>& condition) {
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows) {
      auto* const list = key.list_in(row);
      for (std::size_t i = 0; i < key.list->size(list); ++i)
        forget_references(key.rows(), const_cast<void*>(key.list->row(list, i)), condition);
    } else if (key.is_forgotten && key.form == Form::texts) {
      std::erase_if(key.value<std::vector<std::string>>(row), condition);
    } else if (key.is_forgotten && key.form == Form::relations) {
      std::erase_if(key.value<std::vector<Relation>>(row), [&](const Relation& relation) {
        return is_of(key, relation) && condition(relation.document);
      });
    } else if (key.is_forgotten && condition(key.value<std::string>(row))) {
      key.value<std::string>(row).clear();
    }
  }
}

std::vector<RegisterReference> register_references(const Handbook& handbook,
                                                   std::optional<Date> known_on) {
  std::vector<RegisterReference> found;
  for_each_row(handbook, [&](const RegisterRow& row) {
    if (known_on && !is_known_on(row, *known_on)) return;
    Names names(known_on);
    names.add_row(row.shape(), row.row);
    for (auto& reference : names.take())
      found.push_back({std::move(reference), row});
  });
  return found;
}

KnownIds::KnownIds(const Handbook& handbook) {
  for (const auto& document : handbook.documents)
    ids_.insert(document.id);
  for_each_row(handbook, [&](const RegisterRow& row) {
    auto id = row.id();
    if (id.empty()) return;
    by_register_[std::string(row.about->file)].insert(id);
    ids_.insert(std::move(id));
  });
}

const std::set<std::string, std::less<>>& KnownIds::in_register(std::string_view file) const {
  static const std::set<std::string, std::less<>> none;
  const auto it = by_register_.find(file);
  return it == by_register_.end() ? none : it->second;
}

}  // namespace handbok
