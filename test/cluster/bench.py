"""submit → verified result, by `kubectl algo run` and by a script of plain kubectl, in turns.

usage: test/cluster/run-bench [ROUNDS]      (ALGO names the program)
"""

import os
import re
import statistics
import subprocess
import sys
import time

from fixture import IMAGE, Fixture
from harness import machine

SPACE = "bench"
SCRIPT = """set -e
kubectl create -f two-sum.bundle/job.yaml -f two-sum.bundle/runner.yaml
kubectl wait --for=condition=complete job --all --timeout=60s
kubectl logs -l problem-id=two-sum -c judge --tail=-1"""


def shell(fixture, command):
    begin = time.monotonic()
    done = subprocess.run(["sh", "-c", command], cwd=fixture.folder, env=fixture.env, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.stdout}{done.stderr}")
    return time.monotonic() - begin, done.stderr


def phases(talk):
    """The steps that `run` says it took, in milliseconds."""
    scale = {"µs": 0.001, "ms": 1, "s": 1000}
    found = re.findall(r"^✔ (\w+) .*?([\d.]+) (µs|ms|s)$", talk, re.MULTILINE)
    return {name: float(number) * scale[unit] for name, number, unit in found}


def measure(fixture, rounds):
    ours, plain, steps = [], [], {}
    for _ in range(rounds):
        took, talk = shell(fixture, "kubectl algo run two-sum.bundle")
        ours.append(took)
        for name, time_ms in phases(talk).items():
            steps.setdefault(name, []).append(time_ms)
        took, _ = shell(fixture, SCRIPT)
        plain.append(took)
        shell(fixture, "kubectl delete --wait -f two-sum.bundle/job.yaml -f two-sum.bundle/runner.yaml")
    return ours, plain, steps


def main():
    reason = machine.why_not()
    if reason:
        sys.exit(reason)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    fixture = Fixture(os.environ.get("ALGO", "build/bin/kubectl-algo"))
    try:
        fixture.up()
        fixture.make_namespace(SPACE)
        fixture.cluster.kubectl("config", "set-context", "--current", f"--namespace={SPACE}")
        shell(fixture, f"kubectl algo build two-sum --lang=python --image={IMAGE}")
        shell(fixture, "kubectl algo run two-sum.bundle")  # whatever is slow only once
        ours, plain, steps = measure(fixture, rounds)
    finally:
        fixture.down()
    print(f"{rounds} rounds in turns, two-sum in Python, image on the node:\n")
    print("| | median | worst |\n|---|---|---|")
    for name, times in (("`kubectl algo run`", ours), ("`kubectl create; wait; logs`", plain)):
        print(f"| {name} | {statistics.median(times):.2f} s | {max(times):.2f} s |")
    print(f"\n{statistics.median(plain) / statistics.median(ours):.1f} times as fast. Where our time goes (medians): ", end="")
    print(", ".join(f"{name} {statistics.median(times):.0f} ms" for name, times in steps.items()))


if __name__ == "__main__":
    main()
