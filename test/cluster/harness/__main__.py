"""usage: test/cluster/cluster COMMAND [--dir DIR] …

  build                    the servers, once per machine (see tools.py)
  up [--nodes N]           a cluster; its kubeconfig is DIR/kubeconfig
  down                     everything that `up` made, and nothing else
  can-run                  says in one line why this machine cannot, and exits with 77
  import NODE ARCHIVE      an OCI archive into a node (node1, …), or `all`
  ctr NODE ARGUMENTS       the node's containerd
  stop|start|restart NAME  a process: kube-apiserver, node1-kubelet, …
"""

import argparse
import sys
import time

from . import images
from .cluster import Cluster, load
from .machine import why_not
from .tools import build


def parse():
    parser = argparse.ArgumentParser(prog="test/cluster/cluster", usage=__doc__.partition("usage: ")[2])
    parser.add_argument("command", choices=["build", "up", "down", "can-run", "import", "ctr", "stop", "start", "restart"])
    parser.add_argument("--dir", default="build/cluster")
    parser.add_argument("--nodes", type=int, default=1, choices=[1, 2, 3])
    parser.add_argument("arguments", nargs="*")
    return parser.parse_intermixed_args()


def say(text):
    print(text, file=sys.stderr, flush=True)


def up(options):
    if load(options.dir):
        raise RuntimeError(f"there is a cluster in {options.dir} already; first: down")
    reason = why_not()
    if reason:
        raise RuntimeError(reason)
    cluster = Cluster(options.dir, build(say))
    begin = time.monotonic()
    try:
        cluster.up(options.nodes)
        archive = images.write_pause(cluster.folder)
        for node in cluster.nodes:
            node.ctr("images", "import", "--local", archive)
    except BaseException:
        for name in cluster.processes.names():
            tail = cluster.processes.log(name).read_text(errors="replace").splitlines()[-5:]
            say("\n".join([f"--- {name}", *tail]))
        cluster.down()
        raise
    say(f"{options.nodes} node(s) ready after {time.monotonic() - begin:.1f} s: export KUBECONFIG={cluster.kubeconfig}")


def nodes_of(cluster, name):
    return [node for node in cluster.nodes if name in ("all", node.name)]


def main():
    options = parse()
    if options.command == "can-run":
        reason = why_not()
        if reason:
            print(reason)
            return 77
        return 0
    if options.command == "build":
        print(build(say))
        return 0
    if options.command == "up":
        up(options)
        return 0
    cluster = load(options.dir)
    if cluster is None:
        if options.command == "down":
            return 0
        raise RuntimeError(f"there is no cluster in {options.dir}; first: up")
    words = options.arguments
    if options.command == "down":
        cluster.down()
    elif options.command == "import":
        for node in nodes_of(cluster, words[0]):
            node.ctr("images", "import", "--local", words[1])
    elif options.command == "ctr":
        print(nodes_of(cluster, words[0])[0].ctr(*words[1:]), end="")
    elif options.command == "stop":
        cluster.processes.stop(words[0], hard=True)
    else:
        cluster.processes.restart(words[0], hard=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as error:
        sys.exit(f"cluster: {error}")
