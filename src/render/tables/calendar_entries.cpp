#include "render/tables/calendar_entries.hpp"

#include <algorithm>

#include "derive/calendar_days.hpp"
#include "derive/compilation_periods.hpp"
#include "derive/self_check_days.hpp"
#include "render/document_face.hpp"
#include "render/tables/report_words.hpp"

namespace handbok {
namespace {

/// Collects what happens in a span of days.
class EntryCollector {
public:
  EntryCollector(Date from, Date until, const LinkScope& scope)
      : from_(from),
        until_(until),
        site_(scope.site),
        words_(scope.site.words()) {}

  std::vector<CalendarEntry> collect() {
    add_items();
    add_self_checks();
    add_compilations();
    add_contract_reports();
    add_endings();
    std::ranges::stable_sort(entries_, {}, &CalendarEntry::on);
    return std::move(entries_);
  }

private:
  const Handbook& handbook() const { return site_.handbook(); }

  void add(CalendarEntry entry) {
    if (from_ <= entry.on && entry.on < until_) entries_.push_back(std::move(entry));
  }

  void add_items() {
    for (const auto& day : calendar_year(handbook(), from_.year())) {
      const auto& item = *day.item;
      add({day.on, item.title, item.responsible, item.units, item.links,
           item.kind == CalendarKind::deadline_by_law, day.is_moved});
    }
  }

  void add_self_checks() {
    for (const auto& check : handbook().self_checks) {
      for (const auto on : planned_days(check, from_, until_))
        add({on, check.what, check.performed_by, check.units, {check.id}});
    }
  }

  void add_compilations() {
    const auto& rule = handbook().settings.compilations;
    for (const auto& period : compilation_periods(rule, from_)) {
      const auto title = words_.fill(Word::calendar_compilation, {period.id});
      add({period.due_on, title, {rule.owner}, {}, {}});
    }
  }

  void add_contract_reports() {
    for (const auto& report : handbook().contract_reports) {
      const auto unit = unit_link(report.unit, {}, site_).text;
      const auto kind = words_[report_word(report.kind)];
      const auto title = words_.fill(Word::calendar_contract_report, {kind, unit});
      add({report.due_on, title, {}, {report.unit}, {}});
    }
  }

  /// Documents that end on a day by what is decided now, such as plans and agreements. One whose
  /// next revision takes over goes on.
  void add_endings() {
    for (const auto& document : site_.view().documents()) {
      const auto* const revision = document.in_force;
      if (revision == nullptr || document.upcoming != nullptr) continue;
      const auto& validity = site_.view().of(*revision).validity;
      if (!validity || !validity->to) continue;
      const auto title = words_.fill(Word::calendar_ends, {document_title(document, site_)});
      add({*validity->to, title, {revision->owner}, {}, {revision->document}});
    }
  }

  Date from_;
  Date until_;
  const SiteContext& site_;
  const WordTable& words_;
  std::vector<CalendarEntry> entries_;
};

}  // namespace

std::vector<CalendarEntry> calendar_entries(Date from, Date until, const LinkScope& scope) {
  return EntryCollector(from, until, scope).collect();
}

Word month_word(int month) {
  return static_cast<Word>(static_cast<int>(Word::month_1) + month - 1);
}

}  // namespace handbok
