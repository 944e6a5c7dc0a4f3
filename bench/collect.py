"""Runs the benchmarks, prints a table and writes results.json (called by bench/run)."""

import concurrent.futures
import json
import math
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / os.environ.get("STRONGBACK_BENCH_BUILD", "build/release")
RESULTS = pathlib.Path(os.environ.get("STRONGBACK_BENCH_RESULTS", HERE / "results.json"))
PARTS = ("cpu", "gap", "persons", "kernels", "engine")

RUNS = int(os.environ.get("STRONGBACK_BENCH_RUNS", "20"))
CBC_S = float(os.environ.get("STRONGBACK_BENCH_CBC_S", "20"))
GAP_PERSONS = int(os.environ.get("STRONGBACK_BENCH_GAP_PERSONS", "50"))
PERSONS = int(os.environ.get("STRONGBACK_BENCH_PERSONS", "10000"))
FIRST_SEED = int(os.environ.get("STRONGBACK_BENCH_SEED", "1"))
JOBS = int(os.environ.get("STRONGBACK_BENCH_JOBS", str(os.cpu_count() or 1)))

CPU_TARGET_S = 0.3
GAP_TARGET = 0.01
FRAMES_TARGET = 5000  # whole frames a second on one core
CATALOG_TARGET_S = 2.0  # on two cores
SLIDER_TARGET_MS = 20.0
ORACLE_GAP_SHOWN = 0.005  # where CBC itself is further than this from its bound, both are shown
REFUSED = 1  # exit code of an honest no
UNFIT = 2  # of a benchmark that cannot read the catalog


def quantile(values, share):
    """The smallest of `values` that at least `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def children_cpu_s():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def examples():
    """The persons' files; a therapist's reply is none."""
    return sorted(path for path in (ROOT / "examples").glob("*.toml") if not path.name.startswith("reply"))


def cpu():
    """CPU seconds of the whole process `strongback plan EXAMPLE`."""
    rows = []
    for example in examples():
        taken = []
        for _ in range(RUNS):
            before = children_cpu_s()
            done = subprocess.run([BUILD / "strongback", "plan", example], check=False,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            taken.append(children_cpu_s() - before)
            if done.returncode not in (0, REFUSED):
                raise SystemExit(f"strongback plan {example.name} exits with {done.returncode}")
        rows.append({"name": example.stem, "median_s": round(statistics.median(taken), 4),
                     "p95_s": round(quantile(taken, 0.95), 4)})
    worst = max(row["p95_s"] for row in rows)
    return {"runs": RUNS, "target_s": CPU_TARGET_S, "worst_median_s": max(row["median_s"] for row in rows),
            "worst_p95_s": worst, "pass": worst < CPU_TARGET_S, "examples": rows}


def gap_of(subjects):
    """Lines of bench_gap for `subjects`."""
    if not subjects:
        return []
    done = subprocess.run([BUILD / "bench/bench_gap", str(CBC_S), *subjects], check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def gap_shards():
    """The subjects in about equal parts: the examples in turn, the persons by ranges of seeds."""
    paths = [str(path) for path in examples()]
    shards = [paths[i::JOBS] for i in range(JOBS)]
    for i in range(JOBS):
        count = GAP_PERSONS // JOBS + (1 if i < GAP_PERSONS % JOBS else 0)
        if count:
            shards[i].append(f"seed:{FIRST_SEED + 1000 * i}:{count}")
    return shards


def gap():
    """Distance of the planner's full week from the best bound that CBC proves."""
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        rows = [row for part in pool.map(gap_of, gap_shards()) for row in part]
    for row in rows:
        if row["name"].endswith(".toml"):
            row["name"] = pathlib.Path(row["name"]).stem
    rows.sort(key=lambda row: -row["gap"])
    gaps = [row["gap"] for row in rows]
    open_rows = [row["name"] for row in rows if row["oracle_gap"] > ORACLE_GAP_SHOWN]
    # Where CBC has not closed its own gap, the bound may be the one that is off.
    late = [row for row in rows if row["gap"] > GAP_TARGET]
    return {"cbc_s": CBC_S, "subjects": len(rows), "target": GAP_TARGET, "worst": max(gaps, default=0.0),
            "median": statistics.median(gaps) if gaps else 0.0, "worst_name": rows[0]["name"] if rows else "",
            "above_target": [row["name"] for row in late], "oracle_open": open_rows,
            "worst_oracle_gap": max((row["oracle_gap"] for row in rows), default=0.0),
            "worst_behind_cbc": max((row["behind_cbc"] for row in rows), default=0.0),
            "pass": bool(rows) and not late, "rows": rows}


def persons_of(seeds):
    """Rows of bench_persons for a range of seeds and the seeds that crashed it."""
    rows, crashes, seed, end = [], [], seeds.start, seeds.stop
    while seed < end:
        done = subprocess.run([BUILD / "bench/bench_persons", str(seed), str(end - seed)], check=False,
                              stdout=subprocess.PIPE, text=True)
        rows += [json.loads(line) for line in done.stdout.splitlines() if line.endswith("}")]
        if done.returncode == 0:
            break
        if done.returncode == UNFIT:
            raise SystemExit("bench_persons cannot start")
        seed = (rows[-1]["seed"] if rows else seed - 1) + 1
        crashes.append(seed)
        rows.append({"seed": seed, "status": "crash", "weeks": 0, "refused": False, "broken": [], "cpu_s": 0.0})
        seed += 1
    return rows, crashes


def persons():
    """Plans for generated persons, each held against every promise (tests/persons/promises.h)."""
    started = time.monotonic()
    block = 100
    ranges = [range(s, min(s + block, FIRST_SEED + PERSONS)) for s in range(FIRST_SEED, FIRST_SEED + PERSONS, block)]
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        parts = list(pool.map(persons_of, ranges))
    rows = [row for part, _ in parts for row in part]
    crashes = [seed for _, part in parts for seed in part]
    took = time.monotonic() - started
    refused = [row["seed"] for row in rows if row["refused"]]
    broken = [row for row in rows if row["broken"]]
    statuses = {}
    for row in rows:
        statuses[row["status"]] = statuses.get(row["status"], 0) + 1
    taken = [row["cpu_s"] for row in rows if row["weeks"]] or [0.0]
    return {"persons": len(rows), "first_seed": FIRST_SEED, "status": dict(sorted(statuses.items())),
            "referee_refusals": len(refused), "refused_seeds": refused[:20], "crashes": len(crashes), "crash_seeds": crashes[:20],
            "broken_promises": len(broken),
            "broken": [{"seed": row["seed"], "broken": row["broken"][:3]} for row in broken[:100]],
            "persons_per_s": round(len(rows) / took, 1), "jobs": JOBS,
            "median_cpu_s": round(statistics.median(taken), 4), "p95_cpu_s": round(quantile(taken, 0.95), 4),
            "target": {"referee_refusals": 0, "crashes": 0, "broken_promises": 0},
            "pass": not refused and not crashes and not broken}


TO_US = {"ns": 1e-3, "us": 1.0, "ms": 1e3}


def google(name, *options):
    """What the Google Benchmark program `name` measured."""
    done = subprocess.run([BUILD / "bench" / name, "--benchmark_format=json", *options], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
    return json.loads(done.stdout)["benchmarks"]


def kernels():
    """The parts of a plan one by one."""
    rows = []
    for row in google("bench_kernels"):
        out = {"name": row["name"], "cpu_us": round(row["cpu_time"] * TO_US[row["time_unit"]], 4)}
        if "items_per_second" in row:
            out["items_per_s"] = round(row["items_per_second"])
        rows.append(out)
    return {"rows": rows}


def engine():
    """The engine on real motions: parts of a frame, whole frames, every motion for a new person."""
    parts = {row["name"]: row["cpu_time"] * TO_US[row["time_unit"]] for row in google("bench_engine", "--benchmark_filter=frame_")}
    us = {name.removeprefix("frame_"): time_us for name, time_us in parts.items()}
    catalog = google("bench_engine", "--benchmark_filter=catalog_")[0]
    catalog_s = catalog["real_time"] * TO_US[catalog["time_unit"]] * 1e-6
    per_s = 1e6 / us["whole"]
    slider_ms = max(row["cpu_time"] * TO_US[row["time_unit"]] for row in google("bench_engine", "--benchmark_filter=slider")) * 1e-3
    return {"whole_frames_per_s": round(per_s), "target_frames_per_s": FRAMES_TARGET,
            "catalog_new_person_s": round(catalog_s, 2), "target_catalog_s": CATALOG_TARGET_S,
            "catalog_motions": round(catalog["motions"]), "catalog_refused": round(catalog["refused"]),
            "slider_ms": round(slider_ms, 1), "target_slider_ms": SLIDER_TARGET_MS,
            "roofline": roofline(),
            "parts_us": {name: round(time_us, 1) for name, time_us in us.items()},
            "ipopt_over_cold": round(us["effort_ipopt"] / us["effort_cold"]),
            "ipopt_over_warm": round(us["effort_ipopt"] / us["effort_warm"]),
            "mujoco_paths_over_ours": round(us["paths_by_mujoco"] / us["paths"], 1),
            "pass": per_s >= FRAMES_TARGET and catalog_s < CATALOG_TARGET_S and slider_ms < SLIDER_TARGET_MS}


def roofline():
    """Floating point operations or bytes a nanosecond: of the machine, and of the parts of a frame."""
    rates = {}
    for row in google("bench_engine", "--benchmark_filter=roof_"):
        for unit in ("flops", "bytes"):
            if unit in row:
                rates[row["name"].removeprefix("roof_")] = {
                    unit: round(row[unit]), "a_ns": round(row[unit] / (row["cpu_time"] * TO_US[row["time_unit"]] * 1e3), 2)}
    return rates


def verdict(result):
    return "pass" if result["pass"] else "FAIL"


def print_cpu(result):
    print(f"\nCPU of `strongback plan EXAMPLE`, {result['runs']} runs, target below {result['target_s']} s: {verdict(result)}")
    print(f"  {'example':22}{'median s':>10}{'p95 s':>10}")
    for row in result["examples"]:
        print(f"  {row['name']:22}{row['median_s']:10.3f}{row['p95_s']:10.3f}")


def print_gap(result):
    print(f"\nGap of the full week to the best bound (CBC {result['cbc_s']:g} s a pattern), {result['subjects']} subjects, "
          f"target {result['target']:.0%}: {verdict(result)}")
    print(f"  worst {result['worst']:.2%} ({result['worst_name']}), median {result['median']:.2%}; "
          f"furthest behind CBC's own choice {result['worst_behind_cbc']:.2%}")
    print(f"  {'subject':22}{'options':>8}{'ours':>10}{'bound':>10}{'gap':>8}{'oracle':>8}")
    shown = [row for i, row in enumerate(result["rows"]) if i < 5 or not row["name"].startswith("seed")
             or row["oracle_gap"] > ORACLE_GAP_SHOWN]
    for row in shown:
        print(f"  {row['name']:22}{row['options']:8}{row['ours']:10.3f}{row['bound']:10.3f}{row['gap']:8.2%}{row['oracle_gap']:8.2%}")


def print_persons(result):
    print(f"\n{result['persons']} generated persons from seed {result['first_seed']}: {verdict(result)}")
    print("  " + ", ".join(f"{status} {count}" for status, count in result["status"].items()))
    print(f"  refused by the referee {result['referee_refusals']}, crashes {result['crashes']}, "
          f"with a broken promise {result['broken_promises']}")
    print(f"  {result['persons_per_s']} persons/s in {result['jobs']} processes; with a program: "
          f"median {result['median_cpu_s']:.3f} s, p95 {result['p95_cpu_s']:.3f} s of CPU")
    for row in result["broken"][:5]:
        print(f"  seed {row['seed']}: {row['broken'][0]}")


def print_kernels(result):
    print("\nParts of a plan")
    for row in result["rows"]:
        per_s = f"{row['items_per_s']:>14,}/s" if "items_per_s" in row else ""
        print(f"  {row['name']:26}{row['cpu_us'] / 1e3:12.4f} ms{per_s}")


def print_engine(result):
    print(f"\nEngine, one core: {result['whole_frames_per_s']:,} whole frames a second (target {result['target_frames_per_s']:,}); "
          f"{result['catalog_motions']} motions for a new person, two threads, in {result['catalog_new_person_s']:.1f} s "
          f"(target {result['target_catalog_s']:g}); one motion with a new load in {result['slider_ms']:.1f} ms "
          f"(target {result['target_slider_ms']:g}): {verdict(result)}")
    for name, time_us in result["parts_us"].items():
        print(f"  {name:22}{time_us:12.1f} us")
    print(f"  IPOPT over ours: {result['ipopt_over_cold']} x from nothing, {result['ipopt_over_warm']} x from the frame before; "
          f"MuJoCo's paths over ours: {result['mujoco_paths_over_ours']} x")
    for name, rate in result["roofline"].items():
        unit = "flops" if "flops" in rate else "bytes"
        print(f"  {name:22}{rate[unit]:>14,} {unit} at {rate['a_ns']:7.2f} a ns")


def main(parts):
    parts = parts or list(PARTS)
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        print(f"usage: bench/run [{'|'.join(PARTS)}]...", file=sys.stderr)
        return 2
    if not (BUILD / "bench/bench_gap").exists():
        print(f"{BUILD}/bench is not built; call ./dev bench", file=sys.stderr)
        return 70
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {"schema": "strongback.bench/1"}
    measure = {"cpu": cpu, "gap": gap, "persons": persons, "kernels": kernels, "engine": engine}
    show = {"cpu": print_cpu, "gap": print_gap, "persons": print_persons, "kernels": print_kernels, "engine": print_engine}
    for part in parts:
        results[part] = measure[part]()
        show[part](results[part])
        sys.stdout.flush()
        RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    return 0 if all(results[part].get("pass", True) for part in parts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
