#!/usr/bin/env python3
"""What an earlier program published is gone on with by this one.

    tests/tools/upgrade.py build/dev/handbok EARLIER_PROGRAM [ARCHIVE.tar.xz]
    tests/tools/upgrade.py build/dev/handbok ARCHIVE.tar.xz

The earlier program begins a small handbook and publishes it on two days, with a new revision on the
second. Then this one publishes on top of it; `verify` must be content, also with the head of the
ledger from before as its witness, and a proof is made and checked of each of the earlier days. What
the earlier program wrote is kept in the archive, if one is named, so that it need not be built again.
"""
import datetime
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

SOURCES = {
    "handbook.toml": """title = "Husets handbok"
short_title = "Huset"
language = "sv"
principal = "huset"

[[level]]
id = "hus"
name = "Hus"

[[type]]
id = "RUT"
name = "Rutin"
name_plural = "Rutiner"
sections = ["Gör så här"]
review_months = 24

[[type.policy]]
reviews = ["EC"]
approves = ["VC"]
""",
    "registers/units.toml": '[[unit]]\nid = "huset"\nname = "Huset"\nlevel = "hus"\nhead = "VC"\n',
    "registers/roles.toml": "".join(f'[[role]]\nid = "{role}"\nname = "{name}"\nlevel = "hus"\n\n'
                                    for role, name in (("EC", "Enhetschef"), ("KSA", "Samordnare"),
                                                       ("VC", "Verksamhetschef")))}
BODY = "\n## Gör så här\n\n1. Hämta nyckeln.\n2. Pumpa {} däcken.\n"


class House:
    def __init__(self, folder):
        self.folder, self.book, self.site = folder, folder / "book", folder / "site"

    def begin(self, earlier):
        """What the earlier program makes of it."""
        for name, text in SOURCES.items():
            path = self.book / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.run(earlier, "2026-11-20", "new", "RUT", self.book, "--title", "Låna cykel", "--unit",
                 "huset", "--owner", "KSA", "--id", "RUT-001", "--no-input")
        self.adopt(earlier, "2026-11-20", 1, "båda")
        self.publish(earlier, "2026-11-21")
        self.run(earlier, "2026-11-22", "revise", "RUT-001", self.book, "--note", "Pumpen är ny.",
                 "--on", "2026-11-22", "--no-input")
        self.adopt(earlier, "2026-11-22", 2, "alla")
        self.publish(earlier, "2026-11-22")

    def keep(self, archive):
        def nobodys(entry):
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            return entry
        with tarfile.open(archive, "w:xz", preset=9) as packed:
            for name in ("book", "site"):
                packed.add(self.folder / name, name, filter=nobodys)

    def run(self, program, day, *words, expect=(0,)):
        noon = datetime.datetime.fromisoformat(day + "T12:00:00+00:00")
        done = subprocess.run([str(word) for word in (program, *words)], cwd=self.folder,
                              env={**os.environ, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))},
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode not in expect:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def adopt(self, program, day, revision, word):
        path, = self.book.glob(f"documents/**/{revision}.md")
        head = path.read_text(encoding="utf-8").split("+++\n")[1]
        head = re.sub(r"^audience = .*", 'audience = ["EC"]', head, flags=re.M)
        path.write_text("+++\n" + head + "+++\n" + BODY.format(word), encoding="utf-8")
        self.run(program, day, "submit", "RUT-001", self.book, "--role", "KSA", "--on", day)
        self.run(program, day, "approve", "RUT-001", self.book, "--reviewed", "EC", "--approved",
                 "VC", "--on", day, "--no-input")

    def publish(self, program, day):
        self.run(program, day, "publish", self.book, "--to", self.site, "--any-file-system",
                 "--quiet", expect=(0, 1))


def main():
    program, *earlier = (Path(word).resolve() for word in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        if earlier[0].suffix == ".xz":
            with tarfile.open(earlier[0]) as packed:
                packed.extractall(folder)
        else:
            house.begin(earlier[0])
        if len(earlier) > 1:
            house.keep(earlier[1])
        status = (house.site / "build-status.json").read_text(encoding="utf-8")
        head = re.search(r'"head": "(.*?)"', status).group(1)
        entries = len(list((house.site / "ledger").iterdir()))
        for day in ("2026-12-01", "2026-12-02"):
            house.publish(program, day)
            house.run(program, day, "verify", house.book, "--to", house.site, "--against", head)
        assert len(list((house.site / "ledger").iterdir())) > entries
        for day, word in (("2026-11-21", "båda"), ("2026-11-22", "alla"), ("2026-12-01", "alla")):
            proof = house.folder / f"proof-{day}"
            house.run(program, "2026-12-02", "proof", "RUT-001", house.book, "--on", day, "--to",
                      house.site, "-o", proof)
            check, = proof.rglob("check.sh")
            subprocess.run(["sh", check.name], cwd=check.parent, check=True,
                           stdout=subprocess.DEVNULL)
            assert any(f"Pumpa {word} däcken".encode() in path.read_bytes()
                       for path in proof.rglob("*") if path.is_file()), day
    print(f"{entries} entries of the earlier program are gone on with, and proved")


if __name__ == "__main__":
    sys.exit(main())
