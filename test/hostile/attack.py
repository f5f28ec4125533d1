"""One attack: the problem it is judged on, the judging, and what must be true afterwards."""

import json
import os
import pathlib
import resource
import secrets
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field

PROGRAMS = pathlib.Path(__file__).parent / "programs"
SECONDS = 150  # far beyond what any judging takes: only a hang reaches it
BYTES = 1 << 30
IPC = ("/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem")
SHARED = ("/dev/shm", "/dev/mqueue", "/tmp", "/var/tmp")

STDIO = """\
apiVersion: algorithm/v1alpha1
kind: Problem
metadata: {{name: hostile}}
spec:
  title: Hostile
  contract: stdio
  limits: {{time: 500ms, wall: 2s, memory: 64Mi, output: 64Ki, processes: 48}}
  cases:
    - {{name: first, input: "first\\n", output: "first\\n"}}
    - {{name: attack, input: "attack\\n", output: "{secret}\\n"}}
    - {{name: last, input: "last\\n", output: "last\\n"}}
"""
FUNCTION = """\
apiVersion: algorithm/v1alpha1
kind: Problem
metadata: {{name: hostile}}
spec:
  title: Hostile
  contract: function
  function:
    name: answer
    params: [{{name: number, type: integer}}]
    returns: integer
  limits: {{time: 500ms, wall: 5s, memory: 64Mi, output: 64Ki, processes: 48}}
  cases:
    - {{name: first, input: [1], output: 1}}
    - {{name: attack, input: [666], output: 666}}
    - {{name: last, input: [2], output: 2}}
"""


@dataclass
class Attack:
    """A line of attacks.txt."""

    program: str
    verdict: str
    cause: str
    guard: str
    check: str
    prevented: str

    @property
    def kind(self):
        return self.program.split("/")[0]


@dataclass
class Outcome:
    """What a judging came to, and what it left behind."""

    report: dict = field(default_factory=dict)
    said: str = ""
    left: list = field(default_factory=list)


def read_attacks(path=pathlib.Path(__file__).parent / "attacks.txt"):
    lines = [line for line in path.read_text().splitlines() if line and line[0] != "#"]
    return [Attack(*line.split(None, 5)) for line in lines]


def source_of(attack):
    """The program as it is judged: attacks of run/ get the honest part of prelude.*."""
    path = PROGRAMS / attack.program
    text = path.read_bytes()
    if attack.kind == "worker" and path.suffix == ".cpp":
        return (PROGRAMS / "prelude_worker.cpp").read_bytes() + text
    if attack.kind != "run" or path.suffix == ".go":
        return text
    prelude = (PROGRAMS / f"prelude{path.suffix}").read_bytes()
    return prelude + text if path.suffix == ".cpp" else text + b"\n\n" + prelude


def write_problem(attack, folder, secret):
    (folder / "problem").mkdir()
    text = FUNCTION if attack.kind == "worker" else STDIO
    (folder / "problem" / "problem.yaml").write_text(text.format(secret=secret))
    solution = folder / f"solution{pathlib.Path(attack.program).suffix}"
    solution.write_bytes(source_of(attack))
    return solution


def bounded():
    """Limits of our own, should the sandbox's fail: no attack may take the machine down."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.geteuid() != 0:
        resource.setrlimit(resource.RLIMIT_NPROC, (400, 400))


def run(words, folder, secret):
    environment = dict(os.environ, SECRET_OF_THE_CALLER=secret, TMPDIR=str(folder))
    done = subprocess.run(words, cwd=folder, env=environment, timeout=SECONDS, preexec_fn=bounded,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode(errors="replace")


def children():
    pid = os.getpid()
    text = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return set(text.split())


def traces():
    """What a solution could leave on this machine."""
    found = set()
    for path in IPC:
        found |= {f"{path}: {line}" for line in pathlib.Path(path).read_text().splitlines()[1:]}
    for folder in SHARED:
        if os.path.isdir(folder):
            names = os.listdir(folder)
            found |= {f"{folder}/{name}" for name in names if "hostile" in name or folder in SHARED[:2]}
    return found


def sweep(outcome):
    """Takes away the files that an attack could write."""
    for one in outcome.left:
        if os.path.isfile(one):
            os.unlink(one)


def judge(attack, algo, open_judge=None):
    """Judges with the program `algo`; with `open_judge`, that judge in place of its own."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kubectl-algo-attack-"))
    folder.chmod(0o755)
    try:
        secret = "SECRET-OUTPUT-" + secrets.token_hex(8)
        before_traces, before_children = traces(), children()
        solution = write_problem(attack, folder, secret)
        if open_judge is None:
            words = [algo, "test", "./problem", solution.name, "--result-file=result.json"]
            said = run(words, folder, secret)
        else:
            said = run_open(algo, open_judge, folder, solution, secret)
        outcome = Outcome(said=said.replace(secret, ""))
        outcome.left = sorted((traces() - before_traces) | (children() - before_children))
        result = folder / "result.json"
        if result.exists():
            text = result.read_text()
            outcome.report = json.loads(text)
        return outcome
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_open(algo, judge_program, folder, solution, secret):
    said = run([algo, "build", "./problem", solution.name, "-o", "bundle"], folder, secret)
    manifest = json.loads((folder / "bundle" / "bundle.json").read_text())
    work = folder / "work"
    work.mkdir()
    work.chmod(0o755)
    words = [judge_program, "local", "--bundle=bundle", f"--digest={manifest['digest']}",
             f"--work={work}", "--result=result.json", f"--path={os.environ['PATH']}"]
    return said + run(words, folder, secret)


def faults(attack, outcome):
    """Why an outcome is not what attacks.txt promises; empty when it is."""
    report = outcome.report
    if not report:
        return ["there is no report: " + outcome.said[-400:]]
    found = [f"left behind: {one}" for one in outcome.left]
    cases = {one["name"]: one for one in report["cases"]}
    whole = attack.kind == "compile"
    judged = report if whole else cases.get("attack", {"verdict": "none", "cause": ""})
    if judged["verdict"] != attack.verdict:
        found.append(f"{judged['verdict']} ({judged['cause']}) instead of {attack.verdict}")
    elif attack.cause != "-" and not judged["cause"].startswith(attack.cause):
        found.append(f"cause {judged['cause']} instead of {attack.cause}")
    if not whole and report["verdict"] == "CE":
        return ["it does not compile: " + report["compile"]["log"][-600:]]
    if not whole:
        found += faults_of_cases(attack, cases, judged)
    texts = json.dumps([report["compile"], [[one.get("stdout"), one.get("stderr")] for one in cases.values()]])
    if "BREACH" in texts or "SECRET" in texts or "root:x:0" in texts:
        found.append("it got what it must not get: " + attack.prevented)
    return found


def faults_of_cases(attack, cases, judged):
    found = []
    if attack.check != "every":
        for name in ("first", "last"):
            if cases.get(name, {}).get("verdict") != "AC":
                found.append(f"case {name} is {cases.get(name)}")
    name, _, value = attack.check.partition("=")
    if name == "note" and not any(one.get("note") for one in cases.values()):
        found.append("the leak of state is not told")
    if name == "time>" and judged["timeNs"] < int(value) * 1_000_000:
        found.append(f"only {judged['timeNs']} ns were counted")
    if name == "memory>" and judged["memoryBytes"] < int(value) << 20:
        found.append(f"only {judged['memoryBytes']} bytes were counted")
    if name == "stdout":
        text = judged.get("stdout", {}).get("text", "")
        unit = value.rstrip("*")
        if not text or not (unit * (len(text) // len(unit) + 1)).startswith(text):
            found.append("the kept output is not what was printed")
    return found
