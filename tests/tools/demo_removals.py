#!/usr/bin/env python3
"""Takes evidence out of a copy of a handbook, one thing at a time, and asks whether any cell became better.

Usage: demo_removals.py PROGRAM CONTENT FOLDER DAY [REMOVALS [FIRST_SEED]]

What shows a cell in `handbok matrix --by-unit` is a document, a day on which something was done, or an id: the
document's folder, the rows with that day or the row with that id are taken out of the sources. FOLDER is
written anew each time.
"""

import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys

RANKS = ["missing", "not_known", "shown_faulty", "shown"]
REGISTER = {"rollout": "rollouts", "contract_report": "contract_reports", "self_check": "self_checks", "reading": "goals",
            "yearly_report": "reports"}


def cells(program, folder, day):
    result = subprocess.run([program, "matrix", folder, "--by-unit", "--format", "json", "--as-of", day],
                            check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return {(row["kind"], row["thing"], row["unit"]): row for row in rows}


def tables(text):
    """The text cut before each line that begins a table."""
    return re.split(r"(?m)^(?=\[)", text)


def without_document(folder, name):
    for place in glob.glob(f"{folder}/documents/*/{name}"):
        shutil.rmtree(place)
        return True
    return False


def without_row(folder, register, is_row):
    """Takes rows out of a register, with the tables below them."""
    path = f"{folder}/registers/{register}.toml"
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as file:
        parts = tables(file.read())
    kept, is_out = [], False
    for part in parts:
        is_below = re.match(r"\[+[a-z_]+\.", part) is not None
        is_out = is_row(part) or (is_out and is_below)
        if not is_out:
            kept.append(part)
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(kept))
    return len(kept) < len(parts)


def take_out(folder, row, shown):
    kind, thing = row["kind"], row["thing"].split("/")[0]
    if without_document(folder, shown):
        return True
    if kind == "document_review":
        for path in glob.glob(f"{folder}/documents/*/{thing}/reviews.toml"):
            os.remove(path)
            return True
        return False
    if re.fullmatch(r"\d{4}-\d\d-\d\d", shown):
        if kind in ("rollout", "contract_report"):
            path = f"{folder}/registers/{REGISTER[kind]}.toml"
            with open(path, encoding="utf-8") as file:
                parts = tables(file.read())
            parts = [re.sub(r"(?m)^(done_on|received_on) = .*\n", "", part) if f'id = "{thing}"' in part else part for part in parts]
            with open(path, "w", encoding="utf-8") as file:
                file.write("".join(parts))
            return True
        return any([without_row(folder, register, lambda part: ".o" in part[:22] and f"on = {shown}" in part)
                    for register in ("self_checks", "goals")])
    return any([without_row(folder, os.path.basename(path)[:-5], lambda part: re.search(rf'(?m)^id = "{re.escape(shown)}"$', part))
                for path in glob.glob(f"{folder}/registers/*.toml")])


def main():
    program, content, folder, day = sys.argv[1:5]
    removals = int(sys.argv[5]) if len(sys.argv) > 5 else 200
    first_seed = int(sys.argv[6]) if len(sys.argv) > 6 else 1
    before = cells(program, content, day)
    shown = [row for row in before.values() if row["standing"] == "shown" and row["shown_by"]]
    done, kinds, worse = 0, {}, 0
    for seed in range(first_seed, first_seed + 10 * removals):
        rng = random.Random(seed)
        kind = rng.choice(sorted({row["kind"] for row in shown}))
        row = rng.choice([row for row in shown if row["kind"] == kind])
        evidence = rng.choice(row["shown_by"])
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(content, folder)
        if not take_out(folder, row, evidence):
            continue
        after = cells(program, folder, day)
        for cell, known in after.items():
            if cell in before and RANKS.index(known["standing"]) > RANKS.index(before[cell]["standing"]):
                sys.exit(f"seed {seed}: without {evidence} of {row['thing']} {cell} became {known['standing']}, "
                         f"it was {before[cell]['standing']}")
        done += 1
        kinds[kind] = kinds.get(kind, 0) + 1
        worse += any(after[cell]["standing"] != known["standing"] for cell, known in before.items() if cell in after)
        if done == removals:
            break
    print(f"{done} removals, no cell is better: True; {worse} made some cell worse; {kinds}")


if __name__ == "__main__":
    main()
