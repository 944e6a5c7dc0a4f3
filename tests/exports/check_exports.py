#!/usr/bin/env python3
"""Exports every exercise with a motion, each for one of the example persons in turn, and checks it.

OpenSim's files: well formed, only components that OpenSim 4 has, names that its paths allow, and
what inverse_dynamics.py recomputes.  MuJoCo's: well formed, a keyframe for each row of the table
(the unit tests of src/exports load them).  An exercise without an answer for its person must say
why and write nothing.

    check_exports.py --program PATH [--part I/N] [--everyone]
    check_exports.py --program PATH --spoil     does the check notice what is spoilt?
"""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import inverse_dynamics

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPONENTS = {  # elements with a name
    "Model", "Ground", "Body", "BodySet", "JointSet", "ForceSet", "MarkerSet", "WrapObjectSet",
    "PathPointSet", "PathWrapSet", "PhysicalOffsetFrame", "Ellipsoid", "Sphere", "Brick",
    "Cylinder", "WrapCylinder", "WrapSphere", "CustomJoint", "WeldJoint", "Coordinate",
    "TransformAxis", "LinearFunction", "Constant", "PathActuator", "GeometryPath", "PathPoint",
    "PathWrap", "Marker", "ExternalLoads", "ExternalForce"}
NAME = re.compile(r"[A-Za-z0-9_-]+")


def names_problems(path):
    """What of an OpenSim document no OpenSim would know."""
    problems = []
    for element in ElementTree.parse(path).iter():
        name = element.get("name")
        if name is not None and element.tag not in COMPONENTS:
            problems.append(f"{path.name}: {element.tag} is no component of OpenSim 4 that we use")
        if name is not None and not NAME.fullmatch(name):
            problems.append(f"{path.name}: '{name}' is no name for a component")
        siblings = collections.Counter(
            (child.tag, child.get("name")) for child in element if child.get("name"))
        problems += [f"{path.name}: {tag} '{twice}' stands twice"
                     for (tag, twice), count in siblings.items() if count > 1]
    return problems


def muscles_end_where_they_should(path):
    """A PathActuator has at least two points, and each names a body that is there."""
    model = ElementTree.parse(path).getroot().find("Model")
    bodies = {"/bodyset/" + body.get("name") for body in model.find("BodySet/objects")}
    bodies.add("/ground")
    sockets = [element.text for element in model.iter() if element.tag.startswith("socket_parent")
               and element.text.startswith("/")]
    problems = [f"{path.name}: {socket} is nowhere" for socket in sockets if socket not in bodies]
    for muscle in model.iter("PathActuator"):
        if len(list(muscle.iter("PathPoint"))) < 2:
            problems.append(f"{path.name}: {muscle.get('name')} has no path")
    return problems


FIRST_LARGE = r"(endheader\n[^\n]*\n.*?\t)(-?[1-9]\d*\.\d+)(?=[\t\n])"
SPOILT = {  # file -> what to change in it, so that the check must notice
    "strongback.osim": [(r"(<Body name=\"thorax\">.*?<mass>)([^<]*)", 1.001),
                        (r"(<Body name=\"femur_r\">.*?<mass_center>\S* )(\S*)", 1.001),
                        (r"(<WrapCylinder name=\"brim_r\">.*?<radius>)([^<]*)", 1.001),
                        (r"(<CustomJoint name=\"L3_joint\">.*?<translation>\S* )(\S*)", 1.001),
                        (r"(<PathActuator name=\"psoas-L1-body_r\">.*?<location>)(\S*)", 1.001)],
    "coordinates.mot": [(FIRST_LARGE, 1.001)],
    "speeds.sto": [(FIRST_LARGE, 1.001)],
    "accelerations.sto": [(FIRST_LARGE, 1.001)],
    "external_loads.mot": [(FIRST_LARGE, 1.001)],
    "activations.sto": [(r"(endheader\n[^\n]*\n.*?\t)(0\.[1-9]\d+)", 1.001)],
}


def unnoticed(folder):
    """Changes that the check does not notice; it can fail only if there are none."""
    problems = []
    for file, changes in SPOILT.items():
        text = (folder / file).read_text(encoding="utf-8")
        for pattern, factor in changes:
            spoilt, count = re.subn(pattern, lambda m, by=factor: m[1] + repr(float(m[2]) * by),
                                    text, count=1, flags=re.DOTALL)
            (folder / file).write_text(spoilt, encoding="utf-8")
            if count == 0 or spoilt == text or not inverse_dynamics.check(folder).failures():
                problems.append(f"{file}: nobody notices when {pattern} changes")
        (folder / file).write_text(text, encoding="utf-8")
    return problems


def spoil_all(program):
    with tempfile.TemporaryDirectory() as place:
        code, said = export(program, ROOT / "examples" / "novice.toml", "bird-dog-row", "osim",
                            place)
        problems = unnoticed(pathlib.Path(place)) if code == 0 else [said]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def check_osim(folder, worst):
    found = inverse_dynamics.check(folder, muscle_frames=2)
    for kind, size in found.size.items():
        worst[kind] = max(worst[kind], size)
    documents = [folder / "strongback.osim", folder / "external_loads.xml"]
    return (found.failures() + muscles_end_where_they_should(documents[0]) +
            [problem for document in documents for problem in names_problems(document)])


def check_mjcf(folder, _worst):
    root = ElementTree.parse(folder / "strongback.xml").getroot()
    keys = len(root.findall("keyframe/key"))
    rows = (folder / "motion.csv").read_text(encoding="utf-8").splitlines()
    cells = {line.count(",") for line in rows}
    problems = [] if keys == len(rows) - 1 else [f"{keys} keyframes, {len(rows) - 1} rows"]
    return problems if len(cells) == 1 else problems + ["rows differ in length"]


CHECKS = {"osim": check_osim, "mjcf": check_mjcf}


def export(program, person, exercise, kind, folder):
    """(exit code, what it said)."""
    done = subprocess.run([program, "model", "export", "--person", person, "--format", kind,
                           "--motion", exercise, "--out", folder],
                          capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, done.stdout + done.stderr


def check_one(program, person, exercise, worst):
    """(problems, whether there was an answer)."""
    problems, answered = [], True
    for kind, check in CHECKS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place) / "out"
            code, said = export(program, person, exercise, kind, folder)
            if code == 0:
                problems += check(folder, worst)
            elif code == 1:
                answered = False
                if folder.exists() or "has no answer for this person" not in said:
                    problems.append("an honest no writes nothing and says why")
            else:
                problems.append(f"exit {code}: {said}")
    return problems, answered


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--part", default="1/1", help="which of how many parts")
    parser.add_argument("--everyone", action="store_true", help="each exercise for each person")
    parser.add_argument("--spoil", action="store_true", help="spoil the files: the check must fail")
    arguments = parser.parse_args()
    if arguments.spoil:
        return spoil_all(arguments.program)
    part, parts = map(int, arguments.part.split("/"))
    people = sorted(path for path in (ROOT / "examples").glob("*.toml")
                    if not path.name.startswith("reply"))
    exercises = sorted(path.name.removesuffix(".motion.toml").replace("_", "-")
                       for path in (ROOT / "data" / "exercises").glob("*.motion.toml"))
    tasks = [(exercise, person) for i, exercise in enumerate(exercises)
             for person in (people if arguments.everyone else [people[i % len(people)]])]
    failed, unanswered = 0, []
    worst = dict.fromkeys(inverse_dynamics.TOLERANCE, 0.0)
    for exercise, person in tasks[part - 1::parts]:
        problems, answered = check_one(arguments.program, person, exercise, worst)
        failed += bool(problems)
        if not answered:
            unanswered.append(f"{exercise} ({person.stem})")
        for problem in problems:
            print(f"{exercise}, {person.name}: {problem}", file=sys.stderr)
    print("largest differences: " + ", ".join(f"{kind} {size:.1e}" for kind, size in worst.items()))
    print(f"no answer: {', '.join(unanswered) or 'none'}")
    print(f"{len(tasks[part - 1::parts])} exports checked, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
