"""What the tests and the bench of a cluster start from: a cluster, the languages' images, the program."""

import os
import subprocess
import sys
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import images, machine, recipes, tools
from harness.cluster import Cluster

ALGO = os.environ.get("ALGO", "build/dev/bin/kubectl-algo")
POLICIES = Path(__file__).resolve().parents[2] / "manifests/policies"
OURS = "app.kubernetes.io/managed-by=kubectl-algo"
SPARE = ["--node-selector=kubernetes.io/hostname=node2", "--toleration=spare"]  # for a run on node2


def say(text):
    print(text, file=sys.stderr, flush=True)


class Fixture:
    """A cluster whose first node has every image. The second one takes only runs that ask for it
    (`SPARE`), has only Python, and rotates logs after 2 KiB. And a folder to work in."""

    def __init__(self, algo, languages):
        self.holder = tempfile.TemporaryDirectory(prefix="kubectl-algo-cluster-")
        self.folder = Path(self.holder.name)
        with ThreadPoolExecutor() as pool:  # minutes each, where nothing is kept yet
            building = {language: pool.submit(recipes.build, tools.cache(), language, say) for language in languages}
            programs = tools.build(say)
            self.archives = {language: image.result() for language, image in building.items()}
        self.cluster = Cluster(self.folder / "cluster", programs)
        self.env = self.make_path(programs, algo)

    def make_path(self, programs, algo):
        """An environment in which `kubectl algo` is the program under test."""
        path = self.folder / "bin"
        path.mkdir()
        (path / "kubectl-algo").symlink_to(Path(algo).resolve())
        (path / "kubectl").symlink_to(programs / "kubectl")
        return {"PATH": f"{path}:{os.environ['PATH']}", "HOME": str(self.folder),
                "KUBECONFIG": str(self.cluster.kubeconfig)}

    def up(self, nodes):
        """`nodes` is 1 or 2."""
        self.cluster.up(nodes, log_sizes={"node2": "2Ki"})
        pause = images.write_pause(self.folder)
        for node, wanted in zip(self.cluster.nodes, [list(self.archives), ["python"]]):
            for archive in (pause, *(self.archives[language] for language in wanted)):
                node.ctr("images", "import", "--local", archive)
        if nodes > 1:
            self.cluster.kubectl("taint", "nodes", "node2", "spare=yes:NoSchedule")

    def make_namespace(self, name):
        self.cluster.kubectl("create", "namespace", name)
        self.cluster.kubectl("label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted")

    def algo(self, *words, **more):
        """`kubectl algo WORDS`, through the real kubectl."""
        return subprocess.run(["kubectl", "algo", *map(str, words)], cwd=self.folder, env={**self.env, **more},
                              capture_output=True, text=True, timeout=300)

    def start(self, *words, **more):
        """The program itself, in the background: a signal must reach it, not kubectl."""
        return subprocess.Popen([f"{self.folder}/bin/kubectl-algo", *map(str, words)], cwd=self.folder,
                                env={**self.env, **more}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def left(self, namespace):
        """What of ours is in the namespace."""
        return self.cluster.kubectl("get", "jobs,configmaps,pods", "-n", namespace, "-l", OURS, "-o", "name").split()

    def down(self):
        self.cluster.down()
        self.holder.cleanup()


def alone(test):
    """Decorates a test that disturbs others."""
    test.alone = True
    return test


def is_alone(test):
    return getattr(getattr(test, getattr(test, "_testMethodName", ""), None), "alone", False)


_shared, _sharing = None, threading.Lock()


def shared():
    """The one fixture of all tests; a machine that cannot have it is told why."""
    global _shared
    reason = machine.why_not()
    if reason:
        raise unittest.SkipTest(reason)
    with _sharing:
        if _shared is None:
            _shared = Fixture(ALGO, recipes.names())
            _shared.up(2)
            # It binds only namespaces that ask for it; the API server takes its time to take it up.
            _shared.cluster.kubectl("apply", "-f", POLICIES / "admission-policy.yaml")
    return _shared


def end_shared():
    if _shared is not None:
        _shared.down()
