#!/usr/bin/env python3
"""Compiles files alone, without the precompiled header that hides a missing #include.

    tools/check_includes.py          what the last landing changed: sources and headers
    tools/check_includes.py --all    every source and header of src/ and tests/
    tools/check_includes.py FILE...

What changed is what is not committed, and the commits since the last time that this went well here;
else those since the branch left origin/main, and on main itself those of the last six hours that
have any: a sitting's work. Nothing is linked and no code is made.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKED = ROOT / "build" / "includes-checked"  # the commit that was
SITTING = 6 * 60 * 60  # seconds
PRECOMPILED = re.compile(r"-Xclang -include-pch -Xclang \S+ -Xclang -include -Xclang \S+|-Winvalid-pch")


def git(*words):
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()


def base_commit():
    if CHECKED.exists() and git("merge-base", "HEAD", CHECKED.read_text()) == [CHECKED.read_text()]:
        return CHECKED.read_text()
    fork = git("merge-base", "HEAD", "origin/main")
    if fork and fork != git("rev-parse", "HEAD"):
        return fork[0]
    last = git("log", "-1", "--format=%ct")
    before = git("rev-list", "-1", f"--before={int(last[0]) - SITTING}", "HEAD") if last else []
    return before[0] if before else "HEAD"


def changed():
    names = set(git("diff", "--name-only", "--diff-filter=d", base_commit()))
    names |= set(git("ls-files", "--others", "--exclude-standard"))
    return sorted(names)


def commands():
    """How each source is compiled, by what is built: headers that the build writes are there."""
    builds = [ROOT / "build" / preset for preset in ("sanitize", "dev")]
    build = next((one for one in builds if (one / "compile_commands.json").exists()), None)
    if build is None:
        sys.exit("check_includes: build the preset dev or sanitize first")
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return {
        entry["file"].removeprefix(f"{ROOT}/"): (entry["directory"], PRECOMPILED.sub("", entry["command"]))
        for entry in entries
    }


def alone(name, known):
    """The command that compiles a file; of a header, what a source of its folder gets that includes it first."""
    own = re.sub(r"hpp$", "cpp", name)
    # Where sources are compiled in groups, a group of the same folder tells how; else one of its sources.
    top = name.split("/")[0]
    groups = [one for one in known if f"/{top}/CMakeFiles/" in one and "/Unity/" in one]
    like = own if own in known else (groups or [one for one in known if one.startswith(f"{top}/")])[0]
    directory, command = known[like]
    words = [word for word in shlex.split(command) if word != "-c" and not word.endswith("/" + like)]
    at = words.index("-o")
    del words[at:at + 2]
    what = [str(ROOT / name)] if name.endswith(".cpp") else ["-include", str(ROOT / name), "/dev/null"]
    return directory, words + ["-fsyntax-only", "-x", "c++", *what]


def stand_in(name):
    """The source that includes the header before anything else: it cannot be compiled if the header cannot."""
    own = ROOT / re.sub(r"hpp$", "cpp", name)
    first = re.search(r'^#include ["<](.*)[">]$', own.read_text(encoding="utf-8"), re.M) if own.exists() else None
    is_first = first and name == f"src/{first.group(1)}"
    return str(own.relative_to(ROOT)) if is_first else name


def complaint(name, known):
    directory, words = alone(name, known)
    done = subprocess.run(words, cwd=directory, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def main():
    words = sys.argv[1:]
    known = commands()
    if words == ["--all"]:
        names = [str(path.relative_to(ROOT)) for top in ("src", "tests") for path in (ROOT / top).rglob("*.[ch]pp")]
    else:
        names = words or changed()
    names = [
        name for name in sorted(names)
        if name in known or re.match(r"(src/.*|tests/support/[^/]+)\.hpp$|(src|tests/(unit|support))/.*\.cpp$", name)
    ]
    looked_at = len(names)
    names = sorted({stand_in(name) for name in names})
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(lambda name: complaint(name, known), names) if text]
    for text in complaints:
        print(text)
    if not complaints and not words:
        CHECKED.write_text("".join(git("rev-parse", "HEAD")))
    print(f"{looked_at} files compiled alone, {len(complaints)} of them do not")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
