#!/usr/bin/env python3
"""Checks that src/ obeys the room() lines of CMakeLists.txt.

A room is a folder of src/.  Its files may include their own room, the rooms that its line names
after OVER, the standard library, and the libraries that it SHOWS or HIDES; what a room SHOWS, the
rooms above it may use, too.  A header that brings a hidden library along stays inside its room.
All rooms share one namespace, so no two headers may define a type of the same name: the linker would
take the parts of one for those of the other.
Prints one line for each offense and exits with 1.
"""

import argparse
import pathlib
import re
import sys

# First part of a third-party include -> CMake target.
LIBRARIES = {
    "fmt": "fmt::fmt",
    "tl": "tl::expected",
    "toml++": "PkgConfig::tomlplusplus",
    "CLI": "CLI11::CLI11",
    "nlohmann": "nlohmann_json::nlohmann_json",
    "Eigen": "Eigen3::Eigen",
    "mujoco": "mujoco",
    "sqlite3.h": "PkgConfig::sqlite3",
    "libical": "PkgConfig::libical",
    "boost": "Boost::headers",
    "sodium.h": "PkgConfig::libsodium",
    "openssl": "OpenSSL::Crypto",
    "qrencode.h": "PkgConfig::libqrencode",
}
TEST_LIBRARIES = {"gtest", "gmock"}
SYSTEM = re.compile(r"^((sys|arpa|net|netinet)/)?[a-z0-9_]+\.h$")  # POSIX and C: <unistd.h>, <sys/ioctl.h>
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;]*)? ?\{", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


class Room:
    def __init__(self, name, line, over, shows, hides):
        self.name, self.line, self.over, self.shows, self.hides = name, line, over, shows, hides


def words_after(keyword, words):
    """The words between `keyword` and the next keyword."""
    if keyword not in words:
        return []
    rest = words[words.index(keyword) + 1:]
    ends = [i for i, word in enumerate(rest) if word in ("OVER", "SHOWS", "HIDES")]
    return rest[:ends[0]] if ends else rest


def read_rooms(cmake_text):
    """The rooms by name, in the order of the file."""
    rooms = {}
    bare = re.sub(r"#[^\n]*", "", cmake_text)
    for match in re.finditer(r"^\s*room\(([^)]*)\)", bare, re.MULTILINE):
        words = match.group(1).split()
        line = bare.count("\n", 0, match.start(1)) + 1
        rooms[words[0]] = Room(words[0], line, *(words_after(k, words)
                                                 for k in ("OVER", "SHOWS", "HIDES")))
    return rooms


def circle_from(name, rooms, path=()):
    """A way from `name` back to itself, or None."""
    if name in path:
        return path[path.index(name):] + (name,)
    for below in rooms[name].over if name in rooms else ():
        found = circle_from(below, rooms, path + (name,))
        if found:
            return found
    return None


def order_problems(rooms):
    problems = []
    seen, circled = set(), set()
    for room in rooms.values():
        where = f"CMakeLists.txt:{room.line}"
        circle = circle_from(room.name, rooms)
        if circle and not circled & set(circle):
            circled |= set(circle)
            problems.append(f"{where}: the rooms go in a circle: {' > '.join(circle)}")
        for below in room.over:
            if below not in rooms:
                problems.append(f"{where}: '{room.name}' names '{below}', which is no room")
            elif below not in seen and not circle:
                problems.append(f"{where}: '{room.name}' names '{below}', which stands above it")
        seen.add(room.name)
    return problems


def visible_libraries(room, rooms):
    """Libraries whose headers the room may include anywhere."""
    return {lib for name in [room.name, *room.over] if name in rooms for lib in rooms[name].shows}


def sees(room):
    return f"it sees {' '.join(room.over)}" if room.over else "it sees no other room"


def includes(file):
    """(line, '"' or '<', target) for each include of `file`."""
    text = file.read_text(encoding="utf-8", errors="replace")
    matches = ((number, INCLUDE.match(line)) for number, line in enumerate(text.splitlines(), 1))
    return [(number, *match.groups()) for number, match in matches if match]


def hidden_headers(root, rooms):
    """Headers that bring a library along which their room hides: "room/file.h" -> library."""
    hidden = {}
    targets = {f"{file.parent.name}/{file.name}": [target for _, _, target in includes(file)]
               for file in (root / "src").glob("*/*.h") if file.parent.name in rooms}
    while True:
        known = len(hidden)
        for header, included in targets.items():
            hides = rooms[header.split("/")[0]].hides
            for target in included:
                library = LIBRARIES.get(target.split("/")[0])
                if library in hides:
                    hidden[header] = library
                elif target in hidden and target.split("/")[0] == header.split("/")[0]:
                    hidden[header] = hidden[target]
        if len(hidden) == known:
            return hidden


def own_include_problem(room, rooms, hidden, target, file):
    """What is wrong with #include "target" in `file` of `room`, or ''."""
    if is_test(target) and not is_test(file.name):
        return f'only tests include "{target}"'
    if "/" not in target:
        return f'write the room, too: "{room.name}/{target}"'
    wanted = target.split("/")[0]
    if wanted == room.name:
        return ""
    if wanted not in rooms:
        return f"there is no room '{wanted}'"
    if wanted not in room.over:
        return f"'{room.name}' may not include '{wanted}'; {sees(room)}"
    if target in hidden:
        return f'"{target}" brings {short_name(hidden[target])} along, which \'{wanted}\' hides'
    return ""


def is_test(name):
    return name.endswith(("_test.cpp", "_for_tests.h"))


def short_name(library):
    return library.split("::")[-1]


def library_problem(room, rooms, target, file):
    """What is wrong with #include <target> in `file` of `room`, or ''."""
    first = target.split("/")[0]
    if first in TEST_LIBRARIES:
        return "" if is_test(file.name) else f"only tests include {first}"
    library = LIBRARIES.get(first)
    if not library and ("/" not in target and "." not in target or SYSTEM.match(target)):
        return ""
    if not library:
        return f"tools/check_rooms.py does not know the library of <{target}>; add it to LIBRARIES"
    if library in visible_libraries(room, rooms) or library in room.hides:
        return ""
    return f"'{room.name}' does not name {short_name(library)}"


def file_problems(root, file, room, rooms, hidden):
    problems = []
    for number, quote, target in includes(file):
        if quote == '"':
            message = own_include_problem(room, rooms, hidden, target, file)
        else:
            message = library_problem(room, rooms, target, file)
        if message:
            problems.append(f"{file.relative_to(root)}:{number}: {message}")
    return problems


def doors(cmake_text, rooms):
    """The program itself (src/main.cpp) as a room that sees what it links."""
    match = re.search(r"target_link_libraries\(strongback\s+PRIVATE\s+([^)]*)\)", cmake_text)
    linked = match.group(1).split() if match else []
    return Room("main.cpp", 0, [name for name in linked if name in rooms], [], [])


def twin_types(root):
    """Types that two headers define."""
    problems, known = [], {}
    for file in sorted((root / "src").glob("*/*.h")):
        if is_test(file.name):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        for match in TYPE.finditer(text):
            where = f"{file.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
            other = known.setdefault(match.group(1), where)
            if other != where:
                problems.append(f"{where}: '{match.group(1)}' is a type of {other}, too")
    return problems


def check(root):
    """Every offense in the project at `root`."""
    cmake_text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    rooms = read_rooms(cmake_text)
    if not rooms:
        return ["CMakeLists.txt: no room() line found"]
    problems = order_problems(rooms)
    hidden = hidden_headers(root, rooms)
    for file in sorted((root / "src").rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        parts = file.relative_to(root / "src").parts
        if len(parts) == 1:
            problems += file_problems(root, file, doors(cmake_text, rooms), rooms, hidden)
        elif parts[0] not in rooms:
            problems.append(f"{file.relative_to(root)}: '{parts[0]}' is no room; "
                            "add a room() line to CMakeLists.txt")
        elif len(parts) > 2:
            problems.append(f"{file.relative_to(root)}: a room has no folders inside")
        else:
            problems += file_problems(root, file, rooms[parts[0]], rooms, hidden)
    return problems + twin_types(root)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    problems = check(parser.parse_args().root)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
