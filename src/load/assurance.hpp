#pragma once

#include "load/table_reader.hpp"
#include "model/signature_words.hpp"

namespace handbok {

/// What stands behind a step; `registrar` if the key is absent.
inline Assurance read_assurance(TableReader& row, std::string_view key) {
  return row.choice<Assurance>(key, {{key_of(Assurance::registrar), Assurance::registrar},
                                     {key_of(Assurance::account), Assurance::account},
                                     {key_of(Assurance::key), Assurance::key}});
}

}  // namespace handbok
