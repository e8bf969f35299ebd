#!/usr/bin/env python3
"""Shows that no decision is taken from the words of a message.

    other_words.py HANDBOK OTHER WORDS PROJECT

HANDBOK is the program, OTHER the same program whose sentences all begin with WORDS. Both build the
demo and what is for the public of tests/handbooks/iso9001. Without WORDS, each file that OTHER wrote
must be the file that HANDBOK wrote, byte for byte, and WORDS must stand in no other files than pages
that show messages. Exits with 1 if that does not hold.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-21"
SITES = {
    "the demo": ["content", "--lang", "sv"],
    "iso9001 for the public": ["tests/handbooks/iso9001", "--lang", "en", "--profile", "external"],
    "iso9001 with drafts": ["tests/handbooks/iso9001", "--lang", "en", "--drafts"],
}


def site_of(program, project, options, folder):
    """The files of the site, by address."""
    source, *rest = options
    built = subprocess.run([program, "build", source, "-o", folder, "--as-of", DAY, "--theme",
                            "themes/default", *rest], cwd=project, capture_output=True, check=False)
    if built.returncode > 1:
        sys.exit(f"{program} build {source}: {built.stderr.decode()}")
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in Path(folder).rglob("*") if path.is_file()}


def problems(ours, other, words):
    for address in sorted(ours.keys() ^ other.keys()):
        yield f"{address}: only one of the programs writes it"
    for address in sorted(ours.keys() & other.keys()):
        if other[address].replace(words, b"") != ours[address]:
            yield f"{address}: differs in more than the words of messages"
        if words in other[address] and not address.endswith(".html"):
            yield f"{address}: is no page, yet holds a message"


def main():
    program, changed, words, project = sys.argv[1:]
    wrong = 0
    for name, options in SITES.items():
        with tempfile.TemporaryDirectory() as folder:
            ours = site_of(program, project, options, f"{folder}/ours")
            other = site_of(changed, project, options, f"{folder}/other")
        found = list(problems(ours, other, words.encode()))
        showing = sum(words.encode() in content for content in other.values())
        if not showing:
            found.append("no page shows a message: nothing was compared")
        wrong += len(found)
        print("\n".join([f"{name}: {len(ours)} files, {showing} show messages", *found]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
