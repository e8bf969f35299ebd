#include <algorithm>
#include <cstddef>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "derive/dependents.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

std::size_t bytes_of(const Key& key) {
  switch (key.form) {
    case Form::text:
    case Form::clause: return sizeof(std::string);
    case Form::texts: return sizeof(std::vector<std::string>);
    case Form::number: return key.is_optional ? sizeof(std::optional<int>) : sizeof(int);
    case Form::flag: return sizeof(bool);
    case Form::date: return key.is_optional ? sizeof(std::optional<Date>) : sizeof(Date);
    case Form::word: return sizeof(std::uint8_t);
    case Form::words: return sizeof(std::vector<std::uint8_t>);
    case Form::relations: return sizeof(std::vector<Relation>);
    case Form::rows: return key.list->bytes;
  }
  return 0;
}

/// A row in memory that was filled with one byte before it was made: the bytes that making it wrote
/// are those of its members.
class MadeRow {
public:
  MadeRow(const Shape& shape, unsigned char filling)
      : shape_(shape),
        memory_(shape.bytes / sizeof(std::max_align_t) + 1) {
    std::memset(memory_.data(), filling, memory_.size() * sizeof(std::max_align_t));
    shape_.make(memory_.data());
  }
  ~MadeRow() { shape_.destroy(memory_.data()); }
  MadeRow(const MadeRow&) = delete;
  MadeRow& operator=(const MadeRow&) = delete;

  void* row() { return memory_.data(); }
  unsigned char byte(std::size_t index) const {
    return reinterpret_cast<const unsigned char*>(memory_.data())[index];
  }

private:
  const Shape& shape_;
  std::vector<std::max_align_t> memory_;
};

/// Which bytes of a row belong to a member that is declared.
class Declared {
public:
  Declared(const Shape& shape, void* row) : row_(row), known_(shape.bytes, false) { add(shape); }

  void add(const Shape& shape) {
    for (const auto& key : shape.keys) {
      add(key.at(row_, key.place), bytes_of(key));
      if (key.clause_at != nullptr) add(key.clause_at(row_), sizeof(std::string));
      if (is_in_same_row(key)) add(key.rows());
    }
    if (shape.location != nullptr) add(&shape.location(row_), sizeof(Location));
  }

  void add(const void* member, std::size_t bytes) {
    const auto begin = static_cast<std::size_t>(static_cast<const std::byte*>(member) -
                                                static_cast<const std::byte*>(row_));
    for (std::size_t i = begin; i < begin + bytes; ++i)
      known_.at(i) = true;
  }
  bool has(std::size_t index) const { return known_.at(index); }

private:
  /// A table of its own in the file, whose keys are kept beside the others.
  static bool is_in_same_row(const Key& key) {
    return key.form == Form::rows && key.rows().make == nullptr;
  }

  void* row_;
  std::vector<bool> known_;
};

/// How many bytes of a row are written when it is made but declared by nothing.
std::size_t undeclared_bytes(const MadeRow& one, const MadeRow& other, const Declared& declared,
                             std::size_t bytes) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    if (!declared.has(i) && one.byte(i) == other.byte(i)) ++count;
  }
  return count;
}

/// Adds what is kept in a struct but is no key of its table: it stands in other files, or in none.
void add_others(const Shape& shape, void* row, Declared& declared) {
  const auto add = [&](const auto&... members) { (declared.add(&members, sizeof(members)), ...); };
  if (&shape == &shape_of<Revision>()) {
    const auto& revision = *static_cast<Revision*>(row);
    add(revision.path, revision.approval, revision.attachments, revision.digest, revision.keys,
        revision.body_line, revision.has_foreign_line_ends, revision.body, revision.text_hash);
  } else if (&shape == &shape_of<Process>()) {
    const auto& process = *static_cast<Process*>(row);
    add(process.nodes, process.edges);
  } else if (&shape == &shape_of<Approval>()) {
    add(static_cast<Approval*>(row)->path);
  } else if (&shape == &shape_of<Signature>()) {
    add(static_cast<Signature*>(row)->statement.verdict);
  } else if (&shape == &shape_of<Handbook>()) {
    const auto& handbook = *static_cast<Handbook*>(row);
    add(handbook.documents, handbook.own_registers);
    for (const auto& about : common_registers())
      declared.add(about.list(handbook, about.place), about.rows->bytes);
  }
}

void check_shape(const Shape& shape, const std::string& name) {
  if (shape.make == nullptr) return;
  MadeRow one(shape, 0xAA);
  const MadeRow other(shape, 0x55);
  Declared declared(shape, one.row());
  add_others(shape, one.row(), declared);
  INFO(name << ": a member without a key in model/*_keys.cpp");
  CHECK(undeclared_bytes(one, other, declared, shape.bytes) == 0);
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows) check_shape(key.rows(), name + "." + std::string(key.name));
  }
}

TEST_CASE("every member of a register's row has a key", "[registers]") {
  for (const auto& about : common_registers())
    check_shape(about.shape(), std::string(about.key));
}

TEST_CASE("every list of the handbook is a register, and every setting has a key", "[registers]") {
  check_shape(shape_of<Handbook>(), "handbook.toml");
}

TEST_CASE("every member that a file of a document fills has a key", "[registers]") {
  check_shape(shape_of<Revision>(), "N.md");
  check_shape(shape_of<Approval>(), "N.approval.toml");
  check_shape(shape_of<ReviewEvent>(), "reviews.toml");
  check_shape(shape_of<EarlierRevision>(), "earlier.toml");
  check_shape(shape_of<Repeal>(), "repeal.toml");
}

bool has_bonds(const Shape& shape) {
  return std::ranges::any_of(shape.keys, [](const Key& key) {
    return key.bond.has_value() || (key.form == Form::rows && has_bonds(key.rows()));
  });
}

TEST_CASE("a register that rests on something has a name in impact", "[registers]") {
  std::set<std::string_view> kinds;
  for (int kind = 0; kind <= static_cast<int>(DependentKind::settings); ++kind)
    kinds.insert(name_of(static_cast<DependentKind>(kind)));
  for (const auto& about : common_registers()) {
    INFO(about.key << " is missing in derive/dependent.def");
    CHECK((!has_bonds(about.shape()) || kinds.contains(about.key) || kinds.contains(about.file)));
  }
}

TEST_CASE("the names of keys are unique and their words are complete", "[registers]") {
  for (const auto& about : common_registers()) {
    std::set<std::string_view> seen;
    for (const auto& key : about.shape().keys) {
      INFO(about.key << "." << key.name);
      CHECK(seen.insert(key.name).second);
      CHECK((key.form != Form::word || !key.words.empty()));
      CHECK((key.known_with.empty() || seen.contains(key.known_with)));
    }
  }
}

}  // namespace
}  // namespace handbok
