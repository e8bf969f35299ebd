#include "app/examine_target.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "app/letter_post.hpp"
#include "app/people_file.hpp"
#include "app/publish.hpp"
#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/strings.hpp"
#include "io/file.hpp"
#include "io/lock.hpp"
#include "io/place.hpp"
#include "io/read_tree.hpp"
#include "io/real_disk.hpp"
#include "io/run_program.hpp"
#include "publish/layout.hpp"
#include "publish/publish_release.hpp"
#include "publish/release_manifest.hpp"
#include "publish/target_fault.hpp"

namespace handbok {
namespace {

constexpr Moment hour_seconds = 3'600;
constexpr Moment day_seconds = 86'400;
constexpr Moment hours_between_runs = 26;  // a night and two hours, as monitors are told
constexpr std::uint64_t bytes_in_megabyte = 1'000'000;
constexpr std::string_view settings_folder = "/etc/handbok";

std::string whole_megabytes(std::uint64_t bytes) {
  return std::to_string(bytes / bytes_in_megabyte);
}

/// The name of the handbook whose settings name the folder as its target.
std::optional<std::string> name_of_handbook(const std::string& folder) {
  if (!is_folder(std::string(settings_folder))) return std::nullopt;
  const auto settings = read_tree(std::string(settings_folder), limits::register_bytes);
  for (const auto& [path, bytes] : settings.files()) {
    if (!path.ends_with(".conf")) continue;
    for (const auto line : split(bytes, '\n')) {
      constexpr std::string_view key = "HANDBOK_TARGET=";
      if (line.starts_with(key) &&
          real_folder(std::string(trim(line.substr(key.size())))) == real_folder(folder))
        return path.substr(0, path.rfind('.'));
    }
  }
  return std::nullopt;
}

class TargetExamination {
public:
  explicit TargetExamination(const TargetQuestion& question)
      : question_(question),
        folder_(question.folder),
        now_(question.now),
        today_(question.today) {}

  std::vector<TargetFinding> run() {
    if (!is_folder(folder_)) {
      find(TargetSign::folder_missing, {folder_});
      return std::move(findings_);
    }
    const auto verdict = judge_file_system(folder_);
    if (!verdict.is_fit) find(TargetSign::file_system_unfit, {verdict.name});
    place_ = facts_of_place(folder_);
    look_at_rights(folder_);
    if (!place_.foreign.empty()) find(TargetSign::foreign_file, {place_.foreign});
    const PublishLock lock(folder_, LockKind::shared);
    if (lock.is_held()) {
      look_at_ledger();
    } else {
      find(TargetSign::busy, {});
    }
    look_at_sources();
    look_at_people();
    look_at_letters();
    look_at_timers();
    return std::move(findings_);
  }

private:
  void find(TargetSign sign, std::vector<std::string> values) {
    findings_.push_back({sign, std::move(values)});
  }

  void find_fault(const TargetFault& fault) {
    find(TargetSign::ledger_fault, {folder_ + "/" + fault_text(fault, question_.language)});
  }

  void look_at_rights(const std::string& path) {
    const auto rights = rights_of(path);
    if (!rights.is_writable) find(TargetSign::not_writable, {path});
    if (rights.is_written_by_all) find(TargetSign::written_by_all, {path});
  }

  void look_at_ledger() {
    RealDisk disk(folder_);
    auto replayed = replay_ledger(disk);
    if (const auto* const fault = std::get_if<TargetFault>(&replayed)) return find_fault(*fault);
    const auto& ledger = std::get<Ledger>(replayed);
    const auto* const served = ledger.last_published();
    const auto shown = shown_release(disk);
    if (served == nullptr && !shown.empty())
      return find_fault({TargetFaultKind::ledger_entry_missing, std::string(layout::ledger)});
    if (served == nullptr) return find(TargetSign::nothing_published, {});
    if (const auto* const open = ledger.unfinished()) {
      find(TargetSign::unfinished, {layout::number_name(open->release)});
    } else if (shown != layout::release(served->release)) {
      find(TargetSign::not_shown, {folder_ + "/" + std::string(layout::current)});
    }
    look_at_last_run(ledger);
    look_at_served(disk, *served);
    if (now_ + day_seconds < ledger.entries().back().time)
      find(TargetSign::clock_behind, {to_text(ledger.entries().back().time)});
  }

  /// How the run that was tried last ended stands in the file that monitors read.
  void look_at_last_run(const Ledger& ledger) {
    const auto& checked = *ledger.last_checked();
    const auto when = to_text(checked.time);
    const auto hours = (now_ - checked.time) / hour_seconds;
    const auto status = read_file(folder_ + "/" + std::string(layout::build_status));
    const auto json = status ? parse_json(*status) : std::nullopt;
    const auto outcome = json ? std::string((*json)["last_outcome"].text()) : std::string{};
    const bool has_failed = outcome != "published" && outcome != "unchanged";
    const auto as_of = checked.state.as_of;
    if (has_failed)
      find(TargetSign::last_run_failed,
           {outcome.empty() ? "@no-status" : outcome,
            json ? std::string((*json)["last_attempt"].text()) : when});
    if (hours > hours_between_runs) {
      find(TargetSign::last_run_old, {std::to_string(hours), when});
    } else if (!has_failed) {
      find(TargetSign::last_run, {std::to_string(hours), when});
    }
    if (hours >= 0 && hours <= hours_between_runs && as_of != today_ &&
        as_of != today_.plus_days(-1))
      find(TargetSign::day_wrong, {as_of.to_string(), today_.to_string()});
  }

  void look_at_served(Disk& disk, const LedgerEntry& served) {
    const auto path = layout::manifest(served.release);
    if (!disk.status(path)) return find_fault({TargetFaultKind::manifest_missing, path});
    const auto manifest = parse_manifest(disk.read(path));
    if (!manifest) return find_fault({TargetFaultKind::manifest_malformed, path});
    look_at_files(disk, layout::release(served.release) + "/", manifest->files);
    look_at_files(disk, {}, manifest->assets);
    look_at_room(*manifest);
  }

  /// Whether readers get what they are served: bytes are for `verify`. The first fault is told.
  void look_at_files(Disk& disk, const std::string& folder, const ReleaseManifest::Files& files) {
    for (const auto& [name, file] : files) {
      const auto status = disk.status(folder + name);
      if (!status) return find_fault({TargetFaultKind::file_missing, folder + name});
      if (status->size != file.size)
        return find_fault({TargetFaultKind::file_changed, folder + name});
      if (status->mode != file_mode)
        return find_fault({TargetFaultKind::file_mode_changed, folder + name});
    }
  }

  /// A night may write every page anew, beside those that are there.
  void look_at_room(const ReleaseManifest& manifest) {
    const auto bytes = bytes_to_publish(manifest.site_bytes());
    const std::uint64_t inodes = 2 * (manifest.files.size() + manifest.assets.size());
    const bool has_inodes = !place_.counts_inodes || place_.free_inodes >= inodes;
    const bool has_room = has_inodes && place_.free_bytes >= bytes;
    find(has_room ? TargetSign::room : TargetSign::room_low,
         {whole_megabytes(place_.free_bytes), std::to_string(place_.free_inodes),
          whole_megabytes(bytes), std::to_string(inodes)});
  }

  /// git writes the file whenever it has fetched, also if nothing was new.
  void look_at_sources() {
    if (question_.sources.empty()) return;
    const auto origin = origin_of_sources(question_.sources);
    const auto hours = origin.fetched ? (now_ - *origin.fetched) / hour_seconds : 0;
    if (hours > hours_between_runs) find(TargetSign::sources_old, {std::to_string(hours)});
    if (!origin.fetched_commit.empty() && origin.fetched_commit != origin.commit)
      find(TargetSign::sources_other,
           {origin.commit.substr(0, 12), origin.fetched_commit.substr(0, 12)});
  }

  void look_at_people() {
    const auto& path = question_.people;
    if (path.empty()) return;
    const auto bytes = read_file(path);
    if (!bytes) return find(TargetSign::people_fault, {path, "@no-file"});
    std::vector<PeopleFault> faults;
    read_people(*bytes, faults);
    for (const auto& fault : faults)
      find(TargetSign::people_fault, {path + ":" + std::to_string(fault.line), fault.code});
    if (rights_of(path).is_read_by_all) find(TargetSign::people_open, {path});
    if (rights_of(path).is_written_by_all) find(TargetSign::written_by_all, {path});
  }

  void look_at_letters() {
    if (!question_.maildir.empty()) look_at_rights(question_.maildir);
    if (question_.letters.empty()) return;
    if (!is_folder(question_.letters)) return find(TargetSign::letters_none, {});
    look_at_rights(question_.letters);
    RealDisk disk(question_.letters);
    const LetterBook book(disk, today_);
    if (const auto day = book.not_come()) find(TargetSign::letters_ahead, {day->to_string()});
    const auto all_sent = book.all_sent();
    if (!all_sent) return find(TargetSign::letters_none, {});
    const auto hours = (now_ - *all_sent) / hour_seconds;
    find(hours > hours_between_runs ? TargetSign::letters_old : TargetSign::letters,
         {std::to_string(hours)});
  }

  void look_at_timers() {
    const auto systemctl = find_program("systemctl");
    const auto name = name_of_handbook(folder_);
    if (!systemctl || !is_folder("/run/systemd/system"))
      return find(TargetSign::timer_unknown, {"@no-systemd"});
    if (!name) return find(TargetSign::timer_unknown, {"@no-settings"});
    look_at_timer(*systemctl, "handbok-publish@" + *name + ".timer");
    if (!question_.letters.empty())
      look_at_timer(*systemctl, "handbok-letters@" + *name + ".timer");
  }

  void look_at_timer(const std::string& systemctl, const std::string& unit) {
    for (const auto* const question : {"is-enabled", "is-active"}) {
      ProgramRun run;
      run.program = systemctl;
      run.arguments = {question, unit};
      const auto answer = run_program(run);
      if (answer.end == ProgramEnd::exited && answer.status == 0) continue;
      return find(TargetSign::timer_off, {unit, std::string(trim(answer.output))});
    }
    find(TargetSign::timer_on, {unit});
  }

  const TargetQuestion& question_;
  const std::string& folder_;
  Moment now_;
  Date today_;
  PlaceFacts place_;
  std::vector<TargetFinding> findings_;
};

}  // namespace

bool is_fault(TargetSign sign) {
  constexpr auto well =
      std::to_array({TargetSign::busy, TargetSign::last_run, TargetSign::room,
                     TargetSign::timer_unknown, TargetSign::timer_on, TargetSign::letters});
  return std::ranges::find(well, sign) == well.end();
}

std::vector<TargetFinding> examine_target(const TargetQuestion& question) {
  return TargetExamination(question).run();
}

}  // namespace handbok
