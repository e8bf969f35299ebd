#!/usr/bin/env python3
"""Packs C++ files into groups that can be compiled as one translation unit each.

    tools/unity_groups.py FOLDER FILE...

Files (relative to FOLDER) share a group when they lie in the same top folder and no name that one
of them keeps to itself (in an anonymous namespace, or as a macro) occurs in the other, declared or
used: a call there could otherwise find the neighbour's function instead of its own, without a word.
Prints one line "GROUP FILE" for each file, and nothing else; the same files give the same groups.
"""
import re
import sys
from pathlib import Path

FILES_MAX = 9  # a unit of nine takes a compiler about as long as two files on their own
NOT_CODE = re.compile(r'R"\((?:.*?)\)"|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
DECLARED = re.compile(r"\b(?:struct|class|using)\s+(\w+)|\b(\w+)\s*(?:\(|=|\{\}|\[|;)")
NOT_NAMES = {"TEST_CASE", "array", "bool", "decltype", "false", "int", "namespace", "noexcept", "operator",
             "optional", "span", "static_assert", "string", "string_view", "true", "vector", "void"}
MACRO = re.compile(r"#define\s+(\w+)")
# A member or a qualified name finds what it says, whoever stands beside it.
USED = re.compile(r"(?<![\w.])(?<!::)(?<!->)[A-Za-z_]\w*")
# Included in a unit, a library that defines macros or much of its own would be met by its neighbours; and
# a program of the tests links other sentences in place of diag/sentences.cpp.
ALONE = re.compile(r"toml_parser|markdown_tree|graphviz_router|render/template\.cpp|command_line|"
                   r"diag/sentences|base/zip_archive|base/json|base/sha256|base/utf8|text/diff|_main\.cpp|main_test\.cpp")


def matching_brace(text, start):
    depth = 1
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return end
    return len(text)


def outermost(body):
    """The text of a block without what its own blocks hold."""
    kept, depth = [], 0
    for letter in body:
        if letter == "{":
            depth += 1
        if depth == 0 or (letter == "{" and depth == 1):
            kept.append(letter)
        if letter == "}":
            depth -= 1
            kept.append("}" if depth == 0 else "")
    return "".join(kept)


def own_names(text):
    code = NOT_CODE.sub('""', text)
    names = set(MACRO.findall(code))
    for match in re.finditer(r"namespace\s*\{", code):
        block = outermost(code[match.end():matching_brace(code, match.end())])
        names |= {a or b for a, b in DECLARED.findall(block)}
    return {name for name in names - NOT_NAMES if not name[0].isdigit()}


def used_names(text):
    return set(USED.findall(NOT_CODE.sub('""', text)))


def groups(folder, files):
    packed = []
    for name in sorted(files):
        top = Path(name).parts[0]
        text = (folder / name).read_text(encoding="utf-8")
        own, used = own_names(text), used_names(text)
        alone = ALONE.search(name) is not None
        for group in packed:
            if (not alone and group["top"] == top and len(group["files"]) < FILES_MAX
                    and not group["own"] & used and not group["used"] & own):
                break
        else:
            group = {"top": None if alone else top, "files": [], "own": set(), "used": set()}
            packed.append(group)
        group["files"].append(name)
        group["own"] |= own
        group["used"] |= used
    return packed


def main():
    folder = Path(sys.argv[1])
    for number, group in enumerate(groups(folder, sys.argv[2:])):
        for name in group["files"]:
            print(number, name)


if __name__ == "__main__":
    main()
