# Prints what it finds in the file system and in its own interpreter.
import gc
import glob
import os


def attack():
    for path in ["/etc/passwd", "/etc/hosts", *glob.glob("/tmp/*/*/*/test-cases.json")]:
        try:
            breach(path + open(path).read(50))
        except OSError:
            pass
    for name, value in os.environ.items():
        if "SECRET" in value:
            breach(name)
    for thing in gc.get_objects():
        if isinstance(thing, (list, dict)) and "TUPTUO-TERCES"[::-1] in repr(thing)[:10000]:
            breach("memory")
