#!/usr/bin/env python3
"""Shows that no personal identity number leaves the sources.

    identity_numbers.py HANDBOK PROJECT

Writes numbers into a copy of tests/handbooks/iso9001 at every kind of place that a person can write one: heads,
texts, links, references, decisions, registers, the settings, names of files and folders, attachments. Then
runs publish, build, check in every format, intake and the questions, and looks for the numbers in every byte
of the site, the releases, the ledger, the reports, the letters, the cache and both streams. Exits with 1 if there is one.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-21"
NUMBER = "811228-9874"
FORMS = ["811228-9874", "19811228-9874", "198112289874", "811228+9874", "811228–9874", "81 12 28-9874"]
DIGITS = re.compile(rb"8[^0-9]{0,6}1[^0-9]{0,6}1[^0-9]{0,6}2[^0-9]{0,6}2[^0-9]{0,6}8[^0-9]{0,9}9[^0-9]{0,6}8[^0-9]{0,6}7"
                    rb"[^0-9]{0,6}4")


def handed_out(data):
    """Where a number stands in the bytes, or nothing."""
    found = DIGITS.search(data)
    return data[max(0, found.start() - 60):found.end() + 20] if found else None


def document(number, head, text, unit, owner):
    return f"""+++
id = "POL-9{number:02}"
revision = 1
title = "Number {number}"
type = "POL"
unit = "{unit}"
owner = "{owner}"
change_kind = "new"
{head}
+++

{text}
"""


class Handbook:
    """A copy of a handbook, with documents that are approved as they stand."""

    def __init__(self, program, folder, project):
        self.program = program
        self.folder = Path(folder)
        shutil.copytree(Path(project, "tests/handbooks/iso9001"), self.folder)
        model = next(self.folder.glob("documents/**/POL-*/1.approval.toml"), None)
        self.model = (model or next(self.folder.glob("documents/**/1.approval.toml")))
        self.head = self.model.with_name("1.md").read_text(encoding="utf-8").split("+++")[1]
        self.type = re.search(r'type = "(\w+)"', self.head)[1]
        self.count = 0

    def value(self, key):
        return re.search(rf'^{key} = "([^"]+)"', self.head, re.MULTILINE)[1]

    def add(self, head="", text="The text.", name="", attachment=None):
        """An approved document; `head` replaces keys of the model's head."""
        self.count += 1
        identity = f"{self.type}-9{self.count:02}"
        folder = self.model.parent.parent / (identity + name)
        folder.mkdir()
        keys = {line.split(" = ")[0] for line in head.splitlines() if " = " in line}
        first, *tables = re.split(r"^(?=\[)", self.head.strip("\n"), flags=re.MULTILINE)
        lines = [line for line in first.splitlines()
                 if line.split(" = ")[0] not in keys | {"id", "revision", "title"} and " = " in line]
        title = [] if "title" in keys else [f'title = "Document {self.count}"']
        body = "\n".join([f'id = "{identity}"', "revision = 1", *title, *lines, head, *([] if "[" in head else tables)])
        (folder / "1.md").write_text(f"+++\n{body}\n+++\n\n{text}\n", encoding="utf-8")
        if attachment:
            (folder / "1").mkdir()
            (folder / "1" / attachment[0]).write_bytes(attachment[1])
        told = subprocess.run([self.program, "digest", f"{identity}@1", str(self.folder)], capture_output=True,
                              check=False)
        digest = re.search(rb"sha256:[0-9a-f]{64}", told.stdout)
        approval = self.model.read_text(encoding="utf-8")
        if digest:
            approval = re.sub(r"sha256:[0-9a-f]{64}", digest[0].decode(), approval)
        (folder / "1.approval.toml").write_text(approval, encoding="utf-8")
        return folder

    def append(self, path, text):
        with open(self.folder / path, "a", encoding="utf-8") as file:
            file.write(text)


def write_numbers(book):
    pdf = b"%PDF-1.4\n%%EOF\n"
    for form in FORMS:
        book.add(text=f"Call {form} today.")
        book.add(head=f'title = "About {form}"')
    book.add(head=f'summary = "{NUMBER}"')
    book.add(head=f'change_note = "{NUMBER}"')
    book.add(head=f'dnr = "{NUMBER}"')
    book.add(head=f'topics = ["{NUMBER}"]')
    book.add(head=f'requirements = ["{NUMBER}"]')
    book.add(head=f'legal_basis = ["{NUMBER}/1"]')
    book.add(head=f'complements = ["{NUMBER}"]')
    book.add(head=f'audience = ["{NUMBER}"]')
    book.add(head=f'"{NUMBER}" = "x"')
    book.add(head=f'[[responsible]]\ntask = "{NUMBER}"\nroles = ["{NUMBER}"]')
    book.add(text=f"See https://a.se/{NUMBER} and [x](https://a.se/{NUMBER}).")
    book.add(text=f"See [x]({NUMBER}.pdf) and ![{NUMBER}](1/a.png).")
    book.add(text=f"See [[term:{NUMBER}]], [[{NUMBER}]] and [[law-{NUMBER}/1]].")
    book.add(text=f"See [x](#{NUMBER}).\n\n## {NUMBER}\n\nText.")
    book.add(text=f"| a | b |\n|---|---|\n| {NUMBER} | x |")
    book.add(text=f"`{NUMBER}` and\n\n```\n{NUMBER}\n```")
    book.add(text="Call 811228-**9874**.")
    book.add(text=f"<b>{NUMBER}</b>")
    book.add(text=f"[a]: https://a.se/{NUMBER}\n\n[a]")
    book.add(text=f"x[^1]\n\n[^1]: {NUMBER}")
    book.add(text=f"mailto:{NUMBER}@a.se and {NUMBER}@a.se")
    book.add(name=f"-pat-{NUMBER}")
    book.add(text=f"[x](1/{NUMBER}.pdf)", attachment=(f"{NUMBER}.pdf", pdf))
    book.add(text="[x](1/a.pdf)", attachment=("a.pdf", pdf + NUMBER.encode()))
    stray = book.model.parent.parent / f"{book.type}-{NUMBER}"
    shutil.copytree(book.model.parent, stray)
    (book.model.parent.parent / f"Letter {NUMBER}.txt").write_text("x", encoding="utf-8")
    (book.model.parent / f"{NUMBER}.md").write_text("x", encoding="utf-8")
    with open(book.add() / "1.approval.toml", "a", encoding="utf-8") as file:
        file.write(f'\n[withdrawn]\non = 2026-11-01\nby = "{NUMBER}"\nref = "{NUMBER}"\nreason = "{NUMBER}"\n')
    (book.add() / "reviews.toml").write_text(
        f'[[review]]\nrevision = 1\non = 2026-11-01\nby = "{NUMBER}"\nverdict = "keep"\nnote = "{NUMBER}"\n', "utf-8")
    (book.add() / "repeal.toml").write_text(
        f'decided_on = 2026-11-01\neffective_on = 2026-11-02\ndecided_by = "{NUMBER}"\nreason = "{NUMBER}"\n', "utf-8")
    (book.add() / "1.approval.toml").write_text(f'submitted = "{NUMBER}"\n{NUMBER}\n', "utf-8")
    rows = {
        "terms": ("term", ["id", "term", "definition", "source", "synonyms"]),
        "units": ("unit", ["name", "contact"]),
        "roles": ("role", ["name", "mission", "contact", "aliases"]),
        "risks": ("risk", ["id", "event", "unit", "owner", "trigger"]),
        "findings": ("finding", ["id", "text", "source_id", "cause"]),
        "actions": ("action", ["id", "title", "responsible", "cause"]),
        "external_systems": ("external_system", ["id", "name", "holds", "url"]),
        "sources": ("source", ["number", "title", "url", "short"]),
        "redirects": ("redirect", ["from", "to"]),
        "suppressions": ("suppression", ["code", "subject", "reason"]),
    }
    lists = {"synonyms", "aliases"}
    level = re.search(r'level = "([^"]+)"', (book.folder / "registers/units.toml").read_text("utf-8"))[1]
    for register, (table, keys) in rows.items():
        stops = register in ("units", "roles")  # everything rests on them
        for place, key in enumerate(keys if stops else [*keys, NUMBER]):
            ident = "" if key == "id" else f'id = "X-{register}-{place}"\n'
            value = f'["{NUMBER}"]' if key in lists else f'"{NUMBER}"'
            shown = f'"{key}"' if key == NUMBER else key
            needed = "".join(f'{name} = "{text}"\n' for name, text in (("name", "A name"), ("level", level))
                             if name in ("name", "level") and stops and name != key)
            book.append(f"registers/{register}.toml", f"\n[[{table}]]\n{ident}{needed}{shown} = {value}\n")


def run(program, arguments, cwd):
    told = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, check=False)
    if told.returncode not in (0, 1, 2, 3):
        sys.exit(f"{arguments}: ended with {told.returncode}")
    return told


def complaints(program, book, place):
    """Each output with a number in it."""
    source = str(book.folder)
    site = ["--theme", str(place / "theme")]
    commands = [["publish", source, "--to", "target", "--any-file-system", "--far", "--as-of", DAY, *site],
                ["publish", source, "--to", "target", "--any-file-system", "--far", "--as-of", DAY, "--lang", "en", *site],
                ["build", source, "-o", "site", "--as-of", DAY, *site], ["verify", "--to", "target"]]
    commands += [["check", source, "--as-of", DAY, "--format", form, "--lang", language]
                 for form in ("text", "json", "sarif", "junit") for language in ("sv", "en")]
    commands += [[*question, source] for question in
                 (["stats"], ["due"], ["matrix"], ["export", "csv", "terms"], ["export", "csv", "risks"],
                  ["export", "csv", "units"], ["export", "json"], ["export", "ics"], ["export", "atom"])]
    for command in commands:
        told = run(program, command, place)
        for name, stream in (("stdout", told.stdout), ("stderr", told.stderr)):
            if found := handed_out(stream):
                yield f"{' '.join(command)}: {name}: {found!r}"
    if not list(place.glob("target/releases/*")):
        yield "nothing was published"
    for path in (path for folder in ("target", "site", "cache") for path in place.glob(f"{folder}/**/*")):
        if handed_out(path.name.encode()):
            yield f"{path}: its name"
        if path.is_file() and (found := handed_out(path.read_bytes())):
            yield f"{path}: {found!r}"


def main():
    program, project = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(Path(project, "themes/default"), place / "theme")
        os.environ["XDG_CACHE_HOME"] = str(place / "cache")
        (place / "cache").mkdir()
        book = Handbook(program, place / "book", project)
        write_numbers(book)
        found = sorted(set(complaints(program, book, place)))
    for line in found:
        print(line)
    print(f"{book.count} documents with numbers, {len(found)} outputs with one")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
