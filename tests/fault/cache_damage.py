#!/usr/bin/env python3
"""Damages the cache of `handbok build`, and changes sources and site behind its back.

    tests/fault/cache_damage.py build/release/handbok              200 trials; HANDBOK_DAMAGES=1000 for more
    tests/fault/cache_damage.py build/release/handbok --seed 7     the same damages as another run with it
    tests/fault/cache_damage.py build/release/handbok --demo       the demo, whose registers are full

Each trial does one thing to the cache (deletes, cuts, flips or mixes its files) and perhaps one to the
sources, the site, the theme or the day, and builds. The site, the exit status and what was said must be
those of a build that has no cache.
"""
import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import bench_corpus  # noqa: E402

DOCUMENTS = 5
DAYS = ("2026-11-21", "2026-11-22", "2027-03-25")
COUNTS = re.compile(r"\d+ (filer skrivna|oförändrade)")


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def flipped(data, dice):
    if not data:
        return data
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1:]


class Trials:
    def __init__(self, program, folder, dice, is_demo):
        self.program, self.folder, self.dice = Path(program).resolve(), folder, dice
        self.source, self.site = folder / "source", folder / "site"
        self.theme, self.cache = folder / "theme", folder / "cache"
        if is_demo:
            shutil.copytree(bench_corpus.DEMO, self.source)
        else:
            bench_corpus.write_handbook(self.source, DOCUMENTS)
            broken = bench_corpus.Document(1, DOCUMENTS)
            bench_corpus.write_handbook_document(self.source, broken, "\n<b>raw</b>\n")
        shutil.copytree(ROOT / "themes" / "default", self.theme)
        (self.cache / "handbok").mkdir(parents=True, mode=0o700)
        self.day, self.options = DAYS[0], []
        self.older = []  # cache files as they once were, to be mixed in
        self.undo = []  # files as they once were
        self.whole = {}  # the files that change_letters may have broken, as they were before
        self.done = Counter()

    def build(self, target, *more):
        command = [self.program, "build", self.source, "-o", target, "--theme", self.theme,
                   "--as-of", self.day, *self.options, *more]
        return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False,
                              env={**os.environ, "XDG_CACHE_HOME": str(self.cache)}, timeout=120)

    # What is done to the cache.

    def cached(self):
        return sorted(path for path in (self.cache / "handbok").iterdir() if path.is_file())

    def damage_nothing(self):
        pass

    def damage_delete(self):
        for path in self.cached():
            path.unlink()

    def damage_cut(self):
        for path in self.cached():
            os.truncate(path, self.dice.randrange(path.stat().st_size + 1))

    def damage_flip(self):
        for path in self.cached():
            path.write_bytes(flipped(path.read_bytes(), self.dice))

    def damage_grow(self):
        for path in self.cached():
            with path.open("ab") as file:
                file.write(self.dice.randbytes(self.dice.randrange(1, 300)))

    def damage_mix(self):
        """One file gets the bytes of another, or of a time that was."""
        known = [path.read_bytes() for path in self.cached()] + self.older
        for path in self.cached():
            path.write_bytes(self.dice.choice(known))

    def damage_block(self):
        for path in self.cached():
            path.unlink()
            path.mkdir()

    # What happens to everything else.

    def change_nothing(self):
        pass

    def in_secret(self, path, data):
        """The file with other bytes, and with the time that it had."""
        times = path.stat().st_atime_ns, path.stat().st_mtime_ns
        path.write_bytes(data)
        os.utime(path, ns=times)

    def change_source(self):
        path = self.dice.choice(sorted(self.source.rglob("1.md")))
        text = path.read_text(encoding="utf-8")
        word, other = self.dice.sample(["samma dag", "Ingen dag", "varje dag"], 2)
        self.in_secret(path, text.replace(word, other).encode())

    def change_letters(self):
        """Something else in any file, which may break it."""
        path = self.dice.choice(sorted(p for p in self.source.rglob("*") if p.suffix in (".md", ".toml")))
        text = path.read_text(encoding="utf-8")
        places = [match.start() for match in re.finditer(self.dice.choice(["[a-zåäö]{4}", "[0-9]"]), text)]
        if not places:
            return
        at = self.dice.choice(places)
        other = self.dice.choice("0123456789" if text[at].isdigit() else "abeiklnorståäö")
        self.in_secret(path, (text[:at] + other + text[at + 1:]).encode())
        self.undo.append((path, text))
        self.whole.setdefault(path, text)

    def change_back(self):
        for _ in range(min(2, len(self.undo))):
            path, text = self.undo.pop(self.dice.randrange(len(self.undo)))
            path.write_text(text, encoding="utf-8")

    def change_decision(self):
        document = bench_corpus.Document(self.dice.randrange(DOCUMENTS), DOCUMENTS)
        bench_corpus.write_handbook_document(self.source, document, f"\n{self.dice.random()}\n")

    def change_settings(self):
        path = self.source / "handbook.toml"
        text = path.read_text(encoding="utf-8")
        self.in_secret(path, re.sub('title = "M.tning"', self.dice.choice(
            ['title = "Mätning"', 'title = "Mutning"']), text).encode())

    def change_site(self):
        path = self.dice.choice(sorted(p for p in self.site.rglob("*") if p.is_file()))
        if self.dice.random() < 0.3:
            path.unlink()
        else:
            self.in_secret(path, flipped(path.read_bytes(), self.dice))

    def change_theme(self):
        path = self.dice.choice(sorted(self.theme.rglob("*.css")))
        self.in_secret(path, path.read_bytes().replace(b"0", b"1", 1))

    def change_day(self):
        self.day = self.dice.choice([*DAYS, f"2026-{self.dice.randrange(1, 13):02}-{self.dice.randrange(1, 29):02}"])

    def change_options(self):
        self.options = self.dice.choice([[], ["--drafts"], ["--base-url", "https://a.example/"]])

    def named(self, beginning):
        return [name for name in sorted(dir(self)) if name.startswith(beginning)]

    def run_one(self, number):
        damage, change = (self.dice.choice(self.named(start)) for start in ("damage_", "change_"))
        getattr(self, damage)()
        getattr(self, change)()
        before = files_of(self.site)
        result = self.build(self.site)
        self.done[damage] += 1
        self.done[change] += 1
        if damage == "damage_block":
            for path in (self.cache / "handbok").iterdir():
                if path.is_dir():
                    path.rmdir()
        self.older = [path.read_bytes() for path in self.cached()][:4] + self.older[:8]
        clean = self.folder / f"clean-{number}"
        expected = self.build(clean, "--no-cache")
        told = [COUNTS.sub("", text).replace(str(target), "SITE")
                for text, target in ((result.stderr, self.site), (expected.stderr, clean))]
        faults = []
        if result.returncode != expected.returncode:
            faults.append(f"status {result.returncode}, without cache {expected.returncode}")
        if told[0] != told[1]:
            faults.append(f"said {told[0]!r}, without cache {told[1]!r}")
        # A build that is stopped leaves the site as it was.
        is_, should_be = files_of(self.site), files_of(clean) if clean.exists() else before
        faults += [f"{path} differs" for path in sorted(is_.keys() | should_be.keys())
                   if is_.get(path) != should_be.get(path)]
        shutil.rmtree(clean, ignore_errors=True)
        for fault in faults[:5]:
            print(f"trial {number}, {damage} {change}: {fault}")
        return not faults

    def knows_that_nothing_changed(self):
        """The cache must be worth its name, or this test shows nothing. A handbook that is stopped by a
        broken register has nothing to remember, so what was broken is mended first."""
        for path, text in self.whole.items():
            path.write_text(text, encoding="utf-8")
        self.build(self.site)
        return '"milliseconds":{"scan"' in self.build(self.site, "--summary", "json").stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--demo", action="store_true")
    options = parser.parse_args()
    trials = int(os.environ.get("HANDBOK_DAMAGES", "200"))
    with tempfile.TemporaryDirectory() as folder:
        work = Trials(options.program, Path(folder), random.Random(options.seed), options.demo)
        work.build(work.site)
        if not work.knows_that_nothing_changed():
            sys.exit("cache_damage: the second build did not know that nothing had changed")
        failed = sum(not work.run_one(number) for number in range(trials))
        if not work.knows_that_nothing_changed():
            sys.exit("cache_damage: the cache does not recover")
    print(f"{trials} trials, {failed} with another site; " +
          ", ".join(f"{name} {count}" for name, count in sorted(work.done.items())))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
