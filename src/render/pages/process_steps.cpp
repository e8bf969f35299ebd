// "Steg för steg", and the rest of what a process page shows: the text twin of the diagram.
#include <algorithm>

#include "base/strings.hpp"
#include "derive/process_order.hpp"
#include "diagram/svg_parts.hpp"
#include "model/enum_names.hpp"
#include "render/addresses.hpp"
#include "render/diagrams.hpp"
#include "render/document_face.hpp"
#include "render/pages/document_parts.hpp"

namespace handbok {
namespace {

Word legend_word(NodeKind kind) {
  switch (kind) {
    case NodeKind::start: return Word::legend_start;
    case NodeKind::end: return Word::legend_end;
    case NodeKind::activity: return Word::legend_activity;
    case NodeKind::decision: return Word::legend_decision;
    case NodeKind::subprocess: return Word::legend_subprocess;
    case NodeKind::reference: return Word::legend_reference;
    case NodeKind::wait: return Word::legend_wait;
  }
  return Word::legend_activity;
}

/// Builds the views of one process.
class ProcessPart {
public:
  ProcessPart(const Revision& revision, const LinkScope& scope)
      : process_(*revision.process),
        scope_(scope),
        order_(process_order(process_)),
        numbers_(process_.nodes.size()),
        is_aside_(steps_aside()) {
    for (const auto& step : order_)
      numbers_[step.node] = step.number;
  }

  std::vector<StepView> steps() const {
    std::vector<StepView> views;
    for (std::size_t i = 0; i < order_.size(); ++i)
      views.push_back(step(i));
    return views;
  }

  std::vector<CollaborationView> collaboration() const {
    std::vector<CollaborationView> views;
    for (const auto& id : points_in_order()) {
      if (const auto* const point = scope_.site.handbook().find_point(id)) {
        views.push_back(collaboration_view(*point));
      }
    }
    return views;
  }

  std::vector<LegendView> legend(const Drawing& drawing) const {
    std::vector<LegendView> views;
    for (const auto kind : drawing.kinds) {
      views.push_back({{legend_sample(kind)}, words()[legend_word(kind)]});
    }
    if (drawing.has_collaboration) {
      views.push_back({{collaboration_sample()}, words()[Word::legend_collaboration]});
    }
    return views;
  }

private:
  const WordTable& words() const { return scope_.site.words(); }

  /// "4. Bekräfta".
  std::string numbered_label(std::size_t node) const {
    const auto& label = process_.nodes[node].label;
    return numbers_[node] == 0 ? label : std::to_string(numbers_[node]) + ". " + label;
  }

  std::vector<bool> steps_aside() const {
    const auto none = process_.nodes.size();
    std::vector<std::size_t> length(none, 1);
    std::vector<std::size_t> next(none, none);
    for (auto step = order_.rbegin(); step != order_.rend(); ++step) {
      for (const auto& exit : step->exits) {
        if (exit.is_loop || length[exit.target] + 1 <= length[step->node]) continue;
        length[step->node] = length[exit.target] + 1;
        next[step->node] = exit.target;
      }
    }
    std::vector<bool> is_aside(none, true);
    for (auto node = order_.empty() ? none : order_.front().node; node != none; node = next[node])
      is_aside[node] = false;
    return is_aside;
  }

  /// Where a step aside is reached from the longest way: "3. Är det akut? Ja".
  std::string way_aside(std::size_t node) const {
    std::vector<std::string> ways;
    for (const auto& step : order_) {
      for (const auto& exit : step.exits) {
        if (exit.target != node || exit.is_loop || is_aside_[step.node]) continue;
        const auto& label = process_.edges[exit.edge].label;
        ways.push_back(numbered_label(step.node) + (label.empty() ? "" : " – " + label));
      }
    }
    return join(ways, "; ");
  }

  StepView step(std::size_t index) const {
    const auto& ordered = order_[index];
    const auto& node = process_.nodes[ordered.node];
    StepView view;
    view.id = node.id;
    if (ordered.number != 0) view.number = std::to_string(ordered.number);
    view.label = node.label;
    view.text = node.text;
    view.kind_class = name_of(node.kind);
    view.roles = role_links(node);
    view.routines = document_links(node.routines);
    if (!node.document.empty()) view.document = document_links({node.document});
    view.collaboration = partners(node);
    view.inputs = join(node.inputs, ", ");
    view.outputs = join(node.outputs, ", ");
    view.exits = exits(index);
    view.is_aside = is_aside_[ordered.node];
    if (view.is_aside) view.from = way_aside(ordered.node);
    view.is_start = node.kind == StepKind::start;
    view.is_end = node.kind == StepKind::end;
    view.is_decision = node.kind == StepKind::decision;
    return view;
  }

  Html role_links(const ProcessNode& node) const {
    std::vector<Html> links;
    for (const auto& role : node.roles) {
      const auto link = role_link(role, scope_.root, scope_.site);
      links.push_back(link_html(link.href, link.text));
    }
    return joined_html(links, ", ");
  }

  Html document_links(const std::vector<DocumentId>& documents) const {
    std::vector<Html> links;
    links.reserve(documents.size());
    for (const auto& document : documents) {
      links.push_back(target_html(document_target(document, scope_), words()));
    }
    return joined_html(links, ", ");
  }

  Html partners(const ProcessNode& node) const {
    std::vector<Html> parts;
    for (const auto& id : node.collaboration) {
      const auto* const point = scope_.site.handbook().find_point(id);
      parts.push_back({escape_html(point == nullptr ? id : point->partner)});
    }
    return joined_html(parts, "; ");
  }

  /// The ways onwards: each arrow of the picture stands here in words.
  std::vector<StepExitView> exits(std::size_t index) const {
    const auto& ordered = order_[index];
    std::vector<StepExitView> views;
    for (const auto& exit : ordered.exits) {
      const auto& label = process_.edges[exit.edge].label;
      views.push_back(
          {label, "#" + process_.nodes[exit.target].id, numbered_label(exit.target), exit.is_loop});
    }
    return views;
  }

  std::vector<PointId> points_in_order() const {
    std::vector<PointId> points;
    for (const auto& step : order_) {
      for (const auto& id : process_.nodes[step.node].collaboration) {
        if (std::ranges::find(points, id) == points.end()) points.push_back(id);
      }
    }
    return points;
  }

  CollaborationView collaboration_view(const CollaborationPoint& point) const {
    std::vector<DocumentId> documents;
    for (const auto& document : {point.routine, point.agreement}) {
      if (!document.empty()) documents.push_back(document);
    }
    std::vector<Html> steps;
    for (const auto& ordered : order_) {
      const auto& node = process_.nodes[ordered.node];
      if (std::ranges::find(node.collaboration, point.id) == node.collaboration.end()) continue;
      steps.push_back(link_html("#" + node.id, numbered_label(ordered.node)));
    }
    return {point.partner, point.purpose, point.contact_way, document_links(documents),
            joined_html(steps, ", ")};
  }

  const Process& process_;
  const LinkScope& scope_;
  std::vector<OrderedStep> order_;
  std::vector<int> numbers_;  ///< by node
  std::vector<bool>
      is_aside_;  ///< by node: not on the longest way, which the picture draws straight
};

}  // namespace

/// What is wider does not fit on the page, whatever the screen.
constexpr double page_width = 1060;

ProcessView process_view(const Revision& revision, const LinkScope& scope) {
  const auto& process = *revision.process;
  const ProcessPart part(revision, scope);
  ProcessView view;
  view.title = revision.title;
  view.purpose = process.purpose;
  view.trigger = process.trigger;
  view.result = process.result;
  if (!process.parent.empty()) {
    view.parent = target_html(document_target(process.parent, scope), scope.site.words());
  }
  if (const auto* const drawing = scope.site.diagrams.find(revision.key())) {
    view.diagram.text = drawing->svg;
    view.legend = part.legend(*drawing);
    view.paper = picture_on_paper(*drawing);
    view.heads.text = lane_heads(*drawing);
    view.is_wide = drawing->width > page_width;
    const auto address = address::diagram(scope.site.handbook(), revision.key());
    view.diagram_href = address.substr(address.rfind('/') + 1);
  }
  view.steps = part.steps();
  view.collaboration = part.collaboration();
  if (process.collaboration.need == CollaborationNeed::not_needed) {
    view.no_collaboration_reason = process.collaboration.reason;
  }
  return view;
}

}  // namespace handbok
