#include "render/draw_diagrams.hpp"

#include "diag/code_names.hpp"
#include "render/process_graph.hpp"
#include "render/revision_pages.hpp"

namespace handbok {
namespace {

/// The revisions whose process is to be drawn.
std::vector<const Revision*> drawn_revisions(const SiteContext& site) {
  std::vector<const Revision*> revisions;
  for (const auto* const revision : revisions_with_page(site.input)) {
    const bool is_withheld = site.withheld.reason(revision->key()) != nullptr;
    if (revision->process && !is_withheld) revisions.push_back(revision);
  }
  return revisions;
}

Diagnostic not_drawn(const Revision& revision) {
  Diagnostic diagnostic;
  diagnostic.code = Code::diagram_layout_failed;
  diagnostic.severity = Severity::warning;
  diagnostic.location = revision.process->location;
  diagnostic.subject = revision.document;
  diagnostic.revision = revision.key();
  diagnostic.about = {Part::texts, {}, revision.document, {}};
  diagnostic.owner = revision.owner;
  diagnostic.unit = revision.unit;
  return diagnostic;
}

}  // namespace

Diagrams draw_diagrams(const SiteContext& site, Diagnostics& diagnostics) {
  const auto revisions = drawn_revisions(site);
  std::vector<FlowGraph> graphs;
  graphs.reserve(revisions.size());
  for (const auto* const revision : revisions) {
    graphs.push_back(process_graph(*revision, revision_scope(*revision, site)));
  }
  auto drawings = draw_all(graphs, site.input.isolate);
  Diagrams diagrams;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    if (drawings[i]) {
      diagrams.add(revisions[i]->key(), *std::move(drawings[i]));
    } else {
      diagnostics.report(not_drawn(*revisions[i]));
    }
  }
  return diagrams;
}

}  // namespace handbok
