#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "derive/organisation.hpp"
#include "model/handbook.hpp"

namespace handbok {

/// The state of one revision on a day (domain.md 2.3). `unknown`: on that day it was not yet begun,
/// so a handbook of that day does not know it.
enum class RevisionState : std::uint8_t {
  unknown,
  draft,
  in_review,
  upcoming,
  in_force,
  superseded,
  repealed,
  expired,
  withdrawn  ///< approved, and taken back before it entered into force
};

/// The state of a document as a whole on a day: that of its revision in force, or else the state
/// that readers should see. `unknown` and `draft` documents are never published.
enum class DocumentState : std::uint8_t {
  unknown,
  draft,
  in_review,  ///< never adopted, now under review
  upcoming,   ///< adopted, not yet in force, nothing was in force before
  in_force,
  expired,  ///< ran out and nobody decided: the last revision stays visible under a red banner
  repealed,
  withdrawn  ///< the only revision that was ever adopted was taken back before it started
};

/// One revision on the day.
struct RevisionDay {
  RevisionState state = RevisionState::unknown;
  /// When it is, was or will be in force, as known on that day; none before adoption. Empty (from
  /// == to) if another revision or a repeal took its place before it started, or it was withdrawn.
  std::optional<Interval> validity;
};

/// One document on the day. Pointers point into the Handbook.
struct DocumentDay {
  const Document* document = nullptr;
  DocumentState state = DocumentState::unknown;
  const Revision* in_force = nullptr;
  /// The revision a reader should see under the document's own address: the one in force, the last
  /// one of an expired, repealed or withdrawn document, or nullptr.
  const Revision* shown = nullptr;
  const Revision* upcoming = nullptr;  ///< the next revision to enter into force, if adopted
  std::vector<RevisionDay> revisions;  ///< in the order of Document::revisions
};

/// What a document was on a day, by what was known then.
DocumentDay document_on(const Document& document, Date day);

/// A Handbook seen on one day: which revision is in force, and the state of everything else.
/// Facts dated after the day are not known on it: a revision approved tomorrow is still in review.
/// Refers to the Handbook, which must outlive it. Safe to read from any thread once built.
class DayView {
public:
  DayView(const Handbook& handbook, Date day);

  const Handbook& handbook() const { return *handbook_; }
  Date day() const { return day_; }
  const UnitsOnDay& units() const { return units_; }

  /// The first day on which an adopted text of the handbook applies; none if it has none.
  std::optional<Date> first_held() const;

  /// All documents in the order of the handbook, unknown ones included.
  const std::vector<DocumentDay>& documents() const {
    DayQuestions::ask_all();
    return documents_;
  }

  /// The number of one of them.
  std::size_t place_of(const DocumentDay& document) const {
    return static_cast<std::size_t>(&document - documents_.data());
  }

  /// The document on the day, or nullptr if the handbook has no such id.
  const DocumentDay* find(std::string_view id) const;

  /// The state of that revision; `revision` must belong to the Handbook.
  const RevisionDay& of(const Revision& revision) const;

  /// The revision in force, or nullptr.
  const Revision* in_force(std::string_view id) const {
    const auto* const document = find(id);
    return document == nullptr ? nullptr : document->in_force;
  }

  /// The texts in force of other documents that replace all of it where they reach, in the order
  /// of the handbook.
  const std::vector<const Revision*>& replacing(std::string_view id) const;

private:
  void add_replaced(const Revision& text);

  const Handbook* handbook_;
  Date day_;
  UnitsOnDay units_;
  std::optional<Date> first_held_;
  std::unordered_map<std::string_view, std::vector<const Revision*>> replacing_;
  std::vector<DocumentDay> documents_;
  std::unordered_map<std::string_view, std::size_t> places_;  ///< of documents, by id; for find()
};

/// True if readers may see the revision: it is or was in force, or is adopted and upcoming.
inline bool is_published(RevisionState state) {
  return state >= RevisionState::upcoming;
}

/// True if the document was taken out by a decision: nothing of it is to be followed.
inline bool is_over(DocumentState state) {
  return state == DocumentState::repealed || state == DocumentState::withdrawn;
}

/// True if readers may know of the document.
inline bool is_published(DocumentState state) {
  return state >= DocumentState::upcoming;
}

}  // namespace handbok
