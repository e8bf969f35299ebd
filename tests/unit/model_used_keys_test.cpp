// What somebody wrote down is shown: for each key of a register, a handbook in which its values are
// others has another site, or something else is wrong with it. Exports show every key by itself, so
// they do not count. The rows are made up from what the keys say of themselves.
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "base/sha256.hpp"
#include "check/check.hpp"
#include "derive/backlinks.hpp"
#include "model/registers.hpp"
#include "support/sample_handbook.hpp"

namespace handbok::test {
namespace {

constexpr auto today = "2026-11-21";
constexpr std::size_t rows_made = 16;

/// Keys that the made-up rows cannot show, and why. This list may only shrink.
const std::set<std::string_view> unseen_for_a_reason = {
    // Of days before today: derive_reach_test.
    "unit.earlier_parents.parent",
    "unit.earlier_parents.until",
    "unit.succeeded_by",
    // Of a word that texts use: tests/cli/search_findings.txt.
    "everyday_word.means",
    // Of texts that use the words or cite the law: fixtures legal.term-outdated,
    // legal.wording-newer, legal.clause-moved.
    "outdated.since",
    "outdated.word",
    "outdated.forms",
    "outdated.use",
    // Whom a statute concerns, where neither clause nor row says it: derive_standing_test.
    "source.regimes",
    "source.moved.from",
    "source.moved.to",
    "source.versions.amending",
    "source.versions.in_force_from",
    // Of signatures: app_signature_test.
    "role.key.public",
    "role.key.from",
    "role.key.until",
    "role.key.revoked",
    // For who works with the register, in exports: the name of the source says it to readers.
    "information_source.kind",
};

/// Which value a key gets: that of its row, and whether it is the other one.
struct Choice {
  std::size_t row = 0;
  bool is_other = false;

  std::size_t number() const { return row + (is_other ? 1 : 0); }
  const std::string& of(const std::vector<std::string>& texts) const {
    return texts[number() % texts.size()];
  }
};

/// What keys of that name have where words of one's own would mean nothing: ids of what
/// handbook.toml declares, addresses, codes.
const std::map<std::string_view, std::vector<std::string>> words_of_keys = {
    {"regimes", {"HSL", "SOL"}},
    {"level", {"principal", "unit"}},
    {"levels", {"principal", "unit"}},
    {"ref", {"1:1", "1:2"}},
    {"from", {"old/a.html", "old/b.html"}},
    {"kind", {"complaint", "view"}},
    {"node", {"A1", "D1"}},
    {"code", {"doc.no-audience", "doc.orphan"}},
    {"subject", {"RUT-001", "RUT-003"}},
};

/// "title-12 3", or in the other case "title-12 other 3".
std::string own_words(const Key& key, const Choice& choice) {
  static std::map<const Key*, int> numbers;
  const auto number = std::to_string(numbers.emplace(&key, std::ssize(numbers)).first->second);
  return std::string(key.name) + "-" + number + (choice.is_other ? " other " : " ") +
         std::to_string(choice.row);
}

std::string text_for(const Key& key, const Choice& choice) {
  if (key.name == "id" && key.kind == ReferenceKind::none)
    return "X-" + std::to_string(choice.row + 10);
  switch (key.kind) {
    case ReferenceKind::role: return choice.of({"DIR", "KSA"});
    case ReferenceKind::unit: return choice.of({"enhet", "namnd"});
    case ReferenceKind::document: return choice.of({"RUT-001", "PRO-001", "RUT-003", "RUT-004"});
    case ReferenceKind::clause:
      return key.form == Form::texts ? choice.of({"X-10/1:1", "X-11/1:2"})
                                     : choice.of({"X-10", "X-11"});
    case ReferenceKind::any: return choice.of({"X-10", "X-11", "X-12", "RUT-001", "enhet"});
    case ReferenceKind::none: break;
  }
  if (key.grammar == Grammar::page_place)
    return choice.of({"dokument/RUT-001/index.html", "dokument/RUT-003/index.html"});
  const auto known = words_of_keys.find(key.name);
  if (known != words_of_keys.end()) return choice.of(known->second);
  return own_words(key, choice);
}

/// True if the key's other value is in words that no other key has.
bool has_own_words(const Key& key) {
  const bool is_text = key.form == Form::text || key.form == Form::texts;
  return is_text && key.name != "id" && key.kind == ReferenceKind::none &&
         key.grammar != Grammar::page_place && !words_of_keys.contains(key.name);
}

/// What begins has begun, and what ends has not ended yet; the other way round in the other case.
/// Other days lie around today, half of them at the end of a month.
Date date_for(const Key& key, const Choice& choice) {
  const auto months = static_cast<int>(choice.number() % 10);
  static const std::set<std::string_view> begins{"valid_from", "decided_on", "since",
                                                 "in_force_from"};
  static const std::set<std::string_view> ends{"valid_to", "repealed_on"};
  const bool is_end = key.part == KeyPart::ends || ends.contains(key.name);
  const bool is_begin =
      !is_end && (key.part == KeyPart::begins || key.is_event || begins.contains(key.name));
  if (is_begin || is_end)
    return day(is_begin != choice.is_other ? "2025-12-31" : "2027-01-15").plus_months(months);
  return day(choice.row % 2 == 0 ? "2026-06-30" : "2026-06-10").plus_months(months);
}

bool flag_of(const Key& key, const void* row) {
  return key.is_optional ? key.value<std::optional<bool>>(row).value_or(false)
                         : key.value<bool>(row);
}

void fill_row(const Shape& shape, void* row, std::size_t number);

void set_value(const Key& key, void* row, const Choice& choice) {
  const auto set = [&](auto value) {
    using Value = decltype(value);
    if (key.is_optional) {
      key.value<std::optional<Value>>(row) = value;
    } else {
      key.value<Value>(row) = value;
    }
  };
  switch (key.form) {
    case Form::text: key.value<std::string>(row) = text_for(key, choice); break;
    case Form::texts: key.value<std::vector<std::string>>(row) = {text_for(key, choice)}; break;
    case Form::relations:  // of documents, which are no register
      break;
    case Form::number: set(std::max(key.min, 1) + static_cast<int>(choice.number() % 5)); break;
    case Form::flag: set(choice.is_other ? !flag_of(key, row) : choice.row % 2 == 1); break;
    case Form::date: set(date_for(key, choice)); break;
    case Form::word:
      key.value<std::uint8_t>(row) = key.words[choice.number() % key.words.size()].value;
      break;
    case Form::words:
      key.word_list->add(key.list_in(row), key.words[choice.number() % key.words.size()].value);
      break;
    case Form::clause:
      key.value<std::string>(row) = text_for(key, choice);
      *static_cast<std::string*>(const_cast<void*>(key.clause_at(row))) = "1:1";
      break;
    case Form::rows: fill_row(key.rows(), key.list->add(key.list_in(row)), choice.row); break;
  }
}

/// Each row but the first ones leaves out some keys that it can do without: one may hide another.
void fill_row(const Shape& shape, void* row, std::size_t number) {
  std::size_t place = 0;
  for (const auto& key : shape.keys) {
    ++place;
    const bool is_absent = !key.is_required && number >= 6 && (number * 7 + place * place) % 5 < 2;
    if (!is_absent) set_value(key, row, {number, false});
  }
}

/// Of the three rules for the day of an item one counts.
void settle(CalendarItem& item, std::size_t number) {
  if (number % 3 != 0) item.day = 0;
  if (number % 3 != 0) item.on_last_day = false;
  if (number % 3 != 1) item.week = item.weekday = 0;
  if (number % 3 == 2) {
    item.month = 0;
  } else {
    item.relative_to.clear();
    item.days_before = 0;
  }
}

/// Units and roles exist and form a tree; the rest of what they may say is added.
void fill_existing(const Shape& shape, void* row, std::size_t number) {
  for (const auto& key : shape.keys) {
    const bool is_fixed = key.name == "id" || key.name == "parent" || key.name == "operative";
    if (!is_fixed) set_value(key, row, {number, false});
  }
}

Handbook filled_handbook() {
  auto handbook = sample_handbook();
  handbook.settings.levels = {{"principal", "Nämnd"}, {"unit", "Enhet"}};
  handbook.settings.regimes = {{"HSL", "hälsa"}, {"SOL", "social"}};
  handbook.settings.risk_scales.emplace_back().probability = {"liten", "stor", "större"};
  handbook.settings.risk_scales.back().consequence = {"liten", "stor", "större"};
  for (const auto& about : common_registers()) {
    for (std::size_t i = 0; about.is_foundation && i < row_count(handbook, about); ++i)
      fill_existing(about.shape(), const_cast<void*>(row_at(handbook, about, i).row), i);
    for (std::size_t i = 0; !about.is_foundation && i < rows_made; ++i)
      fill_row(about.shape(), about.rows->add(rows_to_change(handbook, about)), i);
  }
  for (std::size_t i = 0; i < handbook.calendar.size(); ++i)
    settle(handbook.calendar[i], i);
  return handbook;
}

std::string text_of(const std::vector<Diagnostic>& found) {
  std::string all;
  for (const auto& diagnostic : found)
    all += what_text(diagnostic, Language::swedish);
  return all;
}

std::vector<Diagnostic> found_in(const DayView& view) {
  Diagnostics found;
  run_checks(view, Backlinks(view), found);
  return found.sorted();
}

/// Everything that is wrong with a handbook: it costs a third of what the pages do, so it is asked
/// first.
std::string told_in(const Handbook& handbook) {
  return text_of(found_in(DayView(handbook, day(today))));
}

/// The pages where rows of registers stand: most keys are seen on the first of them.
const std::vector<std::string> tables{"table"};
const std::vector<std::string> all_pages{"table",     "unit",  "role",     "source",
                                         "reporting", "terms", "control",  "document",
                                         "revision",  "owner", "redirect", "search"};

/// What readers see of a handbook on such pages, and everything that is wrong with it.
std::string seen_in(const Handbook& handbook, const std::vector<std::string>& pages) {
  const Profile profile{"rows", {AudienceScope::internal}, pages, {}};
  const DayView view(handbook, day(today));
  const auto found = found_in(view);
  std::string all = text_of(found);
  for (const auto& [path, bytes] : render(Edition(select_profile(view, profile), found)))
    all += path + bytes;
  return all;
}

/// The keys of rows, one inside the other: "risk.assessment.by".
class UnseenKeys {
public:
  UnseenKeys()
      : base_(filled_handbook()),
        base_told_(told_in(base_)),
        base_tables_(seen_in(base_, tables)),
        base_seen_(sha256_hex(seen_in(base_, all_pages))) {}

  void look(const Register& about) {
    about_ = &about;
    told_ = {};
    all_other_ = seen_with_other_words();
    look(about.shape(), std::string(about.key));
  }

  const std::vector<std::string>& found() const { return found_; }

private:
  void look(const Shape& shape, const std::string& name) {
    for (const auto& key : shape.keys) {
      const auto key_name = name + "." + std::string(key.name);
      path_.push_back(&key);
      if (key.form == Form::rows) {
        look(key.rows(), key_name);
      } else if (key.name != "id" && !unseen_for_a_reason.contains(key_name) && !is_told(key) &&
                 !is_seen()) {
        found_.push_back(key_name);
      }
      path_.pop_back();
    }
  }

  /// What is seen when all texts of the register are others at once: most of them are told as they
  /// stand, and need no handbook of their own.
  std::string seen_with_other_words() {
    auto handbook = base_;
    change_texts(about_->shape(), handbook);
    return seen_in(handbook, all_pages);
  }

  void change_texts(const Shape& shape, Handbook& handbook) {
    for (const auto& key : shape.keys) {
      path_.push_back(&key);
      if (key.form == Form::rows) {
        change_texts(key.rows(), handbook);
      } else if (has_own_words(key)) {
        ++told_[&key];
        change_rows(handbook);
      }
      path_.pop_back();
    }
  }

  /// True if the other words of the key are seen; not of one that the register has in two places.
  bool is_told(const Key& key) const {
    const auto it = told_.find(&key);
    if (it == told_.end() || it->second > 1) return false;
    const auto words = own_words(key, {0, true});
    return all_other_.find(words.substr(0, words.size() - 1)) != std::string::npos;
  }

  bool is_seen() const {
    auto handbook = base_;
    change_rows(handbook);
    return told_in(handbook) != base_told_ || seen_in(handbook, tables) != base_tables_ ||
           sha256_hex(seen_in(handbook, all_pages)) != base_seen_;
  }

  void change_rows(Handbook& handbook) const {
    for (std::size_t i = 0; i < row_count(handbook, *about_); ++i)
      change(const_cast<void*>(row_at(handbook, *about_, i).row), 0, i);
  }

  /// Gives the last key of the path its other value.
  void change(void* row, std::size_t depth, std::size_t number) const {
    const auto& key = *path_[depth];
    if (depth + 1 == path_.size()) {
      set_value(key, row, {number, true});
      return;
    }
    auto* const list = key.list_in(row);
    for (std::size_t i = 0; i < key.list->size(list); ++i)
      change(const_cast<void*>(key.list->row(list, i)), depth + 1, number);
  }

  const Handbook base_;
  const std::string base_told_;
  const std::string base_tables_;
  const std::string base_seen_;
  const Register* about_ = nullptr;
  std::map<const Key*, int> told_;  ///< the texts that are others in all_other_: in how many places
  std::string all_other_;
  std::vector<const Key*> path_;
  std::vector<std::string> found_;
};

}  // namespace

TEST_CASE("every key of a register is shown on a page or judged by a check", "[registers]") {
  UnseenKeys unseen;
  for (const auto& about : common_registers())
    unseen.look(about);
  CHECK(unseen.found() == std::vector<std::string>{});
}

}  // namespace handbok::test
