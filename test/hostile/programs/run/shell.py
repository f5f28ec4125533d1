# Starts a shell with a daemon.
import subprocess


def attack():
    subprocess.Popen("sleep 1000 & sleep 1000 &", shell=True, stdin=subprocess.DEVNULL)
