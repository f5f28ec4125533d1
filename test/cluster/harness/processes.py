"""Long-running programs: started in the background, known by pid and start time, stopped in turn."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path


def start_time(pid):
    """The kernel's start time of a live process, or None; a pid alone may be somebody else's.

    A killed program's first thread is a zombie while the others still leave, and they hold its port:
    a large one's for a fifth of a second (proc_pid_stat(5): state, num_threads, starttime)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    gone = fields[0] == "Z" and fields[17] == "1"
    return None if gone else fields[19]


class Processes:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.children = {}  # those of this process, which must take them away when they end

    def log(self, name):
        return self.folder / f"{name}.log"

    def start(self, name, argv, env=None):
        with open(self.log(name), "ab") as log:
            child = subprocess.Popen(
                [str(word) for word in argv],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, **(env or {})},
            )
        self.children[name] = child
        record = {"pid": child.pid, "start": start_time(child.pid), "argv": [str(w) for w in argv], "env": env}
        (self.folder / f"{name}.json").write_text(json.dumps(record))

    def record(self, name):
        path = self.folder / f"{name}.json"
        return json.loads(path.read_text()) if path.exists() else None

    def alive(self, name):
        record = self.record(name)
        return record is not None and record["start"] is not None and start_time(record["pid"]) == record["start"]

    def stop(self, name, hard=False, patience=30):
        """Ends the program and waits until it is gone: the next one may need its port."""
        record = self.record(name)
        if record is None:
            return
        deadline = time.monotonic() + patience
        while self.alive(name):
            late = time.monotonic() > deadline
            try:
                os.kill(record["pid"], signal.SIGKILL if hard or late else signal.SIGTERM)
            except ProcessLookupError:
                break
            self.wait_gone(name, 1)
        if hard:
            return
        (self.folder / f"{name}.json").unlink(missing_ok=True)

    def wait_gone(self, name, seconds):
        deadline = time.monotonic() + seconds
        while self.alive(name) and time.monotonic() < deadline:
            if name in self.children:
                self.children[name].poll()
            time.sleep(0.02)

    def restart(self, name, hard=False):
        record = self.record(name)
        self.stop(name, hard=hard)
        self.start(name, record["argv"], record["env"])

    def wait_for_answer(self, name, answers, seconds):
        """Until the program does what it is for; if it never does, says what it said last."""
        try:
            wait_for(f"{name} answers", answers, seconds)
        except RuntimeError as error:
            said = self.log(name).read_text(errors="replace").splitlines()[-10:]
            raise RuntimeError("\n".join([f"{error}; it said:", *said])) from None

    def names(self):
        return sorted(path.stem for path in self.folder.glob("*.json"))


def run(*argv, check=True, stdin=None, env=None):
    """A short command; its output as text. Says what it said when it fails."""
    done = subprocess.run([str(word) for word in argv], input=stdin, capture_output=True, text=True, env=env)
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(str(w) for w in argv)}: {done.stdout}{done.stderr}".strip())
    return done.stdout


def wait_for(what, condition, seconds):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what}: not within {seconds} s")
        time.sleep(0.05)
