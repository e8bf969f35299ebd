#include <algorithm>
#include <cstddef>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "derive/dependent.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

std::size_t bytes_of(const Key& key) {
  switch (key.form) {
    case Form::text:
    case Form::clause:
      return sizeof(std::string);
    case Form::texts:
      return sizeof(std::vector<std::string>);
    case Form::number:
      return key.is_optional ? sizeof(std::optional<int>) : sizeof(int);
    case Form::flag:
      return sizeof(bool);
    case Form::date:
      return key.is_optional ? sizeof(std::optional<Date>) : sizeof(Date);
    case Form::word:
      return sizeof(std::uint8_t);
    case Form::words:
      return sizeof(std::vector<std::uint8_t>);
    case Form::rows:
      return key.list->bytes;
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
  Declared(const Shape& shape, void* row) : row_(row), known_(shape.bytes, false) {
    for (const auto& key : shape.keys) {
      add(key.at(row, key.place), bytes_of(key));
      if (key.clause_at != nullptr) add(key.clause_at(row), sizeof(std::string));
    }
    if (shape.location != nullptr) add(&shape.location(row), sizeof(Location));
  }

  void add(const void* member, std::size_t bytes) {
    const auto begin = static_cast<std::size_t>(static_cast<const std::byte*>(member) -
                                                static_cast<const std::byte*>(row_));
    for (std::size_t i = begin; i < begin + bytes; ++i)
      known_.at(i) = true;
  }
  bool has(std::size_t index) const { return known_.at(index); }

private:
  const void* row_;
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

void check_shape(const Shape& shape, const std::string& name) {
  MadeRow one(shape, 0xAA);
  const MadeRow other(shape, 0x55);
  INFO(name << ": a member without a key in model/*_keys.cpp");
  CHECK(undeclared_bytes(one, other, Declared(shape, one.row()), shape.bytes) == 0);
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows) check_shape(key.rows(), name + "." + std::string(key.name));
  }
}

TEST_CASE("every member of a register's row has a key", "[registers]") {
  for (const auto& about : common_registers())
    check_shape(about.shape(), std::string(about.key));
}

TEST_CASE("every list of the handbook is a register, and every setting has a key", "[registers]") {
  const auto& shape = shape_of<Handbook>();
  MadeRow one(shape, 0xAA);
  const MadeRow other(shape, 0x55);
  auto& handbook = *static_cast<Handbook*>(one.row());
  Declared declared(shape, &handbook);
  declared.add(&handbook.documents, sizeof(handbook.documents));
  declared.add(&handbook.own_registers, sizeof(handbook.own_registers));
  for (const auto& about : common_registers())
    declared.add(about.list(handbook, about.place), about.rows->bytes);
  CHECK(undeclared_bytes(one, other, declared, shape.bytes) == 0);
  for (const auto& key : shape.keys) {
    if (key.form == Form::rows) check_shape(key.rows(), std::string(key.name));
  }
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
