#!/usr/bin/env python3
"""Follows the manual's pages for owners, reviewers, approvers and coordinators to the letter.

    tests/package/role_pages.py build/dev/handbok [INS-011 …]

Every step, point, paragraph and command of INS-011 to INS-014 is followed in the order of its page, in a
handbook from `handbok init`. Owners and those who judge have letters, a folder and the site, and nothing
else; what they answer the coordinator writes down with the commands that stand in the letters. A
sentence of a page that nobody here follows, or one that is followed and has gone, fails.
"""
import datetime
import email
import email.policy
import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/tools"))
from make_word import fill, step  # noqa: E402
from type_in_word import type_in  # noqa: E402

ROLES = ("KSA", "EC", "VC", "MED")
PEOPLE = 'from = "handboken@exempel.example"\n' + "".join(
    f'[[person]]\nrole = "{role}"\naddress = "{role.lower()}@exempel.example"\n' for role in ROLES)
DEPUTY = ('[[deputy]]\nrole = "EC"\naddress = "vikarie@exempel.example"\n'
          "from = 2026-12-01\nto = 2030-12-31\n")


def statements(page):
    """What the page says, one step, point or paragraph after the other, from its newest revision."""
    folder = ROOT / "docs/manual/documents/lathundar" / page
    newest = max(folder.glob("[0-9]*.md"), key=lambda path: int(path.stem))
    text = newest.read_text(encoding="utf-8").split("+++\n", 2)[2]
    for block in re.split(r"\n\n|\n(?=[-\d])", text):
        words = re.sub(r"^(\d+\.|-) ", "", " ".join(block.split()))
        if words and not words.startswith("#"):
            yield words


def marked(statement):
    """The words that the page says stand somewhere: *Id*, `SVAR-`."""
    return re.findall(r"[*`]([^*`]+)[*`]", statement)


class House:
    """A handbook from init on its machine, and those who work with it."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.book, self.mail, self.drop = folder / "h", folder / "mail", folder / "in"
        self.read = set()
        self.day = datetime.date(2026, 11, 21)
        self.handbok("init", self.book, "--quiet")
        self.mail.mkdir()
        self.drop.mkdir()
        (folder / "people.toml").write_text(PEOPLE)
        settings = self.book / "handbook.toml"
        settings.write_text('hand_in = "https://intranet.exempel.example/lamna-in"\n'
                            + settings.read_text(encoding="utf-8"), encoding="utf-8")
        for document in ("RUT-001", "RUT-002", "PRO-001"):
            self.command(f"submit {document} --role KSA")
            self.command(f"approve {document} --reviewed EC --approved VC")
        self.night(0)
        self.letters()

    def handbok(self, *words, expect=(0,), with_messages=False):
        noon = datetime.datetime.combine(self.day, datetime.time(12), datetime.timezone.utc)
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder),
                       "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
        where = self.book if self.book.exists() else self.folder
        done = subprocess.run([self.program, *map(str, words)], cwd=where, env=environment,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + (done.stderr if with_messages else "")

    def command(self, words):
        """What the coordinator types."""
        return self.handbok(*shlex.split(words))

    def night(self, days):
        """What the machine does by itself, `days` later."""
        self.day += datetime.timedelta(days=days)
        for path in self.drop.iterdir():
            os.utime(path, (time.time() - 3600,) * 2)
        self.handbok("intake", self.drop, expect=(0, 1))
        self.handbok("letters", "--people", self.folder / "people.toml", "--state",
                     self.folder / "state", "--maildir", self.mail, expect=(0, 1))
        self.handbok("publish", "--to", self.folder / "target", "--any-file-system", "--quiet",
                     expect=(0, 1))

    def letters(self):
        """Those that have come since they were read last, by subject."""
        found = []
        for path in sorted((self.mail / "new").iterdir()):
            if path.name not in self.read:
                found.append(email.message_from_bytes(path.read_bytes(),
                                                      policy=email.policy.default))
            self.read.add(path.name)
        return found

    def letter(self, role, subject, days=1):
        """The letter that the role gets, `days` later."""
        self.night(days)
        mine = [one for one in self.letters() if one["Subject"].startswith(subject)
                and str(one["To"]).startswith(role)]
        assert len(mine) == 1, f"{role} has {len(mine)} letters with {subject} on {self.day}"
        return mine[0]

    def page(self, path):
        text = (self.folder / "target/current" / path / "index.html").read_text(encoding="utf-8")
        return html.unescape(re.sub(r"<[^>]+>", "", text))

    def change(self, document, before, after):
        """A new text of the document on its way to be judged, as its owner wrote it."""
        self.command(f'export docx {document} -o {self.drop}/{document}.docx')
        type_in(self.drop / f"{document}.docx",
                [f"Vad som ändras={after}.", f"{before}>{after}"])
        self.night(1)
        self.command(f"submit {document} --role KSA")


def words_of(letter):
    return letter.get_body(("plain",)).get_content()


def word_file(letter, folder, name):
    attached = next(letter.iter_attachments())
    path = Path(folder, name)
    path.write_bytes(attached.get_content())
    return path


def commands_of(letter):
    """Those for the coordinator, as they stand there."""
    return re.findall(r"^  handbok (.*)$", words_of(letter), re.M)


class Owner:
    page = "INS-011"

    def __init__(self, house):
        self.house = house

    def steps(self):
        return [("Du får ett brev från handboken.", self.is_told),
                ("Läs texten. Stämmer den fortfarande?", self.keeps),
                ("Behöver den ändras", self.changes),
                ("Spara filen i mappen", self.saves),
                ("Läs svaret.", self.reads_answer),
                ("Vill du ändra utan att ha fått ett brev?", self.fetches),
                ("Gå till *Dokument*", self.begins),
                ("Fyll i tabellen överst.", self.fills_in),
                ("Skriv under rubrikerna.", self.writes),
                ("Spara filen i mappen", self.hands_in),
                ("En process har stegen i en tabell", self.changes_a_step),
                ("Den som samordnar skickar utkastet", self.waits),
                ("Kommer texten tillbaka", self.mends),
                ("När den är fastställd", self.is_told_of_approval),
                ("Blir något försenat", self.is_late)]

    def is_told(self, _):
        self.house.night((datetime.date(2028, 9, 22) - self.house.day).days)
        due = [one for one in self.house.letters() if one["Subject"].startswith("Översyn: RUT-")]
        self.kept, self.changed = sorted(due, key=lambda one: "RUT-001" in one["Subject"])
        for letter in due:
            assert re.search(r"senast \d{4}-\d\d-\d\d", letter["Subject"])
            assert next(letter.iter_attachments()).get_filename().endswith(".docx")

    def keeps(self, _):
        self.house.command(commands_of(self.kept)[0])
        assert "RUT-002" not in self.house.handbok("due", "--days", "90")

    def changes(self, statement):
        path = word_file(self.changed, self.house.folder, "hemma.docx")
        for label in marked(statement):
            type_in(path, [f"{label}>{label}"])  # the page names what is there
        type_in(path, ["Vad som ändras=Tre kollegor provar.", "två kollegor>tre kollegor"])
        self.written = path.read_bytes()

    def saves(self, _):
        name = "kopia (2) av våran text.docx"
        (self.house.drop / name).write_bytes(self.written)

    def reads_answer(self, statement):
        prefix, = marked(statement)
        # A fault first: a step that nobody is to do was left empty.
        path = self.house.drop / "kopia (2) av våran text.docx"
        type_in(path, ["Till för=Städerskan"])
        self.house.night(1)
        answer, = self.house.drop.glob(prefix + "*")
        assert "Städerskan" in answer.read_text(encoding="utf-8")
        assert not (self.house.book / "documents/rutiner/RUT-001/2.md").exists()
        path.write_bytes(self.written)
        self.house.night(1)
        answer, = self.house.drop.glob(prefix + "*")
        assert "utkast" in answer.read_text(encoding="utf-8")
        draft = (self.house.book / "documents/rutiner/RUT-001/2.md").read_text(encoding="utf-8")
        assert "tre kollegor" in draft and "Tre kollegor provar." in draft

    def fetches(self, statement):
        offer, asked = marked(statement)
        self.house.command(asked.removeprefix("handbok "))
        assert (self.house.book / "RUT-001.docx").exists()
        assert offer in self.house.page("dokument/RUT-002")
        assert (self.house.folder / "target/current/dokument/RUT-002/RUT-002.docx").exists()

    def begins(self, statement):
        _, kind, offer, asked = marked(statement)
        page = self.house.page("dokument")
        assert kind in page and offer in page
        offered = self.house.folder / "target/current/dokument/RUT.docx"
        self.new = self.house.folder / "ny.docx"
        self.new.write_bytes(offered.read_bytes())
        self.house.command(asked.removeprefix("handbok "))
        assert (self.house.book / "RUT.docx").exists()

    def fills_in(self, _):
        fill(self.new, ["Titel=Låna bil", "Sammanfattning=Så lånar du en bil.", "Enhet=Vår verksamhet",
                        "Ägare=Kvalitetssamordnare", "Till för=Medarbetare"])

    def writes(self, _):
        fill(self.new, ["Gör så här=Hämta nyckeln.", "Uppgift=Låna ut|Enhetschef|"])

    def hands_in(self, statement):
        path = self.house.drop / "låna bil.docx"
        path.write_bytes(self.new.read_bytes())
        self.house.night(1)
        answer = (self.house.drop / "SVAR-låna bil.txt").read_text(encoding="utf-8")
        assert "utkast" in answer and "[Hjälp:" in answer
        texts = [path.read_text(encoding="utf-8") for path in self.house.book.glob("documents/*/*/1.md")]
        draft, = [text for text in texts if 'title = "Låna bil"' in text]
        assert "Hämta nyckeln." in draft and 'audience = ["MED"]' in draft and "Hjälp" not in draft

    def changes_a_step(self, statement):
        *_, nested = marked(statement)
        assert nested == "ja: 5"
        path = self.house.drop / "process.docx"
        self.house.command(f"export docx PRO-001 -o {path}")
        step(path, "1", ["Vem=Medarbetare, Enhetschef", "Vad=Gör något nytt"])
        self.house.night(1)
        draft = (self.house.book / "documents/processer/PRO-001/2.md").read_text(encoding="utf-8")
        assert 'label = "Gör något nytt"' in draft and '"MED", "EC"' in draft
        self.house.command("discard PRO-001")

    def waits(self, _):
        self.house.command("submit RUT-001")

    def mends(self, _):
        judged = self.house.letter("ec@", "Att granska: RUT-001")
        self.house.command(commands_of(judged)[-1] + ' --comment "Säg vilka kollegor."')
        letter = self.house.letter("ksa@", "Tillbaka för ändring: RUT-001")
        assert "Säg vilka kollegor." in words_of(letter)
        path = word_file(letter, self.house.drop, "igen.docx")
        type_in(path, ["tre kollegor>tre vana kollegor"])
        self.house.night(1)
        self.house.command(commands_of(letter)[0])

    def is_told_of_approval(self, _):
        judged = self.house.letter("ec@", "Att granska: RUT-001")
        self.house.command(commands_of(judged)[0])
        decided = self.house.letter("vc@", "Att fastställa: RUT-001")
        self.house.command(commands_of(decided)[0] + " --valid-from "
                           + str(self.house.day + datetime.timedelta(days=30)))
        letter = self.house.letter("ksa@", "Fastställd: RUT-001")
        assert "gäller från 2" in letter["Subject"]

    def is_late(self, statement):
        self.house.night((datetime.date(2028, 11, 22) - self.house.day).days)
        late = [one["Subject"] for one in self.house.letters() if str(one["To"]).startswith("ksa@")]
        assert any(one.startswith("Försenat: Översyn: PRO-001") for one in late), late
        self.house.letter("vc@", "Mycket försenat: Översyn: PRO-001", 13)
        section, = marked(statement)
        page = self.house.page("kontroll/agare/KSA")
        assert section in page and "PRO-001" in page


class Reviewer:
    page = "INS-012"

    def __init__(self, house):
        self.house = house

    def steps(self):
        return [("Du får ett brev när en text väntar på dig.", self.is_told),
                ("Läs det som är ändrat", self.reads),
                ("Är texten bra", self.approves),
                ("Är något fel", self.objects),
                ("Ändra inte själv", self.judges_what_applies),
                ("Hinner du inte", self.is_reminded),
                ("Den som har skrivit en text", self.is_not_asked)]

    def is_told(self, _):
        self.house.change("RUT-001", "två kollegor", "tre kollegor")
        self.house.change("RUT-002", "svarar inom 14 dagar", "svarar inom tio dagar")
        self.house.night(0)
        letters = {one["Subject"].split()[2]: one for one in self.house.letters()
                   if one["Subject"].startswith("Att granska:")}
        self.good, self.bad = letters["RUT-001"], letters["RUT-002"]
        for letter in letters.values():
            assert next(letter.iter_attachments()).get_filename().endswith(".docx")

    def reads(self, _):
        page = self.good.get_body(("html",)).get_content()
        assert re.search(r"<del[^>]*>två *</del>", page) and re.search(r"<ins[^>]*>tre *</ins>", page)

    def approves(self, _):
        self.house.command(commands_of(self.good)[0])
        self.decided = self.house.letter("vc@", "Att fastställa: RUT-001")

    def objects(self, _):
        self.house.command(commands_of(self.bad)[-1] + ' --comment "Steg 2: samma dag."')
        letter = self.house.letter("ksa@", "Tillbaka för ändring: RUT-002")
        assert "Steg 2: samma dag." in words_of(letter)

    def judges_what_applies(self, _):
        self.house.command(commands_of(self.decided)[0])
        signed = (self.house.book / "documents/rutiner/RUT-001/2.approval.toml").read_text()
        assert len(set(re.findall(r"sha256:\w+", signed))) == 1

    def is_reminded(self, _):
        self.house.command("submit RUT-002 --role KSA")
        letter = self.house.letter("ec@", "Att granska: RUT-002")
        until = datetime.date.fromisoformat(letter["Subject"][-10:])
        self.house.letter("ec@", "Påminnelse: Granskning: RUT-002",
                          (until - self.house.day).days - 7)

    def is_not_asked(self, _):
        self.house.letter("vc@", "Mycket försenat: Granskning: RUT-002", 30)
        self.house.command('return RUT-002 --role EC --comment "Ny text."')
        people = self.house.folder / "people.toml"
        people.write_text(PEOPLE + DEPUTY)
        self.house.command("submit RUT-002 --role KSA")
        self.house.letter("vikarie@", "Att granska: RUT-002")
        self.house.command("undo RUT-002")
        self.house.command("submit RUT-002 --role EC")
        self.house.night(1)
        asked = [str(one["To"]) for one in self.house.letters()
                 if one["Subject"].startswith("Att granska: RUT-002")]
        assert asked and "vikarie@exempel.example" not in asked


class Approver:
    page = "INS-013"

    def __init__(self, house):
        self.house = house

    def steps(self):
        return [("Du får ett brev när en text är granskad", self.is_told),
                ("Läs det som är ändrat.", self.reads),
                ("Fastställer du texten", self.decides),
                ("Ska något ändras först", self.objects),
                ("Ditt beslut gäller exakt", self.takes_back)]

    def is_told(self, _):
        self.house.change("RUT-001", "två kollegor", "tre kollegor")
        self.house.change("RUT-002", "svarar inom 14 dagar", "svarar inom tio dagar")
        for letter in self.judged():
            self.house.command(commands_of(letter)[0])
        self.house.night(1)
        self.good, self.bad = self.decided()
        assert next(self.good.iter_attachments()).get_filename().endswith(".docx")

    def judged(self):
        self.house.night(0)
        return [one for one in self.house.letters() if one["Subject"].startswith("Att granska:")]

    def decided(self):
        return sorted((one for one in self.house.letters()
                       if one["Subject"].startswith("Att fastställa:")),
                      key=lambda one: one["Subject"])

    def reads(self, _):
        page = self.good.get_body(("html",)).get_content()
        assert re.search(r"<del[^>]*>två *</del>", page) and re.search(r"<ins[^>]*>tre *</ins>", page)

    def decides(self, _):
        self.first_day = self.house.day + datetime.timedelta(days=20)
        self.house.command(f'{commands_of(self.good)[0]} --valid-from {self.first_day} --ref "2026-11-25 § 7"')

    def objects(self, _):
        self.house.command(commands_of(self.bad)[-1] + ' --comment "Samma dag ska stå kvar."')
        letter = self.house.letter("ksa@", "Tillbaka för ändring: RUT-002")
        assert "Samma dag ska stå kvar." in words_of(letter)
        self.house.command(commands_of(letter)[0])
        judged, = self.judged()
        self.house.command(commands_of(judged)[0])
        self.house.letter("vc@", "Att fastställa: RUT-002")

    def takes_back(self, _):
        letter = self.house.letter("med@", "Kommer att gälla: RUT-001", 5)
        assert str(self.first_day) in letter["Subject"]
        self.house.command('withdraw RUT-001 --role VC --reason "Vi väntar." --ref "§ 9"')
        self.house.night(30)
        page = self.house.page("dokument/RUT-001")
        assert "Låt två kollegor" in page and "Låt tre kollegor" not in page


class Coordinator:
    page = "INS-014"

    def __init__(self, house):
        self.house = house
        self.folder = house.book / "documents/rutiner/RUT-001"

    def steps(self):
        return [("Breven skickas av sig själva", self.has_answers),
                ("Se vad som väntar", self.nothing),
                ("```sh handbok due", self.sees),
                ("Skicka ett färdigt utkast", self.nothing),
                ("```sh handbok submit", self.types),
                ("Svarar någon att något är fel", self.hears_no),
                ("```sh handbok return", self.types),
                ("När ägaren har lämnat in", self.gets_it_again),
                ("```sh handbok submit", self.types),
                ("Svarar granskaren", self.hears_the_reviewer),
                ("```sh handbok approve", self.types),
                ("Svarar den som fastställer", self.hears_the_approver),
                ("```sh handbok approve", self.types),
                ("Svarar ägaren att texten", self.nothing),
                ("```sh handbok review-keep", self.types),
                ("Det som du skrev in sist", self.has_kept),
                ("```sh handbok undo", self.undoes),
                ("Ett utkast som ingen vill ha", self.has_draft),
                ("```sh handbok discard", self.discards),
                ("Ett beslut om en text", self.has_decided),
                ("```sh handbok withdraw", self.withdraws),
                ("Säger ett kommando nej", self.is_refused),
                ("Nya dokument kommer som utkast", self.nothing),
                ("```sh handbok new", self.begins),
                ("Ett dokument som inte behövs", self.is_told_what_rests),
                ("```sh handbok repeal", self.repeals),
                ("Spara ändringarna", self.has_branches),
                ("```sh handbok merge", self.merges),
                ("Är någon borta", self.names_a_deputy)]

    def nothing(self, _):
        """What the next statement does."""

    def types(self, statement):
        command, = re.findall(r"^```sh handbok (.*) ```$", statement)
        return self.house.command(command)

    def has_answers(self, _):
        self.house.command(f"export docx RUT-001 -o {self.house.drop}/rut.docx")
        self.change("två kollegor", "tre kollegor")

    def change(self, before, after):
        type_in(self.house.drop / "rut.docx", [f"Vad som ändras={after}.", f"{before}>{after}"])
        self.house.night(1)

    def sees(self, statement):
        self.house.command("submit RUT-001 --role KSA")
        said = self.types(statement)
        assert "RUT-001" in said and "EC" in said and "granskning" in said.lower(), said
        self.house.command("undo RUT-001")
        told = self.house.handbok("due", with_messages=True)
        assert re.search(r"Utkast att skicka in.*RUT-001@2", told), told

    def letter_for(self, role, subject, command):
        said = commands_of(self.house.letter(role, subject + ": RUT-001"))
        assert any(line.startswith(command) for line in said), said

    def hears_no(self, _):
        self.letter_for("ec@", "Att granska", "return RUT-001 --role EC")

    def gets_it_again(self, _):
        letter = self.house.letter("ksa@", "Tillbaka för ändring: RUT-001")
        assert "Steg 4 är otydligt." in words_of(letter)
        (self.house.drop / "rut.docx").unlink()
        word_file(letter, self.house.drop, "rut.docx")
        self.change("tre kollegor", "tre vana kollegor")

    def hears_the_reviewer(self, _):
        self.letter_for("ec@", "Att granska", "approve RUT-001 --reviewed EC")

    def hears_the_approver(self, _):
        self.letter_for("vc@", "Att fastställa", "approve RUT-001 --approved VC")

    def has_kept(self, _):
        assert (self.folder / "reviews.toml").exists()

    def undoes(self, statement):
        self.types(statement)
        assert not (self.folder / "reviews.toml").exists()

    def has_draft(self, _):
        self.house.command('revise RUT-001 --note "Ny."')
        assert (self.folder / "3.md").exists()

    def discards(self, statement):
        self.types(statement)
        assert not (self.folder / "3.md").exists() and (self.folder / "2.md").exists()

    def has_decided(self, _):
        self.house.change("RUT-001", "tre vana kollegor", "fyra kollegor")
        self.house.command("approve RUT-001 --reviewed EC")
        self.first_day = self.house.day + datetime.timedelta(days=20)
        self.house.command(f"approve RUT-001 --approved VC --valid-from {self.first_day}")

    def withdraws(self, statement):
        self.house.night(1)
        self.types(statement)
        self.house.night(30)
        assert "Låt fyra kollegor" not in self.house.page("dokument/RUT-001")

    def is_refused(self, statement):
        far, = marked(statement)
        self.house.handbok("review-keep", "RUT-001", "--on", "2062-11-29", expect=(2,))
        self.house.handbok("review-keep", "RUT-001", "--on", "2062-11-29", far, "--dry-run")

    def begins(self, statement):
        path = self.types(statement).splitlines()[0]
        head = (self.house.book / path).read_text(encoding="utf-8")
        assert 'title = "Låna bil"' in head and 'owner = "EC"' in head

    def is_told_what_rests(self, statement):
        self.accept, = marked(statement)

    def repeals(self, statement):
        words = shlex.split(re.findall(r"^```sh handbok (.*) ```$", statement)[0])
        self.house.handbok(*words, expect=(2,))
        self.house.handbok(*words, self.accept)
        self.house.night(1)
        assert "upphävd" in self.house.page("dokument/RUT-002").lower()

    def git(self, *words):
        subprocess.run(["git", *words], cwd=self.house.book, check=True, capture_output=True,
                       env={**os.environ, "HOME": str(self.house.folder)})

    def has_branches(self, _):
        """Both begin a routine, which gets the same id."""
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "S")
        self.git("config", "user.email", "s@handbok.example")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "Start")
        for branch, title in (("anna", "Låna cykel"), ("bo", "Låna båt")):
            self.git("checkout", "-q", "-b", branch, "main")
            self.house.command(f'new RUT --title "{title}" --unit "Vår verksamhet" --owner EC')
            self.git("add", ".")
            self.git("commit", "-q", "-m", title)

    def merges(self, statement):
        self.types(statement)
        titles = [path.read_text(encoding="utf-8") for path in self.house.book.glob("documents/*/*/1.md")]
        for title in ("Låna cykel", "Låna båt"):
            assert sum(f'title = "{title}"' in text for text in titles) == 1

    def names_a_deputy(self, _):
        (self.house.folder / "people.toml").write_text(PEOPLE + DEPUTY)
        self.house.command('revise RUT-001 --note "Ny."')
        self.house.command("submit RUT-001 --role KSA")
        self.house.letter("vikarie@", "Att granska: RUT-001")


def follow(role, program):
    with tempfile.TemporaryDirectory() as folder:
        walker = role(House(program, Path(folder)))
        page, steps = list(statements(role.page)), walker.steps()
        for said, (beginning, act) in zip(page, steps):
            assert said.startswith(beginning), f"{role.page}: nobody follows: {said}"
            act(said)
        assert len(page) == len(steps), f"{role.page}: {len(page)} statements, {len(steps)} steps"
        print(f"{role.page}: {len(page)} statements hold", flush=True)


def main():
    for role in (Owner, Reviewer, Approver, Coordinator):
        if len(sys.argv) < 3 or role.page in sys.argv[2:]:
            follow(role, str(Path(sys.argv[1]).resolve()))


if __name__ == "__main__":
    sys.exit(main())
