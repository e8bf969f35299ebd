#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "render/html.hpp"
#include "render/references.hpp"
#include "render/site_context.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {

/// A diagnostic in words.
struct FindingView {
  std::string severity;
  std::string severity_class;
  std::string subject;
  std::string href;   ///< of the page about the subject; empty if there is none
  std::string title;  ///< of that page, if it says more than the subject
  std::string kind;   ///< "Översynen är försenad"
  std::string what;
  std::string task;         ///< what the owner does about it, without files and commands
  std::string letter_href;  ///< to tell whoever keeps the files; empty: nobody is named
  std::string remedy;       ///< what whoever keeps the files does
  std::string code;
  std::string place;  ///< "documents/RUT-001/3.md:12"
  Html accepted;      ///< the decision to live with it; empty if there is none
  int weight = 0;     ///< not for templates: what to sort by
  HANDBOK_FIELDS(FindingView, severity, severity_class, subject, href, title, kind, what, task,
                 letter_href, remedy, code, place, accepted)
};

/// A document that is being reviewed; its text is not shown.
struct ReviewView {
  std::string id;
  std::string href;  ///< empty if readers see no earlier revision of it
  std::string title;
  std::string number;
  Html since;
  bool is_late = false;
  HANDBOK_FIELDS(ReviewView, id, href, title, number, since, is_late)
};

/// A revision that an error keeps from the readers.
struct WithheldView {
  std::string id;
  std::string href;
  std::string title;
  std::string number;
  std::string what;
  std::string remedy;
  HANDBOK_FIELDS(WithheldView, id, href, title, number, what, remedy)
};

/// A decision that stands in no plan.
struct UnplannedView {
  std::string id;
  std::string href;
  std::string title;
  std::string who;
  HANDBOK_FIELDS(UnplannedView, id, href, title, who)
};

/// The page "Kontroll": an overview that leads to the pages of the owners.
struct ControlView {
  Html day;
  std::vector<CountView> counts;
  std::vector<CountView> year;  ///< what was done in the twelve months up to the day
  std::vector<WithheldView> withheld;
  std::vector<UnplannedView> unplanned;
  std::vector<TableSection> tables;   ///< the owners; the kinds of findings
  std::vector<FindingView> findings;  ///< what no role of the handbook owns
  std::vector<ReviewView> reviews;    ///< the same
  bool has_nobody = false;            ///< one of the last two is not empty
  bool is_clean = false;
  HANDBOK_FIELDS(ControlView, day, counts, year, withheld, unplanned, tables, findings, reviews,
                 has_nobody, is_clean)
};

// What the page "Kontroll" and the pages of the owners below it are made of. Nothing of it names a
// draft: diagnostics are those that the edition tells.

/// The diagnostics that readers may be told, by the role that is to see to them, in their order;
/// under "" those of no role that the handbook has.
std::map<RoleId, std::vector<const Diagnostic*>, std::less<>> diagnostics_by_owner(
    const SiteContext& site);

/// The diagnostics in words: the gravest first, what somebody decided to live with last.
std::vector<FindingView> finding_views(const std::vector<const Diagnostic*>& diagnostics,
                                       const LinkScope& scope);

/// The documents in review by owner, as above. Their text is not told.
std::map<RoleId, std::vector<ReviewView>, std::less<>> reviews_by_owner(const LinkScope& scope);

/// The revisions that readers would see but for an error: all, or those that `owner` owns.
std::vector<WithheldView> withheld_views(const LinkScope& scope);
std::vector<WithheldView> withheld_views(std::string_view owner, const LinkScope& scope);

/// How many there are of each severity; what somebody decided to live with is counted by itself.
struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t accepted = 0;

  void add(const Diagnostic& diagnostic);
};

/// The counts by name, for the list at the top of a page.
std::vector<CountView> count_views(const FindingCounts& counts, const SiteContext& site);

/// The language of the site's messages: that of the handbook.
Language language_of(const SiteContext& site);

/// A link to the owner's page with the role's name; the name alone if there is no such page.
LinkView owner_link(std::string_view role, const LinkScope& scope);

}  // namespace handbok
