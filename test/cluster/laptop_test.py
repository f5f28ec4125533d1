"""A laptop that dies after each write of the submit sequence leaves at most one suspended Job that
owns everything."""

import threading
import time

from harness.proxy import Proxy
from run_case import RunCase

# A Job, its input, its sources and the runner; then it may start.
WRITES = ["POST jobs", "POST configmaps", "POST configmaps", "POST configmaps", "PATCH jobs"]


class LaptopTest(RunCase):
    def submit_and_die(self, last):
        """Submits, and kills the client when the server has done its write number `last`, before the
        client can know; the writes that were done."""
        done, lock = [], threading.Lock()

        def after_write(what):
            method, path = what.split()
            kind = next(word for word in path.split("/") if word in ("jobs", "configmaps", "pods"))
            with lock:
                done.append(f"{method} {kind}")
                if len(done) == last:
                    client.kill()

        proxy = Proxy(self.cluster, self.folder / f"{self.space}.kubeconfig", after_write)
        self.addCleanup(proxy.close)
        client = self.start("run", self.bundle(), "--detach", KUBECONFIG=str(proxy.kubeconfig))
        client.communicate(timeout=60)
        self.assertEqual(client.returncode, -9 if last <= len(WRITES) else 0)
        return done

    def test_what_a_submission_writes(self):
        self.assertEqual(self.submit_and_die(99), WRITES)
        self.assert_exit(self.algo("delete", "--last"), 0)

    def test_dying_before_the_job_is_started(self):
        for last in range(1, len(WRITES)):
            with self.subTest(WRITES[last - 1], number=last):
                self.assertEqual(self.submit_and_die(last), WRITES[:last])
                self.assertEqual(self.kubectl("get", "jobs", "-o", "jsonpath={.items[*].spec.suspend}"), "true")
                self.assertEqual(self.kubectl("get", "pods", "-o", "name"), "")
                self.assertEqual(self.count("configmaps") - 1, last - 1)  # one is the cluster's own
                time.sleep(2.1)  # whole seconds count
                self.assert_exit(self.algo("gc", "--older-than=1s"), 0)
                self.assert_nothing_left()

    def count(self, kind):
        return len(self.kubectl("get", kind, "-o", "name").split())

    def test_dying_when_it_has_started(self):
        self.assertEqual(self.submit_and_die(len(WRITES)), WRITES)
        self.assert_exit(self.algo("attach", "--last"), 0)
