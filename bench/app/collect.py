"""Runs the benchmarks of the app, prints tables and writes results.json (called by bench/app/run)."""

import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import clients
import load
import memory
import pages
from served import ROOT

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = pathlib.Path(os.environ.get("STRONGBACK_BENCH_RESULTS", HERE / "results.json"))
# Name: what measures it, what prints it.
PARTS = {
    "size": (pages.size, pages.show_size),
    "load": (load.measure, load.show),
    "clients": (clients.measure, clients.show),
    "memory": (memory.measure, memory.show),
    "taps": (pages.taps, pages.show_taps),
    "lighthouse": (pages.lighthouse, pages.show_lighthouse),
}


def first_line(*command):
    """Of what a command says; "" where it is not there or fails."""
    try:
        said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return said.stdout.strip().split("\n")[0]


def processor():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def commit():
    """The commit that is measured; "-dirty" where the program or the web app differs from it."""
    is_dirty = first_line("git", "status", "--porcelain", "--", "src", "data", "web") != ""
    return first_line("git", "rev-parse", "--short", "HEAD") + ("-dirty" if is_dirty else "")


def circumstances():
    """What a figure depends on besides the program: noted with each part."""
    return {"date": datetime.date.today().isoformat(), "commit": commit(),
            "processor": processor(), "cores": os.cpu_count(), "load_before": round(os.getloadavg()[0], 2)}


def measured(part):
    noted, begun = circumstances(), time.monotonic()
    result = PARTS[part][0]()
    return {**noted, "load_after": round(os.getloadavg()[0], 2), "took_s": round(time.monotonic() - begun), **result}


def verdict(part, result):
    return (f"  {part}: {'pass' if result['pass'] else 'FAIL'}, {result['took_s']} s; load of the machine before"
            f" {result['load_before']}, after {result['load_after']}")


def main(parts):
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        print(f"usage: bench/app/run [{'|'.join(PARTS)}]...", file=sys.stderr)
        return 2
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {"schema": "strongback.bench-app/1"}
    parts = parts or list(PARTS)
    for part in parts:
        results[part] = measured(part)
        PARTS[part][1](results[part])
        print(verdict(part, results[part]), flush=True)
        RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    missed = [part for part in parts if not results[part]["pass"]]
    print(f"\nMissed its target: {', '.join(missed)}" if missed else "\nEvery target is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
