#!/bin/sh
# Fills krew/algo.yaml.in for one release archive and prints the manifest.
# usage: fill.sh VERSION HOMEPAGE URI ARCHIVE      (VERSION begins with v, as krew wants it)
set -eu
if [ $# -ne 4 ]; then
  echo 'usage: fill.sh VERSION HOMEPAGE URI ARCHIVE' >&2
  exit 2
fi
case $1 in
  v[0-9]*.[0-9]*.[0-9]*) ;;
  *)
    echo "fill.sh: $1 is no version such as v0.1.0" >&2
    exit 2
    ;;
esac
sha256=$(sha256sum <"$4" | cut -d' ' -f1)
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
sed -e "s|@VERSION@|$1|" -e "s|@HOMEPAGE@|$2|" -e "s|@URI@|$3|" -e "s|@SHA256@|$sha256|" "$here/algo.yaml.in"
