// "Risker": what may go wrong, how bad it is and what is done about it.

#include <algorithm>

#include "base/strings.hpp"
#include "derive/missing_history.hpp"
#include "derive/risk_value.hpp"
#include "model/enum_names.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/standing_parts.hpp"
#include "render/tables/table_page.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

/// The risks of one scale, counted by probability and consequence.
class RiskMatrix {
public:
  RiskMatrix(const RiskScale& scale, const LinkScope& scope) : scale_(scale), scope_(scope) {}

  Html html() const {
    const auto& words = scope_.site.words();
    std::string table =
        "<table class=\"risk-matrix\"><caption>" +
        escape_html(words.fill(Word::risk_matrix_caption,
                               {axis(scale_.probability_name, Word::risk_probability),
                                axis(scale_.consequence_name, Word::risk_consequence)})) +
        "</caption>\n<thead><tr><td></td>";
    for (std::size_t step = 0; step < scale_.consequence.size(); ++step)
      table += header("col", static_cast<int>(step) + 1, scale_.consequence[step]);
    table += "</tr></thead>\n<tbody>\n";
    for (auto step = static_cast<int>(scale_.probability.size()); step > 0; --step)
      table += row(step);
    return {table + "</tbody></table>\n"};
  }

private:
  std::string axis(const std::string& name, Word otherwise) const {
    return name.empty() ? scope_.site.words()[otherwise] : name;
  }

  static std::string header(std::string_view scope, int step, const std::string& name) {
    return "<th scope=\"" + std::string(scope) + "\">" + std::to_string(step) + " <small>" +
           escape_html(name) + "</small></th>";
  }

  std::string row(int probability) const {
    std::string html =
        "<tr>" +
        header("row", probability, scale_.probability[static_cast<std::size_t>(probability) - 1]);
    for (int consequence = 1; consequence <= static_cast<int>(scale_.consequence.size());
         ++consequence)
      html += cell(probability, consequence);
    return html + "</tr>\n";
  }

  std::string cell(int probability, int consequence) const {
    const auto* const band = band_for(scale_, probability, consequence);
    const auto rank = band == nullptr ? 0 : band - scale_.bands.data() + 1;
    std::string html = "<td class=\"risk-band-" + std::to_string(rank) + "\">";
    const auto risks = risks_at(probability, consequence);
    if (band != nullptr) html += "<small>" + escape_html(band->name) + "</small>";
    if (!risks.empty()) {
      html += " <strong>" + std::to_string(risks.size()) + "</strong><br>";
      html += joined_html(risks, " ").text;
    }
    return html + "</td>";
  }

  std::vector<Html> risks_at(int probability, int consequence) const {
    std::vector<Html> links;
    const auto day = scope_.site.view().day();
    for (const auto& risk : scope_.site.handbook().risks) {
      if (!is_open_on(risk, day)) continue;
      const auto value = risk_value_on(scope_.site.handbook().settings, risk, day);
      if (value.scale != &scale_ || value.assessment == nullptr) continue;
      if (value.assessment->probability != probability) continue;
      if (value.assessment->consequence == consequence)
        links.push_back(link_html("#" + risk.id, risk.id));
    }
    return links;
  }

  const RiskScale& scale_;
  const LinkScope& scope_;
};

Word exercise_word(RiskExercise exercise) {
  switch (exercise) {
    case RiskExercise::risk_dialogue: return Word::exercise_risk_dialogue;
    case RiskExercise::vor: return Word::exercise_vor;
    case RiskExercise::change: return Word::exercise_change;
    case RiskExercise::event_analysis: return Word::exercise_event_analysis;
    case RiskExercise::work_env: return Word::exercise_work_env;
    case RiskExercise::ongoing: return Word::exercise_ongoing;
  }
  return Word::exercise_ongoing;
}

/// "Riskmatris: Väsentlighets- och riskanalys": the scale's name, or what it weighs.
std::string matrix_heading(const RiskScale& scale, const WordTable& words) {
  std::vector<std::string> exercises;
  for (const auto& exercise : scale.exercises) {
    for (const auto& known : names<RiskExercise>) {
      if (known.name == exercise)
        exercises.push_back(words[exercise_word(static_cast<RiskExercise>(known.value))]);
    }
  }
  const auto name = scale.name.empty() ? join(exercises, ", ") : scale.name;
  return name.empty() ? words[Word::risks_matrix] : words[Word::risks_matrix] + ": " + name;
}

/// How the risk was judged over the years: "17 september 2026: 3 × 4 = 12".
Html history_html(const Risk& risk, const LinkScope& scope) {
  std::vector<Html> lines;
  for (const auto& assessment : risk.assessments) {
    if (assessment.on > scope.site.view().day()) continue;
    auto line = date_html(assessment.on, scope.site.words());
    line.text += ": " + std::to_string(assessment.probability) + "\u00a0×\u00a0" +
                 std::to_string(assessment.consequence) + "\u00a0=\u00a0" +
                 std::to_string(assessment.probability * assessment.consequence);
    if (!assessment.by.empty()) line.text += ", " + role_html(assessment.by, scope).text;
    lines.push_back(std::move(line));
  }
  std::ranges::reverse(lines);
  return lines_html(lines);
}

TableSection history_section(const LinkScope& scope) {
  const auto& words = scope.site.words();
  std::vector<std::string> columns{words[Word::risk_event], words[Word::risk_assessments],
                                   words[Word::risk_exercise]};
  if (!scope.site.handbook().settings.regimes.empty()) columns.push_back(words[Word::risk_regimes]);
  TableBuilder table("bedomningar", words[Word::risks_history], std::move(columns));
  for (const auto& risk : scope.site.handbook().risks) {
    if (!is_known_on(risk, scope.site.view().day())) continue;
    auto exercise = words[exercise_word(risk.exercise)];
    if (risk.exercise_year) exercise += " " + std::to_string(*risk.exercise_year);
    const bool is_open = is_open_on(risk, scope.site.view().day());
    auto head = is_open ? link_html("#" + risk.id, risk.id) : text_html(risk.id);
    head.text += " " + escape_html(risk.event);
    table.add(
        is_open ? std::string() : risk.id, std::move(head),
        {history_html(risk, scope), lines_html({text_html(exercise), text_html(risk.trigger)}),
         text_html(regime_names(risk.regimes, scope.site.handbook()))});
  }
  return table.take();
}

}  // namespace

bool has_risks_page(const Handbook& handbook) {
  return !handbook.risks.empty();
}

std::vector<TableSection> risks_sections(const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& settings = scope.site.handbook().settings;
  std::vector<TableSection> sections;
  std::vector<const Risk*> open;
  for (const auto& risk : scope.site.handbook().risks) {
    if (is_open_on(risk, scope.site.view().day())) open.push_back(&risk);
  }
  sections.push_back(risk_table("oppna", words[Word::risks_open], open, scope));
  for (const auto& scale : settings.risk_scales) {
    TableSection matrix;
    matrix.anchor = "matris-" + scale.id;
    matrix.heading = matrix_heading(scale, words);
    matrix.figure = RiskMatrix(scale, scope).html();
    sections.push_back(std::move(matrix));
  }
  sections.push_back(history_section(scope));
  return sections;
}

namespace {

struct ValuedRisk {
  const Risk* risk = nullptr;
  RiskValue value;
};

/// "12" and the name of its band.
Html value_html(const ValuedRisk& entry, const LinkScope& scope) {
  const auto& value = entry.value;
  if (value.assessment == nullptr) {
    return is_known(scope.site.view(), scope.site.view().day(), "risks")
               ? text_html(scope.site.words()[Word::risk_not_assessed])
               : standing_badge(Standing::unknown, scope);
  }
  std::string html = "<strong>" + std::to_string(value.value) + "</strong>";
  if (value.band != nullptr && value.scale != nullptr) {
    const auto rank = value.band - value.scale->bands.data() + 1;
    html += " <span class=\"risk-band risk-band-" + std::to_string(rank) + "\">" +
            escape_html(value.band->name) + "</span>";
  }
  html += "<br><small>" + date_html(value.assessment->on, scope.site.words()).text + "</small>";
  return {html};
}

Word handling_word(GoverningProcess process) {
  switch (process) {
    case GoverningProcess::quality: return Word::handling_quality;
    case GoverningProcess::internal_control: return Word::handling_internal_control;
    case GoverningProcess::work_env: return Word::handling_work_env;
    case GoverningProcess::goals: return Word::handling_goals;
    case GoverningProcess::unchosen: break;
  }
  return Word::handling_unchosen;
}

/// What is done about the risk, in the unit if it does the work; says so if it must be handled and
/// nothing is.
Html handling_html(const ValuedRisk& entry, const OrgUnit* unit, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& risk = *entry.risk;
  const auto& view = scope.site.view();
  auto handlers = working_handlers(view, risk);
  if (unit != nullptr && has_standing(view, *unit))
    handlers = handlers_in(view, std::move(handlers), *unit);
  const auto html = entities_html(handlers, scope);
  if (is_accepted(view, risk)) {
    const auto accepted =
        word_html(words, Word::risk_accepted, {role_html(risk.accepted_by, scope).text});
    return lines_html({html, accepted, optional_date_html(risk.accepted_on, scope)});
  }
  if (html.text.empty() && entry.value.must_be_handled) {
    return is_known(view, view.day(), "risks actions self_checks control_items")
               ? badge_html("overdue", words[Word::risk_untreated])
               : standing_badge(Standing::unknown, scope);
  }
  return html;
}

/// The process, and the step in it.
Html place_html(const Risk& risk, const LinkScope& scope) {
  if (risk.process.empty()) return {};
  const auto reference = risk.node.empty() ? risk.process : risk.process + "#" + risk.node;
  const auto target = document_target(reference, scope);
  return target.href.empty() ? Html{} : link_html(target.href, target.text);
}

}  // namespace

TableSection risk_table(std::string anchor, std::string heading,
                        const std::vector<const Risk*>& risks, const LinkScope& scope,
                        const OrgUnit* unit) {
  const auto& words = scope.site.words();
  TableBuilder table(std::move(anchor), std::move(heading),
                     {words[Word::risk_event], words[Word::risk_value], words[Word::risk_place],
                      words[Word::risk_handled_by], words[Word::risk_handled_in]});
  std::vector<ValuedRisk> entries;
  entries.reserve(risks.size());
  for (const auto* const risk : risks) {
    entries.push_back(
        {risk, risk_value_on(scope.site.handbook().settings, *risk, scope.site.view().day())});
  }
  std::ranges::stable_sort(entries, [](const ValuedRisk& a, const ValuedRisk& b) {
    return a.value.value > b.value.value;
  });
  // A unit that all risks share says nothing.
  const bool units_differ = std::ranges::any_of(
      risks, [&](const Risk* risk) { return risk->unit != risks.front()->unit; });
  for (const auto& entry : entries) {
    const auto& risk = *entry.risk;
    auto head = named_html(risk.event, risk.id);
    if (!risk.consequence_text.empty()) {
      head.text += "<br><small>" + escape_html(risk.consequence_text) + "</small>";
    }
    table.add(risk.id, std::move(head),
              {value_html(entry, scope),
               lines_html({place_html(risk, scope),
                           unit_html(units_differ ? risk.unit : UnitId(), scope)}),
               handling_html(entry, unit, scope),
               lines_html({text_html(words[handling_word(risk.handled_in)]),
                           role_html(risk.owner, scope)})});
  }
  return table.take();
}

}  // namespace handbok
