#include "app/letter_words.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "diag/phrase.hpp"
#include "diag/printable.hpp"
#include "edit/requests.hpp"
#include "questions/compare.hpp"
#include "questions/due.hpp"
#include "render/addresses.hpp"

namespace handbok {
namespace {

/// Writes the same words as plain text and as HTML.
class LetterWriter {
public:
  void paragraph(const std::string& words) {
    text_ += printable(words) + "\n\n";
    html_ += "<p>" + escape_html(words) + "</p>\n";
  }

  void heading(std::string_view words) {
    text_.append(words).append("\n\n");
    html_ += "<h2 style=\"font-size:1.1em\">" + escape_html(words) + "</h2>\n";
  }

  void items(const std::vector<std::string>& all) {
    html_ += "<ul>\n";
    for (const auto& one : all) {
      text_ += "- " + printable(one) + "\n";
      html_ += "<li>" + escape_html(one) + "</li>\n";
    }
    text_ += "\n";
    html_ += "</ul>\n";
  }

  /// What is typed as it stands.
  void commands(const std::vector<std::string>& all) {
    for (const auto& one : all) {
      text_ += "  " + printable(one) + "\n";
      html_ += "<p style=\"margin:0\"><code>" + escape_html(one) + "</code></p>\n";
    }
    text_ += "\n";
  }

  void link(const std::string& address) {
    text_ += address + "\n\n";
    html_ += "<p><a href=\"" + escape_html(address) + "\">" + escape_html(address) + "</a></p>\n";
  }

  void comparison(const RevisionComparison& comparison, Language language) {
    const DiffMarks plain;
    const DiffMarks marked{.went = {"<del style=\"background:#fdd\">", "</del>"},
                           .came = {"<ins style=\"background:#dfd\">", "</ins>"},
                           .line = {"<p style=\"white-space:pre-wrap\">", "</p>\n"},
                           .escape = [](std::string_view text) { return escape_html(text); }};
    text_ += fields_text(comparison, plain, language) + blocks_text(comparison, plain) + "\n";
    html_ += fields_text(comparison, marked, language) + blocks_text(comparison, marked);
  }

  LetterText take(std::string subject, Language language) {
    const std::string_view code = language == Language::swedish ? "sv" : "en";
    return {std::move(subject), std::move(text_),
            "<!DOCTYPE html>\n<html lang=\"" + std::string(code) +
                "\"><meta charset=\"utf-8\"><body>\n" + html_ + "</body></html>\n"};
  }

private:
  std::string text_;
  std::string html_;
};

/// What a text that waits asks of its reader.
struct WaitWords {
  Phrase subject;
  Phrase what;
  Phrase if_well;
  Phrase if_not;
};

constexpr Phrase if_objection{
    "Är något fel: svara på brevet och skriv vad. Texten går då tillbaka till den som skrev den.",
    "If something is wrong: answer this letter and say what. The text then goes back to whoever "
    "wrote it."};

constexpr auto wait_words = std::to_array<std::pair<DueKind, WaitWords>>({
    {DueKind::consultation,
     {{"Samråd: {}, senast {}", "Consultation: {}, by {}"},
      {"{} behöver synpunkter från {}. Svara senast {}.", "{} needs the views of {}, by {}."},
      {"Har du inga invändningar: svara på brevet och skriv det.",
       "If you have no objections: answer this letter and say so."},
      if_objection}},
    {DueKind::scrutiny,
     {{"Att granska: {}, senast {}", "To review: {}, by {}"},
      {"{} ska granskas av {}. Svara senast {}.", "{} is to be reviewed by {}, by {}."},
      {"Är texten bra: svara på brevet och skriv att den är granskad.",
       "If the text is good: answer this letter and say that it is reviewed."},
      if_objection}},
    {DueKind::approval,
     {{"Att fastställa: {}, senast {}", "To approve: {}, by {}"},
      {"{} är granskad och väntar på beslut av {}. Svara senast {}.",
       "{} is reviewed and waits for the decision of {}, by {}."},
      {"Fastställer du den: svara på brevet och skriv från vilken dag den ska gälla.",
       "If you approve it: answer this letter and say from which day it is to apply."},
      if_objection}},
    {DueKind::mending,
     {{"Tillbaka för ändring: {}, senast {}", "Returned to be mended: {}, by {}"},
      {"{} har kommit tillbaka till {}. Ändra och lämna in senast {}.",
       "{} has come back to {}. Mend it and hand it in by {}."},
      {"Ändra i den bifogade Word-filen och lämna in den som vanligt.",
       "Make the changes in the attached Word file and hand it in as usual."},
      {"Är du inte överens om skälet: svara på brevet.",
       "If you do not agree with the reason: answer this letter."}}},
});

const WaitWords& words_of(DueKind kind) {
  const auto* const found =
      std::ranges::find(wait_words, kind, &std::pair<DueKind, WaitWords>::first);
  return found->second;
}

/// The commands by which the coordinator writes down what the role answers.
std::vector<std::string> commands_after(const DueDay& day, const RoleId& role) {
  const auto& id = day.id;
  const auto kind = day.kind;
  const auto sent_back = command_for(ActKind::hand_back, id, "--role " + role);
  if (kind == DueKind::consultation)
    return {command_for(ActKind::approve, id, "--consulted " + role)};
  if (kind == DueKind::scrutiny)
    return {command_for(ActKind::approve, id, "--reviewed " + role), sent_back};
  if (kind == DueKind::approval)
    return {command_for(ActKind::approve, id, "--approved " + role), sent_back};
  if (kind == DueKind::mending) return {command_for(ActKind::submit, id, {})};
  if (kind == DueKind::review)
    return {command_for(ActKind::keep, id, {}), command_for(ActKind::revise, id, {})};
  if (kind == DueKind::validity)
    return {command_for(ActKind::revise, id, {}), command_for(ActKind::repeal, id, {})};
  return {};
}

/// Puts one event into words.
class LetterComposer {
public:
  LetterComposer(const LetterEvent& event, const DayView& view, const LetterPlace& place)
      : event_(event),
        view_(view),
        handbook_(view.handbook()),
        place_(place) {}

  LetterText compose() {
    switch (event_.kind) {
      case LetterKind::waits: return waits();
      case LetterKind::approved:
      case LetterKind::applies: return decided();
      case LetterKind::taken_back:
        return event_.revision->withdrawn() != nullptr ? withdrawn() : repealed();
      case LetterKind::base_changed: return base_changed();
      case LetterKind::due:
      case LetterKind::reminder:
      case LetterKind::late: return due();
      case LetterKind::escalated: return escalated();
      case LetterKind::digest: return digest();
      case LetterKind::undone: return undone();
    }
    return {};
  }

private:
  std::string say(const Phrase& phrase, const std::vector<std::string>& values = {}) const {
    return fill_slots(phrase.in(place_.language), values);
  }

  std::string role_name(const RoleId& id) const {
    const auto* const role = handbook_.find_role(id);
    return role == nullptr ? id : role->name + " (" + id + ")";
  }

  /// "RUT-001 Rutin för …, utgåva 3".
  std::string name_of(const Revision& revision) const {
    return revision.document + " " + revision.title + say({", utgåva ", ", revision "}) +
           std::to_string(revision.number);
  }

  /// "Översyn: RUT-001 Rutin för …".
  std::string name_of(const DueDay& day) const {
    return std::string(category_of(day.kind, place_.language)) + ": " + day.id + " " +
           due_title(day, handbook_, place_.language);
  }

  /// " (Hemtjänst Norr, Hemtjänst Syd)": of what is done in units.
  std::string where(const DueDay& day) const {
    if (day.revision != nullptr || day.units.empty()) return {};
    std::vector<std::string> names;
    for (const auto& id : day.units) {
      const auto* const unit = handbook_.find_unit(id);
      names.push_back(unit == nullptr ? id : unit->name);
    }
    return " (" + join(names, ", ") + ")";
  }

  void link_to(const std::string& address) {
    if (!place_.site.empty()) writer_.link(place_.site + address);
  }

  /// What the day asks for comes last: to review a text is more than to be consulted about it.
  const DueDay& main_day() const { return event_.days.back(); }

  /// What the days ask of the reader in words, each thing once.
  void tell_answers() {
    std::vector<std::string> answers;
    for (const auto& day : event_.days)
      answers.push_back(say(words_of(day.kind).if_well));
    answers.push_back(say(words_of(main_day().kind).if_not));
    writer_.items(answers);
  }

  /// The days one by one, where a subject does not say it all.
  void tell_days() {
    if (event_.days.size() > 1 || !where(main_day()).empty()) writer_.items(rows_of(event_.days));
  }

  std::vector<std::string> rows_of(const std::vector<DueDay>& days) const {
    std::vector<std::string> rows;
    for (const auto& day : days)
      rows.push_back(day.on.to_string() + "  " + name_of(day) + where(day));
    return rows;
  }

  void tell_coordinator() {
    std::vector<std::string> commands;
    for (const auto& day : event_.days) {
      const auto more = commands_after(day, event_.to);
      commands.insert(commands.end(), more.begin(), more.end());
    }
    tell_coordinator(commands);
  }

  void tell_coordinator(const std::vector<std::string>& commands) {
    if (commands.empty()) return;
    writer_.paragraph(say({"För den som samordnar handboken:", "For the coordinator:"}));
    writer_.commands(commands);
  }

  LetterText waits() {
    const auto& revision = *main_day().revision;
    const auto until = main_day().on.to_string();
    for (const auto& day : event_.days)
      writer_.paragraph(
          say(words_of(day.kind).what, {name_of(revision), role_name(event_.to), until}));
    if (main_day().kind == DueKind::mending) {
      const auto& round = revision.approval->returned.back();
      tell_reason(round.by, round.comment);
    }
    tell_answers();
    link_to(address::owner(event_.to));
    tell_coordinator();
    tell_changes(revision);
    return writer_.take(say(words_of(main_day().kind).subject, {name_of(revision), until}),
                        place_.language);
  }

  void tell_reason(const RoleId& by, const std::string& reason) {
    writer_.paragraph(
        say({"Skälet, enligt {}: {}", "The reason, by {}: {}"}, {role_name(by), reason}));
  }

  void tell_changes(const Revision& revision) {
    const auto comparison = compare_revisions(
        view_, {revision.document, std::nullopt, revision.number}, place_.language);
    if (!comparison) {
      writer_.paragraph(say({"Hela texten är ny. Den finns i den bifogade Word-filen.",
                             "All of the text is new. It is in the attached Word file."}));
      return;
    }
    writer_.heading(say({"Det som ändras", "What is changed"}));
    if (!comparison->change_note.empty()) writer_.paragraph(comparison->change_note);
    writer_.comparison(*comparison, place_.language);
  }

  LetterText decided() {
    const auto& revision = *event_.revision;
    const auto from = *revision.approval->valid_from;
    const bool applies = from <= view_.day();
    const Phrase what = applies ? Phrase{"{} gäller från {}.", "{} applies from {}."}
                                : Phrase{"{} är fastställd och ska gälla från {}.",
                                         "{} is approved and will apply from {}."};
    writer_.paragraph(say(what, {name_of(revision), from.to_string()}));
    if (!revision.change_note.empty()) writer_.paragraph(revision.change_note);
    link_to(address::document(handbook_, revision.document));
    if (event_.kind == LetterKind::applies) tell_changes_if_any(revision);
    const Phrase subject =
        event_.kind == LetterKind::approved
            ? Phrase{"Fastställd: {}, gäller från {}", "Approved: {}, applies from {}"}
        : applies ? Phrase{"Gäller: {}, från {}", "Applies: {}, from {}"}
                  : Phrase{"Kommer att gälla: {}, från {}", "Will apply: {}, from {}"};
    return writer_.take(say(subject, {name_of(revision), from.to_string()}), place_.language);
  }

  LetterText withdrawn() {
    const auto& decision = *event_.revision->withdrawn();
    const auto subject =
        say({"Återtagen: {} ska inte börja gälla", "Taken back: {} will not apply"},
            {name_of(*event_.revision)});
    return ended(subject, decision.by, decision.reason);
  }

  LetterText repealed() {
    const auto& decision = *handbook_.find_document(event_.revision->document)->repeal;
    const auto subject = say({"Upphävs: {}, från {}", "Repealed: {}, from {}"},
                             {name_of(*event_.revision), decision.effective_on->to_string()});
    return ended(subject, decision.decided_by, decision.reason);
  }

  LetterText ended(const std::string& subject, const RoleId& by, const std::string& reason) {
    writer_.paragraph(subject + ".");
    tell_reason(by, reason);
    link_to(address::document(handbook_, event_.revision->document));
    return writer_.take(subject, place_.language);
  }

  /// By what was told, which is the first word of its id.
  LetterText undone() {
    struct Words {
      std::string_view told;
      Phrase subject;
      Phrase text;
    };
    static constexpr auto all = std::to_array<Words>(
        {{"waits",
          {"Väntar inte längre: {}", "Waits no longer: {}"},
          {"Det är taget tillbaka. Gör inget nu. Väntar något på dig igen får du ett nytt brev.",
           "It is taken back. Do nothing now. If something waits for you again, you get a "
           "letter."}},
         {"repealed",
          {"Upphävs inte: {}", "Not repealed: {}"},
          {"Beslutet att upphäva är taget tillbaka.", "The decision to repeal is taken back."}},
         {"withdrawn",
          {"Återtas inte: {}", "Not taken back after all: {}"},
          {"Texten ska ändå börja gälla.", "The text will apply after all."}},
         {"",
          {"Beslutet är taget tillbaka: {}", "The decision is taken back: {}"},
          {"Du fick brev om att texten är fastställd. Följ den inte förrän du får ett nytt brev.",
           "You got a letter that it is approved. Do not follow it until you get a new letter."}}});
    const auto* const words = std::ranges::find_if(
        all, [&](const Words& one) { return event_.says.starts_with(one.told); });
    const auto* const revision = event_.revision;
    const auto thing = split(event_.says, ' ')[1];
    const auto subject = say(
        words->subject,
        {revision != nullptr ? name_of(*revision) : std::string(thing.substr(0, thing.find('@')))});
    writer_.paragraph(subject + ".");
    writer_.paragraph(say(words->text));
    if (revision != nullptr) link_to(address::document(handbook_, revision->document));
    return writer_.take(subject, place_.language);
  }

  void tell_changes_if_any(const Revision& revision) {
    const auto* const document = handbook_.find_document(revision.document);
    const bool has_earlier = document->revisions.front().number < revision.number;
    if (!has_earlier) return;
    const auto comparison = compare_revisions(
        view_, {revision.document, revision.number - 1, revision.number}, place_.language);
    if (!comparison) return;
    writer_.heading(say({"Det som ändras", "What is changed"}));
    writer_.comparison(*comparison, place_.language);
  }

  LetterText base_changed() {
    const auto& base = *event_.news.front();
    writer_.paragraph(say({"{} har fått en ny utgåva. {} bygger på en äldre: se efter om den "
                           "fortfarande stämmer.",
                           "{} has a new revision. {} builds on an older one: see whether it still "
                           "holds."},
                          {name_of(base), name_of(*event_.revision)}));
    link_to(address::document(handbook_, base.document));
    tell_changes_if_any(base);
    tell_coordinator({command_for(ActKind::revise, event_.revision->document, {})});
    return writer_.take(say({"Se över {}: {} är ändrad", "See to {}: {} has changed"},
                            {event_.revision->document, base.document}),
                        place_.language);
  }

  /// How late or near it is, in a subject.
  Phrase nearness() const {
    if (event_.kind == LetterKind::late)
      return {"Försenat: {}, skulle ske {}", "Late: {}, was due {}"};
    if (event_.kind == LetterKind::reminder)
      return {"Påminnelse: {}, senast {}", "Reminder: {}, by {}"};
    return {"{}, senast {}", "{}, by {}"};
  }

  LetterText due() {
    const auto& day = main_day();
    const auto subject = say(nearness(), {name_of(day), day.on.to_string()});
    writer_.paragraph(subject + ".");
    tell_days();
    if (is_waiting(day.kind)) {
      tell_answers();
    } else if (day.kind == DueKind::review) {
      writer_.items({say({"Stämmer texten: svara på brevet och skriv att den ska gälla oförändrad.",
                          "If the text holds: answer this letter and say that it shall stay."}),
                     say({"Behöver den ändras: ändra i Word-filen och lämna in den.",
                          "If it must be changed: change the Word file and hand it in."})});
    }
    link_to(address::owner(event_.to));
    tell_coordinator();
    return writer_.take(subject, place_.language);
  }

  LetterText escalated() {
    const auto& day = main_day();
    std::vector<std::string> owners;
    std::ranges::transform(day.owners, std::back_inserter(owners),
                           [&](const RoleId& id) { return role_name(id); });
    writer_.paragraph(
        say({"{} skulle ha skett {} och är inte gjort. Ansvarig: {}. Du får brevet för "
             "att du leder enheten eller den som är närmast över.",
             "{} was due {} and is not done. Responsible: {}. You get this letter "
             "because you lead the unit or the one above it."},
            {name_of(day), day.on.to_string(), owners.empty() ? "–" : join(owners, ", ")}));
    tell_days();
    link_to(address::owner(day.owners.empty() ? event_.to : day.owners.front()));
    return writer_.take(say({"Mycket försenat: {}, skulle ske {}", "Very late: {}, was due {}"},
                            {name_of(day), day.on.to_string()}),
                        place_.language);
  }

  LetterText digest() {
    const auto tell = [&](const Phrase& heading, const auto& is_wanted) {
      std::vector<DueDay> wanted;
      std::ranges::copy_if(event_.days, std::back_inserter(wanted), is_wanted);
      if (wanted.empty()) return;
      writer_.heading(say(heading));
      writer_.items(rows_of(wanted));
    };
    const auto is_late = [&](const DueDay& day) { return day.on < view_.day(); };
    tell({"Försenat", "Late"}, is_late);
    tell({"Väntar på dig", "Waiting for you"},
         [&](const DueDay& day) { return !is_late(day) && is_waiting(day.kind); });
    tell({"På gång", "Coming up"},
         [&](const DueDay& day) { return !is_late(day) && !is_waiting(day.kind); });
    tell_news();
    link_to(address::owner(event_.to));
    return writer_.take(say({"Två veckor i handboken: {}, {} att göra",
                             "A fortnight of the handbook: {}, {} to do"},
                            {role_name(event_.to), std::to_string(event_.days.size())}),
                        place_.language);
  }

  void tell_news() {
    if (event_.news.empty()) return;
    std::vector<std::string> rows;
    for (const auto* const revision : event_.news)
      rows.push_back(view_.of(*revision).validity->from.to_string() + "  " + name_of(*revision));
    writer_.heading(say({"Nytt att följa", "New to follow"}));
    writer_.items(rows);
  }

  const LetterEvent& event_;
  const DayView& view_;
  const Handbook& handbook_;
  const LetterPlace& place_;
  LetterWriter writer_;
};

}  // namespace

LetterText letter_text(const LetterEvent& event, const DayView& view, const LetterPlace& place) {
  return LetterComposer(event, view, place).compose();
}

const Revision* revision_with(const LetterEvent& event) {
  const bool is_ahead = event.kind == LetterKind::due || event.kind == LetterKind::reminder;
  const bool is_to_change = is_ahead && event.days.front().kind == DueKind::review;
  return event.kind == LetterKind::waits || is_to_change ? event.days.front().revision : nullptr;
}

}  // namespace handbok
