// The keys of forums, the calendar, reviews, plans and reports, and of the registers of practice.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array agenda_point_keys = {
    key<&AgendaPoint::title>("title").essential(),
    key<&AgendaPoint::lists>("lists").says("what the point is filled with out of the registers"),
    key<&AgendaPoint::only_own>("only_own").says("only what one of the forum's roles answers for"),
};
HANDBOK_SHAPE(AgendaPoint, shape<AgendaPoint>(agenda_point_keys))

constexpr std::array forum_keys = {
    key<&Forum::id>("id").essential(),
    key<&Forum::name>("name").must().is(KeyPart::title),
    key<&Forum::level>("level"),
    key<&Forum::every_months>("every_months").months(0),
    key<&Forum::first_on>("first_on").says("a day on which it meets"),
    key<&Forum::roles>("roles").names_role(Bond::participates),
    key<&Forum::agenda>("agenda").or_texts("title").says(
        "standing points; a list of headings will do"),
    key<&Forum::minutes_kept_at>("minutes_kept_at"),
};
HANDBOK_SHAPE(Forum, shape<Forum>(forum_keys))

constexpr std::array moved_keys = {
    value_key<Date>("to").essential().says("another day in the same year, by decision")};
HANDBOK_SHAPE(Date, shape<Date>(moved_keys))

constexpr std::array calendar_keys = {
    key<&CalendarItem::id>("id").essential(),
    key<&CalendarItem::title>("title").must().is(KeyPart::title),
    key<&CalendarItem::kind>("kind"),
    key<&CalendarItem::month>("month"),
    key<&CalendarItem::day>("day").says("a day that the month lacks means its last"),
    key<&CalendarItem::on_last_day>("on_last_day").says("the last day of the month"),
    key<&CalendarItem::week>("week").says("of the month; 5: the last"),
    key<&CalendarItem::weekday>("weekday").says("1 Monday … 7 Sunday"),
    key<&CalendarItem::relative_to>("relative_to").names_any(Bond::follows).says("another item"),
    key<&CalendarItem::days_before>("days_before"),
    key<&CalendarItem::every_months>("every_months").months(0).says("how often from that month on"),
    key<&CalendarItem::weekend>("weekend").says("a Saturday or Sunday becomes the Friday before or "
                                                "the Monday after; a deadline by law never moves"),
    rows_key<&CalendarItem::moved_to>("moved"),
    key<&CalendarItem::valid_from>("valid_from"),
    key<&CalendarItem::valid_to>("valid_to")
        .is(KeyPart::ends)
        .says("first day it no longer recurs"),
    key<&CalendarItem::responsible>("responsible").names_role(Bond::responsible).is(KeyPart::owner),
    key<&CalendarItem::units>("units")
        .names_unit(Bond::concerns)
        .is(KeyPart::unit)
        .says("left out: all"),
    key<&CalendarItem::links>("links").names_any(Bond::about).says("what it is about"),
};
HANDBOK_SHAPE(CalendarItem, shape<CalendarItem>(calendar_keys))

constexpr std::array review_keys = {
    key<&ManagementReview::id>("id").essential(),
    key<&ManagementReview::held_on>("held_on").event(),
    key<&ManagementReview::planned_on>("planned_on"),
    key<&ManagementReview::participants>("participants").names_role(Bond::participates),
    key<&ManagementReview::inputs>("inputs"),
    key<&ManagementReview::outcome>("outcome").known_by("held_on"),
    key<&ManagementReview::conclusion>("conclusion").is(KeyPart::title).known_by("held_on"),
    key<&ManagementReview::decisions>("decisions")
        .names_any(Bond::led_to)
        .measure()
        .known_by("held_on"),
    key<&ManagementReview::minutes>("minutes").names_document(Bond::rests_on).known_by("held_on"),
};
HANDBOK_SHAPE(ManagementReview, shape<ManagementReview>(review_keys))

constexpr std::array plan_keys = {
    key<&Plan::id>("id").essential().names_document(Bond::names).says("the document's"),
    key<&Plan::kind>("kind"),
    key<&Plan::year>("year").between(0, 9999).is(KeyPart::title),
    key<&Plan::unit>("unit").names_unit(Bond::belongs_to).is(KeyPart::unit),
};
HANDBOK_SHAPE(Plan, shape<Plan>(plan_keys))

constexpr std::array control_item_keys = {
    key<&ControlItem::id>("id").essential(),
    key<&ControlItem::plan>("plan").must().names_document(Bond::planned_in),
    key<&ControlItem::risk>("risk").names_any(Bond::about),
    key<&ControlItem::method>("method").is(KeyPart::title),
    key<&ControlItem::responsible>("responsible").names_role(Bond::responsible).is(KeyPart::owner),
    key<&ControlItem::every_months>("every_months").months(0),
    key<&ControlItem::outcome_on>("outcome_on")
        .event()
        .says("from when the outcome is known; left out: told, but without saying since when"),
    key<&ControlItem::outcome>("outcome").known_by("outcome_on"),
    key<&ControlItem::carry_over>("carry_over").known_by("outcome_on").says("goes on next year"),
};
HANDBOK_SHAPE(ControlItem, shape<ControlItem>(control_item_keys))

constexpr std::array report_keys = {
    key<&YearlyReport::id>("id").essential().names_document(Bond::names).says("the document's"),
    key<&YearlyReport::kind>("kind"),
    key<&YearlyReport::year>("year").between(0, 9999).is(KeyPart::title),
    key<&YearlyReport::covers>("covers")
        .names_unit(Bond::concerns)
        .says("a unit stands for all below it; left out: the unit of its document"),
    key<&YearlyReport::investigated_events>("investigated_events"),
    key<&YearlyReport::serious_injuries>("serious_injuries"),
    key<&YearlyReport::board_action>("board_action").says("`approved` or `notified`"),
};
HANDBOK_SHAPE(YearlyReport, shape<YearlyReport>(report_keys))

constexpr std::array contract_report_keys = {
    key<&ContractReport::id>("id").essential(),
    key<&ContractReport::unit>("unit").must().names_unit(Bond::belongs_to).is(KeyPart::unit),
    key<&ContractReport::agreement>("agreement").names_document(Bond::agreement),
    key<&ContractReport::kind>("kind"),
    key<&ContractReport::year>("year").between(0, 9999).is(KeyPart::title),
    key<&ContractReport::due_on>("due_on").must(),
    key<&ContractReport::received_on>("received_on").is(KeyPart::ends).event(),
    key<&ContractReport::board_action>("board_action")
        .known_by("received_on")
        .says("`approved` or `notified`"),
};
HANDBOK_SHAPE(ContractReport, shape<ContractReport>(contract_report_keys))

constexpr std::array method_keys = {
    key<&Method::id>("id").essential(),
    key<&Method::name>("name").must().is(KeyPart::title),
    key<&Method::use>("use").says("when"),
    key<&Method::principles>("principles"),
    key<&Method::basis>("basis"),
    key<&Method::documents>("documents").names_document(Bond::uses),
};
HANDBOK_SHAPE(Method, shape<Method>(method_keys))

constexpr std::array information_source_keys = {
    key<&InformationSource::id>("id").essential(),
    key<&InformationSource::kind>("kind").says(
        "`user_survey`, `staff_survey`, `external_follow_up`, `deviation_report`, "
        "`patient_committee`, `quality_register`, `open_comparison`, `risk_analysis` or "
        "`event_analysis`"),
    key<&InformationSource::name>("name").must().is(KeyPart::title),
    key<&InformationSource::owner>("owner").names_role(Bond::owner).is(KeyPart::owner),
    key<&InformationSource::period>("period"),
    key<&InformationSource::kept_at>("kept_at"),
    key<&InformationSource::used_in>("used_in").names_any(Bond::uses),
};
HANDBOK_SHAPE(InformationSource, shape<InformationSource>(information_source_keys))

constexpr std::array external_system_keys = {
    key<&ExternalSystem::id>("id").essential(),
    key<&ExternalSystem::name>("name").must().is(KeyPart::title),
    key<&ExternalSystem::holds>("holds").says("what is found there"),
    key<&ExternalSystem::url>("url").written_as(Grammar::web_address),
};
HANDBOK_SHAPE(ExternalSystem, shape<ExternalSystem>(external_system_keys))

constexpr std::array evidence_keys = {
    key<&EvidenceRef::id>("id").essential(),
    key<&EvidenceRef::kind>("kind"),
    key<&EvidenceRef::title>("title").must().is(KeyPart::title),
    key<&EvidenceRef::unit>("unit").names_unit(Bond::belongs_to).is(KeyPart::unit),
    key<&EvidenceRef::kept_at>("kept_at").must(),
    key<&EvidenceRef::from>("from").is(KeyPart::begins).says("the first day that it covers"),
    key<&EvidenceRef::to>("to").says("the last"),
    key<&EvidenceRef::requirements>("requirements")
        .names_any(Bond::answers_to)
        .says("what it shows"),
};
HANDBOK_SHAPE(EvidenceRef, shape<EvidenceRef>(evidence_keys))

constexpr std::array rollout_keys = {
    key<&Rollout::id>("id").essential(),
    key<&Rollout::document>("document").must().names_document(Bond::about),
    key<&Rollout::unit>("unit").must().names_unit(Bond::concerns).is(KeyPart::unit),
    key<&Rollout::measure>("measure"),
    key<&Rollout::responsible>("responsible").names_role(Bond::responsible).is(KeyPart::owner),
    key<&Rollout::due_on>("due_on"),
    key<&Rollout::done_on>("done_on").is(KeyPart::ends).event(),
    key<&Rollout::note>("note").is(KeyPart::title),
};
HANDBOK_SHAPE(Rollout, shape<Rollout>(rollout_keys))

}  // namespace handbok
