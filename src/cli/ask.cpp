#include "cli/ask.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <set>
#include <utility>

#include "app/workspace.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "cli/console.hpp"
#include "diag/printable.hpp"

namespace handbok {
namespace {

std::string_view label_of(AskedField field, Language language) {
  const auto say = [&](std::string_view swedish, std::string_view english) {
    return choose(language, swedish, english);
  };
  switch (field) {
    case AskedField::title: return say("Titel", "Title");
    case AskedField::unit: return say("Enhet", "Unit");
    case AskedField::owner: return say("Ägare (roll)", "Owner (role)");
    case AskedField::note: return say("Anteckning (får vara tom)", "Note (may be empty)");
    case AskedField::drafter: return say("Upprättad av (roll)", "Drafted by (role)");
    case AskedField::comment: return say("Vad ska ändras?", "What is to be changed?");
    case AskedField::role: return say("Vem gör det? (roll)", "Who does it? (role)");
    case AskedField::consulted:
      return say("Har {} rådfrågats? (ja, nej, inte än)", "Was {} consulted? (yes, no, not yet)");
    case AskedField::reviewed:
      return say("Granskad av (roll, tom om inte än)", "Reviewed by (role, empty if not yet)");
    case AskedField::approved:
      return say("Fastställd av (roll, tom om inte än)", "Approved by (role, empty if not yet)");
    case AskedField::ref: return say("Beslutets beteckning", "Reference of the decision");
    case AskedField::reason: return say("Skäl", "Reason");
    case AskedField::valid_from: return say("Gäller från", "Valid from");
    case AskedField::valid_to:
      return say("Första dagen den inte gäller", "First day without force");
    case AskedField::next_review: return say("Nästa översyn", "Next review");
    case AskedField::effective_on:
      return say("Första dagen det inte gäller", "First day without force");
    case AskedField::replaced_by:
      return say("Ersätts av (tomt: inget)", "Replaced by (empty: nothing)");
  }
  return {};
}

/// "KCH", or "KCH (Kvalitetschef)" if that is a role.
std::string with_name(const Handbook& handbook, const std::string& code) {
  const auto* const role = handbook.find_role(code);
  return role == nullptr || role->name.empty() ? code : code + " (" + role->name + ")";
}

/// What may be given; with names if they are few.
std::string choices_in(const Question& question, const Handbook& handbook) {
  constexpr std::size_t named_max = 6;
  auto choices = question.choices;
  if (choices.size() <= named_max) {
    for (auto& choice : choices)
      choice = with_name(handbook, choice);
  }
  return join(choices, ", ");
}

std::string prompt_for(const Question& question, const Handbook& handbook, Language language) {
  auto prompt =
      fill_slots(label_of(question.field, language), {with_name(handbook, question.about)});
  if (!question.choices.empty()) prompt += " {" + choices_in(question, handbook) + "}";
  if (!question.about.empty()) prompt += choose(language, " [inte än]", " [not yet]");
  if (!question.suggestion.empty()) prompt += " [" + question.suggestion + "]";
  return prompt + ": ";
}

/// "yes" or "no", also for not yet, in the words of either language; other text as it is.
std::string plain_answer(std::string_view text) {
  const auto word = to_lower(text);
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
  };
  if (is_one_of({"j", "ja", "y"})) return "yes";
  if (is_one_of({"n", "nej", "inte än", "not yet"})) return "no";
  return word;
}

/// Why an answer was not taken.
std::string_view refused(Answered answered, Language language) {
  switch (answered) {
    case Answered::taken: return {};
    case Answered::no_date:
      return choose(language, "Skriv datumet som ÅÅÅÅ-MM-DD.", "Write the date as YYYY-MM-DD.");
    case Answered::no_yes_or_no:
      return choose(language, "Svara ja, nej eller inte än.", "Answer yes, no or not yet.");
    case Answered::no_choice:
      return choose(language, "Svara med något av det som står inom { }; ett namn går också bra.",
                    "Answer with one of those within { }; a name will do as well.");
    case Answered::no_answer:
      return choose(language, "Här behövs ett svar. Ctrl+C avbryter, och då är inget skrivet.",
                    "An answer is needed here. Ctrl+C stops, and then nothing is written.");
  }
  return {};
}

using FarDays = std::function<std::set<std::string>()>;

/// Asks until the answer makes sense, and brings no day that is far away and not meant; false if
/// the terminal was closed.
bool ask_one(const Authoring& authoring, const Question& question, EditRequest& request,
             const FarDays& far, Language language) {
  const auto prompt = prompt_for(question, authoring.handbook(), language);
  const auto is_meant = [&, before = far()](const std::string& sentence) {
    return before.contains(sentence) || confirms(sentence, language);
  };
  while (true) {
    const auto line = ask(prompt);
    if (!line) return false;
    const auto given = trim(*line);
    const auto text = question.about.empty() ? std::string(given) : plain_answer(given);
    const auto answered =
        authoring.answer(request, question, text.empty() ? question.suggestion : text);
    if (answered != Answered::taken) {
      print_message(refused(answered, language));
    } else if (std::ranges::all_of(far(), is_meant)) {
      return true;
    }
  }
}

}  // namespace

void ask_open_questions(const Authoring& authoring, EditRequest& request, bool takes_far,
                        Language language) {
  const auto far = [&] {
    std::set<std::string> sentences;
    if (takes_far) return sentences;
    for (const auto& one : far_days(request, authoring.day(), current_day()))
      sentences.insert(printable(what_text(one, language)));
    return sentences;
  };
  std::set<std::pair<AskedField, RoleId>> asked;
  while (true) {
    auto questions = authoring.questions(request);
    std::erase_if(questions, [&](const Question& q) { return asked.contains({q.field, q.about}); });
    if (questions.empty()) return;
    for (const auto& question : questions) {
      asked.emplace(question.field, question.about);
      if (!ask_one(authoring, question, request, far, language)) return;
    }
  }
}

bool confirms(const std::string& sentence, Language language) {
  const auto line = ask(sentence + std::string(choose(language, " Stämmer det? (ja, nej) [nej]: ",
                                                      " Is that right? (yes, no) [no]: ")));
  return line && plain_answer(trim(*line)) == "yes";
}

}  // namespace handbok
