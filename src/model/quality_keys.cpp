// The keys of what the work with quality finds and does: risks, self-checks, findings, actions,
// compilations and goals.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array assessment_keys = {
    key<&RiskAssessment::on>("on").essential().is(KeyPart::begins).event(),
    key<&RiskAssessment::probability>("probability").says("step of the scale, from 1"),
    key<&RiskAssessment::consequence>("consequence").says("step of the scale, from 1"),
    key<&RiskAssessment::by>("by").names_role(history),
};
HANDBOK_SHAPE(RiskAssessment, shape<RiskAssessment>(assessment_keys))

constexpr std::array risk_keys = {
    key<&Risk::id>("id").essential(),
    key<&Risk::event>("event").must().is(KeyPart::title).says("what may happen, in a few words"),
    key<&Risk::consequence_text>("consequence_text")
        .says("what it would mean for the person, in a sentence"),
    key<&Risk::unit>("unit").names_unit(Bond::belongs_to).is(KeyPart::unit),
    key<&Risk::process>("process").names_document(Bond::about),
    key<&Risk::node>("node").says("the step of the process"),
    key<&Risk::regimes>("regimes"),
    key<&Risk::exercise>("exercise").says("how it was found"),
    key<&Risk::exercise_year>("exercise_year").between(0, 9999),
    key<&Risk::trigger>("trigger").says("what gave rise to it"),
    key<&Risk::handled_in>("handled_in"),
    key<&Risk::treatment>("treatment"),
    key<&Risk::accepted_on>("accepted_on")
        .event()
        .says("left out: as far back as the register is known"),
    key<&Risk::accepted_by>("accepted_by")
        .names_role(Bond::decides)
        .known_by("accepted_on")
        .says("accepted it as it is"),
    key<&Risk::owner>("owner").names_role(Bond::owner).is(KeyPart::owner),
    key<&Risk::handled_by>("handled_by")
        .names_any(Bond::handled_by)
        .measure()
        .says("self-checks, actions, control items and documents"),
    key<&Risk::assessments>("assessment")
        .ordered(&sort_by<&RiskAssessment::on>)
        .says("one for each time, never rewritten"),
    key<&Risk::reassess_months>("reassess_months").months(0).says("how long an assessment holds"),
    key<&Risk::closed_on>("closed_on")
        .is(KeyPart::ends)
        .event()
        .says("first day on which it is no longer a risk"),
};
HANDBOK_SHAPE(Risk, shape<Risk>(risk_keys))

constexpr std::array occurrence_keys = {
    key<&CheckOccurrence::done_on>("done_on").must().event(),
    key<&CheckOccurrence::due_on>("due_on").says("the planned day it answers"),
    key<&CheckOccurrence::unit>("unit").names_unit(history),
    key<&CheckOccurrence::together>("together").says("one result for all units that make it"),
    key<&CheckOccurrence::outcome>("outcome"),
    key<&CheckOccurrence::value>("value"),
    key<&CheckOccurrence::analysis>("analysis"),
    key<&CheckOccurrence::decision>("decision")
        .names_any(history)
        .measure()
        .says("id of an action, or words"),
};

namespace {
/// A check that was not planned answers the day on which it was made.
void settle_occurrence(void* row) {
  auto& occurrence = *static_cast<CheckOccurrence*>(row);
  if (occurrence.due_on == Date{}) occurrence.due_on = occurrence.done_on;
}
}  // namespace
HANDBOK_SHAPE(CheckOccurrence, shape<CheckOccurrence>(occurrence_keys, &settle_occurrence))

constexpr std::array self_check_keys = {
    key<&SelfCheck::id>("id").essential(),
    key<&SelfCheck::what>("what").is(KeyPart::title),
    key<&SelfCheck::form>("form"),
    key<&SelfCheck::method>("method").says("the way that SOSFS 2011:9 names"),
    key<&SelfCheck::how>("how"),
    key<&SelfCheck::every_months>("every_months").months(0).says("0: on events only"),
    key<&SelfCheck::first_on>("first_on")
        .says("first planned day; the next ones follow by `every_months`"),
    key<&SelfCheck::on_last_day>("on_last_day")
        .says("on the last day of the month, however long it is"),
    key<&SelfCheck::documented_in>("documented_in"),
    key<&SelfCheck::performed_by>("performed_by").names_role(Bond::performs).is(KeyPart::owner),
    key<&SelfCheck::analysed_by>("analysed_by").names_role(Bond::analyses),
    key<&SelfCheck::checks>("checks").names_document(Bond::checks),
    key<&SelfCheck::regimes>("regimes").says(
        "left out, with `units`: every unit of ours whose work the law covers makes it"),
    key<&SelfCheck::units>("units").names_unit(Bond::concerns).is(KeyPart::unit),
    key<&SelfCheck::except_units>("except_units").names_unit(Bond::names),
    key<&SelfCheck::breakdown>("breakdown").says("`sex`, `age` …"),
    key<&SelfCheck::occurrences>("occurrence").ordered(&sort_by<&CheckOccurrence::due_on>),
    key<&SelfCheck::ends_on>("ends_on")
        .is(KeyPart::ends)
        .says("first day on which it is no longer made"),
};
HANDBOK_SHAPE(SelfCheck, shape<SelfCheck>(self_check_keys))

constexpr std::array finding_keys = {
    key<&Finding::id>("id").essential(),
    key<&Finding::text>("text").must().is(KeyPart::title).says("what somebody saw"),
    key<&Finding::kind>("kind"),
    key<&Finding::source>("source").says(
        "`self_check`, `risk`, `compilation`, `report`, `review`, `audit` or `supervision`"),
    key<&Finding::source_id>("source_id").names_any(Bond::origin).says("which one"),
    key<&Finding::found_on>("found_on").must().is(KeyPart::begins),
    key<&Finding::about>("about").names_document(Bond::about),
    key<&Finding::verdict>("verdict").says("whether the document is fit"),
    key<&Finding::decision>("decision")
        .names_any(Bond::led_to)
        .measure()
        .says("id of an action, or words"),
    key<&Finding::cause>("cause"),
};
HANDBOK_SHAPE(Finding, shape<Finding>(finding_keys))

constexpr std::array action_keys = {
    key<&Action::id>("id").essential(),
    key<&Action::title>("title").must().is(KeyPart::title),
    key<&Action::origin>("origin"),
    key<&Action::origin_id>("origin_id").names_any(Bond::origin).says("which one"),
    key<&Action::responsible>("responsible").names_role(Bond::responsible).is(KeyPart::owner),
    key<&Action::unit>("unit").names_unit(Bond::belongs_to).is(KeyPart::unit),
    key<&Action::decided_on>("decided_on").is(KeyPart::begins),
    key<&Action::due_on>("due_on").says("the last day to be done"),
    key<&Action::status>("status"),
    key<&Action::cancelled_reason>("cancelled_reason"),
    key<&Action::done_on>("done_on").event().says("done, or cancelled"),
    key<&Action::effect_check_on>("effect_check_on").says("the day to see whether it helped"),
    key<&Action::effect>("effect").known_by("done_on"),
    key<&Action::cause>("cause"),
    key<&Action::planned_in>("planned_in")
        .names_any(Bond::planned_in)
        .says("id of a plan, or words"),
    key<&Action::escalated_to>("escalated_to")
        .names_any(Bond::escalated_to)
        .says("id of a forum or unit"),
};
HANDBOK_SHAPE(Action, shape<Action>(action_keys))

constexpr std::array message_count_keys = {
    key<&MessageCount::kind>("kind").must().says(
        "a word of your own; the reports of the year use `complaint`, `view`, `deviation`, "
        "`lex_sarah_report`, `investigated_event` and `serious_injury`"),
    key<&MessageCount::number>("number"),
    key<&MessageCount::unit>("unit").names_unit(history).says("one part of the total"),
    key<&MessageCount::process>("process").names_document(history).says("one part of the total"),
};
HANDBOK_SHAPE(MessageCount, shape<MessageCount>(message_count_keys))

constexpr std::array feedback_keys = {
    key<&Feedback::on>("on").must().event(),
    key<&Feedback::to>("to").names_any(history).says("units and forums that were told"),
};
HANDBOK_SHAPE(Feedback, shape<Feedback>(feedback_keys))

constexpr std::array compilation_keys = {
    key<&Compilation::id>("id").essential(),
    key<&Compilation::unit>("unit")
        .names_unit(Bond::belongs_to)
        .is(KeyPart::unit)
        .says("whose; left out: everybody's"),
    key<&Compilation::first_day>("first_day").must(),
    key<&Compilation::until>("until")
        .must()
        .is(KeyPart::begins)
        .says("the first day after the period"),
    key<&Compilation::counts>("count").says(
        "with `unit` or `process` one part of the total, without both the total"),
    key<&Compilation::analysed_on>("analysed_on").event(),
    key<&Compilation::analysed_by>("analysed_by").names_role(Bond::analyses).is(KeyPart::owner),
    key<&Compilation::analysis>("analysis").is(KeyPart::title).known_by("analysed_on"),
    key<&Compilation::patterns>("patterns").known_by("analysed_on").says("what recurs"),
    key<&Compilation::decisions>("decisions")
        .names_any(Bond::led_to)
        .measure()
        .known_by("analysed_on")
        .says("actions and documents"),
    key<&Compilation::feedback>("feedback"),
};
HANDBOK_SHAPE(Compilation, shape<Compilation>(compilation_keys))

constexpr std::array outcome_keys = {
    key<&GoalOutcome::period>("period").must(),
    key<&GoalOutcome::value>("value").must(),
    key<&GoalOutcome::on>("on").must().event(),
    key<&GoalOutcome::unit>("unit").names_unit(history).says("whose it is"),
    key<&GoalOutcome::together>("together").says("one for all units whose goal it is"),
};
HANDBOK_SHAPE(GoalOutcome, shape<GoalOutcome>(outcome_keys))

constexpr std::array goal_keys = {
    key<&Goal::id>("id").essential(),
    key<&Goal::title>("title").must().is(KeyPart::title),
    key<&Goal::units>("units")
        .names_unit(Bond::concerns)
        .is(KeyPart::unit)
        .says("whose goal it is"),
    key<&Goal::parent>("parent").names_any(Bond::part_of).says("the goal it breaks down"),
    key<&Goal::origin>("origin").says("`law`, `own` or `user`"),
    key<&Goal::area>("area"),
    key<&Goal::indicator>("indicator").says("what is measured"),
    key<&Goal::target>("target").says("the value to reach"),
    key<&Goal::measured_by>("measured_by")
        .names_any(Bond::measured_by)
        .says("self-checks, or `SAM` for the compilations"),
    key<&Goal::by_sex>("by_sex").says("shown for women and men"),
    key<&Goal::owner>("owner").names_role(Bond::owner).is(KeyPart::owner),
    key<&Goal::valid_from>("valid_from").is(KeyPart::begins),
    key<&Goal::valid_to>("valid_to").is(KeyPart::ends).says("first day it no longer holds"),
    key<&Goal::outcomes>("outcome").says("what came out"),
};
HANDBOK_SHAPE(Goal, shape<Goal>(goal_keys))

}  // namespace handbok
