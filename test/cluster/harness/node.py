"""A node: a network namespace with a containerd and a kubelet of its own."""

import contextlib
import os
import re
import shutil
from pathlib import Path

from .processes import run

_CGROUPS = Path("/sys/fs/cgroup")

_CONTAINERD = """version = 3
root = "{folder}/containerd/root"
state = "{folder}/containerd/state"
[grpc]
  address = "{socket}"
[plugins.'io.containerd.cri.v1.runtime']
  restrict_oom_score_adj = true
  [plugins.'io.containerd.cri.v1.runtime'.cni]
    bin_dirs = ["/usr/lib/cni"]
    conf_dir = "{folder}/cni"
[plugins.'io.containerd.cri.v1.images'.pinned_images]
  sandbox = "localhost/pause:1"
"""

_CNI = """{{"cniVersion": "1.0.0", "name": "pods", "plugins": [
 {{"type": "bridge", "bridge": "cni0", "isGateway": true,
  "ipam": {{"type": "host-local", "dataDir": "{folder}/ipam", "ranges": [[{{"subnet": "{subnet}"}}]]}}}}]}}
"""

_KUBELET = """apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: {address}
authentication: {{anonymous: {{enabled: false}}, webhook: {{enabled: true}}, x509: {{clientCAFile: {pki}/ca.crt}}}}
authorization: {{mode: Webhook}}
cgroupDriver: cgroupfs
cgroupRoot: {cgroup}
containerLogMaxFiles: 2
containerLogMaxSize: {log_size}
containerLogMonitorInterval: 3s
containerRuntimeEndpoint: unix://{socket}
enforceNodeAllocatable: []
evictionHard: {{memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}}
failCgroupV1: false
failSwapOn: false
imageMinimumGCAge: 24h
nodeLeaseDurationSeconds: 8
podLogsDir: {folder}/pod-logs
resolvConf: ""
tlsCertFile: {pki}/{name}.crt
tlsPrivateKeyFile: {pki}/{name}.key
volumeStatsAggPeriod: 5s
"""


class Node:
    def __init__(self, cluster, number):
        self.cluster = cluster
        self.log_size = "10Mi"  # so long gets a container's log before the kubelet starts another file
        self.name = f"node{number}"
        self.folder = cluster.folder / self.name
        self.namespace = f"ka{cluster.mark}n{number}"
        self.link = f"ka{cluster.mark}h{number}"
        self.cgroup = f"/ka{cluster.mark}n{number}"
        self.gateway = f"10.{cluster.block}.{number}.1"
        self.address = f"10.{cluster.block}.{number}.2"
        self.pod_subnet = f"10.{cluster.block + 64}.{number}.0/24"
        self.socket = self.folder / "containerd.sock"

    def inside(self, *argv):
        # Not `ip netns exec`, which mounts a /sys without cgroups.
        return ["nsenter", f"--net=/run/netns/{self.namespace}", *argv]

    def make_network(self):
        run("ip", "netns", "add", self.namespace)
        run("ip", "link", "add", self.link, "type", "veth", "peer", "name", "eth0", "netns", self.namespace)
        run("ip", "address", "add", f"{self.gateway}/24", "dev", self.link)
        run("ip", "link", "set", self.link, "up")
        run("ip", "-n", self.namespace, "address", "add", f"{self.address}/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            run("ip", "-n", self.namespace, "link", "set", device, "up")
        run("ip", "-n", self.namespace, "route", "add", "default", "via", self.gateway)

    def _cgroup_folders(self):
        roots = [_CGROUPS] if (_CGROUPS / "cgroup.controllers").exists() else list(_CGROUPS.iterdir())
        return [root / self.cgroup[1:] for root in roots if root.is_dir() and not root.is_symlink()]

    def pods_with_processes(self):
        """The uids of those that have one, whatever the API server knows of them."""
        found = set()
        for path in Path("/proc").glob("[0-9]*/cgroup"):
            with contextlib.suppress(OSError):  # it has ended
                found.update(re.findall(rf"{self.cgroup}/.*?/pod([0-9a-f-]+)", path.read_text()))
        return found

    def make_cgroups(self):
        for folder in self._cgroup_folders():
            folder.mkdir(exist_ok=True)
            # A new cpuset without CPUs and memory takes no process.
            for knob in ("cpuset.cpus", "cpuset.mems"):
                if (folder / knob).exists() and (folder.parent / knob).exists():
                    (folder / knob).write_text((folder.parent / knob).read_text())

    def write_configuration(self):
        (self.folder / "cni").mkdir(parents=True, exist_ok=True)
        values = {"folder": self.folder, "socket": self.socket, "subnet": self.pod_subnet, "cgroup": self.cgroup,
                  "pki": self.cluster.pki.folder, "name": self.name, "address": self.address, "log_size": self.log_size}
        (self.folder / "containerd.toml").write_text(_CONTAINERD.format(**values))
        (self.folder / "cni" / "pods.conflist").write_text(_CNI.format(**values))
        (self.folder / "kubelet.yaml").write_text(_KUBELET.format(**values))

    def start(self):
        """Makes everything that the node needs and starts its runtime and its kubelet."""
        self.make_network()
        self.make_cgroups()
        self.write_configuration()
        pki = self.cluster.pki
        server = f"https://{self.gateway}:{self.cluster.port}"
        pki.issue(self.name, f"/CN={self.name}", [f"IP:{self.address}", f"DNS:{self.name}"])
        pki.kubeconfig(self.folder / "kubeconfig", server, f"kubelet-{self.name}", f"/O=system:nodes/CN=system:node:{self.name}")
        self.start_runtime()
        self.start_kubelet()

    def start_runtime(self):
        tools = self.cluster.tools
        self.cluster.processes.start(
            f"{self.name}-containerd",
            self.inside(tools / "containerd", "--config", self.folder / "containerd.toml"),
            # It pulls from registries that the cluster's own authority vouches for.
            env={"PATH": f"{tools}:/usr/sbin:/usr/bin:/sbin:/bin", "SSL_CERT_FILE": str(self.cluster.pki.cert("ca"))},
        )
        self.cluster.processes.wait_for_answer(f"{self.name}-containerd", self.runtime_answers, 30)

    def runtime_answers(self):
        return "cri" in self.ctr("plugins", "list", "-q", check=False)

    def start_kubelet(self):
        self.cluster.processes.start(
            f"{self.name}-kubelet",
            self.inside(self.cluster.tools / "kubelet", f"--config={self.folder}/kubelet.yaml",
                        f"--kubeconfig={self.folder}/kubeconfig", f"--root-dir={self.folder}/kubelet",
                        f"--cert-dir={self.folder}/kubelet-pki", f"--hostname-override={self.name}",
                        f"--node-ip={self.address}"),
        )

    def ctr(self, *argv, check=True):
        return run(self.cluster.tools / "ctr", "-a", self.socket, "-n", "k8s.io", *argv, check=check)

    def remove_containers(self):
        """Ends what runs in the containers, which outlive containerd."""
        for line in self.ctr("tasks", "list", check=False).splitlines()[1:]:
            run(self.cluster.tools / "ctr", "-a", self.socket, "-n", "k8s.io", "tasks", "rm", "-f", line.split()[0], check=False)

    def pause(self):
        """As when its power fails, but for the containers, which go on."""
        for program in ("kubelet", "containerd"):
            self.cluster.processes.stop(f"{self.name}-{program}", hard=True)

    def resume(self):
        self.cluster.processes.restart(f"{self.name}-containerd")
        self.cluster.processes.wait_for_answer(f"{self.name}-containerd", self.runtime_answers, 30)
        self.cluster.processes.restart(f"{self.name}-kubelet")

    def stop(self):
        processes = self.cluster.processes
        processes.stop(f"{self.name}-kubelet")
        if processes.alive(f"{self.name}-containerd"):
            self.remove_containers()
        processes.stop(f"{self.name}-containerd")

    def remove(self):
        self.stop()
        mounts = [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines()]
        for mount in sorted((m for m in mounts if m.startswith(f"{self.folder}/")), reverse=True):
            run("umount", "-l", mount, check=False)
        if Path(f"/run/netns/{self.namespace}").exists():
            run("ip", "netns", "delete", self.namespace)
        run("ip", "link", "delete", self.link, check=False)
        for folder in self._cgroup_folders():
            for path, _, _ in os.walk(folder, topdown=False):
                try:
                    os.rmdir(path)
                except OSError:
                    pass
        shutil.rmtree(self.folder, ignore_errors=True)
