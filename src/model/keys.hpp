#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/bond.hpp"
#include "model/enum_names.hpp"
#include "model/handbook.hpp"

namespace handbok {

// The vocabulary in which a table of a file is declared: one Key for each key that it may have.
// Everything that treats all keys alike (reading, unknown references, impact, profiles, export …)
// is a loop over the keys of a Shape and knows no struct. The types are forgotten where a key is
// declared, so that those loops are compiled once; `form` says what `at` points at.

/// How a value stands in a file, and in which type it is kept.
enum class Form : std::uint8_t {
  text,       ///< std::string
  texts,      ///< std::vector<std::string>
  number,     ///< int, or std::optional<int>
  flag,       ///< bool
  date,       ///< Date, or std::optional<Date>
  word,       ///< an enumerator, by its name
  words,      ///< std::vector of enumerators
  clause,     ///< "sosfs-2011-9/5:3", kept as two std::string: the source, and the clause in it
  relations,  ///< ["RUT-020@4#a3"], kept among others in a std::vector<Relation>
  rows        ///< tables of their own: a std::vector or std::optional of a struct, or one struct
};

/// What the text of a key may name.
enum class ReferenceKind : std::uint8_t {
  none,
  role,
  unit,
  document,  ///< of any type
  clause,    ///< a source, or a clause of one
  any        ///< whatever has an id; words of one's own are not meant to be an id
};

/// What a text must look like, besides being text.
enum class Grammar : std::uint8_t {
  free,
  id,            ///< a part of addresses: base/site_path.hpp
  web_address,   ///< where a link of its own leads: "https://…"
  mail_address,  ///< "vof@exempel.se"
  phone_number,  ///< "0980-319 200", "+46 980 31 92 00", "112"
  page_address,  ///< "dokument/RUT-001/index.html"
  page_place,    ///< the same, perhaps with "#a3"
  file_name,     ///< "medical-devices"
  key_name,      ///< "next_control"
  prefix         ///< "MTP"
};

/// When a fact about a document must be there: it has a code of its own, doc.field-missing.
enum class Fact : std::uint8_t { no, always, once_submitted };

/// What a key tells of its row as a whole.
enum class KeyPart : std::uint8_t {
  detail,
  title,   ///< what the row is about
  owner,   ///< the role that answers for it; the first of a list
  unit,    ///< where it belongs; the first of a list
  begins,  ///< the first day on which the row counts
  ends     ///< the first day on which it no longer does
};

/// What a loop may do with a list of rows without knowing their type.
struct RowListType {
  std::size_t (*size)(const void* list);
  const void* (*row)(const void* list, std::size_t index);
  /// Adds an empty row, or begins the only one anew; null if what it belongs to is not there.
  void* (*add)(void* list);
  void (*erase_if)(void* list, const std::function<bool(const void*)>& condition);
  void (*sort)(void* list) = nullptr;  ///< by id; null if they have none
  std::size_t bytes = 0;               ///< what the list itself takes in its struct
  bool is_many = true;                 ///< false: one row at most
};

/// The same for a list of enumerators.
struct WordListType {
  std::size_t (*size)(const void* list);
  std::uint8_t (*value)(const void* list, std::size_t index);
  void (*add)(void* list, std::uint8_t value);
};

struct Shape;

/// One key of a table. Made by key() and its sentences: key<&Goal::owner>("owner").names(…).
struct Key {
  std::string_view name;
  Form form = Form::text;
  bool is_optional = false;   ///< kept in a std::optional
  bool is_required = false;   ///< reported if it is absent
  bool is_essential = false;  ///< without it the row is left out
  bool is_checked = true;     ///< an unknown name is reported; else by a check of its own, or never
  bool is_measure = false;    ///< names what is done about a shortcoming
  bool is_forgotten = false;  ///< readers who must not hear of what it names get the row without it
  bool is_unique = false;     ///< of rows: an id may occur once
  bool is_told = false;       ///< of rows: messages about what they name say this key
  Fact fact = Fact::no;
  bool is_event = false;  ///< a day on which something came about: unknown on the days before
  std::string_view known_with{};  ///< the event of the same row with which it became known
  KeyPart part = KeyPart::detail;
  ReferenceKind kind = ReferenceKind::none;
  ReferenceKind must_name = ReferenceKind::none;  ///< by the type of its member
  std::optional<Bond> bond{};  ///< how the row rests on what it names; none if it tells of the past
  Grammar grammar = Grammar::free;
  int min = 0;
  int max = 1'000'000;
  int divides = 0;                    ///< of a number: what it must be a divisor of; 0: nothing
  std::span<const EnumName> words{};  ///< of a word or words
  const void* (*at)(const void* row, std::size_t place) = nullptr;
  const void* (*clause_at)(const void* row) = nullptr;  ///< of a clause: where its second half is
  std::size_t place = 0;                    ///< handed to `at`; of relations: their kind
  const Shape& (*rows)() = nullptr;         ///< of rows: what each looks like
  const RowListType* list = nullptr;        ///< of rows
  const WordListType* word_list = nullptr;  ///< of words
  void (*order)(void* list) = nullptr;      ///< of rows: sorts them once they are read
  std::string_view short_form{};  ///< of rows: a list of texts is taken for rows with this key only
  std::string_view in_file{};     ///< of `any`: it must be a row of this register
  std::string_view about{};       ///< a sentence for docs/content-format.md and editors

  template <typename Value>
  const Value& value(const void* row) const {
    return *static_cast<const Value*>(at(row, place));
  }
  /// Where the list of a key is kept: of rows or words.
  const void* list_in(const void* row) const { return at(row, place); }
  void* list_in(void* row) const { return const_cast<void*>(at(row, place)); }
  template <typename Value>
  Value& value(void* row) const {
    return *static_cast<Value*>(const_cast<void*>(at(row, place)));
  }

  /// The same key, but for one thing that is said of it.
  template <typename Value, typename Given>
  constexpr Key with(Value Key::*member, Given given) const {
    auto changed = *this;
    changed.*member = given;
    return changed;
  }
  constexpr Key naming(ReferenceKind what, std::optional<Bond> how) const {
    return with(&Key::kind, what).with(&Key::bond, how);
  }
  constexpr Key must() const { return with(&Key::is_required, true); }
  /// Required, and the row is left out without it.
  constexpr Key essential() const { return must().with(&Key::is_essential, true); }
  constexpr Key is_fact(Fact when) const { return with(&Key::fact, when); }
  constexpr Key names_role(std::optional<Bond> how) const {
    return naming(ReferenceKind::role, how);
  }
  constexpr Key names_unit(std::optional<Bond> how) const {
    return naming(ReferenceKind::unit, how);
  }
  constexpr Key names_document(std::optional<Bond> how) const {
    return naming(ReferenceKind::document, how);
  }
  constexpr Key names_clause(std::optional<Bond> how) const {
    return naming(ReferenceKind::clause, how);
  }
  constexpr Key names_any(std::optional<Bond> how) const { return naming(ReferenceKind::any, how); }
  /// Nothing but a row of that register, which is called by its file.
  constexpr Key in_register(std::string_view file) const { return with(&Key::in_file, file); }
  /// Another check says what is unknown there, or it may be words just as well.
  constexpr Key unchecked() const { return with(&Key::is_checked, false); }
  constexpr Key measure() const { return with(&Key::is_measure, true); }
  constexpr Key forgotten() const { return with(&Key::is_forgotten, true); }
  constexpr Key unique() const { return with(&Key::is_unique, true); }
  constexpr Key told() const { return with(&Key::is_told, true); }
  constexpr Key is(KeyPart what) const { return with(&Key::part, what); }
  constexpr Key event() const { return with(&Key::is_event, true); }
  constexpr Key known_by(std::string_view key) const { return with(&Key::known_with, key); }
  constexpr Key written_as(Grammar how) const { return with(&Key::grammar, how); }
  constexpr Key between(int lowest, int highest) const {
    return with(&Key::min, lowest).with(&Key::max, highest);
  }
  constexpr Key dividing(int whole) const { return with(&Key::divides, whole); }
  /// A number of months: at most a hundred years.
  constexpr Key months(int fewest) const { return between(fewest, 1200); }
  /// Rows in an order of their own, whatever that of the file.
  constexpr Key ordered(void (*sort)(void* list)) const { return with(&Key::order, sort); }
  constexpr Key or_texts(std::string_view key) const { return with(&Key::short_form, key); }
  constexpr Key says(std::string_view sentence) const { return with(&Key::about, sentence); }
};

/// The row tells of the past there: nothing rests on what it names.
inline constexpr std::nullopt_t history = std::nullopt;

/// What a table looks like: its keys in the order in which they are asked for and exported.
struct Shape {
  std::span<const Key> keys;
  std::string (*id)(const void* row) = nullptr;       ///< null: rows have none
  std::string (*subject)(const void* row) = nullptr;  ///< what messages call a row; null: its id
  Location& (*location)(void* row) = nullptr;         ///< null: it is not kept
  /// Sets what follows from other keys if it was left out.
  void (*settle)(void* row) = nullptr;
  /// How the struct lies in memory, for the test that finds members which no key declares.
  std::size_t bytes = 0;
  void (*make)(void* place) = nullptr;
  void (*destroy)(void* row) = nullptr;
};

/// The shape of a struct. Each is declared once, in model/*_keys.cpp.
template <typename Row>
const Shape& shape_of();

}  // namespace handbok
