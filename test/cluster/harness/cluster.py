"""The whole: etcd, API server, controllers and scheduler on this machine, and the nodes."""

import hashlib
import json
import random
import shutil
import socket
import time
from pathlib import Path

from .node import Node
from .pki import Pki
from .processes import Processes, run, wait_for

_SERVICES = "10.96.0.0/16"


def free_port():
    """One that no outgoing connection is given, not even while its server restarts: a client that keeps
    trying to connect may else be given that very port, and talk to itself."""
    first = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    for port in random.sample(range(10000, max(first, 10100)), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no port below those of outgoing connections is free")


class Cluster:
    def __init__(self, folder, tools):
        self.folder = Path(folder).resolve()
        self.tools = Path(tools)
        # Names and addresses of the folder's own, so that two clusters can live side by side.
        digest = hashlib.sha256(str(self.folder).encode()).digest()
        self.mark = digest.hex()[:4]
        self.block = 64 + digest[2] % 64
        self.processes = Processes(self.folder / "processes")
        self.pki = None
        self.nodes = []
        self.port = 0

    @property
    def kubeconfig(self):
        return self.folder / "kubeconfig"

    def kubectl(self, *argv, check=True, stdin=None):
        return run(self.tools / "kubectl", f"--kubeconfig={self.kubeconfig}", *argv, check=check, stdin=stdin)

    def up(self, nodes, log_sizes=None):
        """`log_sizes`, for nodes that rotate logs sooner: {"node2": "2Ki"}."""
        self.port = free_port()
        self.nodes = [Node(self, number + 1) for number in range(nodes)]
        for node in self.nodes:
            node.log_size = (log_sizes or {}).get(node.name, node.log_size)
        self.save()
        self.pki = Pki(self.folder / "pki")
        self.start_control_plane()
        for node in self.nodes:
            node.start()
        wait_for("nodes are ready", self.nodes_ready, 120)

    def nodes_ready(self):
        path = "jsonpath={range .items[*]}{.status.conditions[?(@.type=='Ready')].status} {end}"
        return self.kubectl("get", "nodes", "-o", path, check=False).split() == ["True"] * len(self.nodes)

    def start_control_plane(self):
        pki, local = self.pki, f"https://127.0.0.1:{self.port}"
        names = ["DNS:localhost", "DNS:kubernetes.default.svc", "IP:127.0.0.1", "IP:10.96.0.1"]
        pki.issue("apiserver", "/CN=kube-apiserver", names + [f"IP:{node.gateway}" for node in self.nodes])
        pki.kubeconfig(self.kubeconfig, local, "admin", "/O=system:masters/CN=admin")
        for name in ("kube-controller-manager", "kube-scheduler"):
            pki.kubeconfig(self.folder / f"{name}.kubeconfig", local, name, f"/CN=system:{name}")
        etcd = self.start_etcd()
        self.start_apiserver(etcd)
        self.wait_until_ready()
        self.start_controllers()

    def wait_until_ready(self):
        ready = lambda: self.kubectl("get", "--raw=/readyz", check=False) == "ok"
        self.processes.wait_for_answer("kube-apiserver", ready, 60)

    def start_etcd(self):
        client, peer = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
        self.processes.start("etcd", [
            self.tools / "etcd", f"--data-dir={self.folder}/etcd", "--unsafe-no-fsync",
            f"--listen-client-urls={client}", f"--advertise-client-urls={client}",
            f"--listen-peer-urls={peer}", f"--initial-advertise-peer-urls={peer}",
            f"--initial-cluster=default={peer}", "--log-level=warn"])
        return client

    def start_apiserver(self, etcd):
        pki = self.pki.folder
        self.processes.start("kube-apiserver", [
            self.tools / "kube-apiserver", f"--etcd-servers={etcd}", f"--secure-port={self.port}",
            f"--advertise-address={self.nodes[0].gateway}", f"--service-cluster-ip-range={_SERVICES}",
            "--authorization-mode=Node,RBAC", "--enable-admission-plugins=NodeRestriction",
            f"--client-ca-file={pki}/ca.crt", f"--tls-cert-file={pki}/apiserver.crt",
            f"--tls-private-key-file={pki}/apiserver.key",
            f"--kubelet-certificate-authority={pki}/ca.crt", f"--kubelet-client-certificate={pki}/admin.crt",
            f"--kubelet-client-key={pki}/admin.key", "--kubelet-preferred-address-types=InternalIP",
            "--service-account-issuer=https://kubernetes.default.svc",
            f"--service-account-key-file={pki}/sa.pub", f"--service-account-signing-key-file={pki}/sa.key",
            "--shutdown-delay-duration=0"])

    def start_controllers(self):
        pki = self.pki.folder
        self.processes.start("kube-controller-manager", [
            self.tools / "kube-controller-manager", "--secure-port=0", "--leader-elect=false",
            f"--kubeconfig={self.folder}/kube-controller-manager.kubeconfig",
            # A node whose lease is not renewed for so long is "not ready" (its kubelet does every 2 s).
            "--node-monitor-grace-period=20s", "--node-monitor-period=1s",
            "--use-service-account-credentials", f"--root-ca-file={pki}/ca.crt",
            f"--service-account-private-key-file={pki}/sa.key"])
        self.processes.start("kube-scheduler", [
            self.tools / "kube-scheduler", "--secure-port=0", "--leader-elect=false",
            f"--kubeconfig={self.folder}/kube-scheduler.kubeconfig"])

    def down(self):
        for node in reversed(self.nodes):
            node.remove()
        for name in ("kube-scheduler", "kube-controller-manager", "kube-apiserver", "etcd"):
            self.processes.stop(name)
        shutil.rmtree(self.folder, ignore_errors=True)

    def save(self):
        state = {"port": self.port, "nodes": len(self.nodes), "tools": str(self.tools), "started": time.time()}
        (self.folder / "state.json").write_text(json.dumps(state))


def load(folder):
    """The cluster that `up` left in the folder, or None."""
    path = Path(folder) / "state.json"
    if not path.exists():
        return None
    state = json.loads(path.read_text())
    cluster = Cluster(folder, state["tools"])
    cluster.port = state["port"]
    cluster.nodes = [Node(cluster, number + 1) for number in range(state["nodes"])]
    return cluster
