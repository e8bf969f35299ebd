#!/usr/bin/env python3
"""Shows that no decision is taken from the words of a message.

    other_words.py HANDBOK OTHER WORDS PROJECT

HANDBOK is the program, OTHER the same program whose sentences all begin with WORDS. Both build the
demo, tests/handbooks/iso9001 with its drafts, and what the public sees of it when a text was changed
after its approval. Without WORDS, each file that OTHER wrote must be the file that HANDBOK wrote, byte
for byte, and only pages may hold WORDS. Exits with 1 if that does not hold.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

DAY = "2026-11-21"
INSIDE = {
    "the demo": ["content", "--lang", "sv"],
    "iso9001 with drafts": ["tests/handbooks/iso9001", "--lang", "en", "--drafts"],
}
CHANGED = "documents/instructions/WIN-002/1.md"


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
        # The subject of a letter holds them too, as an address does.
        in_addresses = quote(words).encode()
        if other[address].replace(words, b"").replace(in_addresses, b"") != ours[address]:
            yield f"{address}: differs in more than the words of messages"
        if words in other[address] and not address.endswith(".html"):
            yield f"{address}: is no page, yet holds a message"


def changed_handbook(project, folder):
    """iso9001 with an instruction that is for the public, which nobody approved."""
    shutil.copytree(f"{project}/tests/handbooks/iso9001", folder)
    path = Path(folder, CHANGED)
    head = path.read_text(encoding="utf-8").replace("\nowner =", '\naudience_scope = "external"\nowner =', 1)
    path.write_text(head, encoding="utf-8")


def compared(name, programs, project, options, words):
    """What is wrong with the site, and in how many files messages stand."""
    with tempfile.TemporaryDirectory() as folder:
        ours, other = (site_of(program, project, options, f"{folder}/{place}")
                       for place, program in enumerate(programs))
    showing = sum(words in content for content in other.values())
    print(f"{name}: {len(ours)} files, {showing} show messages")
    return list(problems(ours, other, words)), showing


def main():
    *programs, words, project = sys.argv[1:]
    found = []
    for name, options in INSIDE.items():
        wrong, showing = compared(name, programs, project, options, words.encode())
        found += wrong if showing else [f"{name} shows no message: nothing was compared"]
    with tempfile.TemporaryDirectory() as folder:
        changed_handbook(project, f"{folder}/handbook")
        options = [f"{folder}/handbook", "--lang", "en", "--profile", "external"]
        found += compared("iso9001 for the public", programs, project, options, words.encode())[0]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
