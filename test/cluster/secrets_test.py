"""No secret leaves the process: not by what it says, not by its arguments or a child's, not by a
temporary file."""

import json
import threading
import time
from pathlib import Path

from run_case import SLOW, RunCase


class SecretsTest(RunCase):
    def kubeconfig_with_token(self):
        """Of a service account that may use kubectl algo; and the token."""
        self.kubectl("create", "serviceaccount", "learner")
        account = f"system:serviceaccount:{self.space}:learner"
        role = self.algo("doctor", "--role", f"--as={account}").stdout
        self.kubectl("apply", "-f", "-", stdin=role)
        token = self.kubectl("create", "token", "learner").strip()
        config = json.loads(self.cluster.kubeconfig.read_text())
        config["users"][0]["user"] = {"token": token}
        path = self.folder / f"{self.space}.kubeconfig"
        path.write_text(json.dumps(config))
        return path, token

    def watch(self, child, seen):
        """Collects what others may read of the process and its children while it runs."""
        while child.poll() is None:
            for pid in self.family(child.pid):
                for name in ("cmdline", "environ"):
                    try:
                        seen.add(Path(f"/proc/{pid}/{name}").read_bytes())
                    except OSError:
                        pass
            for file in self.temporary.rglob("*"):
                if file.is_file():
                    seen.add(file.read_bytes())
            time.sleep(0.01)

    @staticmethod
    def family(pid):
        pids = [str(pid)]
        for one in pids:
            try:
                pids += Path(f"/proc/{one}/task/{one}/children").read_text().split()
            except OSError:
                pass
        return pids

    def seen_of(self, *words, **more):
        """What others may read of the program, and what it says."""
        seen = set()
        child = self.start(*words, **more)
        watcher = threading.Thread(target=self.watch, args=(child, seen))
        watcher.start()
        out, err = child.communicate(timeout=60)
        watcher.join()
        return seen | {(out + err).encode()}

    def test_a_token_is_nowhere_to_be_seen(self):
        path, token = self.kubeconfig_with_token()
        signature = token.rpartition(".")[2].encode()
        quick = ["run", self.bundle(SLOW), "--case=sample-1"]
        for words in (quick, [*quick, "-v=6"], [*quick, "-v=8"], [*quick, "-v=99"], ["run", "missing.bundle"],
                      ["runs", "-v=8"], ["attach", "nothing", "-v=8"], ["doctor"]):
            with self.subTest(" ".join(words)):
                seen = self.seen_of(*words, KUBECONFIG=str(path))
                self.assertEqual("-v=" in words[-1], any(b"/apis/batch/v1/" in text for text in seen))
                for text in seen:
                    self.assertNotIn(signature, text)

    def test_these_tests_would_see_one(self):
        _, token = self.kubeconfig_with_token()
        seen = self.seen_of("run", self.bundle(SLOW), "--case=sample-1", f"--token={token}")
        self.assertTrue(any(token.encode() in text for text in seen))
