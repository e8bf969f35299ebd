// The keys of a document's files: the head of a revision, N.approval.toml, reviews.toml and
// repeal.toml.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array responsibility_keys = {
    key<&Responsibility::task>("task").must(),
    key<&Responsibility::roles>("roles").names_role(Bond::responsible),
    // That it is none of `roles` says all that can be wrong with it.
    key<&Responsibility::lead>("lead")
        .names_role(Bond::responsible)
        .unchecked()
        .says("one of `roles`"),
};
HANDBOK_SHAPE(Responsibility, shape<Responsibility>(responsibility_keys))

constexpr std::array collaboration_assessment_keys = {
    key<&CollaborationAssessment::need>("assessed"),
    key<&CollaborationAssessment::reason>("reason"),
    key<&CollaborationAssessment::on>("on"),
};

namespace {
void settle_assessment(void* row) {
  auto& assessment = *static_cast<CollaborationAssessment*>(row);
  if (assessment.need == CollaborationNeed::not_assessed)
    assessment.need = CollaborationNeed::needed;
}
}  // namespace
HANDBOK_SHAPE(CollaborationAssessment,
              shape<CollaborationAssessment>(collaboration_assessment_keys, &settle_assessment))

constexpr std::array process_keys = {
    key<&Process::kind>("kind"),
    key<&Process::parent>("parent")
        .names_document(Bond::part_of)
        .forgotten()
        .says("the process it is part of"),
    key<&Process::purpose>("purpose"),
    key<&Process::trigger>("trigger"),
    key<&Process::result>("result"),
    key<&Process::collaboration>("collaboration"),
};
HANDBOK_SHAPE(Process, shape<Process>(process_keys))

constexpr std::array node_keys = {
    key<&ProcessNode::id>("id")
        .must()
        .written_as(Grammar::id)
        .says("stable: `PRO-005#A3` is a permanent address"),
    key<&ProcessNode::kind>("kind"),
    key<&ProcessNode::label>("label").says("1–60 characters in the box"),
    key<&ProcessNode::text>("text").says("one sentence for the list of steps"),
    key<&ProcessNode::roles>("roles").names_role(Bond::responsible).says("the first has the lane"),
    key<&ProcessNode::performed_in>("performed_in")
        .names_unit(Bond::performed_in)
        .says("left out: everywhere"),
    key<&ProcessNode::routines>("routines").names_document(Bond::follows).forgotten(),
    key<&ProcessNode::no_routine_reason>("no_routine_reason").says("why none is needed"),
    key<&ProcessNode::document>("document")
        .names_document(Bond::stands_for)
        .forgotten()
        .says("what a sub-process or reference stands for"),
    key<&ProcessNode::collaboration>("collaboration")
        .names_any(Bond::uses)
        .in_register("collaboration"),
    key<&ProcessNode::inputs>("inputs"),
    key<&ProcessNode::outputs>("outputs"),
};
HANDBOK_SHAPE(ProcessNode, shape<ProcessNode>(node_keys))

constexpr std::array edge_keys = {
    key<&ProcessEdge::from>("from").must(),
    key<&ProcessEdge::to>("to").must(),
    key<&ProcessEdge::label>("label").says("the answer when it leaves a decision"),
};
HANDBOK_SHAPE(ProcessEdge, shape<ProcessEdge>(edge_keys))

namespace {

/// A list of the head that belongs to its [process]: without one it has no place.
template <auto Member>
struct ProcessRows {
  using Rows = declare::Rows<declare::Reached<Member>>;
  static auto& of(void* process) { return *static_cast<std::optional<Process>*>(process); }
  static const auto& of(const void* process) {
    return *static_cast<const std::optional<Process>*>(process);
  }

  static std::size_t size(const void* process) {
    return of(process) ? Rows::size(&((*of(process)).*Member)) : 0;
  }
  static const void* row(const void* process, std::size_t index) {
    return Rows::row(&((*of(process)).*Member), index);
  }
  static void* add(void* process) {
    return of(process) ? Rows::add(&((*of(process)).*Member)) : nullptr;
  }
  static void erase_if(void* process, const std::function<bool(const void*)>& condition) {
    if (of(process)) Rows::erase_if(&((*of(process)).*Member), condition);
  }
  static constexpr RowListType type{&size, &row, &add, &erase_if};
};

template <auto Member>
constexpr Key process_rows(std::string_view name) {
  auto made = key<&Revision::process>(name);
  made.is_optional = false;
  made.rows = &shape_of<declare::HeldType<declare::Reached<Member>>>;
  made.list = &ProcessRows<Member>::type;
  return made;
}

constexpr Key relation(RelationKind kind, Bond bond) {
  Key made{.name = name_of(kind), .form = Form::relations};
  made.at = &declare::place_of<&Revision::relations>;
  made.place = static_cast<std::size_t>(kind);
  // A local document without its base has a code of its own.
  return made.names_document(bond).unchecked().forgotten();
}

}  // namespace

constexpr std::array revision_keys = {
    key<&Revision::document>("id").is_fact(Fact::always),
    key<&Revision::number>("revision").is_fact(Fact::always).says("counts from 1"),
    key<&Revision::title>("title").is_fact(Fact::always),
    key<&Revision::type>("type").is_fact(Fact::always),
    key<&Revision::unit>("unit")
        .is_fact(Fact::once_submitted)
        .names_unit(Bond::belongs_to)
        .says("owns the text"),
    key<&Revision::owner>("owner")
        .is_fact(Fact::once_submitted)
        .names_role(Bond::owner)
        .says("answers for it"),
    key<&Revision::summary>("summary").says("one sentence for lists"),
    key<&Revision::regimes>("regimes").says("the law it falls under"),
    key<&Revision::audience>("audience").names_role(Bond::reads).says("whom it is for"),
    key<&Revision::audience_scope>("audience_scope")
        .says("whom it may be shown to: `external` is everybody, `restricted` only profiles that "
              "name "
              "it. What cannot be read counts as `restricted`"),
    key<&Revision::applies_to>("applies_to")
        .names_unit(Bond::concerns)
        .says("left out: the owning unit and all below it"),
    key<&Revision::excludes>("excludes").names_unit(Bond::concerns),
    key<&Revision::local_override>("local_override")
        .says("whether a local document may replace it"),
    key<&Revision::asked_as>("asked_as")
        .says("words that people say who look for it; the search takes them for its title"),
    key<&Revision::change_kind>("change_kind"),
    key<&Revision::change_note>("change_note").says("what was changed, for readers"),
    key<&Revision::revises_because>("revises_because").says("reasons, such as a finding's id"),
    key<&Revision::reads_as>("reads_as")
        .says("what a reader may see although it is written otherwise, as `check` quoted it"),
    relation(RelationKind::implements, Bond::implements),
    relation(RelationKind::complements, Bond::complements),
    relation(RelationKind::replaces_locally, Bond::replaces_locally),
    relation(RelationKind::replaces, Bond::replaces),
    relation(RelationKind::see_also, Bond::see_also),
    relation(RelationKind::form_for, Bond::form_for),
    relation(RelationKind::template_for, Bond::template_for),
    relation(RelationKind::checklist_for, Bond::checklist_for),
    key<&Revision::responsible>("responsible").told().says("who does what"),
    key<&Revision::topics>("topics"),
    key<&Revision::requirements>("requirements")
        .names_clause(Bond::answers_to)
        .unchecked()
        .says("what it answers to"),
    key<&Revision::legal_basis>("legal_basis")
        .says("statutes as written: `SFS 2017:30`, `SFS 2017:30 5 kap. 1 §`"),
    key<&Revision::registry_number>("dnr").says("registry number"),
    key<&Revision::process>("process"),
    process_rows<&Process::nodes>("node"),
    process_rows<&Process::edges>("edge"),
};
HANDBOK_SHAPE(Revision, shape<Revision>(revision_keys))

constexpr std::array signature_keys = {
    key<&Signature::step>("step"),
    key<&Signature::role>("role").must().names_role(history),
    key<&Signature::on>("on").essential(),
    key<&Signature::ref>("ref"),
    key<&Signature::digest>("digest").says("of the bytes that the step was taken for"),
    key<&Signature::note>("note"),
    key<&Signature::assurance>("assurance").says("what stands behind it"),
    key<&Signature::registered_by>("registered_by").names_role(history).says("wrote it down"),
    key<&Signature::statement, &SignedStatement::text>("statement")
        .says("what was signed, written by `handbok approve --sign`"),
    key<&Signature::statement, &SignedStatement::armour>("ssh_signature"),
};
HANDBOK_SHAPE(Signature, shape<Signature>(signature_keys))

constexpr std::array returned_keys = {
    key<&ReturnedRound::submitted>("submitted"),
    key<&ReturnedRound::on>("on").essential(),
    key<&ReturnedRound::by>("by").must().names_role(history),
    key<&ReturnedRound::comment>("comment").must(),
    key<&ReturnedRound::signatures>("signature"),
};
HANDBOK_SHAPE(ReturnedRound, shape<ReturnedRound>(returned_keys))

constexpr std::array withdrawal_keys = {
    key<&Withdrawal::on>("on").essential(),
    key<&Withdrawal::by>("by").must().names_role(history),
    key<&Withdrawal::ref>("ref"),
    key<&Withdrawal::reason>("reason").must(),
};
HANDBOK_SHAPE(Withdrawal, shape<Withdrawal>(withdrawal_keys))

constexpr std::array validity_keys = {
    key<&Approval::valid_from>("valid_from").says("the first day in force"),
    key<&Approval::valid_to>("valid_to").says("the first day without force"),
    key<&Approval::next_review>("next_review"),
};

namespace {

const Shape& validity_shape() {
  static constexpr Shape made{.keys = validity_keys, .location = [](void* row) -> Location& {
                                return static_cast<Approval*>(row)->validity_location;
                              }};
  return made;
}

/// A table whose keys are kept in the row that it stands in.
constexpr RowListType row_itself{[](const void* /*row*/) { return std::size_t{1}; },
                                 [](const void* row, std::size_t /*index*/) { return row; },
                                 [](void* row) { return row; },
                                 [](void* /*row*/, const std::function<bool(const void*)>&) {},
                                 nullptr,
                                 0,
                                 false};

constexpr Key validity_key() {
  Key made{.name = "validity", .form = Form::rows};
  made.at = [](const void* row, std::size_t /*place*/) { return row; };
  made.rows = &validity_shape;
  made.list = &row_itself;
  return made;
}

}  // namespace

constexpr std::array approval_keys = {
    key<&Approval::submitted>("submitted").says("in review since"),
    key<&Approval::signatures>("signature").says("the steps that were taken"),
    key<&Approval::returned>("returned")
        .says("a round of review that was handed back; its signatures count for nothing later"),
    validity_key(),
    key<&Approval::withdrawal>("withdrawn")
        .says("an approved text was taken back before its first day"),
};
HANDBOK_SHAPE(Approval, shape<Approval>(approval_keys))

constexpr std::array review_event_keys = {
    key<&ReviewEvent::revision>("revision"),
    key<&ReviewEvent::on>("on").essential(),
    key<&ReviewEvent::by>("by").must().names_role(history),
    key<&ReviewEvent::verdict>("verdict"),
    key<&ReviewEvent::next_review>("next_review"),
    key<&ReviewEvent::note>("note"),
};
HANDBOK_SHAPE(ReviewEvent, shape<ReviewEvent>(review_event_keys))

constexpr std::array reviews_keys = {
    key<&Document::reviews>("review").ordered(&sort_by<&ReviewEvent::on>),
};
HANDBOK_SHAPE(Document, shape<Document>(reviews_keys))

constexpr std::array earlier_revision_keys = {
    key<&EarlierRevision::number>("number").must().says("which revision it was"),
    key<&EarlierRevision::valid_from>("valid_from").says("if it is known"),
    key<&EarlierRevision::valid_to>("valid_to")
        .says("first day on which it no longer applied, if it is known"),
    key<&EarlierRevision::kept_in>("kept_in").says("where it can be read"),
    key<&EarlierRevision::note>("note"),
};
HANDBOK_SHAPE(EarlierRevision, shape<EarlierRevision>(earlier_revision_keys))

constexpr std::array earlier_revisions_keys = {
    key<&EarlierRevisions::revisions>("revision").ordered(&sort_by<&EarlierRevision::number>),
};
HANDBOK_SHAPE(EarlierRevisions, shape<EarlierRevisions>(earlier_revisions_keys))

constexpr std::array repeal_keys = {
    key<&Repeal::decided_on>("decided_on"),
    key<&Repeal::effective_on>("effective_on").says("the first day without force"),
    key<&Repeal::decided_by>("decided_by").names_role(history),
    key<&Repeal::ref>("ref"),
    key<&Repeal::reason>("reason"),
    key<&Repeal::replaced_by>("replaced_by").names_document(Bond::successor).forgotten(),
    key<&Repeal::no_successor>("no_successor").says("or else `replaced_by`"),
    key<&Repeal::accepted>("accepted")
        .names_document(history)
        .unchecked()
        .forgotten()
        .says("still pointed at the document when it was repealed"),
};
HANDBOK_SHAPE(Repeal, shape<Repeal>(repeal_keys))

}  // namespace handbok
