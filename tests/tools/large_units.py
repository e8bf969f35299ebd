#!/usr/bin/env python3
"""How time and memory grow with units, requirements and processes.

Usage: large_units.py PROGRAM FOLDER [UNITS REQUIREMENTS PROCESSES]

Writes a handbook of that size and one with half as many units, asks for every cell, for those of one unit,
and builds the site, and prints seconds of the processor, peak memory and what a cell took. 500 2000 400 if nothing is said.
"""

import os
import random
import shutil
import subprocess
import sys
from datetime import date

from standing_model import REGIMES, TOPICS, write_handbook

DAY = date(2026, 6, 1)


def large_handbook(units, requirements, processes):
    rng = random.Random(1)
    book_units = [{"id": "nam", "parent": "", "regimes": REGIMES, "kind": "own", "operative": True}]
    book_units += [{"id": f"avd{n}", "parent": "nam", "regimes": REGIMES, "kind": "own", "operative": True} for n in range(units // 25 + 1)]
    book_units += [{"id": f"enh{n:04}", "parent": f"avd{n // 25}", "regimes": REGIMES, "kind": "own", "operative": True} for n in range(units)]
    ids = [unit["id"] for unit in book_units]

    def document(name, unit, **more):
        revision = {"number": 1, "unit": unit, "applies_to": [], "excludes": [], "regimes": [], "topics": rng.sample(TOPICS, 1),
                    "valid_from": date(2024, 1, 1), "valid_to": None, "next_review": date(2027, 1, 1)}
        return dict({"id": name, "revisions": [revision], "earlier": [], "reviews": [], "repeal": None}, **more)

    routines = [document(f"RUT-{n:04}", "nam" if n % 4 else rng.choice(ids)) for n in range(processes)]
    names = [one["id"] for one in routines]
    flows = [document(f"PRO-{n:04}", "nam" if n % 2 else rng.choice(ids),
                      nodes=[{"id": f"A{step}", "routines": rng.sample(names, 1), "performed_in": [], "reason": ""} for step in range(3)])
             for n in range(processes)]
    rows = [{"id": f"K-{n:04}", "evidence": rng.sample(names, 2), "note": "", "clause": rng.choice(["lag/1:1", "lag/1:2"]), "regimes": []}
            for n in range(requirements)]
    checks = [{"id": f"E-{n:02}", "every": 4, "first": date(2025, 1, 15), "checks": [], "regimes": [], "units": [], "except": [],
               "occurrences": []} for n in range(20)]
    return {"units": book_units, "documents": routines + flows, "requirements": rows, "waivers": [], "checks": checks,
            "clauses": [{"ref": "1:1", "regimes": [], "force": "binding"}, {"ref": "1:2", "regimes": ["BBB"], "force": "binding"}],
            "source_regimes": [], "topics": [{"id": topic, "regimes": []} for topic in TOPICS], "history_from": None, "day": DAY,
            "rollouts": [], "actions": [], "control_items": [], "risks": [], "goals": [], "yearly_from": None, "reports": [],
            "contract_reports": []}


def measure(*command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = sum(1 for _ in process.stdout)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, lines


def main():
    program, folder = sys.argv[1:3]
    units, requirements, processes = (int(word) for word in sys.argv[3:6]) if len(sys.argv) > 3 else (500, 2000, 400)
    for count in (units // 2, units):
        shutil.rmtree(folder, ignore_errors=True)
        source, site = os.path.join(folder, "h"), os.path.join(folder, "site")
        write_handbook(source, large_handbook(count, requirements, processes))
        words = ("--as-of", str(DAY))
        for name, command in (("every cell", ("matrix", source, "--by-unit", "--format", "json", *words)),
                              ("one unit", ("matrix", source, "--by-unit", "--unit", "enh0001", "--format", "json", *words)),
                              ("the site", ("build", source, "-o", site, "--quiet", *words))):
            seconds, memory, cells = measure(program, *command)
            each = f", {seconds / cells * 1e6:.1f} µs a cell" if cells > 1 else ""
            print(f"{count} units, {name}: {seconds:.1f} s, {memory} MB, {cells} rows{each}", flush=True)


if __name__ == "__main__":
    main()
