# Leaves files, a module for the next case among them.
def attack():
    for path in ["/tmp/algo-hostile-py", "/dev/shm/algo-hostile-py", "random.py", "sitecustomize.py"]:
        try:
            open(path, "w").close()
            breach(path)
        except OSError:
            pass
