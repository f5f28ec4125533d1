"""All tests against a real Kubernetes, on one cluster, several at a time: mostly they wait.

usage: test/cluster/run-tests [MODULE[.CLASS[.TEST]] …]
"""

import signal
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fixture

AT_ONCE = 4


def say(text):
    print(text, flush=True)


def tests_of(suite):
    """One by one."""
    for one in suite:
        yield from tests_of(one) if isinstance(one, unittest.TestSuite) else [one]


class Report:
    def __init__(self):
        self.lock = threading.Lock()
        self.ran, self.failures, self.errors, self.skipped = 0, [], [], []

    def run(self, test):
        result, begin = unittest.TestResult(), time.monotonic()
        unittest.TestSuite([test]).run(result)
        with self.lock:
            self.ran += result.testsRun
            self.failures += result.failures
            self.errors += result.errors
            self.skipped += result.skipped
            how = "FAILED" if not result.wasSuccessful() else "skipped" if result.skipped else "ok"
            say(f"{how:8}{test.id()}  {time.monotonic() - begin:.1f} s")

    def conclude(self, seconds):
        """In the words of unittest's own runner."""
        for test, text in self.failures + self.errors:
            say(f"{'=' * 70}\n{test.id()}\n{'-' * 70}\n{text}")
        for reason in sorted({reason for _, reason in self.skipped}):
            say(f"skipped: {reason}")
        say(f"\nRan {self.ran} tests in {seconds:.1f} s\n")
        bad = bool(self.failures or self.errors)
        say(f"FAILED (failures={len(self.failures)}, errors={len(self.errors)})" if bad else "OK")
        return bad


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the cluster goes all the same
    # A shell's background job ignores it, and so would the programs under test.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    names = sys.argv[1:] or sorted(path.stem for path in Path(__file__).parent.glob("*_test.py"))
    tests = list(tests_of(unittest.TestLoader().loadTestsFromNames(names)))
    report, begin = Report(), time.monotonic()
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(report.run, [test for test in tests if not fixture.is_alone(test)]))
        for test in tests:
            if fixture.is_alone(test):
                report.run(test)
    finally:
        fixture.end_shared()
        bad = report.conclude(time.monotonic() - begin)
    sys.exit(bad)


main()
