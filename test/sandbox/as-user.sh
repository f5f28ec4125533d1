#!/bin/sh
# Runs the sandbox's tests as an ordinary user: as-user.sh TEST HOST PROGRAMS
# Exits 125 (skipped) when that is not possible.
set -eu
if [ "$(id -u)" -ne 0 ]; then
  echo "skipped: not root, so the other tests run as an ordinary user already"
  exit 125
fi
if ! command -v setpriv >/dev/null; then
  echo "skipped: no setpriv (package util-linux)"
  exit 125
fi
# The build folder may be closed to that user.
work=$(mktemp -d /tmp/sandbox-user-XXXXXX)
trap 'rm -rf "$work"' EXIT
cp "$1" "$work/test"
cp "$2" "$work/host"
cp -r "$3" "$work/programs"
chmod -R a+rX "$work"
cd "$work"
SANDBOX_HOST=$work/host SANDBOX_PROGRAMS=$work/programs \
  setpriv --reuid=65534 --regid=65534 --clear-groups "$work/test"
