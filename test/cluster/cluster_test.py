"""The built program against a real Kubernetes. ALGO names the program to try."""

import json
import os
import signal
import subprocess
import time
import unittest

from fixture import IMAGE, Fixture
from harness import machine

ALGO = os.environ.get("ALGO", "build/dev/bin/kubectl-algo")
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
WRONG = SLOW.replace("time.sleep(1)", "return [0, 0]")


def setUpModule():
    global fixture, cluster, folder, env
    reason = machine.why_not()
    if reason:
        raise unittest.SkipTest(reason)
    fixture = Fixture(ALGO)
    unittest.addModuleCleanup(fixture.down)
    fixture.up()
    cluster, folder, env = fixture.cluster, fixture.folder, fixture.env
    (folder / "slow.py").write_text(SLOW)
    (folder / "wrong.py").write_text(WRONG)
    algo("build", "two-sum", "--lang=python", f"--image={IMAGE}")
    for name in ("slow", "wrong"):
        algo("build", "two-sum", f"{name}.py", "-o", f"{name}.bundle", f"--image={IMAGE}")


def algo(*words):
    return subprocess.run(["kubectl", "algo", *words], cwd=folder, env=env, capture_output=True, text=True, timeout=180)


def start(*words):
    return subprocess.Popen([f"{folder}/bin/kubectl-algo", *words], cwd=folder, env=env,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_text(child, text):
    for line in child.stdout:
        if text in line:
            return
    raise AssertionError(f"{text!r} was never said: {child.stderr.read()}")


class RunTest(unittest.TestCase):
    """Every test has a namespace of its own, under Pod Security restricted."""

    def setUp(self):
        self.space = self.id().rpartition(".")[2].replace("_", "-")[:60]
        fixture.make_namespace(self.space)

    def algo(self, command, *words):
        return algo(command, *words, "-n", self.space)

    def assert_exit(self, done, code):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)

    def left(self):
        """What of ours is in the namespace."""
        selector = "app.kubernetes.io/managed-by=kubectl-algo"
        return cluster.kubectl("get", "jobs,configmaps,pods", "-n", self.space, "-l", selector, "-o", "name").split()

    def assert_nothing_left(self):
        deadline = time.monotonic() + 30
        while self.left() and time.monotonic() < deadline:
            time.sleep(0.2)
        self.assertEqual(self.left(), [])

    def test_accepted(self):
        done = self.algo("run", "two-sum.bundle", "--result-file=accepted.json")
        self.assert_exit(done, 0)
        self.assertEqual(len(done.stdout.splitlines()), 15)
        report = json.loads((folder / "accepted.json").read_text())
        self.assertEqual(report["verdict"], "AC")
        self.assert_nothing_left()

    def test_the_same_verdicts_as_on_this_machine(self):
        there = self.algo("run", "wrong.bundle", "-o", "json")
        here = algo("run", "wrong.bundle", "--local", "-o", "json")
        self.assert_exit(there, 1)
        self.assert_exit(here, 1)

        def verdicts(done):
            return [(one["name"], one["verdict"], one["cause"]) for one in json.loads(done.stdout)["cases"]]

        self.assertEqual(verdicts(there), verdicts(here))
        self.assert_nothing_left()

    def test_plain_kubectl_runs_the_bundle_too(self):
        bundle = folder / "two-sum.bundle"
        cluster.kubectl("create", "-n", self.space, "-f", bundle / "job.yaml", "-f", bundle / "runner.yaml")
        cluster.kubectl("wait", "-n", self.space, "--for=condition=complete", "job", "--all", "--timeout=60s")
        name = cluster.kubectl("get", "jobs", "-n", self.space, "-o", "jsonpath={.items[0].metadata.name}")
        done = self.algo("result", name, "-o", "json")
        self.assert_exit(done, 0)
        self.assertEqual(json.loads(done.stdout)["verdict"], "AC")
        self.assertIn(" 15/15 ", self.algo("runs").stdout)

    def test_missing_permissions_come_in_one_message(self):
        done = self.algo("run", "two-sum.bundle", "--as=ann")
        self.assert_exit(done, 3)
        self.assertIn("missing: create jobs.batch, get jobs.batch", done.stderr)
        role = self.algo("doctor", "--role", "--as=ann").stdout
        cluster.kubectl("apply", "-f", "-", stdin=role)
        self.assert_exit(self.algo("run", "two-sum.bundle", "--as=ann"), 0)
        self.assert_nothing_left()

    def test_pod_security_refuses_before_anything_is_made(self):
        patch = '--patch={"spec":{"template":{"spec":{"hostNetwork":true}}}}'
        done = self.algo("run", "two-sum.bundle", patch)
        self.assert_exit(done, 3)
        self.assertIn('violates PodSecurity "restricted', done.stderr)
        self.assertEqual(self.left(), [])

    def test_quota(self):
        cluster.kubectl("create", "quota", "none", "-n", self.space, "--hard=pods=0")
        cluster.kubectl("wait", "-n", self.space, "quota/none", "--for=jsonpath={.status.hard.pods}=0")
        done = self.algo("run", "two-sum.bundle")
        self.assert_exit(done, 3)
        self.assertIn("exceeded quota: none", done.stderr)
        self.assertEqual(self.left(), [])

    def test_an_image_that_is_no_name(self):
        done = self.algo("run", "two-sum.bundle", "--image=NOT:A:NAME", "--cleanup=always")
        self.assert_exit(done, 4)
        self.assertIn("its image cannot be pulled", done.stderr)
        self.assert_nothing_left()

    def test_no_node(self):
        done = self.algo("run", "two-sum.bundle", "--node-selector=disk=fast", "--schedule-timeout=2s", "--cleanup=always")
        self.assert_exit(done, 6)
        self.assertIn("didn't match Pod's node affinity/selector", done.stderr)
        self.assert_nothing_left()

    def test_leaving_and_coming_back(self):
        name = self.algo("run", "two-sum.bundle", "--detach").stdout.strip()
        self.assertIn(name, self.algo("runs", "-o", "name").stdout)
        done = self.algo("attach", name)
        self.assert_exit(done, 0)
        self.assertEqual(len(done.stdout.splitlines()), 15)
        self.assert_nothing_left()

    def test_ctrl_c_leaves_the_run_alone_and_cancel_ends_it(self):
        child = start("run", "slow.bundle", "-n", self.space)
        wait_for_text(child, "sample-2")
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
        self.assertEqual(child.returncode, 130)
        self.assertIn("the run goes on", err)
        self.assertIn("running", self.algo("runs").stdout)
        self.assert_exit(self.algo("cancel", "--last"), 0)
        self.assert_nothing_left()

    def test_a_pod_that_is_deleted_half_way(self):
        child = start("run", "slow.bundle", "-n", self.space, "--cleanup=always")
        wait_for_text(child, "sample-2")
        cluster.kubectl("delete", "pods", "-n", self.space, "--all", "--wait=false")
        _, err = child.communicate(timeout=120)
        self.assertEqual(child.returncode, 5, err)
        self.assert_nothing_left()

    def test_an_api_server_that_restarts_while_we_follow(self):
        child = start("run", "slow.bundle", "-n", self.space)
        wait_for_text(child, "sample-2")
        cluster.processes.restart("kube-apiserver", hard=True)
        self.addCleanup(cluster.wait_until_ready)
        out, err = child.communicate(timeout=120)
        self.assertEqual(child.returncode, 0, err)
        self.assertEqual(len(out.splitlines()), 13)
        self.assert_nothing_left()

    def test_two_clients_follow_one_run(self):
        name = self.algo("run", "slow.bundle", "--detach").stdout.strip()
        children = [start("attach", name, "-n", self.space, "--cleanup=never") for _ in range(2)]
        outs = [child.communicate(timeout=120)[0] for child in children]
        self.assertEqual([child.returncode for child in children], [0, 0])
        self.assertEqual(outs[0], outs[1])
        self.assert_exit(self.algo("delete", name), 0)
        self.assert_nothing_left()

    def test_a_suspended_job_of_a_lost_laptop_is_what_gc_finds(self):
        objects = self.algo("run", "two-sum.bundle", "--dry-run=client").stdout
        job = objects.rpartition("---\n")[2].replace("\nspec:\n", "\nspec:\n  suspend: true\n", 1)
        cluster.kubectl("create", "-n", self.space, "-f", "-", stdin=job)
        self.assertIn("suspended", self.algo("runs").stdout)
        time.sleep(2.1)  # whole seconds count
        self.assertIn("deleted", self.algo("gc", "--older-than=1s").stdout)
        self.assert_nothing_left()


if __name__ == "__main__":
    unittest.main(verbosity=2)
