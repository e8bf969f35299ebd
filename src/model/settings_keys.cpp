// The keys of handbook.toml.
#include "model/declare.hpp"

namespace handbok {

constexpr std::array level_keys = {
    key<&OrgLevel::id>("id").essential(),
    key<&OrgLevel::name>("name").must(),
};
HANDBOK_SHAPE(OrgLevel, shape<OrgLevel>(level_keys))

constexpr std::array regime_keys = {
    key<&Regime::id>("id").essential(),
    key<&Regime::name>("name").must(),
    key<&Regime::principal_name>("principal_name")
        .says("what the one is called that answers for the work; the pages of units say who it is"),
    key<&Regime::principal>("principal")
        .names_unit(Bond::belongs_to)
        .says("left out: that of the handbook"),
};
HANDBOK_SHAPE(Regime, shape<Regime>(regime_keys))

constexpr std::array consultation_keys = {
    key<&RegimeConsultation::regime>("regime").must(),
    key<&RegimeConsultation::roles>("roles").names_role(history).says(
        "must have been consulted under that regime"),
};
HANDBOK_SHAPE(RegimeConsultation, shape<RegimeConsultation>(consultation_keys))

constexpr std::array policy_keys = {
    key<&ApprovalPolicy::levels>("levels").says("only for units at these levels; left out: all"),
    key<&ApprovalPolicy::regimes>("regimes").says(
        "only for documents under these regimes; left out: all"),
    key<&ApprovalPolicy::drafts>("drafts").names_role(history).says("left out: everybody may"),
    key<&ApprovalPolicy::consults>("consults")
        .names_role(history)
        .says("must have been consulted; any step that such a role took counts as that"),
    key<&ApprovalPolicy::consults_by_regime>("consults_by_regime")
        .told()
        .says("the same for documents under a regime"),
    key<&ApprovalPolicy::consults_base_owner>("consults_base_owner")
        .says("also the owner of the document that is complemented"),
    key<&ApprovalPolicy::reviews>("reviews").names_role(history).says("left out: everybody may"),
    key<&ApprovalPolicy::approves>("approves").names_role(history).says("left out: nobody may"),
    key<&ApprovalPolicy::approves_editorial>("approves_editorial")
        .names_role(history)
        .says("may approve an editorial change as well"),
    key<&ApprovalPolicy::four_eyes>("four_eyes").says("who drafted may neither review nor approve"),
    key<&ApprovalPolicy::policy_from>("policy_from")
        .says("approvals from this day must follow the policy; before it a breach is a warning"),
    key<&ApprovalPolicy::assurance>("assurance")
        .says("what must stand behind an approval: written down, an account, or signed"),
    key<&ApprovalPolicy::review_assurance>("review_assurance").says("the same for a review"),
    key<&ApprovalPolicy::assurance_from>("assurance_from")
        .says("the two hold for steps from this day; before it, or without it, too little is a "
              "warning"),
};
HANDBOK_SHAPE(ApprovalPolicy, shape<ApprovalPolicy>(policy_keys))

constexpr std::array type_keys = {
    key<&DocumentType::id>("id").essential().says("prefix of the documents' ids: `RUT`"),
    key<&DocumentType::name>("name").must(),
    key<&DocumentType::name_plural>("name_plural").must(),
    key<&DocumentType::sections>("sections").says("headings that each text must have"),
    key<&DocumentType::review_months>("review_months")
        .months(0)
        .says("longest time between reviews; 0 for none"),
    key<&DocumentType::review_within_days>("review_within_days")
        .says(
            "longest time under review, or for mending after it; `in_review_days_max` if left out"),
    key<&DocumentType::bounded>("bounded").says("has an end (`valid_to`) instead of reviews"),
    key<&DocumentType::is_routine>("routine").says("must say how it is done and by whom"),
    key<&DocumentType::is_process>("process").says("is a process and lies under `processer/`"),
    key<&DocumentType::is_agreement>("agreement")
        .says("is an agreement; its end is told as `agreement.*`"),
    key<&DocumentType::needs_audience>("needs_audience").says("must say which roles it is for"),
    key<&DocumentType::method_section>("method_section")
        .says("heading that must hold the numbered steps of a routine"),
    key<&DocumentType::responsibility_section>("responsibility_section")
        .says("heading that gets the table of who does what"),
    key<&DocumentType::policies>("policy").says(
        "who takes which step; the most specific that matches counts"),
};
HANDBOK_SHAPE(DocumentType, shape<DocumentType>(type_keys))

constexpr std::array band_keys = {
    key<&RiskBand::name>("name").must(),
    key<&RiskBand::up_to>("up_to").says("the highest value of the band; in rising order"),
};
HANDBOK_SHAPE(RiskBand, shape<RiskBand>(band_keys))

constexpr std::array scale_keys = {
    key<&RiskScale::id>("id").essential(),
    key<&RiskScale::name>("name").says("what readers see; left out: the exercises"),
    key<&RiskScale::probability_name>("probability_name").says("what readers call it"),
    key<&RiskScale::consequence_name>("consequence_name").says("what readers call it"),
    key<&RiskScale::exercises>("exercises")
        .says("the exercises that use it (`registers/risks.toml`); left out: all others"),
    key<&RiskScale::probability>("probability").says("the labels of the steps, from 1"),
    key<&RiskScale::consequence>("consequence").says("the labels of the steps, from 1"),
    key<&RiskScale::bands>("band").says("in rising order"),
    key<&RiskScale::threshold>("threshold")
        .says("a value of this or more must be handled; 0: none"),
    key<&RiskScale::floor_consequence>("floor_consequence")
        .says("a consequence of this or more lifts a risk to `floor_band` at least"),
    key<&RiskScale::floor_band>("floor_band"),
};
HANDBOK_SHAPE(RiskScale, shape<RiskScale>(scale_keys))

constexpr std::array topic_keys = {
    key<&Topic::id>("id").essential(),
    key<&Topic::name>("name").must(),
    key<&Topic::regimes>("regimes").says("left out: whatever the law"),
};
HANDBOK_SHAPE(Topic, shape<Topic>(topic_keys))

constexpr std::array content_keys = {
    key<&SuggestedContent::id>("id").essential(),
    key<&SuggestedContent::name>("name").must(),
    key<&SuggestedContent::topics>("topics"),
    key<&SuggestedContent::documents>("documents").names_document(Bond::evidence).forgotten(),
};
HANDBOK_SHAPE(SuggestedContent, shape<SuggestedContent>(content_keys))

constexpr std::array complaint_source_keys = {
    key<&ComplaintSource::id>("id").essential(),
    key<&ComplaintSource::name>("name").must(),
    key<&ComplaintSource::covered_by>("covered_by")
        .names_document(Bond::evidence)
        .forgotten()
        .says("says how it is received"),
};
HANDBOK_SHAPE(ComplaintSource, shape<ComplaintSource>(complaint_source_keys))

constexpr std::array compilation_rule_keys = {
    key<&CompilationRule::prefix>("prefix").must().says(
        "ids are made of it, the year and the period: `SAM-2026-T2` for a third of a year (M "
        "month, Q quarter, H half)"),
    key<&CompilationRule::period_months>("period_months").between(1, 12).dividing(12),
    key<&CompilationRule::ready_after_months>("ready_after_months")
        .months(0)
        .says("ready by the last day of this month after the period"),
    key<&CompilationRule::from>("from").must().says("first day of the first period"),
    key<&CompilationRule::unit>("unit").names_unit(Bond::concerns),
    key<&CompilationRule::owner>("owner").names_role(Bond::responsible),
};
HANDBOK_SHAPE(CompilationRule, shape<CompilationRule>(compilation_rule_keys))

constexpr std::array yearly_plan_keys = {value_key<PlanKind>("kind")};
HANDBOK_SHAPE(PlanKind, shape<PlanKind>(yearly_plan_keys))

constexpr std::array yearly_keys = {
    key<&YearlyDemands::from>("from").must().says("nothing is demanded for years before"),
    rows_key<&YearlyDemands::plans>("plan"),
    key<&YearlyDemands::quality_report_month>("quality_report_month")
        .between(0, 12)
        .says("last day of the quality report of the year before; 0: not demanded"),
    key<&YearlyDemands::quality_report_day>("quality_report_day").between(0, 31),
    key<&YearlyDemands::safety_report_regimes>("safety_report_regimes")
        .says("regimes whose units a patient-safety report covers; left out: none is demanded"),
    key<&YearlyDemands::safety_report_month>("safety_report_month")
        .between(0, 12)
        .says("its last day"),
    key<&YearlyDemands::safety_report_day>("safety_report_day").between(0, 31),
    key<&YearlyDemands::review_every_months>("review_every_months")
        .months(0)
        .says("longest time between reviews by the management; 0 for never"),
    key<&YearlyDemands::risk_dialogue_levels>("risk_dialogue_levels")
        .says("each unit of ours there holds a risk dialogue"),
};
HANDBOK_SHAPE(YearlyDemands, shape<YearlyDemands>(yearly_keys))

constexpr std::array severity_keys = {
    key<&SeverityChoice::code>("code").must(),
    key<&SeverityChoice::severity>("severity"),
};
HANDBOK_SHAPE(SeverityChoice, shape<SeverityChoice>(severity_keys))

constexpr std::array profile_keys = {
    key<&Profile::id>("id").essential().says(
        "stands in the ledger of each folder that is published to with it"),
    key<&Profile::shows>("shows").says("whom its documents are for (`audience_scope`)"),
    key<&Profile::pages>("pages").says(
        "kinds of its pages (`src/render/page_kinds.def`); left out: all"),
};
HANDBOK_SHAPE(Profile, shape<Profile>(profile_keys))

constexpr std::array fault_keys = {
    key<&AccessibilityFault::what>("what").must().says("what cannot be used, and by whom"),
    key<&AccessibilityFault::ground>("ground").says(
        "it should be mended, to mend it would be a disproportionate burden, or the law does not "
        "ask for it"),
    key<&AccessibilityFault::reason>("reason").says("why it is so"),
    key<&AccessibilityFault::instead>("instead").says("how one gets at it meanwhile"),
    key<&AccessibilityFault::mended_by>("mended_by"),
};
HANDBOK_SHAPE(AccessibilityFault, shape<AccessibilityFault>(fault_keys))

constexpr std::array accessibility_keys = {
    key<&Accessibility::compliance>("compliance").must().says("with the law as a whole"),
    key<&Accessibility::assessed_on>("assessed_on").must().says("day of the last assessment"),
    key<&Accessibility::updated_on>("updated_on")
        .says("day of the last change of the statement; that of the assessment if left out"),
    key<&Accessibility::method>("method").must().says("how it was assessed, and by whom"),
    key<&Accessibility::contact>("contact")
        .written_as(Grammar::web_address)
        .says("where faults are reported, `https:` or `mailto:`; the handbook's `contact` if left "
              "out"),
    key<&Accessibility::faults>("fault").says("what is known not to be accessible"),
};
HANDBOK_SHAPE(Accessibility, shape<Accessibility>(accessibility_keys))

constexpr std::array history_keys = {
    key<&RegisterHistory::of>("register").must().says("as its file is called: `self_checks`"),
    key<&RegisterHistory::from>("from").must().says("the first day"),
};
HANDBOK_SHAPE(RegisterHistory, shape<RegisterHistory>(history_keys))

constexpr std::array own_field_keys = {
    key<&OwnField::key>("key")
        .must()
        .written_as(Grammar::key_name)
        .says("as the rows write it; every row has an `id` besides"),
    key<&OwnField::name>("name").must().says("what readers see"),
    key<&OwnField::type>("type").must().says("what it holds"),
    key<&OwnField::is_required>("required").says("a row without it is reported"),
    key<&OwnField::is_many>("many").says("a row has a list; for `choice` and what names something"),
    key<&OwnField::unit>("unit").says("of a `number`: what stands after it, such as kg"),
    key<&OwnField::choices>("choices").says("of a `choice`, *must*: its words, without commas"),
    key<&OwnField::of>("of").says(
        "of a `row`, *must*: the register that has it, as its file is called"),
    key<&OwnField::owner>("owner").says(
        "of a `day`, *must*: the key of the field with the role that sees to it"),
    key<&OwnField::every_months>("every_months")
        .months(1)
        .says("of a `day`: the row says when it was done last, and so many months later it is due"),
    key<&OwnField::counts>("counts").says(
        "of a `date`: the row counts from that day on, or until the day before it"),
};
HANDBOK_SHAPE(OwnField, shape<OwnField>(own_field_keys))

constexpr std::array own_register_keys = {
    key<&OwnRegisterSettings::id>("id")
        .essential()
        .written_as(Grammar::file_name)
        .says("rows stand in `registers/<id>.toml`, the page is `register/<id>/index.html`"),
    key<&OwnRegisterSettings::name>("name").must().says("what one row is called"),
    key<&OwnRegisterSettings::name_plural>("name_plural")
        .must()
        .says("what the register is called"),
    key<&OwnRegisterSettings::introduction>("introduction")
        .says("a sentence at the top of the page"),
    key<&OwnRegisterSettings::row>("row")
        .written_as(Grammar::key_name)
        .says("the tables that are its rows"),
    key<&OwnRegisterSettings::prefix>("prefix")
        .written_as(Grammar::prefix)
        .says("of the ids that `handbok import` gives: `MTP` for MTP-01"),
    key<&OwnRegisterSettings::fields>("field").must().says("what each row has; 40 at most"),
};
HANDBOK_SHAPE(OwnRegisterSettings, shape<OwnRegisterSettings>(own_register_keys))

template <auto Member>
constexpr Key setting(std::string_view name) {
  return key<&Handbook::settings, Member>(name);
}

constexpr std::array handbook_keys = {
    setting<&Settings::format>("format")
        .between(1, 1'000'000)
        .says("of these files, so that an older program can tell that it does not know them"),
    setting<&Settings::title>("title").must().says("name of the handbook"),
    setting<&Settings::short_title>("short_title").says("for page heads; the title if left out"),
    setting<&Settings::language>("language").says("language file of the theme: `sv` or `en`"),
    setting<&Settings::principal>("principal")
        .must()
        .names_unit(Bond::belongs_to)
        .says("answers for everything"),
    setting<&Settings::adopted_by>("adopted_by")
        .names_document(Bond::rests_on)
        .forgotten()
        .says("adopted the system"),
    setting<&Settings::emergency_phone>("emergency_phone")
        .written_as(Grammar::phone_number)
        .says(
            "the number for emergencies, such as `112`: wherever a text names it, it can be rung"),
    setting<&Settings::complaints>("complaints")
        .names_document(Bond::uses)
        .forgotten()
        .says("the page behind the button for complaints"),
    setting<&Settings::contact>("contact")
        .written_as(Grammar::mail_address)
        .says("mail address of a function, for proposals"),
    setting<&Settings::hand_in>("hand_in")
        .written_as(Grammar::web_address)
        .says("where a changed text is handed in, `https:` or `mailto:`; pages then offer the text "
              "as a Word file"),
    setting<&Settings::registrar>("registrar")
        .names_role(Bond::responsible)
        .says("writes down decisions that are taken elsewhere; shown beside an approval"),
    setting<&Settings::history_from>("history_from")
        .says("everything that has applied since that day is here; of the time before, not all is"),
    setting<&Settings::histories>("history").says(
        "the same of a register that was begun another day than the handbook"),
    setting<&Settings::review_horizon_days>("review_horizon_days")
        .says("how early a coming review or end is told"),
    setting<&Settings::in_review_days_max>("in_review_days_max")
        .says("how long a review may take before somebody is reminded"),
    setting<&Settings::remind_before_days>("remind_before_days")
        .says("so early `handbok letters` reminds of what is to be done; 0: never"),
    setting<&Settings::escalate_after_days>("escalate_after_days")
        .says("so late, and the role above, which leads the unit, is told; 0: never"),
    setting<&Settings::source_check_months>("source_check_months")
        .months(0)
        .says("how often each statute is to be checked"),
    setting<&Settings::levels>("level").unique().says(
        "the levels of the organisation, from the top"),
    setting<&Settings::regimes>("regime").unique().says(
        "the bodies of law under which work is done"),
    key<&Handbook::types>("type")
        .unique()
        .ordered(&sort_by<&DocumentType::id>)
        .says("the kinds of documents; adding one needs no code"),
    setting<&Settings::risk_scales>("risk_scale")
        .unique()
        .says("how risks are weighed; the value of a risk is probability times consequence"),
    setting<&Settings::mandatory_topics>("topic").unique().says(
        "subjects that must have a routine in force, known by its `topics`"),
    setting<&Settings::profiles>("profile").unique().says(
        "selections that can be built and published on their own (`--profile`)"),
    setting<&Settings::accessibility>("accessibility")
        .says("what the accessibility statement says; without it the site has none"),
    setting<&Settings::suggested_contents>("content").unique().says(
        "what a handbook does well to cover, by any document with one of the topics or by one of "
        "the documents"),
    setting<&Settings::complaint_sources>("complaint_source")
        .unique()
        .says("those who may complain"),
    setting<&Settings::compilations>("compilations")
        .says("how often numbers of a period must be compiled"),
    setting<&Settings::yearly>("yearly").says("what each year must have"),
    setting<&Settings::severities>("severity")
        .says("gives a code another severity than `handbok explain` says; errors cannot be chosen "
              "away"),
    setting<&Settings::registers>("register").unique().says("registers of the handbook's own"),
};

namespace {
void settle_settings(void* row) {
  auto& settings = static_cast<Handbook*>(row)->settings;
  if (settings.short_title.empty()) settings.short_title = settings.title;
  if (settings.language.empty()) settings.language = "sv";
}
}  // namespace
HANDBOK_SHAPE(Handbook, shape<Handbook>(handbook_keys, &settle_settings))

}  // namespace handbok
