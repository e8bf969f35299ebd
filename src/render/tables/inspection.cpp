// "För den som granskar": where an inspector finds the answers, in the order in which they are
// asked.
#include "render/addresses.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// The rows of the guide: a question, and the pages that answer it. A question without a page is
/// left out.
class InspectionGuide {
public:
  explicit InspectionGuide(const LinkScope& scope)
      : scope_(scope),
        words_(scope.site.words()),
        table_("fragor", words_[Word::inspection_heading],
               {words_[Word::inspection_question], words_[Word::inspection_answer]}) {}

  TableSection section() {
    const auto& settings = scope_.site.handbook().settings;
    add(Word::inspection_principal,
        {unit_html(settings.principal, scope_), entity_html(settings.adopted_by, scope_)});
    add(Word::inspection_requirements,
        {page("krav", Word::requirements_title), page("matris", Word::matrix_title)});
    add(Word::inspection_processes, {fixed(address::processes, Word::nav_processes)});
    add(Word::inspection_duties, {page("ansvar", Word::duties_title)});
    add(Word::inspection_complaints, {entity_html(settings.complaints, scope_),
                                      page("sammanstallningar", Word::compilations_title),
                                      page("atgarder", Word::actions_title)});
    add(Word::inspection_reporting, {fixed(address::reporting, Word::nav_reporting)});
    add(Word::inspection_risks, {page("risker", Word::risks_title)});
    add(Word::inspection_checks, {page("egenkontroll", Word::self_checks_title)});
    add(Word::inspection_collaboration, {page("samverkan", Word::collaboration_title)});
    add(Word::inspection_reports, {page("berattelser", Word::reports_title)});
    add(Word::inspection_review, {page("forum", Word::forums_title)});
    add(Word::inspection_archive, {fixed(address::archive, Word::nav_archive)});
    add(Word::inspection_shortcomings, {fixed(address::control, Word::nav_control)});
    return table_.take();
  }

private:
  Html page(std::string_view folder, Word title) const {
    return fixed(std::string(folder) + "/index.html", title);
  }

  /// A link to a page of the site, or nothing if the site has no such page.
  Html fixed(std::string_view page_address, Word title) const {
    if (!scope_.site.routes.has(page_address)) return {};
    return link_html(scope_.root + std::string(page_address), words_[title]);
  }

  void add(Word question, const std::vector<Html>& answers) {
    auto html = lines_html(answers);
    if (!html.text.empty()) table_.add({}, text_html(words_[question]), {std::move(html)});
  }

  const LinkScope& scope_;
  const WordTable& words_;
  TableBuilder table_;
};

}  // namespace

bool has_inspection_page(const Handbook& handbook) {
  return !handbook.documents.empty();
}

std::vector<TableSection> inspection_sections(const LinkScope& scope) {
  return {InspectionGuide(scope).section()};
}

}  // namespace handbok
