"""submit → verified result, by `kubectl algo run` and by a script of plain kubectl, in turns; what
the images weigh and how fast they compile; what a client needs for a long run.

usage: test/cluster/run-bench [ROUNDS]      (ALGO names the program)
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time

import replay
from fixture import Fixture
from harness import machine, recipes

SPACE = "bench"
LANGUAGES = ["python", "cpp"]
COMPILATIONS = 5
CASES = [10**4, 10**5, 3 * 10**5]


def script(language):
    return f"""set -e
kubectl create -f {language}.bundle/job.yaml -f {language}.bundle/runner.yaml
kubectl wait --for=condition=complete job --all --timeout=60s
kubectl logs -l problem-id=two-sum -c judge --tail=-1"""


def shell(fixture, command):
    """Seconds, and what it says to people."""
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


def compile_ms(fixture, language):
    report = json.loads((fixture.folder / f"{language}.bundle/result.json").read_text())
    return report["compile"]["timeNs"] / 1e6


def measure(fixture, language, rounds):
    ours, plain, steps = [], [], {}
    for _ in range(rounds):
        took, talk = shell(fixture, f"kubectl algo run {language}.bundle")
        ours.append(took)
        for name, time_ms in phases(talk).items():
            steps.setdefault(name, []).append(time_ms)
        took, _ = shell(fixture, script(language))
        plain.append(took)
        shell(fixture, f"kubectl delete --wait -f {language}.bundle/job.yaml -f {language}.bundle/runner.yaml")
    return ours, plain, steps


def bench_runs(fixture, rounds):
    where = []
    print(f"{rounds} rounds in turns, two-sum, image on the node:\n")
    print("| | language | median | worst | plain ÷ ours |\n|---|---|---|---|---|")
    for language in LANGUAGES:
        ours, plain, steps = measure(fixture, language, rounds)
        ratio = statistics.median(plain) / statistics.median(ours)
        for name, times, times_as_fast in (("`kubectl algo run`", ours, f"{ratio:.1f}"), ("`kubectl create; wait; logs`", plain, "")):
            print(f"| {name} | {language} | {statistics.median(times):.2f} s | {max(times):.2f} s | {times_as_fast} |", flush=True)
        where.append(f"- {language}: " + ", ".join(f"{name} {statistics.median(times):.0f} ms" for name, times in steps.items()))
    print("\nWhere our time goes (medians):")
    print("\n".join(where))


def bench_images(fixture):
    print(f"\nThe images of manifests/images, caches warm, {COMPILATIONS} runs each:\n")
    print("| image | size | compiles two-sum in the pod: median | worst |\n|---|---|---|---|")
    for language, archive in sorted(fixture.archives.items()):
        times = []
        for _ in range(COMPILATIONS):
            shell(fixture, f"kubectl algo run {language}.bundle")
            times.append(compile_ms(fixture, language))
        size = archive.stat().st_size / 2**20
        print(f"| {language} | {size:.0f} MiB | {statistics.median(times):.0f} ms | {max(times):.0f} ms |", flush=True)


def bench_memory(fixture):
    print("\nA client that follows a run of many cases:\n\n| cases | peak memory |\n|---|---|")
    for cases in CASES:
        peak = replay.peak_memory(fixture.folder / "bin/kubectl-algo", fixture.folder, cases)
        print(f"| {cases} | {peak / 1024:.1f} MiB |", flush=True)


def main():
    reason = machine.why_not()
    if reason:
        sys.exit(reason)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    fixture = Fixture(os.environ.get("ALGO", "build/bin/kubectl-algo"), recipes.names())
    try:
        fixture.up(1)
        fixture.make_namespace(SPACE)
        fixture.cluster.kubectl("config", "set-context", "--current", f"--namespace={SPACE}")
        for language in recipes.names():
            image = recipes.reference(language)
            shell(fixture, f"kubectl algo build two-sum --lang={language} --image={image} -o {language}.bundle")
            shell(fixture, f"kubectl algo run {language}.bundle")  # whatever is slow only once
        bench_runs(fixture, rounds)
        bench_images(fixture)
        bench_memory(fixture)
    finally:
        fixture.down()


if __name__ == "__main__":
    main()
