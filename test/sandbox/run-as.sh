#!/bin/sh
# Runs the sandbox's tests as somebody else: run-as.sh WHO TEST PROGRAMS
#   user                     an ordinary user
#   root-without-namespaces  root that may not make namespaces, as in an ordinary container
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
case $1 in
  user) become="--reuid=65534 --regid=65534 --clear-groups" ;;
  root-without-namespaces) become="--bounding-set=-sys_admin --inh-caps=-sys_admin" ;;
esac
# shellcheck disable=SC2086  # several words
if ! setpriv $become true; then
  echo "skipped: setpriv is refused"
  exit 125
fi
# The build folder may be closed to that user.
work=$(mktemp -d /tmp/sandbox-test-XXXXXX)
trap 'rm -rf "$work"' EXIT
cp "$2" "$work/test"
cp -r "$3" "$work/programs"
chmod -R a+rX "$work"
cd "$work"
# shellcheck disable=SC2086
SANDBOX_PROGRAMS=$work/programs setpriv $become "$work/test"
