"""Tests of the runner of golden stories, with a made-up program."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "golden"))
import run_stories  # noqa: E402

PROGRAM = """#!/usr/bin/env python3
import os, pathlib, sys
word = sys.argv[1]
if word == "cat": sys.stdout.buffer.write(pathlib.Path(sys.argv[2]).read_bytes())
if word == "echo": sys.stdout.write(sys.stdin.read())
if word == "raw": sys.stdout.write(sys.argv[2])
if word == "write": pathlib.Path(sys.argv[2]).write_text("new\\n")
if word == "env": print(os.environ.get(sys.argv[2], "-"), os.isatty(1))
if word == "where": print(os.getcwd() + "/x.toml")
if word == "fail": sys.stderr.write("no\\n"); sys.exit(2)
if word == "crash": sys.stderr.write("AddressSanitizer: oh\\n"); sys.exit(99)
"""


class RunStories(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.program = self.folder / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def run_story(self, text, accept=False):
        """(held, stderr, the story afterwards)"""
        story = self.folder / "story.txt"
        story.write_text(text)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            held = run_stories.run_story(story, self.program, accept)
        return held, err.getvalue(), story.read_text()

    def assert_accepts(self, text, expected):
        held, err, after = self.run_story(text, accept=True)
        self.assertTrue(held, err)
        self.assertEqual(expected, after)
        self.assertEqual((True, "", expected), self.run_story(expected))

    def test_writes_files_output_stderr_and_exit(self):
        self.assert_accepts("Prose.\n\n--- a.toml\nx = 1\n\n$ strongback cat a.toml\n$ strongback fail\n",
                            "Prose.\n\n--- a.toml\nx = 1\n\n$ strongback cat a.toml\nx = 1\n\n"
                            "$ strongback fail\nstderr:\nno\nexit: 2\n")

    def test_a_difference_fails_and_shows_both(self):
        held, err, after = self.run_story("P.\n\n$ strongback raw new\nold\n")
        self.assertFalse(held)
        self.assertIn("-old\n", err)
        self.assertIn("+new\n", err)
        self.assertEqual("P.\n\n$ strongback raw new\nold\n", after)

    def test_a_missing_exit_code_fails(self):
        self.assertFalse(self.run_story("P.\n\n$ strongback fail\nstderr:\nno\n")[0])

    def test_output_that_looks_like_a_mark_is_escaped(self):
        self.assert_accepts("P.\n\n$ strongback raw 'exit: 1'\n",
                            "P.\n\n$ strongback raw 'exit: 1'\n\\exit: 1\n\\ no newline\n")

    def test_reads_stdin_and_shows_what_was_written(self):
        self.assert_accepts("P.\n\n--- in.txt\nhello\n\n$ strongback echo < in.txt\n"
                            "$ strongback write out.txt\n$ show out.txt\n$ files\n",
                            "P.\n\n--- in.txt\nhello\n\n$ strongback echo < in.txt\nhello\n\n"
                            "$ strongback write out.txt\n\n$ show out.txt\nnew\n\n"
                            "$ files\nin.txt\nout.txt\n")

    def test_bytes_reach_the_file(self):
        held, err, after = self.run_story("P.\n\n--- a (bytes)\n\\xC3\\xA9\\x09.\n\n$ strongback cat a\n", True)
        self.assertTrue(held, err)
        self.assertTrue(after.endswith("$ strongback cat a\n\u00e9\t.\n"), after)

    def test_has_80_columns_no_color_setting_and_no_terminal(self):
        self.assert_accepts("P.\n\n$ strongback env COLUMNS\n$ NO_COLOR=1 strongback env NO_COLOR\n",
                            "P.\n\n$ strongback env COLUMNS\n80 False\n\n"
                            "$ NO_COLOR=1 strongback env NO_COLOR\n1 False\n")

    def test_no_path_of_this_machine_stays(self):
        self.assert_accepts("P.\n\n$ strongback where\n", "P.\n\n$ strongback where\nx.toml\n")

    def test_a_crash_is_never_accepted(self):
        held, err, after = self.run_story("P.\n\n$ strongback crash\n", accept=True)
        self.assertFalse(held)
        self.assertIn("the program crashed (99)", err)
        self.assertEqual("P.\n\n$ strongback crash\n", after)

    def test_a_story_has_prose_and_commands_and_stays_in_its_folder(self):
        for text, message in (("$ strongback fail\n", "begins with prose"),
                              ("P.\n", "at least one command"),
                              ("P.\n\n$ rm x\n", "a command is"),
                              ("P.\n\n--- ../x\na\n$ files\n", "lies outside")):
            held, err, _ = self.run_story(text)
            self.assertFalse(held)
            self.assertIn(message, err)


if __name__ == "__main__":
    unittest.main()
