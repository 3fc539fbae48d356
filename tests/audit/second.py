#!/usr/bin/python3
"""A second attacker: written apart from the program's, with another solver (HiGHS, by SciPy).

    second.py HEARTH [--rounds N] [--seed S] [--threshold N]

Each round is a random council's year, or two that follow, of which figures are hidden at random: those
about people up to the threshold with their rates, and some more. `hearth audit` attacks the packs, and so does this
file, which reads the definitions for itself. Each hidden figure's interval must be the same by both, and
hold the true figure. Exit status 1 if any differs.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, '..', '..', 'src', 'measure')
sys.path.insert(0, os.path.join(HERE, '..', 'contract'))
import differential  # noqa: E402  (random extracts)
import fuzz  # noqa: E402

LIMIT = 100000
PEOPLE = ('children.', 'sgo.', 'staying_put.', 'carers.', 'kinship.', 'placements.', 'allegations.',
          'complaints.', 'households.left.reason.')


class Definitions:
    """measures.def and relations.def, read by their form."""

    def __init__(self):
        text = open(os.path.join(SOURCE, 'measures.def'), encoding='utf-8').read()
        text = text[text.index('clang-format off'):]
        rows = re.findall(r'^MEASURE\((\w+), "([^"]+)", (\w+),(.*?)(?=^[A-Z]+\(|\Z)', text, re.M | re.S)
        names = {row[0]: row[1] for row in rows}
        self.unit = {row[1]: row[2] for row in rows}
        self.rates, self.wholes, self.differences = {}, {}, {}
        for _, name, _, how in rows:
            rate = re.search(r'\bRATE(?:_OVER|_BETWEEN)?\((\w+),\s*(\w+)\)', how)
            less = re.search(r'\bDIFFERENCE\((\w+),\s*(\w+)\)', how)
            whole = re.search(r'\b(?:COUNTED_OF|COUNTED_OF_BY|PART|PART_OR_NONE|PART_NONE|PART_REST|'
                              r'TOLD|TOLD_NONE|BAND|BAND_NONE|BAND_REST)\((\w+)', how)
            if rate:
                self.rates[name] = tuple(names.get(part, part) for part in rate.groups())
            elif less:
                self.differences[name] = tuple(names[part] for part in less.groups())
            elif whole and whole.group(1) != 'NONE' and self.unit[name] == 'COUNT':
                self.wholes[name] = names[whole.group(1)]
        text = open(os.path.join(SOURCE, 'relations.def'), encoding='utf-8').read()
        text = text[text.index('clang-format off'):]
        self.relations = []
        for kind, rest in re.findall(r'^(SUM|AT_MOST|SAME|FLOW)\((.*)\)$', text, re.M):
            self.relations.append((kind, [self.side(side) for side in re.findall(r'"([^"]*)"', rest)[:-1]]))

    def side(self, text):
        forms = [re.compile(re.escape(form).replace(r'\*', '[^.]*') + '$') for form in text.split()]
        return [name for form in forms for name in self.unit if form.match(name)]


class Attack:
    """All that is known, as rows of a sparse matrix with bounds."""

    def __init__(self, definitions, packs):
        self.numbers, self.rows = {}, []
        self.low, self.high = [], []
        for year, (label, pack) in enumerate(packs):
            self.year(definitions, year, pack['measures'])
        for year in range(1, len(packs)):
            for kind, sides in definitions.relations:
                if kind == 'FLOW':
                    stock, came, went = sides
                    self.row({(year - 1, stock[0]): 1, (year, came[0]): 1, (year, went[0]): -1,
                              (year, stock[0]): -1}, 0, 0)
        matrix = lil_matrix((len(self.rows), len(self.numbers)))
        for row, (terms, _, _) in enumerate(self.rows):
            for number, factor in terms.items():
                matrix[row, number] = factor
        self.constraint = LinearConstraint(matrix.tocsr(), [row[1] for row in self.rows],
                                           [row[2] for row in self.rows])

    def number(self, key):
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers)
            self.low.append(0)
            self.high.append(LIMIT)
        return self.numbers[key]

    def row(self, terms, low, high):
        added = {}
        for key, factor in terms.items():
            added[self.number(key)] = added.get(self.number(key), 0) + factor
        self.rows.append((added, low, high))

    def fix(self, key, value):
        number = self.number(key)
        self.low[number] = self.high[number] = value

    def year(self, definitions, year, figures):
        for kind, sides in definitions.relations:
            if kind != 'FLOW':
                terms = {(year, name): 1 for name in sides[0]}
                for name in sides[1]:
                    terms[(year, name)] = terms.get((year, name), 0) - 1
                self.row(terms, -numpy.inf if kind == 'AT_MOST' else 0, 0)
        for name, whole in definitions.wholes.items():
            self.row({(year, name): 1, (year, whole): -1}, -numpy.inf, 0)
        for name, (more, less) in definitions.differences.items():
            self.low[self.number((year, name))] = -LIMIT
            self.row({(year, name): 1, (year, more): -1, (year, less): 1}, 0, 0)
        for name, figure in figures.items():
            value = figure['value']
            if definitions.unit[name] == 'COUNT' and value is not None:
                self.fix((year, name), value)
            if name in definitions.rates:
                above, below = ((year, part) for part in definitions.rates[name])
                if value is not None:
                    tenths = round(value * 10)
                    self.row({above: 2000, below: 1 - 2 * tenths}, 0, numpy.inf)
                    self.row({above: 2000, below: -1 - 2 * tenths}, -numpy.inf, -1)
                for part, key in (('numerator', above), ('denominator', below)):
                    if part in figure:
                        self.fix(key, figure[part])

    def reach(self, key, most):
        if key not in self.numbers:
            return LIMIT if most else 0
        aim = numpy.zeros(len(self.numbers))
        aim[self.numbers[key]] = -1 if most else 1
        found = milp(aim, constraints=self.constraint, bounds=Bounds(self.low, self.high),
                     integrality=numpy.ones(len(self.numbers)))
        return round(found.x[self.numbers[key]]) if found.success else None


def measured(hearth, seed):
    """A random year's figures, whole."""
    with tempfile.TemporaryDirectory() as folder:
        fuzz.write_folder(seed, '2024-25', os.path.join(folder, '2024-25', 'extracts'))
        with open(os.path.join(folder, 'authority.xml'), 'w', encoding='utf-8') as out:
            out.write(differential.SETTINGS)
        ran = subprocess.run([hearth, 'measures', '--input', folder, '--format', 'json', '2024-25'],
                             capture_output=True, check=True)
    return json.loads(ran.stdout)


def hide(definitions, figures, chance, threshold):
    """What is hidden: small numbers about people, some others, and most rates that give them away."""
    hidden = set()
    for name, figure in figures['measures'].items():
        if definitions.unit[name] == 'COUNT' and figure['value'] is not None and name.startswith(PEOPLE):
            if 1 <= figure['value'] <= threshold or chance.random() < 0.25:
                hidden.add(name)
    for name, parts in definitions.rates.items():
        if hidden & set(parts) and chance.random() < 0.8:
            hidden.add(name)
    public = json.loads(json.dumps(figures))
    for name in hidden:
        unit = public['measures'][name]['unit']
        public['measures'][name] = {'value': None, 'unit': unit, 'reason': 'hidden'}
    for name, parts in definitions.rates.items():
        for part, key in zip(parts, ('numerator', 'denominator')):
            if part in hidden:
                public['measures'][name].pop(key, None)
    return public, sorted(name for name in hidden if definitions.unit[name] == 'COUNT')


def first_attack(hearth, packs):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for label, pack in packs:
            names.append(os.path.join(folder, label))
            os.mkdir(names[-1])
            with open(os.path.join(names[-1], 'figures.json'), 'w', encoding='utf-8') as out:
                json.dump(pack, out)
        ran = subprocess.run([hearth, 'audit', *names], capture_output=True, text=True)
    return {(year, name): (int(least), None if most == 'or more' else int(most[3:]))
            for year, name, least, most in
            re.findall(r'^(\S+) (\S+): (\d+) (or more|to \d+)', ran.stdout, re.M)}, ran.stdout


def play(hearth, definitions, seed, threshold):
    chance = random.Random(seed)
    whole = measured(hearth, seed)
    public, hidden = hide(definitions, whole, chance, threshold)
    packs = [('2024-25', public)]
    if chance.random() < 0.3:  # the year before, in which nothing is known but stocks that fit
        stocks = {}
        for kind, sides in definitions.relations:
            if kind == 'FLOW':
                stock, came, went = (whole['measures'][side[0]]['value'] for side in sides)
                if None not in (stock, came, went) and stock - came + went >= 0:
                    stocks[sides[0][0]] = {'value': stock - came + went, 'unit': 'count'}
        if len(stocks) == sum(kind == 'FLOW' for kind, _ in definitions.relations):
            packs.insert(0, ('2023-24', {'period': {'label': '2023-24'}, 'measures': stocks}))
    ours, said = first_attack(hearth, packs)
    attack = Attack(definitions, packs)
    year = len(packs) - 1
    for name in hidden:
        low, high = attack.reach((year, name), False), attack.reach((year, name), True)
        theirs = (low, None if high is not None and high >= LIMIT else high)
        mine = ours.get(('2024-25', name))
        value = whole['measures'][name]['value']
        if mine != theirs:
            yield f'seed {seed}: {name}: {mine} by the program, {theirs} by the second attacker'
        elif value < mine[0] or (mine[1] is not None and value > mine[1]):
            yield f'seed {seed}: {name} is {value}, out of {mine}'
    if len(ours) != len(hidden):
        yield f'seed {seed}: {len(hidden)} are hidden, {len(ours)} were attacked: {said[:200]}'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('hearth')
    parser.add_argument('--rounds', type=int, default=10)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threshold', type=int, choices=(3, 5, 10), help='else one after the other')
    options = parser.parse_args()
    definitions, faults = Definitions(), 0
    for round_number in range(options.rounds):
        threshold = options.threshold or (3, 5, 10)[round_number % 3]
        for fault in play(options.hearth, definitions, options.seed + round_number, threshold):
            print(fault)
            faults += 1
    print(f'{options.rounds} years attacked twice, {faults} differences')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
