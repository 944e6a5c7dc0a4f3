"""Tests of tools/check_rooms.py on small made-up projects."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_rooms  # noqa: E402

HOUSE = """
# room(comment OVER nothing)
room(base    SHOWS fmt::fmt)
room(reading OVER base          HIDES PkgConfig::tomlplusplus)
room(care    OVER base)
room(plan    OVER base reading
             HIDES nlohmann_json::nlohmann_json)
add_executable(strongback src/main.cpp)
target_link_libraries(strongback PRIVATE plan strongback_flags)
"""


class CheckRooms(unittest.TestCase):
    def problems(self, files, house=HOUSE):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "CMakeLists.txt").write_text(house)
            (root / "src").mkdir()
            for name, text in files.items():
                path = root / "src" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return check_rooms.check(root)

    def test_lets_a_room_use_what_its_line_names(self):
        self.assertEqual([], self.problems({
            "base/units.h": "#include <string>\n#include <fmt/format.h>\n",
            "reading/fields.h": '#include "base/units.h"\n#include "reading/other.h"\n',
            "reading/fields.cpp": "#include <toml++/toml.h>\n#include <sys/ioctl.h>\n",
            "plan/week_test.cpp": "#include <gtest/gtest.h>\n#include <fmt/core.h>\n",
            "main.cpp": '#include "plan/week.h"\n',
        }))

    def test_names_types_that_two_headers_define(self):
        self.assertEqual(
            ["src/plan/week.h:2: 'Shape' is a type of src/care/shape.h:1, too"],
            self.problems({"care/shape.h": "struct Shape {\n};\nstruct Other;\n",
                           "plan/week.h": "struct Other;\nclass Shape : public Other {\n};\n",
                           "plan/week_for_tests.h": "struct Shape {};\n",
                           "plan/week.cpp": "struct Shape {};\n"}))

    def test_names_the_line_that_includes_a_room_above(self):
        self.assertEqual(
            ["src/base/units.cpp:2: 'base' may not include 'plan'; it sees no other room",
             "src/plan/week.cpp:1: 'plan' may not include 'care'; it sees base reading"],
            self.problems({"base/units.cpp": '\n#include "plan/week.h"\n',
                           "plan/week.cpp": '#include "care/care.h"\n'}))

    def test_a_test_obeys_the_same_line(self):
        self.assertEqual(
            ["src/care/a_test.cpp:1: 'care' may not include 'plan'; it sees base"],
            self.problems({"care/a_test.cpp": '#include "plan/week.h"\n'}))

    def test_names_a_library_that_the_line_does_not(self):
        self.assertEqual(
            ["src/care/care.cpp:1: 'care' does not name tomlplusplus"],
            self.problems({"care/care.cpp": "#include <toml++/toml.h>\n"}))

    def test_a_hidden_library_stays_in_its_room(self):
        self.assertEqual(
            ["src/plan/week.cpp:1: \"reading/fields.h\" brings tomlplusplus along, "
             "which 'reading' hides"],
            self.problems({"reading/toml.h": "#include <toml++/toml.h>\n",
                           "reading/fields.h": '#include "reading/toml.h"\n',
                           "reading/fields.cpp": '#include "reading/fields.h"\n',
                           "plan/week.cpp": '#include "reading/fields.h"\n'}))

    def test_gtest_and_what_is_made_for_tests_is_for_tests(self):
        self.assertEqual(
            ["src/base/units.cpp:1: only tests include gtest",
             'src/base/units.cpp:2: only tests include "base/units_for_tests.h"'],
            self.problems({
                "base/units.cpp": '#include <gtest/gtest.h>\n#include "base/units_for_tests.h"\n',
                "base/units_test.cpp": '#include "base/units_for_tests.h"\n',
                "base/units_for_tests.h": "#include <gtest/gtest.h>\n"}))

    def test_an_unknown_library_is_not_let_through(self):
        self.assertEqual(
            ["src/base/units.cpp:1: tools/check_rooms.py does not know the library of "
             "<zlib/any.hpp>; add it to LIBRARIES"],
            self.problems({"base/units.cpp": "#include <zlib/any.hpp>\n"}))

    def test_includes_are_written_with_their_room(self):
        self.assertEqual(
            ['src/base/units.cpp:1: write the room, too: "base/units.h"',
             "src/base/units.cpp:2: there is no room 'shed'"],
            self.problems({"base/units.cpp": '#include "units.h"\n#include "shed/a.h"\n'}))

    def test_every_folder_is_a_room_and_no_room_has_folders(self):
        self.assertEqual(
            ["src/base/deep/a.h: a room has no folders inside",
             "src/shed/a.h: 'shed' is no room; add a room() line to CMakeLists.txt"],
            self.problems({"base/deep/a.h": "", "shed/a.h": ""}))

    def test_the_program_sees_the_rooms_that_it_links(self):
        self.assertEqual(["src/main.cpp:1: 'main.cpp' may not include 'care'; it sees plan"],
                         self.problems({"main.cpp": '#include "care/care.h"\n'}))

    def test_rooms_do_not_go_in_a_circle(self):
        self.assertEqual(
            ["CMakeLists.txt:1: the rooms go in a circle: a > b > a",
             "CMakeLists.txt:3: 'c' names 'd', which stands above it",
             "CMakeLists.txt:3: 'c' names 'e', which is no room"],
            self.problems({}, "room(a OVER b)\nroom(b OVER a)\nroom(c OVER d e)\nroom(d)\n"))


if __name__ == "__main__":
    unittest.main()
