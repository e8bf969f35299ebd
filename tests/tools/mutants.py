#!/usr/bin/env python3
"""Flips conditions one at a time and asks the unit tests whether they see it.

    tests/tools/mutants.py plant                   in a clone of its own: rewrites its sources
    tests/tools/mutants.py run TESTS HOW_MANY [SEED]

`plant` gives every condition of `if`, `while` and `return` in the folders that decide what is
published a number, so that one build holds all mutants: HANDBOK_MUTANT chooses which is flipped,
and HANDBOK_MUTANT_HITS names a file that is told which were evaluated. `run` first lets each file
of unit tests say what it evaluates, and then tries so many mutants, drawn by lot, on the files that
evaluate them, quickest first. Conditions that no test evaluates are drawn too, and survive.
The tests are those of an ordinary build; mutants that never end are caught by time.
"""
import collections
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ["derive", "check"]
HOME = ROOT / "src/base/strings.cpp"  # where the chosen mutant is asked for
LIST = ROOT / "build/mutants.txt"
COMPARISON = re.compile(r" (==|!=|<=|>=|&&|\|\||<|>) ")
SLOW = {"doors_test", "model_used_keys_test", "cli_scripts_test"}  # whole sites for every key
DECLARED = "bool handbok_is_flipped(unsigned id);\n"
ASKED = """
#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
bool handbok_is_flipped(unsigned id);
namespace {
struct Hits {
  std::array<std::atomic<bool>, 20000> seen{};
  ~Hits() {
    const char* const path = std::getenv("HANDBOK_MUTANT_HITS");
    if (path == nullptr) return;
    std::ofstream file(path);
    for (std::size_t id = 0; id < seen.size(); ++id)
      if (seen[id]) file << id << "\\n";
  }
};
}
bool handbok_is_flipped(unsigned id) {
  static Hits hits;
  static const char* const chosen = std::getenv("HANDBOK_MUTANT");
  static const unsigned flipped = chosen == nullptr ? 0 : static_cast<unsigned>(std::atoi(chosen));
  hits.seen[id].store(true, std::memory_order_relaxed);
  return id == flipped;
}
"""


def blanked(text):
    """The text with comments and strings as blanks, so that only code is searched."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.S)


def closing(code, start):
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for at in range(start, len(code)):
        depth += (code[at] in "([{") - (code[at] in ")]}")
        if depth == 0:
            return at
    raise ValueError("a bracket is never closed")


def at_top(code):
    """The code with all that stands inside brackets as blanks."""
    depth, result = 0, []
    for char in code:
        depth -= char in ")]}"
        result.append(char if depth == 0 else "\0")
        depth += char in "([{"
    return "".join(result)


def conditions(text):
    """Begin and end of each condition that can be flipped where it stands."""
    code = blanked(text)
    for match in re.finditer(r"\b(?:if|while) \(", code):
        start = match.end() - 1
        end = closing(code, start)
        inside = at_top(code[start + 1:end])
        begin = start + 1 + (inside.rfind(";") + 1)
        declares = re.search(r"[^=!<>]=[^=]", code[begin:end]) and ";" not in inside
        if not declares:
            yield begin, end
    for match in re.finditer(r"\breturn ", code):
        end = code.index(";", match.end())
        while code.count("(", match.end(), end) != code.count(")", match.end(), end) or \
                code.count("{", match.end(), end) != code.count("}", match.end(), end):
            end = code.index(";", end + 1)
        top = at_top(code[match.end():end])
        if COMPARISON.search(top) and " ? " not in top and "<=>" not in top:
            yield match.end(), end


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def plant():
    told, number = [], 0
    for folder in FOLDERS:
        for path in sorted((ROOT / "src" / folder).glob("**/*.cpp")):
            text = path.read_text()
            found = sorted(conditions(text))
            outer = [one for one in found
                     if not any(a <= one[0] and one[1] <= b for a, b in found if (a, b) != one)]
            for begin, end in reversed(outer):
                number += 1
                told.append(f"{number}\t{path.relative_to(ROOT)}:{line_of(text, begin)}\t"
                            + " ".join(text[begin:end].split()))
                text = (text[:begin] + f"handbok_is_flipped({number}) != static_cast<bool>("
                        + text[begin:end] + ")" + text[end:])
            path.write_text(text.replace("namespace handbok {", DECLARED + "namespace handbok {", 1))
    HOME.write_text(HOME.read_text() + ASKED)
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text("\n".join(told) + "\n")
    print(f"{number} conditions of {', '.join(FOLDERS)} can be flipped: {LIST.relative_to(ROOT)}")


def run_file(tests, name, variables, limit):
    """Whether the file's tests pass, and how long they took."""
    began = time.monotonic()
    try:
        done = subprocess.run([tests, "-a", "--filenames-as-tags", f"[#{name}]"], cwd=ROOT,
                              env={**os.environ, **variables}, timeout=limit, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        passed = done.returncode == 0
    except subprocess.TimeoutExpired:
        passed = False
    return passed, time.monotonic() - began


def evaluations(tests, folder):
    """mutant -> the files of tests that evaluate it, quickest first; and the time of each."""
    files, times = collections.defaultdict(list), {}
    for path in sorted((ROOT / "tests/unit").glob("*_test.cpp")):
        hits = folder / path.stem
        passed, times[path.stem] = run_file(tests, path.stem, {"HANDBOK_MUTANT_HITS": str(hits)}, 600)
        if not passed:
            sys.exit(f"{path.stem} fails before anything is flipped")
        for number in hits.read_text().split() if hits.exists() else []:
            files[int(number)].append(path.stem)
    for names in files.values():
        names.sort(key=lambda name: (name in SLOW, times[name]))
    return files, times


def is_caught(tests, number, files, times):
    for name in files.get(number, []):
        if not run_file(tests, name, {"HANDBOK_MUTANT": str(number)}, 10 + 5 * times[name])[0]:
            return True
    return False


def run(tests, how_many, seed):
    told = dict(line.split("\t", 1) for line in LIST.read_text().splitlines())
    with tempfile.TemporaryDirectory() as folder:
        files, times = evaluations(tests, Path(folder))
    chosen = random.Random(seed).sample(sorted(told, key=int), min(how_many, len(told)))
    survivors = []
    for count, number in enumerate(chosen, 1):
        if not is_caught(tests, int(number), files, times):
            survivors.append(number)
            never = "" if int(number) in files else "  (never evaluated)"
            print(f"survives: {told[number]}{never}", flush=True)
        if count % 50 == 0:
            print(f"{count - len(survivors)} of {count} caught", flush=True)
    caught = len(chosen) - len(survivors)
    print(f"{caught} of {len(chosen)} flipped conditions caught: {100 * caught // len(chosen)} %")


if __name__ == "__main__":
    if sys.argv[1:] == ["plant"]:
        plant()
    elif len(sys.argv) in (4, 5) and sys.argv[1] == "run":
        run(str(Path(sys.argv[2]).resolve()), int(sys.argv[3]), int((sys.argv + ["1"])[4]))
    else:
        sys.exit(__doc__)
