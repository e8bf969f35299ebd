#include "model/references.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace handbok {
namespace {

/// The number from 1 that `text` writes, without sign or leading zero; 0 if it is none.
int revision_number(std::string_view text) {
  if (text.empty() || text.size() > 6 || text.front() == '0' ||
      !std::ranges::all_of(text, is_digit)) {
    return 0;
  }
  int number = 0;
  for (const char c : text)
    number = number * 10 + (c - '0');
  return number;
}

}  // namespace

bool is_document_id(std::string_view text) {
  const auto hyphen = text.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 4) return false;
  const auto rest = text.substr(hyphen + 1);
  return !rest.empty() && rest.size() <= 32 &&
         std::ranges::all_of(text.substr(0, hyphen), is_upper) &&
         std::ranges::all_of(rest, [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
}

bool looks_like_id(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || dash < 2 || dash + 1 == text.size()) return false;
  const auto prefix = text.substr(0, dash);
  const auto rest = text.substr(dash + 1);
  return std::ranges::all_of(prefix, is_upper) && std::ranges::any_of(rest, is_digit) &&
         std::ranges::all_of(rest, [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
}

std::optional<DocumentReference> parse_document_reference(std::string_view text) {
  DocumentReference reference;
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    reference.anchor = text.substr(hash + 1);
    if (reference.anchor.empty()) return std::nullopt;
    text = text.substr(0, hash);
  }
  if (const auto at = text.find('@'); at != std::string_view::npos) {
    const int number = revision_number(text.substr(at + 1));
    if (number == 0) return std::nullopt;
    reference.revision = number;
    text = text.substr(0, at);
  }
  if (!is_document_id(text)) return std::nullopt;
  reference.document = text;
  return reference;
}

ClauseReference parse_clause_reference(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return {std::string(text), {}};
  return {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

}  // namespace handbok
