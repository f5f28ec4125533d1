"""Every problem of the catalogue, in every language, on the cluster and on this machine: the same
verdicts, case by case.

CATALOGUE=all judges the wrong solutions as well."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import recipes
from run_case import RunCase, verdicts

PROBLEMS = Path(__file__).resolve().parents[2] / "manifests/problems"
LANGUAGES = {".py": "python", ".cpp": "cpp", ".go": "go"}
AT_ONCE = max(2, os.cpu_count() or 2)


def solutions():
    wanted = "*" if os.environ.get("CATALOGUE") == "all" else "accepted*"
    return sorted(path for path in PROBLEMS.glob(f"*/solutions/{wanted}") if path.suffix in LANGUAGES)


class CatalogueTest(RunCase):
    def test_the_same_verdicts_as_on_this_machine(self):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            judged = list(pool.map(self.judge_twice, solutions()))
        self.assertGreater(len(judged), 40)
        for name, there, here in judged:
            with self.subTest(name):
                self.assertEqual(there, here)

    def judge_twice(self, solution):
        """(name, what the cluster says, what this machine says), each an exit code and cases."""
        problem, language = solution.parent.parent.name, LANGUAGES[solution.suffix]
        name = f"{problem}-{solution.name}"
        image = f"--image={recipes.reference(language)}"
        built = self.fixture.algo("build", PROBLEMS / problem, solution, "-o", f"{name}.bundle", image)
        self.assert_exit(built, 0)
        there = self.algo("run", f"{name}.bundle", "-o", "json", "--cleanup=always")
        here = self.fixture.algo("run", f"{name}.bundle", "--local", "-o", "json")
        return name, self.outcome(there), self.outcome(here)

    @staticmethod
    def outcome(done):
        try:
            return done.returncode, json.loads(done.stdout)["verdict"], verdicts(done.stdout)
        except ValueError:
            return done.returncode, done.stderr
