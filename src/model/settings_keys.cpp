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
};
HANDBOK_SHAPE(Regime, shape<Regime>(regime_keys))

constexpr std::array consultation_keys = {
    key<&RegimeConsultation::regime>("regime").must(),
    key<&RegimeConsultation::roles>("roles").names_role(history),
};
HANDBOK_SHAPE(RegimeConsultation, shape<RegimeConsultation>(consultation_keys))

constexpr std::array policy_keys = {
    key<&ApprovalPolicy::levels>("levels"),
    key<&ApprovalPolicy::regimes>("regimes"),
    key<&ApprovalPolicy::drafts>("drafts").names_role(history),
    key<&ApprovalPolicy::consults>("consults").names_role(history),
    key<&ApprovalPolicy::consults_by_regime>("consults_by_regime").told(),
    key<&ApprovalPolicy::consults_base_owner>("consults_base_owner"),
    key<&ApprovalPolicy::reviews>("reviews").names_role(history),
    key<&ApprovalPolicy::approves>("approves").names_role(history),
    key<&ApprovalPolicy::approves_editorial>("approves_editorial").names_role(history),
    key<&ApprovalPolicy::four_eyes>("four_eyes"),
    key<&ApprovalPolicy::policy_from>("policy_from"),
    key<&ApprovalPolicy::assurance>("assurance"),
    key<&ApprovalPolicy::review_assurance>("review_assurance"),
    key<&ApprovalPolicy::assurance_from>("assurance_from"),
};
HANDBOK_SHAPE(ApprovalPolicy, shape<ApprovalPolicy>(policy_keys))

constexpr std::array type_keys = {
    key<&DocumentType::id>("id").essential(),
    key<&DocumentType::name>("name").must(),
    key<&DocumentType::name_plural>("name_plural").must(),
    key<&DocumentType::sections>("sections"),
    key<&DocumentType::review_months>("review_months").months(0),
    key<&DocumentType::bounded>("bounded"),
    key<&DocumentType::is_routine>("routine"),
    key<&DocumentType::is_process>("process"),
    key<&DocumentType::is_agreement>("agreement"),
    key<&DocumentType::needs_audience>("needs_audience"),
    key<&DocumentType::method_section>("method_section"),
    key<&DocumentType::responsibility_section>("responsibility_section"),
    key<&DocumentType::policies>("policy"),
};
HANDBOK_SHAPE(DocumentType, shape<DocumentType>(type_keys))

constexpr std::array band_keys = {
    key<&RiskBand::name>("name").must(),
    key<&RiskBand::up_to>("up_to"),
};
HANDBOK_SHAPE(RiskBand, shape<RiskBand>(band_keys))

constexpr std::array scale_keys = {
    key<&RiskScale::id>("id").essential(),
    key<&RiskScale::name>("name"),
    key<&RiskScale::probability_name>("probability_name"),
    key<&RiskScale::consequence_name>("consequence_name"),
    key<&RiskScale::exercises>("exercises"),
    key<&RiskScale::probability>("probability"),
    key<&RiskScale::consequence>("consequence"),
    key<&RiskScale::bands>("band"),
    key<&RiskScale::threshold>("threshold"),
    key<&RiskScale::floor_consequence>("floor_consequence"),
    key<&RiskScale::floor_band>("floor_band"),
};
HANDBOK_SHAPE(RiskScale, shape<RiskScale>(scale_keys))

constexpr std::array topic_keys = {
    key<&Topic::id>("id").essential(),
    key<&Topic::name>("name").must(),
    key<&Topic::regimes>("regimes"),
};
HANDBOK_SHAPE(Topic, shape<Topic>(topic_keys))

constexpr std::array content_keys = {
    key<&SuggestedContent::id>("id").essential(),
    key<&SuggestedContent::name>("name").must(),
    key<&SuggestedContent::topics>("topics"),
    // What is not there is not in force: content.missing and source.complaint-uncovered say so.
    key<&SuggestedContent::documents>("documents")
        .names_document(Bond::evidence)
        .unchecked()
        .forgotten(),
};
HANDBOK_SHAPE(SuggestedContent, shape<SuggestedContent>(content_keys))

constexpr std::array complaint_source_keys = {
    key<&ComplaintSource::id>("id").essential(),
    key<&ComplaintSource::name>("name").must(),
    key<&ComplaintSource::covered_by>("covered_by")
        .names_document(Bond::evidence)
        .unchecked()
        .forgotten(),
};
HANDBOK_SHAPE(ComplaintSource, shape<ComplaintSource>(complaint_source_keys))

constexpr std::array compilation_rule_keys = {
    key<&CompilationRule::prefix>("prefix").must(),
    key<&CompilationRule::period_months>("period_months").between(1, 12).dividing(12),
    key<&CompilationRule::ready_after_months>("ready_after_months").months(0),
    key<&CompilationRule::from>("from").must(),
    key<&CompilationRule::unit>("unit").names_unit(Bond::concerns),
    key<&CompilationRule::owner>("owner").names_role(Bond::responsible),
};
HANDBOK_SHAPE(CompilationRule, shape<CompilationRule>(compilation_rule_keys))

constexpr std::array yearly_plan_keys = {value_key<PlanKind>("kind")};
HANDBOK_SHAPE(PlanKind, shape<PlanKind>(yearly_plan_keys))

constexpr std::array yearly_keys = {
    key<&YearlyDemands::from>("from").must(),
    rows_key<&YearlyDemands::plans>("plan"),
    key<&YearlyDemands::quality_report_month>("quality_report_month").between(0, 12),
    key<&YearlyDemands::quality_report_day>("quality_report_day").between(0, 31),
    key<&YearlyDemands::safety_report_regimes>("safety_report_regimes"),
    key<&YearlyDemands::safety_report_month>("safety_report_month").between(0, 12),
    key<&YearlyDemands::safety_report_day>("safety_report_day").between(0, 31),
    key<&YearlyDemands::review_every_months>("review_every_months").months(0),
    key<&YearlyDemands::risk_dialogue_levels>("risk_dialogue_levels"),
};
HANDBOK_SHAPE(YearlyDemands, shape<YearlyDemands>(yearly_keys))

constexpr std::array severity_keys = {
    key<&SeverityChoice::code>("code").must(),
    key<&SeverityChoice::severity>("severity"),
};
HANDBOK_SHAPE(SeverityChoice, shape<SeverityChoice>(severity_keys))

constexpr std::array profile_keys = {
    key<&Profile::id>("id").essential().written_as(Grammar::plain_id),
    key<&Profile::shows>("shows"),
    key<&Profile::pages>("pages"),
};
HANDBOK_SHAPE(Profile, shape<Profile>(profile_keys))

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
    setting<&Settings::title>("title").must(),
    setting<&Settings::short_title>("short_title"),
    setting<&Settings::language>("language"),
    setting<&Settings::principal>("principal").must().names_unit(Bond::belongs_to),
    setting<&Settings::adopted_by>("adopted_by").names_document(Bond::rests_on).forgotten(),
    setting<&Settings::complaints>("complaints").names_document(Bond::uses).forgotten(),
    setting<&Settings::contact>("contact"),
    setting<&Settings::registrar>("registrar").names_role(Bond::responsible),
    setting<&Settings::history_from>("history_from"),
    setting<&Settings::review_horizon_days>("review_horizon_days"),
    setting<&Settings::in_review_days_max>("in_review_days_max"),
    setting<&Settings::source_check_months>("source_check_months").months(0),
    setting<&Settings::levels>("level").unique(),
    setting<&Settings::regimes>("regime").unique(),
    key<&Handbook::types>("type").unique().ordered(&sort_by<&DocumentType::id>),
    setting<&Settings::risk_scales>("risk_scale").unique(),
    setting<&Settings::mandatory_topics>("topic").unique(),
    setting<&Settings::profiles>("profile").unique(),
    setting<&Settings::suggested_contents>("content").unique(),
    setting<&Settings::complaint_sources>("complaint_source").unique(),
    setting<&Settings::compilations>("compilations"),
    setting<&Settings::yearly>("yearly"),
    setting<&Settings::severities>("severity"),
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
