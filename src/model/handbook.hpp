#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/action.hpp"
#include "model/compilation.hpp"
#include "model/document.hpp"
#include "model/document_type.hpp"
#include "model/duty.hpp"
#include "model/goal.hpp"
#include "model/law.hpp"
#include "model/organisation.hpp"
#include "model/own_register.hpp"
#include "model/planning.hpp"
#include "model/practice.hpp"
#include "model/process.hpp"
#include "model/redirect.hpp"
#include "model/requirement.hpp"
#include "model/risk.hpp"
#include "model/scale.hpp"
#include "model/self_check.hpp"
#include "model/suppression.hpp"
#include "model/term.hpp"

namespace handbok {

/// A body of law under which the work is done, such as HSL.
struct Regime {
  RegimeId id;
  std::string name;
  std::string principal_name{};  ///< what the one is called that answers for the work
  UnitId principal{};            ///< who that is; empty: the handbook's
  Location location{};
};

/// A selection of the handbook that is a site of its own: whom it is for, by what it shows.
struct Profile {
  std::string id;
  std::vector<AudienceScope> shows;
  std::vector<std::string> pages;  ///< kinds of pages that it has; empty: all
  Location location{};
};

/// How far the handbook's site lives up to what the law demands of digital service.
enum class Compliance : std::uint8_t { none, partly, fully };

/// Why something on it cannot be used by everybody: it should, to mend it would burden too much, or
/// the law does not ask for it.
enum class FaultGround : std::uint8_t { fault, burden, exempt };

/// Something that cannot be used by everybody.
struct AccessibilityFault {
  std::string what;
  FaultGround ground = FaultGround::fault;
  std::string reason;
  std::string instead;
  std::optional<Date> mended_by;
};

/// What the handbook says of how accessible its site is.
struct Accessibility {
  Compliance compliance = Compliance::none;
  std::optional<Date> assessed_on;
  std::optional<Date> updated_on;
  std::string method;
  std::string contact;  ///< where faults are reported; empty: that of the handbook
  std::vector<AccessibilityFault> faults;
};

/// From when everything of a register is here.
struct RegisterHistory {
  std::string of;  ///< as its file is called: "self_checks"
  Date from;
  Location location{};
};

/// The newest format of sources that this program reads. A format is new when an older program
/// would take it for something else than it is; a new key alone is not.
inline constexpr int newest_format = 1;

/// What handbook.toml says about the handbook as a whole.
struct Settings {
  int format = 1;  ///< of the sources; 1 is that of version 0.1.0, which did not write it
  std::string title;
  std::string short_title;  ///< for page heads and titles of pages
  std::string language = "sv";
  UnitId principal;
  DocumentId adopted_by;        ///< the document whose adoption adopted the system; may be empty
  std::string emergency_phone;  ///< "112": a link wherever a text names it; empty: none
  DocumentId complaints;        ///< the page behind "När någon klagar"; may be empty
  std::string contact;          ///< mail address of a function for proposals; may be empty
  std::string hand_in;          ///< where changed texts are handed in; empty: pages do not say
  RoleId registrar;  ///< who writes down decisions that are taken elsewhere; may be empty
  /// The handbook holds everything that has applied since that day; before it something may lack.
  std::optional<Date> history_from;
  std::vector<RegisterHistory> histories;  ///< of registers that were begun another day
  int review_horizon_days = 60;
  int in_review_days_max = 30;
  int remind_before_days = 7;    ///< of what is to be done; 0: never
  int escalate_after_days = 14;  ///< so late, and the role above is told; 0: never
  int source_check_months = 12;
  std::vector<OrgLevel> levels;  ///< from the top
  std::vector<Regime> regimes;
  std::vector<RiskScale> risk_scales;
  std::vector<Topic> mandatory_topics;
  std::vector<SuggestedContent> suggested_contents;
  std::vector<ComplaintSource> complaint_sources;
  CompilationRule compilations;
  YearlyDemands yearly;
  std::vector<SeverityChoice> severities;
  std::vector<Profile> profiles;
  std::optional<Accessibility> accessibility;
  std::vector<OwnRegisterSettings> registers;
};

/// All stored facts of a management system. Each vector is sorted by id; ids named by one entity
/// may be missing in another, and the checks say so. Safe to read from any thread once built.
struct Handbook {
  Settings settings;
  std::vector<DocumentType> types;
  std::vector<OrgUnit> units;
  std::vector<Role> roles;
  std::vector<LegalSource> sources;
  std::vector<Clause> clauses;  ///< in the order of the register
  std::vector<Term> terms;
  std::vector<OutdatedWord> outdated_words;
  std::vector<EverydayWords> everyday_words;  ///< in the order of the register
  std::vector<CollaborationPoint> collaboration_points;
  std::vector<Document> documents;
  std::vector<Requirement> requirements;
  std::vector<Waiver> waivers;
  std::vector<Duty> duties;
  std::vector<DecisionAuthority> decisions;
  std::vector<ReportingDuty> reporting_duties;
  std::vector<Service> services;
  std::vector<Risk> risks;
  std::vector<SelfCheck> self_checks;
  std::vector<Finding> findings;
  std::vector<Action> actions;
  std::vector<Compilation> compilations;
  std::vector<Goal> goals;
  std::vector<Forum> forums;
  std::vector<CalendarItem> calendar;
  std::vector<ManagementReview> reviews;
  std::vector<Plan> plans;
  std::vector<ControlItem> control_items;
  std::vector<YearlyReport> reports;
  std::vector<ContractReport> contract_reports;
  std::vector<Method> methods;
  std::vector<InformationSource> information_sources;
  std::vector<ExternalSystem> external_systems;
  std::vector<EvidenceRef> evidence;
  std::vector<Rollout> rollouts;
  std::vector<Redirect> redirects;         ///< in the order of the register
  std::vector<Suppression> suppressions;   ///< in the order of the register
  std::vector<OwnRegister> own_registers;  ///< by id

  const DocumentType* find_type(std::string_view id) const { return find_by_id(types, id); }
  const OrgUnit* find_unit(std::string_view id) const { return find_by_id(units, id); }
  const Role* find_role(std::string_view id) const { return find_by_id(roles, id); }
  const LegalSource* find_source(std::string_view id) const { return find_by_id(sources, id); }
  const Term* find_term(std::string_view id) const { return find_by_id(terms, id); }
  const Document* find_document(std::string_view id) const { return find_by_id(documents, id); }
  const CollaborationPoint* find_point(std::string_view id) const {
    return find_by_id(collaboration_points, id);
  }
  const SelfCheck* find_self_check(std::string_view id) const {
    return find_by_id(self_checks, id);
  }
  const Action* find_action(std::string_view id) const { return find_by_id(actions, id); }
  const Goal* find_goal(std::string_view id) const { return find_by_id(goals, id); }
  const Forum* find_forum(std::string_view id) const { return find_by_id(forums, id); }
  const Compilation* find_compilation(std::string_view id) const {
    return find_by_id(compilations, id);
  }
};

/// True if the reference names a clause of the register: the clause itself ("4:4 st2 led 1") or a
/// section whose parts are listed ("4:4").
bool has_clause(const Handbook& handbook, std::string_view source, std::string_view ref);

/// What people call a clause, "SOSFS 2011:9 5:3"; the source by its id if it is in no register.
/// Without `ref` the source as a whole.
std::string clause_name(const Handbook& handbook, std::string_view source, std::string_view ref);

}  // namespace handbok
