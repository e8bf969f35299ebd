#!/usr/bin/env python3
"""Two coordinators work on one handbook, each in a branch, and the branches meet.

    tests/tools/several_hands.py build/dev/handbok [how many] [first seed]

Each round begins with the manual and a few of its texts under review. Both coordinators do random
acts on random days with the real program and commit each of them: on documents of their own
anything, on those they share what two people may both do (consult, review, keep), and each begins
new documents, which get the same ids. Then the second branch is merged into the first with
`handbok merge` and real git. Everything that either of them did must be in the handbook that comes
of it: files that one of them changed have the bytes of that branch (with the new id, if a document
got one), and of files that both changed each row stands there. And `handbok check` is content.
"""
import collections
import datetime
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NEW_TEXT = "\n## Syfte\n\nDet blir rätt.\n\n## Gör så här\n\n1. Läs {word}.\n2. Spara.\n"
SHARED = ["RUT-002", "RUT-003", "RUT-005"]  # under review when the two begin
KEPT = ["RUT-004", "RUT-006", "INS-001"]  # in force, kept by both
OWN = {"anna": ["RUT-001", "RUT-007", "RUT-008", "INS-002", "REF-001"],
       "bo": ["RUT-009", "RUT-010", "RUT-011", "INS-003", "REF-002"]}
REGISTER = """
[[register]]
id = "tools"
name = "Verktyg"
name_plural = "Verktyg"
row = "tool"
prefix = "VER"

[[register.field]]
key = "name"
name = "Namn"
type = "text"
required = true
"""
FIRST_DAY = 20_790  # days since 1970: 2026-12-03


class Round:
    def __init__(self, program, seed, folder):
        self.program, self.folder = program, folder
        self.random = random.Random(seed)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": str((FIRST_DAY + 400) * 86_400)}
        self.book = folder / "book"

    def run(self, *words, check=True):
        done = subprocess.run([str(word) for word in words], cwd=self.book, env=self.environment,
                              capture_output=True, text=True, check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def git(self, *words):
        return self.run("git", *words).stdout

    def handbok(self, *words, check=False):
        return self.run(self.program, *words, "--quiet", check=check)

    def commit(self, message):
        self.git("add", "-A", ".")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def begin(self):
        shutil.copytree(ROOT / "docs/manual", self.book)
        with (self.book / "handbook.toml").open("a") as settings:
            settings.write(REGISTER)
        (self.book / ".gitattributes").write_text("* -text\n*.toml merge=handbok\n")
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Samordnare")
        self.git("config", "user.email", "samordnare@handbok.example")
        for document in SHARED:
            self.handbok("revise", document, ".", "--note", "Tydligare.", "--on", day(0), check=True)
            self.handbok("submit", document, ".", "--role", "SAM", "--on", day(0), check=True)
        self.commit("Begin")
        self.handbok("merge", "--install", ".", check=True)

    def any_act(self, who, today):
        """Words of an act, possible or not."""
        own = self.random.choice(OWN[who] + self.begun)
        shared, kept = self.random.choice(SHARED), self.random.choice(KEPT)
        role = self.random.choice(["DRI", "AGA"])
        return self.random.choice([
            ["new", self.random.choice(["RUT", "INS"]), ".", "--title",
             f"{who} {self.random.randrange(10_000)}", "--unit", "verksamheten", "--owner", "SAM"],
            ["revise", own, ".", "--note", f"{who} ändrar."],
            ["submit", own, ".", "--role", "SAM"],
            ["return", own, ".", "--role", "DRI", "--comment", f"Otydligt, säger {who}."],
            ["approve", own, ".", "--reviewed", role],
            ["approve", own, ".", "--reviewed", role, "--approved", "BES", "--ref", f"{who} 1",
             "--valid-from", today],
            ["review-keep", own, ".", "--note", who],
            ["repeal", own, ".", "--role", "BES", "--reason", f"{who} slutar.", "--no-successor",
             "--ref", "2", "--accept"],
            ["discard", own, "."],
            ["approve", shared, ".", "--consulted", self.random.choice(["LAS", "GRA", "DRI"])],
            ["approve", shared, ".", "--reviewed", role],
            ["review-keep", kept, ".", "--note", f"{who} har läst."],
            ["import", "krav.csv", ".", "--into", "tools"]])

    def write_draft(self, path, who):
        """Whoever begins a document writes it too, so that it can be submitted."""
        text = (self.book / path).read_text()
        head = text.split("+++\n")[1].replace('audience = []', 'audience = ["SAM"]')
        head = re.sub(r"^(topics|requirements) = \[\]\n|^# .*\n", "", head, flags=re.M)
        if "\n[[responsible]]" not in head and 'type = "RUT"' in head:
            head += '\n[[responsible]]\ntask = "Göra det"\nroles = ["SAM"]\n'
        head = head.replace('summary = ""', f'summary = "Så gör {who}."')
        (self.book / path).write_text(f"+++\n{head}+++\n" + NEW_TEXT.format(word=who))

    def work(self, who, acts):
        self.git("checkout", "-q", "-b", who, "main")
        self.begun = []
        done, number = 0, FIRST_DAY + 1
        for _ in range(acts * 12):
            if done == acts:
                break
            number += self.random.randrange(2)
            words = self.any_act(who, day(number - FIRST_DAY))
            if words[0] == "import":
                row = f"{'ab'.index(who[0])}{self.random.randrange(10_000):04}"
                (self.book / "krav.csv").write_text(f"Id;Namn\nVER-{row};Verktyg {row}\n")
            act = self.handbok(*words, "--on", day(number - FIRST_DAY))
            if act.returncode != 0:
                continue
            (self.book / "krav.csv").unlink(missing_ok=True)
            path = act.stdout.splitlines()[0].removeprefix("./")
            if words[0] == "new":
                self.begun.append(path.split("/")[-2])
                self.write_draft(path, who)
            self.commit(" ".join(words[:2]))
            done += 1
        return done

    def files(self, commit):
        packed = subprocess.run(["git", "archive", commit], cwd=self.book, env=self.environment,
                                capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            return {entry.name: archive.extractfile(entry).read().decode()
                    for entry in archive if entry.isfile()}

    def merge(self, ours, theirs):
        self.git("checkout", "-q", ours)
        return ours, theirs, self.files(ours), self.run(self.program, "merge", theirs, ".", check=False)

    def merge_as_told(self):
        """bo's branch goes into anna's. If a new document of hers is judged already it keeps its id:
        then the other way round, and if both are judged, one is returned."""
        for ours, theirs in (("anna", "bo"), ("bo", "anna")):
            met = self.merge(ours, theirs)
            judged = re.search(r"(\w+-\d+) utgåva 1 har varit på granskning", met[3].stderr)
            if not judged:
                return met
        self.handbok("return", judged.group(1), ".", "--role", "DRI", "--comment", "Id:t är taget.",
                     "--on", day(300), check=True)
        self.commit("return " + judged.group(1))
        return self.merge("bo", "anna")

    def meet(self):
        """Merges the branches; the problems."""
        before = self.files("main")
        ours, theirs, anna, merged = self.merge_as_told()
        bo = self.files(theirs)
        if merged.returncode != 0:
            yield f"handbok merge: {merged.returncode}\n{merged.stdout}{merged.stderr}"
            return
        renumbered = dict(re.findall(r"(\w+-\d+) heter nu (\w+-\d+)", merged.stderr))
        anna = {renamed(name, renumbered): renamed(text, renumbered)
                for name, text in anna.items()}
        after = self.files("HEAD")
        for name in sorted(set(before) | set(anna) | set(bo) | set(after)):
            yield from problems_of(name, *(files.get(name) for files in (before, anna, bo, after)))
        checked = self.handbok("check", ".", "--as-of", day(390))
        if checked.returncode != 0:
            yield f"handbok check:\n{checked.stdout}"


def day(number):
    return str(datetime.date.fromordinal(719_163 + FIRST_DAY + number))


def renamed(text, ids):
    """The text with new ids; digests, which hang on the id, are left out of the comparison."""
    for old, new in ids.items():
        text = re.sub(rf"(?<![0-9A-Za-z]){old}(?![0-9A-Za-z])", new, text)
    return text


def without_digests(text):
    return re.sub(r'digest = "[^"]*"', "digest", text) if text else text


def rows_of(text):
    """Each row of each list, and each value of each table, as one line."""
    for key, value in tomllib.loads(text or "").items():
        for row in value if isinstance(value, list) else [value]:
            yield f"{key} {row}"


def problems_of(name, before, anna, bo, after):
    if bo == before or anna == bo:
        if without_digests(after) != without_digests(anna):
            yield f"{name}: anna's text is lost"
    elif anna == before:
        if after != bo:
            yield f"{name}: bo's text is lost"
    else:
        # Two reviews of one day may say the same: as many of them as in the branch that has more.
        rows = collections.Counter(rows_of(after))
        wanted = collections.Counter(rows_of(anna)) | collections.Counter(rows_of(bo))
        for row in set(rows_of(before)) - set(rows_of(anna)):
            del wanted[row], rows[row]
        if rows != wanted:
            yield f"{name}: lost {wanted - rows}, too many {rows - wanted}\n{after}"


def main():
    program = Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    met, acts = 0, 0
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as folder:
            one = Round(program, seed, Path(folder))
            one.begin()
            acts += one.work("bo", 8) + one.work("anna", 8)
            problems = list(one.meet())
            for problem in problems:
                print(f"seed {seed}: {problem}")
            if problems:
                return 1
            met += 1
    print(f"{met} rounds, {acts} acts: all are in what came of it")
    return 0 if acts >= 10 * rounds else 1


if __name__ == "__main__":
    sys.exit(main())
