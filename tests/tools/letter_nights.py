#!/usr/bin/env python3
"""Sixty nights of `handbok letters`, each killed at a random moment and then run again.

    tests/tools/letter_nights.py build/dev/handbok [--nights 60] [--seed 7]

A handbook from `init` lives its life meanwhile: texts are submitted, returned, approved and revised,
and what applies is published. Beside it another Maildir gets the letters of nights that nobody
disturbs. Both must have the same letters, by their Message-IDs, and each of them once. Persons are
named in the letters and nowhere else: not in sources, site, ledger, memory or what is printed.
"""
import argparse
import email
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

PEOPLE = 'from = "canary@exempel.example"\n' + "".join(
    f'[[person]]\nrole = "{role}"\nname = "Canary {role}"\n'
    f'address = "canary-{role.lower()}@exempel.example"\n' for role in ("KSA", "EC", "VC"))
PUBLISHED = (22, 59)  # the nights after which the site is made
# What happens on which night, beside what the calendar does.
ACTS = {
    1: ["submit RUT-001 --role KSA", "submit PRO-001 --role KSA"],
    3: ["return RUT-001 --role EC --comment Otydligt."],
    8: ["submit RUT-001 --role KSA", "approve PRO-001 --reviewed EC"],
    15: ["approve RUT-001 --reviewed EC --approved VC", "approve PRO-001 --approved VC"],
    20: ["revise RUT-001 --note Rättat."],
    22: ["submit RUT-001 --role KSA"],
}


def run(program, *words):
    done = subprocess.run([program, *words], capture_output=True, text=True)
    assert "canary" not in (done.stdout + done.stderr).lower(), words
    return done


def letters(program, folder, name, day):
    return [program, "letters", folder / "h", "--people", folder / "people.toml", "--state",
            folder / f"{name}-state", "--maildir", folder / f"{name}-mail", "--on", str(day), "--far"]


def message_ids(maildir):
    return Counter(email.message_from_bytes(path.read_bytes())["Message-ID"]
                   for path in Path(maildir, "new").iterdir())


def live(program, folder, night, day):
    for act in ACTS.get(night, []):
        command, document, *options = act.split(" ", 2)
        words = options[0].split(" ") if options else []
        done = run(program, command, document, folder / "h", *words, "--on", str(day), "--far", "--no-input")
        assert done.returncode == 0, (act, done.stderr)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--nights", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    dice = random.Random(wanted.seed)
    kills, took = 0, 0.2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assert run(wanted.program, "init", folder / "h").returncode == 0
        (folder / "people.toml").write_text(PEOPLE)
        for maildir in ("calm-mail", "killed-mail"):
            (folder / maildir).mkdir()
        for night in range(wanted.nights):
            day = date(2026, 11, 21) + timedelta(days=night)
            live(wanted.program, folder, night, day)
            started = subprocess.Popen(list(map(str, letters(wanted.program, folder, "killed", day))),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            moment = threading.Timer(dice.uniform(0.2, 1.0) * took,
                                     lambda: started.send_signal(signal.SIGKILL))
            moment.start()
            start = time.monotonic()
            calm = run(*map(str, letters(wanted.program, folder, "calm", day)))
            took = time.monotonic() - start
            moment.join()
            kills += started.wait() == -signal.SIGKILL
            if "skickat" in calm.stdout:  # else there was nothing to write
                ended = run(*map(str, letters(wanted.program, folder, "killed", day)))
                assert ended.returncode in (0, 1), ended.stderr
            if night in PUBLISHED:
                published = run(wanted.program, "publish", folder / "h", "--to", folder / "target",
                                "--any-file-system", "--far", "--as-of", str(day), "--quiet")
                assert published.returncode in (0, 1), published.stderr
        calm, killed = message_ids(folder / "calm-mail"), message_ids(folder / "killed-mail")
        assert not list(Path(folder, "killed-mail", "new").glob(".*")), "left without its name"
        assert set(calm) == set(killed), sorted(set(calm) ^ set(killed))
        assert max(killed.values()) == 1, killed.most_common(3)
        for place in ("calm-state", "killed-state", "h", "target"):
            for path in Path(folder, place).rglob("*"):
                assert not path.is_file() or b"canary" not in path.read_bytes().lower(), path
        print(f"{wanted.nights} nights, {kills} of them killed, {len(killed)} letters, each once")


if __name__ == "__main__":
    sys.exit(main())
