#!/usr/bin/env python3
"""Checks the systemd units, the cron line and the scripts of packaging/ without installing them.

    tests/package/units.py build/release/handbok

systemd-analyze verifies every unit and rates how well each is fenced in; what the units and cron
run is then run with the values of handbook.conf, in a temporary folder. Exit status 77: there is no
systemd-analyze.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"
SKIPPED = 77
EXPOSURE_MAX = {"publish": 15, "verify": 15, "fetch": 30}  # of 100, as systemd counts


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=False, **options)


def installed_units(program, folder):
    """The units as an instance `demo`, with programs that exist here."""
    for path in (PACKAGING / "systemd").iterdir():
        text = path.read_text(encoding="utf-8").replace("/usr/bin/handbok", str(program))
        if not Path("/usr/bin/git").exists():
            text = text.replace("/usr/bin/git", str(program))
        copy = folder / path.name
        copy.write_text(text, encoding="utf-8")
        instance = folder / path.name.replace("@", "@demo")
        instance.symlink_to(copy.name)
        yield instance


def unit_problems(units):
    verified = run("systemd-analyze", "verify", "--man=no", *units)
    if verified.returncode != 0 or verified.stderr.strip():
        yield "systemd-analyze verify: " + verified.stderr.strip()
    for unit in units:
        kind = re.search(r"handbok-(\w+)@", unit.name).group(1)
        if unit.suffix == ".service" and kind in EXPOSURE_MAX:
            rated = run("systemd-analyze", "security", "--offline=true",
                        f"--threshold={EXPOSURE_MAX[kind]}", unit)
            if rated.returncode != 0:
                yield f"{unit.name} is fenced in worse than {EXPOSURE_MAX[kind]} of 100"


def values_of_conf(folder):
    """The values of handbook.conf, with the demo as source and a folder that can be written."""
    text = (PACKAGING / "handbook.conf").read_text(encoding="utf-8")
    values = dict(re.findall(r"^(HANDBOK_\w+)=(.*)$", text, re.MULTILINE))
    return {**values, "HANDBOK_SOURCE": str(ROOT / "content"),
            "HANDBOK_TARGET": str(folder / "site")}


def run_problems(program, folder):
    """What the two services run, by a shell that knows the same variables."""
    values = values_of_conf(folder)
    for kind in ("publish", "verify"):
        unit = (PACKAGING / "systemd" / f"handbok-{kind}@.service").read_text(encoding="utf-8")
        command = re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE).group(1)
        command = command.replace("/usr/bin/handbok", str(program))
        if kind == "publish":
            command += " --any-file-system"
        done = run("sh", "-c", command, env={**os.environ, **values})
        if done.returncode not in (0, 1):
            yield f"what handbok-{kind}@.service runs ends with {done.returncode}: {done.stderr}"


def cron_problems(program, folder):
    """Each line is a time, a user and a command, which prints nothing when all is well."""
    lines = (PACKAGING / "handbok.cron").read_text(encoding="utf-8").splitlines()
    jobs = [line for line in lines if line and not re.match(r"#|\w+=", line)]
    if len(jobs) != 2:
        yield f"handbok.cron has {len(jobs)} jobs"
    for job in jobs:
        *times, user, command = job.split(maxsplit=6)
        is_job = user == "handbok" and all(re.fullmatch(r"[\d*,/-]+", time) for time in times)
        if not is_job or "%" in command:  # cron makes a line end of %
            yield f"handbok.cron: {job}"
        command = command.replace("nice handbok", str(program))
        command = command.replace("/srv/handbok-sources/example", str(ROOT / "content"))
        command = command.replace("/srv/handbok/example", str(folder / "cron"))
        command = command.replace(" publish ", " publish --any-file-system ")
        done = run("sh", "-c", command)
        if done.returncode != 0 or done.stdout or done.stderr:
            yield f"what cron runs says {done.stdout}{done.stderr}"
        broken = run("sh", "-c", command.replace(str(ROOT / "content"), str(folder / "nowhere")))
        if "exit status 3" not in broken.stdout:
            yield f"what cron runs does not tell of its exit status: {broken.stdout}"


def script_problems():
    for path in (PACKAGING / "debian").iterdir():
        checked = run("sh", "-n", path)
        if checked.returncode != 0 or not os.access(path, os.X_OK):
            yield f"{path.name}: not a program: {checked.stderr}"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    program = parser.parse_args().program.resolve()
    if not shutil.which("systemd-analyze"):
        print("units: skipped, because there is no systemd-analyze")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="handbok-units-") as name:
        folder = Path(name)
        units = list(installed_units(program, folder))
        problems = [*unit_problems(units), *run_problems(program, folder),
                    *cron_problems(program, folder), *script_problems()]
    print("\n".join(problems) or f"{len(units)} units, the cron line and the scripts are in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
