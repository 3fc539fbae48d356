#!/usr/bin/env python3
"""Compares a measures JSON with the figures published for its year.

    compare.py MEASURES.json [MEASURES.tsv]

Prints each difference; exit status 1 if there is any. A rate published as a whole number (66%) is
met by one that rounds to it, halves away from zero.
"""
import json
import os
import sys
from decimal import Decimal
from fractions import Fraction

ROWS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "measures.tsv")


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file][1:]


def is_met(published, unit, figure):
    if figure["value"] is None:
        return False
    if unit == "percent" and "." not in published:
        exact = Fraction(figure["numerator"] * 100, figure["denominator"])
        return int(exact + Fraction(1, 2)) == int(published)
    return figure["value"] == Decimal(published)


def differences(measures, rows):
    names = [row[0] for row in rows]
    if list(measures) != names:
        yield "the measures, or their order, are not the declared ones"
    for name, unit, published, _ in rows:
        figure = measures.get(name)
        if figure is None:
            yield f"{name}: missing"
        elif figure["unit"] != unit:
            yield f"{name}: unit {figure['unit']}, declared {unit}"
        elif published and not is_met(published, unit, figure):
            yield f"{name}: {figure['value']}, published {published}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        measures = json.load(file, parse_float=Decimal)["measures"]
    rows = rows_of(sys.argv[2] if len(sys.argv) > 2 else ROWS)
    found = list(differences(measures, rows))
    published = sum(1 for row in rows if row[2])
    print("".join(f"{line}\n" for line in found), end="")
    print(f"{published - min(published, len(found))} passed, {len(found)} failed")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
