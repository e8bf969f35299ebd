#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/html.hpp"
#include "render/references.hpp"

namespace handbok {

/// A way onwards from a step: "Om ja: gå till 4. Bekräfta".
struct StepExitView {
  std::string label;
  std::string target_href;
  std::string target_text;
  bool is_loop = false;
  HANDBOK_FIELDS(StepExitView, label, target_href, target_text, is_loop)
};

/// A step of a process in words.
struct StepView {
  std::string id;
  std::string number;  ///< empty for starts and ends
  std::string label;
  std::string text;
  std::string kind_class;  ///< CSS: "start", "decision" …
  Html roles;
  Html routines;
  Html document;  ///< what a sub-process or reference stands for
  Html collaboration;
  std::string inputs;
  std::string outputs;
  std::vector<StepExitView> exits;
  bool is_start = false;
  bool is_end = false;
  bool is_decision = false;
  HANDBOK_FIELDS(StepView, id, number, label, text, kind_class, roles, routines, document,
                 collaboration, inputs, outputs, exits, is_start, is_end, is_decision)
};

/// Somewhere the process meets somebody else's work.
struct CollaborationView {
  std::string partner;
  std::string purpose;
  std::string contact_way;
  Html rules;  ///< the routine and the agreement
  Html steps;  ///< where in the process
  HANDBOK_FIELDS(CollaborationView, partner, purpose, contact_way, rules, steps)
};

/// A shape in use, drawn small, and what it means.
struct LegendView {
  Html shape;
  std::string text;
  HANDBOK_FIELDS(LegendView, shape, text)
};

/// What a process page shows beside what every document's page shows.
struct ProcessView {
  std::string title;
  std::string purpose;
  std::string trigger;
  std::string result;
  Html parent;
  Html diagram;  ///< empty if it could not be drawn
  std::string diagram_href;
  std::vector<LegendView> legend;
  std::vector<StepView> steps;
  std::vector<CollaborationView> collaboration;
  std::string no_collaboration_reason;  ///< why none is needed
  HANDBOK_FIELDS(ProcessView, title, purpose, trigger, result, parent, diagram, diagram_href,
                 legend, steps, collaboration, no_collaboration_reason)
};

/// The process of `revision`, which must have one, as the page of `scope` shows it.
ProcessView process_view(const Revision& revision, const LinkScope& scope);

}  // namespace handbok
