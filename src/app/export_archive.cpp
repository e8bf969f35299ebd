#include "app/export_archive.hpp"

#include <algorithm>

#include "app/archive_words.hpp"
#include "app/new_folder.hpp"
#include "base/csv.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "derive/day_view.hpp"
#include "derive/profile.hpp"
#include "load/load.hpp"

namespace handbok {
namespace {

/// A revision that was in force in the year.
struct Holding {
  const Document* document = nullptr;
  const Revision* revision = nullptr;
  Interval validity;
};

std::vector<Holding> holdings_of(const DayView& view, Date first_day) {
  std::vector<Holding> holdings;
  for (const auto& document : view.documents()) {
    for (std::size_t i = 0; i < document.revisions.size(); ++i) {
      const auto& revision = document.document->revisions[i];
      const auto& validity = document.revisions[i].validity;
      if (!validity || validity->is_empty() || validity->from > view.day()) continue;
      if (validity->to && *validity->to <= first_day) continue;
      // A text that was changed after its approval is no record of what was decided.
      const auto* const approved = revision.approved();
      if (approved == nullptr || approved->digest != revision.digest) continue;
      holdings.push_back({document.document, &revision, *validity});
    }
  }
  return holdings;
}

std::string last_day_of(const Interval& validity) {
  return validity.to ? validity.to->plus_days(-1).to_string() : std::string{};
}

CsvRow row_of(const Holding& holding) {
  const auto& revision = *holding.revision;
  const auto& approved = *revision.approved();
  return {revision.document,
          std::to_string(revision.number),
          revision.title,
          revision.type,
          revision.unit,
          revision.owner,
          holding.validity.from.to_string(),
          last_day_of(holding.validity),
          approved.role,
          approved.on.to_string(),
          approved.ref,
          revision.registry_number,
          revision.digest};
}

/// The list for programs: names of the members are the same in every language.
std::string json_list_of(const std::vector<Holding>& holdings, int year) {
  static const std::vector<std::string> names{
      "id",       "revision",        "title",       "type",        "unit",
      "owner",    "valid_from",      "valid_until", "approved_by", "approved_on",
      "decision", "registry_number", "digest"};
  Json::Array rows;
  for (const auto& holding : holdings) {
    const auto values = row_of(holding);
    Json::Object row;
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto value = values[i].empty() ? Json() : Json(values[i]);
      if (names[i] == "revision") value = Json(holding.revision->number);
      row.push_back({names[i], std::move(value)});
    }
    rows.emplace_back(std::move(row));
  }
  const Json::Object list{{"year", year}, {"revisions", std::move(rows)}};
  return to_text(Json(list), JsonLayout::indented) + "\n";
}

class ArchiveMaker {
public:
  explicit ArchiveMaker(const ArchiveRequest& request)
      : request_(request),
        words_(archive_words(request.language)) {}

  Archive make() {
    const auto first_day = Date::from_ymd(request_.year, 1, 1).value_or(Date{});
    const auto year_end = Date::from_ymd(request_.year, 12, 31).value_or(Date{});
    const auto last_day = std::min(year_end, request_.today);
    BuildOptions options;
    options.as_of = last_day;
    archive_.report =
        build(request_.sources, request_.theme, options, request_.isolate,
              [&](SiteFile file) { put(words_.site, file.path.text(), std::move(file.bytes)); });
    if (archive_.report.outcome == BuildOutcome::stopped) return std::move(archive_);
    add_records(last_day, first_day);
    archive_.files.put("SHA256SUMS", checksum_list(archive_.files));
    return std::move(archive_);
  }

private:
  void put(std::string_view folder, std::string_view path, std::string bytes) {
    archive_.files.put(std::string(folder).append("/").append(path), std::move(bytes));
  }

  /// Of what the site shows: the archive is for its readers.
  void add_records(Date last_day, Date first_day) {
    Diagnostics ignored;  // the build has told
    const Handbook whole = load(request_.sources, ignored);
    const DayView whole_view(whole, last_day);
    const auto profile = find_profile(whole.settings, default_profile);
    const auto selection = select_profile(whole_view, profile.value_or(Profile{}));
    const DayView view(selection.handbook(), last_day);
    const auto holdings = holdings_of(view, first_day);
    archive_.revisions = holdings.size();
    std::vector<CsvRow> rows{words_.columns};
    for (const auto& holding : holdings) {
      rows.push_back(row_of(holding));
      add_files(holding);
    }
    add_registers();
    const std::string list(words_.list_name);
    archive_.files.put(list + ".csv", write_csv(rows));
    archive_.files.put(list + ".json", json_list_of(holdings, request_.year));
    archive_.files.put(
        std::string(words_.readme_name),
        fill_slots(words_.readme, {view.handbook().settings.title, std::to_string(request_.year),
                                   view.day().to_string(), std::to_string(holdings.size())}));
  }

  void add_source(const Document& document, const std::string& name) {
    const auto* const bytes = request_.sources.find(document.folder + "/" + name);
    if (bytes != nullptr) put(words_.documents, document.id + "/" + name, *bytes);
  }

  void add_files(const Holding& holding) {
    const auto& document = *holding.document;
    const auto number = std::to_string(holding.revision->number);
    add_source(document, number + ".md");
    add_source(document, number + ".approval.toml");
    for (const auto& attachment : holding.revision->attachments)
      add_source(document, attachment.path);
    add_source(document, "reviews.toml");
    add_source(document, "earlier.toml");
    add_source(document, "repeal.toml");
  }

  void add_registers() {
    constexpr std::string_view registers = "registers/";
    for (const auto& [path, bytes] : request_.sources.files()) {
      if (path.starts_with(registers)) {
        put(words_.sources, path.substr(registers.size()), bytes);
      } else if (path == "handbook.toml") {
        put(words_.sources, path, bytes);
      }
    }
  }

  const ArchiveRequest& request_;
  ArchiveWords words_;
  Archive archive_;
};

}  // namespace

Archive make_archive(const ArchiveRequest& request) {
  return ArchiveMaker(request).make();
}

}  // namespace handbok
