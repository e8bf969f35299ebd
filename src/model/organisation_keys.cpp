// The keys of units, roles, sources, clauses, terms, collaboration points and redirects.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array earlier_parent_keys = {
    key<&EarlierParent::parent>("parent").must().names_unit(history),
    key<&EarlierParent::until>("until").essential().says("first day under the next"),
};
HANDBOK_SHAPE(EarlierParent, shape<EarlierParent>(earlier_parent_keys))

constexpr std::array unit_phone_keys = {
    key<&UnitPhone::role>("role")
        .must()
        .names_role(Bond::belongs_to)
        .says("a function; units below have the number too, unless they have one of their own"),
    key<&UnitPhone::name>("name").says("what it is called there, if not as the role"),
    key<&UnitPhone::phone>("phone")
        .must()
        .written_as(Grammar::phone_number)
        .says("digits, as they are read aloud: `0980-319 200`"),
    key<&UnitPhone::when>("when").says("when somebody answers"),
};
HANDBOK_SHAPE(UnitPhone, shape<UnitPhone>(unit_phone_keys))

constexpr std::array unit_keys = {
    key<&OrgUnit::id>("id")
        .essential()
        .is(KeyPart::unit)
        .says("also the address: `enheter/sabo-lonn/`"),
    key<&OrgUnit::name>("name").must().is(KeyPart::title),
    key<&OrgUnit::level>("level").must(),
    key<&OrgUnit::parent>("parent").names_unit(history).says(
        "the unit above; left out for the principal"),
    key<&OrgUnit::earlier_parents>("earlier_parents")
        .told()
        .ordered(&sort_by<&EarlierParent::until>)
        .says("where it lay before"),
    key<&OrgUnit::regimes>("regimes").says(
        "the law it works under; documents under other regimes do not reach it"),
    key<&OrgUnit::kind>("kind").says("contractors have handbooks of their own"),
    key<&OrgUnit::operative>("operative")
        .says("`false` for a staff unit, which gives no care or service: it makes no common "
              "self-checks and is in no report"),
    key<&OrgUnit::head>("head").names_role(Bond::heads).is(KeyPart::owner).says("leads it"),
    key<&OrgUnit::contact>("contact").says("how to reach a function, never a person"),
    key<&OrgUnit::phones>("phones").says("whom to ring: functions, never persons"),
    key<&OrgUnit::valid_from>("valid_from").is(KeyPart::begins),
    key<&OrgUnit::valid_to>("valid_to").is(KeyPart::ends).says("first day it no longer existed"),
    key<&OrgUnit::succeeded_by>("succeeded_by").names_unit(history).says("took over"),
};
HANDBOK_SHAPE(OrgUnit, shape<OrgUnit>(unit_keys))

constexpr std::array role_key_keys = {
    key<&RoleKey::text>("public").must().says(
        "the first two words of its `.pub` file and no comment"),
    key<&RoleKey::from>("from").says("the first entry of the ledger at which it counts"),
    key<&RoleKey::until>("until").says("the first entry at which it no longer does"),
    key<&RoleKey::revoked>("revoked").says("the entry from which it may have been in wrong hands"),
};
HANDBOK_SHAPE(RoleKey, shape<RoleKey>(role_key_keys))

constexpr std::array role_keys = {
    key<&Role::id>("id").essential(),
    key<&Role::name>("name")
        .must()
        .is(KeyPart::title)
        .says("a function; who holds it is not the handbook's to know"),
    key<&Role::level>("level").says("where in the organisation it sits; free text"),
    key<&Role::collegial>("collegial").says("a board; its decisions need a `ref`"),
    key<&Role::licensed>("licensed"),
    key<&Role::aliases>("aliases").says("other names, for readers who know it by them"),
    key<&Role::mission>("mission").says("a sentence or two"),
    key<&Role::contact>("contact"),
    key<&Role::keys>("key").says("keys that sign for the role"),
};
HANDBOK_SHAPE(Role, shape<Role>(role_keys))

constexpr std::array source_version_keys = {
    key<&SourceVersion::amending>("amending"),
    key<&SourceVersion::in_force_from>("in_force_from")
        .essential()
        .says("what rests on the source is then to be looked at again"),
};
HANDBOK_SHAPE(SourceVersion, shape<SourceVersion>(source_version_keys))

constexpr std::array moved_clause_keys = {
    clause_key<&MovedClause::source, &MovedClause::ref>("from")
        .must()
        .names_clause(history)
        .unchecked()
        .says("the clause as the act before this one had it"),
    key<&MovedClause::to>("to").must().says("the same clause in this act: `27:2`"),
};
HANDBOK_SHAPE(MovedClause, shape<MovedClause>(moved_clause_keys))

constexpr std::array source_keys = {
    key<&LegalSource::id>("id").essential().says(
        "the number as a slug: `SFS 2017:30` → `sfs-2017-30`"),
    key<&LegalSource::number>("number").must().is(KeyPart::title),
    key<&LegalSource::title>("title").must(),
    key<&LegalSource::short_name>("short"),
    key<&LegalSource::aliases>("aliases").says("other names that texts use for it"),
    key<&LegalSource::kind>("kind"),
    key<&LegalSource::regimes>("regimes").says("whose work it is about; left out: all"),
    key<&LegalSource::in_force_from>("in_force_from"),
    key<&LegalSource::repealed_on>("repealed_on").says("first day without force"),
    key<&LegalSource::replaced_by>("replaced_by").names_clause(Bond::successor),
    key<&LegalSource::versions>("versions")
        .ordered(&sort_by<&SourceVersion::in_force_from>)
        .says("later wordings"),
    key<&LegalSource::moved>("moved").says(
        "where clauses of what it replaced are now; their old numbers are reported"),
    key<&LegalSource::checked_on>("checked_on")
        .says("when somebody last looked whether it still holds"),
    key<&LegalSource::checked_by>("checked_by").names_role(Bond::checks).is(KeyPart::owner),
    key<&LegalSource::url>("url").written_as(Grammar::web_address).says("where it is published"),
};

constexpr std::array clause_keys = {
    key<&Clause::source>("source").must().names_clause(history),
    key<&Clause::ref>("ref").essential().says("`4:4 st2 led 1`"),
    key<&Clause::title>("title")
        .must()
        .is(KeyPart::title)
        .says("a short one in own words, never the text of the statute"),
    key<&Clause::force>("force"),
    key<&Clause::regimes>("regimes").says("for whom it holds"),
};

constexpr std::array term_keys = {
    key<&Term::id>("id").essential(),
    key<&Term::term>("term").must().is(KeyPart::title),
    key<&Term::definition>("definition").must(),
    key<&Term::source>("source"),
    key<&Term::synonyms>("synonyms"),
    key<&Term::deprecated>("deprecated"),
};
HANDBOK_SHAPE(Term, shape<Term>(term_keys))

constexpr std::array everyday_words_keys = {
    key<&EverydayWords::said>("said")
        .must()
        .is(KeyPart::title)
        .says("what people say; several ways of saying the same, inflected or not"),
    key<&EverydayWords::means>("means").says("the word that texts use for it"),
    key<&EverydayWords::leads_to>("leads_to")
        .names_any(Bond::about)
        .forgotten()
        .says("the document, term or row that answers it"),
};
HANDBOK_SHAPE(EverydayWords, shape<EverydayWords>(everyday_words_keys))

constexpr std::array outdated_word_keys = {
    key<&OutdatedWord::since>("since").essential(),
    key<&OutdatedWord::word>("word").essential().is(KeyPart::title),
    key<&OutdatedWord::forms>("forms").says("inflected forms"),
    key<&OutdatedWord::use>("use").must().says("what to write instead"),
};
HANDBOK_SHAPE(OutdatedWord, shape<OutdatedWord>(outdated_word_keys))

constexpr std::array point_keys = {
    key<&CollaborationPoint::id>("id").essential(),
    key<&CollaborationPoint::kind>("kind"),
    key<&CollaborationPoint::partner>("partner").must().is(KeyPart::title),
    key<&CollaborationPoint::partner_kinds>("partner_kinds")
        .says("the example has all that SOSFS 2011:9 names; `own_unit` for internal points"),
    key<&CollaborationPoint::purpose>("purpose"),
    key<&CollaborationPoint::routine>("routine").names_document(Bond::routine).forgotten(),
    key<&CollaborationPoint::agreement>("agreement").names_document(Bond::agreement).forgotten(),
    key<&CollaborationPoint::contact_way>("contact_way"),
};
HANDBOK_SHAPE(CollaborationPoint, shape<CollaborationPoint>(point_keys))

constexpr std::array redirect_keys = {
    key<&Redirect::since>("since").essential(),
    key<&Redirect::from>("from")
        .essential()
        .written_as(Grammar::page_address)
        .says("lies below the root of the site"),
    key<&Redirect::to>("to")
        .essential()
        .written_as(Grammar::page_place)
        .says("may name a place on the page (`…/index.html#k4`)"),
};
HANDBOK_SHAPE(Redirect, shape<Redirect>(redirect_keys))

constexpr std::array suppression_keys = {
    key<&Suppression::code>("code").essential(),
    key<&Suppression::subject>("subject").says(
        "which one, as the finding names it; left out: all of the code"),
    key<&Suppression::reason>("reason").essential().is(KeyPart::title),
    key<&Suppression::decided_by>("decided_by").essential().names_role(history),
    key<&Suppression::decided_on>("decided_on").essential(),
    key<&Suppression::valid_to>("valid_to")
        .essential()
        .says("first day on which the finding counts again"),
};

constexpr Shape source_shape() {
  auto made = shape<LegalSource>(source_keys);
  made.subject = [](const void* row) { return static_cast<const LegalSource*>(row)->number; };
  return made;
}
HANDBOK_SHAPE(LegalSource, source_shape())

constexpr Shape clause_shape() {
  auto made = shape<Clause>(clause_keys);
  made.id = [](const void* row) {
    const auto& clause = *static_cast<const Clause*>(row);
    return clause.source + "/" + clause.ref;
  };
  return made;
}
HANDBOK_SHAPE(Clause, clause_shape())

constexpr Shape suppression_shape() {
  auto made = shape<Suppression>(suppression_keys);
  made.subject = [](const void* row) { return static_cast<const Suppression*>(row)->code; };
  return made;
}
HANDBOK_SHAPE(Suppression, suppression_shape())

}  // namespace handbok
