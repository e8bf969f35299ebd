#pragma once

#include "load/table_reader.hpp"
#include "model/document.hpp"

namespace handbok {

/// What stands behind a step; `registrar` if the key is absent.
inline Assurance read_assurance(TableReader& row, std::string_view key) {
  return row.choice<Assurance>(key, {{"registrar", Assurance::registrar},
                                     {"account", Assurance::account},
                                     {"key", Assurance::key}});
}

}  // namespace handbok
