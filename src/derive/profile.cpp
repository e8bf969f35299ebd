#include "derive/profile.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.hpp"
#include "base/whole_word.hpp"
#include "derive/row_references.hpp"

namespace handbok {
namespace {

using Ids = std::set<std::string, std::less<>>;

bool shows(const Profile& profile, const Revision& revision) {
  return std::ranges::find(profile.shows, revision.audience_scope) != profile.shows.end();
}

/// The revision whose scope is the document's: the one that readers see, or else the newest.
const Revision* deciding_revision(const DocumentDay& day) {
  if (day.shown != nullptr) return day.shown;
  if (day.upcoming != nullptr) return day.upcoming;
  return day.document->revisions.empty() ? nullptr : &day.document->revisions.back();
}

/// Of "RUT-100@2", "RUT-100#mal" and "rut-100" alike: however badly a row names a document that is
/// hidden, it is about it.
std::string plain_id(std::string_view reference) {
  std::string id(reference.substr(0, reference.find_first_of("@#")));
  std::ranges::transform(id, id.begin(), ascii_lower);
  return id;
}

/// Forgets some documents, wherever a handbook names them.
class Forgetting {
public:
  Forgetting(Handbook& handbook, Ids hidden) : handbook_(handbook), hidden_(std::move(hidden)) {
    for (const auto& id : hidden_)
      plain_.insert(plain_id(id));
  }

  /// The ids of the rows that were about them.
  Ids run() {
    const auto references = register_references(handbook_);
    for (const auto& reference : references) {
      const bool goes = is_hidden(*reference.id) && !reference.key->is_forgotten;
      if (goes && !reference.row.id().empty()) rows_.insert(reference.row.id());
    }
    follow(references);
    drop_rows();
    std::erase_if(handbook_.suppressions,
                  [&](const Suppression& row) { return names_hidden(row.subject); });
    std::erase_if(handbook_.redirects, [&](const Redirect& row) {
      return names_hidden(row.from) || names_hidden(row.to);
    });
    forget_in_rows();
    for (auto& document : handbook_.documents) {
      for (auto& revision : document.revisions)
        forget_in(revision);
      for (auto& review : document.reviews)
        if (names_hidden(review.note)) review.note.clear();
      if (document.repeal) forget_in(shape_of<Repeal>(), &*document.repeal);
    }
    return std::move(rows_);
  }

private:
  bool is_hidden(const std::string& reference) const {
    return plain_.contains(plain_id(reference));
  }

  bool names_hidden(std::string_view text) const { return has_any_whole(text, hidden_); }

  /// Rows that must name one that goes, go with it.
  void follow(const std::vector<RegisterReference>& references) {
    std::multimap<std::string_view, std::string> named_by;
    for (const auto& reference : references) {
      const bool must_name = !reference.key->in_file.empty() && !reference.key->is_forgotten;
      if (must_name) named_by.emplace(*reference.id, reference.row.id());
    }
    std::vector<std::string> gone(rows_.begin(), rows_.end());
    while (!gone.empty()) {
      const auto id = std::move(gone.back());
      gone.pop_back();
      const auto [first, last] = named_by.equal_range(id);
      for (auto it = first; it != last; ++it) {
        if (rows_.insert(it->second).second) gone.push_back(it->second);
      }
    }
  }

  void drop_rows() {
    for (const auto* const about : registers_of(handbook_))
      erase_rows(handbook_, *about,
                 [&](const RegisterRow& row) { return rows_.contains(row.id()); });
  }

  /// Takes them out of the keys that do without.
  void forget_in_rows() {
    const auto goes = [&](const std::string& id) { return is_hidden(id) || rows_.contains(id); };
    for_each_row(handbook_, [&](const RegisterRow& row) {
      forget_references(row.shape(), const_cast<void*>(row.row), goes);
    });
    forget_references(shape_of<Handbook>(), &handbook_, goes);
  }

  void forget_in(const Shape& shape, void* row) const {
    forget_references(shape, row, [&](const std::string& id) { return is_hidden(id); });
  }

  void forget_in(Revision& revision) const {
    forget_in(shape_of<Revision>(), &revision);
    std::erase_if(revision.revises_because, [&](const std::string& reason) {
      return rows_.contains(reason) || names_hidden(reason);
    });
  }

  Handbook& handbook_;
  Ids hidden_;
  Ids plain_;  ///< the same as plain_id has them
  Ids rows_;
};

/// What somebody outside is not told: how the work is planned, followed up and judged.
void empty_registers(Handbook& handbook) {
  for (const auto* const about : registers_of(handbook)) {
    if (about->is_internal)
      erase_rows(handbook, *about, [](const RegisterRow& /*row*/) { return true; });
  }
  for (auto& document : handbook.documents) {
    for (auto& review : document.reviews)
      review.note.clear();
  }
}

bool has_registers(const Profile& profile) {
  return profile.pages.empty() || std::ranges::find(profile.pages, "table") != profile.pages.end();
}

}  // namespace

std::optional<Profile> find_profile(const Settings& settings, std::string_view name) {
  const auto wanted = name.empty() ? default_profile : name;
  const auto found = std::ranges::find(settings.profiles, wanted, &Profile::id);
  if (found != settings.profiles.end()) return *found;
  if (wanted == default_profile) {
    return Profile{
        std::string(default_profile), {AudienceScope::internal, AudienceScope::external}, {}};
  }
  if (wanted != "external") return std::nullopt;
  return Profile{"external",
                 {AudienceScope::external},
                 {"document", "revision", "history", "compare", "card", "paper", "start", "news",
                  "archive", "about", "accessibility", "terms", "not_found", "document_list",
                  "process_map", "search", "redirect"}};
}

ProfileSelection select_profile(const DayView& whole, const Profile& profile) {
  ProfileSelection selection{&whole, {}, {}, {}, has_registers(profile), profile.pages};
  Ids hidden;
  bool hides_revision = false;
  for (const auto& day : whole.documents()) {
    const auto* const deciding = deciding_revision(day);
    if (deciding == nullptr || !shows(profile, *deciding)) {
      selection.hidden_by.push_back(deciding == nullptr ? RevisionKey{day.document->id, 0}
                                                        : deciding->key());
      hidden.insert(day.document->id);
      continue;
    }
    for (const auto& revision : day.document->revisions)
      hides_revision = hides_revision || !shows(profile, revision);
  }
  if (hidden.empty() && !hides_revision && selection.has_registers) return selection;
  auto& handbook = selection.cut.emplace(whole.handbook());
  std::erase_if(handbook.documents,
                [&](const Document& document) { return hidden.contains(document.id); });
  for (auto& document : handbook.documents) {
    std::erase_if(document.revisions,
                  [&](const Revision& revision) { return !shows(profile, revision); });
  }
  selection.rows = Forgetting(handbook, std::move(hidden)).run();
  if (!selection.has_registers) empty_registers(handbook);
  return selection;
}

}  // namespace handbok
