"""The app in Chromium: Lighthouse, the size of the first page, how long taps take to show."""

import json
import pathlib
import subprocess

from served import WEB, Served

HERE = pathlib.Path(__file__).resolve().parent
LONGEST_S = 240  # one script; all of them in a quiet machine take five minutes
RUNS = 3  # of Lighthouse; the median counts
EXERCISE = "one-arm-row-bench"  # of novice.toml
SCORE_TARGETS = {"performance": 0.95, "accessibility": 1.0, "best_practices": 0.95}
FIRST_PAGE_TARGET_KB = 60.0
TAP_TARGET_MS = 100.0
# Slowed 4 times is Lighthouse's phone.
TAP_RUNS = ((1, "drawing"), (4, "drawing"), (1, "moving"), (4, "moving"))


def node(script, *words):
    command = ["node", HERE / f"{script}.mjs", *map(str, words)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=LONGEST_S)
    return json.loads(said.stdout)


def under_way(server):
    """Begins today's session, so that its page shows the first set."""
    event = {"id": "019a22d8-a23d-7d5e-8eb8-c7c83f3caa96", "at_ms": server.now_ms(), "offset_min": 0,
             "kind": "session_started", "planned": server.today()}
    status, _, text = server.ask("POST", "/api/events", {"events": [event]})
    if status != 200 or json.loads(text)["refused"]:
        raise RuntimeError(f"the session cannot begin: {text.decode()}")


def lighthouse():
    with Served() as nobody, Served() as fresh, Served() as begun:
        fresh.begin("novice")
        begun.begin("novice")
        under_way(begun)
        result = node("lighthouse", RUNS, f"{nobody.address}/welcome", f"{fresh.address}/today",
                      f"{begun.address}/session", f"{fresh.address}/exercises/{EXERCISE}", f"{fresh.address}/back")
    missed = [f"{name} of {row['page']}" for row in result["pages"]
              for name, target in SCORE_TARGETS.items() if row[name] < target]
    return {**result, "targets": SCORE_TARGETS, "missed": missed, "pass": not missed}


def show_lighthouse(result):
    targets = ", ".join(map(str, SCORE_TARGETS.values()))
    print(f"\nLighthouse, phone, median of {result['runs']} runs (targets: {targets})")
    print(f"  {'page':28} performance  accessibility  best practices  first paint  largest  blocked"
          "  shift  processor  performance of each run")
    for row in result["pages"]:
        print(f"  {row['page']:28} {row['performance']:11.2f} {row['accessibility']:14.2f}"
              f" {row['best_practices']:15.2f} {row['first_paint_ms']:9} ms {row['largest_paint_ms']:5} ms"
              f" {row['blocking_ms']:5} ms {row['layout_shift']:6}"
              f" {row['benchmark_index']:9}  {', '.join(map(str, row['performance_of_runs']))}")


def figure_kb():
    """The chunk that draws the moving figure, gzipped: the largest script, fetched when a figure shows."""
    return round(max(one.stat().st_size for one in WEB.glob("assets/*.js.gz")) / 1024, 1)


def size():
    with Served() as server:
        first = node("first_page", server.address)
    return {**first, "figure_kb": figure_kb(), "target_kb": FIRST_PAGE_TARGET_KB,
            "pass": first["page_kb"] < FIRST_PAGE_TARGET_KB}


def show_size(result):
    print(f"\nFirst page ({result['shown']}): {result['page_kb']} KB gzipped without fonts (target: below"
          f" {result['target_kb']:g} KB); fonts {result['fonts_kb']} KB; {len(result['files'])} requests;"
          f" the figure's chunk, fetched later, {result['figure_kb']} KB")


def taps():
    rows = []
    for slowed, figure in TAP_RUNS:
        with Served() as server:
            server.begin("novice")
            rows.append(node("taps", server.address, slowed, figure))
    worst = max(row["worst_ms"] for row in rows)
    return {"runs": rows, "target_ms": TAP_TARGET_MS, "pass": worst < TAP_TARGET_MS}


def show_taps(result):
    print(f"\nFrom a tap to the next paint while sets are logged (target: below {result['target_ms']:g} ms)")
    print(f"  {'processor':12} {'figure':8} {'taps':>4} {'median':>9} {'p95':>9} {'worst':>9}  worst of each kind")
    for row in result["runs"]:
        kinds = ", ".join(f"{name} {ms}" for name, ms in row["worst_of"].items())
        print(f"  {'as it is' if row['slowed'] == 1 else 'slowed ' + str(row['slowed']) + 'x':12} {row['figure']:8}"
              f" {row['taps']:4} {row['median_ms']:6} ms {row['p95_ms']:6} ms {row['worst_ms']:6} ms  {kinds}")
