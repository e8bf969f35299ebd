#include "questions/stats.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "diag/code_names.hpp"
#include "questions/asof.hpp"
#include "questions/due.hpp"

namespace handbok {
namespace {

/// Counts by a key and what the key is called.
using Counts = std::map<std::pair<std::string, std::string>, int>;

/// The words of a title in lower case, without marks.
std::set<std::string> words_of(const std::string& title) {
  std::string text;
  for (const char c : to_lower(title)) {
    const bool is_mark = c >= 0 && (c < '0' || (c > '9' && c < 'a') || c > 'z');
    text += is_mark ? ' ' : c;
  }
  std::set<std::string> words;
  for (const auto word : split(text, ' ')) {
    if (!word.empty()) words.insert(std::string(word));
  }
  return words;
}

/// True if four words of five are the same.
bool is_similar(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::vector<std::string> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  const auto all = a.size() + b.size() - common.size();
  constexpr std::size_t same = 4;
  constexpr std::size_t of = 5;
  return !common.empty() && common.size() * of >= all * same;
}

bool adds_to(const Revision& revision, const DocumentId& other) {
  return std::ranges::find(revision.relations, other, &Relation::document) !=
         revision.relations.end();
}

/// The revision that a document is counted by: shown, coming, or the newest draft.
const Revision* counted_revision(const DocumentDay& document) {
  if (document.shown != nullptr) return document.shown;
  if (document.upcoming != nullptr) return document.upcoming;
  const auto& revisions = document.document->revisions;
  return revisions.empty() ? nullptr : &revisions.back();
}

class StatsBuilder {
public:
  StatsBuilder(const DayView& view, const Backlinks& backlinks, const LawPack& law)
      : view_(view),
        handbook_(view.handbook()),
        backlinks_(backlinks),
        law_(law) {}

  ValueTable build() {
    table_.columns = {"group", "id", "title", "count"};
    count_documents();
    add("type", types_);
    add("state", states_);
    add("owner", owners_);
    add("unit", units_);
    add("words", words_);
    add("review_load", review_load());
    const auto diagnostics = diagnose();
    add("diagnostics", count_diagnostics(diagnostics));
    add_orphans(diagnostics);
    add_similar_titles();
    return std::move(table_);
  }

private:
  void add(const char* group, const Counts& counts) {
    for (const auto& [key, count] : counts)
      table_.rows.push_back({group, key.first, key.second, count});
  }

  void count_documents() {
    for (const auto& document : view_.documents()) {
      const auto* const revision = counted_revision(document);
      if (revision == nullptr || document.state == DocumentState::unknown) continue;
      const auto* const type = handbook_.find_type(revision->type);
      const auto type_name = type == nullptr ? std::string() : type->name;
      ++types_[{revision->type, type_name}];
      ++states_[{std::string(name_of(document.state)), {}}];
      if (document.in_force == nullptr) continue;
      const auto* const role = handbook_.find_role(revision->owner);
      ++owners_[{revision->owner, role == nullptr ? std::string() : role->name}];
      const auto* const unit = handbook_.find_unit(revision->unit);
      ++units_[{revision->unit, unit == nullptr ? std::string() : unit->name}];
      words_[{revision->type, type_name}] += static_cast<int>(revision->body.word_count);
    }
  }

  Counts review_load() const {
    constexpr int months_ahead = 12;
    constexpr std::size_t month_letters = 7;  // "2026-12"
    const int days = days_between(view_.day(), view_.day().plus_months(months_ahead)) - 1;
    Counts load;
    for (const auto& row : due_rows(view_, {days, {}, nullptr, Language::english})) {
      if (row.kind != DueKind::review) continue;
      const auto month =
          row.days_left < 0 ? std::string("late") : row.on.to_string().substr(0, month_letters);
      for (const auto& owner : row.owners)
        ++load[{owner, month}];
    }
    return load;
  }

  std::vector<Diagnostic> diagnose() const {
    Diagnostics diagnostics;
    run_checks(view_, backlinks_, diagnostics, 1, &law_);
    return diagnostics.sorted();
  }

  static Counts count_diagnostics(const std::vector<Diagnostic>& diagnostics) {
    Counts counts;
    for (const auto& diagnostic : diagnostics)
      ++counts[{std::string(name_of(diagnostic.severity)), {}}];
    return counts;
  }

  void add_orphans(const std::vector<Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) {
      if (diagnostic.code != Code::doc_orphan) continue;
      const auto* const revision = view_.in_force(document_of(diagnostic));
      table_.rows.push_back(
          {"orphan", diagnostic.subject, revision == nullptr ? std::string() : revision->title, 1});
    }
  }

  void add_similar_titles() {
    struct Titled {
      const Revision* revision = nullptr;
      std::set<std::string> words;
    };
    std::vector<Titled> titled;
    for (const auto& document : view_.documents()) {
      const bool is_out =
          document.state == DocumentState::unknown || document.state == DocumentState::repealed;
      const auto* const revision = counted_revision(document);
      if (!is_out && revision != nullptr) titled.push_back({revision, words_of(revision->title)});
    }
    for (std::size_t i = 0; i < titled.size(); ++i) {
      for (std::size_t j = i + 1; j < titled.size(); ++j) {
        const auto& a = *titled[i].revision;
        const auto& b = *titled[j].revision;
        if (!is_similar(titled[i].words, titled[j].words)) continue;
        if (adds_to(a, b.document) || adds_to(b, a.document)) continue;
        table_.rows.push_back({"similar_title", a.document + ", " + b.document, a.title, 2});
      }
    }
  }

  const DayView& view_;
  const Handbook& handbook_;
  const Backlinks& backlinks_;
  const LawPack& law_;
  ValueTable table_;
  Counts types_;
  Counts states_;
  Counts owners_;
  Counts units_;
  Counts words_;
};

}  // namespace

ValueTable stats_of(const DayView& view, const Backlinks& backlinks, const LawPack& law) {
  return StatsBuilder(view, backlinks, law).build();
}

}  // namespace handbok
