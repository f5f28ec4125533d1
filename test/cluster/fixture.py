"""What the tests and the bench of a cluster start from: a cluster, a language's image, the program."""

import os
import sys
import tempfile
from pathlib import Path

from harness import images, tools
from harness.cluster import Cluster

IMAGE = "localhost/python:1"


class Fixture:
    """A cluster of one node whose image is there already, and a folder to work in."""

    def __init__(self, algo):
        self.holder = tempfile.TemporaryDirectory(prefix="kubectl-algo-cluster-")
        self.folder = Path(self.holder.name)
        programs = tools.build(lambda text: print(text, file=sys.stderr, flush=True))
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

    def up(self):
        self.cluster.up(1)
        root = images.language_root(self.cluster.tools.parent, "python", ["python3-minimal", "libpython3-stdlib"])
        archive = self.folder / "python.tar"
        images.write_archive(archive, IMAGE, root.read_bytes(), {"Env": ["PATH=/usr/bin:/bin"]})
        for one in (images.write_pause(self.folder), archive):
            self.cluster.nodes[0].ctr("images", "import", "--local", one)

    def make_namespace(self, name):
        self.cluster.kubectl("create", "namespace", name)
        self.cluster.kubectl("label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted")

    def down(self):
        self.cluster.down()
        self.holder.cleanup()
