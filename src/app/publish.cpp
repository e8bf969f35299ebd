#include "app/publish.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "app/build.hpp"
#include "app/build_report.hpp"
#include "app/make_edition.hpp"
#include "app/read_handbook.hpp"
#include "app/site_facts.hpp"
#include "base/file_tree.hpp"
#include "base/limits.hpp"
#include "base/sha256.hpp"
#include "check/check.hpp"
#include "diag/code_names.hpp"
#include "io/file.hpp"
#include "load/document_folder.hpp"
#include "publish/layout.hpp"
#include "publish/publication_report.hpp"
#include "publish/publish_release.hpp"
#include "publish/publish_rules.hpp"
#include "render/addresses.hpp"

namespace handbok {
namespace {

// No path, number or digest holds a line end, so no two inputs give one text.
void add_tree(std::string& text, std::string_view name, const FileTree& tree) {
  text.append(name).append("\n");
  for (const auto& [path, bytes] : tree.files())
    text.append(sha256_hex(bytes)).append(" ").append(path).append("\n");
  for (const auto& unread : tree.unread()) {
    text.append("unread ").append(std::to_string(static_cast<int>(unread.reason))).append(" ");
    text.append(std::to_string(unread.size)).append(" ").append(unread.path).append("\n");
  }
}

/// The digest of everything that a site is a function of (design 2.1): sources, theme, options and
/// the version of the program. Equal digests mean equal sites.
std::string input_digest(const FileTree& sources, const FileTree& theme,
                         const BuildOptions& options) {
  std::string text = "handbok-input-v1\n";
  text.append(HANDBOK_VERSION).append("\n");
  text.append(options.as_of.to_string()).append("\n");
  text.append(options.base_url).append("\n");
  text.append(options.strictness == Strictness::stop ? "strict\n" : "withhold\n");
  if (!options.profile.empty()) text.append("profile ").append(options.profile).append("\n");
  add_tree(text, "sources", sources);
  add_tree(text, "theme", theme);
  return digest_name(text);
}

constexpr Moment day_seconds = 86'400;

std::size_t bytes_of(const FileTree& files) {
  std::size_t bytes = 0;
  for (const auto& [path, content] : files.files())
    bytes += content.size();
  return bytes;
}

int count_of(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return static_cast<int>(std::ranges::count_if(
      diagnostics, [&](const Diagnostic& d) { return d.severity == severity && !d.suppressed; }));
}

}  // namespace

std::uint64_t bytes_to_publish(std::size_t release_bytes) {
  constexpr std::uint64_t reserve = 64 * mebibyte;
  return 2 * std::uint64_t{release_bytes} + reserve;
}

namespace {

/// One run of `publish`, step by step.
class Publication {
public:
  Publication(const PublishRequest& request, Disk& disk) : request_(request), disk_(disk) {}

  PublishResult run() {
    auto opened = open_target(disk_, request_.now);
    if (auto* const fault = std::get_if<TargetFault>(&opened)) return fail(*fault);
    target_ = std::get<Target>(std::move(opened));
    if (is_of_other_profile()) return end(PublishOutcome::other_profile);
    const auto* const last_entry = ledger().is_empty() ? nullptr : &ledger().entries().back();
    if (last_entry != nullptr && request_.now + day_seconds < last_entry->time)
      return end_in_vain(PublishOutcome::clock_behind);
    time_ = last_entry == nullptr ? request_.now : std::max(request_.now, last_entry->time + 1);
    input_ = input_digest(request_.sources, request_.theme, request_.options);
    if (has_same_input() && has_no_fault() && is_served_whole())
      return add_heartbeat(ledger().last_checked()->state);
    if (!has_space()) return end_in_vain(PublishOutcome::no_space);
    return build_and_publish();
  }

private:
  Ledger& ledger() { return target_.ledger; }
  const ReleaseManifest* last() const { return target_.last_or_null(); }
  int next_release() { return static_cast<int>(ledger().entries().size()) + 1; }

  std::string profile() const {
    const auto& profile = request_.options.profile;
    return profile.empty() ? std::string(default_profile) : profile;
  }

  /// A site for others than the folder's readers would open or close texts for them by mistake.
  bool is_of_other_profile() {
    result_.profile = ledger().profile();
    return !result_.profile.empty() && result_.profile != profile() && !request_.changes_profile;
  }

  PublishResult end(PublishOutcome outcome) {
    result_.outcome = outcome;
    if (const auto* const served = ledger().last_published()) result_.release = served->release;
    result_.head = ledger().head();
    result_.entries = static_cast<int>(ledger().entries().size());
    if (const auto* const checked = ledger().last_checked()) result_.checked = checked->time;
    return std::move(result_);
  }

  /// Ends without an entry of the ledger; monitors are told that it was tried.
  PublishResult end_in_vain(PublishOutcome outcome) {
    write_build_status(disk_, ledger(), FailedAttempt{request_.now, std::string(name_of(outcome))});
    return end(outcome);
  }

  PublishResult fail(TargetFault fault) {
    result_.fault = std::move(fault);
    return end(PublishOutcome::target_fault);
  }

  bool has_same_input() {
    const auto* const checked = ledger().last_checked();
    return checked != nullptr && checked->state.input == input_;
  }

  /// What was withheld or wrong is said each time, with its reason: then all is built again.
  bool has_no_fault() {
    const auto& state = ledger().last_checked()->state;
    return state.errors == 0 && state.withheld.empty();
  }

  /// Reads back what readers get, because a heartbeat says that the site is whole.
  bool is_served_whole() {
    if (last() == nullptr) return false;
    ReleaseCheck check(disk_, times_of(ledger()));
    return check.faults_of_release(layout::release(last()->release), *last()).empty() &&
           check.faults_of_files("", last()->assets).empty();
  }

  PublishResult add_heartbeat(CheckedState state) {
    state.profile = profile();
    add_origin(state);
    record_heartbeat(disk_, ledger(), time_, state);
    result_.state = std::move(state);
    return end(PublishOutcome::unchanged);
  }

  bool has_space() {
    result_.bytes_needed =
        bytes_to_publish(last() == nullptr ? bytes_of(request_.sources) : last()->site_bytes());
    return disk_.free_bytes() >= result_.bytes_needed;
  }

  PublishResult build_and_publish() {
    const auto times = times_of(ledger(), next_release(), time_);
    ReleaseCheck check(disk_, times);
    ReleaseWriter writer(disk_, check, last(), next_release(), times);
    writer.manifest().as_of = request_.options.as_of;
    build_into(writer);
    if (result_.report.outcome == BuildOutcome::stopped) {
      result_.state = state();
      return end_in_vain(PublishOutcome::stopped);
    }
    if (auto fault = writer.add_what_stands()) return fail(*std::move(fault));
    add_revisions(writer.manifest());
    compare(writer.manifest());
    add_diagnostics(found_);
    if (last() != nullptr) add_diagnostics(closed_addresses(*last(), writer.manifest()));
    result_.counts = writer.counts();
    result_.state = state();
    if (!found_.empty()) return end_in_vain(PublishOutcome::stopped);
    if (last() != nullptr && is_same_site(*last(), writer.manifest()) && is_served_whole())
      return add_heartbeat(result_.state);
    return write_and_switch(writer);
  }

  /// The pieces that `build` is made of; here the ledger is asked too before there is an edition.
  void build_into(ReleaseWriter& writer) {
    Stopwatch watch;
    Diagnostics found;
    const Handbook handbook = read_handbook(request_.sources, request_.isolate, found);
    watch.end_phase("read");
    const DayView whole(handbook, request_.options.as_of);
    run_checks(whole, Backlinks(whole), found, request_.isolate.jobs(), &request_.options.law);
    watch.end_phase("check");
    const Theme theme = read_site_theme(request_.theme, handbook, found);
    const auto shown = find_profile(handbook.settings, request_.options.profile);
    if (!shown || found.stops_build()) {
      result_.report = stopped_report(found.sorted(), watch.phases());
      return;
    }
    const auto selection = select_profile(whole, *shown);
    ask_ledger(selection, found);
    auto options = request_.options;
    options.published = published_addresses();
    options.published_file = [this](const std::string& path) { return published_file(path); };
    options.earlier_page = [this](const std::string& path) { return earlier_page(path); };
    const PressInput press{request_.sources, theme, options, request_.isolate};
    const Edition edition = make_edition(selection, found.sorted(), press);
    if (is_stopped(edition, options.strictness)) {
      result_.report = stopped_report(edition.diagnostics, watch.phases());
      return;
    }
    learn_facts(edition, whole);
    writer.keep(kept_, lost_.closed);
    result_.report = render_edition(edition, press, [&](const SiteFile& file) {
      if (auto unapproved = unapproved_text(file.path.text(), file.bytes, facts_))
        found_.push_back(*std::move(unapproved));
      if (auto hidden = hidden_text(file.path.text(), file.bytes, facts_))
        found_.push_back(*std::move(hidden));
      writer.add(file);
    });
    watch.end_phase("render");
    result_.report.phases = watch.phases();
  }

  /// What was published before, and what was signed on the ledger, withholds revisions too.
  void ask_ledger(const ProfileSelection& selection, Diagnostics& found) {
    const DayView view(selection.handbook(), request_.options.as_of);
    const auto facts = site_facts(view, costs_of(found.sorted()).withheld);
    for (auto& diagnostic : rewritten_revisions(last(), facts))
      found.report(std::move(diagnostic));
    if (!is_signed_on_this_ledger()) return;
    for (auto& diagnostic : contradicted_signatures(view, ledger(), last()))
      found.report(std::move(diagnostic));
  }

  void learn_facts(const Edition& edition, const DayView& whole) {
    const auto withheld = edition.withheld.keys();
    facts_ = site_facts(edition.view, {withheld.begin(), withheld.end()});
    withhold_unread();
    facts_.unapproved = unapproved_texts(edition.view, request_.sources);
    facts_.hidden = hidden_texts(edition.view, whole, request_.sources, request_.theme);
    lost_ = edition.lost;
    kept_.assign(lost_.standing.begin(), lost_.standing.end());
    for (const auto& revision : facts_.withheld)
      kept_.insert(kept_.end(), revision.kept.begin(), revision.kept.end());
  }

  /// What was published of a document of which something cannot be read stands as it was.
  void withhold_unread() {
    if (last() == nullptr) return;
    for (const auto& unread : request_.sources.unread()) {
      const auto document = document_of_path(unread.path);
      if (!document) continue;
      for (const auto& [name, revision] : last()->revisions) {
        const auto at = name.find('@');
        if (name.substr(0, at) != *document || facts_.revisions.contains(name)) continue;
        const int number = std::atoi(name.c_str() + at + 1);
        const auto folder = revision.address.substr(0, revision.address.rfind('/') + 1);
        facts_.withheld.push_back({{*document, number}, {folder, address::papers(*document)}});
      }
    }
  }

  /// The addresses that readers of this profile's site know; those among them that the new site
  /// lacks are closed. None if the folder held another profile's site. A folder that does not say
  /// whose site it held counts as this profile's only if the request changes its profile: closing
  /// everything there would most likely be a mistake.
  std::set<std::string, std::less<>> published_addresses() {
    std::set<std::string, std::less<>> addresses;
    const auto owner = ledger().profile();
    const bool is_own = owner == profile() || (owner.empty() && request_.changes_profile);
    if (last() == nullptr || !is_own) return addresses;
    for (const auto& [path, file] : last()->files)
      addresses.insert(path);
    addresses.insert(last()->closed.begin(), last()->closed.end());
    return addresses;
  }

  std::optional<std::string> published_file(const std::string& path) {
    if (last() == nullptr || !last()->files.contains(path)) return std::nullopt;
    return disk_.read(layout::release(last()->release) + "/" + path);
  }

  /// A damaged release is no reason to publish nothing.
  std::optional<std::string> earlier_page(const std::string& path) {
    try {
      return published_file(path);
    } catch (const IoError&) {
      return std::nullopt;
    }
  }

  bool is_kept(const std::string& path) const {
    return std::ranges::any_of(kept_,
                               [&](const std::string& prefix) { return path.starts_with(prefix); });
  }

  /// Approvers sign on the ledger of the whole handbook's site, not on those of other profiles.
  bool is_signed_on_this_ledger() const { return profile() == default_profile; }

  void add_diagnostics(const std::vector<Diagnostic>& more) {
    Diagnostics all;
    for (const auto& diagnostic : result_.report.diagnostics)
      all.report(diagnostic);
    for (const auto& diagnostic : more)
      all.report(diagnostic);
    result_.report.diagnostics = all.sorted();
  }

  /// The revisions that the release shows: those of the handbook, and withheld ones as they were.
  /// What is closed keeps its place too: it was published here, with that digest.
  void add_revisions(ReleaseManifest& manifest) const {
    for (const auto& [key, revision] : facts_.revisions) {
      manifest.revisions[key] = {revision.digest, revision.address};
      if (!revision.signed_steps.empty()) manifest.signed_steps[key] = revision.signed_steps;
    }
    for (const auto& withheld : facts_.withheld) {
      const auto key = to_text(withheld.key);
      manifest.revisions.erase(key);
      manifest.signed_steps.erase(key);
      add_as_it_was(key, manifest);
    }
    if (last() == nullptr) return;
    for (const auto& [key, revision] : last()->revisions) {
      const bool has_place =
          manifest.closed.contains(revision.address) || lost_.standing.contains(revision.address);
      if (has_place && !manifest.revisions.contains(key)) add_as_it_was(key, manifest);
    }
  }

  /// A revision as the last release has it, if it does.
  void add_as_it_was(const std::string& key, ReleaseManifest& manifest) const {
    if (last() == nullptr || !last()->revisions.contains(key)) return;
    manifest.revisions[key] = last()->revisions.at(key);
    const auto steps = last()->signed_steps.find(key);
    if (steps != last()->signed_steps.end()) manifest.signed_steps[key] = steps->second;
  }

  void compare(const ReleaseManifest& manifest) {
    const auto add = [&](std::vector<Diagnostic> diagnostics) {
      std::ranges::move(diagnostics, std::back_inserter(found_));
    };
    add(altered_originals(manifest, facts_));
    if (last() == nullptr) return;
    add(missing_revisions(*last(), manifest));
    add(missing_addresses(*last(), manifest));
  }

  /// A fetch that brought another commit, as after a forced push, says nothing of these sources.
  void add_origin(CheckedState& state) {
    const auto& origin = request_.origin;
    const auto* const checked = ledger().last_checked();
    const bool was_here = checked != nullptr && checked->state.commit == origin.commit;
    state.fetched = was_here ? checked->state.fetched : 0;
    if (origin.fetched && origin.commit == origin.fetched_commit)
      state.fetched = std::clamp(*origin.fetched, Moment{1}, time_);
    state.commit = origin.commit;
  }

  CheckedState state() {
    CheckedState state;
    const auto& diagnostics = result_.report.diagnostics;
    state.as_of = request_.options.as_of;
    state.tool = HANDBOK_VERSION;
    if (!has_lost_work(diagnostics)) state.input = input_;
    state.documents = facts_.documents_in_force;
    state.errors = count_of(diagnostics, Severity::error);
    state.warnings = count_of(diagnostics, Severity::warning);
    state.notes = count_of(diagnostics, Severity::note);
    for (const auto& revision : result_.report.withheld)
      state.withheld.push_back(to_text(revision));
    state.profile = profile();
    add_origin(state);
    return state;
  }

  void write_reports(ReleaseWriter& writer, PublicationReport& report) {
    const auto known = known_diagnostics(result_.report.diagnostics, request_.language);
    const auto before = known_before();
    report.new_diagnostics = without(known, before);
    report.solved_diagnostics = without(before, known);
    report.remaining_diagnostics = without(known, report.new_diagnostics);
    const auto path = [&](std::string_view ending) {
      return layout::report(report.release, ending);
    };
    writer.add_report(path("html"), report_html(report, request_.language));
    writer.add_report(path("json"), report_json(report));
    writer.add_report(path("tsv"), write_known_diagnostics(known));
    writer.add_report(path("txt"), report_text(report, request_.language));
  }

  /// What was known when the last release was published; nothing if that cannot be trusted.
  std::vector<KnownDiagnostic> known_before() {
    if (last() == nullptr) return {};
    const auto path = layout::report(last()->release, "tsv");
    const auto file = last()->reports.find(path);
    ReleaseCheck check(disk_, times_of(ledger()));
    if (file == last()->reports.end() || !check.is_intact(path, file->second)) return {};
    return parse_known_diagnostics(disk_.read(path));
  }

  PublishResult write_and_switch(ReleaseWriter& writer) {
    PublicationReport report;
    report.release = writer.manifest().release;
    report.time = time_;
    report.previous_release = last() == nullptr ? 0 : last()->release;
    report.state = result_.state;
    tell_changes(last(), writer.manifest(), facts_, report);
    report.kept_pages = kept_pages(writer.manifest());
    write_reports(writer, report);
    if (auto fault = writer.complete()) return fail(*std::move(fault));
    LedgerEntry prepare;
    prepare.type = EntryType::prepare;
    prepare.time = time_;
    prepare.release = report.release;
    prepare.manifest = writer.manifest_digest();
    prepare.state = result_.state;
    for (const auto& revision : report.new_revisions)
      prepare.revisions.push_back(to_text(revision.key));
    publish_release(disk_, ledger(), std::move(prepare));
    return end(PublishOutcome::published);
  }

  std::vector<std::string> kept_pages(const ReleaseManifest& manifest) const {
    std::vector<std::string> pages;
    for (const auto& entry : manifest.files) {
      const auto& path = entry.first;
      const bool stands = is_kept(path) && !manifest.closed.contains(path);
      if (stands && entry.second.since != manifest.release) pages.push_back(path);
    }
    return pages;
  }

  const PublishRequest& request_;
  Disk& disk_;
  Target target_;
  Moment time_ = 0;
  std::string input_;
  SiteFacts facts_;
  LostAddresses lost_;
  std::vector<std::string> kept_;  ///< beginnings of the addresses that stand as they are
  std::vector<Diagnostic> found_;  ///< what stops the publication
  PublishResult result_;
};

}  // namespace

std::string_view name_of(PublishOutcome outcome) {
  switch (outcome) {
    case PublishOutcome::published: return "published";
    case PublishOutcome::unchanged: return "unchanged";
    case PublishOutcome::stopped: return "stopped";
    case PublishOutcome::target_fault: return "target_fault";
    case PublishOutcome::clock_behind: return "clock_behind";
    case PublishOutcome::no_space: return "no_space";
    case PublishOutcome::other_profile: return "other_profile";
  }
  return {};
}

PublishResult publish(const PublishRequest& request, Disk& disk) {
  return Publication(request, disk).run();
}

}  // namespace handbok
