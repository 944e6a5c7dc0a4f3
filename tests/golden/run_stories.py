#!/usr/bin/env python3
r"""Runs golden stories: what a person types, and the whole answer.

A story is a text file.  First prose: what it shows and why.  Then, in any order,

    --- person.toml              a file that the next commands find in their folder
    sex = "female"

    $ strongback check person.toml
    what the command printed
    stderr:
    what it said on stderr
    exit: 2

`stderr:` stands only where something was said, `exit:` only where it was not 0.  A command may
set variables (`NO_COLOR=1 strongback ...`) and read a file (`< answers.txt`); `$ show FILE` prints
a file that an earlier command wrote, `$ files` lists them.  A line of output that looks like one of
the marks above is written with a \ before it, an output without a last newline ends in
"\ no newline".  In a file whose heading ends in "(bytes)", \xFF stands for that byte.  Commands run
in an empty folder with a copy of examples/, 80 columns, no terminal.

run_stories.py --program PATH STORY...            compares; a difference is shown, exit 1
run_stories.py --program PATH --accept STORY...   rewrites the stories; review the diff
"""

import argparse
import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARKS = ("--- ", "$ ", "stderr:", "exit: ", "\\")
BYTES = " (bytes)"
NO_NEWLINE = "\\ no newline"
CRASH_EXIT = 99  # of the sanitizers, so that it cannot pass for an honest answer
TIMEOUT_S = 120


class BadStory(Exception):
    pass


class Item:
    """A file to write or a command to run, with the lines below its heading as they stand."""

    def __init__(self, heading):
        self.heading, self.lines = heading, []


def parse(text):
    """(prose, items) of a story."""
    prose, items = [], []
    for line in text.split("\n")[:-1] if text.endswith("\n") else text.split("\n"):
        if line.startswith(("--- ", "$ ")):
            items.append(Item(line))
        elif items:
            items[-1].lines.append(line)
        else:
            prose.append(line)
    while prose and not prose[-1]:
        prose.pop()
    if not prose:
        raise BadStory("a story begins with prose: what it shows")
    if not any(item.heading.startswith("$ ") for item in items):
        raise BadStory("a story has at least one command: $ strongback ...")
    return prose, items


def escaped(output):
    """The lines of `output`, none of which can be taken for a mark."""
    if not output:
        return []
    lines = output.split("\n")
    ends_in_newline = lines[-1] == ""
    lines = ["\\" + line if line.startswith(MARKS) else line for line in
             (lines[:-1] if ends_in_newline else lines)]
    return lines if ends_in_newline else lines + [NO_NEWLINE]


def file_bytes(item):
    """What a file of the story holds: its lines without the blank one before the next item."""
    lines = list(item.lines)
    if lines and not lines[-1]:
        lines.pop()
    text = "".join((line[1:] if line[:1] == "\\" and line[1:].startswith(MARKS) else line) + "\n"
                   for line in lines).encode()
    if not item.heading.endswith(BYTES):
        return text
    return re.sub(rb"\\x([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m.group(1).decode()), text)


def inside(folder, name):
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise BadStory(f"'{name}' lies outside the story's folder")
    return path


def environment():
    unwanted = ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "STRONGBACK_DATA")
    env = {k: v for k, v in os.environ.items() if k not in unwanted}
    env.update(COLUMNS="80", LC_ALL="C.UTF-8", TZ="UTC",
               ASAN_OPTIONS=f"exitcode={CRASH_EXIT}", LSAN_OPTIONS=f"exitcode={CRASH_EXIT}",
               UBSAN_OPTIONS=f"halt_on_error=1:exitcode={CRASH_EXIT}:print_stacktrace=1")
    return env


class Runner:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, command):
        """(stdout, stderr, exit code) of one `$` line."""
        words = shlex.split(command)
        env = environment()
        while words and "=" in words[0]:
            name, value = words.pop(0).split("=", 1)
            env[name] = value
        stdin = b""
        if "<" in words[:-1]:
            at = words.index("<")
            stdin = inside(self.folder, words[at + 1]).read_bytes()
            del words[at:at + 2]
        if words[:1] == ["show"] and len(words) == 2:
            return inside(self.folder, words[1]).read_text(encoding="utf-8"), "", 0
        if words == ["files"]:
            return self.files(), "", 0
        if words[:1] != ["strongback"]:
            raise BadStory(f"a command is 'strongback ...', 'show FILE' or 'files', not: {command}")
        return self.run_program(words[1:], env, stdin)

    def files(self):
        paths = sorted(p.relative_to(self.folder) for p in self.folder.rglob("*") if p.is_file())
        return "".join(f"{path}\n" for path in paths if path.parts[0] != "examples")

    def run_program(self, arguments, env, stdin):
        try:
            done = subprocess.run([self.program, *arguments], cwd=self.folder, env=env, input=stdin,
                                  capture_output=True, timeout=TIMEOUT_S, check=False)
        except subprocess.TimeoutExpired:
            raise BadStory(f"no answer within {TIMEOUT_S} s") from None
        output = [self.without_paths(text.decode("utf-8", "backslashreplace"))
                  for text in (done.stdout, done.stderr)]
        if done.returncode < 0 or done.returncode == CRASH_EXIT:
            raise BadStory(f"the program crashed ({done.returncode}):\n{output[1][-6000:]}")
        return (*output, done.returncode)

    def without_paths(self, text):
        """Output names no folder of this machine: those below the project root are relative."""
        return text.replace(f"{self.folder}/", "").replace(f"{ROOT}/", "")


def told(prose, items, program):
    """The story as the program tells it now."""
    lines = [*prose, ""]
    with tempfile.TemporaryDirectory(prefix="story-") as name:
        folder = pathlib.Path(name).resolve()
        shutil.copytree(ROOT / "examples", folder / "examples")
        runner = Runner(program, folder)
        for item in items:
            if item.heading.startswith("--- "):
                path = inside(folder, item.heading[4:].removesuffix(BYTES).strip())
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file_bytes(item))
                lines += [item.heading, *item.lines]
                continue
            stdout, stderr, code = runner.run(item.heading[2:])
            lines += [item.heading, *escaped(stdout)]
            lines += ["stderr:", *escaped(stderr)] if stderr else []
            lines += [f"exit: {code}"] if code else []
            lines.append("")
    while lines[-1] == "":
        lines.pop()
    return "\n".join(lines) + "\n"


def run_story(path, program, is_accepting):
    """True when the story holds, or was accepted."""
    before = path.read_text(encoding="utf-8")
    try:
        after = told(*parse(before), program)
    except (BadStory, OSError, ValueError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return False
    if before == after:
        return True
    if is_accepting:
        path.write_text(after, encoding="utf-8")
        print(f"accepted {path}")
        return True
    sys.stderr.writelines(difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True),
        f"{path} (the story)", "what the program says now"))
    print("\nhint: when the new answer is right, ./dev accept, and review the diff", file=sys.stderr)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("stories", nargs="+", type=pathlib.Path)
    args = parser.parse_args()
    held = [run_story(story, args.program.resolve(), args.accept) for story in args.stories]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
