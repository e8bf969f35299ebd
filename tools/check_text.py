#!/usr/bin/env python3
"""Checks the plain text of the project's own files.

UTF-8 in Normalization Form C, one line feed at the end, no tab, no trailing blank, no mark of
unfinished work without an issue number; in src/, no Swedish outside the places that hold it.
Prints one line for each violation and exits with 1 if there is any.
"""
import re
import sys
import unicodedata
from pathlib import Path

FOLDERS = (".ci", "cmake", "docs", "packaging", "src", "starter", "tests", "themes", "tools")
SKIPPED = ("node_modules", "corpus", "golden", "fixtures", "__pycache__")  # bytes as they are
RECORD = re.compile(r"\[(\d{4})\]\(((?:decisions/)?\d{4}-[^)#]+\.md)")
BINARY = (".png", ".jpg", ".pdf", ".ico", ".docx", ".woff2")
SWEDISH_ALLOWED = ("src/app/archive_words.", "src/app/intake_letter.", "src/app/letter_words.",
                   "src/app/proof_words.", "src/questions/compare.",
                   "src/cli/", "src/derive/dependent.def", "src/diag/",
                   "src/diagram/label_text.cpp",
                   "src/publish/report_words.", "src/publish/target_fault.", "src/questions/asof.", "src/questions/due.",
                   "src/questions/matrix.", "src/questions/reports/report_words.def",
                   "src/questions/column_words.", "src/text/")
SWEDISH = re.compile("[åäöÅÄÖé]")
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b(?!\(#\d+\))")


def files(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            skipped = set(SKIPPED) & set(path.relative_to(root).parts)
            if path.is_file() and not skipped and path.suffix not in BINARY:
                yield path
    yield from sorted(path for path in root.iterdir() if path.is_file())


def code_of(line):
    """The line without a // comment: comments may quote Swedish."""
    return line.split("//")[0]


def line_problems(name, line):
    if "\t" in line and not name.endswith(".tsv"):
        yield "a tab"
    if line != line.rstrip():
        yield "blanks at the end"
    if UNFINISHED.search(line):
        yield "unfinished work without an issue number"
    if name.startswith("src/") and not name.startswith(SWEDISH_ALLOWED):
        if SWEDISH.search(code_of(line)):
            yield "Swedish belongs in a table of words or a theme"


def problems(root, path):
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}: not UTF-8 at byte {error.start}"
        return
    if not unicodedata.is_normalized("NFC", text):
        yield f"{name}: not in Unicode Normalization Form C"
    is_partial = path.suffix == ".mustache"  # a line feed in a partial would show
    if text and not is_partial and (not text.endswith("\n") or text.endswith("\n\n")):
        yield f"{name}: must end with one line feed"
    for number, line in enumerate(text.split("\n"), 1):
        for problem in line_problems(name, line):
            yield f"{name}:{number}: {problem}"
        # A record that got another number leaves links to its old one behind.
        for number_of, record in RECORD.findall(line) if path.suffix == ".md" else ():
            if not (path.parent / record).exists() or f"/{number_of}-" not in f"/{Path(record).name}":
                yield f"{name}:{number}: [{number_of}]({record}) leads to no record of that number"


def main():
    root = Path(__file__).resolve().parent.parent
    found = [problem for path in files(root) for problem in problems(root, path)]
    print("\n".join(found) or "the texts are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
