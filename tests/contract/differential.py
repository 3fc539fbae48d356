#!/usr/bin/env python3
"""Has the program and the oracle measure the same random extracts, and compares value by value.

    differential.py HEARTH [--rounds N] [--seed S] [--keep DIR]

Each round is one seed: `--seed S --rounds 1` repeats it. The folder of a round that differs is kept.
Exit status 1 if any differs.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

sys.dont_write_bytecode = True

import fuzz
import oracle

YEARS = ["2024-25"] * 5 + ["2023-24", "2022-23", "1999-00", "2019-20", "2099-00", "1950-51"]
SETTINGS = ('<?xml version="1.0" encoding="UTF-8"?>\n<authority xmlns="urn:hearth:authority:1"'
            ' code="E06000016" name="Leicester City Council" short-name="Leicester"'
            ' place="Leicester" website="https://www.leicester.gov.uk" language="en-GB"/>\n')


def make_input(seed, folder):
    label = random.Random(seed).choice(YEARS)
    fuzz.write_folder(seed, label, os.path.join(folder, label, "extracts"))
    with open(os.path.join(folder, "authority.xml"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    return label


def run(hearth, folder, label):
    return subprocess.run([hearth, "measures", "--input", folder, "--format", "json", label],
                          capture_output=True, timeout=60, check=False)


def differing(expected, got):
    """Each figure that is not the same, as (measure, expected, got)."""
    for part in ("authority", "period"):
        if expected[part] != got.get(part):
            yield part, expected[part], got.get(part)
    if list(expected["measures"]) != list(got.get("measures", {})):
        yield "the order of measures", "as declared", "not so"
    for measure, figure in expected["measures"].items():
        other = got.get("measures", {}).get(measure)
        if figure != other:
            yield measure, figure, other


def shown(figure):
    if not isinstance(figure, dict) or "value" not in figure:
        return str(figure)
    if "numerator" not in figure:
        return str(figure.get("reason", figure["value"]))
    return f"{figure['value']} ({figure['numerator']} of {figure['denominator']})"


def compare_round(hearth, seed, folder):
    """The lines that say what differs in one round."""
    label = make_input(seed, folder)
    expected = oracle.measures_json(os.path.join(folder, label, "extracts"), label)
    result = run(hearth, folder, label)
    if result.returncode != 0:
        said = [line for line in result.stderr.decode(errors="replace").splitlines()
                if ": warning: " not in line]
        return [f"exit status {result.returncode} for {label}"] + said[:5]
    try:
        got = json.loads(result.stdout, parse_float=Decimal)
    except ValueError as fault:
        return [f"not JSON: {fault}"]
    found = differing(json.loads(expected, parse_float=Decimal), got)
    return [f"{label} {measure}: oracle {shown(ours)}, program {shown(theirs)}"
            for measure, ours, theirs in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("hearth")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default=None, help="where folders that differ are kept")
    options = parser.parse_args()
    keep = options.keep or tempfile.mkdtemp(prefix="hearth-differential-")
    failed = 0
    for seed in range(options.seed, options.seed + options.rounds):
        folder = os.path.join(keep, f"seed-{seed}")
        lines = compare_round(options.hearth, seed, folder)
        if lines:
            failed += 1
            print(f"seed {seed}, kept in {folder}")
            print("".join(f"  {line}\n" for line in lines), end="")
        else:
            shutil.rmtree(folder)
    print(f"{options.rounds - failed} passed, {failed} failed")
    if not failed and options.keep is None:
        os.rmdir(keep)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
