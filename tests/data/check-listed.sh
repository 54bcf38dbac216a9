#!/bin/sh
# check-listed.sh: every fact file of data/ is one that the build watches
#
# usage: check-listed.sh DATA-FOLDER LISTED-FILE…
set -eu

folder=$1
shift
listed=$(printf '%s\n' "$@" | xargs -n 1 realpath | sort)
found=$(find "$(realpath "$folder")" -name '*.json' -o -name '*.geojson' -o -name '*.sql' | sort)
if [ "$listed" != "$found" ]; then
  echo "data/meson.build does not list exactly the fact files of data/:" >&2
  printf '%s\n' "$listed" "$found" | sort | uniq -u >&2
  exit 1
fi
