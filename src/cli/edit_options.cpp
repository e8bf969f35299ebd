#include "cli/edit_options.hpp"

#include "cli/declarer.hpp"

namespace handbok {
namespace {

/// Adds the options of acts on documents, with help in one language.
class ActDeclarer : public Declarer {
public:
  ActDeclarer(OptionSink& options, Language language)
      : Declarer(options, language),
        options_(options) {}

  /// What every command has that changes sources, after its first word.
  void add_how(AuthoringOptions& how) {
    options_.source(how.source);
    options_.date(
        "--on", how.on,
        say("Dagen det görs, ÅÅÅÅ-MM-DD (i dag)", "The day of the act, YYYY-MM-DD (today)"));
    options_.flag(
        "--dry-run", [&how] { how.dry_run = true; },
        say("Visar vad som skulle skrivas", "Shows what would be written"));
    options_.flag(
        "--no-input", [&how] { how.no_input = true; },
        say("Frågar inget, inte heller i en terminal", "Asks nothing, not even in a terminal"));
  }

  void add_document(std::string& document, AuthoringOptions& how) {
    options_.subject(document, say("Till exempel RUT-001", "For example RUT-001"));
    add_how(how);
  }

  void add_role(RoleId& role) {
    options_.text("--role", role, say("Rollen som gör det", "The role that does it"));
  }

  void add_ref(std::string& ref) {
    options_.text("--ref", ref,
                  say("Beslutets beteckning, till exempel sammanträde och paragraf",
                      "The reference of the decision, such as meeting and section"));
  }

  void add_reason(std::string& reason) {
    options_.text("--reason", reason, say("Skälet", "The reason"));
  }

  void add_note(std::string& note) {
    options_.text("--note", note, say("En anteckning", "A note"));
  }

  void add_tracked(std::string& tracked) {
    options_.text("--tracked", tracked,
                  say("Ändringar som är spårade i Word: accept eller reject (accept)",
                      "Changes that were tracked in Word: accept or reject (accept)"));
  }

  void add_next_review(std::optional<Date>& day) {
    options_.date("--next-review", day,
                  say("Nästa översyn (så sent som typen tillåter)",
                      "The next review (as late as the type allows)"));
  }

private:
  OptionSink& options_;
};

}  // namespace

void declare(OptionSink& options, NewCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  auto& what = command.what;
  const auto say = [&](auto swedish, auto english) { return declarer.say(swedish, english); };
  options.subject(what.type, say("Dokumenttypen, till exempel RUT", "The type, such as RUT"));
  declarer.add_how(command.how);
  options.text("--title", what.title, say("Titeln", "The title"));
  options.text("--unit", what.unit, say("Enheten", "The unit"));
  options.text("--owner", what.owner, say("Rollen som äger det", "The role that owns it"));
  options.text("--id", what.id, say("Id (nästa lediga)", "The id (the next free one)"));
  options.text("--folder", what.folder,
               say("Mappen under documents/ (där typens andra ligger)",
                   "The folder below documents/ (where others of the type lie)"));
}

void declare(OptionSink& options, ReviseCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  auto& what = command.what;
  declarer.add_document(what.document, command.how);
  options.flag(
      "--editorial", [&what] { what.kind = ChangeKind::editorial; },
      declarer.say("Ändringen är redaktionell och flyttar inte översynen",
                   "The change is editorial and does not move the review"));
  options.text("--note", what.note,
               declarer.say("En mening om vad som ändras", "A sentence about what is changed"));
}

void declare(OptionSink& options, SubmitCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  declarer.add_document(command.what.document, command.how);
  options.text(
      "--role", command.what.role,
      declarer.say("Rollen som har upprättat (ägaren)", "The role that drafted (the owner)"));
}

void declare(OptionSink& options, ReturnCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  declarer.add_document(command.what.document, command.how);
  declarer.add_role(command.what.role);
  options.text("--comment", command.what.comment,
               declarer.say("Vad som ska ändras", "What is to be changed"));
}

void declare(OptionSink& options, ApproveCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  auto& what = command.what;
  const auto say = [&](auto swedish, auto english) { return declarer.say(swedish, english); };
  declarer.add_document(what.document, command.how);
  options.texts("--consulted", what.consulted,
                say("Roller som har rådfrågats", "Roles that were consulted"));
  options.text("--reviewed", what.reviewed,
               say("Rollen som har granskat", "The role that reviewed"));
  options.text("--approved", what.approved,
               say("Rollen som fastställer", "The role that approves"));
  declarer.add_ref(what.ref);
  declarer.add_note(what.note);
  options.date("--valid-from", what.valid_from,
               say("Första dagen den gäller (dagen för beslutet)",
                   "The first day in force (the day of the decision)"));
  options.date("--valid-to", what.valid_to,
               say("Första dagen den inte gäller", "The first day without force"));
  declarer.add_next_review(what.next_review);
  options.text("--sign", command.key_file,
               say("Signerar med nyckeln i filen (ssh-keygen)", "Signs with the key in the file"));
  options.text("--ledger", what.ledger,
               say("Med --sign: publiceringsmappen, eller liggarens senaste huvud (42:sha256:…)",
                   "With --sign: the publication folder, or the ledger's head (42:sha256:…)"));
  options.flag(
      "--account", [&what] { what.assurance = Assurance::account; },
      say("Rollen har godkänt med sitt konto, till exempel i versionshanteringen",
          "The role approved by its account, for example in version control"));
  options.text("--registrar", what.registered_by,
               say("Rollen som skriver in beslutet", "The role that writes the decision down"));
  options.exclude("--sign", "--account");
}

void declare(OptionSink& options, WithdrawCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  declarer.add_document(command.what.document, command.how);
  declarer.add_role(command.what.role);
  declarer.add_ref(command.what.ref);
  declarer.add_reason(command.what.reason);
}

void declare(OptionSink& options, ReviewKeepCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  auto& what = command.what;
  declarer.add_document(what.document, command.how);
  options.text("--role", what.role,
               declarer.say("Rollen som har läst (ägaren)", "The role that read it (the owner)"));
  declarer.add_note(what.note);
  declarer.add_next_review(what.next_review);
}

void declare(OptionSink& options, RepealCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  auto& what = command.what;
  const auto say = [&](auto swedish, auto english) { return declarer.say(swedish, english); };
  declarer.add_document(what.document, command.how);
  declarer.add_role(what.role);
  declarer.add_ref(what.ref);
  declarer.add_reason(what.reason);
  options.date("--effective", what.effective_on,
               say("Första dagen det inte gäller (dagen för beslutet)",
                   "The first day without force (the day of the decision)"));
  options.texts("--replaced-by", what.replaced_by,
                say("Dokument som gäller i stället", "Documents that apply instead"));
  options.flag(
      "--no-successor", [&what] { what.no_successor = true; },
      say("Inget gäller i stället", "Nothing applies instead"));
  options.exclude("--no-successor", "--replaced-by");
  options.flag(
      "--accept", [&what] { what.dependents = Dependents::are_accepted; },
      say("Godtar att annat fortfarande pekar på det",
          "Accepts that other things still point at it"));
}

void declare(OptionSink& options, ImportCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  options.subject(command.file,
                  declarer.say("Text (.docx, .md) eller tabell med krav (.csv)",
                               "A text (.docx, .md) or a table of requirements (.csv)"));
  declarer.add_how(command.how);
  declarer.add_tracked(command.tracked);
}

void declare(OptionSink& options, IntakeCommand& command, Language language) {
  ActDeclarer declarer(options, language);
  options.subject(command.folder, declarer.say("Mappen där texter lämnas in",
                                               "The folder in which texts are handed in"));
  declarer.add_how(command.how);
  declarer.add_tracked(command.tracked);
}

std::string help_of(const NewCommand& /*command*/, Language language) {
  return std::string(choose(language, "Börjar ett dokument", "Starts a document"));
}

std::string help_of(const ReviseCommand& /*command*/, Language language) {
  return std::string(choose(language, "Börjar nästa utgåva av ett dokument",
                            "Starts the next revision of a document"));
}

std::string help_of(const SubmitCommand& /*command*/, Language language) {
  return std::string(
      choose(language, "Skickar in ett utkast för granskning", "Submits a draft for review"));
}

std::string help_of(const ReturnCommand& /*command*/, Language language) {
  return std::string(choose(language, "Lämnar tillbaka en text till den som upprättat den",
                            "Hands a text back to its drafter"));
}

std::string help_of(const ApproveCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver in samråd, granskning och fastställande",
                            "Records consultation, review and approval"));
}

std::string help_of(const WithdrawCommand& /*command*/, Language language) {
  return std::string(choose(language, "Drar tillbaka en text som inte har börjat gälla",
                            "Takes back a text that is not yet in force"));
}

std::string help_of(const ReviewKeepCommand& /*command*/, Language language) {
  return std::string(choose(language, "Skriver in en översyn som inte ändrade något",
                            "Records a review that changed nothing"));
}

std::string help_of(const RepealCommand& /*command*/, Language language) {
  return std::string(choose(language, "Upphäver ett dokument", "Repeals a document"));
}

std::string help_of(const ImportCommand& /*command*/, Language language) {
  return std::string(choose(language,
                            "Gör ett utkast av en text från Word, eller krav av en tabell",
                            "Makes a draft of a text from Word, or requirements of a table"));
}

std::string help_of(const IntakeCommand& /*command*/, Language language) {
  return std::string(choose(language, "Gör utkast av inlämnade texter och svarar på var och en",
                            "Makes drafts of texts that were handed in, and answers each"));
}

}  // namespace handbok
