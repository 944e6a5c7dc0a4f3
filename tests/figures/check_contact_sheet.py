#!/usr/bin/env python3
"""Draws every exercise that moves, and holds the page to what it promises.

check_contact_sheet.py --program PATH --out FILE.html

Every motion file has its section with two pictures (from the side, three-quarter view), each a
well-formed SVG of start, middle and end, or of one posture that is held; and no exercise that a
novice may do (levels 0 and 1) is without muscle work in a novice's hands.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PERSON = ROOT / "examples" / "novice.toml"


def levels():
    """{id: level} of every exercise with a motion."""
    found = {}
    for motion in sorted((ROOT / "data" / "exercises").glob("*.motion.toml")):
        exercise = motion.with_name(motion.name.replace(".motion.toml", ".toml"))
        data = tomllib.loads(exercise.read_text(encoding="utf-8"))
        found[data["id"]] = data["level"]
    return found


def problems_of(name, level, section):
    pictures = re.findall(r"<svg.*?</svg>", section, re.S)
    if len(pictures) != 2:
        yield f"{name}: {len(pictures)} pictures instead of 2"
    for picture in pictures:
        tree = xml.etree.ElementTree.fromstring(picture)
        bodies = [e for e in tree.iter() if e.get("id", "").endswith("-trunk")]
        if len(bodies) not in (1, 3):
            yield f"{name}: {len(bodies)} bodies instead of 1 or 3"
    if level <= 1 and "No muscle work is shown" in section:
        yield f"{name}: an exercise of level {level} has no answer for a novice"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    subprocess.run([args.program, "contact-sheet", "--person", PERSON, "--out", args.out],
                   check=True, stderr=subprocess.DEVNULL)
    page = pathlib.Path(args.out).read_text(encoding="utf-8")
    sections = dict(re.findall(r'<section id="([^"]+)">(.*?)</section>', page, re.S))
    problems = []
    for name, level in levels().items():
        if name not in sections:
            problems.append(f"{name}: moves, but is not on the page")
            continue
        problems.extend(problems_of(name, level, sections[name]))
    for problem in problems:
        print(problem)
    print(f"{len(sections)} exercises drawn, {len(problems)} problems: {args.out}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
