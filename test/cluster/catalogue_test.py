"""Every problem of the catalogue, on the cluster and on this machine: the same verdicts, case by case.

Every problem in half of the languages, every language in half of the problems; CATALOGUE=all: every
solution, the wrong ones as well."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import recipes
from run_case import AT_ONCE, LANGUAGES, RunCase, verdicts

PROBLEMS = Path(__file__).resolve().parents[2] / "manifests/problems"


def solutions():
    every = sorted(path for path in PROBLEMS.glob("*/solutions/*") if path.suffix in LANGUAGES)
    if os.environ.get("CATALOGUE") == "all":
        return every
    problems, suffixes = sorted(PROBLEMS.iterdir()), sorted(LANGUAGES)
    return [problem / "solutions" / f"accepted{suffix}" for row, problem in enumerate(problems)
            for column, suffix in enumerate(suffixes) if (row + column) % 2 == 0]


class CatalogueTest(RunCase):
    def test_the_same_verdicts_as_on_this_machine(self):
        chosen = solutions()
        self.assertEqual({path.suffix for path in chosen}, set(LANGUAGES))
        self.assertEqual({path.parts[-3] for path in chosen}, {path.name for path in PROBLEMS.iterdir()})
        with ThreadPoolExecutor(AT_ONCE) as pool:
            judged = list(pool.map(self.judge_twice, chosen))
        for solution, (name, there, here) in zip(chosen, judged):
            with self.subTest(name):
                self.assertEqual(there, here)
                self.assertEqual(there[1] == "AC", solution.name.startswith("accepted"))

    def judge_twice(self, solution):
        """(name, what the cluster says, what this machine says), each an exit code, a verdict and cases."""
        problem, language = solution.parent.parent.name, LANGUAGES[solution.suffix]
        name = f"{problem}-{solution.name}"
        image = f"--image={recipes.reference(language)}"
        built = self.fixture.algo("build", PROBLEMS / problem, solution, "-o", f"{name}.bundle", image)
        self.assert_exit(built, 0)
        there = self.algo("run", f"{name}.bundle", "-o", "json", "--cleanup=always")
        here = self.fixture.algo("run", f"{name}.bundle", "--local", "-o", "json")
        return name, self.outcome(there), self.outcome(here)

    def outcome(self, done):
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode, json.loads(done.stdout)["verdict"], verdicts(done.stdout)
