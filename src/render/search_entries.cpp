#include "render/search_entries.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "model/own_declaration.hpp"
#include "render/addresses.hpp"
#include "render/document_face.hpp"
#include "render/pages/document_item.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

using search::Entry;
using search::Field;

// How much the words of an entry count. A text to follow comes before what is told of it elsewhere,
// and what has ended comes last.
constexpr int percent_of_row = 50;
constexpr int percent_of_term = 80;
constexpr int percent_of_ended = 25;

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

void add_body(const Revision& revision, Entry& entry) {
  for (const auto& heading : revision.body.headings)
    entry.texts.push_back({Field::heading, heading.text});
  for (const auto& text : revision.body.texts)
    entry.texts.push_back({Field::body, text.text});
}

void add_process(const Process& process, Entry& entry) {
  entry.texts.push_back({Field::body, process.purpose});
  entry.texts.push_back({Field::body, process.trigger});
  entry.texts.push_back({Field::body, process.result});
  for (const auto& node : process.nodes) {
    entry.texts.push_back({Field::heading, node.label});
    entry.texts.push_back({Field::body, node.text});
  }
}

/// Adds entries whose page the site has.
class EntryFinder {
public:
  explicit EntryFinder(const SiteContext& site) : site_(site), scope_{site, {}, {}} {}

  std::vector<Entry> find() {
    for (const auto& listed : site_.index.documents)
      add_document(listed);
    add_organisation();
    add_law_and_terms();
    for (const auto& page : all_table_pages()) {
      add({.address = table_page_address(page),
           .title = words()[page.title],
           .note = words()[Word::search_register],
           .lead = words()[page.lead],
           .percent = percent_of_term});
    }
    add_own_registers();
    add_rows();
    return std::move(entries_);
  }

private:
  const WordTable& words() const { return site_.words(); }

  void add(Entry entry) {
    const auto page = entry.address.substr(0, entry.address.find('#'));
    if (site_.routes.has(page)) entries_.push_back(std::move(entry));
  }

  void add_document(const ListedDocument& listed) {
    const auto item = document_item(listed, {}, site_);
    Entry entry{.address = item.href, .title = item.title, .state = item.state};
    const auto* const revision = listed.revision;
    const auto unit =
        revision == nullptr ? std::string() : unit_link(revision->unit, {}, site_).text;
    entry.note = note_of({item.type, item.id, unit});
    const auto state = listed.day->state;
    const bool is_to_follow = state == DocumentState::in_force || state == DocumentState::upcoming;
    if (revision != nullptr && is_to_follow) {
      add_body(*revision, entry);
      if (revision->process) add_process(*revision->process, entry);
      const bool has_summary = !revision->summary.empty() || !revision->process;
      entry.lead = lead_of(has_summary ? revision->summary : revision->process->purpose);
    } else {
      entry.percent = percent_of_ended;
    }
    add(std::move(entry));
  }

  void add_organisation() {
    for (const auto& role : site_.handbook().roles) {
      Entry entry{.address = address::role(role.id),
                  .title = role.name,
                  .note = note_of({words()[Word::search_role], role.id}),
                  .lead = lead_of(role.mission)};
      entry.texts = {{Field::keyword, join(role.aliases, ", ")}, {Field::body, role.mission}};
      add(std::move(entry));
    }
    for (const auto& unit : site_.handbook().units) {
      add({.address = address::unit(unit.id),
           .title = unit.name,
           .note = note_of({words()[Word::search_unit], level_name(unit.level, site_.handbook())}),
           .lead = lead_of(unit.contact)});
    }
  }

  void add_law_and_terms() {
    for (const auto& term : site_.handbook().terms) {
      Entry entry{.address = address::term(term.id),
                  .title = term.term,
                  .note = words()[Word::search_term],
                  .lead = lead_of(term.definition),
                  .percent = percent_of_term};
      entry.texts = {{Field::keyword, join(term.synonyms, ", ")},
                     {Field::keyword, join(term.deprecated, ", ")},
                     {Field::body, term.definition}};
      add(std::move(entry));
    }
    for (const auto& source : site_.handbook().sources) {
      Entry entry{.address = address::law(source.id),
                  .title = source.title,
                  .note = note_of({words()[Word::search_law], source.number, source.short_name}),
                  .percent = percent_of_row};
      entry.texts = {{Field::keyword, join(source.aliases, ", ")}};
      add(std::move(entry));
    }
  }

  /// What the register is called on the site.
  std::string register_name(const Register& about, std::string_view href) const {
    if (const auto* const own = declaration_of(site_.handbook(), about))
      return own->said.name_plural;
    const auto pages = all_table_pages();
    const auto folder = href.substr(0, href.find('/'));
    const auto page = std::ranges::find(pages, folder, &TablePageInfo::folder);
    return words()[page == pages.end() ? Word::nav_reporting : page->title];
  }

  /// The rows of registers that have a place on a page.
  void add_rows() {
    for_each_row(site_.handbook(), [&](const RegisterRow& row) {
      const auto link = register_link(row, scope_);
      if (link.href.empty()) return;
      Entry entry{.address = link.href,
                  .title = link.text,
                  .note = note_of({register_name(*row.about, link.href), row.id()}),
                  .percent = percent_of_row};
      if (row.about->own != nullptr) add_texts(row, entry);
      add(std::move(entry));
    });
  }

  /// The texts of a row of the handbook's own are found too: a serial number leads to the thing.
  static void add_texts(const RegisterRow& row, Entry& entry) {
    for (const auto& key : row.shape().keys) {
      const bool is_text = key.form == Form::text && key.kind == ReferenceKind::none;
      if (is_text && key.name != "id" && !key.value<std::string>(row.row).empty())
        entry.texts.push_back({Field::body, key.value<std::string>(row.row)});
    }
  }

  void add_own_registers() {
    for (const auto& own : site_.handbook().own_registers) {
      const auto& said = own.declared->said;
      add({.address = own_page_address(*own.declared),
           .title = said.name_plural,
           .note = words()[Word::search_register],
           .lead = lead_of(said.introduction),
           .percent = percent_of_term});
    }
  }

  const SiteContext& site_;
  const LinkScope scope_;
  std::vector<Entry> entries_;
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
  return synonyms;
}

}  // namespace handbok
