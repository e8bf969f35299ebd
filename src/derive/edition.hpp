#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "derive/backlinks.hpp"
#include "derive/day_view.hpp"
#include "derive/profile.hpp"
#include "diag/diagnostic.hpp"

namespace handbok {

using Addresses = std::set<std::string, std::less<>>;

/// What becomes of addresses that readers have known and that an edition does not have.
struct LostAddresses {
  Addresses closed;    ///< their content is not for these readers any more
  Addresses standing;  ///< the same, but an error withholds the revision that says so: they stand
};

/// The revisions that errors withhold from an edition, each with an error that may be told.
class Withheld {
public:
  explicit Withheld(std::map<RevisionKey, Diagnostic> reasons) : reasons_(std::move(reasons)) {}

  /// Why that revision is withheld, or nullptr if it is not.
  const Diagnostic* reason(const RevisionKey& revision) const {
    const auto it = reasons_.find(revision);
    return it == reasons_.end() ? nullptr : &it->second;
  }
  bool contains(const RevisionKey& revision) const { return reasons_.contains(revision); }
  std::vector<RevisionKey> keys() const;

private:
  std::map<RevisionKey, Diagnostic> reasons_;
};

/// Whom a site is for: those who follow the handbook, or those who write it and see drafts.
enum class Circle : std::uint8_t { readers, writers };

/// The handbook as its readers may see it on a day: the one value that says what is published. It
/// is made once, from the whole handbook and everything that is wrong with it, before anything is
/// left out for the readers. What comes after it sees nothing else, so nothing can be forgotten
/// there. Refers to the selection's handbook.
class Edition {
public:
  /// `found` are all diagnostics of the whole handbook, sorted.
  Edition(const ProfileSelection& selection, const std::vector<Diagnostic>& found,
          LostAddresses lost = {}, Circle circle = Circle::readers);
  Edition(const Edition&) = delete;
  Edition& operator=(const Edition&) = delete;

private:
  std::optional<Handbook> own_;  ///< the selection's without the words of what is withheld

public:
  const DayView view;
  const Backlinks backlinks;
  const std::vector<std::string> pages;  ///< the kinds of pages that the site has; empty: all
  /// What may be told to whoever makes this edition: nothing about what it does not show, and
  /// nothing that names it. An error in something that is shown is always told, if need be without
  /// the values that name what is not. Sorted.
  const std::vector<Diagnostic> diagnostics;
  const Withheld withheld;
  const LostAddresses lost;

private:
  std::map<const Diagnostic*, Diagnostic> hushed_;  ///< without the words of what is withheld

public:
  /// Those of the diagnostics that its readers may be told, in their order: none about a draft; of
  /// a text that is withheld why, and what else is wrong without its words; of a document in review
  /// only how long that has lasted, because its text is not decided.
  const std::vector<const Diagnostic*> told;
};

}  // namespace handbok
