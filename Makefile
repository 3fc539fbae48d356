# Hearth: case extracts in, published documents out.
#
#   make report   install what is missing, build, and make the sample's 2024-25 pack in output/2024-25
#   make test     install what the tests need, and run every test
#   make          build build/hearth
#   make help     the other verbs

BUILD ?= build
CC ?= gcc
CXX ?= g++
PKGS = libxml-2.0 cairo-ft freetype2 harfbuzz harfbuzz-subset libdeflate fribidi jansson libmd zlib
WARN = -Wall -Wextra -Wshadow -Wpointer-arith -Werror
OPTIMISE ?= -O2 -g
SANITIZE ?=
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
CPPFLAGS += -Isrc -D_GNU_SOURCE $(PKG_CFLAGS) -MMD -MP
CFLAGS_ALL = -std=c11 $(OPTIMISE) $(WARN) -Wstrict-prototypes $(SANITIZE) $(CFLAGS)
CXXFLAGS_ALL = -std=c++17 $(OPTIMISE) $(WARN) $(SANITIZE) $(CXXFLAGS)
LDLIBS = -lhpdf -lctemplate_nothreads -lcmark-gfm -lcmark-gfm-extensions -lunibreak -lxxhash $(PKG_LIBS) -lm -lstdc++

# The folders in the order in which data flows; each may use those before it.
FOLDERS = base read measure compose render publish
sources = $(wildcard src/$(1)/*.c src/$(1)/*/*.c src/$(1)/*.cc)
objects = $(patsubst src/%,$(BUILD)/%.o,$(call sources,$(1)))
ARCHIVES = $(FOLDERS:%=$(BUILD)/%.a)
TOP = $(patsubst src/%,$(BUILD)/%.o,$(wildcard src/*.c))
UNITS = $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))

.PHONY: all lib clean
all: $(BUILD)/hearth
lib: $(ARCHIVES)

$(BUILD)/hearth: $(TOP) $(ARCHIVES)
	$(CXX) $(SANITIZE) -o $@ $(TOP) -Wl,--start-group $(ARCHIVES) -Wl,--end-group $(LDLIBS)

define folder_rule
$$(BUILD)/$(1).a: $$(call objects,$(1))
	@rm -f $$@
	@mkdir -p $$(@D)
	ar rcs $$@ $$^
endef
$(foreach folder,$(FOLDERS),$(eval $(call folder_rule,$(folder))))

$(BUILD)/%.c.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -c -o $@ $<

$(BUILD)/%.cc.o: src/%.cc
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(CXXFLAGS_ALL) -c -o $@ $<

# A unit test FOLDER_NAME is linked with its folder and those before it.
upto = $(if $(filter $(1),$(firstword $(2))),$(1),$(firstword $(2)) $(call upto,$(1),$(wordlist 2,99,$(2))))
unit_folder = $(firstword $(subst _, ,$(1)))
unit_archives = $(patsubst %,$(BUILD)/%.a,$(call upto,$(call unit_folder,$(1)),$(FOLDERS)))

.SECONDEXPANSION:
$(BUILD)/unit/%: tests/unit/%.c $$(call unit_archives,$$*)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(LDLIBS) -lcmocka

unit-%: $(BUILD)/unit/%
	$<

.PHONY: unit
unit: $(UNITS:%=unit-%)

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
