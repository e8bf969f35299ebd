#include "publish/ledger.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/json.hpp"
#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "publish/layout.hpp"

namespace handbok {
namespace {

/// The first line of an entry names the format in which it is written, so that an older program
/// knows that it cannot read it. What 0.1.0 wrote is format 1; what it could not read is 2.
constexpr std::string_view format_words = "# handbok-ledger-v";
constexpr int newest_format = 2;

int format_of(EntryType type) {
  return type == EntryType::pruned ? 2 : 1;
}

struct TypeName {
  EntryType type;
  std::string_view name;
};

constexpr auto type_names = std::to_array<TypeName>({
    {EntryType::prepare, "prepare"},
    {EntryType::published, "published"},
    {EntryType::abandoned, "abandoned"},
    {EntryType::heartbeat, "heartbeat"},
    {EntryType::pruned, "pruned"},
});

void add_text(std::string& file, std::string_view key, std::string_view value) {
  file.append(key).append(" = \"").append(value).append("\"\n");
}

void add_bare(std::string& file, std::string_view key, std::string_view value) {
  file.append(key).append(" = ").append(value).append("\n");
}

void add_number(std::string& file, std::string_view key, int value) {
  add_bare(file, key, std::to_string(value));
}

void add_list(std::string& file, std::string_view key, const std::vector<std::string>& values) {
  std::vector<std::string> quoted;
  quoted.reserve(values.size());
  for (const auto& value : values)
    quoted.push_back("\"" + value + "\"");
  add_bare(file, key, "[" + join(quoted, ", ") + "]");
}

void add_state(std::string& file, const CheckedState& state) {
  add_bare(file, "as_of", state.as_of.to_string());
  add_text(file, "tool", state.tool);
  add_text(file, "input", state.input);
  add_number(file, "documents", state.documents);
  add_number(file, "errors", state.errors);
  add_number(file, "warnings", state.warnings);
  add_number(file, "notes", state.notes);
  add_list(file, "withheld", state.withheld);
  if (!state.profile.empty()) add_text(file, "profile", state.profile);
  if (!state.commit.empty()) add_text(file, "commit", state.commit);
  if (state.fetched != 0) add_bare(file, "fetched", to_text(state.fetched));
}

/// The number that `text` begins with, or -1.
int number_in(std::string_view text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// True of an entry that a later version of the program wrote.
bool is_newer(std::string_view text) {
  return text.starts_with(format_words) &&
         number_in(text.substr(format_words.size())) > newest_format;
}

/// The values of an entry by key, taken from its lines without judging them.
class Values {
public:
  explicit Values(std::string_view text) {
    for (const auto line : split(text, '\n')) {
      const auto equals = line.find(" = ");
      if (equals != std::string_view::npos)
        values_[line.substr(0, equals)] = line.substr(equals + 3);
    }
  }

  std::string_view bare(std::string_view key) const {
    const auto it = values_.find(key);
    return it == values_.end() ? std::string_view{} : it->second;
  }

  std::string text(std::string_view key) const {
    const auto value = bare(key);
    return value.size() < 2 ? std::string{} : std::string(value.substr(1, value.size() - 2));
  }

  int number(std::string_view key) const { return number_in(bare(key)); }

  std::vector<std::string> list(std::string_view key) const {
    std::vector<std::string> items;
    const auto value = bare(key);
    if (value.size() < 4) return items;
    for (const auto item : split(value.substr(1, value.size() - 2), ',')) {
      const auto quoted = trim(item);
      if (quoted.size() >= 2) items.emplace_back(quoted.substr(1, quoted.size() - 2));
    }
    return items;
  }

private:
  std::map<std::string_view, std::string_view> values_;
};

CheckedState state_in(const Values& values) {
  CheckedState state;
  if (const auto as_of = Date::parse(values.bare("as_of"))) state.as_of = *as_of;
  state.tool = values.text("tool");
  state.input = values.text("input");
  state.documents = values.number("documents");
  state.errors = values.number("errors");
  state.warnings = values.number("warnings");
  state.notes = values.number("notes");
  state.withheld = values.list("withheld");
  state.profile = values.text("profile");
  state.commit = values.text("commit");
  state.fetched = parse_moment(values.bare("fetched")).value_or(0);
  return state;
}

constexpr Moment day_seconds = 86'400;
constexpr Moment hour_seconds = 3'600;
constexpr Moment minute_seconds = 60;
constexpr std::size_t text_size = 20;

std::string two_digits(Moment number) {
  return std::string(1, static_cast<char>('0' + number / 10)) +
         static_cast<char>('0' + number % 10);
}

/// The two digits at `at`, or -1.
Moment number_at(std::string_view text, std::size_t at) {
  if (!is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
  return Moment{text[at] - '0'} * 10 + (text[at + 1] - '0');
}

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

std::string_view name_of(EntryType type) {
  const auto* const row = std::ranges::find(type_names, type, &TypeName::type);
  return row->name;
}

std::string write_entry(const LedgerEntry& entry) {
  auto file = std::string(format_words) + std::to_string(format_of(entry.type)) + "\n";
  add_number(file, "entry", entry.number);
  add_text(file, "type", name_of(entry.type));
  add_bare(file, "time", to_text(entry.time));
  add_text(file, "previous", entry.previous);
  add_number(file, "release", entry.release);
  const bool is_prepare = entry.type == EntryType::prepare;
  if (is_prepare) add_text(file, "manifest", entry.manifest);
  if (is_prepare || entry.type == EntryType::heartbeat) add_state(file, entry.state);
  if (is_prepare) add_list(file, "revisions", entry.revisions);
  if (entry.type == EntryType::pruned) {
    add_text(file, "decision", entry.decision);
    std::vector<std::string> names;
    for (const int release : entry.thinned)
      names.push_back(layout::number_name(release));
    add_list(file, "thinned", names);
  }
  add_text(file, "seal", digest_name(file));
  return file;
}

std::optional<LedgerEntry> parse_entry(std::string_view text) {
  const Values values(text);
  const auto type = values.text("type");
  const auto* const row = std::ranges::find(type_names, type, &TypeName::name);
  const auto time = parse_moment(values.bare("time"));
  if (row == type_names.end() || !time) return std::nullopt;
  LedgerEntry entry;
  entry.number = values.number("entry");
  entry.type = row->type;
  entry.time = *time;
  entry.previous = values.text("previous");
  entry.release = values.number("release");
  entry.manifest = values.text("manifest");
  entry.state = state_in(values);
  entry.revisions = values.list("revisions");
  entry.decision = values.text("decision");
  for (const auto& name : values.list("thinned"))
    entry.thinned.push_back(number_in(name));
  if (write_entry(entry) != text) return std::nullopt;
  return entry;
}

std::string to_text(Moment moment) {
  const auto days = (moment < 0 ? moment - day_seconds + 1 : moment) / day_seconds;
  const auto second = moment - days * day_seconds;
  auto text = Date::from_days(static_cast<int>(days)).to_string();
  text.append("T").append(two_digits(second / hour_seconds));
  text.append(":").append(two_digits(second % hour_seconds / minute_seconds));
  text.append(":").append(two_digits(second % minute_seconds));
  return text + "Z";
}

std::optional<Moment> parse_moment(std::string_view text) {
  if (text.size() != text_size) return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  const auto moment = Moment{date->days_since_epoch()} * day_seconds +
                      number_at(text, 11) * hour_seconds + number_at(text, 14) * minute_seconds +
                      number_at(text, 17);
  // Written again, everything that is not exactly of the form differs.
  if (to_text(moment) != text) return std::nullopt;
  return moment;
}

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

const LedgerEntry* Ledger::last_pruned() const {
  const auto last = std::find_if(entries_.rbegin(), entries_.rend(), [](const LedgerEntry& entry) {
    return entry.type == EntryType::pruned;
  });
  return last == entries_.rend() ? nullptr : &*last;
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
    case EntryType::prepare: return open == nullptr && entry.release == entry.number;
    case EntryType::published:
    case EntryType::abandoned: return open != nullptr && entry.release == open->release;
    case EntryType::heartbeat:
      return open == nullptr && published != nullptr && entry.release == published->release;
    case EntryType::pruned:
      return open == nullptr && published != nullptr && entry.release == published->release &&
             may_be_thinned(entry);
  }
  return false;
}

/// Earlier releases than the served one, each for the first time.
bool Ledger::may_be_thinned(const LedgerEntry& entry) const {
  std::set<int> whole;
  for (const auto* const release : published()) {
    if (!is_thinned(release->release)) whole.insert(release->release);
  }
  whole.erase(entry.release);
  return !entry.thinned.empty() &&
         std::ranges::adjacent_find(entry.thinned, std::greater_equal<>{}) == entry.thinned.end() &&
         std::ranges::includes(whole, entry.thinned);
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
  if (!entry) {
    const bool is_from_later = is_newer(bytes);
    return TargetFault{is_from_later ? TargetFaultKind::ledger_entry_newer
                                     : TargetFaultKind::ledger_entry_malformed,
                       path};
  }
  if (const auto problem = problem_of(*entry)) return TargetFault{*problem, path};
  thinned_.insert(entry->thinned.begin(), entry->thinned.end());
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
  Json::Object status{{"release", layout::number_name(release.release)},
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
  if (!state.commit.empty()) status.push_back({"commit", state.commit});
  if (state.fetched != 0) status.push_back({"fetched", to_text(state.fetched)});
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
  const auto* const checked = ledger.last_checked();
  return checked != nullptr && now - checked->time > hours_until_stale * hour_seconds;
}

}  // namespace handbok
