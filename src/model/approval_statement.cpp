#include "model/approval_statement.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.hpp"
#include "model/enum_names.hpp"

namespace handbok {
namespace {

constexpr std::string_view first_line = "handbok-approval-v1";
constexpr std::array<std::string_view, 10> keys{"document", "revision",   "digest", "step",
                                                "role",     "on",         "ref",    "valid-from",
                                                "valid-to", "ledger-head"};

/// A fact is one line, whatever is in it.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

bool is_digest(std::string_view text) {
  constexpr std::string_view prefix = "sha256:";
  constexpr std::size_t hex_length = 64;
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.starts_with(prefix) && text.size() == prefix.size() + hex_length &&
         std::ranges::all_of(text.substr(prefix.size()), is_hex);
}

std::string write(const StatementFacts& facts) {
  std::string text(first_line);
  text += '\n';
  for (const auto& [key, value] : facts)
    text.append(key).append(" ").append(value).append("\n");
  return text;
}

}  // namespace

std::optional<LedgerHead> parse_ledger_head(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || !is_digest(text.substr(colon + 1))) return std::nullopt;
  LedgerHead head;
  const auto number = text.substr(0, colon);
  const auto result = std::from_chars(number.data(), number.data() + number.size(), head.entry);
  head.digest = text.substr(colon + 1);
  const bool is_written_so = result.ec == std::errc{} && head.entry >= 0 && head.text() == text;
  return is_written_so ? std::optional(head) : std::nullopt;
}

std::string approval_statement(const RevisionKey& revision, const Approval& approval,
                               const Signature& signature, const LedgerHead& head) {
  StatementFacts facts{
      {"document", revision.document}, {"revision", std::to_string(revision.number)},
      {"digest", signature.digest},    {"step", std::string(key_of(signature.step))},
      {"role", signature.role},        {"on", signature.on.to_string()}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) facts.emplace_back(key, on_one_line(value));
  };
  add("ref", signature.ref);
  if (signature.step == SignatureStep::approved) {
    if (approval.valid_from) add("valid-from", approval.valid_from->to_string());
    if (approval.valid_to) add("valid-to", approval.valid_to->to_string());
  }
  facts.emplace_back("ledger-head", head.text());
  return write(facts);
}

StatementFacts parse_statement(std::string_view text) {
  StatementFacts facts;
  auto lines = split(text, '\n');
  std::size_t next_key = 0;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const auto blank = lines[i].find(' ');
    if (blank == std::string_view::npos) return {};
    const auto key = lines[i].substr(0, blank);
    const auto* const known =
        std::find(keys.begin() + static_cast<std::ptrdiff_t>(next_key), keys.end(), key);
    if (known == keys.end()) return {};
    next_key = static_cast<std::size_t>(known - keys.begin()) + 1;
    facts.emplace_back(key, lines[i].substr(blank + 1));
  }
  const bool is_whole = next_key == keys.size() && write(facts) == text;
  return is_whole ? facts : StatementFacts{};
}

std::string fact_of(const StatementFacts& facts, std::string_view key) {
  for (const auto& [name, value] : facts) {
    if (name == key) return value;
  }
  return {};
}

std::optional<LedgerHead> head_of(const SignedStatement& statement) {
  return parse_ledger_head(fact_of(parse_statement(statement.text), "ledger-head"));
}

std::string_view key_of(SignatureStep step) {
  return name_of(step);
}

std::string slot_of(SignatureStep step) {
  return std::string("@step.").append(key_of(step));
}

std::string_view key_of(Assurance assurance) {
  return name_of(assurance);
}

std::string slot_of(Assurance assurance) {
  return std::string("@assurance.").append(key_of(assurance));
}

}  // namespace handbok
