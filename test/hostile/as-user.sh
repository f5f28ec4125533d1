#!/bin/sh
# The attacks by an ordinary user: as-user.sh ALGO PYTHON K/N
# Exits 125 (skipped) when that is not possible.
set -eu
if [ "$(id -u)" -ne 0 ]; then
  echo "skipped: not root, so the other tests run as an ordinary user already"
  exit 125
fi
if ! setpriv --reuid=65534 --regid=65534 --clear-groups true; then
  echo "skipped: no setpriv (package util-linux), or it is refused"
  exit 125
fi
# The folders of the checkout may be closed to that user, and so may a Python of root's own.
work=$(mktemp -d /tmp/kubectl-algo-as-user-XXXXXX)
trap 'rm -rf "$work"' EXIT
cp "$1" "$work/kubectl-algo"
cp -r "$(dirname "$0")" "$work/hostile"
chmod -R a+rX "$work"
python=$2
setpriv --reuid=65534 --regid=65534 --clear-groups "$python" -c '' 2>/dev/null || python=/usr/bin/python3
cd "$work"
HOME=/nonexistent setpriv --reuid=65534 --regid=65534 --clear-groups \
  "$python" "$work/hostile/run-attacks" "$work/kubectl-algo" "--part=$3"
