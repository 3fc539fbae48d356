#!/bin/sh
# Pictures of a PDF's pages, for people: shots.sh FILE OUTDIR [DPI] writes page-01.png and so on.
set -eu
[ $# -ge 2 ] || { echo "usage: shots.sh FILE OUTDIR [DPI]" >&2; exit 2; }
mkdir -p "$2"
exec pdftoppm -r "${3:-72}" -png "$1" "$2/page"
