#!/usr/bin/env python3
"""Sends every document of a handbook to Word and back, and compares the bytes of its text.

    word_round_trip.py HANDBOK SOURCE [--office]

Writes the last text of each document as a Word document, hands all of them in, and compares each
draft that came of it with the text it came from. What cannot be revised (repealed, in review) is
left out. One approved text first gets the passages below, which Word and Markdown see differently.
Exits with 1 if a text differs. With --office each file is opened and saved by LibreOffice on the
way, with the boxes only of the passages: it writes lists, styles and tables in its own manner. Exits
with 77 where there is no LibreOffice.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

DAY = "2026-11-21"
BOXES = """
> [!AKUT]
> Ring 112.
>
> - one
> - two
>   - below
>
>   more of two
>
> One more paragraph.
>
> > said in it
> >
> > 1. a step
> > 2. a step
>
> | a | b |
> |---|---|
> | 1 | 2 |

After it.

- a dash

  > said in an item
  >
  > - a list in it

---

> Said alone.

> [!VARNING]
> A box.
>
> - with a list

- \\[x] no box, and ~about\\~
"""
PASSAGES = BOXES + """
> Run the
> following and wait,
> as agreed in
> 2011. Then go on:
>
> ```
> code here
>
> > not a quotation
> 1. not an item
> ```
> More words
lazily continued.

1. A step that
   was agreed in
   2011. It goes on
2. Another

   ```
   in a list
     indented
   ```

   and after it
   more words

- a dash
  and more

  > said in
  > a quotation:
  >
  > ```
  > deep
  > ```

~~~
tilde
```
~~~

A paragraph that was
written in
1998. And then
- no
"""


def text_of(path):
    return path.read_text(encoding="utf-8").split("\n+++\n", 1)[1]


def last_texts(source):
    """Each document's id with the path of its last revision."""
    for folder in sorted((source / "documents").rglob("*")):
        numbers = [int(path.stem) for path in folder.glob("*.md") if path.stem.isdigit()]
        name = re.match(r"[A-Z]+-\d+", folder.name)
        if numbers and name:
            yield name[0], folder / f"{max(numbers)}.md"


def add_passages(program, source, texts, passages):
    """Adds the passages to the first text that is approved as it is, and approves it anew."""
    for one, path in texts.items():
        approval = path.with_suffix(".approval.toml")
        decided = approval.read_text(encoding="utf-8") if approval.exists() else ""
        is_approved = "approved" in decided and "statement" not in decided and "repeal" not in decided
        # Footnotes come back last in the text, and the passages would stand behind them.
        if not is_approved or "\n[^" in path.read_text(encoding="utf-8"):
            continue
        with path.open("a", encoding="utf-8") as file:
            file.write(passages)
        digest = subprocess.run([program, "digest", f"{one}@{path.stem}", source], check=True,
                                capture_output=True, text=True).stdout.split()[-1]
        approval.write_text(re.sub(r"sha256:[0-9a-f]{64}", digest, decided), encoding="utf-8")
        return one
    return None


def tables_of(path):
    """Who does what, the steps of a process: what of the head is in tables."""
    head = path.read_text(encoding="utf-8").split("\n+++\n", 1)[0]
    return head[head.find("\n["):] if "\n[" in head else ""


def compare(before, after, work):
    """True if the draft says byte for byte what the text said that it came from, in the tables of its
    head too."""
    old_number, new_number = before.stem, after.stem
    moved = text_of(before).replace(f"]({old_number}/", f"]({new_number}/")
    return text_of(work / after) == moved and tables_of(work / after) == tables_of(before)


def save_anew(files, place):
    """Lets LibreOffice open and save the files, as an owner without Word does."""
    saved = place / "saved"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir", saved, *files], check=True, capture_output=True)
    for path in files:
        shutil.move(saved / path.name, path)


def main():
    program, is_office = sys.argv[1], "--office" in sys.argv
    if is_office and not shutil.which("soffice"):
        print("skipped: no LibreOffice")
        return 77
    with tempfile.TemporaryDirectory() as place:
        source, work, inbox = (Path(place) / name for name in ("source", "content", "in"))
        shutil.copytree(sys.argv[2], source)
        texts = dict(last_texts(source))
        changed = add_passages(program, source, texts, BOXES if is_office else PASSAGES)
        shutil.copytree(source, work)
        inbox.mkdir()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda one: subprocess.run(
                [program, "export", "docx", one, work, "-o", inbox / f"{one}.docx"], check=True,
                stdout=subprocess.DEVNULL), texts))
        if is_office:
            save_anew(sorted(inbox.iterdir()), Path(place))
        for path in inbox.iterdir():
            os.utime(path, (0, 0))  # a file of just now might still be on its way
        answers = subprocess.run([program, "intake", inbox, work, "--on", DAY, "--far"],
                                 capture_output=True, text=True, check=False).stdout
        became = dict(re.findall(r"^\S+\.docx: (\S+)@(\d+) ", answers, re.MULTILINE))
        differing = [
            one for one, number in became.items()
            if not compare(texts[one], texts[one].relative_to(source).with_name(f"{number}.md"),
                           work)]
    print(f"{len(became) - len(differing)} the same, {len(differing)} differ, "
          f"{len(texts) - len(became)} cannot be revised now")
    for one in differing:
        print(f"differs: {one}")
    if changed not in became:
        print(f"{changed}, which got the passages, was not handed in")
    return 1 if differing or changed not in became else 0


if __name__ == "__main__":
    sys.exit(main())
