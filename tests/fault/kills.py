#!/usr/bin/env python3
"""Kills `handbok`, or a process that it has started, at random moments, and looks at what remains.

    tests/fault/kills.py build/release/handbok              60 trials; HANDBOK_KILLS=500 for more
    tests/fault/kills.py build/release/handbok --seed 7     the same moments as another run with it

Each trial runs publish, build, serve or intake in a session of its own, waits for a random moment and
sends SIGTERM or SIGKILL to the command or to one of its children. Within ten seconds no process of
the session may be left and no lock may be held. Then the command runs once more, without help: it
must succeed and leave what a run leaves that nobody disturbs.
"""
import argparse
import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "ASAN_OPTIONS": "detect_leaks=0"}
DAY = "2026-11-21"
SECONDS_LEFT = 10
NEW_ROLE = '\n[[role]]\nid = "NYR"\nname = "Ny roll"\nlevel = "unit"\nmission = "Ny."\n'


def processes_of(session):
    """Those of the session that still run: a zombie holds nothing, and init takes it away."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            state, _, _, its_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its_session) == session and state not in "ZX":
            found.append(int(folder.name))
    return found


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def is_locked(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return False
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)


class Kills:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.seed = program, folder, seed
        self.violations = 0
        self.longest_left = 0.0
        self.told = Counter()
        self.sources = folder / "sources"
        shutil.copytree(ROOT / "content", self.sources)
        self.new = folder / "new"
        shutil.copytree(self.sources, self.new)
        with open(self.new / "registers" / "roles.toml", "a", encoding="utf-8") as roles:
            roles.write(NEW_ROLE)
        self.published = folder / "published"
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        subprocess.run([sys.executable, ROOT / "tests" / "tools" / "make_word.py", "good",
                        self.inbox / "cykel.docx"], check=True)
        os.utime(self.inbox / "cykel.docx", (1577836800, 1577836800))

    # The four commands: what they run on, what they must leave, and what they lock.

    def publish(self, source, target):
        return [self.program, "publish", source, "--to", target, "--as-of", DAY,
                "--any-file-system", "--jobs", "2"]

    def trial_of(self, command, place):
        """A folder to run the command in, its arguments, its locks and what it must leave."""
        if command == "publish":
            target = place / "target"
            subprocess.run(["cp", "-aT", self.published, target], check=True)
            return self.publish(self.new, target), [target / "lock"], target / "current/"
        if command == "build":
            return ([self.program, "build", self.new, "-o", place / "site", "--as-of", DAY,
                     "--jobs", "2"], [], place / "site")
        if command == "intake":
            shutil.copytree(self.sources, place / "sources")
            shutil.copytree(self.inbox, place / "inbox")
            return ([self.program, "intake", place / "inbox", place / "sources", "--on", DAY],
                    [place / "inbox", place / "sources"], place / "sources")
        return ([self.program, "serve", self.new, "--as-of", DAY, "--port", "0"], [], None)

    def start(self, arguments):
        return subprocess.Popen([str(argument) for argument in arguments], env=ENVIRONMENT,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, start_new_session=True)

    def run(self, arguments):
        return subprocess.run([str(argument) for argument in arguments], env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=300)

    def prepare(self):
        """What each command leaves, and how long it takes, when nobody disturbs it."""
        if self.run(self.publish(self.sources, self.published)).returncode not in (0, 1):
            sys.exit("kills: publishing fails although nobody kills it")
        self.seconds, self.expected = {"serve": 2.0}, {}
        for command in ("publish", "build", "intake"):
            place = self.folder / f"undisturbed-{command}"
            place.mkdir()
            arguments, _, result = self.trial_of(command, place)
            began = time.monotonic()
            ran = self.run(arguments)
            self.seconds[command] = time.monotonic() - began
            if ran.returncode not in (0, 1):
                sys.exit(f"kills: {command} fails although nobody kills it:\n{ran.stderr}")
            self.expected[command] = self.result_of(result)
            shutil.rmtree(place)

    @staticmethod
    def result_of(folder):
        return {path: data for path, data in files_of(folder).items()
                if not path.endswith("build-status.json")}

    def violate(self, what, why):
        self.violations += 1
        print(f"{what}: {why}", flush=True)

    @staticmethod
    def child_of(process):
        """A child at this moment or at the first moment when there is one; 0 if there is none."""
        latest = time.monotonic() + 3
        while process.poll() is None and time.monotonic() < latest:
            if children := [one for one in processes_of(process.pid) if one != process.pid]:
                return children[-1]
            time.sleep(0.001)
        return 0

    def disturb(self, command, arguments, dice):
        """Starts the command and kills; gives the process and what was done."""
        sent = dice.choice([signal.SIGTERM, signal.SIGKILL])
        victim = dice.choice(["parent", "parent of a child", "child"])
        seconds = self.seconds[command] * (1.0 if victim == "parent" else 0.3)
        moment = dice.uniform(0, seconds)
        process = self.start(arguments)
        time.sleep(moment)
        child = self.child_of(process) if victim != "parent" else 0
        try:
            os.kill(child if victim == "child" and child else process.pid, sent)
        except ProcessLookupError:
            pass
        if victim == "child" and command == "serve":
            time.sleep(0.2)
            process.terminate()
        what = f"{command}, {victim if child else 'parent'}, {sent.name}"
        try:
            process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            self.violate(what, "the command does not end after its child was killed")
        self.told[what] += 1
        return process, f"{what}, at {moment:.3f} s"

    def wait_for_none(self, what, session):
        began = time.monotonic()
        while left := processes_of(session):
            if time.monotonic() - began > SECONDS_LEFT:
                self.violate(what, f"processes left: {left}")
                for one in left:
                    os.kill(one, signal.SIGKILL)
                return
            time.sleep(0.005)
        self.longest_left = max(self.longest_left, time.monotonic() - began)

    def trial(self, number):
        command = ("publish", "publish", "build", "serve", "intake")[number % 5]
        place = self.folder / f"trial-{number}"
        place.mkdir()
        arguments, locks, result = self.trial_of(command, place)
        dice = random.Random(f"{self.seed}-{number}")
        process, what = self.disturb(command, arguments, dice)
        self.wait_for_none(what, process.pid)
        for lock in locks:
            if lock.exists() and is_locked(lock):
                self.violate(what, f"{lock.name} is still locked")
        if result:
            self.heal(what, command, arguments, result)
        shutil.rmtree(place)

    def heal(self, what, command, arguments, result):
        healed = self.run(arguments)
        if healed.returncode not in (0, 1):
            self.violate(what, f"the next run ends with {healed.returncode}\n{healed.stderr}")
        elif self.result_of(result) != self.expected[command]:
            self.violate(what, "the next run leaves something else")
        if command == "publish":
            verified = self.run([self.program, "verify", "--to", arguments[4]])
            if verified.returncode != 0:
                self.violate(what, f"not whole after the next run\n{verified.stdout}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    count = int(os.environ.get("HANDBOK_KILLS", "60"))
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="handbok-kills-") as folder:
        kills = Kills(options.program.resolve(), Path(folder), options.seed)
        kills.prepare()
        with ThreadPoolExecutor(options.workers) as pool:
            list(pool.map(kills.trial, range(count)))
    for what, times in sorted(kills.told.items()):
        print(f"{times:4} {what}")
    print(f"{count} trials, {kills.violations} violations; "
          f"the last process was gone after {kills.longest_left:.2f} s at most")
    return 1 if kills.violations else 0


if __name__ == "__main__":
    sys.exit(main())
