#pragma once

#include "base/file_tree.hpp"
#include "diag/diagnostic.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// Reads registers/risks.toml, self_checks.toml, findings.toml, actions.toml, compilations.toml and
/// goals.toml: what the work with quality finds and does.
void read_quality_work(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/requirements.toml, waivers.toml, duties.toml, decisions.toml,
/// reporting_duties.toml and services.toml: what must be done and who does it.
void read_obligations(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/forums.toml, calendar.toml, reviews.toml, plans.toml, control_items.toml,
/// reports.toml and contract_reports.toml.
void read_planning(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/methods.toml, information_sources.toml, external_systems.toml, evidence.toml and
/// rollouts.toml.
void read_practice(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

/// Reads registers/suppressions.toml: which warnings and notes somebody decided to live with.
void read_suppressions(const FileTree& sources, Handbook& handbook, Diagnostics& diagnostics);

}  // namespace handbok
