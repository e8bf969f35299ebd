// "Mål": what the work shall reach, and how it goes.
#include <algorithm>

#include "derive/dated_row.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// How the goal is measured, or that nobody has said how.
Html measure_html(const Goal& goal, const LinkScope& scope) {
  const auto& words = scope.site.words();
  if (goal.indicator.empty()) return badge_html("overdue", words[Word::goal_no_indicator]);
  return lines_html({text_html(goal.indicator), entities_html(goal.measured_by, scope),
                     goal.by_sex ? text_html(words[Word::goal_by_sex]) : Html{}});
}

/// The latest outcome known on the day.
Html outcome_html(const Goal& goal, const LinkScope& scope) {
  const GoalOutcome* latest = nullptr;
  for (const auto& outcome : goal.outcomes) {
    if (outcome.on > scope.site.view().day()) continue;
    if (latest == nullptr || latest->on < outcome.on) latest = &outcome;
  }
  return latest == nullptr ? Html{} : text_html(latest->value + " (" + latest->period + ")");
}

/// Goals in such an order that each comes after the one that it breaks down.
class GoalTree {
public:
  explicit GoalTree(const LinkScope& scope) : scope_(scope) {}

  std::vector<const Goal*> ordered() {
    const auto& handbook = scope_.site.handbook();
    for (const auto& goal : handbook.goals) {
      if (handbook.find_goal(goal.parent) == nullptr) add(goal);
    }
    for (const auto& goal : handbook.goals)
      add(goal);  // what is left lies in a circle
    return std::move(goals_);
  }

private:
  void add(const Goal& goal) {
    if (std::ranges::find(goals_, &goal) != goals_.end()) return;
    goals_.push_back(&goal);
    for (const auto& other : scope_.site.handbook().goals) {
      if (other.parent == goal.id) add(other);
    }
  }

  const LinkScope& scope_;
  std::vector<const Goal*> goals_;
};

}  // namespace

bool has_goals_page(const Handbook& handbook) {
  return !handbook.goals.empty();
}

std::vector<TableSection> goals_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table(
      "mal", words[Word::goals_title],
      {words[Word::goal_what], words[Word::goal_units], words[Word::goal_measure],
       words[Word::goal_target], words[Word::goal_outcome], words[Word::goal_owner]});
  for (const auto* const goal : GoalTree(scope).ordered()) {
    if (!is_valid_on(*goal, scope.site.view().day())) continue;
    table.add(goal->id, named_html(goal->title, goal->id),
              {units_html(goal->units, scope), measure_html(*goal, scope), text_html(goal->target),
               outcome_html(*goal, scope),
               lines_html({role_html(goal->owner, scope), entity_html(goal->parent, scope)})});
  }
  return {table.take()};
}

}  // namespace handbok
