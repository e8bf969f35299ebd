#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "derive/names.hpp"
#include "diag/slot_words.hpp"
#include "edit/requests.hpp"
#include "text/nearest.hpp"

namespace handbok {

// What the acts ask before they write. Each guard adds its refusal to `outcome` when it fails; an
// act asks all of them that make sense, so that somebody hears of everything at once.

/// A reason to do nothing: `values` fill the sentence that says what, `remedy` the one that says
/// what to do.
void refuse(Outcome& outcome, Code code, const std::string& subject,
            std::vector<std::string> values, std::vector<std::string> remedy = {});

/// Something worth knowing, with the severity of its code.
Diagnostic remark(Code code, const std::string& subject, std::vector<std::string> values,
                  std::vector<std::string> remedy = {});

/// The document with that id, or nullptr.
const Document* require_document(const Desk& desk, const DocumentId& id, Outcome& outcome);

/// Asks that the id is one of the type, and of no document.
void require_free_id(const Desk& desk, const DocumentId& id, const TypeCode& type,
                     Outcome& outcome);

/// The slot for what was perhaps meant: all that are called so, if several are; else the nearest
/// id.
template <typename Entity>
std::string near_or_meant(std::string_view name, const std::vector<Entity>& all) {
  const auto meant = ids_called(all, name);
  return near_slot(meant.size() > 1 ? join(meant, ", ") : nearest(name, all_ids(all)));
}

/// True unless it is decided that the document ends.
bool require_not_repealed(const Document& document, Outcome& outcome);

/// True if the text says something; `option` is how it is given.
bool require_input(std::string_view text, std::string_view option, const std::string& subject,
                   Outcome& outcome);

/// True if there is such a role; `option` is how it was given.
bool require_role(const Desk& desk, const RoleId& role, std::string_view option,
                  const std::string& subject, Outcome& outcome);

/// True if the role is one of `allowed`; without a list every role is. `step` is "@step.reviewed".
bool require_allowed(const std::optional<std::vector<RoleId>>& allowed, const RoleId& role,
                     std::string_view step, const Revision& revision, Outcome& outcome);

/// A day and the key or option that says it.
using NamedDay = std::pair<std::string_view, Date>;

/// True if `later` is not before `earlier`; `option` is how a later day is given.
bool require_order(const NamedDay& earlier, const NamedDay& later, std::string_view option,
                   const std::string& subject, Outcome& outcome);

/// True if the role decides alone, or `ref` says in which meeting it decided.
bool require_reference(const Desk& desk, const RoleId& role, std::string_view ref,
                       const std::string& subject, Outcome& outcome);

/// Who may approve the revision; no value if every role may, because no policy says who.
std::optional<std::vector<RoleId>> approvers_of(const Desk& desk, const Revision& revision);

/// Who may review or approve the revision, the same.
std::optional<std::vector<RoleId>> judges_of(const Desk& desk, const Revision& revision);

/// The revision that nobody has approved yet, or nullptr. There is at most one.
const Revision* open_revision(const Document& document);

/// True if the revision is out for review.
bool is_submitted(const Revision& revision);

/// The revision that was adopted last and not taken back, or nullptr.
const Revision* last_adopted(const Document& document);

/// The revision that the next one starts from: the last one that was adopted and not taken back,
/// or, if there is none, the last one if it was taken back; else nullptr.
const Revision* text_to_go_on_from(const Document& document);

/// The revision under review; refuses if there is none.
const Revision* require_in_review(const Document& document, Outcome& outcome);

/// The latest day for the next review of a text that was looked at on `day`, if its type has
/// reviews.
std::optional<Date> latest_review(const Desk& desk, const Revision& revision, Date day);

/// The digest that the revision has with these bytes as its text.
std::string digest_with(const Revision& revision, const std::string& bytes);

/// A path in the document's folder.
std::string file_of(const Document& document, std::string_view name);

/// The bytes of a source file, or nothing.
std::string bytes_of(const Desk& desk, std::string_view path);

}  // namespace handbok
