// "För den som granskar": the questions that an inspector asks, for a chosen unit and day, and
// where an inspector finds the rest of the answers, in the order in which they are asked.
#include <array>

#include "base/strings.hpp"
#include "render/addresses.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/table_page.hpp"

namespace handbok {
namespace {

/// A question about a unit on a day. Its link leads to the page of days, to what is asked there; to
/// the page of the unit; or to `page`. The command answers the same; what its braces hold is in
/// `placeholders`.
struct Question {
  Word text;
  Word answer;
  std::string_view asked;  ///< "galler", "inforande" …; empty: the page alone
  std::string_view page;   ///< without a script, or always
  std::string_view command;
};

constexpr auto questions = std::to_array<Question>({
    {Word::asked_text, Word::asked_text_answer, "galler", address::dates,
     "handbok asof {day} --unit {unit}"},
    {Word::asked_rest, Word::asked_rest_answer, "galler", address::dates,
     "handbok asof {day} --unit {unit}"},
    {Word::asked_proof, Word::asked_proof_answer, "", "om/index.html#kontroll",
     "handbok proof --unit {unit} --on {day} --to {published}"},
    {Word::asked_before, Word::asked_before_answer, "galler", address::dates,
     "handbok diff {document} --as-of {day}"},
    {Word::asked_told, Word::asked_told_answer, "inforande", address::units,
     "handbok export csv rollouts --as-of {day}"},
    {Word::asked_old, Word::asked_old_answer, "oversyn", address::dates,
     "handbok export csv documents --as-of {day}"},
    {Word::asked_uncovered, Word::asked_uncovered_answer, "krav", address::dates,
     "handbok matrix --unit {unit} --as-of {day}"},
    {Word::asked_risks, Word::risks_title, "", "risker/index.html",
     "handbok export csv risks --as-of {day}"},
    {Word::asked_complaints, Word::compilations_title, "", "sammanstallningar/index.html",
     "handbok impact {compilation} --as-of {day}"},
    {Word::asked_decisions, Word::asked_decisions_answer, "beslut", address::dates,
     "handbok export csv decisions --as-of {day}"},
    {Word::asked_contractors, Word::reports_title, "", "berattelser/index.html",
     "handbok export csv contract_reports --as-of {day}"},
    {Word::asked_reports, Word::reports_title, "", "berattelser/index.html",
     "handbok export csv reports --as-of {day}"},
});

struct Placeholder {
  std::string_view name;
  Word word;
  bool is_chosen;  ///< on the page; else whoever runs the command knows it
};

constexpr auto placeholders = std::to_array<Placeholder>({
    {"{unit}", Word::asked_a_unit, true},
    {"{day}", Word::asked_a_day, true},
    {"{document}", Word::asked_a_document, false},
    {"{compilation}", Word::asked_a_compilation, false},
    {"{published}", Word::asked_a_folder, false},
});

/// With the script, which fills in what is chosen, and without it.
Html command_html(std::string_view command, const WordTable& words) {
  std::string filled(command);
  auto shown = filled;
  for (const auto& [name, word, is_chosen] : placeholders) {
    shown = replaced(shown, name, words[word]);
    if (!is_chosen) filled = replaced(filled, name, words[word]);
  }
  return {"<code data-command=\"" + escape_html(filled) + "\">" + escape_html(shown) + "</code>"};
}

/// A link to a page of the site with the word, or nothing if the site has no such page. What it
/// asks of the page is filled in by themes/default/days.js.
Html answer_html(const Question& question, const LinkScope& scope) {
  const auto page = question.page.substr(0, question.page.find('#'));
  if (!scope.site.routes.has(page)) return {};
  auto html =
      link_html(scope.root + std::string(question.page), scope.site.words()[question.answer]);
  if (!question.asked.empty())
    html.text.insert(2, " data-question=\"" + std::string(question.asked) + "\"");  // after "<a"
  return html;
}

TableSection question_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  TableBuilder table("tolv-fragor", words[Word::asked_heading],
                     {words[Word::inspection_question], words[Word::inspection_answer],
                      words[Word::asked_command]});
  for (const auto& question : questions) {
    auto answer = answer_html(question, scope);
    if (answer.text.empty()) continue;
    table.add({}, text_html(words[question.text]),
              {std::move(answer), command_html(question.command, words)});
  }
  if (scope.site.routes.has(address::dates)) {
    table.section().intro = {"<p>" + escape_html(words[Word::asked_intro]) + "</p>\n"};
    table.section().figure = {"<div id=\"day-choice\" data-root=\"" + scope.root +
                              "\"></div>\n<script src=\"" + scope.root +
                              std::string(address::day_data) + "\" defer></script>\n"};
  }
  return table.take();
}

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
  return {question_section(scope), InspectionGuide(scope).section()};
}

}  // namespace handbok
