#!/usr/bin/env python3
"""Keeps the outputs that the documents show as the program prints them.

    tools/readme_output.py PROGRAM [FILE...]           rewrites the marked blocks
    tools/readme_output.py --check PROGRAM [FILE...]   changes nothing; fails if one is stale

PROGRAM is the built `strongback`; without FILEs it looks at README.md, CONTRIBUTING.md,
docs/guide/ and docs/how-to/.  A marked block looks like this:

    <!-- output: strongback plan examples/novice.toml; from: Week 1; until: Cool down -->
    ```text
    ...
    ```
    <!-- /output -->

It shows what the command prints (stdout, then stderr), from the first line that starts with the
text after `from:` up to, but without, the first later line that starts with the text after
`until:`; without them from the beginning and to the end.  Blanks at the start and the end of a line
do not count.  Commands run in the project's folder at 80 columns, without color.
"""

import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACES = ("README.md", "CONTRIBUTING.md", "docs/guide/*.md", "docs/how-to/*.md")
BLOCK = re.compile(r"<!-- output: (?P<what>[^\n]*?) -->\n```text\n(?P<text>.*?)```\n<!-- /output -->", re.DOTALL)
OPENING = "<!-- output:"
TIMEOUT_S = 60


class Stale(Exception):
    """The block cannot be made from what the command prints."""


def printed_by(command, program, seen):
    """The lines that `command` prints; each command runs once."""
    if command not in seen:
        words = shlex.split(command)
        if not words or words[0] != "strongback":
            raise Stale(f"'{command}' does not start with strongback")
        environment = {key: value for key, value in os.environ.items() if key != "STRONGBACK_DATA"}
        environment |= {"COLUMNS": "80", "NO_COLOR": "1"}
        done = subprocess.run([program, *words[1:]], cwd=ROOT, env=environment, check=False, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_S)
        seen[command] = [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]
    return seen[command]


def place_of(start, lines, first):
    for index in range(first, len(lines)):
        if lines[index].lstrip().startswith(start):
            return index
    raise Stale(f"no line that starts with '{start}'")


def cut(lines, marks):
    begin = place_of(marks["from"], lines, 0) if "from" in marks else 0
    end = place_of(marks["until"], lines, begin + 1) if "until" in marks else len(lines)
    while end > begin and not lines[end - 1]:
        end -= 1
    return "".join(line + "\n" for line in lines[begin:end])


def wanted(what, program, seen):
    """The text of the block with this heading."""
    command, *rest = (part.strip() for part in what.split(";"))
    marks = {}
    for part in rest:
        key, colon, value = part.partition(":")
        if not colon or key not in ("from", "until") or not value.strip():
            raise Stale(f"'{part}' is neither 'from: TEXT' nor 'until: TEXT'")
        marks[key] = value.strip()
    return cut(printed_by(command, program, seen), marks)


def renewed(text, program, seen):
    """`text` with fresh blocks, and a report for each block that changed or cannot be made."""
    reports, failures = [], []
    if text.count(OPENING) != len(BLOCK.findall(text)):
        failures.append(f"a block that starts with '{OPENING}' is not whole")

    def renew(match):
        try:
            fresh = wanted(match["what"], program, seen)
        except Stale as problem:
            failures.append(f"{match['what']}: {problem}")
            return match[0]
        shown = "".join(line.rstrip() + "\n" for line in match["text"].splitlines())
        if shown == fresh:
            return match[0]
        difference = difflib.unified_diff(shown.splitlines(), fresh.splitlines(), "shown", "printed now", lineterm="")
        reports.append(f"{match['what']}\n" + "\n".join(difference))
        return f"<!-- output: {match['what']} -->\n```text\n{fresh}```\n<!-- /output -->"

    return BLOCK.sub(renew, text), reports, failures


def files_named(names):
    if names:
        return [pathlib.Path(name).resolve() for name in names]
    return sorted(path for place in PLACES for path in ROOT.glob(place))


def main(arguments):
    is_check = "--check" in arguments
    names = [argument for argument in arguments if argument != "--check"]
    if not names or names[0].startswith("-"):
        sys.exit(__doc__.strip())
    program, seen, status = str(pathlib.Path(names[0]).resolve()), {}, 0
    for path in files_named(names[1:]):
        text = path.read_text(encoding="utf-8")
        fresh, reports, failures = renewed(text, program, seen)
        for failure in failures:
            print(f"{path}: {failure}", file=sys.stderr)
        if is_check:
            for report in reports:
                print(f"{path}: {report}", file=sys.stderr)
        elif fresh != text:
            path.write_text(fresh, encoding="utf-8")
            print(f"{path}: {len(reports)} renewed")
        if failures or (is_check and reports):
            status = 1
    if status and is_check:
        print("hint: tools/readme_output.py PROGRAM renews the blocks", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
