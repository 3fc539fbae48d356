#!/usr/bin/env python3
"""What `hearth audit` reads of a real pack: from each of its formats alone it must find the figures.

The sample's pack is built; in figures.json everything about people is blanked, and nothing else. Then pages,
books, the workbook, or tables and drawings are left in the folder, one kind at a time, and each must give
away the small numbers exactly; with no other file nothing may be found, and nothing found may be wrong.
Prints what was found; ends with 1 if it was too little.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HEARTH = os.path.abspath(sys.argv[1])
PEOPLE = ('children.', 'sgo.', 'staying_put.', 'carers.', 'kinship.', 'placements.', 'allegations.',
          'complaints.', 'households.left.reason.')
# Of the kinds of file, the share of small numbers that must come out; tables with no figure known
# beside what is hidden can't all be told apart.
KINDS = {'.': 1, r'\.html$': 1, r'\.epub$': 1, r'\.xlsx$': 1, r'\.csv$': 0.7, r'\.(csv|svg)$': 0.7}


def blanked(path):
    figures = json.load(open(path, encoding='utf-8'))
    true = {}
    for name, figure in figures['measures'].items():
        figure.pop('numerator', None)
        figure.pop('denominator', None)
        if figure['unit'] == 'percent':
            figure['value'] = None
        if figure['unit'] == 'count' and figure['value'] is not None and name.startswith(PEOPLE) \
                and figure['value'] > 0:
            true[name] = figure['value']
            figures['measures'][name] = {'value': None, 'unit': 'count', 'reason': 'hidden'}
    return figures, true


def attacked(pack, kind, figures):
    with tempfile.TemporaryDirectory() as folder:
        for root, _, names in os.walk(pack):
            for name in names:
                path = os.path.join(root, name)
                if kind and re.search(kind, path):
                    target = os.path.join(folder, os.path.relpath(path, pack))
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    shutil.copy(path, target)
        with open(os.path.join(folder, 'figures.json'), 'w', encoding='utf-8') as out:
            json.dump(figures, out)
        ran = subprocess.run([HEARTH, 'audit', folder], capture_output=True, text=True)
    return {name: (int(least), int(most[3:]) if most != 'or more' else None) for name, least, most in
            re.findall(r'^\S+ (\S+): (\d+) (or more|to \d+)', ran.stdout, re.M)}


def main():
    faults = []
    with tempfile.TemporaryDirectory() as output:
        subprocess.run([HEARTH, 'build', '--output', output, '2024-25'], check=True,
                       capture_output=True)
        pack = os.path.join(output, '2024-25')
        figures, true = blanked(os.path.join(pack, 'figures.json'))
        small = [name for name, value in true.items() if value <= 5]
        for kind, share in {'': 0, **KINDS}.items():
            found = attacked(pack, kind, figures)
            exact = [name for name in small if found.get(name) == (true[name], true[name])]
            wrong = [name for name, (least, most) in found.items() if not
                     least <= true[name] <= (true[name] if most is None else most)]
            if set(found) != set(true) or len(exact) < share * len(small) or wrong or \
                    (not kind and exact):
                faults.append(f'{kind or "no other file"}: {len(found)} attacked of {len(true)}, '
                              f'{len(exact)} of {len(small)} found, wrong: {wrong}')
    print('\n'.join(faults) or f'{len(small)} small numbers found by {len(KINDS)} kinds of file')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
