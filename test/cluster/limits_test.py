"""Time and memory of a run in its pod: a result is written before anything kills it."""

import json
import os
import signal
from pathlib import Path

from run_case import SLOW, RunCase, verdicts

# More than the container holds, in one case: negative-numbers is neither the first nor the last.
GREEDY = """from typing import List
class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        if target < 0:
            held = bytearray(b"x") * (100 << 20)
        at = {}
        for i, n in enumerate(nums):
            if target - n in at:
                return [at[target - n], i]
            at[n] = i
"""


class LimitsTest(RunCase):
    def test_the_judge_s_deadline(self):
        done = self.algo("run", self.bundle(SLOW, "--timeout=14s"), "-o", "json", "--cleanup=always")
        report = json.loads(done.stdout)
        self.assertEqual(report["cases"][0]["verdict"], "AC")
        self.assertIn(("SKIP", "deadline"), [(one["verdict"], one["cause"]) for one in report["cases"]])
        self.assertEqual(len(report["cases"]), 15)
        self.assert_exit(done, 1)

    def test_the_pod_s_deadline(self):
        """It is the kubelet that ends this pod; the judge writes what it has when it is told to go."""
        patch = '--patch={"spec":{"template":{"spec":{"activeDeadlineSeconds":6}}}}'
        done = self.algo("run", self.bundle(SLOW), patch, "--cleanup=always")
        self.assert_exit(done, 5)
        self.assertRegex(done.stderr, r"the judging was stopped after \d+ of 15 cases|its time is over")

    def test_the_job_s_deadline(self):
        patch = '--patch={"spec":{"activeDeadlineSeconds":6}}'
        done = self.algo("run", self.bundle(SLOW), patch, "--cleanup=always")
        self.assert_exit(done, 5)
        self.assertRegex(done.stderr, r"the judging was stopped after \d+ of 15 cases|its time is over")

    def test_a_container_that_is_too_small_for_the_solution(self):
        """The kernel kills one process (cgroup v1) or the whole container (v2)."""
        done = self.algo("run", self.bundle(GREEDY, "--memory-limit=48Mi"), "-o", "json")
        self.assert_exit(done, 1)
        found = verdicts(done.stdout)
        self.assertIn("MLE", [verdict for _, verdict, _ in found])
        for name, verdict, _ in found:
            self.assertIn(verdict, ("AC", "MLE"), name)
        self.assertEqual(found[-1][1], "AC")

    def test_a_sandbox_that_is_killed_as_a_whole(self):
        child = self.start("run", self.bundle(SLOW), "-o", "json")
        self.wait_for_text(child, "compiled", child.stderr)
        self.wait_until("the sandbox runs", self.sandbox_pid)
        self.wait_for_cases(2)
        os.kill(self.sandbox_pid(), signal.SIGKILL)
        out, _ = self.finish(child, 1)
        found = verdicts(out)
        self.assertEqual([one[1:] for one in found if one[1] != "AC"], [("MLE", "container")])
        self.assertEqual((len(found), found[-1][1]), (15, "AC"))

    def sandbox_pid(self):
        """On this machine, of PID 1 of the sandbox's container."""
        ids = self.kubectl("get", "pods", "-o", "jsonpath={.items[*].status.initContainerStatuses[*].containerID}")
        for line in self.cluster.nodes[0].ctr("tasks", "list").splitlines()[1:]:
            name, pid = line.split()[:2]
            if name in ids and b"\0--policy=run\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return int(pid)
        return None

    def wait_for_cases(self, count):
        log = ("logs", "-c", "judge", "-l", "problem-id=two-sum", "--tail=-1")
        self.wait_until("cases", lambda: self.kubectl(*log, check=False).count('"verdict"') >= count)
