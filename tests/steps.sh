# The steps of tests/run: each function is one. Fast ones take under ten seconds together. Of the slow
# ones those that judge packs use all cores, so they run one by one; the side steps use one each.
# shellcheck shell=bash disable=SC2034
fast_steps='unit cases figures sample_extracts bad_input returns_quick differential_quick sections sheets words pasted binary leaks audit_quick'
slow_steps='judges verapdf census pdf_pages html engines'
side_steps='many faults returns returns_alone fuzzed packs cli walk stale inputs differential audit audit_formats second_council ugly epub fragment spoken workbooks described absent readme memory_limits manual sums'
lint_steps='rooms format cppcheck tidy scripts manual'

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

# Records in, figures and messages out: tests/cases/*.txt, which anyone can read and add to.
cases() { $python tests/cases/cases.py "$HEARTH"; }

# Input that is packed wrongly, deep or large gets its message, at its place.
bad_input() { $python tests/contract/bad_input.py "$HEARTH"; }

# Extracts made at random, read by the program and by a second reading of the contract.
differential_quick() { $python tests/contract/differential.py "$HEARTH" --rounds 12 --seed 1; }
differential() { $python tests/contract/differential.py "$HEARTH" --rounds 150 --seed 1000; }

# Packs that leak in one way each are caught; and random years are attacked by a second attacker, too,
# with another solver, by Debian's Python, which has it.
leaks() { BUILD=$BUILD $python tests/audit/mutations.py; }
audit_formats() { $python tests/audit/formats.py "$HEARTH"; }
audit_quick() { /usr/bin/python3 tests/audit/second.py "$HEARTH" --rounds 3; }
audit() { /usr/bin/python3 tests/audit/second.py "$HEARTH" --rounds "${AUDIT_ROUNDS:-60}" --seed 100; }

# Returns as XML and as CSV, the sample's and some made at random, beside a count of its own.
returns_quick() { $python tests/returns/returns.py "$HEARTH" --rounds 10; }
returns() { $python tests/returns/returns.py "$HEARTH" --rounds 300 --seed 1000; }
# A return and nothing else: what only a case system knows is not recorded, in every document.
returns_alone() { $python tests/returns/alone.py "$HEARTH"; }

# Calls of the system that fail, and memory that runs out: the former pack or the new one, whole.
# A program with a sanitizer has that one's allocator, which ends it in a way of its own.
sanitized() { grep -q __asan_init "$HEARTH"; }
faults() { sanitized || $python tests/safety/fault.py "$HEARTH" --all; }
# What stands in the output folder is never lost, whatever dies, fails or runs at once.
packs() { sanitized || $python tests/safety/packs.py "$HEARTH" --all; }
# What a pack is made of is what its manifest lists; what can't be read is refused.
inputs() { sanitized || $python tests/safety/inputs.py "$HEARTH"; }
memory_limits() { sanitized || $python tests/safety/limits.py "$HEARTH"; }

# The program has what compilers do against attacks.
binary() { case $BUILD in */san) ;; *) $python tests/safety/binary.py "$HEARTH" ;; esac; }

# What fuzzing learned of the reader, returns and import, read again with the sanitizers.
fuzzed() {
	local name
	mkdir -p "$BUILD/test"
	for name in extract sheets; do
		if changed_since "$BUILD/fuzz/replay_$name" src tests/fuzz; then
			tests/fuzz/run build $name || return
		fi
		"$BUILD/fuzz/replay_$name" tests/fuzz/corpus/$name/* >"$BUILD/test/replayed-$name" ||
			{ tail -n 1 "$BUILD/test/replayed-$name" && return 1; }
	done
	tail -qn 1 "$BUILD/test/replayed-extract" "$BUILD/test/replayed-sheets" | added_up
}

# Spreadsheets to extracts: what is imported, what refused, and at which cell.
sheets() { $python tests/sheets/sheets.py "$HEARTH"; }

# The workbook of a pack says what its CSV files say, each table on a sheet.
workbooks() {
	all_packs && $python tests/sheets/workbooks.py "$(pack_folder sample)" "$(pack_folder ugly)" \
		"$(pack_folder empty)"
}

# Each CSV file of a pack is what its metadata says, to a validator of CSV on the Web.
described() {
	all_packs && $python tests/sheets/described.py "$BUILD/judges/csvw" "$(pack_folder sample)" \
		"$(pack_folder ugly)" "$(pack_folder empty)"
}

# Words made to be slow are set, or refused at their place.
words() { $python tests/safety/words.py "$HEARTH"; }

# Words as people paste them: understood, or told with their place.
pasted() { $python tests/documents/pasted.py "$HEARTH"; }

# The same by engines: 151 councils and three years through a Slurm of one node, whose daemon dies.
engines() { $python tests/engines/engines.py "$HEARTH"; }

# Many councils side by side: what is planned and built, and what one's errors leave alone.
many() { $python tests/many/many.py "$HEARTH"; }
# Tables of parts add up to their totals, or say what they leave out.
sums() { all_packs && in_packs figures.json | sed "s,/figures.json,," | xargs $python tests/documents/sums.py; }

cli() { $python tests/cli/cli.py "$HEARTH"; }

# -- the packs that the judges look at -----------------------------------------------------------
#
# The sample's; another council's; an ugly council's, with everything and without a record of the
# year. Each is built once, and again when anything that it is made of has changed since.
packs='sample second ugly empty'
ugly=$BUILD/test/ugly

pack_input() {
	case $1 in
	sample) echo input ;;
	second) echo tests/second-council ;;
	ugly) echo "$ugly/full" ;;
	empty) echo "$ugly/empty" ;;
	esac
}
pack_templates() { case $1 in ugly | empty) echo "$ugly/templates" ;; *) echo templates ;; esac }
pack_folder() { echo "$BUILD/test/packs/$1/$sample_year"; }

changed_since() { # FILE PATH…: is FILE missing, or older than anything of these?
	local file=$1
	shift
	[ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -print -quit)" ]
}

ugly_input() {
	changed_since "$ugly/made" tests/ugly/make.py tests/contract/measures.tsv tests/second-council \
		templates input || return 0
	$python tests/ugly/make.py "$ugly" && touch "$ugly/made"
}

pack() { # NAME
	local folder input templates
	folder=$(pack_folder "$1") input=$(pack_input "$1") templates=$(pack_templates "$1")
	changed_since "$folder/manifest.json" "$HEARTH" fonts "$input" "$templates" || return 0
	"$HEARTH" build --input "$input" --templates "$templates" --output "${folder%/*}" $sample_year
}

all_packs() {
	local name
	ugly_input || return
	for name in $packs; do pack "$name" || return; done
}

in_packs() { # PATTERN [PACK…]: every file of that name in those packs, or in any
	local name file pattern=$1
	shift
	# shellcheck disable=SC2048 # names of packs hold no spaces
	for name in ${*:-$packs}; do
		for file in "$(pack_folder "$name")"/$pattern; do echo "$file"; done
	done
}

# What several runs of judges say, their counts added up in the last line.
added_up() {
	awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3; next } { print }
		END { printf "%d passed, %d failed\n", passed, failed }'
}

# A judge that knows one thing at a time, run twice beside itself, each over a part of the list that
# it gets.
two_by_two() { # COMMAND…
	(
		set -o pipefail
		xargs -P 2 -n 6 "$@" 2>&1 | added_up
	)
}

# -- the judges ----------------------------------------------------------------------------------

verapdf() { all_packs && in_packs '*.pdf' | xargs tests/judges/pdf/verapdf.sh; }

# Everything that a document says is in its PDF, as what it is, in its order.
census() {
	local name pdf tree
	all_packs || return
	for name in $packs; do
		for pdf in "$(pack_folder "$name")"/*.pdf; do
			tree=${pdf##*/}
			tree=${tree%%.*}.tree # an edition says what its document says
			"$HEARTH" render "$tree" --input "$(pack_input "$name")" \
				--templates "$(pack_templates "$name")" $sample_year \
				>"$BUILD/test/packs/$name/$tree" || return
			printf '%s\n' "$pdf" "$BUILD/test/packs/$name/$tree"
		done
	done | two_by_two tests/judges/pdf/run census
}

# Documents as parts of another site's pages.
fragment() { $python tests/fragment/fragment.py "$HEARTH"; }

# How the lines stand on their pages: nothing cut, overlapping, split or left alone.
pdf_pages() { all_packs && in_packs '*.pdf' | two_by_two tests/judges/pdf/run pages; }

# Every view of the sample, and of the ugly report, which holds all that is ugly; the other pages have
# their words from the same parts, and are judged in light colours.
html() {
	all_packs &&
		{
			in_packs '*.html' sample && in_packs annual-report.html ugly && echo --light &&
				in_packs '[!a]*.html' ugly && in_packs 'ac*.html' ugly &&
				in_packs '*.html' second empty
		} | xargs tests/judges/html/run check
}

# Each judge of ours finds the fault that it is there for, and nothing once that is mended.
judges() {
	(
		set -o pipefail
		for kind in html pdf; do "tests/judges/$kind/run" faults || exit; done | added_up
	)
}

# What a screen reader says of a page, phrase by phrase.
spoken() {
	pack sample &&
		tests/judges/html/run spoken "$(pack_folder sample)/annual-report.html" \
			tests/documents/golden/spoken
}

epub() { all_packs && in_packs '*.epub' sample ugly empty | xargs tests/judges/epub/run; }

# A council whose name, words and figures are as awkward as they can be.
ugly() {
	all_packs &&
		$python tests/ugly/ugly.py "$HEARTH" "$ugly" "$(pack_folder ugly)" "$(pack_folder empty)"
}

rooms() { $python tests/lint/rooms.py; }
format() { find src tests \( -name '*.[ch]' -o -name '*.cc' \) -exec clang-format --dry-run --Werror {} +; }
manual() { mandoc -T lint -W warning "$BUILD/hearth.1"; }
scripts() { shellcheck templates/engines/*.sh tests/run tests/steps.sh .ci/run; }
sections() { $python tests/documents/sections.py "$HEARTH"; }
# The README's year, step by step, for two councils and two years.
walk() { $python tests/walk/walk.py "$HEARTH"; }

# What no record tells of is not recorded, and not 0.
absent() { $python tests/documents/absent.py "$HEARTH"; }

# Words that were another year's are listed, and those that are this year's are not.
stale() { $python tests/documents/stale.py "$HEARTH"; }

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
