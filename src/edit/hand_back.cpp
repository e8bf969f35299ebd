// handbok return: the text goes back to its drafter, with everything that was said about it.
#include "edit/guards.hpp"
#include "edit/perform.hpp"
#include "edit/signature_text.hpp"

namespace handbok {
namespace {

/// The round that ends moves into [[returned]], so that nothing of it counts for the next one and
/// nothing of it is lost.
std::string returned_text(const std::string& before, const ReturnedRound& round) {
  TomlText text(before);
  text.remove("submitted");
  std::string block = "[[returned]]\n";
  block += toml_line("submitted", round.submitted->to_string());
  block += toml_line("on", round.on.to_string());
  block += toml_line("by", toml_string(round.by));
  block += toml_line("comment", toml_string(round.comment));
  text.insert_before("signature", block);
  text.rename_tables("signature", "returned.signature");
  return text.text();
}

}  // namespace

Outcome hand_back(const Desk& desk, const HandBack& request) {
  Outcome outcome;
  const auto* const document = require_document(desk, request.document, outcome);
  if (document == nullptr) return outcome;
  const auto* const revision = require_in_review(*document, outcome);
  if (revision == nullptr) return outcome;
  outcome.revision = revision->key();
  require_input(request.comment, "--comment", document->id, outcome);
  if (require_role(desk, request.role, "--role", document->id, outcome)) {
    require_allowed(judges_of(desk, *revision), request.role, "@step.returned", *revision, outcome);
  }
  require_order({"submitted", *revision->approval->submitted}, {"returned", desk.day()}, "--on",
                document->id, outcome);
  if (outcome.is_refused()) return outcome;

  ReturnedRound round;
  round.submitted = revision->approval->submitted;
  round.on = desk.day();
  round.by = request.role;
  round.comment = request.comment;
  outcome.files.push_back(
      {revision->approval->path, returned_text(bytes_of(desk, revision->approval->path), round)});
  return outcome;
}

}  // namespace handbok
