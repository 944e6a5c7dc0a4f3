#!/usr/bin/env python3
"""Recomputes a motion from its exported OpenSim files, with nothing of ours but those files.

Reads strongback.osim, coordinates.mot, speeds.sto, accelerations.sto and external_loads.xml, moves
the bodies, and works out by Newton and Euler what each coordinate needs; compares with
inverse_dynamics.sto.  Then lays each muscle's path, compares its length with lengths.sto, and what
all muscles do at each coordinate (force times the change of length, by finite differences) with
muscle_moments.sto.  Plain Python: vectors are tuples, rotations are tuples of rows.

    inverse_dynamics.py FOLDER [--muscle-frames N]    prints the largest differences; 1 if too large
"""

import argparse
import math
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

TOLERANCE = {"force_N": 1e-6, "moment_Nm": 1e-6, "length_m": 1e-9, "muscles_Nm": 1e-5}
ZERO = (0.0, 0.0, 0.0)
UNIT = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


# Vectors and rotations.

def add(*vectors):
    return tuple(map(sum, zip(*vectors)))


def sub(a, b):
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(s, a):
    return (s * a[0], s * a[1], s * a[2])


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def norm(a):
    return math.sqrt(dot(a, a))


def turned(rotation, a):
    return tuple(dot(row, a) for row in rotation)


def transposed(rotation):
    return tuple(zip(*rotation))


def times(a, b):
    columns = transposed(b)
    return tuple(tuple(dot(row, column) for column in columns) for row in a)


def about(axis, angle):
    """Rodrigues' rotation."""
    x, y, z = scale(1.0 / norm(axis), axis)
    c, s = math.cos(angle), math.sin(angle)
    k = 1.0 - c
    return ((c + x * x * k, x * y * k - z * s, x * z * k + y * s),
            (y * x * k + z * s, c + y * y * k, y * z * k - x * s),
            (z * x * k - y * s, z * y * k + x * s, c + z * z * k))


def body_fixed_xyz(angles):
    return times(about(UNIT[0], angles[0]), times(about(UNIT[1], angles[1]),
                                                  about(UNIT[2], angles[2])))


# Files.

def numbers(element, tag):
    return tuple(float(word) for word in element.find(tag).text.split())


def last(path):
    """The component that a socket's path names: "/bodyset/L5" -> "L5"."""
    return path.rsplit("/", 1)[-1]


def read_storage(path):
    """(columns without time, times, rows of {column: value})."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = lines.index("endheader")
    header = dict(line.split("=") for line in lines[:end] if line.count("=") == 1)
    columns = lines[end + 1].split("\t")
    rows = [[float(word) for word in line.split("\t")] for line in lines[end + 2:]]
    assert header["inDegrees"] == "no" and columns[0] == "time"
    assert len(rows) == int(header["nRows"]) and len(columns) == int(header["nColumns"])
    assert all(len(row) == len(columns) for row in rows)
    return columns[1:], [row[0] for row in rows], [dict(zip(columns, row)) for row in rows]


class Body:
    def __init__(self, element):
        self.name = element.get("name")
        self.mass = numbers(element, "mass")[0]
        self.center = numbers(element, "mass_center")
        xx, yy, zz, xy, xz, yz = numbers(element, "inertia")
        self.inertia = ((xx, xy, xz), (xy, yy, yz), (xz, yz, zz))


class Joint:
    """A joint's two frames and, for each of its six axes, the coordinate that moves it."""

    def __init__(self, element):
        frames = {frame.get("name"): frame for frame in element.iter("PhysicalOffsetFrame")}
        ends = [frames[element.find(tag).text]
                for tag in ("socket_parent_frame", "socket_child_frame")]
        self.parent, self.child = (last(end.find("socket_parent").text) for end in ends)
        self.frames = [(numbers(end, "translation"), body_fixed_xyz(numbers(end, "orientation")))
                       for end in ends]
        self.axes = []
        for axis in element.iter("TransformAxis"):
            names = (axis.find("coordinates").text or "").split()
            if names:
                assert numbers(axis.find("LinearFunction"), "coefficients") == (1.0, 0.0)
            else:
                assert numbers(axis.find("Constant"), "value") == (0.0,)
            self.axes.append((axis.get("name"), numbers(axis, "axis"), names[0] if names else None))
        assert len(self.axes) == (6 if element.tag == "CustomJoint" else 0)

    def coordinates(self):
        return [name for _, _, name in self.axes if name]


class Muscle:
    def __init__(self, element):
        self.name = element.get("name")
        self.strongest = numbers(element, "optimal_force")[0]
        self.points = [(last(point.find("socket_parent_frame").text), numbers(point, "location"))
                       for point in element.iter("PathPoint")]
        # First point of a pair, counted from 0 -> what the path bends around between the two.
        self.wraps = {int(wrap.find("range").text.split()[0]) - 1: wrap.find("wrap_object").text
                      for wrap in element.iter("PathWrap")}


class Wrap:
    def __init__(self, element, body):
        self.body, self.radius = body, numbers(element, "radius")[0]
        self.at = numbers(element, "translation")
        self.turn = body_fixed_xyz(numbers(element, "xyz_body_rotation"))
        self.is_sphere = element.tag == "WrapSphere"
        assert element.find("quadrant").text == ("all" if self.is_sphere else "+x")


class Model:
    def __init__(self, path):
        document = ElementTree.parse(path).getroot()
        assert document.tag == "OpenSimDocument" and document.get("Version") == "40000"
        model = document.find("Model")
        self.gravity = numbers(model, "gravity")
        bodies = model.find("BodySet/objects")
        self.bodies = {body.get("name"): Body(body) for body in bodies}
        self.wraps = {wrap.get("name"): Wrap(wrap, body.get("name")) for body in bodies
                      for wrap in body.findall("WrapObjectSet/objects/*")}
        self.joints = self.outward([Joint(joint) for joint in model.find("JointSet/objects")])
        self.muscles = [Muscle(muscle) for muscle in model.find("ForceSet/objects")]

    @staticmethod
    def outward(joints):
        """Each joint after the one that carries its parent."""
        known, ordered = {"ground"}, []
        while len(ordered) < len(joints):
            reached = [j for j in joints if j.parent in known and j.child not in known]
            assert reached, "the bodies hang together"
            ordered += reached
            known |= {joint.child for joint in reached}
        return ordered


# Motion.

class State:
    """Where a frame is and how it moves, in the ground: turn, place and their derivatives."""

    def __init__(self, turn=UNIT, place=ZERO, spin=ZERO, velocity=ZERO, spin_up=ZERO, pull=ZERO):
        self.turn, self.place = turn, place
        self.spin, self.velocity = spin, velocity
        self.spin_up, self.pull = spin_up, pull  # angular and linear acceleration

    def fixed(self, local, turn):
        """A frame that is fixed to this one."""
        arm = turned(self.turn, local)
        return State(times(self.turn, turn), add(self.place, arm), self.spin,
                     add(self.velocity, cross(self.spin, arm)), self.spin_up,
                     add(self.pull, cross(self.spin_up, arm),
                         cross(self.spin, cross(self.spin, arm))))


def through(joint, parent, q, u, a):
    """(state of the child, {coordinate: (kind, axis in the ground)}, the joint's place)."""
    fixed = parent.fixed(*joint.frames[0])
    moved = State(fixed.turn, fixed.place, fixed.spin, fixed.velocity, fixed.spin_up, fixed.pull)
    axes = {}
    for kind, axis, name in joint.axes:
        if name is None:
            continue
        if kind.startswith("rotation"):
            now = turned(moved.turn, axis)
            moved.spin_up = add(moved.spin_up, scale(a[name], now),
                                scale(u[name], cross(moved.spin, now)))
            moved.spin = add(moved.spin, scale(u[name], now))
            moved.turn = times(moved.turn, about(axis, q[name]))
        else:
            now = turned(fixed.turn, axis)
            arm, slide = scale(q[name], now), scale(u[name], now)
            moved.place = add(moved.place, arm)
            moved.velocity = add(moved.velocity, cross(fixed.spin, arm), slide)
            moved.pull = add(moved.pull, cross(fixed.spin_up, arm),
                             cross(fixed.spin, cross(fixed.spin, arm)),
                             scale(2.0, cross(fixed.spin, slide)), scale(a[name], now))
        axes[name] = (kind, now)
    local, turn = joint.frames[1]
    back = transposed(turn)
    return moved.fixed(turned(back, scale(-1.0, local)), back), axes, moved.place


def place(model, q, u=None, a=None):
    """({body: state}, [(axes, place) of each joint])."""
    still = dict.fromkeys(q, 0.0)
    states, joints = {"ground": State()}, []
    for joint in model.joints:
        states[joint.child], axes, at = through(joint, states[joint.parent], q, u or still,
                                                a or still)
        joints.append((axes, at))
    return states, joints


def needed(model, q, u, a, loads):
    """{coordinate: generalized force}; `loads` are (body, point, force) in the ground."""
    states, joints = place(model, q, u, a)
    force = {name: ZERO for name in states}
    moment = dict(force)  # about the ground's origin
    for name, body in model.bodies.items():
        state = states[name]
        center = state.fixed(body.center, UNIT)
        inertia = times(times(state.turn, body.inertia), transposed(state.turn))
        force[name] = scale(body.mass, sub(center.pull, model.gravity))
        turning = add(turned(inertia, state.spin_up),
                      cross(state.spin, turned(inertia, state.spin)))
        moment[name] = add(cross(center.place, force[name]), turning)
    for name, point, push in loads:
        force[name] = sub(force[name], push)
        moment[name] = sub(moment[name], cross(point, push))
    generalized = {}
    for joint, (axes, at) in reversed(list(zip(model.joints, joints))):
        here = sub(moment[joint.child], cross(at, force[joint.child]))
        for name, (kind, axis) in axes.items():
            generalized[name] = dot(axis, here if kind.startswith("rotation")
                                    else force[joint.child])
        force[joint.parent] = add(force[joint.parent], force[joint.child])
        moment[joint.parent] = add(moment[joint.parent], moment[joint.child])
    return generalized


# Paths.

def around_circle(a, b, radius, must_pass_x):
    """(length to the circle, along it, and from it) in its plane, or None for a straight path."""
    way = (b[0] - a[0], b[1] - a[1])
    square = way[0] ** 2 + way[1] ** 2
    from_a, from_b = math.hypot(*a), math.hypot(*b)
    if square == 0.0 or min(from_a, from_b) < radius:
        return None
    t = min(1.0, max(0.0, -(a[0] * way[0] + a[1] * way[1]) / square))
    nearest = (a[0] + t * way[0], a[1] + t * way[1])
    passes = math.hypot(*nearest) > radius
    if passes and (nearest[0] >= 0.0 or not must_pass_x):
        return None
    # A way that passes on the wrong side is led around the other one; the one that it has is free.
    straight = math.copysign(1.0, a[0] * b[1] - a[1] * b[0])
    lean_a, lean_b = math.acos(radius / from_a), math.acos(radius / from_b)
    at_a, at_b = math.atan2(a[1], a[0]), math.atan2(b[1], b[0])
    best = None
    for sense in (-straight,) if passes else (1.0, -1.0):
        on, off = at_a + sense * lean_a, at_b - sense * lean_b
        arc = (sense * (off - on)) % (2.0 * math.pi)
        if arc > 2.0 * math.pi - 1e-9:
            arc = 0.0
        rank = math.cos(on + sense * 0.5 * arc) if must_pass_x else -arc
        if best is None or rank > best[0]:
            best = (rank, radius * math.tan(lean_a), radius * arc, radius * math.tan(lean_b))
    return best[1:]


def wrapped_length(wrap, state, a, b):
    center = state.fixed(wrap.at, wrap.turn)
    back = transposed(center.turn)
    a, b = turned(back, sub(a, center.place)), turned(back, sub(b, center.place))
    if wrap.is_sphere:
        first = scale(1.0 / norm(a), a)
        aside = sub(b, scale(dot(b, first), first))
        flat = around_circle((norm(a), 0.0), (dot(b, first), norm(aside)), wrap.radius, False)
        return norm(sub(b, a)) if flat is None else sum(flat)
    flat = around_circle(a[:2], b[:2], wrap.radius, True)
    return norm(sub(b, a)) if flat is None else math.hypot(sum(flat), b[2] - a[2])


def length(model, muscle, states):
    points = [states[body].fixed(at, UNIT).place for body, at in muscle.points]
    total = 0.0
    for i, (a, b) in enumerate(zip(points, points[1:])):
        if i in muscle.wraps:
            wrap = model.wraps[muscle.wraps[i]]
            total += wrapped_length(wrap, states[wrap.body], a, b)
        else:
            total += norm(sub(b, a))
    return total


def carried_by(model, body):
    """`body` and all that hangs on it."""
    all_of_it = {body}
    for joint in model.joints:
        if joint.parent in all_of_it:
            all_of_it.add(joint.child)
    return all_of_it


def muscle_work(model, q, forces):
    """{coordinate: what all muscles do there}, by the change of their lengths."""
    step = 1e-6
    work = {}
    for joint in model.joints:
        beyond = carried_by(model, joint.child)
        across = [m for m in model.muscles
                  if len({body in beyond for body, _ in m.points} |
                         {model.wraps[w].body in beyond for w in m.wraps.values()}) == 2]
        for name in joint.coordinates():
            total = 0.0
            after, _ = place(model, {**q, name: q[name] + step})
            before, _ = place(model, {**q, name: q[name] - step})
            for muscle in across:
                if forces[muscle.name] != 0.0:
                    change = length(model, muscle, after) - length(model, muscle, before)
                    total -= forces[muscle.name] * change / (2.0 * step)
            work[name] = total
    return work


# The check.

def read_loads(folder):
    """For each row, the (body, point, force) of external_loads.xml."""
    document = ElementTree.parse(folder / "external_loads.xml").getroot()
    loads = document.find("ExternalLoads")
    columns, _, rows = read_storage(folder / loads.find("datafile").text)
    forces = loads.find("objects").findall("ExternalForce")
    for force in forces:
        for tag in ("force_expressed_in_body", "point_expressed_in_body"):
            assert force.find(tag).text == "ground"

    def vector(row, identifier):
        return tuple(row[identifier + axis] for axis in "xyz")
    assert len(columns) == 6 * len(forces)
    return [[(force.find("applied_to_body").text, vector(row, force.find("point_identifier").text),
              vector(row, force.find("force_identifier").text)) for force in forces]
            for row in rows]


class Worst:
    """The largest difference of each kind, and where it is."""

    def __init__(self):
        self.size = dict.fromkeys(TOLERANCE, 0.0)
        self.where = dict.fromkeys(TOLERANCE, "")

    def see(self, kind, size, where):
        if not size <= self.size[kind]:
            self.size[kind], self.where[kind] = size, where

    def failures(self):
        return [f"{kind} differs by {self.size[kind]:.3g} at {self.where[kind]}"
                for kind in TOLERANCE if not self.size[kind] <= TOLERANCE[kind]]

    def __str__(self):
        return ", ".join(f"{kind} {size:.1e}" for kind, size in self.size.items())


def spread(count, wanted):
    """`wanted` of 0 .. count - 1, evenly."""
    wanted = min(count, wanted)
    return sorted({round(i * (count - 1) / max(1, wanted - 1)) for i in range(wanted)})


def check(folder, muscle_frames=3):
    """The largest differences between the files and what follows from them."""
    folder = pathlib.Path(folder)
    model = Model(folder / "strongback.osim")
    names, times_s, values = read_storage(folder / "coordinates.mot")
    assert sorted(names) == sorted(n for joint in model.joints for n in joint.coordinates())
    stored = {file: read_storage(folder / f"{file}.sto")[2] for file in
              ("speeds", "accelerations", "inverse_dynamics", "muscle_moments", "activations",
               "forces", "lengths")}
    loads = read_loads(folder)
    worst = Worst()
    for i, q in enumerate(values):
        at = f"{times_s[i]:.2f} s"
        found = needed(model, q, stored["speeds"][i], stored["accelerations"][i], loads[i])
        for name, value in found.items():
            ending = "force" if f"{name}_force" in stored["inverse_dynamics"][i] else "moment"
            kind = "force_N" if ending == "force" else "moment_Nm"
            worst.see(kind, abs(value - stored["inverse_dynamics"][i][f"{name}_{ending}"]),
                      f"{name}, {at}")
        states, _ = place(model, q)
        for muscle in model.muscles:
            worst.see("length_m", abs(length(model, muscle, states) -
                                      stored["lengths"][i][muscle.name]), f"{muscle.name}, {at}")
            full = muscle.strongest * stored["activations"][i][muscle.name]
            worst.see("force_N", abs(full - stored["forces"][i][muscle.name]),
                      f"{muscle.name}, {at}")
    for i in spread(len(values), muscle_frames):
        for name, value in muscle_work(model, values[i], stored["forces"][i]).items():
            row = stored["muscle_moments"][i]
            told = row.get(f"{name}_moment", row.get(f"{name}_force"))
            worst.see("muscles_Nm", abs(value - told), f"{name}, {times_s[i]:.2f} s")
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--muscle-frames", type=int, default=3)
    arguments = parser.parse_args()
    worst = check(arguments.folder, arguments.muscle_frames)
    print(worst)
    for failure in worst.failures():
        print(failure, file=sys.stderr)
    return 1 if worst.failures() else 0


if __name__ == "__main__":
    sys.exit(main())
