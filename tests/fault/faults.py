#!/usr/bin/env python3
"""Breaks `handbok publish` in every way a machine can, and checks what readers and the next run see.

    tests/fault/faults.py build/release/handbok             everything, about ten minutes
    tests/fault/faults.py build/release/handbok --short     a sample, for the test suite

Each trial publishes a change over an earlier publication with one fault injected by strace: the
program is killed at a system call, or a call fails. Then three things must hold: readers get the old
or the new site, whole; a publication that was reported is there; the next run succeeds and `handbok
verify` finds nothing. Exit status 77: strace cannot trace here.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SKIPPED = 77
ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "ASAN_OPTIONS": "detect_leaks=0"}
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
# What can go wrong with each call that publishing makes.
ERRORS = {
    "openat": ["EMFILE", "EIO", "ENOSPC", "EACCES"],
    "write": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "syncfs": ["EIO"],
    "close": ["EIO"],
    "read": ["EIO"],
    "getdents64": ["EIO"],
    "newfstatat": ["EIO"],
    "mkdirat": ["ENOSPC", "EROFS"],
    "linkat": ["ENOSPC", "EMLINK", "EIO"],
    "symlinkat": ["ENOSPC", "EIO"],
    "renameat": ["ENOSPC", "EIO"],
    "unlinkat": ["EIO"],
    "readlinkat": ["EIO"],
    "fchmod": ["EIO"],
    "fchmodat": ["EIO"],
    "utimensat": ["EIO"],
    "fstatfs": ["EIO"],
    "flock": ["ENOLCK"],
}


class Faults:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.theme = ROOT / "themes" / "default"
        self.violations = []
        self.points = 0

    def command(self, source, target, *options):
        return [str(self.program), "publish", str(source), "--to", str(target), "--theme",
                str(self.theme), "--as-of", "2026-11-21", "--any-file-system", "--jobs", "1",
                *options]

    def publish(self, source, target, *before):
        return subprocess.run([*before, *self.command(source, target)], env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=600)

    def verify(self, target):
        return subprocess.run([str(self.program), "verify", "--to", str(target)], env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=600)

    def prepare(self):
        """Two sources that differ in one register, and a target with the first published."""
        self.old, self.new = self.folder / "old", self.folder / "new"
        shutil.copytree(ROOT / "tests" / "fixtures" / "base", self.old)
        approval = self.old / "documents" / "INS-001" / "1.approval.toml"
        digest = subprocess.run([str(self.program), "digest", "INS-001@1", str(self.old)],
                                capture_output=True, text=True, check=True).stdout.split()[-1]
        approval.write_text(approval.read_text(encoding="utf-8").replace("sha256:auto", digest),
                            encoding="utf-8")
        shutil.copytree(self.old, self.new)
        roles = self.new / "registers" / "roles.toml"
        roles.write_text(roles.read_text(encoding="utf-8") +
                         '\n[[role]]\nid = "NYR"\nname = "Ny roll"\n', encoding="utf-8")
        self.published = self.folder / "published"
        self.expect_published(self.publish(self.old, self.published))
        self.old_site = site_of(self.published)
        clean = self.fresh_target("clean")
        self.expect_published(self.publish(self.new, clean))
        self.new_site = site_of(clean)
        if self.old_site == self.new_site:
            sys.exit("faults: the change does not show on the site")

    @staticmethod
    def expect_published(result):
        if result.returncode not in (0, 1):
            sys.exit("faults: publishing fails without a fault:\n" + result.stderr)

    def fresh_target(self, name):
        target = self.folder / name
        # -T: never into a folder that is there
        subprocess.run(["cp", "-aT", str(self.published), str(target)], check=True)
        return target

    def calls(self):
        """The calls of a publication: those before the lock is taken, and those after."""
        trace = self.folder / "trace"
        target = self.fresh_target("traced")
        self.publish(self.new, target, "strace", "-o", str(trace))
        shutil.rmtree(target)  # another trace must begin anew
        before, after = Counter(), Counter()
        counts = before
        for line in trace.read_text(errors="replace").splitlines():
            if match := CALL.match(line):
                if match[1] == "flock":
                    counts = after
                counts[match[1]] += 1
        return before, after

    def check(self, what, target, result):
        self.points += 1
        reported = result.returncode in (0, 1)
        site = site_of(target)
        if site != self.new_site and (reported or site != self.old_site):
            self.violate(what, "readers do not get a whole site", result)
        healed = self.publish(self.new, target)
        if healed.returncode not in (0, 1):
            self.violate(what, "the next run fails", healed)
        elif site_of(target) != self.new_site:
            self.violate(what, "the next run publishes something else", healed)
        verified = self.verify(target)
        if verified.returncode != 0:
            self.violate(what, "not whole after the next run", verified)

    def violate(self, what, why, result):
        self.violations.append(what)
        print(f"{what}: {why}\n  status {result.returncode}\n  {result.stdout.strip()}\n"
              f"  {result.stderr.strip()}", flush=True)

    def inject(self, what, injection):
        target = self.fresh_target(re.sub(r"\W+", "-", what))
        result = self.publish(self.new, target, "strace", "-o", "/dev/null", "-e", "inject=" + injection)
        self.check(what, target, result)
        shutil.rmtree(target)

    def every_call(self, faults_of, workers, sample):
        before, after = self.calls()
        trials = []
        for call, count in sorted(after.items()):
            for number in range(before[call] + 1, before[call] + count + 1):
                trials += [(f"{call} {number} {fault}", f"{call}:{fault}:when={number}")
                           for fault in faults_of(call)]
        if sample:
            trials = trials[::max(1, len(trials) // sample)]
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(lambda trial: self.inject(*trial), trials))
        return len(trials)

    def many_at_once(self, count):
        target = self.fresh_target("many")
        with ThreadPoolExecutor(count) as pool:
            results = list(pool.map(lambda _: self.publish(self.new, target), range(count)))
        statuses = Counter(result.returncode for result in results)
        self.check(f"{count} publishers", target, results[0] if statuses[3] < count else results[-1])
        if set(statuses) - {0, 1, 3} or statuses[3] == count:
            self.violate(f"{count} publishers", f"statuses {dict(statuses)}", results[0])
        return dict(statuses)

    def no_one_listens(self):
        """A result that cannot be printed must not look like success."""
        target = self.fresh_target("full")
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = subprocess.run(self.command(self.new, target), env=ENVIRONMENT, stdout=full,
                                    stderr=subprocess.PIPE, text=True, timeout=600)
        result.stdout = ""
        self.check("stdout is full", target, result)
        if result.returncode != 3:
            self.violate("stdout is full", "the status says that all is well", result)


def site_of(target):
    """What readers get: path to bytes. Files of other editions among the assets do not count."""
    root = target / "current"
    return {path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and path.name != "build-status.json"
            and path.relative_to(root).parts[0] != "assets"}


def can_trace():
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "-e", "inject=getppid:error=EIO", "true"],
                              capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--short", action="store_true", help="a sample of each kind of fault")
    parser.add_argument("--sample", type=int, default=0, help="so many faults of each kind")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    if not can_trace():
        print("faults: skipped, because strace is missing or may not trace here")
        return SKIPPED
    sample = options.sample or (10 if options.short else 0)
    with tempfile.TemporaryDirectory(prefix="handbok-faults-") as folder:
        faults = Faults(options.program.resolve(), Path(folder))
        faults.prepare()
        kills = faults.every_call(lambda call: ["signal=KILL"], options.workers, sample)
        print(f"killed at {kills} system calls", flush=True)
        errors = faults.every_call(lambda call: ["error=" + name for name in ERRORS.get(call, [])],
                                   options.workers, sample)
        print(f"failed {errors} system calls", flush=True)
        statuses = faults.many_at_once(5 if options.short else 20)
        print(f"publishers at once, by exit status: {statuses}", flush=True)
        faults.no_one_listens()
    print(f"{faults.points} trials, {len(faults.violations)} violations")
    return 1 if faults.violations else 0


if __name__ == "__main__":
    sys.exit(main())
