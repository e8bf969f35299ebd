#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/handbook.hpp"
#include "model/registers.hpp"
#include "render/html.hpp"
#include "render/references.hpp"

namespace handbok {

/// The name of a step of the organisation, "Avdelning"; empty if handbook.toml does not know it.
std::string level_name(std::string_view level, const Handbook& handbook);

/// The name of a regime, "hälso- och sjukvård"; the id itself if handbook.toml does not know it.
std::string regime_name(std::string_view regime, const Handbook& handbook);

/// The names of regimes in their order, with commas.
std::string regime_names(const std::vector<RegimeId>& regimes, const Handbook& handbook);

/// A link to whatever has that id – a document, or a row of a register – with its title; words that
/// are no id stand as they are, escaped. What readers may not know of on the day of the page, such
/// as a draft or an action that is decided later, gives nothing.
Html entity_html(std::string_view id, const LinkScope& scope);

/// A link to the row of a register with that id, with its name; empty if there is none that readers
/// may know of.
LinkView register_link(std::string_view id, const LinkScope& scope);
LinkView register_link(const RegisterRow& row, const LinkScope& scope);

/// Several of them, one to a line.
Html entities_html(const std::vector<std::string>& ids, const LinkScope& scope);

/// Links to roles and units, with commas.
Html roles_html(const std::vector<RoleId>& roles, const LinkScope& scope);
Html units_html(const std::vector<UnitId>& units, const LinkScope& scope);

/// One of them; empty for an empty id.
Html role_html(std::string_view role, const LinkScope& scope);
Html unit_html(std::string_view unit, const LinkScope& scope);

/// Plain words as HTML.
Html text_html(std::string_view text);

/// The entity's name in a row of its own register: the name, and the id smaller after it.
Html named_html(std::string_view name, std::string_view id);

/// The date, or nothing.
Html optional_date_html(const std::optional<Date>& date, const LinkScope& scope);

/// A badge: `kind` is a CSS class such as "late", "open", "done".
Html badge_html(std::string_view kind, std::string_view text);

/// A paragraph with a link to a file of data, if the site has it.
Html data_file_html(std::string_view address, Word text, const LinkScope& scope);

/// Parts that are not empty, one to a line. The theme keeps lines apart (class `line`), so that two
/// long links under each other do not look like one.
Html lines_html(const std::vector<Html>& parts);

}  // namespace handbok
