#!/usr/bin/env python3
"""Types into a Word document as its author does: by what she sees, not by its bytes.

    type_in_word.py FILE "Vad som ändras=Tre kollegor provar." "två kollegor>tre kollegor"

`LABEL=WORDS` fills the cell beside the one that says LABEL; `BEFORE>AFTER` changes words in the
paragraph that has them, also where Word has cut it into pieces.
"""
import io
import sys
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "word/document.xml"


def words_of(part):
    return "".join(piece.text or "" for piece in part.iter(W + "t"))


def put(paragraph, words):
    """All the words into the first piece of the paragraph, which is made if there is none."""
    pieces = list(paragraph.iter(W + "t")) or [
        xml.SubElement(xml.SubElement(paragraph, W + "r"), W + "t")]
    for piece in pieces:
        piece.text = ""
    pieces[0].text = words
    pieces[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def fill(document, label, words):
    for row in document.iter(W + "tr"):
        cells = row.findall(W + "tc")
        if len(cells) > 1 and words_of(cells[0]) == label:
            put(cells[1].find(W + "p"), words)
            return
    raise SystemExit(f"no row says {label}")


def change(document, before, after):
    found = [one for one in document.iter(W + "p") if before in words_of(one)]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} paragraphs have {before}")
    inside = [piece for piece in found[0].iter(W + "t") if before in (piece.text or "")]
    if inside:
        inside[0].text = inside[0].text.replace(before, after)
    else:
        put(found[0], words_of(found[0]).replace(before, after))


def type_in(path, edits):
    before = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    text = before.read(TEXT)
    for _, (prefix, address) in xml.iterparse(io.BytesIO(text), events=["start-ns"]):
        xml.register_namespace(prefix, address)
    document = xml.fromstring(text)
    for edit in edits:
        is_change = ">" in edit
        (change if is_change else fill)(document, *edit.split(">" if is_change else "=", 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            changed = xml.tostring(document, encoding="UTF-8", xml_declaration=True)
            after.writestr(name, changed if name == TEXT else before.read(name))


if __name__ == "__main__":
    type_in(Path(sys.argv[1]), sys.argv[2:])
