#pragma once

#include <string>
#include <vector>

#include "edit/filed_card.hpp"
#include "edit/toml_text.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// The steps of a process as rows of a table, in the order of the work: number, who, what, routine,
/// what comes then.
TableRows step_rows(const Handbook& handbook, const Process& process, CardLanguage language);

/// The steps that such rows say. A row that says the same as a step of `known`, or else has its
/// number, is that step; every other row is a new one. What names nothing is refused.
Process filed_steps(const FiledCard& card, const TableRows& rows, const Process& known,
                    Outcome& outcome);

/// What the rows show of each step, in ids and in the order of these.
std::vector<std::string> steps_in_words(const Process& process);

/// Writes the steps into a head that says `known`: only what differs.
void write_steps(const Process& filed, const Process& known, TomlText& head);

}  // namespace handbok
