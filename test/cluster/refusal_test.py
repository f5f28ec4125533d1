"""What keeps a run from starting: said with the cluster's own words, and leaving nothing."""

import signal

from fixture import OURS
from harness.cluster import free_port
from harness.registry import Registry
from run_case import RunCase


class RefusalTest(RunCase):
    def assert_refused(self, done, code, words):
        self.assert_exit(done, code)
        self.assertIn(words, done.stderr)
        self.assertEqual(done.stdout, "")
        # What belongs to a deleted Job goes a moment after it.
        self.wait_until("something was left", lambda: not self.kubectl("get", "jobs,configmaps", "-l", OURS, "-o", "name"), 20)

    def test_missing_permissions_come_in_one_message(self):
        done = self.algo("run", self.bundle(), "--as=ann")
        self.assert_refused(done, 3, "missing: create jobs.batch, get jobs.batch")
        role = self.algo("doctor", "--role", "--as=ann").stdout
        self.kubectl("apply", "-f", "-", stdin=role)
        self.assert_exit(self.algo("run", self.bundle(), "--as=ann"), 0)

    def test_pod_security_refuses_before_anything_is_made(self):
        patch = '--patch={"spec":{"template":{"spec":{"hostNetwork":true}}}}'
        self.assert_refused(self.algo("run", self.bundle(), patch), 3, 'violates PodSecurity "restricted')

    def test_quota(self):
        self.kubectl("create", "quota", "none", "--hard=pods=0")
        self.kubectl("wait", "quota/none", "--for=jsonpath={.status.hard.pods}=0")
        self.assert_refused(self.algo("run", self.bundle()), 3, "exceeded quota: none")

    def test_an_image_that_is_no_name(self):
        done = self.algo("run", self.bundle(), "--image=NOT:A:NAME", "--cleanup=always")
        self.assert_refused(done, 4, "its image cannot be pulled")

    def test_an_image_that_the_registry_does_not_have(self):
        image = f"{self.registry({}).address}/nowhere:1"
        done = self.algo("run", self.bundle(), f"--image={image}", "--cleanup=always")
        self.assert_refused(done, 4, "its image cannot be pulled")
        self.assertIn(f"{image}: not found", done.stderr)

    def test_an_image_that_is_only_for_those_who_have_the_secret(self):
        registry = self.registry({"images/python": self.fixture.archives["python"]}, "correct-horse")
        image = f"--image={registry.address}/images/python:1"
        refused = self.algo("run", self.bundle(), image, "--cleanup=always")
        self.assert_refused(refused, 4, "its image cannot be pulled")
        self.assertIn("no basic auth credentials", refused.stderr)
        self.kubectl("create", "secret", "docker-registry", "images", f"--docker-server={registry.address}",
                     "--docker-username=learner", "--docker-password=correct-horse")
        done = self.algo("run", self.bundle(), image, "--pull-secret=images")
        self.assert_exit(done, 0)
        self.assertRegex(done.stderr, r"✔ pulled +[\d.]+ m?s")

    def registry(self, *which):
        registry = Registry(self.cluster, self.cluster.nodes[0], *which)
        self.addCleanup(registry.close)
        return registry

    def test_an_image_whose_registry_is_away_is_waited_for_with_the_reason(self):
        image = f"localhost:{free_port()}/nowhere:1"  # nobody listens there
        child = self.start("run", self.bundle(), f"--image={image}", "--cancel-on-interrupt")
        self.wait_for_text(child, "connection refused", child.stderr)
        child.send_signal(signal.SIGINT)
        self.finish(child, 130)

    def test_no_node(self):
        done = self.algo("run", self.bundle(), "--node-selector=disk=fast", "--schedule-timeout=2s", "--cleanup=always")
        self.assert_refused(done, 6, "didn't match Pod's node affinity/selector")

    def test_no_node_is_large_enough(self):
        bundle = self.bundle("", "--memory-limit=900Gi")
        done = self.algo("run", bundle, "--schedule-timeout=2s", "--cleanup=always")
        self.assert_refused(done, 6, "Insufficient memory")
        self.assertRegex(done.stderr, r"the pod asks for 900 GiB; the largest node offers [\d.]+ GiB")
