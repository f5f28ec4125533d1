"""Whether this machine can run a cluster at all."""

import os
import shutil
import subprocess
from pathlib import Path

_PROGRAMS = {"buildah": "buildah", "gcc": "gcc", "go": "golang-go", "ip": "iproute2", "iptables": "iptables",
             "mmdebstrap": "mmdebstrap", "nsenter": "util-linux", "openssl": "openssl", "runc": "runc"}


def why_not():
    """One line for a person, or None."""
    if os.geteuid() != 0:
        return "a test cluster needs root: it makes network namespaces and cgroups"
    for program, package in _PROGRAMS.items():
        if not shutil.which(program):
            return f"a test cluster needs {program} (Debian package {package})"
    if not Path("/usr/lib/cni/bridge").exists():
        return "a test cluster needs CNI plugins (Debian package containernetworking-plugins)"
    probe = subprocess.run(["unshare", "--net", "--mount", "true"], capture_output=True)
    if probe.returncode != 0:
        return "this kernel or its guard makes no network namespaces"
    cgroups = Path("/sys/fs/cgroup")
    root = cgroups if (cgroups / "cgroup.controllers").exists() else cgroups / "memory"
    if not os.access(root / "cgroup.procs", os.W_OK):
        return f"{root} cannot be written"
    return None
