"""What the tests of runs have in common: a namespace of each test's own, and nothing left in it."""

import json
import os
import threading
import time
import unittest

import fixture

SLOW = """import time
from typing import List
class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        time.sleep(1)
        at = {}
        for i, n in enumerate(nums):
            if target - n in at:
                return [at[target - n], i]
            at[n] = i
"""
LANGUAGES = {".c": "c", ".cpp": "cpp", ".go": "go", ".java": "java", ".js": "javascript", ".py": "python",
             ".rs": "rust", ".ts": "typescript"}  # by a solution's suffix
SUFFIXES = {language: suffix for suffix, language in LANGUAGES.items()}
AT_ONCE = max(2, os.cpu_count() or 2)  # runs that one test may have under way
_building = threading.Lock()


class RunCase(unittest.TestCase):
    """Every test has a namespace under Pod Security restricted, and leaves neither an object in it
    nor a temporary file on this machine."""

    @classmethod
    def setUpClass(cls):
        cls.fixture = fixture.shared()
        cls.cluster, cls.folder = cls.fixture.cluster, cls.fixture.folder

    def setUp(self):
        self.space = self.id().rpartition(".")[2].replace("_", "-")[:60].rstrip("-")
        self.temporary = self.folder / f"tmp-{self.space}"
        self.temporary.mkdir()
        self.fixture.make_namespace(self.space)
        self.addCleanup(self.assert_nothing_left)

    def assert_nothing_left(self):
        deadline = time.monotonic() + 30
        while self.fixture.left(self.space) and time.monotonic() < deadline:
            time.sleep(0.2)
        self.assertEqual(self.fixture.left(self.space), [])
        self.assertEqual(list(self.temporary.iterdir()), [])

    def algo(self, *words, **more):
        return self.fixture.algo(*words, "-n", self.space, TMPDIR=str(self.temporary), **more)

    def start(self, *words, **more):
        """In the background; ended when the test is over."""
        child = self.fixture.start(*words, "-n", self.space, TMPDIR=str(self.temporary), **more)
        self.addCleanup(self.end, child)
        return child

    @staticmethod
    def end(child):
        if child.poll() is None:
            child.kill()
        child.communicate()

    def bundle(self, text="", *flags, language="python"):
        """A bundle of two-sum, built once for all that ask for the same; without `text` the reference
        solution."""
        image = f"--image={fixture.recipes.reference(language)}"
        name = f"b{abs(hash((text, flags, language))):x}"
        with _building:
            if not (self.folder / f"{name}.bundle").exists():
                source = f"{name}{SUFFIXES[language]}"
                (self.folder / source).write_text(text)
                solution = [source] if text else [f"--lang={language}"]
                self.assert_exit(self.fixture.algo("build", "two-sum", *solution, "-o", f"{name}.bundle", image, *flags), 0)
        return f"{name}.bundle"

    def kubectl(self, *words, **more):
        return self.cluster.kubectl(*words, "-n", self.space, **more)

    def assert_exit(self, done, code):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)

    def wait_for_text(self, child, text, stream=None):
        """Until the text is in a line of what it says: of its table, or of `stream`."""
        patience = threading.Timer(180, child.kill)
        patience.start()
        try:
            if any(text in line for line in stream or child.stdout):
                return
        finally:
            patience.cancel()
        out, err = child.communicate()
        self.fail(f"{text!r} was never said: {out}{err}")

    def finish(self, child, code, seconds=180):
        """What it says until it ends, by itself, with this exit code."""
        out, err = child.communicate(timeout=seconds)
        self.assertEqual(child.returncode, code, out + err)
        return out, err

    def wait_until(self, what, condition, seconds=60):
        deadline = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.1)


def verdicts(report_text):
    """Case by case, what a report in JSON says."""
    return [(one["name"], one["verdict"], one["cause"]) for one in json.loads(report_text)["cases"]]
