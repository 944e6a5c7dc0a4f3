#!/usr/bin/env python3
"""Writes docs/rules.md from data/rules/*.toml and data/sources.toml.

    tools/rules_page.py           writes the page
    tools/rules_page.py --check   changes nothing; fails if the page is stale

Either way it first looks for mistakes that a reader of the page would stumble over: unknown
sources, a number in a sentence that stands in no table, a sentence that is two.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "data" / "rules"
SOURCES = ROOT / "data" / "sources.toml"
PAGE = ROOT / "docs" / "rules.md"

# The order of the page; a file that is not named here comes last, under its own name.
CHAPTERS = {
    "article": "The article of 2012 and the build-up",
    "dose": "How often, how much, how hard",
    "load": "Which load",
    "model": "What the simulated body adds",
    "recovery": "Recovery",
    "session": "Sessions",
    "choice": "How exercises and days are chosen",
    "balance": "Balance",
    "energy": "Energy, walking and chores",
    "pain": "Pain",
    "care": "Screening and conditions",
}
READINGS = ("read", "abstract read", "second-hand", "from memory", "our judgment")
RULE_KEYS = {"id", "text", "grade", "sources", "numbers", "lists"}
LONGEST_TEXT = 400

INTRO = """\
# The rules

<!-- Written by tools/rules_page.py from data/rules/ and data/sources.toml.  Edit those, not this. -->

Every number in a program comes from one of these rules.  `strongback plan PERSON.toml --why` names
the rule beside the number.  To change a rule, edit its file in `data/rules/`, run
`tools/rules_page.py` and the tests.

**Grade**: A guideline, meta-analysis or several trials; B one trial, consensus or position
statement; C observation, mechanism or muscle activity; D expert opinion or a design value of this
project.  A rule that mixes evidence with our own numbers has the grade of its weakest part.

**Reading** says how far we followed a source: *read*; *abstract read* (the abstract, the
publisher's summary page or one table); *second-hand* (somebody else's report or copy); *from
memory* (nothing was looked up); *our judgment*.

Nothing here is medical advice; every rule about care errs to "ask a clinician".
"""


def load(path):
    with path.open("rb") as file:
        return tomllib.load(file)


def values_of(rule):
    numbers = list(rule.get("numbers", {}).values())
    for series in rule.get("lists", {}).values():
        numbers += series
    return numbers


def sentence_problems(rule):
    text = rule["text"]
    if len(text) > LONGEST_TEXT:
        yield f"the sentence has {len(text)} characters, allowed {LONGEST_TEXT}"
    if not text.endswith(".") or ". " in text:
        yield "the text must be one sentence with its period"
    values = values_of(rule)
    sayable = {round(v, 6) for v in values}
    sayable |= {round(100 * v, 6) for v in values} | {round(100 * abs(1 - v), 6) for v in values}
    for word in re.findall(r"\d+(?:\.\d+)?", text):
        is_year = re.fullmatch(r"(19|20)\d\d", word)
        is_of_ten = word == "10" and " of 10" in text
        if not (is_year or is_of_ten or float(word) in sayable):
            yield f"the sentence says {word}, which is none of its numbers"


def rule_problems(rule, sources):
    for key in rule.keys() - RULE_KEYS:
        yield f"unknown key '{key}'"
    for key in ("id", "text", "grade", "sources"):
        if not rule.get(key):
            yield f"'{key}' is missing"
            return
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule["id"]):
        yield "the id must be kebab-case"
    if rule["grade"] not in ("A", "B", "C", "D"):
        yield "'grade' must be A, B, C or D"
    if "OURS" in rule["sources"] and rule["grade"] != "D":
        yield "a design value of ours has grade D"
    for source in rule["sources"]:
        if source not in sources:
            yield f"no source '{source}'"
    for key in [*rule.get("numbers", {}), *rule.get("lists", {})]:
        if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*|[a-z0-9]+(-[a-z0-9]+)*", key):
            yield f"the key '{key}' must be snake_case, or an id"
    yield from sentence_problems(rule)


def all_problems(chapters, sources):
    seen = set()
    for name, rules in chapters.items():
        for rule in rules:
            label = f"data/rules/{name}.toml: {rule.get('id', '?')}"
            yield from (f"{label}: {problem}" for problem in rule_problems(rule, sources))
            if rule.get("id") in seen:
                yield f"{label}: the id stands twice"
            seen.add(rule.get("id"))
    used = {source for rules in chapters.values() for rule in rules for source in rule["sources"]}
    for source in sources.values():
        if source["reading"] not in READINGS:
            yield f"data/sources.toml: {source['id']}: 'reading' must be one of {', '.join(READINGS)}"
    for unused in sorted(sources.keys() - used):
        yield f"data/sources.toml: {unused}: no rule cites it"


def figure(value):
    return f"{value:g}"


def numbers_cell(rule):
    parts = [f"{key} {figure(value)}" for key, value in rule.get("numbers", {}).items()]
    for key, series in rule.get("lists", {}).items():
        parts.append(f"{key} [{', '.join(map(figure, series))}]")
    return "; ".join(parts)


def chapter_lines(title, rules):
    yield f"\n## {title}\n"
    yield "| rule | what it says | numbers | grade | sources |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        sources = ", ".join(rule["sources"])
        yield f"| `{rule['id']}` | {rule['text']} | {numbers_cell(rule)} | {rule['grade']} | {sources} |"


def source_lines(sources):
    yield "\n## Sources\n"
    yield "| id | citation | reading |"
    yield "|---|---|---|"
    for source in sources.values():
        yield f"| {source['id']} | {source['citation']} | {source['reading']} |"


def page(chapters, sources):
    lines = [INTRO.rstrip("\n")]
    for name, rules in chapters.items():
        lines += chapter_lines(CHAPTERS.get(name, name.capitalize()), rules)
    lines += source_lines(sources)
    return "\n".join(lines) + "\n"


def read_chapters():
    files = {path.stem for path in RULES.glob("*.toml")}
    names = [name for name in CHAPTERS if name in files] + sorted(files - CHAPTERS.keys())
    return {name: load(RULES / f"{name}.toml")["rule"] for name in names}


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    chapters = read_chapters()
    sources = {source["id"]: source for source in load(SOURCES)["source"]}
    problems = list(all_problems(chapters, sources))
    if problems:
        sys.exit("\n".join(problems))
    wanted = page(chapters, sources)
    if arguments == ["--check"]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != wanted:
            sys.exit("docs/rules.md is stale; run tools/rules_page.py")
    else:
        PAGE.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
