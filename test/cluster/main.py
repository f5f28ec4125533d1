"""All tests against a real Kubernetes, on one cluster. usage: test/cluster/run-tests [MODULE[.CLASS[.TEST]] …]"""

import signal
import sys
import unittest
from pathlib import Path

import fixture


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the cluster goes all the same
    loader = unittest.TestLoader()
    names = sys.argv[1:] or sorted(path.stem for path in Path(__file__).parent.glob("*_test.py"))
    try:
        done = unittest.TextTestRunner(verbosity=2).run(loader.loadTestsFromNames(names))
    finally:
        fixture.end_shared()
    sys.exit(not done.wasSuccessful())


main()
