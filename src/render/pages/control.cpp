// "Kontroll": what the checks found, in numbers, by owner and by kind. What there is to do stands
// on the pages of the owners (owner.cpp); only what nobody owns stands here.
#include <algorithm>
#include <optional>
#include <tuple>

#include "derive/action_state.hpp"
#include "derive/due_days.hpp"
#include "diag/code_names.hpp"
#include "diag/sentences.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/pages/control_parts.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"
#include "text/collation.hpp"

namespace handbok {
namespace {

/// How far ahead the next day of an owner is looked for.
constexpr int months_ahead = 36;

/// What waits for one role, in numbers.
struct OwnerLine {
  RoleId role;
  std::string name;
  FindingCounts counts;
  std::size_t reviews = 0;
  std::optional<Date> next;  ///< the next day that is not yet past
};

/// All findings of one kind.
struct KindLine {
  Code code{};
  Severity severity{};  ///< the gravest
  std::size_t number = 0;
  std::vector<RoleId> owners;
};

/// An empty cell says none more quietly than a 0.
Html number_html(std::size_t number) {
  return number == 0 ? Html{} : Html{std::to_string(number)};
}

/// True for what the owner is to do, and not just to attend or remember.
bool is_owed(DueKind kind) {
  return kind != DueKind::calendar && kind != DueKind::forum;
}

/// Builds the page from the diagnostics that readers may be told and the facts of the day.
class ControlBuilder {
public:
  explicit ControlBuilder(const LinkScope& scope)
      : scope_(scope),
        site_(scope.site),
        words_(scope.site.words()),
        found_(diagnostics_by_owner(scope.site)),
        reviews_(reviews_by_owner(scope)) {}

  ControlView view() {
    count();
    ControlView view;
    view.day = date_html(site_.view().day(), words_);
    view.withheld = withheld_views(scope_);
    view.unplanned = unplanned();
    view.counts = counts(view);
    view.year = year();
    keep(view, owner_table());
    keep(view, kind_table());
    if (const auto nobody = found_.find(""); nobody != found_.end())
      view.findings = finding_views(nobody->second, scope_);
    if (const auto nobody = reviews_.find(""); nobody != reviews_.end())
      view.reviews = nobody->second;
    view.has_nobody = !view.findings.empty() || !view.reviews.empty();
    view.is_clean = found_.empty() && reviews_.empty() && view.withheld.empty();
    return view;
  }

private:
  static void keep(ControlView& view, TableSection table) {
    if (table.has_table) view.tables.push_back(std::move(table));
  }

  OwnerLine& line_of(const RoleId& role) {
    auto& line = lines_[role];
    line.role = role;
    return line;
  }

  void count() {
    for (const auto& [role, diagnostics] : found_) {
      for (const auto* const diagnostic : diagnostics) {
        all_.add(*diagnostic);
        line_of(role).counts.add(*diagnostic);
        count_kind(*diagnostic, role);
      }
    }
    for (const auto& [role, reviews] : reviews_)
      line_of(role).reviews = reviews.size();
    const auto today = site_.view().day();
    for (const auto& day : due_days(site_.view(), today.plus_months(months_ahead), nullptr)) {
      if (day.on < today || !is_owed(day.kind)) continue;
      for (const auto& role : day.owners) {
        auto& next = line_of(role).next;
        if (!next) next = day.on;
      }
    }
  }

  void count_kind(const Diagnostic& diagnostic, const RoleId& role) {
    if (diagnostic.suppressed) return;
    auto& kind = kinds_[diagnostic.code];
    kind.code = diagnostic.code;
    kind.severity = std::max(kind.severity, diagnostic.severity);
    ++kind.number;
    if (std::ranges::find(kind.owners, role) == kind.owners.end()) kind.owners.push_back(role);
  }

  /// The page of a register, where the parts of a number are.
  std::string page_of(std::string_view name) const {
    const auto pages = all_table_pages();
    const auto page = std::ranges::find(pages, name, &TablePageInfo::name);
    const auto address = page == pages.end() ? std::string() : table_page_address(*page);
    return site_.routes.has(address) ? scope_.root + address : std::string();
  }

  /// A 0 has no parts to open.
  static std::vector<CountView> without_empty_links(std::vector<CountView> counts) {
    for (auto& count : counts)
      if (count.number == "0") count.href.clear();
    return counts;
  }

  /// What mostly fails first: self-checks, telling the units, decisions that become plans
  /// (domain.md R068).
  std::vector<CountView> counts(const ControlView& view) const {
    const auto late = kinds_.find(Code::selfcheck_overdue);
    std::vector<CountView> counts = {
        {words_[Word::control_checks_late],
         std::to_string(late == kinds_.end() ? 0 : late->second.number), page_of("self_checks")},
        {words_[Word::control_untold], std::to_string(uninformed_of_latest(scope_)),
         page_of("compilations")},
        {words_[Word::control_unplanned], std::to_string(view.unplanned.size()), "#utan-plan"}};
    for (auto& count : count_views(all_, site_)) {
      const bool is_told = count.name != words_[Word::control_accepted_many];
      if (is_told) count.href = "#slag";
      counts.push_back(std::move(count));
    }
    std::size_t in_review = 0;
    for (const auto& [role, reviews] : reviews_)
      in_review += reviews.size();
    counts.push_back({words_[Word::control_reviews], std::to_string(in_review), "#agare"});
    counts.push_back(
        {words_[Word::control_withheld], std::to_string(view.withheld.size()), "#visas-inte"});
    return without_empty_links(std::move(counts));
  }

  /// How the system has been used (SOSFS 2011:9, 3 kap. 1 § second paragraph).
  std::vector<CountView> year() const {
    const auto day = site_.view().day();
    const auto is_recent = [&](const std::optional<Date>& on) {
      return on && day.plus_months(-12) < *on && *on <= day;
    };
    const auto number_of = [&](const auto& rows, auto when) {
      return std::ranges::count_if(rows, is_recent, when);
    };
    std::ptrdiff_t revisions = 0;
    std::ptrdiff_t reviews = 0;
    std::ptrdiff_t checks = 0;
    std::ptrdiff_t assessments = 0;
    for (const auto& document : site_.view().documents()) {
      reviews += number_of(document.document->reviews, &ReviewEvent::on);
      for (const auto& revision : document.revisions) {
        const bool is_shown = is_published(revision.state) && revision.validity;
        if (is_shown && is_recent(revision.validity->from)) ++revisions;
      }
    }
    const auto& handbook = site_.handbook();
    for (const auto& check : handbook.self_checks)
      checks += number_of(check.occurrences, &CheckOccurrence::done_on);
    for (const auto& risk : handbook.risks)
      assessments += number_of(risk.assessments, &RiskAssessment::on);
    const auto actions = number_of(handbook.actions, &Action::done_on);
    const auto compilations = number_of(handbook.compilations, &Compilation::analysed_on);
    const auto held = number_of(handbook.reviews, &ManagementReview::held_on);
    return without_empty_links(
        {{words_[Word::control_year_revisions], std::to_string(revisions), page_of("dates")},
         {words_[Word::control_year_reviews], std::to_string(reviews),
          scope_.root + std::string(address::documents)},
         {words_[Word::control_year_checks], std::to_string(checks), page_of("self_checks")},
         {words_[Word::control_year_risks], std::to_string(assessments), page_of("risks")},
         {words_[Word::control_year_actions], std::to_string(actions), page_of("actions")},
         {words_[Word::control_year_compilations], std::to_string(compilations),
          page_of("compilations")},
         {words_[Word::control_year_held], std::to_string(held), page_of("forums")}});
  }

  /// The roles by name; what nobody owns has its own part of the page.
  std::vector<OwnerLine> owners() const {
    std::vector<OwnerLine> owners;
    for (const auto& [role, line] : lines_) {
      if (site_.handbook().find_role(role) == nullptr) continue;
      owners.push_back(line);
      owners.back().name = role_link(role, {}, site_).text;
    }
    std::ranges::stable_sort(owners, SwedishLess{}, &OwnerLine::name);
    return owners;
  }

  TableSection owner_table() const {
    TableBuilder table(
        "agare", words_[Word::control_owners],
        {words_[Word::control_owner], words_[Word::control_errors], words_[Word::control_warnings],
         words_[Word::control_notes], words_[Word::control_reviews], words_[Word::control_next]});
    for (const auto& line : owners()) {
      const auto link = owner_link(line.role, scope_);
      table.add("agare-" + line.role, link_html(link.href, link.text),
                {number_html(line.counts.errors), number_html(line.counts.warnings),
                 number_html(line.counts.notes), number_html(line.reviews),
                 optional_date_html(line.next, scope_)});
    }
    return table.take();
  }

  /// The gravest first, then what is found most often.
  std::vector<KindLine> kinds() const {
    std::vector<KindLine> kinds;
    for (const auto& [code, kind] : kinds_)
      kinds.push_back(kind);
    std::ranges::stable_sort(kinds, [](const KindLine& a, const KindLine& b) {
      return std::tie(a.severity, a.number) > std::tie(b.severity, b.number);
    });
    return kinds;
  }

  Html owner_links(const KindLine& kind) const {
    std::vector<LinkView> links;
    for (const auto& role : kind.owners) {
      links.push_back(role.empty() ? LinkView{"#utan-agare", words_[Word::control_no_owner]}
                                   : owner_link(role, scope_));
    }
    std::ranges::stable_sort(links, SwedishLess{}, &LinkView::text);
    std::vector<Html> parts;
    parts.reserve(links.size());
    for (const auto& [href, text] : links)
      parts.push_back(link_html(href, text));
    return joined_html(parts, ", ");
  }

  TableSection kind_table() const {
    TableBuilder table(
        "slag", words_[Word::control_kinds],
        {words_[Word::control_kind], words_[Word::control_number], words_[Word::control_owners]});
    for (const auto& kind : kinds()) {
      const std::string name(info_of(kind.code).name);
      auto head = text_html(title_of(kind.code, language_of(site_)));
      auto anchor = name;
      std::ranges::replace(anchor, '.', '-');
      table.add(std::move(anchor), std::move(head), {number_html(kind.number), owner_links(kind)});
    }
    return table.take();
  }

  /// Open actions that no plan holds (domain.md R068).
  std::vector<UnplannedView> unplanned() const {
    std::vector<UnplannedView> views;
    const auto day = site_.view().day();
    for (const auto& action : site_.handbook().actions) {
      const bool is_open = is_alive_on(action, day) && !is_done_on(action, day);
      if (!is_open || !action.planned_in.empty()) continue;
      auto link = register_link(action.id, scope_);
      views.push_back({action.id, std::move(link.href), action.title,
                       role_link(action.responsible, scope_.root, site_).text});
    }
    return views;
  }

  const LinkScope& scope_;
  const SiteContext& site_;
  const WordTable& words_;
  std::map<RoleId, std::vector<const Diagnostic*>, std::less<>> found_;
  std::map<RoleId, std::vector<ReviewView>, std::less<>> reviews_;
  std::map<RoleId, OwnerLine, std::less<>> lines_;
  std::map<Code, KindLine> kinds_;
  FindingCounts all_;
};

}  // namespace

void plan_control(const RenderInput& /*input*/, RouteTable& routes) {
  routes.add({PageKind::control, std::string(address::control), {}});
}

std::span<const Field> control_fields() {
  return ControlView::fields();
}

Page render_control(const Route& route, const SiteContext& site) {
  const LinkScope scope{site, root_of(route.path), std::nullopt};
  const auto view = ControlBuilder(scope).view();
  auto page = top_page(address::control, Word::nav_control,
                       site.theme().page(PageKind::control).fill(view), site);
  page.is_indexed = false;
  return page;
}

}  // namespace handbok
