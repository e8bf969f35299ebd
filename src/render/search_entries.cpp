#include "render/search_entries.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "derive/law_uses.hpp"
#include "model/body_blocks.hpp"
#include "model/own_declaration.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/pages/document_item.hpp"
#include "render/references.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"
#include "text/search_words.hpp"

namespace handbok {
namespace {

using search::Entry;
using search::FacetKind;
using search::NameKind;
using search::Section;
using SearchField = search::Field;

// How much the words of an entry count. A text that says what to do comes before what is told of it
// elsewhere, and what has ended comes last.
constexpr int percent_of_steps = 100;
constexpr int percent_of_unit = 90;
constexpr int percent_of_process = 85;
constexpr int percent_of_text = 80;
constexpr int percent_of_role = 80;
constexpr int percent_of_term = 60;
constexpr int percent_of_law = 55;
constexpr int percent_of_row = 45;
constexpr int percent_of_ended = 15;

/// A text, or its beginning, cut between words.
std::string lead_of(std::string_view text) {
  constexpr std::size_t bytes_max = 170;
  if (text.size() <= bytes_max) return std::string(text);
  auto end = text.rfind(' ', bytes_max);
  if (end == std::string_view::npos) {
    for (end = 0; end < bytes_max;)
      end += code_point_at(text, end).size;
  }
  return std::string(text.substr(0, end)) + " …";
}

std::string note_of(const std::vector<std::string>& parts) {
  std::vector<std::string> known;
  std::ranges::copy_if(parts, std::back_inserter(known),
                       [](const std::string& part) { return !part.empty(); });
  return join(known, " · ");
}

/// What the text is for: steps to take, a process, or something to know.
int percent_of(const Revision& revision) {
  const bool has_steps = std::ranges::any_of(revision.body.headings, [](const auto& heading) {
    return heading.has_ordered_list || heading.has_task_list;
  });
  if (revision.process) return percent_of_process;
  return has_steps ? percent_of_steps : percent_of_text;
}

/// A law is known by its number, its short name and what it is called, and so are its successors.
std::vector<std::string> names_of_law(const LegalSource& source) {
  auto names = source.aliases;
  names.push_back(source.number);
  names.push_back(source.number.substr(source.number.rfind(' ') + 1));  // "2011:9"
  if (!source.short_name.empty()) names.push_back(source.short_name);
  return names;
}

void add_cells(std::string_view row, std::vector<std::string_view>& texts) {
  while (!row.empty()) {
    const auto bar = std::min(row.find(cell_bar), row.size());
    if (const auto cell = trim(row.substr(0, bar)); !cell.empty()) texts.push_back(cell);
    row.remove_prefix(std::min(bar + cell_bar.size(), row.size()));
  }
}

/// Adds the text under its headings; a table by its cells.
void add_sections(const std::vector<BodyBlock>& blocks, std::vector<Section>& sections) {
  Section section;
  const auto end_section = [&] {
    if (!section.heading.empty() || !section.texts.empty()) sections.push_back(std::move(section));
  };
  for (const auto& block : blocks) {
    if (block.kind == BlockKind::heading) {
      end_section();
      section = Section{block.anchor, block.text};
    } else if (block.kind == BlockKind::row) {
      add_cells(block.text, section.texts);
    } else if (block.kind != BlockKind::label) {
      section.texts.emplace_back(block.text);
    }
  }
  end_section();
}

void add_sections(const Process& process, std::vector<Section>& sections) {
  Section about;
  for (const auto* const text : {&process.purpose, &process.trigger, &process.result})
    if (!text->empty()) about.texts.emplace_back(*text);
  if (!about.texts.empty()) sections.push_back(std::move(about));
  for (const auto& node : process.nodes) {
    Section step{node.id, node.label};
    if (!node.text.empty()) step.texts.emplace_back(node.text);
    sections.push_back(std::move(step));
  }
}

/// The text of a revision by its headings, and the steps of its process, each with the place that a
/// link leads to. What stands before the first heading leads to the page itself.
search::Sections sections_of(const Revision& revision, const SiteContext& site) {
  const LinkScope scope{site, {}, {}};
  const auto name = [&](const BodyLink& link) { return reference_target(link, scope).text; };
  const auto blocks = std::make_shared<const std::vector<BodyBlock>>(
      blocks_of(revision.body, name, Struck::left_out));
  search::Sections sections{{}, blocks};
  if (revision.process) add_sections(*revision.process, sections.all);
  add_sections(*blocks, sections.all);
  return sections;
}

/// Adds entries whose page the site has.
class EntryFinder {
public:
  explicit EntryFinder(const SiteContext& site) : site_(site), scope_{site, {}, {}} {
    for (const auto& words : site.handbook().everyday_words) {
      for (const auto& id : words.leads_to)
        said_[id].insert(said_[id].end(), words.said.begin(), words.said.end());
    }
    learn_successors();
    learn_reach();
  }

  std::vector<Entry> find() {
    for (const auto& listed : site_.index().documents)
      add_document(listed);
    add_roles();
    add_units();
    add_terms();
    add_laws();
    add_clauses();
    add_register_pages();
    add_rows();
    return std::move(entries_);
  }

private:
  using Texts = std::map<std::string, std::vector<std::string>, std::less<>>;

  const WordTable& words() const { return site_.words(); }
  const Handbook& handbook() const { return site_.handbook(); }

  void add(Entry entry, std::string_view id = {}) {
    const auto page = entry.address.substr(0, entry.address.find('#'));
    if (!site_.routes.has(page)) return;
    if (const auto said = said_.find(id); said != said_.end()) add_asked(said->second, entry);
    if (const auto before = before_.find(id); before != before_.end()) {
      add_asked(before->second, entry);
    }
    entries_.push_back(std::move(entry));
  }

  /// A word counts as the title does; the words of a phrase mean less when they stand apart.
  static void add_asked(const std::vector<std::string>& phrases, Entry& entry) {
    for (const auto& phrase : phrases) {
      const bool is_word = search_words(phrase).size() == 1;
      entry.texts.push_back({is_word ? SearchField::asked : SearchField::keyword, phrase});
      entry.names.push_back({phrase, NameKind::own});
    }
  }

  /// What replaced something is found by the title of what it replaced.
  void learn_successors() {
    for (const auto& listed : site_.index().documents) {
      const auto* const document = handbook().find_document(listed.day->document->id);
      if (listed.revision == nullptr || document == nullptr || !document->repeal) continue;
      for (const auto& next : document->repeal->replaced_by)
        before_[next].push_back(listed.revision->title);
    }
    for (const auto& source : handbook().sources) {
      for (const auto& next : source.replaced_by) {
        before_[next].push_back(source.title);
        const auto names = names_of_law(source);
        before_[next].insert(before_[next].end(), names.begin(), names.end());
      }
    }
  }

  void learn_reach() {
    for (const auto& unit : handbook().units) {
      for (const auto* const revision : site_.index().reach.of(unit))
        reach_[revision].push_back(unit.name);
    }
  }

  void add_facets(const Revision& revision, Entry& entry) const {
    if (const auto units = reach_.find(&revision); units != reach_.end()) {
      for (const auto& unit : units->second)
        entry.facets.push_back({FacetKind::unit, unit});
    }
    for (const auto& role : revision.audience)
      entry.facets.push_back({FacetKind::role, role_link(role, {}, site_).text});
  }

  void add_document(const ListedDocument& listed) {
    const auto item = document_item(listed, {}, site_);
    Entry entry{.address = item.href, .title = item.title, .state = item.state};
    const auto* const revision = listed.revision;
    const auto unit =
        revision == nullptr ? std::string() : unit_link(revision->unit, {}, site_).text;
    entry.note = note_of({item.type, item.id, unit});
    entry.facets.push_back({FacetKind::type, item.type});
    const auto state = listed.day->state;
    const bool is_to_follow = state == DocumentState::in_force || state == DocumentState::upcoming;
    if (revision != nullptr && is_to_follow) {
      add_text(*revision, entry);
      add_facets(*revision, entry);
    } else {
      entry.percent = percent_of_ended;
    }
    entry.names.push_back({item.id, NameKind::own});
    add(std::move(entry), item.id);
  }

  void add_text(const Revision& revision, Entry& entry) const {
    const bool has_summary = !revision.summary.empty() || !revision.process;
    entry.lead = lead_of(has_summary ? revision.summary : revision.process->purpose);
    entry.percent = percent_of(revision);
    entry.sections = [&revision, &site = site_] { return sections_of(revision, site); };
    add_asked(revision.asked_as, entry);
    for (const auto& task : revision.responsible)
      entry.texts.push_back({SearchField::body, task.task});
    for (const auto& basis : revision.legal_basis)
      entry.texts.push_back({SearchField::keyword, basis});
    for (const auto& clause : revision.requirements) {
      const auto slash = clause.find('/');
      const auto* const source = handbook().find_source(clause.substr(0, slash));
      if (source != nullptr && slash != std::string::npos)
        add_clause(*source, clause.substr(slash + 1), NameKind::answer, entry);
    }
  }

  void add_roles() {
    for (const auto& role : handbook().roles) {
      Entry entry{.address = address::role(role.id),
                  .title = role.name,
                  .note = note_of({words()[Word::search_role], role.id}),
                  .lead = lead_of(role.mission),
                  .percent = percent_of_role,
                  .is_thing = true};
      entry.facets = {{FacetKind::type, words()[Word::search_role]}};
      entry.texts = {{SearchField::keyword, join(role.aliases, ", ")},
                     {SearchField::body, role.mission},
                     {SearchField::body, role.contact}};
      for (const auto& alias : role.aliases)
        entry.names.push_back({alias, NameKind::own});
      entry.names.push_back({role.id, NameKind::own});
      add(std::move(entry), role.id);
    }
  }

  void add_units() {
    for (const auto& unit : handbook().units) {
      Entry entry{.address = address::unit(unit.id),
                  .title = unit.name,
                  .note = note_of({words()[Word::search_unit], level_name(unit.level, handbook())}),
                  .lead = lead_of(unit.contact),
                  .percent = percent_of_unit,
                  .is_thing = true};
      entry.facets = {{FacetKind::type, words()[Word::search_unit]}, {FacetKind::unit, unit.name}};
      add(std::move(entry), unit.id);
    }
  }

  void add_terms() {
    for (const auto& term : handbook().terms) {
      Entry entry{.address = address::term(term.id),
                  .title = term.term,
                  .note = words()[Word::search_term],
                  .lead = lead_of(term.definition),
                  .percent = percent_of_term,
                  .is_titled = false};
      entry.facets = {{FacetKind::type, words()[Word::search_term]}};
      entry.texts = {{SearchField::keyword, join(term.synonyms, ", ")},
                     {SearchField::keyword, join(term.deprecated, ", ")},
                     {SearchField::body, term.definition}};
      add(std::move(entry), term.id);
    }
  }

  bool applies(const LegalSource& source) const { return applies_on(source, site_.view().day()); }

  void add_laws() {
    for (const auto& source : handbook().sources) {
      Entry entry{.address = address::law(source.id),
                  .title = source.title,
                  .note = note_of({words()[Word::search_law], source.number, source.short_name}),
                  .percent = percent_of_law,
                  .is_thing = true};
      entry.facets = {{FacetKind::type, words()[Word::search_law]}};
      entry.texts = {{SearchField::keyword, join(source.aliases, ", ")}};
      for (const auto& name : names_of_law(source))
        entry.names.push_back({name, NameKind::own});
      if (!applies(source)) {
        entry.state = words()[Word::search_not_in_force];
        entry.percent = percent_of_ended;
        entry.is_thing = false;
      }
      add(std::move(entry), source.id);
    }
  }

  /// A clause that many texts answer is the one that is meant by its number alone.
  void add_clauses() {
    for (const auto& clause : handbook().clauses) {
      const auto* const source = handbook().find_source(clause.source);
      if (source == nullptr || !applies(*source)) continue;
      const auto answers = site_.index().laws.of(clause.source).naming_clause(clause.ref).size();
      Entry entry{.address = address::clause(clause.source, clause.ref),
                  .title = clause_title(clause),
                  .note = note_of({source->title, source->number, source->short_name}),
                  .percent = percent_of_law + static_cast<int>(std::min<std::size_t>(answers, 20)),
                  .is_titled = false};
      entry.facets = {{FacetKind::type, words()[Word::search_law]}};
      entry.texts = {{SearchField::keyword, join(source->aliases, ", ")}};
      add_clause(*source, clause.ref, NameKind::own, entry);
      add(std::move(entry));
    }
  }

  /// A clause is asked for by its number, alone or with its law: "5:3", "SOSFS 2011:9 5:3".
  static void add_clause(const LegalSource& source, std::string_view ref, NameKind kind,
                         Entry& entry) {
    const std::string base(ref.substr(0, ref.find(' ')));
    entry.names.push_back({base, kind});
    entry.names.push_back({source.number + " " + base, kind});
    if (!source.short_name.empty()) entry.names.push_back({source.short_name + " " + base, kind});
  }

  /// "5 kap. 3 § – Klagomål och synpunkter".
  static std::string clause_title(const Clause& clause) {
    const auto base = clause.ref.substr(0, clause.ref.find(' '));
    const auto colon = base.find(':');
    const auto cited = colon == std::string::npos
                           ? base
                           : base.substr(0, colon) + " kap. " + base.substr(colon + 1) + " §";
    return cited + clause.ref.substr(base.size()) + " – " + clause.title;
  }

  void add_register_page(const std::string& address, const std::string& title,
                         const std::string& lead) {
    Entry entry{.address = address,
                .title = title,
                .note = words()[Word::search_register],
                .lead = lead_of(lead),
                .percent = percent_of_text,
                .is_titled = false};
    entry.facets = {{FacetKind::type, words()[Word::search_register]}};
    add(std::move(entry));
  }

  void add_register_pages() {
    for (const auto& page : all_table_pages())
      add_register_page(table_page_address(page), words()[page.title], words()[page.lead]);
    for (const auto& own : handbook().own_registers) {
      const auto& said = own.declared->said;
      add_register_page(own_page_address(*own.declared), said.name_plural, said.introduction);
    }
  }

  /// What the register is called on the site.
  std::string register_name(const Register& about, std::string_view href) const {
    if (const auto* const own = declaration_of(handbook(), about)) return own->said.name_plural;
    const auto pages = all_table_pages();
    const auto folder = href.substr(0, href.find('/'));
    const auto page = std::ranges::find(pages, folder, &TablePageInfo::folder);
    return words()[page == pages.end() ? Word::nav_reporting : page->title];
  }

  /// The rows of registers that have a place on a page.
  void add_rows() {
    for_each_row(handbook(), [&](const RegisterRow& row) {
      const auto link = register_link(row, scope_);
      if (link.href.empty()) return;
      const auto name = register_name(*row.about, link.href);
      Entry entry{.address = link.href,
                  .title = link.text,
                  .note = note_of({name, row.id()}),
                  .percent = percent_of_row,
                  .is_titled = false};
      entry.facets = {{FacetKind::type, name}};
      add_texts(row, entry);
      entry.names.push_back({row.id(), NameKind::own});
      add(std::move(entry), row.id());
    });
  }

  /// The texts of a row, but for what became known later than the row.
  static void add_texts(const RegisterRow& row, Entry& entry) {
    for (const auto& key : row.shape().keys) {
      const bool is_text = key.form == Form::text && key.kind == ReferenceKind::none &&
                           key.known_with.empty() && key.grammar == Grammar::free;
      if (!is_text || key.name == "id") continue;
      const auto& text = key.value<std::string>(row.row);
      if (text.empty() || text == entry.title) continue;
      if (entry.lead.empty() && text.find(' ') != std::string::npos) entry.lead = lead_of(text);
      entry.texts.push_back({SearchField::body, text});
    }
  }

  const SiteContext& site_;
  const LinkScope scope_;
  std::vector<Entry> entries_;
  Texts said_;    ///< everyday words by what they lead to
  Texts before_;  ///< titles of what it replaced, by what replaced it
  std::map<const Revision*, std::vector<std::string>> reach_;  ///< names of units
};

}  // namespace

std::vector<search::Entry> search_entries(const SiteContext& site) {
  return EntryFinder(site).find();
}

std::vector<search::Synonyms> search_synonyms(const Handbook& handbook) {
  std::vector<search::Synonyms> synonyms;
  for (const auto& term : handbook.terms) {
    auto others = term.synonyms;
    others.insert(others.end(), term.deprecated.begin(), term.deprecated.end());
    if (!others.empty()) synonyms.push_back({term.term, std::move(others)});
  }
  for (const auto& words : handbook.everyday_words)
    if (!words.means.empty()) synonyms.push_back({words.means, words.said});
  return synonyms;
}

search::Language search_language(const SiteContext& site) {
  return {site.handbook().settings.language, site.words()[Word::search_common]};
}

}  // namespace handbok
