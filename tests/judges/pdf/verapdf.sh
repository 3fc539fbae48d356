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
report=$(mktemp)
trap 'rm -f "$report" "$report.said"' EXIT
status=0
for flavour in ua1 2a; do
	java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --flavour $flavour --format xml "$@" \
		>"$report" || [ -s "$report" ] || { echo "veraPDF did not run" >&2; exit 2; }
	python3 "$root/tests/judges/pdf/verapdf_report.py" $flavour $# <"$report" \
		>>"$report.said" || status=1
done
cat "$report.said"
echo "$(grep -c '^ok' "$report.said" || true) passed, $(grep -c '^FAIL' "$report.said" || true) failed"
exit $status
