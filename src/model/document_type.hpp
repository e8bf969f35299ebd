#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/document.hpp"
#include "model/ids.hpp"

namespace handbok {

/// A role that must be consulted when the document concerns a regime.
struct RegimeConsultation {
  RegimeId regime;
  std::vector<RoleId> roles;
};

/// Who may take which step with documents of a type. An empty list of drafters or reviewers lets
/// every role do it; an empty list of approvers lets nobody.
struct ApprovalPolicy {
  std::vector<std::string> levels;  ///< applies to units at these levels; empty: all
  std::vector<RegimeId> regimes;    ///< applies to documents with one of these; empty: all
  std::vector<RoleId> drafts;
  std::vector<RoleId> consults;  ///< always to be consulted
  std::vector<RegimeConsultation> consults_by_regime;
  bool consults_base_owner = false;  ///< the owner of the document that is complemented
  std::vector<RoleId> reviews;
  std::vector<RoleId> approves;
  std::vector<RoleId> approves_editorial;      ///< may approve editorial changes besides `approves`
  bool four_eyes = true;                       ///< who drafts neither reviews nor approves
  std::optional<Date> policy_from;             ///< approvals from this day must follow the policy
  Assurance assurance = Assurance::registrar;  ///< what must stand behind an approval
  Assurance review_assurance = Assurance::registrar;  ///< the same for a review
  std::optional<Date> assurance_from;                 ///< for approvals from this day
};

/// A kind of document, defined in handbook.toml: adding one touches no code.
struct DocumentType {
  TypeCode id;  ///< also the prefix of document ids
  std::string name;
  std::string name_plural;
  std::vector<std::string> sections;  ///< mandatory headings
  int review_months = 0;              ///< longest time between reviews; 0: none
  int review_within_days = 0;         ///< longest time under review; 0: as the handbook says
  bool bounded = false;               ///< has an end of validity instead of reviews
  bool is_routine = false;            ///< must say how it is done and by whom (SOSFS 2011:9 4:4)
  bool is_process = false;
  bool is_agreement = false;
  bool needs_audience = true;
  std::string method_section;          ///< heading with the numbered steps, for routines
  std::string responsibility_section;  ///< heading that gets the table of who does what
  std::vector<ApprovalPolicy> policies;
  Location location{};
};

}  // namespace handbok
