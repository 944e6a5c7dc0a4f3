#!/usr/bin/env python3
"""Writes the table of measured figures into README.md, from bench/results.json.

    tools/readme_bench.py           writes it
    tools/readme_bench.py --check   changes nothing; fails if the table is not that of the file

The table stands between <!-- bench --> and <!-- /bench -->.  Without bench/results.json it says that
nothing was measured; `./dev bench` writes the file (bench/README.md).
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RESULTS = ROOT / "bench" / "results.json"
PLACE = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)
NOTHING = "Nothing has been measured in this copy yet: `./dev bench` does, and writes `bench/results.json`.\n"


def verdict(part):
    return "met" if part["pass"] else "**missed**"


def percent(share):
    return f"{100 * share:.2f} %"


def cpu_rows(cpu):
    yield (f"CPU of `strongback plan`, slowest example ({cpu['runs']} runs)",
           f"median {cpu['worst_median_s']:.3f} s, p95 {cpu['worst_p95_s']:.3f} s",
           f"below {cpu['target_s']:g} s", verdict(cpu))


def gap_rows(gap):
    yield (f"full week below the best bound that CBC proves in {gap['cbc_s']:g} s, worst of {gap['subjects']} people",
           f"{percent(gap['worst'])} ({gap['worst_name']}); median {percent(gap['median'])}",
           f"within {gap['target']:.0%}".replace("%", " %"), verdict(gap))
    yield ("the same bound's own gap, worst", f"{percent(gap['worst_oracle_gap'])}; above 0.5 % in {len(gap['oracle_open'])} of {gap['subjects']}",
           "shown where above 0.5 %", "")
    yield "furthest behind a program that CBC itself found", percent(gap["worst_behind_cbc"]), "", ""


def persons_rows(persons):
    statuses = ", ".join(f"{status} {count}" for status, count in persons["status"].items())
    yield (f"generated people, {persons['persons']:,}: refused by the referee, crashes, broken promises",
           f"{persons['referee_refusals']}, {persons['crashes']}, {persons['broken_promises']}", "0, 0, 0", verdict(persons))
    yield "their answers", statuses, "", ""


def engine_rows(engine):
    frames = engine["whole_frames_per_s"] >= engine["target_frames_per_s"]
    catalog = engine["catalog_new_person_s"] < engine["target_catalog_s"]
    yield ("whole frames of the body solved, one core", f"{engine['whole_frames_per_s']:,} a second",
           f"at least {engine['target_frames_per_s']:,}", verdict({"pass": frames}))
    yield (f"{engine['catalog_motions']} motions for a new person ({engine['catalog_refused']} end in a refusal), 21 frames each, "
           "balance included, two threads",
           f"{engine['catalog_new_person_s']:.1f} s", f"below {engine['target_catalog_s']:g} s", verdict({"pass": catalog}))
    if "slider_ms" in engine:
        slider = engine["slider_ms"] < engine["target_slider_ms"]
        yield ("one motion with a new load on a body that is there, one core", f"{engine['slider_ms']:.0f} ms",
               f"below {engine['target_slider_ms']:g} ms", verdict({"pass": slider}))
    yield ("IPOPT's time over ours on the same frames", f"{engine['ipopt_over_cold']} x from nothing, "
           f"{engine['ipopt_over_warm']} x from the frame before", "", "")


def table(results):
    rows = []
    for name, make in (("cpu", cpu_rows), ("gap", gap_rows), ("persons", persons_rows), ("engine", engine_rows)):
        if name in results:
            rows += make(results[name])
    lines = ["| what | measured | target | |", "|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    if "cpu" in results:
        lines += ["", "| example | median CPU | p95 |", "|---|--:|--:|"]
        lines += [f"| {row['name']} | {row['median_s']:.3f} s | {row['p95_s']:.3f} s |" for row in results["cpu"]["examples"]]
    return "\n".join(lines) + "\n"


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    text = README.read_text(encoding="utf-8")
    if len(PLACE.findall(text)) != 1:
        sys.exit("README.md: there must be one <!-- bench --> with its <!-- /bench -->")
    content = table(json.loads(RESULTS.read_text(encoding="utf-8"))) if RESULTS.exists() else NOTHING
    fresh = PLACE.sub(lambda match: match[1] + content + match[2], text)
    if fresh == text:
        return 0
    if arguments:
        sys.exit("README.md: the table of figures is stale; run tools/readme_bench.py")
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
