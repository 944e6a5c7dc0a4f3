#!/usr/bin/env python3
"""Prints, for each muscle, the greatest effort that the model asks of it in any simulated exercise.

    tools/full_efforts.py PROGRAM

PROGRAM is the built `strongback`.  A man of 1.75 m, 75 kg and 30 years plays each exercise that has a
motion, at the load that tires him in 6 to 12 repetitions where there is one.  Effort is the mean of
mean and peak activation on the side that works harder.  Beside each figure stands the `full_effort`
of data/muscles.toml, which has to be taken anew when the model's version changes.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAN = 'schema = 1\nname = "M"\nsex = "male"\nage = 30\nheight = "175 cm"\nmass = "75 kg"\n'


def answer(program, person, exercise, load_kg=None):
    command = [program, "exercise", exercise, "--person", person, "--json"]
    if load_kg is not None:
        command += ["--load", f"{load_kg:g}kg"]
    return json.loads(subprocess.run(command, capture_output=True, text=True).stdout)


def efforts(program, person, exercise):
    """Effort by muscle, and the load [kg] that it belongs to."""
    found = answer(program, person, exercise)
    tiring = (found.get("tiring_load_kg") or {}).get("best")
    if tiring:
        heavy = answer(program, person, exercise, round(tiring, 1))
        found = heavy if heavy.get("muscles") else found
    return found.get("load_kg"), {
        muscle: max((work["mean"] + work["peak"]) / 2 for work in sides.values() if isinstance(work, dict))
        for muscle, sides in (found.get("muscles") or {}).items()
    }


def written():
    text = (ROOT / "data" / "muscles.toml").read_text(encoding="utf-8")
    blocks = text.split("[[muscle]]")[1:]
    pairs = [(re.search(r'id = "([^"]+)"', b), re.search(r"full_effort = ([\d.]+)", b)) for b in blocks]
    return {muscle.group(1): float(full.group(1)) for muscle, full in pairs if full}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    motions = sorted((ROOT / "data" / "exercises").glob("*.motion.toml"))
    exercises = [path.name.removesuffix(".motion.toml").replace("_", "-") for path in motions]
    with tempfile.TemporaryDirectory() as folder:
        person = os.path.join(folder, "man.toml")
        pathlib.Path(person).write_text(MAN, encoding="utf-8")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = list(pool.map(lambda one: efforts(program, person, one), exercises))
    hardest = {}
    for exercise, (load, muscles) in zip(exercises, runs):
        for muscle, effort in muscles.items():
            hardest[muscle] = max(hardest.get(muscle, (0.0, "", 0.0)), (effort, exercise, load or 0.0))
    data = written()
    print(f"{'muscle':26} {'effort':>6} {'data':>6}  where")
    for muscle, (effort, exercise, load) in sorted(hardest.items()):
        print(f"{muscle:26} {effort:6.2f} {data.get(muscle, 0.0):6.2f}  {exercise}, {load:g} kg")


if __name__ == "__main__":
    main()
