#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace handbok {

// Commands that answer questions with a table.

enum class TableFormat { text, json, csv };

struct AsOfCommand {
  Date day;
  std::string source;
  std::string unit;
  std::string document;
  TableFormat format = TableFormat::text;
};

struct DiffCommand {
  std::string document;
  std::optional<int> before;
  std::optional<int> after;
  std::string source = "content";
  std::optional<Date> as_of;
};

struct MatrixCommand {
  std::string source;
  std::optional<Date> as_of;
  std::string legal_source;  ///< only its clauses; empty: all requirements
  std::string unit;          ///< only what concerns it, and how it stands there; empty: all
  TableFormat format = TableFormat::text;
};

struct DueCommand {
  std::string source;
  std::optional<Date> as_of;
  std::optional<int> days;  ///< none: the review horizon of the handbook
  std::string owner;
  std::string unit;
  TableFormat format = TableFormat::text;
};

struct ImpactCommand {
  std::string reference;  ///< "RUT-090", "SFS 2001:453", "MAS" …
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
};

struct StatsCommand {
  std::string source;
  std::optional<Date> as_of;
  TableFormat format = TableFormat::text;
};

}  // namespace handbok
