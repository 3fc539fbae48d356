#!/bin/sh
# Judges PDFs by veraPDF: PDF/UA-1 and PDF/A-2a, both for every file.
#
#   verapdf.sh FILE…
#
# Prints the rules that fail, with the first places of each; status 1 when any does. The validator
# is fetched once through Maven and kept under build/judges.
set -eu
version=1.28.2
root=$(cd "$(dirname "$0")/../../.." && pwd)
folder=$root/build/judges
jar=$folder/greenfield-apps-$version.jar

[ $# -gt 0 ] || { echo "usage: verapdf.sh FILE…" >&2; exit 2; }
if [ ! -s "$jar" ]; then
	mkdir -p "$folder"
	mvn -q dependency:copy -Dartifact=org.verapdf.apps:greenfield-apps:$version \
		-DoutputDirectory="$folder"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
judge() { # FLAVOUR FILE…
	flavour=$1
	shift
	java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --flavour "$flavour" --format xml "$@" \
		>"$folder/$flavour.xml" || [ -s "$folder/$flavour.xml" ] || echo "FAIL $flavour: veraPDF did not run"
	python3 "$root/tests/judges/pdf/verapdf_report.py" "$flavour" $# <"$folder/$flavour.xml"
}
# Both at a time.
judge ua1 "$@" >"$folder/ua1" 2>&1 &
judge 2a "$@" >"$folder/2a" 2>&1 || :
wait
cat "$folder/ua1" "$folder/2a"
passed=$(cat "$folder/ua1" "$folder/2a" | grep -c '^ok' || :)
echo "$passed passed, $((2 * $# - passed)) failed"
[ "$passed" -eq $((2 * $#)) ]
