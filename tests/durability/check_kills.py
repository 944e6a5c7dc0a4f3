#!/usr/bin/env python3
"""Kills a process that logs, at random moments, and looks whether anything that it said was kept is
gone.

check_kills.py --logger PATH [--kills N] [--seed S]      exit 1 when an event is missing
"""

import argparse
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

LONGEST_S = 0.05  # after the first event; a commit takes some milliseconds


def kill_once(logger, database, run, moment_s):
    """The ids that were acknowledged before the kill."""
    process = subprocess.Popen([logger, database, f"run {run} "], stdout=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    if not first:
        raise SystemExit("the logger ended by itself")
    time.sleep(moment_s)
    process.kill()
    rest = process.stdout.read()
    process.wait()
    return [line for line in (first + rest).splitlines(keepends=False) if len(line) == 36]


def look(database):
    """The ids in the file, and what its own check says."""
    with sqlite3.connect(database) as connection:
        kept = {row[0] for row in connection.execute("SELECT id FROM event")}
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return kept, check


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--logger", required=True)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    acknowledged = set()
    with tempfile.TemporaryDirectory() as folder:
        database = str(pathlib.Path(folder) / "log.db")
        for run in range(options.kills):
            acknowledged.update(kill_once(options.logger, database, run, draw.uniform(0, LONGEST_S)))
            kept, check = look(database)
            missing = acknowledged - kept
            if check != "ok" or missing:
                print(f"kill {run}: integrity_check says {check}; {len(missing)} events are gone")
                return 1
    print(f"{options.kills} kills, {len(acknowledged)} events acknowledged, none gone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
