// "Läget vid …": the four words for everything that must exist or be done in a unit, folded by word
// and chapter, with the way from the requirement to what was done about it.

#include <algorithm>
#include <map>
#include <set>

#include "derive/action_state.hpp"
#include "derive/evidence_chain.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/frame.hpp"
#include "render/page_kinds.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/work_tables.hpp"
#include "text/slug.hpp"

namespace handbok {
namespace {

/// A link of the chain: what it is called, and what is there.
struct ChainLinkView {
  std::string label;
  Html html;
  std::string anchor{};  ///< where a chain begins that others lead to
  HANDBOK_FIELDS(ChainLinkView, label, html, anchor)
};

/// One thing in the unit.
struct StandingItemView {
  Html head;
  Html badge;
  Html findings;
  std::vector<ChainLinkView> chain;
  bool has_chain = false;
  HANDBOK_FIELDS(StandingItemView, head, badge, findings, chain, has_chain)
};

/// The things of one chapter, process or kind that stand alike.
struct StandingChapterView {
  std::string name;
  std::string count;
  bool is_open = false;
  std::vector<StandingItemView> items;
  HANDBOK_FIELDS(StandingChapterView, name, count, is_open, items)
};

/// Everything that stands alike.
struct StandingWordView {
  std::string anchor;
  std::string heading;
  std::vector<StandingChapterView> chapters;
  HANDBOK_FIELDS(StandingWordView, anchor, heading, chapters)
};

struct UnitStandingView {
  std::string title;
  Html lead;
  Html counts;
  std::vector<StandingWordView> words;
  HANDBOK_FIELDS(UnitStandingView, title, lead, counts, words)
};

/// A revision as it read, and who adopted it when.
Html revision_html(const Revision& text, const LinkScope& scope) {
  const auto& site = scope.site;
  const auto address = address::revision(site.handbook(), text.key());
  if (!site.routes.has(address)) return entity_html(text.document, scope);
  return link_html(
      scope.root + address,
      site.words().fill(Word::finding_revision, {text.title, std::to_string(text.number)}));
}

Html adopted_html(const Revision& text, const LinkScope& scope) {
  const auto* const approved = text.approved();
  if (approved == nullptr) return {};
  return word_html(
      scope.site.words(), Word::chain_adopted,
      {role_html(approved->role, scope).text, date_html(approved->on, scope.site.words()).text});
}

/// The chains of everything that shows one thing, as lists of links. A text shows many things: its
/// chain stands where it is named first, and the others lead there.
class ChainWriter {
public:
  ChainWriter(const OrgUnit& unit, const LinkScope& scope)
      : unit_(unit),
        scope_(scope),
        words_(scope.site.words()) {}

  std::vector<ChainLinkView> links(const StandingCell& cell) {
    std::vector<ChainLinkView> links;
    const bool is_unknown = cell.standing == Standing::unknown;  // then a result shows nothing
    for (const auto& id : cell.shown_by) {
      const auto chain = scope_.site.index().evidence.chain(id, unit_);
      if (chain.text == nullptr) {
        add(links, is_unknown ? Word::chain_unsaid : Word::chain_shown_by, shown_html(id, scope_));
      } else if (told_.insert(id).second) {
        add_chain(links, chain);
      } else {
        add(links, Word::chain_text, link_html("#" + chain_anchor(id), chain.text->title));
      }
    }
    return links;
  }

private:
  void add(std::vector<ChainLinkView>& links, Word label, Html html) {
    if (!html.text.empty()) links.push_back({words_[label], std::move(html)});
  }

  void add_chain(std::vector<ChainLinkView>& links, const EvidenceChain& chain) {
    std::vector<Html> steps;
    for (const auto& step : chain.steps)
      steps.push_back(step_html(step));
    const auto first = links.size();
    add(links, Word::chain_steps, lines_html(steps));
    add(links, Word::chain_text,
        lines_html({revision_html(*chain.text, scope_), adopted_html(*chain.text, scope_)}));
    links[first].anchor = chain_anchor(chain.text->document);
    add(links, Word::chain_told, told_html(chain));
    add(links, Word::chain_checks, checks_html(chain));
    std::vector<std::string> findings;
    for (const auto* const finding : chain.findings)
      findings.push_back(finding->id);
    add(links, Word::chain_findings, entities_html(findings, scope_));
    std::vector<Html> actions;
    for (const auto* const action : chain.actions)
      actions.push_back(lines_html({entity_html(action->id, scope_), effect_html(*action)}));
    add(links, Word::chain_actions, lines_html(actions));
    add(links, Word::chain_changed, changed_html(chain));
  }

  Html step_html(const StepPlace& step) const {
    const auto target = document_target(step.process->document + "#" + step.node->id, scope_);
    return link_html(target.href, step.node->label);
  }

  Html told_html(const EvidenceChain& chain) const {
    std::vector<Html> told;
    for (const auto* const rollout : chain.told) {
      auto line = date_html(*rollout->done_on, words_);
      if (!rollout->note.empty()) line.text += ": " + escape_html(rollout->note);
      told.push_back(std::move(line));
    }
    return told.empty() ? text_html(words_[Word::chain_nobody_told]) : lines_html(told);
  }

  Html checks_html(const EvidenceChain& chain) const {
    std::vector<Html> checks;
    for (const auto* const check : chain.checks)
      checks.push_back(lines_html(
          {entity_html(check->id, scope_), unit_result_html(*check, unit_, {}, scope_)}));
    return checks.empty() ? text_html(words_[Word::chain_no_check]) : lines_html(checks);
  }

  Html effect_html(const Action& action) const {
    if (!is_done_on(action, scope_.site.view().day())) return {};
    switch (action.effect) {
      case ActionEffect::unchecked: return {};
      case ActionEffect::effective: return text_html(words_[Word::effect_effective]);
      case ActionEffect::partly: return text_html(words_[Word::effect_partly]);
      case ActionEffect::ineffective: return text_html(words_[Word::effect_ineffective]);
    }
    return {};
  }

  Html changed_html(const EvidenceChain& chain) const {
    std::vector<Html> lines;
    for (const auto* const revision : chain.changed) {
      lines.push_back(revision_html(*revision, scope_));
      lines.push_back(entities_html(revision->revises_because, scope_));
    }
    return lines_html(lines);
  }

  static std::string chain_anchor(std::string_view document) {
    return "kedja-" + std::string(document);
  }

  const OrgUnit& unit_;
  const LinkScope& scope_;
  const WordTable& words_;
  std::set<std::string> told_;
};

/// "SOSFS 2011:9, 4 kap."
std::string chapter_of(const SourceId& source, const std::string& clause, const SiteContext& site) {
  const auto& words = site.words();
  if (source.empty()) return words[Word::requirements_title];
  const auto colon = clause.find(':');
  const auto chapter = clause.substr(0, colon == std::string::npos ? 0 : colon);
  const auto* const known = site.handbook().find_source(source);
  const auto number = known == nullptr ? source : known->number;
  return chapter.empty() ? number : words.fill(Word::standing_chapter, {number, chapter});
}

/// What a thing is folded under: the chapter of its law, its process, or its kind.
std::string chapter_of(const StandingCell& cell, const SiteContext& site) {
  const auto& words = site.words();
  switch (cell.kind) {
    case ThingKind::requirement: {
      const auto* const row = find_by_id(site.handbook().requirements, cell.thing);
      return chapter_of(row->source, row->clause, site);
    }
    case ThingKind::clause: {
      const auto slash = cell.thing.find('/');
      return chapter_of(cell.thing.substr(0, slash), cell.thing.substr(slash + 1), site);
    }
    case ThingKind::complaints: return words[Word::complaint_sources];
    case ThingKind::activity:
      return document_link(cell.thing.substr(0, cell.thing.find('/')), {}, site).text;
    case ThingKind::topic: return words[Word::standing_topics];
    case ThingKind::self_check: return words[Word::self_checks_title];
    case ThingKind::review: return words[Word::standing_reviews];
    case ThingKind::rollout: return words[Word::rollout_heading];
    case ThingKind::risk: return words[Word::risks_title];
    case ThingKind::reading: return words[Word::goals_title];
    case ThingKind::yearly_report:
    case ThingKind::contract_report: return words[Word::reports_title];
  }
  return {};
}

StandingItemView item_of(const StandingCell& cell, ChainWriter& chains, const LinkScope& scope) {
  StandingItemView item;
  item.head = thing_html(cell, scope);
  item.badge = standing_badge(cell.standing, scope);
  item.findings = findings_html(cell.findings, scope);
  item.chain = chains.links(cell);
  item.has_chain = !item.chain.empty();
  return item;
}

/// The chapters of the cells, in the order in which they come; those of the worst words stand open.
std::vector<StandingChapterView> chapters_of(const std::vector<const StandingCell*>& cells,
                                             ChainWriter& chains, const LinkScope& scope) {
  std::vector<StandingChapterView> chapters;
  std::map<std::string, std::size_t> places;
  for (const auto* const cell : cells) {
    const auto name = chapter_of(*cell, scope.site);
    const auto [place, is_new] = places.try_emplace(name, chapters.size());
    if (is_new) {
      chapters.push_back(
          {.name = name, .count = {}, .is_open = cell->standing == Standing::missing, .items = {}});
    }
    chapters[place->second].items.push_back(item_of(*cell, chains, scope));
  }
  for (auto& chapter : chapters)
    chapter.count = std::to_string(chapter.items.size());
  return chapters;
}

std::vector<StandingWordView> words_of(const std::vector<StandingCell>& cells, const OrgUnit& unit,
                                       const LinkScope& scope) {
  std::vector<StandingWordView> words;
  ChainWriter chains(unit, scope);
  for (const auto standing :
       {Standing::missing, Standing::unknown, Standing::faulty, Standing::shown}) {
    std::vector<const StandingCell*> alike;
    for (const auto& cell : cells) {
      if (cell.standing == standing) alike.push_back(&cell);
    }
    if (alike.empty()) continue;
    const auto& name = scope.site.words()[standing_word(standing)];
    words.push_back({slug(name), name + " (" + std::to_string(alike.size()) + ")",
                     chapters_of(alike, chains, scope)});
  }
  return words;
}

}  // namespace

void plan_unit_standing(const RenderInput& input, RouteTable& routes) {
  const auto& view = input.edition.view;
  for (const auto& unit : view.handbook().units) {
    if (has_standing(view, unit))
      routes.add({PageKind::unit_standing, address::unit_standing(unit.id), unit.id});
  }
}

std::span<const Field> unit_standing_fields() {
  return UnitStandingView::fields();
}

Page render_unit_standing(const Route& route, const SiteContext& site) {
  const auto& unit = *site.handbook().find_unit(route.subject);
  const LinkScope scope{site, root_of(route.path), {}};
  const auto cells = site.index().standings.of(unit);
  std::vector<Standing> standings;
  for (const auto& cell : cells)
    standings.push_back(cell.standing);
  UnitStandingView view;
  view.title = site.words().fill(Word::standing_of_unit, {unit.name});
  view.lead = word_html(site.words(), Word::standing_lead,
                        {date_html(site.view().day(), site.words()).text});
  view.counts = standing_counts_html(standings, std::string(), scope);
  view.words = words_of(cells, unit, scope);
  return {.title = view.title,
          .content = site.theme().page(PageKind::unit_standing).fill(view),
          .breadcrumbs = {{site.words()[Word::nav_start], std::string(address::start)},
                          {site.words()[Word::nav_units], std::string(address::units)},
                          {unit.name, address::unit(unit.id)}},
          .section = address::units};
}

}  // namespace handbok
