#include "text/citation.hpp"

#include <optional>
#include <utility>

#include "text/cited_source.hpp"
#include "text/tokens.hpp"

namespace handbok {
namespace {

/// A citation and the token after it.
struct Found {
  Citation citation;
  std::size_t end = 0;
};

Found found(std::optional<CitedSource> source, std::optional<CitedClauses> clauses,
            std::size_t end) {
  Found result;
  if (source) {
    result.citation.source = std::move(source->number);
    result.citation.name = std::move(source->name);
  }
  if (clauses) result.citation.clauses = std::move(clauses->clauses);
  result.end = end;
  return result;
}

/// Whether the number at `index` is the end of something longer: a date, a time, "A3", "1.4".
bool continues_a_number(const Tokens& tokens, std::size_t index) {
  if (!tokens.is_attached(index)) return false;
  const auto kind = tokens.at(index - 1).kind;
  const bool after_number =
      tokens.is_attached(index - 1) && index > 1 && tokens.at(index - 2).kind == TokenKind::number;
  if (kind == TokenKind::period || kind == TokenKind::comma) return after_number;
  if (kind == TokenKind::dash) return tokens.is_attached(index - 1);
  return kind == TokenKind::word || kind == TokenKind::colon;
}

/// Reads "5 kap. 3 § SOSFS 2011:9", with or without the source.
std::optional<Found> read_clauses_first(const Tokens& tokens, std::size_t index,
                                        const StatuteNames& names) {
  if (tokens.at(index).kind != TokenKind::number || continues_a_number(tokens, index)) {
    return std::nullopt;
  }
  auto clauses = read_clauses(tokens, index, names);
  if (!clauses) return std::nullopt;
  auto source = read_source_after_clauses(tokens, clauses->end, names);
  const auto end = source ? source->end : clauses->end;
  return found(std::move(source), std::move(clauses), end);
}

/// Reads "SOSFS 2011:9, 5 kap. 3 §" or "SoL 14 kap. 3 §", or a number alone. Clauses that a source
/// of their own follows are left for the next citation.
std::optional<Found> read_source_first(const Tokens& tokens, std::size_t index,
                                       const StatuteNames& names) {
  auto source = read_source(tokens, index, names);
  if (!source) return std::nullopt;
  auto next = source->end;
  if (tokens.at(next).kind == TokenKind::close) ++next;
  if (tokens.at(next).kind == TokenKind::comma) ++next;
  auto clauses = read_clauses(tokens, next, names);
  if (clauses && !read_source_after_clauses(tokens, clauses->end, names)) {
    const auto end = clauses->end;
    return found(std::move(source), std::move(clauses), end);
  }
  if (source->number.empty()) return std::nullopt;
  const auto end = source->end;
  return found(std::move(source), std::nullopt, end);
}

}  // namespace

std::vector<Citation> CitationFinder::find(std::string_view text) const {
  std::vector<Citation> citations;
  if (text.find_first_of("0123456789") == std::string_view::npos) return citations;  // most texts
  const Tokens tokens(text);
  for (std::size_t index = 0; index < tokens.size();) {
    auto next = read_source_first(tokens, index, names_);
    if (!next) next = read_clauses_first(tokens, index, names_);
    if (!next) {
      ++index;
      continue;
    }
    next->citation.begin = tokens.at(index).begin;
    next->citation.end = tokens.at(next->end - 1).end;
    citations.push_back(std::move(next->citation));
    index = next->end;
  }
  return citations;
}

}  // namespace handbok
