#include "cli/ask.hpp"

#include <set>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "cli/console.hpp"

namespace handbok {
namespace {

std::string_view label_of(AskedField field, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return choose(language, swedish, english);
  };
  switch (field) {
    case AskedField::title:
      return say("Titel", "Title");
    case AskedField::unit:
      return say("Enhet", "Unit");
    case AskedField::owner:
      return say("Ägare (roll)", "Owner (role)");
    case AskedField::note:
      return say("Anteckning (får vara tom)", "Note (may be empty)");
    case AskedField::drafter:
      return say("Upprättad av (roll)", "Drafted by (role)");
    case AskedField::comment:
      return say("Vad ska ändras?", "What is to be changed?");
    case AskedField::role:
      return say("Vem gör det? (roll)", "Who does it? (role)");
    case AskedField::consulted:
      return say("Samråd med (roller)", "Consulted (roles)");
    case AskedField::reviewed:
      return say("Granskad av (roll, tom om inte än)", "Reviewed by (role, empty if not yet)");
    case AskedField::approved:
      return say("Fastställd av (roll, tom om inte än)", "Approved by (role, empty if not yet)");
    case AskedField::ref:
      return say("Beslutets beteckning", "Reference of the decision");
    case AskedField::reason:
      return say("Skäl", "Reason");
    case AskedField::valid_from:
      return say("Gäller från", "Valid from");
    case AskedField::valid_to:
      return say("Första dagen den inte gäller", "First day without force");
    case AskedField::next_review:
      return say("Nästa översyn", "Next review");
    case AskedField::effective_on:
      return say("Första dagen det inte gäller", "First day without force");
    case AskedField::replaced_by:
      return say("Ersätts av (tomt: inget)", "Replaced by (empty: nothing)");
  }
  return {};
}

std::string prompt_for(const Question& question, Language language) {
  std::string prompt(label_of(question.field, language));
  if (!question.choices.empty()) prompt += " {" + join(question.choices, ", ") + "}";
  if (!question.suggestion.empty()) prompt += " [" + question.suggestion + "]";
  return prompt + ": ";
}

/// Asks until the answer can be understood; false if the terminal was closed.
bool ask_one(const Question& question, EditRequest& request, Language language) {
  while (true) {
    const auto line = ask(prompt_for(question, language));
    if (!line) return false;
    const auto text = trim(*line);
    if (answer(request, question.field, text.empty() ? question.suggestion : text)) return true;
    print_message(
        choose(language, "Skriv datumet som ÅÅÅÅ-MM-DD.", "Write the date as YYYY-MM-DD."));
  }
}

}  // namespace

void ask_open_questions(const Authoring& authoring, EditRequest& request, Language language) {
  std::set<AskedField> asked;
  while (true) {
    auto questions = authoring.questions(request);
    std::erase_if(questions, [&](const Question& q) { return asked.contains(q.field); });
    if (questions.empty()) return;
    for (const auto& question : questions) {
      asked.insert(question.field);
      if (!ask_one(question, request, language)) return;
    }
  }
}

}  // namespace handbok
