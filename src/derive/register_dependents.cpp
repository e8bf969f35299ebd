#include "derive/register_dependents.hpp"

#include <algorithm>
#include <utility>

#include "derive/action_state.hpp"
#include "derive/law_uses.hpp"
#include "derive/organisation.hpp"
#include "derive/requirement_status.hpp"
#include "derive/row_days.hpp"
#include "derive/topics.hpp"
#include "model/registers.hpp"

namespace handbok {
namespace {

/// The kind whose name is that of a register or of its rows.
DependentKind kind_of(const Register& about) {
  if (about.own != nullptr) return DependentKind::own_register;
  constexpr auto kinds = std::to_array<std::pair<std::string_view, DependentKind>>({
#define HANDBOK_DEPENDENT_KIND(name, swedish, english) {#name, DependentKind::name},
#include "derive/dependent.def"
  });
  for (const auto& [name, kind] : kinds) {
    if (name == about.key || name == about.file) return kind;
  }
  return DependentKind::settings;
}

/// Asks one register after the other. What a row names follows from its keys; a few kinds of rows
/// rest on more than they name, or are called otherwise on the day.
class RegisterDependents {
public:
  RegisterDependents(const DayView& view, BondCollector& found)
      : view_(view),
        handbook_(view.handbook()),
        found_(found) {}

  void run() {
    for_each_row(handbook_, [&](const RegisterRow& row) {
      if (!counts(row)) return;
      auto unit = row.text(KeyPart::unit);
      if (const auto* const part = row.as<OrgUnit>()) unit = parent_on(*part, view_.day());
      found_.begin(kind_of(*row.about), row.id(), title_of(row), owner_of(row), std::move(unit));
      found_.tie_row(row.shape(), row.row);
      add_more(row);
    });
    add_settings();
  }

private:
  /// An action counts until it is done and its effect judged.
  bool counts(const RegisterRow& row) const {
    const auto* const action = row.as<Action>();
    const bool is_closed =
        action != nullptr &&
        (action->status == ActionStatus::cancelled ||
         (is_done_on(*action, view_.day()) &&
          (!action->effect_check_on || action->effect != ActionEffect::unchecked)));
    return !is_closed && counts_on(row, view_.day());
  }

  /// A report is called as its document; before there is one, by its year.
  std::string title_of(const RegisterRow& row) const {
    if (const auto* const requirement = row.as<Requirement>())
      return requirement_title(handbook_, *requirement);
    if (row.as<YearlyReport>() != nullptr) {
      const auto* const document = view_.find(row.id());
      if (document != nullptr && document->shown != nullptr) return document->shown->title;
    }
    return row.text(KeyPart::title);
  }

  static std::string owner_of(const RegisterRow& row) {
    const auto* const requirement = row.as<Requirement>();
    return requirement == nullptr ? row.text(KeyPart::owner) : lead_role(requirement->responsible);
  }

  /// What a row rests on without naming it by id.
  void add_more(const RegisterRow& row) {
    if (const auto* const unit = row.as<OrgUnit>()) {
      found_.tie(Bond::lies_below, parent_on(*unit, view_.day()));
    } else if (const auto* const duty = row.as<ReportingDuty>()) {
      for (const auto* const routine : reporting_routines(view_, *duty))
        found_.tie(Bond::routine, routine->document);
    } else if (const auto* const term = row.as<Term>()) {
      const auto* const source = source_of_basis(handbook_, term->source);
      if (source != nullptr) found_.tie_law(Bond::rests_on, source->id, {});
    } else if (const auto* const clause = row.as<Clause>()) {
      if (!found_.is_about_clause()) found_.tie_law(Bond::belongs_to, clause->source, clause->ref);
    }
  }

  void add_settings() {
    const auto& settings = handbook_.settings;
    for (const auto& content : settings.suggested_contents) {
      found_.begin(DependentKind::content, content.id, content.name, {}, {});
      found_.tie(Bond::evidence, content.documents);
    }
    for (const auto& source : settings.complaint_sources) {
      found_.begin(DependentKind::complaint_source, source.id, source.name, {}, {});
      found_.tie(Bond::evidence, source.covered_by);
    }
    found_.begin(DependentKind::settings, "handbook.toml", settings.title, {}, settings.principal);
    found_.tie(Bond::rests_on, settings.adopted_by);
    found_.tie(Bond::uses, settings.complaints);
    found_.tie(Bond::belongs_to, settings.principal);
    found_.tie(Bond::responsible, settings.compilations.owner);
  }

  const DayView& view_;
  const Handbook& handbook_;
  BondCollector& found_;
};

}  // namespace

void add_register_dependents(const DayView& view, BondCollector& found) {
  RegisterDependents(view, found).run();
}

}  // namespace handbok
