#!/usr/bin/env python3
"""Which files tools/unity_groups.py lets be compiled together: none in which a call could find another's function.

Usage: grouped_names.py PROJECT
"""
import subprocess
import sys
import tempfile
from pathlib import Path

KEEPS = "namespace {\nint size(int value) { return value; }\n}\n"
CASES = (  # whether a file may stand beside one that keeps `size` to itself
    ("a file that keeps another name", "namespace {\nint sizes(int value) { return value; }\n}\n", True),
    ("a file that keeps the same name", KEEPS, False),
    ("a file that calls somebody else's", "int twice(int value) { return size(value) * 2; }\n", False),
    ("a file that calls a member", "int twice(const Text& text) { return text.size() * 2; }\n", True),
    ("a file that says whose it calls", "int twice(int value) { return handbok::size(value) * 2; }\n", True),
    ("a file that only tells of it", "// its size\nint twice(int value) { return value * 2; }\n", True),
)


def main():
    program = Path(sys.argv[1]) / "tools" / "unity_groups.py"
    for name, text, is_together in CASES:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "src").mkdir()
            # Either may come first.
            for first, second in ((KEEPS, text), (text, KEEPS)):
                files = ("src/a.cpp", "src/b.cpp")
                for file, code in zip(files, (first, second)):
                    (Path(folder) / file).write_text(code, encoding="utf-8")
                printed = subprocess.run([sys.executable, program, folder, *files], capture_output=True, text=True, check=True)
                groups = {line.split()[0] for line in printed.stdout.splitlines()}
                if (len(groups) == 1) != is_together:
                    sys.exit(f"{name}: {len(groups)} groups")
    print(f"{len(CASES)} cases, each in both orders")


if __name__ == "__main__":
    main()
