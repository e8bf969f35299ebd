#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/file_tree.hpp"
#include "base/isolate.hpp"
#include "derive/edition.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"
#include "model/known_law.hpp"

namespace handbok {

/// Reads the sources of a handbook whole: heads, registers and decisions, then every text, whose
/// Markdown is parsed in isolation and whose signatures ssh-keygen judges, and every attachment,
/// which is searched for personal identity numbers. Never fails; what is wrong is in `diagnostics`.
Handbook read_handbook(const FileTree& sources, const Isolate& isolate, Diagnostics& diagnostics);

/// What most questions are about: the heads, registers and decisions, whatever is wrong with them,
/// which `check` tells.
Handbook read_for_question(const FileTree& sources);

/// The same with every text and attachment.
Handbook read_for_question(const FileTree& sources, const Isolate& isolate);

/// What a look at the whole handbook gave.
struct Examination {
  Diagnostics diagnostics;
  std::vector<std::string> documents;  ///< ids of all documents that were looked at
  std::vector<std::string> sources;    ///< numbers of the laws and standards of the register
};

/// Everything that is wrong with the handbook on that day: reads it and runs every check. Writes
/// nothing. `law` is what is known of law beside the handbook's register.
Examination examine(const FileTree& sources, Date as_of, const Isolate& isolate,
                    const LawPack& law = {});

/// Reads the handbook, runs every check and hands over what all its readers may see on that day, as
/// a site for them would have it.
void with_edition(const FileTree& sources, Date as_of, const Isolate& isolate,
                  const std::function<void(const Edition&)>& use);

}  // namespace handbok
