#include "edit/far_days.hpp"

#include "diag/code_names.hpp"
#include "edit/guards.hpp"

namespace handbok {
namespace {

constexpr int months_max = 120;

bool is_years_away(Date day, Date today) {
  return day < today.plus_months(-months_max) || today.plus_months(months_max) < day;
}

}  // namespace

std::vector<Diagnostic> far_days(const EditRequest& request, Date on, Date today) {
  Outcome outcome;
  std::visit(
      [&](const auto& asked) {
        DocumentId document;
        if constexpr (requires { asked.document; }) document = asked.document;
        const auto refuse_day = [&](std::string_view option, Date day) {
          refuse(outcome, Code::edit_far_day, document,
                 {std::string(option), day.to_string(), today.to_string()});
        };
        if (today < on || is_years_away(on, today)) refuse_day("--on", on);
        const auto judge = [&](std::string_view option, const std::optional<Date>& day) {
          if (day && is_years_away(*day, today)) refuse_day(option, *day);
        };
        if constexpr (requires { asked.valid_from; }) judge("--valid-from", asked.valid_from);
        if constexpr (requires { asked.valid_to; }) judge("--valid-to", asked.valid_to);
        if constexpr (requires { asked.next_review; }) judge("--next-review", asked.next_review);
        if constexpr (requires { asked.effective_on; }) judge("--effective", asked.effective_on);
      },
      request);
  return outcome.refusals;
}

}  // namespace handbok
