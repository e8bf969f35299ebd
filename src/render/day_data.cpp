#include "render/day_data.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.hpp"
#include "base/value_table.hpp"
#include "derive/applied.hpp"
#include "derive/requirement_status.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/references.hpp"
#include "render/state_words.hpp"

namespace handbok {
namespace {

/// The address below the root of the site, or nothing if there is no such page.
std::string page_at(const std::string& address, const SiteContext& site) {
  return site.routes.has(address) ? address : std::string();
}

/// The days on which the text was looked at, the approval among them, rising.
Json::Array looked_at(const Document& document, const Revision& text, Date day) {
  std::vector<std::string> days;
  if (text.approved() != nullptr) days.push_back(text.approved()->on.to_string());
  for (const auto& review : document.reviews) {
    if (review.revision == text.number && review.on <= day) days.push_back(review.on.to_string());
  }
  return {days.begin(), days.end()};
}

/// The documents that the text is a local one of, or those of them that it replaces.
Json::Array changed_locally(const Revision& text, bool is_replaced) {
  Json::Array ids;
  for (const auto& relation : text.relations) {
    if (is_replaced ? is_whole_replacement(relation) : is_local(relation.kind))
      ids.emplace_back(relation.document);
  }
  return ids;
}

/// Gathers the value part by part. Texts and units are named by their places.
class DayData {
public:
  explicit DayData(const SiteContext& site) : site_(site), handbook_(site.handbook()) {
    for (const auto& unit : handbook_.units) {
      if (unit.kind == UnitKind::own) add_unit(unit);
    }
  }

  Json value() {
    Json::Array stretches;
    for (const auto& [stretch, units] : stretches_)
      stretches.emplace_back(Json::Array{std::get<0>(stretch), date_or_null(std::get<1>(stretch)),
                                         date_or_null(std::get<2>(stretch)), units});
    return Json::Object{{"day", site_.view().day().to_string()},
                        {"historyFrom", date_or_null(handbook_.settings.history_from)},
                        {"words", words()},
                        {"units", std::move(units_)},
                        {"texts", std::move(texts_)},
                        {"stretches", std::move(stretches)},
                        {"decisions", decisions()},
                        {"requirements", requirements()}};
  }

private:
  /// The text, or what is missing before it.
  using TextKey = std::tuple<const Revision*, int, int>;
  using Stretch = std::tuple<int, std::optional<Date>, std::optional<Date>>;

  void add_unit(const OrgUnit& unit) {
    const int place = static_cast<int>(places_.size());
    places_.emplace(&unit, place);
    units_.emplace_back(Json::Array{
        unit.id, unit.name, page_at(address::unit_dates(unit.id), site_),
        page_at(address::unit_standing(unit.id), site_), page_at(address::unit(unit.id), site_),
        date_or_null(unit.valid_from), date_or_null(unit.valid_to)});
    for (const auto& stretch : site_.index().applied.in(unit))
      stretches_[{text_place(stretch), stretch.from, stretch.until}].emplace_back(place);
  }

  int text_place(const AppliedStretch& stretch) {
    const auto& missing = stretch.missing;
    const TextKey key{stretch.text, missing ? missing->first : 0, missing ? missing->last : 0};
    const auto [known, is_new] = text_places_.try_emplace(key, static_cast<int>(texts_.size()));
    if (is_new) texts_.emplace_back(text(stretch));
    return known->second;
  }

  Json text(const AppliedStretch& stretch) const {
    const auto& revision = *stretch.text;
    const auto& document = *site_.view().find(revision.document);
    const bool is_told = site_.withheld.reason(revision.key()) == nullptr;
    const auto history = page_at(address::history(handbook_, revision.document), site_);
    Json::Object row{{"id", revision.document},
                     {"title", is_told ? revision.title : document_title(document, site_)},
                     {"history", history}};
    if (stretch.missing) {
      row.push_back({"unknown", missing_text(*stretch.missing, site_.words())});
      return row;
    }
    row.push_back({"number", revision.number});
    row.push_back({"href", page_at(address::revision(handbook_, revision.key()), site_)});
    if (const auto* const approved = revision.approved()) {
      row.push_back({"by", role_link(approved->role, {}, site_).text});
      row.push_back({"on", approved->on.to_string()});
    }
    row.push_back({"seen", looked_at(*document.document, revision, site_.view().day())});
    row.push_back({"local", changed_locally(revision, false)});
    row.push_back({"replaces", changed_locally(revision, true)});
    return row;
  }

  /// The rows of the matrix, each with its evidence and the units that it concerns today.
  Json requirements() const {
    Json::Array rows;
    for (const auto& placed : requirements_in_order(site_.view())) {
      const auto& requirement = *placed.requirement;
      Json::Array units;
      for (const auto& cell : site_.index().standings.of(requirement))
        units.emplace_back(places_.at(cell.unit));
      if (units.empty()) continue;
      const auto clause =
          clause_with_source(handbook_, requirement.source, requirement.clause, site_.words());
      rows.emplace_back(Json::Object{
          {"id", requirement.id},
          {"clause", requirement.source.empty() ? requirement.id : clause},
          {"title", requirement_title(handbook_, requirement)},
          {"evidence", Json::Array(requirement.evidence.begin(), requirement.evidence.end())},
          {"note", requirement.evidence_note},
          {"units", std::move(units)}});
    }
    return rows;
  }

  /// The documents that say who may decide what.
  Json decisions() const {
    Json::Array ids;
    for (const auto& decision : handbook_.decisions) {
      const bool is_known =
          handbook_.find_document(decision.ref) != nullptr &&
          std::ranges::none_of(ids, [&](const Json& id) { return id.text() == decision.ref; });
      if (is_known) ids.emplace_back(decision.ref);
    }
    return ids;
  }

  Json words() const {
    const auto& words = site_.words();
    return Json::Object{{"unit", words[Word::days_unit]},
                        {"day", words[Word::date_day]},
                        {"choose", words[Word::days_choose]},
                        {"document", words[Word::date_document]},
                        {"since", words[Word::days_since]},
                        {"by", words[Word::days_by]},
                        {"seen", words[Word::days_seen]},
                        {"changes", words[Word::days_changes]},
                        {"history", words[Word::history_heading]},
                        {"local", words[Word::days_local]},
                        {"replaces", words[Word::days_replaces]},
                        {"applied", words[Word::days_applied]},
                        {"unknown", words[Word::missing_heading]},
                        {"none", words[Word::days_none]},
                        {"noUnit", words[Word::days_no_unit]},
                        {"noneConcerns", words[Word::days_none_concerns]},
                        {"later", words[Word::days_later]},
                        {"uncovered", words[Word::days_uncovered]},
                        {"asToday", words[Word::days_as_today]},
                        {"old", words[Word::days_old]},
                        {"revision", words[Word::finding_revision]},
                        {"prove", words[Word::days_prove]},
                        {"folder", words[Word::asked_a_folder]},
                        {"before", words[Word::days_before]},
                        {"notKnown", words[Word::missing_state]},
                        {"missing", words[Word::standing_missing]},
                        {"partly", words[Word::missing_from]},
                        {"standing", words[Word::standing_what]}};
  }

  const SiteContext& site_;
  const Handbook& handbook_;
  Json::Array units_;
  Json::Array texts_;
  std::map<const OrgUnit*, int> places_;
  std::map<TextKey, int> text_places_;
  std::map<Stretch, Json::Array> stretches_;
};

}  // namespace

SiteFile day_data(const SiteContext& site) {
  // Nothing in it looks like a tag, wherever somebody puts it.
  const auto data = replaced(to_text(DayData(site).value()), "<", "\\u003c");
  return {std::string(address::day_data), "handbokDays(" + data + ");\n"};
}

}  // namespace handbok
