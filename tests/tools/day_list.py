#!/usr/bin/env python3
"""What the site says of units and days, beside what the commands say.

Usage: day_list.py PROGRAM CONTENT SITE DAY

Reads the file that the page of days is made of, and asks `handbok asof --unit` of the same units and days;
reads the sums on the page of each unit's standing, and counts the rows of `handbok matrix --by-unit`.
"""

import json
import os
import random
import re
import subprocess
import sys
from datetime import date, timedelta


def told(program, *words):
    result = subprocess.run([program, *words, "--format", "json"], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


def read_days(site):
    with open(os.path.join(site, "datum", "dagar.js"), encoding="utf-8") as file:
        text = file.read()
    assert text.startswith("handbokDays(") and text.endswith(");\n"), text[:40]
    return json.loads(text[len("handbokDays("):-3])


def listed(data, place, day):
    """(id, revision) of what applied, and ids of what is not known."""
    applied, unknown = set(), set()
    for text, start, until, units in data["stretches"]:
        if place in units and (not start or start <= day) and (not until or day < until):
            row = data["texts"][text]
            if "unknown" in row:
                unknown.add(row["id"])
            else:
                applied.add((row["id"], row["number"]))
    return applied, unknown


def days_to_ask(data, last):
    """Days on which something changes and the days before, and some others."""
    rng = random.Random(1)
    edges = sorted({date.fromisoformat(day) for stretch in data["stretches"] for day in stretch[1:3] if day})
    days = {date(1999, 1, 1), last, *rng.sample(edges, 3)}
    days |= {day - timedelta(days=1) for day in rng.sample(edges, 2)}
    return sorted(day for day in days if day <= last)


def compare_days(program, content, data, last):
    compared = 0
    units = data["units"]
    for number, day in enumerate(days_to_ask(data, last)):
        for place in {0, number % len(units), len(units) - 1 - number % len(units)}:
            applied, unknown = listed(data, place, str(day))
            rows = told(program, "asof", str(day), content, "--unit", units[place][0])
            in_force = {(row["id"], row["revision"]) for row in rows if row["missing"] is None}
            missing = {row["id"] for row in rows if row["missing"] is not None}
            if (applied, unknown) != (in_force, missing):
                sys.exit(f"{units[place][0]} {day}: only the page: {applied - in_force} {unknown - missing}, "
                         f"only the command: {in_force - applied} {missing - unknown}")
            compared += 1
    return compared


WORDS = {"Visat": "shown", "Visat med brist": "shown_faulty", "Vet inte": "not_known", "Saknas": "missing"}


def compare_sums(program, content, site, last):
    compared = 0
    counts = {}
    for row in told(program, "matrix", content, "--by-unit", "--as-of", str(last)):
        of_unit = counts.setdefault(row["unit"], {})
        of_unit[row["standing"]] = of_unit.get(row["standing"], 0) + 1
    for unit, sums in counts.items():
        with open(os.path.join(site, "enheter", unit, "laget", "index.html"), encoding="utf-8") as file:
            page = file.read()
        headings = {WORDS[word]: int(count) for word, count in re.findall(r"<h2 id=\"[a-z-]+\">([^<(]+) \((\d+)\)</h2>", page)}
        # Each number leads to its parts.
        linked = re.sub(r"<a href=\"#([a-z-]+)\">([^<]*)</a>", lambda link: link[2] if f'id="{link[1]}"' in page else "", page)
        first = re.search(r"<p>((?:[^<]*: \d+(?: · )?)+)</p>", linked).group(1)
        line = {WORDS[part.split(": ")[0]]: int(part.split(": ")[1]) for part in first.split(" · ")}
        items = len(re.findall(r"<div class=\"standing-head\">", page))
        if not sums == headings == line or items != sum(sums.values()):
            sys.exit(f"{unit}: the command counts {sums}, the page says {headings}, {line} and lists {items}")
        compared += 1
    return compared


def main():
    program, content, site, day = sys.argv[1:5]
    last = date.fromisoformat(day)
    days = compare_days(program, content, read_days(site), last)
    pages = compare_sums(program, content, site, last)
    print(f"units and days that agree: {days > 15}, pages whose sums agree: {pages > 5}")


if __name__ == "__main__":
    main()
