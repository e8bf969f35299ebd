// The keys of requirements, exemptions, duties, rights to decide, duties to report and services.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array responsible_keys = {
    key<&Responsible::role>("role").must().names_role(Bond::responsible),
    key<&Responsible::lead>("lead"),
};
HANDBOK_SHAPE(Responsible, shape<Responsible>(responsible_keys))

constexpr std::array inapplicability_keys = {
    key<&Inapplicability::reason>("reason"),
    key<&Inapplicability::decided_by>("decided_by").names_role(Bond::decides),
    key<&Inapplicability::decided_on>("decided_on").event(),
    key<&Inapplicability::units>("units").names_unit(Bond::names).says("left out: nowhere"),
};
HANDBOK_SHAPE(Inapplicability, shape<Inapplicability>(inapplicability_keys))

constexpr std::array requirement_keys = {
    key<&Requirement::id>("id").essential(),
    key<&Requirement::origin>("origin"),
    clause_key<&Requirement::source, &Requirement::clause>("clause").says(
        "`sosfs-2011-9/4:4`, or else `text`"),
    key<&Requirement::regimes>("regimes").says("left out: those of the clause, or of its source"),
    key<&Requirement::text>("text").is(KeyPart::title).says("the requirement in own words"),
    // What is not there is not in force: req.evidence-not-in-force says so.
    key<&Requirement::evidence>("evidence").names_document(Bond::evidence).unchecked().forgotten(),
    key<&Requirement::evidence_note>("evidence_note").says("what else shows that it is met"),
    key<&Requirement::followed_up_by>("followed_up_by")
        .names_any(Bond::followed_up_by)
        .says("self-checks, forums, goals and documents"),
    key<&Requirement::responsible>("responsible").told().says("in order"),
    key<&Requirement::not_applicable>("not_applicable"),
    key<&Requirement::valid_from>("valid_from").is(KeyPart::begins),
    key<&Requirement::valid_to>("valid_to")
        .is(KeyPart::ends)
        .says("first day without it. To change who answers for a requirement, or what shows that "
              "it is met, end the row and begin another: a build for an earlier day then shows "
              "what was arranged then"),
};
HANDBOK_SHAPE(Requirement, shape<Requirement>(requirement_keys))

constexpr std::array waiver_keys = {
    key<&Waiver::id>("id").essential(),
    clause_key<&Waiver::source, &Waiver::clause>("clause"),
    key<&Waiver::units>("units").names_unit(Bond::concerns).is(KeyPart::unit),
    key<&Waiver::decided_by>("decided_by").must().says("the authority"),
    key<&Waiver::ref>("ref"),
    key<&Waiver::decided_on>("decided_on").is(KeyPart::begins),
    key<&Waiver::valid_from>("valid_from").is(KeyPart::begins),
    key<&Waiver::valid_to>("valid_to").is(KeyPart::ends).says("first day without it"),
    key<&Waiver::conditions>("conditions").is(KeyPart::title),
};
HANDBOK_SHAPE(Waiver, shape<Waiver>(waiver_keys))

constexpr std::array duty_holder_keys = {
    key<&DutyHolder::level>("level").must(),
    key<&DutyHolder::role>("role").must().names_role(Bond::responsible),
    key<&DutyHolder::lead>("lead"),
    key<&DutyHolder::together_with>("together_with")
        .names_role(Bond::participates)
        .says("who does it with that role"),
};
HANDBOK_SHAPE(DutyHolder, shape<DutyHolder>(duty_holder_keys))

constexpr std::array duty_keys = {
    key<&Duty::id>("id").essential(),
    key<&Duty::title>("title").must().is(KeyPart::title),
    clause_key<&Duty::source, &Duty::clause>("clause"),
    key<&Duty::system>("system").says("the system that it is a part of; left out: quality"),
    key<&Duty::levels>("levels").says("where somebody must answer for it"),
    key<&Duty::responsible>("responsible").told(),
    key<&Duty::participates>("participates").names_role(Bond::participates),
    key<&Duty::valid_from>("valid_from").is(KeyPart::begins),
    key<&Duty::valid_to>("valid_to")
        .is(KeyPart::ends)
        .says("the first day on which it is laid out otherwise, in a row of its own"),
};
HANDBOK_SHAPE(Duty, shape<Duty>(duty_keys))

constexpr std::array decision_keys = {
    key<&DecisionAuthority::id>("id").essential(),
    key<&DecisionAuthority::title>("title").must().is(KeyPart::title),
    key<&DecisionAuthority::decider>("decider").names_role(Bond::decides).is(KeyPart::owner),
    key<&DecisionAuthority::delegated_by>("delegated_by").names_role(Bond::delegates),
    key<&DecisionAuthority::report_to>("report_to").names_role(Bond::told),
    key<&DecisionAuthority::ref>("ref").names_any(Bond::rests_on),
    key<&DecisionAuthority::regimes>("regimes"),
    key<&DecisionAuthority::valid_from>("valid_from").is(KeyPart::begins),
    key<&DecisionAuthority::valid_to>("valid_to").is(KeyPart::ends),
};
HANDBOK_SHAPE(DecisionAuthority, shape<DecisionAuthority>(decision_keys))

constexpr std::array reporting_duty_keys = {
    key<&ReportingDuty::id>("id").essential(),
    key<&ReportingDuty::title>("title").must().is(KeyPart::title),
    key<&ReportingDuty::regimes>("regimes"),
    key<&ReportingDuty::first>("first").says("what to do before"),
    key<&ReportingDuty::what>("what").must().says("what is to be told"),
    key<&ReportingDuty::when>("when").must().says("how soon"),
    key<&ReportingDuty::who>("who").says("the groups that are bound; left out: everybody"),
    key<&ReportingDuty::to>("to").names_role(Bond::told).says("in order"),
    key<&ReportingDuty::otherwise>("otherwise").says("whom to tell instead, as at night"),
    key<&ReportingDuty::topics>("topics"),
    key<&ReportingDuty::system>("system").names_any(Bond::uses).says("of `external_systems.toml`"),
    key<&ReportingDuty::investigated_by>("investigated_by")
        .names_role(Bond::responsible)
        .is(KeyPart::owner),
    key<&ReportingDuty::decisions>("decisions")
        .names_any(Bond::rests_on)
        .says("of `decisions.toml`: who decides what follows"),
    key<&ReportingDuty::law>("law").names_clause(Bond::rests_on),
    key<&ReportingDuty::valid_from>("valid_from").is(KeyPart::begins),
    key<&ReportingDuty::valid_to>("valid_to").is(KeyPart::ends),
};
HANDBOK_SHAPE(ReportingDuty, shape<ReportingDuty>(reporting_duty_keys))

constexpr std::array service_keys = {
    key<&Service::id>("id").essential(),
    key<&Service::name>("name").must().is(KeyPart::title),
    key<&Service::description>("description"),
    key<&Service::regimes>("regimes"),
    key<&Service::units>("units").names_unit(Bond::concerns).is(KeyPart::unit),
    key<&Service::processes>("processes").names_document(Bond::follows),
};
HANDBOK_SHAPE(Service, shape<Service>(service_keys))

}  // namespace handbok
