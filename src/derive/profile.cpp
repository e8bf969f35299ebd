#include "derive/profile.hpp"

#include <algorithm>
#include <set>

#include "base/whole_word.hpp"
#include "derive/register_references.hpp"

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

/// Forgets some documents, wherever a handbook names them.
class Forgetting {
public:
  Forgetting(Handbook& handbook, Ids hidden) : handbook_(handbook), hidden_(std::move(hidden)) {}

  /// The ids of the rows that were about them.
  Ids run() {
    for (const auto& reference : register_references(handbook_)) {
      if (hidden_.contains(*reference.id)) rows_.insert(*reference.subject);
    }
    drop_rows();
    std::erase_if(handbook_.suppressions,
                  [&](const Suppression& row) { return names_hidden(row.subject); });
    std::erase_if(handbook_.redirects, [&](const Redirect& row) {
      return names_hidden(row.from) || names_hidden(row.to);
    });
    for (auto& requirement : handbook_.requirements)
      forget(requirement.evidence);
    for (auto& point : handbook_.collaboration_points) {
      forget(point.routine);
      forget(point.agreement);
    }
    forget_in_settings();
    for (auto& document : handbook_.documents) {
      for (auto& revision : document.revisions)
        forget_in(revision);
      if (document.repeal) {
        forget(document.repeal->replaced_by);
        forget(document.repeal->accepted);
      }
    }
    return std::move(rows_);
  }

private:
  void forget(DocumentId& id) const {
    if (hidden_.contains(id)) id.clear();
  }
  void forget(std::vector<std::string>& ids) const {
    std::erase_if(ids, [&](const std::string& id) { return hidden_.contains(id); });
  }

  bool names_hidden(std::string_view text) const {
    return std::ranges::any_of(hidden_, [&](const std::string& id) { return has_whole(text, id); });
  }

  template <typename Row>
  void drop(std::vector<Row>& rows) const {
    std::erase_if(rows, [&](const Row& row) { return rows_.contains(row.id); });
  }

  void drop_rows() {
    auto& h = handbook_;
    drop(h.requirements);
    drop(h.waivers);
    drop(h.duties);
    drop(h.decisions);
    drop(h.reporting_duties);
    drop(h.services);
    drop(h.risks);
    drop(h.self_checks);
    drop(h.findings);
    drop(h.actions);
    drop(h.compilations);
    drop(h.goals);
    drop(h.forums);
    drop(h.calendar);
    drop(h.reviews);
    drop(h.plans);
    drop(h.control_items);
    drop(h.reports);
    drop(h.contract_reports);
    drop(h.methods);
    drop(h.information_sources);
    drop(h.evidence);
    drop(h.rollouts);
    drop(h.reporting_duties);
  }

  void forget_in_settings() {
    auto& settings = handbook_.settings;
    forget(settings.adopted_by);
    forget(settings.complaints);
    for (auto& content : settings.suggested_contents)
      forget(content.documents);
    for (auto& source : settings.complaint_sources)
      forget(source.covered_by);
  }

  void forget_in(Revision& revision) const {
    std::erase_if(revision.relations,
                  [&](const Relation& relation) { return hidden_.contains(relation.document); });
    std::erase_if(revision.revises_because,
                  [&](const std::string& reason) { return names_hidden(reason); });
    if (!revision.process) return;
    forget(revision.process->parent);
    for (auto& node : revision.process->nodes) {
      forget(node.routines);
      forget(node.document);
    }
  }

  Handbook& handbook_;
  Ids hidden_;
  Ids rows_;
};

/// What somebody outside is not told: how the work is planned, followed up and judged.
void empty_registers(Handbook& handbook) {
  handbook.requirements.clear();
  handbook.waivers.clear();
  handbook.duties.clear();
  handbook.decisions.clear();
  handbook.reporting_duties.clear();
  handbook.services.clear();
  handbook.risks.clear();
  handbook.self_checks.clear();
  handbook.findings.clear();
  handbook.actions.clear();
  handbook.compilations.clear();
  handbook.goals.clear();
  handbook.forums.clear();
  handbook.calendar.clear();
  handbook.reviews.clear();
  handbook.plans.clear();
  handbook.control_items.clear();
  handbook.reports.clear();
  handbook.contract_reports.clear();
  handbook.methods.clear();
  handbook.information_sources.clear();
  handbook.external_systems.clear();
  handbook.evidence.clear();
  handbook.rollouts.clear();
  handbook.reporting_duties.clear();
  handbook.collaboration_points.clear();
  handbook.suppressions.clear();
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
                 {"document", "revision", "history", "compare", "start", "news", "archive", "about",
                  "terms", "not_found", "document_list", "process_map", "search", "redirect"}};
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
