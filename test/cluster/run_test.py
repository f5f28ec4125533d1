"""A run on the cluster, all the way, and coming back to it."""

import json
import signal
import time

from run_case import SLOW, RunCase


class RunTest(RunCase):
    def test_accepted(self):
        done = self.algo("run", self.bundle(), "--result-file=accepted.json")
        self.assert_exit(done, 0)
        self.assertEqual(len(done.stdout.splitlines()), 15)
        report = json.loads((self.folder / "accepted.json").read_text())
        self.assertEqual(report["verdict"], "AC")

    def test_plain_kubectl_runs_the_bundle_too(self):
        for language in ("python", "cpp", "go"):
            with self.subTest(language):
                self.run_by_plain_kubectl(language)

    def run_by_plain_kubectl(self, language):
        bundle = self.folder / self.bundle(language=language)
        files = ("-f", bundle / "job.yaml", "-f", bundle / "runner.yaml")
        self.kubectl("create", *files)
        self.kubectl("wait", "--for=condition=complete", "job", "--all", "--timeout=100s")
        name = self.kubectl("get", "jobs", "-o", "jsonpath={.items[0].metadata.name}")
        self.assertIn("@algo1 ", self.kubectl("logs", f"job/{name}", "-c", "judge"))
        done = self.algo("result", name, "-o", "json")
        self.assert_exit(done, 0)
        self.assertEqual(json.loads(done.stdout)["verdict"], "AC")
        self.assertIn(" 15/15 ", self.algo("runs").stdout)
        self.kubectl("delete", *files)

    def test_leaving_and_coming_back(self):
        name = self.algo("run", self.bundle(), "--detach").stdout.strip()
        self.assertIn(name, self.algo("runs", "-o", "name").stdout)
        done = self.algo("attach", name)
        self.assert_exit(done, 0)
        self.assertEqual(len(done.stdout.splitlines()), 15)

    def test_ctrl_c_leaves_the_run_alone_and_cancel_ends_it(self):
        child = self.start("run", self.bundle(SLOW))
        self.wait_for_text(child, "sample-2")
        child.send_signal(signal.SIGINT)
        _, err = self.finish(child, 130)
        self.assertIn("the run goes on", err)
        self.assertIn("running", self.algo("runs").stdout)
        self.assert_exit(self.algo("cancel", "--last"), 0)

    def test_two_clients_follow_one_run(self):
        name = self.algo("run", self.bundle(SLOW), "--detach").stdout.strip()
        children = [self.start("attach", name, "--cleanup=never") for _ in range(2)]
        outs = [self.finish(child, 0)[0] for child in children]
        self.assertEqual(outs[0], outs[1])
        self.assert_exit(self.algo("delete", name), 0)

    def test_a_suspended_job_is_what_gc_finds(self):
        objects = self.algo("run", self.bundle(), "--dry-run=client").stdout
        job = objects.rpartition("---\n")[2].replace("\nspec:\n", "\nspec:\n  suspend: true\n", 1)
        self.kubectl("create", "-f", "-", stdin=job)
        self.assertIn("suspended", self.algo("runs").stdout)
        time.sleep(2.1)  # whole seconds count
        self.assertIn("deleted", self.algo("gc", "--older-than=1s").stdout)
