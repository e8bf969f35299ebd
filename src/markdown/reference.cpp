#include "markdown/reference.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/strings.hpp"
#include "model/references.hpp"

namespace handbok {
namespace {

constexpr std::string_view term_prefix = "term:";

/// Ids of sources and terms: "sosfs-2011-9", "lex-maria".
bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= 100 && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// Names of clauses: "5:3", "4:4 st2 led 1", "4:1 AR".
bool is_clause_name(std::string_view text) {
  return !text.empty() && text.size() <= 100 && text == trim(text) &&
         std::ranges::all_of(text, [](char c) {
           return is_letter_or_digit(c) ||
                  std::string_view(" :.-").find(c) != std::string_view::npos;
         });
}

bool is_clause_reference(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return is_slug(text);
  return is_slug(text.substr(0, slash)) && is_clause_name(text.substr(slash + 1));
}

/// Headings have anchors like "gor-sa-har", the nodes of a process ones like "A3".
bool is_anchor(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

/// A document, or the row of a register: which of the two is known when both are.
bool is_entity_reference(std::string_view text) {
  const auto reference = parse_document_reference(text);
  return reference ? is_anchor(reference->anchor) : text.size() <= 100 && looks_like_id(text);
}

}  // namespace

std::optional<CrossReference> parse_cross_reference(std::string_view inner) {
  CrossReference reference;
  auto target = inner;
  if (const auto bar = inner.find('|'); bar != std::string_view::npos) {
    target = inner.substr(0, bar);
    reference.text = trim(inner.substr(bar + 1));
    if (reference.text.empty() || reference.text.find('|') != std::string::npos) return {};
  }
  if (target.starts_with(term_prefix) && is_slug(target.substr(term_prefix.size()))) {
    reference.kind = LinkKind::term;
    target.remove_prefix(term_prefix.size());
  } else if (is_clause_reference(target)) {
    reference.kind = LinkKind::clause;
  } else if (!is_entity_reference(target)) {
    return {};
  }
  reference.target = target;
  return reference;
}

}  // namespace handbok
