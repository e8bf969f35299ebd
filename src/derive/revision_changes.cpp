#include "derive/revision_changes.hpp"

#include <algorithm>
#include <map>

#include "derive/process_order.hpp"

namespace handbok {
namespace {

using Values = std::vector<std::string>;

Values one(const std::string& value) {
  return value.empty() ? Values{} : Values{value};
}

std::string joined(const Values& values) {
  std::string text;
  for (const auto& value : values) {
    if (!text.empty()) text += ", ";
    text += value;
  }
  return text;
}

std::string roles_by_name(const std::vector<RoleId>& roles, const RoleId& lead,
                          const Handbook& handbook) {
  Values names;
  for (const auto& id : roles) {
    const auto* const role = handbook.find_role(id);
    names.push_back(role == nullptr ? id : role->name);
    if (id == lead && roles.size() > 1) names.back() += "*";
  }
  return joined(names);
}

Values responsibilities_of(const Revision& revision, const Handbook& handbook) {
  Values rows;
  for (const auto& [task, roles, lead] : revision.responsible)
    rows.push_back(task + ": " + roles_by_name(roles, lead, handbook));
  return rows;
}

Values relations_of(const Revision& revision) {
  Values rows;
  for (const auto& relation : revision.relations) {
    rows.push_back(relation.document);
    if (relation.based_on) rows.back() += "@" + std::to_string(*relation.based_on);
  }
  return rows;
}

/// A step that has another number because one came before it is not changed by that.
struct Numbered {
  std::string id;  ///< by which the same is known in the other revision
  std::string says;
  std::string shown;  ///< with the numbers that it has in its own revision
};

std::map<std::string, std::string> titles_of(const Process& process) {
  std::map<std::string, std::string> titles;
  for (const auto& step : process_order(process)) {
    const auto& node = process.nodes[step.node];
    titles[node.id] = (step.number > 0 ? std::to_string(step.number) + " " : "") + node.label;
  }
  return titles;
}

std::vector<Numbered> steps_of(const Process& process, const Handbook& handbook) {
  std::vector<Numbered> rows;
  auto titles = titles_of(process);
  for (const auto& node : process.nodes) {
    std::string says = node.text.empty() ? "" : ". " + node.text;
    if (!node.roles.empty()) says += " (" + roles_by_name(node.roles, {}, handbook) + ")";
    auto leads_to = node.routines;
    if (!node.document.empty()) leads_to.push_back(node.document);
    if (!leads_to.empty()) says += ": " + joined(leads_to);
    rows.push_back({node.id, node.label + says, titles[node.id] + says});
  }
  return rows;
}

std::vector<Numbered> order_of(const Process& process) {
  std::vector<Numbered> rows;
  auto titles = titles_of(process);
  for (const auto& edge : process.edges) {
    const auto answer = edge.label.empty() ? "" : ": " + edge.label;
    rows.push_back({edge.from + " " + edge.to, edge.label,
                    titles[edge.from] + " → " + titles[edge.to] + answer});
  }
  return rows;
}

/// What is shown of those that the others do not say.
Values only_in(const std::vector<Numbered>& rows, const std::vector<Numbered>& others) {
  Values shown;
  for (const auto& row : rows) {
    const bool is_same = std::ranges::any_of(others, [&](const Numbered& other) {
      return other.id == row.id && other.says == row.says;
    });
    if (!is_same) shown.push_back(row.shown);
  }
  return shown;
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

/// What stands in `values` and not in `others`.
Values only_in(const Values& values, const Values& others) {
  Values result;
  std::ranges::copy_if(values, std::back_inserter(result), [&](const std::string& value) {
    return std::ranges::find(others, value) == others.end();
  });
  return result;
}

class Comparison {
public:
  template <typename Rows>
  void add(HeadField field, const Rows& before, const Rows& after) {
    FieldChange change{field, only_in(before, after), only_in(after, before)};
    if (!change.before.empty() || !change.after.empty()) changes_.push_back(std::move(change));
  }

  void add(HeadField field, const std::string& before, const std::string& after) {
    add(field, one(before), one(after));
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
                                        const Handbook& handbook) {
  Comparison comparison;
  comparison.add(HeadField::title, before.title, after.title);
  comparison.add(HeadField::unit, before.unit, after.unit);
  comparison.add(HeadField::owner, before.owner, after.owner);
  comparison.add(HeadField::regimes, before.regimes, after.regimes);
  comparison.add(HeadField::audience, before.audience, after.audience);
  comparison.add(HeadField::topics, before.topics, after.topics);
  comparison.add(HeadField::applies_to, before.applies_to, after.applies_to);
  comparison.add(HeadField::excludes, before.excludes, after.excludes);
  comparison.add(HeadField::requirements, before.requirements, after.requirements);
  comparison.add(HeadField::legal_basis, before.legal_basis, after.legal_basis);
  comparison.add(HeadField::responsible, responsibilities_of(before, handbook),
                 responsibilities_of(after, handbook));
  comparison.add(HeadField::relations, relations_of(before), relations_of(after));
  const Process none;
  compare_process(before.process.value_or(none), after.process.value_or(none), handbook,
                  comparison);
  comparison.add(HeadField::attachments, attachments_of(before), attachments_of(after));
  return comparison.take();
}

}  // namespace handbok
