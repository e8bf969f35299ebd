#!/usr/bin/env python3
"""A year of nightly publications, thinned afterwards.

    tests/tools/year_of_nights.py build/release/handbok                  the manual, every sixth night
    tests/tools/year_of_nights.py build/release/handbok content 1        the demo, every night

Each night something has changed: a term, and once in ten nights a routine gets a new revision, with
the program's own commands. Told are bytes on the disk and files (inodes) before and after
`handbok prune`, which keeps the last quarter and the last release of each month. Then `verify` must
be content, also with the head of the ledger from before as its witness, and a proof is made and
checked of the text that applied on each of the days, whatever became of the release that showed it.
"""
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST = datetime.date(2026, 12, 1)
NIGHTS = 365
DOCUMENTS = ["RUT-003", "RUT-005", "RUT-006", "RUT-010", "RUT-012"]


class Year:
    def __init__(self, program, source, step, folder):
        self.program, self.step, self.folder = program, step, folder
        self.book, self.site = folder / "book", folder / "site"
        self.approvals = ["--reviewed", "AGA", "--approved", "BES"]
        self.drafter = "SAM"
        if source.name == "content":
            self.approvals = ["--consulted", "MAS,SAS", "--reviewed", "KCH", "--approved", "DIR",
                              "--ref", "Beslut 1"]
            self.drafter = "KSA"
        shutil.copytree(source, self.book)
        self.revised = {document: [] for document in DOCUMENTS}

    def run(self, *words, day=None, expect=(0, 1)):
        moment = datetime.datetime.combine(day or FIRST, datetime.time(2), datetime.timezone.utc)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}
        done = subprocess.run([str(word) for word in words], env=environment, cwd=self.folder,
                              capture_output=True, text=True, check=False)
        if done.returncode not in expect:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def handbok(self, *words, **how):
        return self.run(self.program, *words, **how)

    def change_term(self, number):
        path = self.book / "registers/terms.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'(definition = ".*?)( Natt \d+\.)?"', rf'\1 Natt {number}."', text,
                               count=1), encoding="utf-8")

    def revise(self, number, day):
        document = DOCUMENTS[number // 10 % len(DOCUMENTS)]
        acted = self.handbok("revise", document, self.book, "--note", f"Natt {number}.", "--on", day,
                             "--no-input", "--quiet", day=day, expect=(0, 2))
        if not acted:
            return
        path = self.folder / acted.splitlines()[0]
        path.write_text(path.read_text(encoding="utf-8") + f"\nNatt {number}.\n", encoding="utf-8")
        self.handbok("submit", document, self.book, "--role", self.drafter, "--on", day, day=day,
                     expect=(0,))
        self.handbok("approve", document, self.book, *self.approvals, "--on", day, "--no-input",
                     day=day, expect=(0,))
        self.revised[document].append(day)

    def nights(self):
        for number in range(0, NIGHTS, self.step):
            yield number // self.step, FIRST + datetime.timedelta(days=number)

    def live(self):
        for number, day in self.nights():
            self.change_term(number)
            if number % 10 == 3:
                self.revise(number, day)
            self.handbok("publish", self.book, "--to", self.site, "--any-file-system", "--quiet",
                         day=day)
        return day

    def size(self):
        """Bytes on the disk and inodes: each file once, however many names it has."""
        seen = {}
        for folder, folders, files in os.walk(self.site):
            for name in [".", *folders, *files]:
                status = os.lstat(os.path.join(folder, name))
                seen[status.st_ino] = status.st_blocks * 512
        return sum(seen.values()), len(seen)

    def prove(self, last):
        """Of each day, the document whose text is the youngest then, else the first."""
        proofs = 0
        for _, day in self.nights():
            document = max(DOCUMENTS, key=lambda one: [d for d in self.revised[one] if d <= day][-1:])
            proof = self.folder / f"proof-{day}"
            self.handbok("proof", document, self.book, "--on", day, "--to", self.site, "-o", proof,
                         day=last, expect=(0,))
            checks = list(proof.rglob("check.sh"))
            assert checks, f"no proof of {document} on {day}"
            for check in checks:
                subprocess.run(["sh", check.name], cwd=check.parent, check=True,
                               stdout=subprocess.DEVNULL)
            shutil.rmtree(proof)
            proofs += 1
        return proofs


def told(size):
    return f"{size[0] / 1e6:.1f} MB, {size[1]} inodes"


def main():
    program = Path(sys.argv[1]).resolve()
    source = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "docs/manual").resolve()
    step = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    with tempfile.TemporaryDirectory() as folder:
        year = Year(program, source, step, Path(folder))
        last = year.live()
        revisions = sum(len(days) for days in year.revised.values())
        before = year.size()
        status = (year.site / "build-status.json").read_text(encoding="utf-8")
        head = re.search(r'"head": "(.*?)"', status).group(1)
        print(f"{len(list(year.nights()))} nights, {revisions} revisions: {told(before)}", flush=True)
        pruned = year.handbok("prune", "--to", year.site, "--before",
                              last - datetime.timedelta(days=92), "--decision",
                              "Gallringsplan 12", day=last, expect=(0,)).strip()
        print(pruned)
        after = year.size()
        freed = int(re.search(r"(\d+) MB fria", pruned).group(1))
        assert abs((before[0] - after[0]) / 1e6 - freed) < 1.1, "it freed something else"
        print(f"after: {told(after)}")
        year.handbok("verify", year.book, "--to", year.site, "--against", head, day=last, expect=(0,))
        print(f"{year.prove(last)} proofs hold")
        year.handbok("publish", year.book, "--to", year.site, "--any-file-system", "--quiet",
                     day=last + datetime.timedelta(days=1))
        year.handbok("verify", year.book, "--to", year.site, day=last, expect=(0,))
        is_smaller = after[0] < before[0] * 0.7 and after[1] < before[1] * 0.6
        return 0 if is_smaller and revisions >= 3 else 1


if __name__ == "__main__":
    sys.exit(main())
