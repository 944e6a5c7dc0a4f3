"""Tests of tools/check_sizes.py: what counts as a function and what does not."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import check_sizes  # noqa: E402


def names(source):
    return [(name, lines) for name, _, lines in check_sizes.functions(source)]


class CheckSizes(unittest.TestCase):
    def test_counts_from_the_first_line_of_the_declaration(self):
        self.assertEqual([("sum", 5)], names("int sum(int a,\n        int b) {\n\n  return a;\n}\n"))

    def test_finds_members_constructors_operators_and_templates(self):
        self.assertEqual(
            [("Range", 1), ("size", 1), ("operator", 1), ("Range::grow", 2), ("max", 1)],
            names("class Range : public Base<int> {\n public:\n"
                  "  explicit Range(int n) : n_(n) {}\n"
                  "  [[nodiscard]] int size() const { return n_; }\n"
                  "  bool operator==(const Range& o) const { return n_ == o.n_; }\n};\n"
                  "void Range::grow(int by = 3) {\n}\n"
                  "template <class T> T max(T a, T b) { return a < b ? b : a; }\n"))

    def test_a_lambda_belongs_to_its_function(self):
        self.assertEqual([("f", 4)], names("void f() {\n  const auto g = [](int) {\n  };\n}\n"))

    def test_tables_namespaces_and_classes_are_no_functions(self):
        table = "const std::array<Row, 2> kRows = {{\n    {\"a\", f(1)},\n    {\"b\", 2},\n}};\n"
        self.assertEqual([], names("namespace a {\nenum class B : int { C, D };\n" + table + "}\n"))

    def test_braces_in_texts_and_comments_do_not_count(self):
        source = ('void f() {\n  a("}{", \'{\', R"x(}}})x", 1\'000);  // }\n  /* } */\n'
                  "#define OPEN {\n}\nvoid g() {}\n")
        self.assertEqual([("f", 5), ("g", 1)], names(source))

    def test_functions_in_an_anonymous_namespace_count(self):
        self.assertEqual([("f", 1)], names("namespace {\nstruct A { int b = 0; };\nA f() { return {}; }\n}"))

    def test_sixty_lines_pass_and_sixty_one_do_not(self):
        def source(lines):
            return "int f() {\n" + "  g();\n" * (lines - 2) + "}\n"
        self.assertEqual([], check_sizes.check_text("a.cpp", source(60)))
        self.assertEqual(["a.cpp:1: 'f' has 61 lines; 60 are allowed"],
                         check_sizes.check_text("a.cpp", source(61)))

    def test_four_hundred_lines_pass_and_one_more_does_not(self):
        self.assertEqual([], check_sizes.check_text("a.h", "int a;\n" * 400))
        self.assertEqual(["a.h:1: the file has 401 lines; 400 are allowed"],
                         check_sizes.check_text("a.h", "int a;\n" * 401))


if __name__ == "__main__":
    unittest.main()
