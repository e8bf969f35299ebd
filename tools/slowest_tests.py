#!/usr/bin/env python3
"""Prints the ten tests that took longest, by what ctest and node wrote in the logs of a folder.

    tools/slowest_tests.py FOLDER
"""
import re
import sys
from pathlib import Path

CTEST = re.compile(r"^ *\d+/\d+ Test +#\d+: (.+?) ?\.+[ *]*(?:Passed|Failed|Timeout|Skipped)\s+([\d.]+) sec", re.M)
NODE = re.compile(r"^ *[✔✖] (.+) \(([\d.]+)ms\)", re.M)
SHOWN = 10


def main():
    tests = {}
    for log in sorted(Path(sys.argv[1]).glob("*.txt")):
        text = log.read_text(encoding="utf-8", errors="replace")
        tests |= {name: float(seconds) for name, seconds in CTEST.findall(text)}
        tests |= {name: float(milliseconds) / 1000 for name, milliseconds in NODE.findall(text)}
    for name, seconds in sorted(tests.items(), key=lambda test: -test[1])[:SHOWN]:
        print(f"{seconds:8.1f} s  {name}")


if __name__ == "__main__":
    main()
