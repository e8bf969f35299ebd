#!/usr/bin/env python3
"""Checks that src/ keeps its shape and size: who may include whom, no cycles, one adapter per library.

The tables below are the architecture (docs/architecture.md explains it). Prints one line for each
violation and exits with 1 if there is any.
"""
import re
import sys
from pathlib import Path

VALUES = {"base", "text", "diag", "model"}

ALLOWED = {  # folder -> folders it may include, besides itself
    "base": set(),
    "text": {"base"},
    "diag": {"base", "text"},
    "model": {"base", "diag"},
    "load": VALUES,
    "derive": {"base", "diag", "model"},
    "check": VALUES | {"derive"},
    "markdown": VALUES,
    "diagram": {"base", "text"},
    "site": {"base"},
    "search": {"base", "text", "site"},
    "render": VALUES | {"derive", "diagram", "search", "site"},
    "publish": {"base", "diag", "site"},
    "edit": VALUES | {"derive"},
    "word": {"base", "text"},
    "io": {"base"},
    "questions": VALUES | {"derive", "check"},
    "app": VALUES | {"load", "derive", "check", "questions", "markdown", "diagram", "search", "site", "render",
                     "publish", "edit", "word", "io"},
    "cli": {"base", "text", "diag", "questions", "app"},
    "main": {"cli"},
}
LIBRARIES = {  # third-party header -> the folder of the one .cpp that may include it
    "CLI/": "cli",
    "cmark-gfm": "markdown",
    "dtl/": "text",
    "graphviz/": "diagram",
    "httplib": "io",
    "libstemmer.h": "text",
    "kainjow/": "render",
    "nlohmann/": "base",
    "openssl/": "base",
    "qrencode.h": "diagram",
    "toml++/": "load",
    "utf8proc": "base",
    "zlib": "base",
}
SYSTEM = re.compile(r"filesystem|fstream|\w+\.h|(sys|netinet|arpa|linux)/.*")  # only in io/
READERS = {  # a file that changes often -> the modules that may include it; others need not compile again
    "diag/codes.def": {"diag/code_names", "diag/codes", "diag/sentences"},
    "diag/sentences_en.def": {"diag/sentences"},
    "diag/sentences_sv.def": {"diag/sentences"},
}
IN_CPP_ONLY = {"diag/code_names.hpp"}  # a header that included it would hand it on
C_HEADERS_ANYWHERE = {"assert.h"}
FILE_LINES_MAX = 500
# What an error costs decides what is published, so it is read in one place (docs/architecture.md, Publication).
# A risk has a consequence too: those that may be asked for it are named.
CONSEQUENCE = re.compile(r"(\w+)(?:\.|->)consequence\b(?!\(|\s*=(?!=))")
CONSEQUENCE_READER = "src/diag/diagnostic.cpp"
RISKS = {"assessment", "scale", "scale_", "judged"}

# What a page may show without being made again when it changes (decision 0070): who reads one of these in
# src/render/ must have asked for it.
ASKED = re.compile(r"(?:pieces|blocks|texts)_of\(|[.>]digest\b|\bmade_index\b|input\.edition\.(?:told|diagnostics)\b")
ASKERS = {"body_html.cpp", "pages/compare.cpp", "pages/document_parts.cpp", "search_entries.cpp", "references.cpp",
          "site_context.hpp", "earlier_pages.cpp", "theme.cpp", "tables/own_registers.cpp"}


def module_of(path, src):
    """x.hpp and x.cpp are one module."""
    return path.relative_to(src).with_suffix("").as_posix()


def folder_of(module):
    return module.split("/")[0]


def own_include_problems(module, target):
    folder, used = folder_of(module), folder_of(target)
    if folder not in ALLOWED:
        yield f"{folder}/ is not in the table of tools/check_layers.py"
    elif used != folder and used not in ALLOWED[folder]:
        yield f"{folder}/ may not include {used}/"


def reader_problems(path, module, included):
    if module not in READERS.get(included, {module}):
        yield f"only {', '.join(sorted(READERS[included]))} may include {included}"
    if included in IN_CPP_ONLY and path.suffix != ".cpp":
        yield f"only a .cpp may include {included}"


def library_of(header):
    return next((prefix for prefix in LIBRARIES if header.startswith(prefix)), None)


def foreign_include_problems(path, module, header, users):
    folder, library = folder_of(module), library_of(header)
    if library:
        users.setdefault(library, set()).add(path.as_posix())
        if folder != LIBRARIES[library] or path.suffix != ".cpp":
            yield f"<{header}> belongs in one .cpp of {LIBRARIES[library]}/"
    elif SYSTEM.fullmatch(header):
        if folder != "io" and header not in C_HEADERS_ANYWHERE:
            yield f"<{header}> belongs in io/"
    elif not re.fullmatch(r"\w+", header):
        yield f"<{header}> is of no library in the table of tools/check_layers.py"


def problems(src):
    graph, users = {}, {}
    for path in sorted(src.rglob("*.[ch]pp")):
        module = module_of(path, src)
        targets = graph.setdefault(module, set())
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = []
            if match := re.match(r'#include "((.+)\.(?:[ch]pp|def))"', line):
                # A table (.def) is no module: it is text that several modules read.
                targets.add(match[1] if match[1].endswith(".def") else match[2])
                found = [*own_include_problems(module, match[2]),
                         *reader_problems(path, module, match[1])]
            elif match := re.match(r"#include <(.+)>", line):
                found = foreign_include_problems(path, module, match[1], users)
            yield from (f"{path}:{number}: {problem}" for problem in found)
    for library, files in sorted(users.items()):
        if len(files) > 1:
            yield f"<{library}> is included by more than one file: {', '.join(sorted(files))}"
    yield from cycles(graph)


def long_files(*folders):
    for path in sorted(path for folder in folders for path in folder.rglob("*.[ch]pp")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE_LINES_MAX and "node_modules" not in path.parts:
            yield f"{path}: {lines} lines, the limit is {FILE_LINES_MAX}"


def consequence_problems(root):
    """Reports whoever asks a diagnostic what it costs, but for the one who may."""
    reads = 0
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for receiver in CONSEQUENCE.findall(line):
                if receiver in RISKS:
                    continue
                reads += 1
                if name != CONSEQUENCE_READER:
                    yield f"{path}:{number}: only costs_of may read Diagnostic::consequence"
    if reads != 1:
        yield f"Diagnostic::consequence is read {reads} times, it is to be once"


def page_problems(root):
    """Pages that read what they have not asked for."""
    render = root / "src" / "render"
    for path in sorted(render.rglob("*.[ch]pp")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if ASKED.search(line) and path.relative_to(render).as_posix() not in ASKERS:
                yield f"{path}:{number}: pages ask for what changes from build to build (decision 0070)"


def test_problems(root):
    """Tests that a new code would compile again."""
    for path in sorted((root / "tests" / "unit").glob("*.cpp")):
        if "diag/code_names.hpp" in path.read_text(encoding="utf-8"):
            yield f"{path}: tests name codes as people do (support/code.hpp)"


def view_problems(root):
    """Two views of the same name, also in unnamed namespaces: g++ takes the members of one for the other's."""
    places = {}
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        for name in re.findall(r"^  HANDBOK_FIELDS\((\w+)", path.read_text(encoding="utf-8"), re.M):
            places.setdefault(name, []).append(str(path))
    for name, paths in places.items():
        if len(paths) > 1:
            yield f"the view {name} is in more than one file: {', '.join(paths)}"


def budget_problems(root):
    """The budget is in docs/hacking.md, where whoever wants to add something reads it."""
    text = (root / "docs/hacking.md").read_text(encoding="utf-8")
    lines_max, files_max = (int(number.replace(",", "")) for number in
                            re.search(r"budget of `src/` is ([\d,]+) lines and ([\d,]+) files", text).groups())
    files = [path for path in (root / "src").rglob("*") if path.suffix in {".cpp", ".hpp", ".def"}]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    if lines > lines_max:
        yield f"src/: {lines} lines, the budget is {lines_max} (docs/hacking.md)"
    if len(files) > files_max:
        yield f"src/: {len(files)} files, the budget is {files_max} (docs/hacking.md)"


def cycles(graph):
    """Reports each cycle between modules once."""
    done, trail = set(), []

    def visit(module):
        if module in trail:
            yield "include cycle: " + " -> ".join(trail[trail.index(module):] + [module])
        elif module not in done:
            trail.append(module)
            for target in sorted(graph.get(module, set()) - {module}):
                yield from visit(target)
            trail.pop()
            done.add(module)

    for module in sorted(graph):
        yield from visit(module)


def main():
    root = Path(__file__).resolve().parent.parent
    found = [*problems(root / "src"), *long_files(root / "src", root / "tests"),
             *consequence_problems(root), *page_problems(root), *test_problems(root), *view_problems(root), *budget_problems(root)]
    print("\n".join(found).replace(f"{root}/", "") or "src/ keeps its shape")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
