#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "derive/applied.hpp"
#include "derive/day_view.hpp"
#include "derive/due_days.hpp"
#include "derive/edition.hpp"
#include "derive/evidence_chain.hpp"
#include "derive/law_uses.hpp"
#include "derive/own_rows.hpp"
#include "derive/reach.hpp"
#include "derive/role_uses.hpp"
#include "derive/standing.hpp"

namespace handbok {

/// A document that readers may know of, and the revision that lists describe it by.
struct ListedDocument {
  const DocumentDay* day = nullptr;
  /// The revision that readers see, or before that the upcoming one; nullptr if every revision is
  /// withheld.
  const Revision* revision = nullptr;
};

/// Where a link to a document leads today.
struct CurrentTarget {
  std::string address;              ///< of its page; empty: it has none
  std::string text;                 ///< what readers call it
  const Revision* shown = nullptr;  ///< what the page shows, or nullptr
};

/// What the site's lists are made of, found once for all pages. Withheld revisions are not in it:
/// where the one in force is withheld, the one that readers see takes its place.
struct SiteIndex {
  std::vector<ListedDocument> documents;  ///< every published one, by id
  RoleUses roles;                         ///< of documents in force
  LawUses laws;                           ///< of documents in force
  ReachIndex reach;                       ///< of documents in force
  Standings standings;                    ///< of everything in every unit
  EvidenceIndex evidence;                 ///< what shows it, and what that led to
  AppliedHistory applied;                 ///< what applied where when
  OwnUses own_uses;                       ///< of the handbook's own registers
  DueIndex due;                           ///< until the horizon of reviews
  std::vector<CurrentTarget> targets;     ///< of all documents, in the order of the day's view
  /// Documents by owning role and by unit, repealed ones left out.
  std::map<RoleId, std::vector<ListedDocument>, std::less<>> by_owner;
  std::map<UnitId, std::vector<ListedDocument>, std::less<>> by_unit;
};

/// The index of the edition, which must outlive it.
SiteIndex make_site_index(const Edition& edition, const Withheld& withheld);

/// What readers see of a document: the revision that DayView names, or, if that one is withheld,
/// the last whole one before it.
struct DocumentFace {
  const Revision* shown = nullptr;     ///< nullptr: there is no whole revision to show
  const Revision* meant = nullptr;     ///< the withheld revision that should be shown, or nullptr
  const Diagnostic* reason = nullptr;  ///< why it is withheld
};

DocumentFace face_of(const DocumentDay& document, const Withheld& withheld);

}  // namespace handbok
