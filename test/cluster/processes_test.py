"""What the tests stand on: a program that was killed has let go of its port."""

import socket
import sys
import tempfile
import unittest

from harness.processes import Processes, wait_for

# Large, so that leaving takes its last thread a while; the first one is a zombie by then.
_SERVER = """
import mmap, socket, sys, threading, time
memory = mmap.mmap(-1, 1 << 30, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE)
for _ in range(4):
    threading.Thread(target=time.sleep, args=(600,)).start()
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
server.accept()
"""


class ProcessesTest(unittest.TestCase):
    def test_what_was_killed_holds_no_port(self):
        with tempfile.TemporaryDirectory() as folder:
            processes = Processes(folder)
            for _ in range(5):
                processes.start("server", [sys.executable, "-c", _SERVER])
                self.addCleanup(processes.children["server"].wait)
                wait_for("the server listens", lambda: processes.log("server").read_text().endswith("\n"), 60)
                port = int(processes.log("server").read_text().split()[-1])
                processes.stop("server", hard=True)
                socket.create_server(("127.0.0.1", port)).close()
                processes.log("server").unlink()
