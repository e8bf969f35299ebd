#include "derive/revision_changes.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "derive/process_order.hpp"

namespace handbok {
namespace {

using Values = std::vector<std::string>;

Values one(const std::string& value) {
  return value.empty() ? Values{} : Values{value};
}

std::string role_name(const RoleId& id, const Handbook& handbook) {
  const auto* const role = handbook.find_role(id);
  return role == nullptr ? id : role->name;
}

std::string unit_name(const UnitId& id, const Handbook& handbook) {
  const auto* const unit = handbook.find_unit(id);
  return unit == nullptr ? id : unit->name;
}

std::string point_name(const PointId& id, const Handbook& handbook) {
  const auto* const point = handbook.find_point(id);
  return point == nullptr ? id : point->partner;
}

template <typename Name>
Values by_name(const Values& ids, Name name, const Handbook& handbook) {
  Values names;
  names.reserve(ids.size());
  for (const auto& id : ids)
    names.push_back(name(id, handbook));
  return names;
}

std::string roles_by_name(const std::vector<RoleId>& roles, const RoleId& lead,
                          const Handbook& handbook, std::string_view leads) {
  auto names = by_name(roles, role_name, handbook);
  for (std::size_t i = 0; i < roles.size() && roles.size() > 1; ++i)
    if (roles[i] == lead) names[i] += leads;
  return join(names, ", ");
}

/// A value of a list. A step that has another number because one came before it is not changed.
struct Numbered {
  std::string id;  ///< by which the same is known in the other revision
  std::string says;
  std::string shown;  ///< with the numbers that it has in its own revision
};

using Rows = std::vector<Numbered>;

/// Each value is known by itself.
Rows rows_of(const Values& values) {
  Rows rows;
  for (const auto& value : values)
    rows.push_back({value, {}, value});
  return rows;
}

/// Each is known by what it is to: another kind, revision or heading is a change.
Rows relations_of(const Revision& revision, const ChangeWords& words) {
  Rows rows;
  for (const auto& relation : revision.relations) {
    auto says = words.relation(relation.kind) + " " + relation.document;
    if (relation.based_on) says += "@" + std::to_string(*relation.based_on);
    if (!relation.heading.empty()) says += "#" + relation.heading;
    rows.push_back({relation.document, says, says});
  }
  return rows;
}

Rows responsibilities_of(const Revision& revision, const Handbook& handbook,
                         std::string_view leads) {
  Rows rows;
  for (const auto& [task, roles, lead] : revision.responsible) {
    const auto says = task + ": " + roles_by_name(roles, lead, handbook, leads);
    rows.push_back({task, says, says});
  }
  return rows;
}

std::map<std::string, std::string> titles_of(const Process& process) {
  std::map<std::string, std::string> titles;
  for (const auto& step : process_order(process)) {
    const auto& node = process.nodes[step.node];
    titles[node.id] = (step.number > 0 ? std::to_string(step.number) + " " : "") + node.label;
  }
  return titles;
}

/// What a step says after its label.
std::string step_text(const ProcessNode& node, const Handbook& handbook) {
  const bool is_ended = node.label.ends_with('?') || node.label.ends_with('!');
  std::string says = node.text.empty() ? "" : (is_ended ? " " : ". ") + node.text;
  const auto add = [&](std::string_view before, const Values& values, std::string_view after = {}) {
    if (!values.empty()) says.append(before).append(join(values, ", ")).append(after);
  };
  add(" (", by_name(node.roles, role_name, handbook), ")");
  add(" @ ", by_name(node.performed_in, unit_name, handbook));
  auto leads_to = node.routines;
  if (!node.document.empty()) leads_to.push_back(node.document);
  add(": ", leads_to);
  add(": ", one(node.no_routine_reason));
  add(" + ", by_name(node.collaboration, point_name, handbook));
  add(" ⇠ ", node.inputs);
  add(" ⇢ ", node.outputs);
  return says;
}

Rows steps_of(const Process& process, const Handbook& handbook) {
  Rows rows;
  auto titles = titles_of(process);
  for (const auto& node : process.nodes) {
    const std::string shape = node.kind == StepKind::decision ? "◇ "
                              : node.kind == StepKind::wait   ? "◷ "
                                                              : "";
    const auto says = step_text(node, handbook);
    rows.push_back({node.id, shape + node.label + says, shape + titles[node.id] + says});
  }
  return rows;
}

Rows order_of(const Process& process) {
  Rows rows;
  auto titles = titles_of(process);
  for (const auto& edge : process.edges) {
    const auto answer = edge.label.empty() ? "" : ": " + edge.label;
    rows.push_back({edge.from + " " + edge.to, edge.label,
                    titles[edge.from] + " → " + titles[edge.to] + answer});
  }
  return rows;
}

/// Those that the others do not say.
Rows rows_only_in(const Rows& rows, const Rows& others) {
  Rows result;
  std::ranges::copy_if(rows, std::back_inserter(result), [&](const Numbered& row) {
    return std::ranges::none_of(others, [&](const Numbered& other) {
      return other.id == row.id && other.says == row.says;
    });
  });
  return result;
}

/// The bytes of an attachment count too: the same name with other bytes is a change.
Values attachments_of(const Revision& revision) {
  Values rows;
  for (const auto& attachment : revision.attachments) {
    const auto slash = attachment.path.rfind('/');
    constexpr std::size_t hash_digits = 8;
    rows.push_back(attachment.path.substr(slash == std::string::npos ? 0 : slash + 1));
    rows.back().append(" (").append(attachment.sha256.substr(0, hash_digits)).append("…)");
  }
  return rows;
}

class Comparison {
public:
  void add(HeadField field, const Rows& before, const Rows& after) {
    FieldChange change{field, {}};
    auto added = rows_only_in(after, before);
    for (auto& row : rows_only_in(before, after)) {
      auto& value = change.values.emplace_back();
      value.before = std::move(row.shown);
      const auto same = std::ranges::find(added, row.id, &Numbered::id);
      if (same == added.end()) continue;
      value.after = std::move(same->shown);
      added.erase(same);
    }
    for (auto& row : added)
      change.values.push_back({{}, std::move(row.shown)});
    if (!change.values.empty()) changes_.push_back(std::move(change));
  }

  void add(HeadField field, const Values& before, const Values& after) {
    add(field, rows_of(before), rows_of(after));
  }

  void add(HeadField field, const std::string& before, const std::string& after) {
    if (before != after) changes_.push_back({field, {{before, after}}});
  }

  std::vector<FieldChange> take() { return std::move(changes_); }

private:
  std::vector<FieldChange> changes_;
};

void compare_process(const Process& before, const Process& after, const Handbook& handbook,
                     Comparison& comparison) {
  comparison.add(HeadField::purpose, before.purpose, after.purpose);
  comparison.add(HeadField::trigger, before.trigger, after.trigger);
  comparison.add(HeadField::result, before.result, after.result);
  comparison.add(HeadField::steps, steps_of(before, handbook), steps_of(after, handbook));
  comparison.add(HeadField::order, order_of(before), order_of(after));
}

}  // namespace

std::vector<FieldChange> changed_fields(const Revision& before, const Revision& after,
                                        const Handbook& handbook, const ChangeWords& words) {
  Comparison comparison;
  comparison.add(HeadField::title, before.title, after.title);
  comparison.add(HeadField::unit, unit_name(before.unit, handbook),
                 unit_name(after.unit, handbook));
  comparison.add(HeadField::owner, role_name(before.owner, handbook),
                 role_name(after.owner, handbook));
  comparison.add(HeadField::regimes, before.regimes, after.regimes);
  comparison.add(HeadField::audience, by_name(before.audience, role_name, handbook),
                 by_name(after.audience, role_name, handbook));
  comparison.add(HeadField::topics, before.topics, after.topics);
  comparison.add(HeadField::applies_to, by_name(before.applies_to, unit_name, handbook),
                 by_name(after.applies_to, unit_name, handbook));
  comparison.add(HeadField::excludes, by_name(before.excludes, unit_name, handbook),
                 by_name(after.excludes, unit_name, handbook));
  comparison.add(HeadField::requirements, before.requirements, after.requirements);
  comparison.add(HeadField::legal_basis, before.legal_basis, after.legal_basis);
  comparison.add(HeadField::responsible, responsibilities_of(before, handbook, words.leads),
                 responsibilities_of(after, handbook, words.leads));
  comparison.add(HeadField::relations, relations_of(before, words), relations_of(after, words));
  const Process none;
  compare_process(before.process.value_or(none), after.process.value_or(none), handbook,
                  comparison);
  comparison.add(HeadField::attachments, attachments_of(before), attachments_of(after));
  return comparison.take();
}

std::map<std::string, StepChange> changed_steps(const Process& before, const Process& after,
                                                const Handbook& handbook) {
  std::map<std::string, StepChange> changes;
  const auto each_other = [&](const auto& old_rows, const auto& new_rows, const auto& note) {
    std::ranges::for_each(rows_only_in(old_rows, new_rows), note);
    std::ranges::for_each(rows_only_in(new_rows, old_rows), note);
  };
  each_other(order_of(before), order_of(after), [&](const Numbered& way) {
    changes[way.id.substr(0, way.id.find(' '))] = StepChange::way;
  });
  each_other(steps_of(before, handbook), steps_of(after, handbook), [&](const Numbered& step) {
    changes[step.id] = find_node(before, step.id) == nullptr  ? StepChange::added
                       : find_node(after, step.id) == nullptr ? StepChange::removed
                                                              : StepChange::changed;
  });
  return changes;
}

}  // namespace handbok
