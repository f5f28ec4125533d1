"""manifests/ for administrators: a run passes under all of them, what they forbid is refused."""

import json

from fixture import POLICIES
from harness import recipes
from run_case import RunCase

ROLE = POLICIES.parent / "rbac/user.yaml"
USER = ["--as=ann", "--as-group=kubectl-algo-users", "--as-group=system:authenticated"]
BARE_POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "bare"}, "spec": {
    "containers": [{"name": "one", "image": recipes.reference("python"), "command": ["sleep", "9"],
                    "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}}],
    "securityContext": {"runAsNonRoot": True, "runAsUser": 999, "seccompProfile": {"type": "RuntimeDefault"}}}}


class ManifestsTest(RunCase):
    def apply_all(self):
        for file in (ROLE, *sorted(POLICIES.glob("*.yaml"))):
            self.kubectl("apply", "-f", file)
        self.kubectl("create", "configmap", "kubectl-algo-policy", "--from-literal=images=^localhost/kubectl-algo/")
        self.cluster.kubectl("label", "namespace", self.space, "kubectl-algo/judging=only")
        self.wait_until("the policy holds", lambda: "a judged pod has no API token" in self.bare_pod())

    def bare_pod(self):
        """What the server says to a pod that is not ours."""
        try:
            self.kubectl("create", "--dry-run=server", "-f", "-", stdin=json.dumps(BARE_POD))
        except RuntimeError as error:
            return str(error)
        return ""

    def test_a_run_passes_under_all_of_them_and_others_do_not(self):
        self.apply_all()
        self.assert_exit(self.algo("run", self.bundle(), *USER), 0)
        self.assertIn("kubectl-algo-no-network", self.kubectl("get", "networkpolicies", "-o", "name"))
        secret = {"name": "x", "secret": {"secretName": "s", "optional": True}}
        for where, value, words in (
                ("activeDeadlineSeconds", 7200, "a judged pod has a deadline of at most an hour"),
                ("automountServiceAccountToken", True, "a judged pod has no API token"),
                ("volumes/-", secret, "a judged pod mounts ConfigMaps and empty folders with a limit, nothing else")):
            with self.subTest(where):
                patch = [{"op": "add", "path": f"/spec/template/spec/{where}", "value": value}]
                done = self.algo("run", self.bundle(), f"--patch={json.dumps(patch)}")
                self.assert_exit(done, 3)
                self.assertIn(words, done.stderr)
        done = self.algo("run", self.bundle(), "--image=elsewhere/python:1")
        self.assert_exit(done, 3)
        self.assertIn("allowed are ^localhost/kubectl-algo/", done.stderr)

    def test_somebody_who_may_create_no_pods_is_told_by_the_job_s_events(self):
        """The rehearsal of the pod is not allowed to this person: the refusal comes later."""
        self.apply_all()
        done = self.algo("run", self.bundle(), "--image=elsewhere/python:1", *USER, "--cleanup=always")
        self.assert_exit(done, 3)
        self.assertIn("allowed are ^localhost/kubectl-algo/", done.stderr)

    def test_the_role_is_the_one_that_doctor_prints(self):
        printed = self.algo("doctor", "--role", "--as=ann").stdout
        rules = []
        for text in (printed, ROLE.read_text()):
            role = json.loads(self.kubectl("create", "--dry-run=client", "-o", "json", "-f", "-",
                                           stdin=text.partition("\n---\n")[0]))
            rules.append(sorted((one["apiGroups"], one["resources"], sorted(one["verbs"])) for one in role["rules"]))
        self.assertEqual(rules[0], rules[1])
