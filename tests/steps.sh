# The steps of tests/run: each function is one. Fast ones take under ten seconds together.
# shellcheck shell=bash disable=SC2034
fast_steps='unit figures sample_extracts bad_input differential_quick sections'
slow_steps='cli second_council differential verapdf census ugly epub html fragment manual readme'
lint_steps='includes format cppcheck tidy scripts manual'

sample_year=2024-25
python=python3

# The figures of the real report come out of the sample, one by one.
figures() {
	mkdir -p "$BUILD/test" &&
		"$HEARTH" measures --format json $sample_year >"$BUILD/test/figures.json" &&
		$python tests/contract/compare.py "$BUILD/test/figures.json" tests/contract/measures.tsv
}

# The sample's records fit together, and are written the same each time.
sample_extracts() { $python tests/sample/check.py; }

# Each kind of bad input gets its message, at its place.
bad_input() { $python tests/contract/bad_input.py "$HEARTH"; }

# Extracts made at random, read by the program and by a second reading of the contract.
differential_quick() { $python tests/contract/differential.py "$HEARTH" --rounds 12 --seed 1; }
differential() { $python tests/contract/differential.py "$HEARTH" --rounds 150 --seed 1000; }

cli() { $python tests/cli/cli.py "$HEARTH"; }

# The pack that the judges look at, built once.
judged=$BUILD/test/output/$sample_year
judged_pack() {
	[ "$judged/manifest.json" -nt "$HEARTH" ] ||
		"$HEARTH" build --output "$BUILD/test/output" $sample_year
}

verapdf() { judged_pack && tests/judges/pdf/verapdf.sh "$judged"/*.pdf; }

# Everything that a document says is in its PDF, as what it is, in its order.
census() {
	local pdf name pairs=()
	judged_pack || return
	for pdf in "$judged"/*.pdf; do
		name=${pdf##*/}
		name=${name%%.*}.tree # an edition says what its document says
		"$HEARTH" render "$name" $sample_year >"$BUILD/test/$name" || return
		pairs+=("$pdf" "$BUILD/test/$name")
	done
	tests/judges/pdf/census "${pairs[@]}"
}

# Documents as parts of another site's pages.
fragment() { $python tests/fragment/fragment.py "$HEARTH"; }
html() { judged_pack && tests/judges/html/run "$judged"/*.html; }
epub() { judged_pack && tests/judges/epub/run "$judged"/*.epub; }

# A council whose name, words and figures are as awkward as they can be.
ugly() { $python tests/ugly/ugly.py "$HEARTH"; }

includes() { tests/lint/includes; }
format() { find src tests \( -name '*.[ch]' -o -name '*.cc' \) -exec clang-format --dry-run --Werror {} +; }
manual() { mandoc -T lint -W warning "$BUILD/hearth.1"; }
scripts() { shellcheck tests/run tests/steps.sh .ci/run tests/lint/*; }
sections() { $python tests/documents/sections.py "$HEARTH"; }
second_council() { $python tests/documents/second_council.py "$HEARTH"; }
readme() { $python tests/readme/readme.py "$BUILD"; }

# The analysers need the headers' places, as the compiler does.
flags() { $MAKE -s --no-print-directory print-flags; }
cppcheck() {
	# It can't see that memory_exhausted() does not return, nor that a struct is put back.
	command cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
		--inline-suppr --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck \
		--suppress=passedByValue --suppress=identicalInnerCondition -Isrc src
}
tidy() {
	find src -name '*.c' -print0 | xargs -0 -P2 -n8 sh -c 'clang-tidy --quiet "$@" -- -std=c11 '"$(flags)" _
}
