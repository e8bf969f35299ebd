#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "derive/dependent.hpp"
#include "derive/row_references.hpp"
#include "model/references.hpp"

namespace handbok {

/// Collects how entities rest on a subject. One entity at a time says what it names; a bond is kept
/// if that is the subject, and once.
class BondCollector {
public:
  /// `subject` must outlive the collector.
  explicit BondCollector(std::string_view subject);

  /// From now on bonds are those of this entity.
  void begin(DependentKind kind, std::string id, std::string title, RoleId owner, UnitId unit);

  /// The entity rests on the subject.
  void add(Bond bond);

  /// It does so if it names the subject there; nothing rests on itself.
  void tie(Bond bond, std::string_view id);
  void tie(Bond bond, const std::vector<std::string>& ids);

  /// The bonds of a row; what it tells of the past is none.
  void tie_row(const Shape& shape, const void* row);

  /// A bond to a source, or to one of its clauses if `ref` is not empty.
  void tie_law(Bond bond, std::string_view source, std::string_view ref);

  /// The same for "sosfs-2011-9/5:3".
  void tie_law(Bond bond, std::string_view reference);

  std::string_view subject() const { return subject_; }
  bool is_about_clause() const { return !clause_.ref.empty(); }

  /// All bonds, by kind, then in the order in which they were found.
  std::vector<Dependent> take() &&;

private:
  std::string_view subject_;
  ClauseReference clause_;  ///< the subject as a clause; empty if it is something else
  Dependent current_;
  std::vector<Dependent> found_;
};

}  // namespace handbok
