"""The memory of a client that follows a run of very many cases: an API server that is nothing but a
script, whose judge's log never ends. A real problem of that many cases does not fit a ConfigMap."""

import json
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_NAME, _UID = "two-sum-replayed00", "5ca1ab1e-0000-4000-8000-000000000001"
_OURS = {"app.kubernetes.io/managed-by": "kubectl-algo", "problem-id": "two-sum"}
_META = {"namespace": "default", "resourceVersion": "7", "creationTimestamp": "2026-01-01T00:00:00Z", "labels": _OURS}
_JOB = {"apiVersion": "batch/v1", "kind": "Job", "metadata": {**_META, "name": _NAME, "uid": _UID}, "spec": {}, "status": {}}
_POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {**_META, "name": f"{_NAME}-pod", "uid": f"{_UID[:-1]}2"},
        "spec": {"nodeName": "node1"}, "status": {
            "phase": "Running",
            "containerStatuses": [{"name": "judge", "state": {"running": {"startedAt": "2026-01-01T00:00:00Z"}}}]}}


def _table():
    rows = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
        rows.append(value)
    return rows


_TABLE = _table()


def _crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = _TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def _line(number, stream, payload):
    """A frame as pkg/result/frame.h says, behind the time that the kubelet writes before it."""
    data = json.dumps(payload, separators=(",", ":")).encode()
    head = f"2026-01-01T00:00:00.{number:09}Z @algo1 {stream} {number} {len(data)} {_crc32c(data):08x} "
    return head.encode() + data + b"\n"


def _log(cases):
    limits = {"timeLimitNs": 10**9, "memoryLimitBytes": 1 << 27}
    yield _line(1, "hello", {"tool": "replay", "run": _NAME, "problem": "two-sum", "language": "python",
                             "digest": "", "total": cases + 1, "nameWidth": 12, **limits})
    yield _line(2, "phase", {"name": "judge"})
    for number in range(cases):
        yield _line(number + 3, "case", {
            "index": number, "name": f"case-{number}", "group": "", "sample": False, "verdict": "AC", "cause": "",
            "timeNs": 10**6, "wallNs": 10**6, "memoryBytes": 1 << 23})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if "/log?" in self.path:
            self.stream(self.server.log)
        elif "watch=" in self.path:
            self.stream([])
        else:
            self.list()

    def list(self):
        kind = re.search(r"/(jobs|pods|events)\?", self.path).group(1)
        items = {"jobs": [_JOB], "pods": [_POD], "events": []}[kind]
        body = json.dumps({"kind": "List", "apiVersion": "v1", "metadata": {"resourceVersion": "7"}, "items": items}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, pieces):
        """All of them, and then nothing more until everything is over."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in pieces:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.server.over.wait()

    def log_message(self, *_):
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # the client is killed when it has seen enough


def peak_memory(algo, folder, cases):
    """KiB that the client has used at most when it has shown so many cases and waits for more."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.log, server.over = list(_log(cases)), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    client = subprocess.Popen([algo, "attach", _NAME, "-n", "default", "--server", url], cwd=folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"})
    try:
        shown = sum(1 for _ in zip(range(cases), client.stdout))
        if shown != cases:
            raise RuntimeError(f"the client ended after {shown} of {cases} cases")
        status = Path(f"/proc/{client.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1))
    finally:
        server.over.set()
        client.kill()
        client.wait()
        client.stdout.close()
        server.shutdown()
        server.server_close()
