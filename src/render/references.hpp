#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/handbook.hpp"
#include "render/html.hpp"
#include "render/site_context.hpp"
#include "render/words.hpp"

namespace handbok {

/// How a clause is cited: "4:4 st2 led 1" is "4 kap. 4 § 2 st. led 1". What is not understood stays
/// as it is.
std::string clause_text(std::string_view ref, const WordTable& words);

/// The same with the source before it: "SOSFS 2011:9, 5 kap. 3 §". The source's short name, if it
/// has one, stands for its number; an unknown source stays as its id.
std::string clause_with_source(const Handbook& handbook, std::string_view source,
                               std::string_view ref, const WordTable& words);

/// For whom the references of a text are resolved: the page that it stands on, and the day whose
/// handbook it belongs to.
struct LinkScope {
  const SiteContext& site;
  std::string root;           ///< the way up from the page
  std::optional<Date> as_of;  ///< an archived page: the last day of its revision; none: today
  std::string folder{};  ///< the way to the text's attachments; empty: the page lies beside them
};

/// What a reference leads to. Without `href` it is text only.
struct LinkTarget {
  std::string href;
  std::string text;      ///< what to call it, if the author has not said
  std::string now_href;  ///< what applies today, if the link leads to something else
  Html ended{};  ///< that it no longer applies, and what to use instead; empty if it does or did
                 ///< then
};

/// Where links to the documents of the site's view lead today, in their order.
std::vector<CurrentTarget> current_targets(const SiteContext& site);

/// The target of a reference to a document as written: "RUT-003", "RUT-003@2", "PRO-005#A3".
/// On an archived page it is the revision that was in force then, by the name it had then. A
/// document that readers may not know of gives the reference itself as text.
LinkTarget document_target(std::string_view reference, const LinkScope& scope);

/// The target of "sosfs-2011-9/5:3" or "sosfs-2011-9".
LinkTarget clause_target(std::string_view reference, const LinkScope& scope);

/// The target of a term's id.
LinkTarget term_target(std::string_view term, const LinkScope& scope);

/// The target of a reference in double brackets; what is no document is the row of a register, on
/// its page as it is today.
LinkTarget reference_target(const BodyLink& link, const LinkScope& scope);

/// A link to `target` with its own text, and the link to what applies today after it.
Html target_html(const LinkTarget& target, const WordTable& words);

/// HTML to add at the end of sections of a text: index of the heading, and the HTML.
using SectionAdditions = std::vector<std::pair<std::uint32_t, Html>>;

/// A stretch of a text that begins with a heading of level 2, or has none: what stands before the
/// first, and the notes at the end.
struct BodySection {
  const BodyHeading* heading = nullptr;
  Html title;  ///< the heading's element; empty without one
  Html html;   ///< what follows it
};

/// The text of a revision, with its links resolved, in parts that a page may put in another order.
struct BodyParts {
  Html urgent;                        ///< the urgent boxes, which stand in no section then
  std::vector<BodySection> sections;  ///< in the order of the text
};

/// The text of a revision as the last page that showed it has it.
struct LastBody {
  const Revision* revision = nullptr;
  std::string root;
  std::string folder;
  SectionAdditions additions;
  BodyParts parts;
};

/// `scope` is that of the page that the text stands on.
BodyParts body_parts(const Revision& revision, const LinkScope& scope,
                     const SectionAdditions& additions = {});

/// True if the revision has a page: it is published, or drafts are shown; in a preview only drafts
/// and texts under review have one.
bool has_page(const RevisionDay& day, const RenderOptions& options);

/// All revisions with a permanent page, in the order of the handbook.
std::vector<const Revision*> revisions_with_page(const RenderInput& input);

/// The revision with a permanent page that came before, or nullptr if it is the first. The page
/// that compares the two exists whenever both have a page. In a preview: the one in force, which
/// has no page there.
const Revision* revision_before(const Revision& revision, const DayView& view,
                                const RenderOptions& options);

/// For whom the links on a page of that revision are resolved: an archived one leads to what was in
/// force on the last day that it was.
LinkScope revision_scope(const Revision& revision, const SiteContext& site);

}  // namespace handbok
