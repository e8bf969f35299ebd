#include "publish/ledger.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/json.hpp"
#include "base/sha256.hpp"
#include "publish/layout.hpp"

namespace handbok {
namespace {

bool states_what_was_checked(const LedgerEntry& entry) {
  return entry.type == EntryType::prepare || entry.type == EntryType::heartbeat;
}

/// True if a file of that name could be an entry: "000042.toml".
bool is_entry_name(std::string_view name) {
  const auto stem = name.substr(0, name.find('.'));
  return name.ends_with(".toml") && stem.size() + 5 == name.size() && !stem.empty() &&
         std::ranges::all_of(stem, is_digit);
}

}  // namespace

std::string Ledger::head() const {
  const auto size = static_cast<int>(entries_.size());
  return std::to_string(size) + ":" + digest_of(size);
}

const std::string& Ledger::digest_of(int entry) const {
  static const std::string none = digest_name("");
  return entry == 0 ? none : digests_[static_cast<std::size_t>(entry) - 1];
}

const LedgerEntry* Ledger::find_release(int release) const {
  if (release < 1 || static_cast<std::size_t>(release) > entries_.size()) return nullptr;
  const auto& entry = entries_[static_cast<std::size_t>(release) - 1];
  return entry.type == EntryType::prepare ? &entry : nullptr;
}

const LedgerEntry* Ledger::last_published() const {
  const auto last = std::find_if(entries_.rbegin(), entries_.rend(), [](const LedgerEntry& entry) {
    return entry.type == EntryType::published;
  });
  return last == entries_.rend() ? nullptr : find_release(last->release);
}

const LedgerEntry* Ledger::unfinished() const {
  const bool is_open = !entries_.empty() && entries_.back().type == EntryType::prepare;
  return is_open ? &entries_.back() : nullptr;
}

const LedgerEntry* Ledger::last_checked() const {
  const auto* const published = last_published();
  if (published == nullptr) return nullptr;
  const auto last = std::find_if(entries_.rbegin(), entries_.rend(), [&](const LedgerEntry& entry) {
    return states_what_was_checked(entry) && entry.release == published->release;
  });
  return &*last;
}

std::string Ledger::profile() const {
  const auto took_effect = [&](const LedgerEntry& entry) {
    return states_what_was_checked(entry) &&
           std::ranges::any_of(entries_, [&](const LedgerEntry& other) {
             return other.type == EntryType::published && other.release == entry.release;
           });
  };
  const auto says = [&](const LedgerEntry& entry) {
    return !entry.state.profile.empty() && took_effect(entry);
  };
  const auto last = std::find_if(entries_.rbegin(), entries_.rend(), says);
  return last == entries_.rend() ? std::string{} : last->state.profile;
}

std::vector<const LedgerEntry*> Ledger::published() const {
  std::vector<const LedgerEntry*> releases;
  for (const auto& entry : entries_) {
    if (entry.type == EntryType::published) releases.push_back(find_release(entry.release));
  }
  return releases;
}

bool Ledger::may_follow(const LedgerEntry& entry) const {
  const auto* const open = unfinished();
  const auto* const published = last_published();
  switch (entry.type) {
    case EntryType::prepare:
      return open == nullptr && entry.release == entry.number;
    case EntryType::published:
    case EntryType::abandoned:
      return open != nullptr && entry.release == open->release;
    case EntryType::heartbeat:
      return open == nullptr && published != nullptr && entry.release == published->release;
  }
  return false;
}

std::optional<TargetFaultKind> Ledger::problem_of(const LedgerEntry& entry) const {
  const auto size = static_cast<int>(entries_.size());
  if (entry.number != size + 1) return TargetFaultKind::ledger_entry_misnumbered;
  if (entry.previous != digest_of(size)) return TargetFaultKind::ledger_chain_broken;
  // Two releases never have the same second: web servers tell files apart by it.
  const Moment earliest = entry.type == EntryType::prepare ? 1 : 0;
  if (!entries_.empty() && entry.time < entries_.back().time + earliest)
    return TargetFaultKind::ledger_time_backwards;
  if (!may_follow(entry)) return TargetFaultKind::ledger_order_impossible;
  return std::nullopt;
}

std::optional<TargetFault> Ledger::append(const std::string& path, std::string_view bytes) {
  auto entry = parse_entry(bytes);
  if (!entry) return TargetFault{TargetFaultKind::ledger_entry_malformed, path};
  if (const auto problem = problem_of(*entry)) return TargetFault{*problem, path};
  entries_.push_back(*std::move(entry));
  digests_.push_back(digest_name(bytes));
  return std::nullopt;
}

std::variant<Ledger, TargetFault> replay_ledger(Disk& disk) {
  Ledger ledger;
  int number = 0;
  for (const auto& name : disk.names_in(std::string(layout::ledger))) {
    if (name.starts_with(layout::unfinished)) continue;
    const auto path = std::string(layout::ledger) + "/" + name;
    const auto expected = layout::ledger_entry(++number);
    if (path != expected) {
      if (disk.status(expected) || !is_entry_name(name))
        return TargetFault{TargetFaultKind::ledger_file_unknown, path};
      return TargetFault{TargetFaultKind::ledger_entry_missing, expected};
    }
    const auto status = disk.status(path);
    if (!status || status->kind != FileKind::file)
      return TargetFault{TargetFaultKind::file_not_plain, path};
    if (auto fault = ledger.append(path, disk.read(path))) return *std::move(fault);
  }
  return ledger;
}

std::string build_status(const Ledger& ledger, const std::optional<FailedAttempt>& failed) {
  const auto& release = *ledger.last_published();
  const auto& checked = *ledger.last_checked();
  const auto& state = checked.state;
  const std::string_view done = checked.type == EntryType::heartbeat ? "unchanged" : "published";
  Json::Array withheld(state.withheld.begin(), state.withheld.end());
  const Json::Object status{{"release", layout::number_name(release.release)},
                            {"published", to_text(release.time)},
                            {"checked", to_text(checked.time)},
                            {"as_of", state.as_of.to_string()},
                            {"documents", state.documents},
                            {"errors", state.errors},
                            {"warnings", state.warnings},
                            {"notes", state.notes},
                            {"withheld", std::move(withheld)},
                            {"tool", state.tool},
                            {"manifest", release.manifest},
                            {"head", ledger.head()},
                            {"last_attempt", to_text(failed ? failed->time : checked.time)},
                            {"last_outcome", failed ? failed->outcome : std::string(done)}};
  return to_text(Json(status), JsonLayout::indented) + "\n";
}

bool is_build_status(const Ledger& ledger, std::string_view text) {
  if (text == build_status(ledger)) return true;
  const auto status = parse_json(text);
  if (!status) return false;
  const auto time = parse_moment((*status)["last_attempt"].text());
  const auto outcome = (*status)["last_outcome"].text();
  const bool is_failure =
      outcome == "stopped" || outcome == "no_space" || outcome == "clock_behind";
  return time && is_failure &&
         text == build_status(ledger, FailedAttempt{*time, std::string(outcome)});
}

bool is_stale(const Ledger& ledger, Moment now) {
  constexpr Moment hour_seconds = 3600;
  const auto* const checked = ledger.last_checked();
  return checked != nullptr && now - checked->time > hours_until_stale * hour_seconds;
}

}  // namespace handbok
