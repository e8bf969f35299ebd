#!/usr/bin/env python3
"""Prints documents of a handbook as PDF with the real program and reads the sheets.

    paper_prints.py HANDBOK SOURCE

A camera (zbar) reads on each sheet the address of the page that says whether it applies; that page
exists. What was printed is not printed again until it changes. A binder has a cover, contents and the
line of each text on that text's own sheets. Exits with 77 where there is no browser or no zbar.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-21"
BASE = "https://handboken.example/"
DOCUMENTS = ["RUT-001", "CHK-004", "PRO-005"]


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stderr}"
    return done.stdout


def sheets_of(pdf):
    return run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def codes_of(pdf, place):
    """What a camera reads on each sheet."""
    stem = place / "sheet"
    for old in place.glob("sheet-*"):
        old.unlink()
    run("pdftoppm", "-r", "150", "-gray", "-png", pdf, stem)
    return [run("zbarimg", "--quiet", "--raw", png).split() for png in sorted(place.glob("sheet-*.png"))]


def check_document(pdf, one, place, site):
    sheets, codes = sheets_of(pdf), codes_of(pdf, place)
    assert len(sheets) == len(codes) > 0
    for number, (text, read) in enumerate(zip(sheets, codes), 1):
        assert len(read) == 1 and read[0].startswith(f"{BASE}k/{one}-"), f"{one}, sheet {number}: {read}"
        assert (site / read[0].removeprefix(BASE)).is_file(), read
        line = re.sub(r"\s+", "", text)
        for part in (one, "utgåva", "Utskriven21november2026", f"Sida{number}({len(sheets)})",
                     f"Gällerpapperet?handboken.example/k/{one}-"):
            assert part in line, f"{one}, sheet {number} lacks {part}"
    info = run("pdfinfo", pdf)
    assert re.search(r"Tagged:\s+yes", info), info
    return len(sheets)


def check_binder(pdf):
    sheets = sheets_of(pdf)
    assert "Pärm för" in sheets[0] and "Innehåll" in sheets[0], sheets[0]
    listed = re.findall(r"\d+\.\s+([A-Z]+-\d+) ", "".join(sheets[:3]))
    assert listed, sheets[0]
    lines = [re.sub(r"\s+", " ", sheet) for sheet in sheets]
    for one in listed:
        assert any(f"{one} " in line.rsplit("Utskriven", 1)[0][-300:] for line in lines), f"no sheet of {one}"
    return len(listed), len(sheets)


def main():
    program, source = sys.argv[1], Path(sys.argv[2])
    missing = [name for name in ("chromium", "zbarimg", "pdftotext") if not shutil.which(name)]
    if missing:
        print(f"skipped: no {', '.join(missing)}")
        return 77
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        content, site, prints = place / "content", place / "site", place / "prints"
        shutil.copytree(source, content)
        subprocess.run([program, "build", content, "-o", site, "--as-of", DAY, "--base-url", BASE],
                       check=False, capture_output=True)
        order = [program, "export", "pdf", *DOCUMENTS, content, "-o", prints, "--as-of", DAY, "--base-url", BASE]
        assert run(*order).split() == [f"{one}.pdf" for one in DOCUMENTS]
        for one in DOCUMENTS:
            print(f"{one}: {check_document(prints / f'{one}.pdf', one, place, site)} sheets")
        assert run(*order) == "", "what did not change was printed again"
        (prints / "RUT-001.pdf").unlink()
        assert run(*order).split() == ["RUT-001.pdf"]
        order = [program, "export", "pdf", content, "--unit", "sabo-lonn", "-o", prints, "--as-of", DAY]
        assert run(*order).split() == ["parm-sabo-lonn.pdf"]
        texts, sheets = check_binder(prints / "parm-sabo-lonn.pdf")
        print(f"binder: {texts} texts on {sheets} sheets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
