# Hearth: case extracts in, published documents out.
#
#   make report   install what is missing, build, and make the sample's 2024-25 pack in output/2024-25
#   make test     install what the tests need, and run every test
#   make help     the other verbs

YEAR ?= 2024-25
BUILD ?= build
PREFIX ?= /usr/local
# `make V=1` shows the commands.
Q = $(if $(V),,@)
DESTDIR ?=
CC = gcc
CXX = g++

# What Debian calls the parts: to build, to test, to check the code itself.
PACKAGES = build-essential pkg-config libxml2-dev libctemplate-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libharfbuzz-dev libunibreak-dev libfribidi-dev libfreetype-dev \
	libhpdf-dev libcairo2-dev libdeflate-dev libzip-dev libjansson-dev libmd-dev libsodium-dev libutf8proc-dev libxxhash-dev libseccomp-dev libxlsxwriter-dev libcsv-dev libglpk-dev zlib1g-dev
TEST_PACKAGES = libcmocka-dev python3 python3-pip libxml2-utils poppler-utils qpdf chromium default-jre-headless \
	maven mandoc minisign slurmctld slurmd slurm-client munge parallel python3-scipy
LINT_PACKAGES = clang-format clang-tidy cppcheck mandoc shellcheck
FUZZ_PACKAGES = clang libclang-rt-14-dev

PKGS = libxml-2.0 cairo-ft freetype2 harfbuzz harfbuzz-subset libdeflate libzip fribidi jansson libmd libsodium libutf8proc xlsxwriter libseccomp zlib
WARN = -Wall -Wextra -Wshadow -Wpointer-arith -Werror
OPTIMISE ?= -O2 -g
SANITIZE ?=
# What the compiler and the linker do against attacks; the sanitizers have checks of their own.
HARDEN = $(if $(SANITIZE),-DHEARTH_UNCONFINED,-D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection=full)
HARDEN_LINK = -pie -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
CPPFLAGS += -Isrc -D_GNU_SOURCE -DHEARTH_SHARE='"$(PREFIX)/share/hearth"' $(PKG_CFLAGS) -MMD -MP
CFLAGS_ALL = -std=c11 $(OPTIMISE) $(WARN) -Wstrict-prototypes -fPIE $(HARDEN) $(SANITIZE) $(CFLAGS)
CXXFLAGS_ALL = -std=c++17 $(OPTIMISE) $(WARN) -fPIE $(HARDEN) $(SANITIZE) $(CXXFLAGS)
LDLIBS = -lglpk -lcsv -lhpdf -lctemplate_nothreads -lcmark-gfm -lcmark-gfm-extensions -lunibreak -lxxhash $(PKG_LIBS) -lm -lstdc++

# The folders in the order in which data flows; each may use those before it.
FOLDERS = base read measure audit document compose render publish command
sources = $(filter-out src/command/main.c,$(wildcard $(foreach end,*.c */*.c */*/*.c */*.cc,src/$(1)/$(end))))
objects = $(patsubst src/%,$(BUILD)/%.o,$(call sources,$(1)))
ARCHIVES = $(FOLDERS:%=$(BUILD)/%.a)
MAIN = $(BUILD)/command/main.c.o
UNITS = $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))

.PHONY: all lib help report test check lint format san fuzz bench install clean packages \
	test-packages lint-packages unit sample
.DEFAULT_GOAL := all
all: $(BUILD)/hearth $(BUILD)/hearth.1
lib: $(ARCHIVES)

$(BUILD)/hearth: $(MAIN) $(ARCHIVES)
	@echo '  LINK $@'
	$(Q)$(CXX) $(SANITIZE) $(HARDEN_LINK) -o $@ $(MAIN) -Wl,--start-group $(ARCHIVES) -Wl,--end-group $(LDLIBS)

# The manual page: what people wrote, with the commands and options as the program declares them.
$(BUILD)/hearth.1: src/command/hearth.1 $(BUILD)/hearth
	@$(BUILD)/hearth manual > $(BUILD)/commands.mdoc
	@$(BUILD)/hearth manual files > $(BUILD)/files.mdoc
	@sed -e '/^\.\\" COMMANDS$$/{r $(BUILD)/commands.mdoc' -e 'd}' \
		-e '/^\.\\" FILES$$/{r $(BUILD)/files.mdoc' -e 'd}' $< > $@

define folder_rule
$$(BUILD)/$(1).a: $$(call objects,$(1))
	@rm -f $$@
	@mkdir -p $$(@D)
	@echo '  AR   $$@'
	$$(Q)ar qcs $$@ $$^
endef
$(foreach folder,$(FOLDERS),$(eval $(call folder_rule,$(folder))))

$(BUILD)/%.c.o: src/%.c
	@mkdir -p $(@D)
	@echo '  CC   $<'
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -c -o $@ $<

$(BUILD)/%.cc.o: src/%.cc
	@mkdir -p $(@D)
	@echo '  CXX  $<'
	$(Q)$(CXX) $(CPPFLAGS) $(CXXFLAGS_ALL) -c -o $@ $<

# A unit test FOLDER_NAME is linked with its folder and those before it.
upto = $(if $(filter $(1),$(firstword $(2))),$(1),$(firstword $(2)) $(call upto,$(1),$(wordlist 2,99,$(2))))
unit_folder = $(firstword $(subst _, ,$(1)))
unit_archives = $(patsubst %,$(BUILD)/%.a,$(call upto,$(call unit_folder,$(1)),$(FOLDERS)))

.SECONDEXPANSION:
$(BUILD)/unit/%: tests/unit/%.c $$(call unit_archives,$$*)
	@mkdir -p $(@D)
	@echo '  TEST $<'
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LDLIBS) -lcmocka

unit-%: $(BUILD)/unit/%
	$<

unit: $(UNITS:%=unit-%)

# Installs those of the packages $(2) that are missing; says what it does. Needs root, or sudo.
define install_missing
	@missing=; for package in $(1); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
			missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "Installing from Debian:$$missing"; \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q --no-install-recommends $$missing; \
	fi
endef

# For the analysers: what the compiler is told.
.PHONY: print-flags
print-flags:
	@echo '$(filter-out -MMD -MP -DHEARTH_SHARE%,$(CPPFLAGS))'

packages:
	$(call install_missing,$(PACKAGES))
test-packages: packages
	$(call install_missing,$(TEST_PACKAGES) $(if $(shell command -v npm),,nodejs npm))
lint-packages: packages
	$(call install_missing,$(LINT_PACKAGES))

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

# pkg-config answers only once the packages are there, so what needs it runs in a make of its own.
## make            build build/hearth
## make report     install what is missing, build, make output/$(YEAR) from input/$(YEAR)
report: packages
	@$(MAKE) --no-print-directory all
	$(BUILD)/hearth build $(YEAR)
	@echo "The pack is in output/$(YEAR): open output/$(YEAR)/index.html"

## make test       install what the tests need, run every test
test: test-packages
	@$(MAKE) --no-print-directory all
	@MAKE='$(MAKE)' BUILD='$(BUILD)' tests/run all

## make check      the fast tests, under ten seconds
check: all
	@MAKE='$(MAKE)' BUILD='$(BUILD)' tests/run fast

## make lint       includes, format, clang-tidy, cppcheck, manual page, scripts
lint: lint-packages
	@MAKE='$(MAKE)' BUILD='$(BUILD)' tests/run lint

## make format     format the code
format: lint-packages
	clang-format -i $(shell find src tests -name '*.[ch]' -o -name '*.cc')

## make san        every fast test with the address and undefined-behaviour sanitizers
san: test-packages
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/san OPTIMISE='-O1 -g' \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' \
		CFLAGS=-Wno-format-truncation CXXFLAGS=-Wno-format-truncation check

## make fuzz       fuzz the reader and import, each for SECONDS=60
SECONDS ?= 60
fuzz: packages
	$(call install_missing,$(FUZZ_PACKAGES))
	@MAKE='$(MAKE)' BUILD='$(BUILD)' tests/fuzz/run $(SECONDS)

## make bench      time and memory against named peers, as ratios
bench: test-packages
	@$(MAKE) --no-print-directory all
	@BUILD='$(BUILD)' tests/bench/run

## make sample     make the sample's extracts anew: input/2024-25/extracts
sample:
	python3 tests/sample/generate.py

## make install    install program, templates, fonts, manual, schema under PREFIX=/usr/local
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/hearth $(DESTDIR)$(PREFIX)/bin/hearth
	install -d $(DESTDIR)$(PREFIX)/share/hearth
	cp -R templates fonts $(DESTDIR)$(PREFIX)/share/hearth/
	$(BUILD)/hearth schema > $(DESTDIR)$(PREFIX)/share/hearth/extract.xsd
	install -m 644 $(BUILD)/hearth.1 $(DESTDIR)$(PREFIX)/share/man/man1/hearth.1

## make clean      remove what was built
clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
