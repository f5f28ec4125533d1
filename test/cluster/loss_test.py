"""What a cluster does to a run that is on its way: the result comes all the same, or the exit code
says that it did not."""

import json
import re

from fixture import SPARE, alone
from run_case import SLOW, RunCase


class LossTest(RunCase):
    def test_a_pod_that_is_deleted_half_way(self):
        child = self.start("run", self.bundle(SLOW), "--cleanup=always")
        self.wait_for_text(child, "sample-2")
        self.kubectl("delete", "pods", "--all", "--wait=false")
        _, err = self.finish(child, 5)
        self.assertRegex(err, r"the judging was stopped after \d+ of 15 cases")

    def test_a_pod_that_the_eviction_api_takes_has_a_successor(self):
        child = self.start("run", self.bundle(SLOW), "-o", "json")
        self.wait_for_text(child, "compiled", child.stderr)
        pod = self.kubectl("get", "pods", "-o", "jsonpath={.items[0].metadata.name}")
        eviction = {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": pod, "namespace": self.space}}
        self.cluster.kubectl("create", "--raw", f"/api/v1/namespaces/{self.space}/pods/{pod}/eviction", "-f", "-",
                             stdin=json.dumps(eviction))
        out, _ = self.finish(child, 0)
        self.assertEqual(json.loads(out)["verdict"], "AC")
        self.assertEqual(len(json.loads(out)["cases"]), 15)

    def test_a_pod_that_its_node_evicts_for_its_disk(self):
        patch = [{"op": "test", "path": "/spec/template/spec/volumes/7/name", "value": "output"},
                 {"op": "replace", "path": "/spec/template/spec/volumes/7/emptyDir/sizeLimit", "value": "1Ki"}]
        slower = SLOW.replace("sleep(1)", "sleep(2.5)")  # the kubelet looks every ten seconds
        done = self.algo("run", self.bundle(slower), f"--patch={json.dumps(patch)}", "--cleanup=always")
        self.assert_exit(done, 5)
        self.assertRegex(done.stderr, r"the judging was stopped after \d+ of 15 cases|the node evicted its pod")

    @alone
    def test_an_api_server_that_restarts_while_we_follow(self):
        child = self.start("run", self.bundle(SLOW))
        self.wait_for_text(child, "sample-2")
        self.cluster.processes.restart("kube-apiserver", hard=True)
        self.addCleanup(self.cluster.wait_until_ready)
        out, _ = self.finish(child, 0)
        self.assertEqual(len(out.splitlines()), 13)

    def test_a_log_that_is_rotated_under_us(self):
        done = self.algo("run", self.bundle(SLOW), *SPARE, "-o", "json")
        self.assert_exit(done, 0)
        self.assertEqual(len(json.loads(done.stdout)["cases"]), 15)

    def test_a_log_whose_beginning_is_gone(self):
        name = self.algo("run", self.bundle(SLOW), *SPARE, "--detach").stdout.strip()
        self.kubectl("wait", "--for=condition=complete", f"job/{name}", "--timeout=100s")
        # The kubelet begins a new file wherever it is: the first line may be part of one.
        log = self.kubectl("logs", f"job/{name}", "-c", "judge")
        first = re.search(r"^@algo1 \w+ (\d+) ", log, re.MULTILINE)
        self.assertIsNotNone(first, log[:300])
        self.assertGreater(int(first.group(1)), 1, "the log was not rotated")
        done = self.algo("attach", name, "-o", "json")
        self.assert_exit(done, 0)
        self.assertEqual(json.loads(done.stdout)["verdict"], "AC")

    @alone
    def test_a_node_that_stops(self):
        """What the containers do meanwhile nobody knows: the client says so, and gives up in time."""
        child = self.start("run", self.bundle(SLOW, "--timeout=500s"), *SPARE, "--case=sample-1", "--case=sample-2")
        node = self.cluster.nodes[1]
        self.wait_for_text(child, "sample-1")
        self.addCleanup(self.revive, node)
        node.pause()
        _, err = self.finish(child, 5)
        self.assertIn("its node no longer answers", err)
        self.assertIn("cancel the run", err)
        self.assert_exit(self.algo("cancel", "--last"), 0)

    def revive(self, node):
        node.resume()
        self.wait_until("the node is back", self.cluster.nodes_ready)
