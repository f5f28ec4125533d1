"""The attacks of test/hostile in real pods under Pod Security restricted: each comes to the verdict
that attacks.txt promises, and its result arrives verified.

HOSTILE=all judges them all; otherwise a spread of them, some in every language."""

import dataclasses
import json
import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import recipes
from run_case import AT_ONCE, LANGUAGES, RunCase

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hostile"))
import attack as attacks  # noqa: E402

SPREAD = 16
SECRET = "SECRET-OUTPUT-OF-A-POD"


def chosen():
    every = attacks.read_attacks()
    if os.environ.get("HOSTILE") == "all":
        return every
    return [one for suffix in LANGUAGES for one in of_language(every, suffix)[::SPREAD]]


def of_language(every, suffix):
    return [one for one in every if Path(one.program).suffix == suffix]


class HostileTest(RunCase):
    def test_attacks_come_to_the_same_in_a_pod(self):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            judged = list(pool.map(self.judge, chosen()))
        self.assertGreaterEqual(len(judged), 10)
        for program, faults in judged:
            with self.subTest(program):
                self.assertEqual(faults, [])

    def judge(self, one):
        """(program, why what it came to is not what is promised)"""
        folder = Path(tempfile.mkdtemp(prefix="attack-", dir=self.folder))
        try:
            solution = attacks.write_problem(one, folder, SECRET)
            image = f"--image={recipes.reference(LANGUAGES[solution.suffix])}"
            built = self.fixture.algo("build", folder / "problem", solution, "-o", folder / "bundle", image)
            if built.returncode != 0:
                return one.program, [built.stderr]
            done = self.algo("run", folder / "bundle", "-o", "json", "--cleanup=always")
            return one.program, self.faults(one, done)
        finally:
            shutil.rmtree(folder)

    @staticmethod
    def faults(one, done):
        said = (done.stdout + done.stderr).replace(SECRET, "")
        try:
            outcome = attacks.Outcome(report=json.loads(done.stdout), said=said)
        except ValueError:
            outcome = attacks.Outcome(said=said)
        found = attacks.faults(one, outcome)
        if found and one.verdict == "SEC":
            # The runtime's own profile refuses some calls with EPERM, which goes before our filter's
            # notice (seccomp(2)): the program lives on with nothing, and its answer is wrong.
            return attacks.faults(dataclasses.replace(one, verdict="WA", cause="answer"), outcome)
        return found
