#include "derive/revision_changes.hpp"

#include <algorithm>

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

Values responsibilities_of(const Revision& revision) {
  Values rows;
  for (const auto& row : revision.responsible) {
    auto roles = row.roles;
    for (auto& role : roles) {
      if (role == row.lead && roles.size() > 1) role += "*";
    }
    rows.push_back(std::string(row.task).append(": ").append(joined(roles)));
  }
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

Values steps_of(const Process& process) {
  Values rows;
  for (const auto& node : process.nodes) {
    auto row = std::string(node.id).append(" ").append(node.label);
    if (!node.roles.empty()) row.append(" (").append(joined(node.roles)).append(")");
    auto leads_to = node.routines;
    if (!node.document.empty()) leads_to.push_back(node.document);
    if (!leads_to.empty()) row.append(": ").append(joined(leads_to));
    rows.push_back(std::move(row));
  }
  return rows;
}

Values order_of(const Process& process) {
  Values rows;
  for (const auto& edge : process.edges) {
    rows.push_back(std::string(edge.from).append(" → ").append(edge.to));
    if (!edge.label.empty()) rows.back().append(" ").append(edge.label);
  }
  return rows;
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
  void add(HeadField field, const Values& before, const Values& after) {
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

void compare_process(const Process& before, const Process& after, Comparison& comparison) {
  comparison.add(HeadField::purpose, before.purpose, after.purpose);
  comparison.add(HeadField::trigger, before.trigger, after.trigger);
  comparison.add(HeadField::result, before.result, after.result);
  comparison.add(HeadField::steps, steps_of(before), steps_of(after));
  comparison.add(HeadField::order, order_of(before), order_of(after));
}

}  // namespace

std::vector<FieldChange> changed_fields(const Revision& before, const Revision& after) {
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
  comparison.add(HeadField::responsible, responsibilities_of(before), responsibilities_of(after));
  comparison.add(HeadField::relations, relations_of(before), relations_of(after));
  const Process none;
  compare_process(before.process.value_or(none), after.process.value_or(none), comparison);
  comparison.add(HeadField::attachments, attachments_of(before), attachments_of(after));
  return comparison.take();
}

}  // namespace handbok
