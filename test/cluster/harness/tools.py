"""The servers: built from Go modules once per machine, and kept outside of the checkout."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent
_INPUTS = ["kubernetes/go.mod", "kubernetes/go.sum", "kubernetes/main.go", "containerd/go.mod", "containerd/go.sum",
           "harness/tools.py"]
_SERVERS = ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "kubectl"]
_CONTAINERD = ["containerd", "containerd-shim-runc-v2", "ctr"]


def _version(module):
    for line in (_HERE / "kubernetes/go.mod").read_text().splitlines():
        if line.split()[:1] == [module] or line.split()[1:2] == [module]:
            return line.split()[-1]
    raise RuntimeError(f"{module} is not in go.mod")


def _ldflags():
    version = _version("k8s.io/kubernetes")
    major, minor, _ = version.lstrip("v").split(".")
    prefix = "-X k8s.io/component-base/version.git"
    return f"-s -w {prefix}Version={version} {prefix}Major={major} {prefix}Minor={minor}"


def _go(folder, *argv):
    done = subprocess.run(["go", "build", "-trimpath", *argv], cwd=_HERE / folder, capture_output=True, text=True,
                          env={**os.environ, "GOFLAGS": "-mod=readonly"})
    if done.returncode != 0:
        raise RuntimeError(f"building {folder}: {done.stderr.strip()[-2000:]}")


def _compile(folder):
    _go("kubernetes", "-ldflags", _ldflags(), "-o", folder / "kubernetes", ".")
    for name in _SERVERS:
        (folder / name).symlink_to("kubernetes")
    # The file systems that need C libraries are of no use here.
    _go("containerd", "-tags", "no_btrfs no_devmapper no_zfs", "-ldflags", "-s -w", "-o", f"{folder}/",
        *[f"github.com/containerd/containerd/v2/cmd/{name}" for name in _CONTAINERD])


def cache():
    """The folder for what is made once per machine."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kubectl-algo"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def build(say):
    """The folder with all programs. Builds them when they are not there, which takes minutes."""
    digest = hashlib.sha256()
    for name in _INPUTS:
        digest.update((_HERE / name).read_bytes())
    folder = cache() / f"cluster-{digest.hexdigest()[:16]}"
    with open(cache() / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two starts at once build once
        if folder.exists():
            return folder
        say("building Kubernetes and containerd (once per machine, some minutes) …")
        begin = time.monotonic()
        unfinished = Path(f"{folder}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        _compile(unfinished)
        unfinished.rename(folder)
        say(f"built in {time.monotonic() - begin:.0f} s")
    return folder
