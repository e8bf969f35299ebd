// The keys of units, roles, sources, clauses, terms, collaboration points and redirects.
#include "model/declare.hpp"

namespace handbok {
constexpr std::array earlier_parent_keys = {
    key<&EarlierParent::parent>("parent").must().names_unit(history),
    key<&EarlierParent::until>("until").essential(),
};
HANDBOK_SHAPE(EarlierParent, shape<EarlierParent>(earlier_parent_keys))

constexpr std::array unit_keys = {
    key<&OrgUnit::id>("id").essential(),
    key<&OrgUnit::name>("name").must().is(KeyPart::title),
    key<&OrgUnit::level>("level").must(),
    key<&OrgUnit::parent>("parent").names_unit(history),
    key<&OrgUnit::earlier_parents>("earlier_parents")
        .told()
        .ordered(&sort_by<&EarlierParent::until>),
    key<&OrgUnit::regimes>("regimes"),
    key<&OrgUnit::kind>("kind"),
    key<&OrgUnit::operative>("operative"),
    key<&OrgUnit::head>("head").names_role(Bond::heads).is(KeyPart::owner),
    key<&OrgUnit::contact>("contact"),
    key<&OrgUnit::valid_from>("valid_from").is(KeyPart::begins),
    key<&OrgUnit::valid_to>("valid_to").is(KeyPart::ends),
    key<&OrgUnit::succeeded_by>("succeeded_by").names_unit(history),
};
HANDBOK_SHAPE(OrgUnit, shape<OrgUnit>(unit_keys))

constexpr std::array role_key_keys = {
    key<&RoleKey::text>("public").must(),
    key<&RoleKey::from>("from"),
    key<&RoleKey::until>("until"),
    key<&RoleKey::revoked>("revoked"),
};
HANDBOK_SHAPE(RoleKey, shape<RoleKey>(role_key_keys))

constexpr std::array role_keys = {
    key<&Role::id>("id").essential(), key<&Role::name>("name").must().is(KeyPart::title),
    key<&Role::level>("level"),       key<&Role::collegial>("collegial"),
    key<&Role::licensed>("licensed"), key<&Role::aliases>("aliases"),
    key<&Role::mission>("mission"),   key<&Role::contact>("contact"),
    key<&Role::keys>("key"),
};
HANDBOK_SHAPE(Role, shape<Role>(role_keys))

constexpr std::array source_version_keys = {
    key<&SourceVersion::amending>("amending"),
    key<&SourceVersion::in_force_from>("in_force_from").essential(),
};
HANDBOK_SHAPE(SourceVersion, shape<SourceVersion>(source_version_keys))

constexpr std::array moved_keys = {
    clause_key<&MovedClause::source, &MovedClause::ref>("from").must().unchecked(),
    key<&MovedClause::to>("to").must(),
};
HANDBOK_SHAPE(MovedClause, shape<MovedClause>(moved_keys))

constexpr std::array source_keys = {
    key<&LegalSource::id>("id").essential(),
    key<&LegalSource::number>("number").must().is(KeyPart::title),
    key<&LegalSource::title>("title").must(),
    key<&LegalSource::short_name>("short"),
    key<&LegalSource::aliases>("aliases"),
    key<&LegalSource::kind>("kind"),
    key<&LegalSource::regimes>("regimes"),
    key<&LegalSource::in_force_from>("in_force_from"),
    key<&LegalSource::repealed_on>("repealed_on"),
    key<&LegalSource::replaced_by>("replaced_by").names_clause(Bond::successor),
    key<&LegalSource::versions>("versions").ordered(&sort_by<&SourceVersion::in_force_from>),
    key<&LegalSource::moved>("moved"),
    key<&LegalSource::checked_on>("checked_on"),
    key<&LegalSource::checked_by>("checked_by").names_role(Bond::checks).is(KeyPart::owner),
    key<&LegalSource::url>("url"),
};

constexpr std::array clause_keys = {
    key<&Clause::source>("source").must().names_clause(history),
    key<&Clause::ref>("ref").essential(),
    key<&Clause::title>("title").must().is(KeyPart::title),
    key<&Clause::force>("force"),
    key<&Clause::regimes>("regimes"),
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

constexpr std::array outdated_word_keys = {
    key<&OutdatedWord::since>("since").essential(),
    key<&OutdatedWord::word>("word").essential().is(KeyPart::title),
    key<&OutdatedWord::forms>("forms"),
    key<&OutdatedWord::use>("use").must(),
};
HANDBOK_SHAPE(OutdatedWord, shape<OutdatedWord>(outdated_word_keys))

constexpr std::array point_keys = {
    key<&CollaborationPoint::id>("id").essential(),
    key<&CollaborationPoint::kind>("kind"),
    key<&CollaborationPoint::partner>("partner").must().is(KeyPart::title),
    key<&CollaborationPoint::partner_kinds>("partner_kinds"),
    key<&CollaborationPoint::purpose>("purpose"),
    key<&CollaborationPoint::routine>("routine").names_document(Bond::routine).forgotten(),
    key<&CollaborationPoint::agreement>("agreement").names_document(Bond::agreement).forgotten(),
    key<&CollaborationPoint::contact_way>("contact_way"),
};
HANDBOK_SHAPE(CollaborationPoint, shape<CollaborationPoint>(point_keys))

constexpr std::array redirect_keys = {
    key<&Redirect::since>("since").essential(),
    key<&Redirect::from>("from").essential().written_as(Grammar::page_address),
    key<&Redirect::to>("to").essential().written_as(Grammar::page_place),
};
HANDBOK_SHAPE(Redirect, shape<Redirect>(redirect_keys))

constexpr std::array suppression_keys = {
    key<&Suppression::code>("code").essential(),
    key<&Suppression::subject>("subject"),
    key<&Suppression::reason>("reason").essential().is(KeyPart::title),
    key<&Suppression::decided_by>("decided_by").essential().names_role(history),
    key<&Suppression::decided_on>("decided_on").essential(),
    key<&Suppression::valid_to>("valid_to").essential(),
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
