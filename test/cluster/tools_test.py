"""What helps around a run: the doctor and its probe, the twin of a run, images without warm caches."""

import json

from harness import recipes
from run_case import SLOW, RunCase


class ToolsTest(RunCase):
    def test_the_doctor_s_probe_says_what_protects_a_node(self):
        done = self.algo("doctor", "--probe", f"--image={recipes.reference('python')}")
        self.assert_exit(done, 0)
        for words in ("Landlock", "seccomp", "user namespaces", "cgroup", "clock"):
            self.assertIn(words, done.stdout)

    def test_the_same_bundle_again_attaches_to_the_run_that_goes_on(self):
        name = self.algo("run", self.bundle(SLOW), "--detach").stdout.strip()
        done = self.algo("run", self.bundle(SLOW), "--if-running=attach")
        self.assert_exit(done, 0)
        self.assertIn(name, done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 15)

    def test_the_same_bundle_again_is_judged_again_with_a_word_about_it(self):
        first = self.algo("run", self.bundle(SLOW), "--detach").stdout.strip()
        second = self.algo("run", self.bundle(SLOW), "--detach")
        self.assertIn(f"run {first} judges the same bundle", second.stderr)
        self.assertNotEqual(first, second.stdout.strip())
        for name in (first, second.stdout.strip()):
            self.assert_exit(self.algo("cancel", name), 0)

    def test_images_without_caches_work_too(self):
        """As the official ones are: what ours have warm is hidden from the build."""
        for language in ("cpp", "go"):
            with self.subTest(language):
                empty = [{"op": "add", "path": "/spec/template/spec/volumes/-",
                          "value": {"name": "cold", "emptyDir": {"sizeLimit": "1Mi"}}},
                         {"op": "add", "path": "/spec/template/spec/initContainers/0/volumeMounts/-",
                          "value": {"name": "cold", "mountPath": "/algo-cache", "readOnly": True}}]
                done = self.algo("run", self.bundle(language=language), f"--patch={json.dumps(empty)}", "-o", "json")
                self.assert_exit(done, 0)
                self.assertEqual(json.loads(done.stdout)["verdict"], "AC")
