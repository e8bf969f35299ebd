#include "app/proof_words.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "diag/phrase.hpp"

namespace handbok {
namespace {

constexpr std::string_view swedish = R"txt(Bevis: {} utgåva {} gällde den {}
====================================================

Dokumentet heter "{}".
{}
Den fastställdes av rollen {} den {}{}.
Den publicerades första gången i utgivning {}, {}.
{}
{}
Vad som ligger i mappen
-----------------------
revision/           utgåvans text, bilagor och beslut, byte för byte
revision.manifest   förteckningen som fastställandet gäller
page.html           sidan så som den publicerades ({})
manifests/          förteckningen över utgivningen
ledger/             liggaren från första posten till post {}
SHA256SUMS          kontrollsummor för allt ovan
check.sh            gör kontrollerna nedan på en gång (sh check.sh)

Kontrollera själv
-----------------
Det enda som behövs är programmet sha256sum, som finns i varje Linux.

1. Filerna är hela:
       sha256sum -c SHA256SUMS

2. Texten är den som fastställdes. Räkna kontrollsumman för förteckningen:
       sha256sum revision.manifest
   Den ska vara {}
   och stå efter digest i revision/{}.approval.toml, vid steget approved.
   Varje rad "file" i revision.manifest har kontrollsumman för en fil i revision/.

3. Texten är den som publicerades. Samma kontrollsumma står på raden
   "revision {}@{}" i manifests/{}.txt.

4. Förteckningen är den som liggaren nämner:
       sha256sum manifests/{}.txt
   Summan står efter manifest i ledger/{}.toml.

5. Liggaren är obruten. Varje post nämner, efter previous, kontrollsumman för posten före:
       sha256sum ledger/*.toml

6. Liggaren är inte utbytt. Det visar bara ett vittne: jämför summan för den sista posten här med
   ett nummer och en summa som någon annan har antecknat, till exempel i diariet.
)txt";

constexpr std::string_view english = R"txt(Proof: {} revision {} was in force on {}
====================================================

The document is called "{}".
{}
It was approved by the role {} on {}{}.
It was first published in release {}, {}.
{}
{}
What lies in this folder
------------------------
revision/           text, attachments and decisions of the revision, byte for byte
revision.manifest   the list that the approval is for
page.html           the page as it was published ({})
manifests/          the list of everything in the release
ledger/             the ledger from its first entry to entry {}
SHA256SUMS          digests of all of the above
check.sh            makes the checks below in one go (sh check.sh)

Check it yourself
-----------------
All that is needed is the program sha256sum, which every Linux has.

1. The files are whole:
       sha256sum -c SHA256SUMS

2. The text is the one that was approved. Take the digest of the list:
       sha256sum revision.manifest
   It must be {}
   and stand after digest in revision/{}.approval.toml, at the step approved.
   Each line "file" of revision.manifest has the digest of a file in revision/.

3. The text is the one that was published. The same digest stands on the line
   "revision {}@{}" of manifests/{}.txt.

4. The list is the one that the ledger names:
       sha256sum manifests/{}.txt
   The digest stands after manifest in ledger/{}.toml.

5. The ledger is unbroken. Each entry names, after previous, the digest of the entry before:
       sha256sum ledger/*.toml

6. The ledger was not replaced. Only a witness shows that: compare the digest of the last entry here
   with a number and a digest that somebody else has noted, in a public record for example.
)txt";

constexpr std::string_view script = R"sh(#!/bin/sh
# Checks the proof in this folder; needs sha256sum and the usual tools. Says OK, or stops.
set -eu
cd "$(dirname "$0")"
stop() { echo "NOT OK: $1" >&2; exit 1; }
sum() { sha256sum < "$1" | cut -c1-64; }

sha256sum --quiet -c SHA256SUMS || stop "a file is not whole"

sed -n 's/^file sha256:\([0-9a-f]*\) [0-9]* \(.*\)$/\1  revision\/\2/p' revision.manifest |
  sha256sum --quiet -c - || stop "the text is not the one of revision.manifest"
digest=sha256:$(sum revision.manifest)
[ "$digest" = "{}" ] || stop "the digest is another"
grep -q "^digest = \"$digest\"" revision/{}.approval.toml || stop "the approval is for another text"

grep -q "^revision {}@{} $digest " manifests/{}.txt || stop "another text was published"
grep -q "^manifest = \"sha256:$(sum manifests/{}.txt)\"" ledger/{}.toml ||
  stop "the ledger names another manifest"
grep -q "^file sha256:$(sum page.html) [0-9]* [0-9]* {}\$" manifests/{}.txt ||
  stop "the page is not the one that was published"

previous=$(printf '' | sha256sum | cut -c1-64)
for entry in ledger/*.toml; do
  grep -q "^previous = \"sha256:$previous\"" "$entry" || stop "$entry does not follow"
  seal=$(sed '$d' "$entry" | sha256sum | cut -c1-64)
  grep -q "^seal = \"sha256:$seal\"" "$entry" || stop "$entry was changed"
  previous=$(sum "$entry")
done
echo "OK: the last entry of the ledger is $entry, sha256:$previous"
)sh";

std::string reference_text(const ProofStatement& statement) {
  return statement.approved_ref.empty() ? std::string{} : " (" + statement.approved_ref + ")";
}

std::string shown_text(const ProofStatement& statement, Language language) {
  const bool is_swedish = language == Language::swedish;
  if (statement.shown_release.empty()) {
    return is_swedish ? "Vid dagens slut var den ännu inte publicerad."
                      : "At the end of the day it was not published yet.";
  }
  return fill_slots(is_swedish ? "Vid dagens slut visades utgivning {}, som har utgåvan."
                               : "At the end of the day release {} was served, which has it.",
                    {statement.shown_release});
}

/// "gäller från 2024-10-01 tills vidare", or when it was, if it is over on `day`.
std::string interval_text(const ProofInterval& interval, const std::string& day,
                          Language language) {
  const bool is_swedish = language == Language::swedish;
  if (interval.last.empty()) {
    return fill_slots(
        is_swedish ? "gäller från {} tills vidare" : "is in force from {} until further notice",
        {interval.from});
  }
  const bool is_over = interval.last < day;  // days are written so that text compares
  const auto pattern =
      is_swedish ? (is_over ? "gällde från {} till och med {}" : "gäller från {} till och med {}")
                 : (is_over ? "was in force from {} to {}" : "is in force from {} to {}");
  return fill_slots(pattern, {interval.from, interval.last});
}

/// When the revision applied: as it is known today, and as it was known on the day if that differs.
std::string validity_text(const ProofStatement& s, Language language) {
  const bool is_swedish = language == Language::swedish;
  const auto now = interval_text(s.known_now, s.today, language);
  if (s.known_then == s.known_now)
    return fill_slots(is_swedish ? "Utgåvan {}." : "The revision {}.", {now});
  return fill_slots(is_swedish ? "Utgåvan {}, så som det är känt den {}.\n"
                                 "Den {} var det känt att utgåvan {}."
                               : "The revision {}, as is known on {}.\n"
                                 "On {} it was known that the revision {}.",
                    {now, s.today, s.day, interval_text(s.known_then, s.day, language)});
}

/// The texts of a unit, one to a line, and the folder of the proof of each; then what is not known.
std::string lines_of_texts(const ProofStatement& s, std::string_view folder, Language language) {
  const bool is_swedish = language == Language::swedish;
  std::string text;
  for (const auto& local : s.local) {
    if (!local.unknown.empty()) {
      text += fill_slots("  {}, \"{}\": {}\n", {local.document, local.title, local.unknown});
      continue;
    }
    const auto where = local.is_proved
                           ? std::string(folder) + local.document + "/"
                           : std::string(is_swedish ? "inte publicerad, bevis saknas"
                                                    : "not published, there is no proof");
    text += fill_slots(
        is_swedish ? "  {} utgåva {}, \"{}\", {} ({})\n" : "  {} revision {}, \"{}\", {} ({})\n",
        {local.document, local.revision, local.title, interval_text(local.valid, s.today, language),
         where});
  }
  if (!s.unknown.empty()) text.append("  ").append(s.unknown).append("\n");
  return text;
}

/// What applied at the unit besides; an empty text if no unit was asked about.
std::string unit_text(const ProofStatement& s, Language language) {
  if (s.unit.empty()) return {};
  const bool is_swedish = language == Language::swedish;
  if (s.local.empty() && s.unknown.empty()) {
    return fill_slots(is_swedish ? "\nVid {} gällde den utan lokala tillägg.\n"
                                 : "\nAt {} it applied without local complements.\n",
                      {s.unit});
  }
  if (s.local.empty())
    return fill_slots(is_swedish ? "\nVid {}: {}\n" : "\nAt {}: {}\n", {s.unit, s.unknown});
  const Phrase heading =
      s.is_replaced ? Phrase{"\nVid {} gällde i stället:\n", "\nAt {} these applied instead:\n"}
                    : Phrase{"\nVid {} gällde dessutom:\n", "\nAt {} these applied too:\n"};
  auto text = fill_slots(heading.in(language), {s.unit});
  text += lines_of_texts(s, proof_local_folder(language) + "/", language);
  return text;
}

constexpr std::string_view local_check = R"sh(
for part in {}/*/; do
  sh "$part/check.sh" >/dev/null || stop "$part is not whole"
done
)sh";

constexpr std::string_view swedish_unit = R"txt(Bevis: vad som gällde vid {} den {}
====================================================

Varje text har en mapp med ett eget bevis och en egen LAS-MIG.txt. Vad som var känt den dagen och
vad som är känt den {} står där.

{}
Kontrollera själv
-----------------
       sha256sum -c SHA256SUMS     filerna är hela
       sh check.sh                 varje bevis håller
)txt";

constexpr std::string_view english_unit = R"txt(Proof: what applied at {} on {}
====================================================

Each text has a folder with a proof and a README.txt of its own. What was known on that day and what
is known on {} stands there.

{}
Check for yourself
------------------
       sha256sum -c SHA256SUMS     the files are whole
       sh check.sh                 each proof holds
)txt";

constexpr std::string_view unit_script = R"sh(#!/bin/sh
# Checks every proof in this folder, with sha256sum and, where something is signed, ssh-keygen.
cd "$(dirname "$0")" || exit 1
stop() {
  echo "NOT OK: $1"
  exit 1
}
sha256sum -c --quiet SHA256SUMS || stop "a file was changed"
count=0
for part in */; do
  sh "$part/check.sh" >/dev/null || stop "$part is not whole"
  count=$((count + 1))
done
echo "OK: $count"
)sh";

constexpr std::string_view swedish_signatures = R"txt(
7. Besluten är signerade med rollernas egna nycklar. Det kontrolleras med ssh-keygen, som följer
   med OpenSSH. allowed_signers har nycklarna ur handbokens register över roller; jämför dem med
   dem som någon annan har antecknat.
{}   Varje kommando ska svara: Good "handbok-approval" signature. Läs sedan vad som är signerat:
   digest är summan i punkt 2, och ledger-head den post som den som signerade kände till.
)txt";

constexpr std::string_view english_signatures = R"txt(
7. The decisions are signed with the roles' own keys. ssh-keygen, which comes with OpenSSH, checks
   that. allowed_signers has the keys of the handbook's register of roles; compare them with those
   that somebody else has noted.
{}   Each command must answer: Good "handbok-approval" signature. Then read what was signed: digest
   is the one of point 2, and ledger-head the entry that the signer knew.
)txt";

constexpr std::string_view signature_command =
    "ssh-keygen -Y verify -f allowed_signers -I {} -n handbok-approval "
    "-s signatures/{}.sig < signatures/{}.txt";

constexpr std::string_view signature_check = R"sh(
if command -v ssh-keygen >/dev/null; then
  {} >/dev/null || stop "{} is not signed by {}"
else
  echo "signatures/{} is not checked: there is no ssh-keygen" >&2
fi
grep -q "^digest {}\$" signatures/{}.txt || stop "{} was signed for another text"
)sh";

std::string command_of(const std::pair<std::string, std::string>& signature) {
  return fill_slots(signature_command, {signature.second, signature.first, signature.first});
}

std::string signature_instructions(const ProofStatement& statement, Language language) {
  if (statement.signatures.empty()) return {};
  std::string commands;
  for (const auto& signature : statement.signatures)
    commands.append("       ").append(command_of(signature)).append("\n");
  return fill_slots(language == Language::swedish ? swedish_signatures : english_signatures,
                    {commands});
}

/// The checks of the signatures, to stand before the script's last word.
std::string signature_checks(const ProofStatement& statement) {
  std::string checks;
  for (const auto& signature : statement.signatures) {
    const auto& name = signature.first;
    checks += fill_slots(signature_check, {command_of(signature), name, signature.second, name,
                                           statement.digest, name, name});
  }
  return checks;
}

}  // namespace

std::string_view proof_instructions_name(Language language) {
  return language == Language::swedish ? "LAS-MIG.txt" : "README.txt";
}

std::string proof_instructions(const ProofStatement& statement, Language language) {
  const bool is_swedish = language == Language::swedish;
  const auto& s = statement;
  return fill_slots(is_swedish ? swedish : english, {s.document,
                                                     s.revision,
                                                     s.day,
                                                     s.title,
                                                     validity_text(s, language),
                                                     s.approved_by,
                                                     s.approved_on,
                                                     reference_text(s),
                                                     s.first_release,
                                                     s.first_time,
                                                     shown_text(s, language),
                                                     unit_text(s, language),
                                                     s.page,
                                                     s.last_entry,
                                                     s.digest,
                                                     s.revision,
                                                     s.document,
                                                     s.revision,
                                                     s.first_release,
                                                     s.first_release,
                                                     s.first_release}) +
         signature_instructions(s, language);
}

std::string unit_proof_instructions(const ProofStatement& s, Language language) {
  return fill_slots(language == Language::swedish ? swedish_unit : english_unit,
                    {s.unit, s.day, s.today, lines_of_texts(s, {}, language)});
}

std::string unit_proof_script() {
  return std::string(unit_script);
}

std::string proof_local_folder(Language language) {
  return language == Language::swedish ? "lokalt" : "local";
}

std::string proof_script(const ProofStatement& statement, Language language) {
  const auto& s = statement;
  auto text = fill_slots(script, {s.digest, s.revision, s.document, s.revision, s.first_release,
                                  s.first_release, s.first_release, s.page, s.first_release});
  auto more = signature_checks(s);
  const bool has_local = std::ranges::any_of(s.local, &ProofLocalText::is_proved);
  if (has_local) more += fill_slots(local_check, {proof_local_folder(language)});
  text.insert(text.rfind("echo \"OK"), more);
  return text;
}

}  // namespace handbok
