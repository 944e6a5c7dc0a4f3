#!/usr/bin/env python3
"""Checks that no file of src/ has more than 400 lines and no function more than 60.

Functions are found by their braces after comments, texts and preprocessor lines are blanked: a
brace that opens outside any function, after a parameter list, opens a function; other braces there
(namespaces, classes, tables of data) do not.  Prints one line for each offense and exits with 1.
"""

import argparse
import pathlib
import re
import sys

MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 60

BLANKED = re.compile(
    r"""(?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")"""
    r"""|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<text>"(?:\\.|[^"\\\n])*")"""
    r"""|(?P<letter>(?<![0-9a-zA-Z_])'(?:\\.[^'\n]*|[^'\\\n])')"""
    r"""|(?P<directive>^[ \t]*\#(?:[^\\\n]|\\\n|\\.)*)""",
    re.DOTALL | re.MULTILINE | re.VERBOSE)
LEAD = re.compile(r"\s*((public|private|protected)\s*:\s*)*")
CONTAINER = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")


def blank(source):
    """`source` with comments, texts and directives as spaces; lines stay where they were."""
    return BLANKED.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), source)


def without_parentheses(text):
    """`text` with everything inside ( ) gone, the parentheses kept."""
    shown, depth = [], 0
    for c in text:
        depth -= c == ")" and depth > 0
        if depth == 0:
            shown.append(c)
        depth += c == "("
    return "".join(shown)


def function_name(statement):
    """The name of the function that a brace after `statement` opens, or '' if it opens none."""
    outline = without_parentheses(re.sub(r"operator\s*[^\s\w(]+|operator\s*\(\s*\)", "operator",
                                         statement))
    head = outline.split("()")[0]
    if "()" not in outline or "=" in head:
        return ""
    if CONTAINER.search(re.sub(r"<[^<>]*>", "", head)) and not re.search(r"\w\s+[\w:~]+\s*$", head):
        return ""
    name = re.search(r"([\w:~]+)\s*$", head)
    return name.group(1) if name else ""


def functions(source):
    """(name, first line, lines) for each function of `source`."""
    found = []
    text = blank(source)
    opened = []        # for each open brace: (function name or '', line of the statement's start)
    start, inside = 0, 0
    for i, c in enumerate(text):
        if c == "{":
            statement = text[start:i]
            name = "" if inside else function_name(statement)
            indent = LEAD.match(statement).end()
            opened.append((name, text.count("\n", 0, start + indent) + 1))
            inside += bool(name)
        elif c == "}" and opened:
            name, line = opened.pop()
            if name:
                inside -= 1
                found.append((name, line, text.count("\n", 0, i) + 2 - line))
        if c in "{};" and not (c == ";" and in_parentheses(text, start, i)):
            start = i + 1
    return found


def in_parentheses(text, start, end):
    return text.count("(", start, end) > text.count(")", start, end)


def check_text(name, source):
    """Every offense of one file."""
    problems = []
    lines = source.count("\n") + (not source.endswith("\n"))
    if lines > MOST_FILE_LINES:
        problems.append(f"{name}:1: the file has {lines} lines; {MOST_FILE_LINES} are allowed")
    for function, line, length in functions(source):
        if length > MOST_FUNCTION_LINES:
            problems.append(f"{name}:{line}: '{function}' has {length} lines; "
                            f"{MOST_FUNCTION_LINES} are allowed")
    return problems


def check(root):
    problems = []
    for file in sorted((root / "src").rglob("*")):
        if file.suffix in (".h", ".cpp"):
            problems += check_text(file.relative_to(root),
                                   file.read_text(encoding="utf-8", errors="replace"))
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    problems = check(parser.parse_args().root)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
