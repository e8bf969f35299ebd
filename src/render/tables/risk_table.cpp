#include <algorithm>

#include "base/strings.hpp"
#include "derive/risk_value.hpp"
#include "render/tables/entity_links.hpp"
#include "render/tables/work_tables.hpp"

namespace handbok {
namespace {

struct ValuedRisk {
  const Risk* risk = nullptr;
  RiskValue value;
};

/// "12" and the name of its band.
Html value_html(const ValuedRisk& entry, const LinkScope& scope) {
  const auto& value = entry.value;
  if (value.assessment == nullptr) return text_html(scope.site.words()[Word::risk_not_assessed]);
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
    case GoverningProcess::quality:
      return Word::handling_quality;
    case GoverningProcess::internal_control:
      return Word::handling_internal_control;
    case GoverningProcess::work_env:
      return Word::handling_work_env;
    case GoverningProcess::goals:
      return Word::handling_goals;
    case GoverningProcess::unchosen:
      break;
  }
  return Word::handling_unchosen;
}

/// What is done about the risk; says so if it must be handled and nothing is.
Html handling_html(const ValuedRisk& entry, const LinkScope& scope) {
  const auto& words = scope.site.words();
  const auto& risk = *entry.risk;
  auto html = entities_html(risk.handled_by, scope);
  if (risk.treatment == RiskTreatment::accept) {
    const auto accepted =
        word_html(words, Word::risk_accepted, {role_html(risk.accepted_by, scope).text});
    return lines_html({html, accepted});
  }
  if (html.text.empty() && entry.value.must_be_handled) {
    return badge_html("overdue", words[Word::risk_untreated]);
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
                        const std::vector<const Risk*>& risks, const LinkScope& scope) {
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
               handling_html(entry, scope),
               lines_html({text_html(words[handling_word(risk.handled_in)]),
                           role_html(risk.owner, scope)})});
  }
  return table.take();
}

}  // namespace handbok
