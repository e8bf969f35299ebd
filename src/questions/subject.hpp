#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"

namespace handbok {

/// What kind of thing a question is about.
enum class SubjectKind : std::uint8_t { document, source, clause, role, unit, row };

/// Something of the handbook that others can rest on.
struct Subject {
  SubjectKind kind = SubjectKind::row;
  std::string id;     ///< as registers write it: "RUT-001", "sfs-2001-453", "sosfs-2011-9/5:3"
  std::string label;  ///< what people call it: "SFS 2001:453"
  std::string title;
  bool is_gone = false;  ///< repealed, expired or closed on the day
};

/// What a person may mean by "RUT-090", "RUT-090@2", "MAS", "Enhetschef", "sabo-lonn",
/// "Lönnbacken", "SFS 2001:453", "SoL", "sosfs-2011-9/5:3", "SOSFS 2011:9 5:3", "5 kap. 3 § SOSFS
/// 2011:9" or the id of a row of a register; of ids and names the case of the letters does not
/// matter. A short name means the source that it named on the day, or else the latest of that name.
/// Several if roles, units and forums share a name; empty if the handbook has nothing by it.
std::vector<Subject> find_subjects(const Handbook& handbook, Date day, std::string_view reference);

/// The first of them.
std::optional<Subject> find_subject(const Handbook& handbook, Date day, std::string_view reference);

/// The id, number or name nearest to what was written; empty if none is near.
std::string nearest_subject(const Handbook& handbook, std::string_view reference);

/// The handbook as it would be on the day if the subject were in use: a repeal, an end or a closing
/// that has taken effect by then is undone.
Handbook with_subject(const Handbook& handbook, const Subject& subject, Date day);

/// The handbook as it would be if the subject were repealed, closed or taken out on that day.
Handbook without_subject(const Handbook& handbook, const Subject& subject, Date day);

}  // namespace handbok
