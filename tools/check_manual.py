#!/usr/bin/env python3
"""Checks that every command of handbok that the manual, docs/ and README.md show exists.

    tools/check_manual.py build/release/handbok

Looks at `handbok <command> --option` in code, and asks the program's own --help. Prints one line for
each that is missing and exits with 1 if there is any.
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CALL = re.compile(r"\bhandbok ([a-z][a-z-]*)([^`\n|>]*)")
CODE = re.compile(r"```.*?```|`[^`\n]+`|^    [^\n]*$", re.DOTALL | re.MULTILINE)


def help_of(program, *command):
    """What the program says about itself or a command; None if it does not know it."""
    asked = subprocess.run([program, "--lang", "en", *command, "--help"], capture_output=True,
                           text=True, check=False)
    return asked.stdout if asked.returncode == 0 else None


def remembered_help(program, helps, *command):
    if command not in helps:
        helps[command] = help_of(program, *command) or ""
    return helps[command]


def commands_of(text):
    return set(re.findall(r"^  ([a-z][a-z-]*) ", text.partition("Commands:")[2], re.MULTILINE))


def calls_in(path):
    """Each command in code with its options, and the line that it stands on."""
    text = path.read_text(encoding="utf-8")
    for code in CODE.finditer(text):
        for call in CALL.finditer(code.group()):
            line = text.count("\n", 0, code.start() + call.start()) + 1
            yield line, call.group(1), re.findall(r"--[a-z][a-z-]*", call.group(2)), call.group(2)


def problems(program, path, commands, helps):
    for line, command, options, rest in calls_in(path):
        place = f"{path.relative_to(ROOT)}:{line}"
        if command not in commands:
            yield f"{place}: there is no command {command}"
            continue
        words = [command]
        word = re.match(r" +([a-z]+)", rest)
        if word and word.group(1) in commands_of(remembered_help(program, helps, command)):
            words.append(word.group(1))
        text = remembered_help(program, helps, *words)
        for option in options:
            if not re.search(re.escape(option) + r"\b", text):
                yield f"{place}: handbok {' '.join(words)} has no option {option}"


def main():
    if len(sys.argv) != 2:
        print("usage: tools/check_manual.py PROGRAM", file=sys.stderr)
        return 3
    program = str(Path(sys.argv[1]).resolve())
    commands = commands_of(help_of(program) or "")
    helps = {}
    files = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")),
             *sorted((ROOT / "docs" / "manual").rglob("*.md"))]
    found = [problem for path in files for problem in problems(program, path, commands, helps)]
    print("\n".join(found) if found else "the manual names only commands and options that exist")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
