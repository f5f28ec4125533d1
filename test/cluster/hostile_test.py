"""The attacks of test/hostile in real pods under Pod Security restricted: each comes to the verdict
that attacks.txt promises, its result arrives verified, and nothing of it is left on the node.

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
from run_case import AT_ONCE, LANGUAGES, SLOW, RunCase

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hostile"))
import attack as attacks  # noqa: E402

SPREAD = 16
# What the runtime's default profile answers with EPERM where the pod has no capability; that goes before
# our filter's notice (seccomp(2)): the program lives on with nothing, and its answer is wrong.
REFUSED_BY_THE_RUNTIME = frozenset("""
    bpf chroot clock clone_namespaces enter_namespace handle_open kernel_crypto kernel_log kernel_module
    keyctl keyring mount new_namespaces perf pivot_root reboot steal_descriptor umount userfaultfd vsock
""".split())
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
        before = attacks.traces()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            judged = list(pool.map(self.judge, chosen()))
        self.assertGreaterEqual(len(judged), 10)
        for program, faults in judged:
            with self.subTest(program):
                self.assertEqual(faults, [])
        self.assertEqual(attacks.traces() - before, set(), "left on the node")
        self.wait_until("no process outlives its pod", lambda: not self.outliving())

    def test_a_process_of_a_pod_would_be_seen(self):
        name = self.algo("run", self.bundle(SLOW), "--detach").stdout.strip()
        self.wait_until("its pod has processes", lambda: self.pods() & self.on_nodes())
        self.assert_exit(self.algo("delete", name), 0)

    def on_nodes(self):
        return set().union(*(node.pods_with_processes() for node in self.cluster.nodes))

    def pods(self, *where):
        return set(self.kubectl("get", "pods", *where, "-o", "jsonpath={.items[*].metadata.uid}").split())

    def outliving(self):
        """The pods that only the node knows of, by their processes."""
        found = self.on_nodes()
        return found - self.pods("-A")

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
        if found and one.verdict == "SEC" and Path(one.program).stem in REFUSED_BY_THE_RUNTIME:
            return attacks.faults(dataclasses.replace(one, verdict="WA", cause="answer"), outcome)
        return found
