#!/usr/bin/env python3
"""Packs that leak in one way each: `hearth audit` must catch every one, and pass the pack without.

A small pack is written by hand, with figures hidden that are safe; then each leak is put into it.
Prints how many leaks were caught; ends with 1 if one was not.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

HEARTH = os.path.join(os.environ.get('BUILD', 'build'), 'hearth')
HIDDEN = {'value': None, 'unit': 'count', 'reason': 'hidden'}
NAME = 'allegations-by-outcome'
XLSX = 'data/figures.xlsx'


def figures(year='2024-25'):
    def count(value):
        return {'value': value, 'unit': 'count'}
    return {'period': {'label': year}, 'measures': {
        'allegations.total': count(15), 'allegations.threshold_not_met': count(4),
        'allegations.threshold_met': count(11),
        'allegations.outcome.unsubstantiated': HIDDEN, 'allegations.outcome.substantiated': HIDDEN,
        'allegations.outcome.unfounded': HIDDEN,
        'allegations.outcome.malicious': count(0), 'allegations.outcome.open': count(0),
        'children.looked_after': count(589), 'children.three_or_more_placements': HIDDEN,
        'children.three_or_more_placements.rate': dict(HIDDEN, unit='percent'),
        'staying_put.total': count(25), 'staying_put.started': HIDDEN,
        'staying_put.ended': count(7)}}


CSV = '\ufeffOutcome,Allegations,Share\r\nUnsubstantiated,[c],[c]\r\nSubstantiated,[c],[c]\r\n' \
    'Unfounded,[c],[c]\r\nMalicious,0,0\r\nOpen,0,0\r\nAll,11,100\r\n'
TITLE = 'Allegations by outcome'
WORDS = 'This chart has 3 bars. Unsubstantiated, Substantiated and Unfounded are hidden to protect people.'


def bar(y, label, width, look, value):
    return (f'<text class="f-ink" text-anchor="end" x="90" y="{y + 20}">{label}</text>'
            f'<path class="{look}" d="M100 {y}h{width}v27H100Z"/>'
            f'<text class="f-ink b" x="{108 + width}" y="{y + 20}">{value}</text>')


def drawing(*stubs):
    first, second, third = stubs or (24, 24, 24)
    rows = bar(0, 'Unsubstantiated', first, 'f-hatch', '[c]') + \
        bar(40, 'Substantiated', second, 'f-hatch', '[c]') + bar(80, 'Unfounded', third, 'f-hatch', '[c]') + \
        bar(120, 'All', 110, 'f-first', '11')
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{TITLE}</title><desc>{WORDS}</desc>{rows}</svg>'


def page():
    return (f'<!DOCTYPE html><html><head><meta property="og:image" content="charts/{NAME}.png">'
            f'<meta property="og:image:alt" content="{TITLE}"></head><body>'
            f'<p>Of the <data value="11" data-measure="allegations.threshold_met">11</data>, a small '
            f'number were unfounded.</p><figure id="chart-{NAME}"><figcaption>{TITLE}</figcaption>'
            f'<p>{WORDS}</p><table><tr><th scope="row">Unfounded</th><td>[c]</td></tr></table>'
            f'</figure></body></html>')


def workbook(title, *rows):
    '''The one sheet of a workbook: strings apart, as most programs write them.'''
    strings, lines = [], []
    for row in ([title], ['A note.'], *rows):
        cells = ''
        for cell in row:
            if isinstance(cell, str):
                strings.append(cell)
                cells += f'<c r="A1" s="1" t="s"><v>{len(strings) - 1}</v></c>'
            else:
                cells += f'<c r="A1"><v>{cell}</v></c>'
        lines.append(f'<row r="1">{cells}</row>')
    return {'xl/sharedStrings.xml': '<sst>' + ''.join(f'<si><t>{s}</t></si>' for s in strings) + '</sst>',
            'xl/worksheets/sheet1.xml': f'<worksheet><sheetData>{"".join(lines)}</sheetData></worksheet>'}


def table(title, unfounded, share):
    return workbook(title, ['Outcome', 'Allegations', 'Share'], ['Unsubstantiated', '[c]', '[c]'],
                    ['Substantiated', '[c]', '[c]'], ['Unfounded', unfounded, share],
                    ['Malicious', 0, 0], ['Open', 0, 0], ['All', 11, 100])


def pack():
    return {'figures.json': figures(), f'data/{NAME}.csv': CSV, f'charts/{NAME}.svg': drawing(),
            'annual-report.html': page(), 'annual-report.epub': page(),
            XLSX: table(TITLE, '[c]', '[c]')}


def write(folder, files):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if name.endswith('.xlsx'):
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
                for part, text in content.items():
                    book.writestr(part, text)
            continue
        if name.endswith('.epub'):
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
                book.writestr('EPUB/chapter-1.xhtml', content)
            continue
        with open(path, 'w', encoding='utf-8', newline='') as out:
            out.write(json.dumps(content) if isinstance(content, dict) else content)


def audit(*packs, options=()):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, files in enumerate(packs):
            names.append(os.path.join(folder, str(number)))
            write(names[-1], files)
        ran = subprocess.run([HEARTH, 'audit', *options, *names], capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def replaced(name, old, new):
    files = pack()
    assert old in files[name], (name, old)
    files[name] = files[name].replace(old, new)
    return [files]


def measured(**changes):
    files = pack()
    for measure, entry in changes.items():
        files['figures.json']['measures'][measure.replace('__', '.')] = entry
    return [files]


def last_year():
    """25 = 21 + started - 7: what started is 11, but 3 where 29 were there."""
    before = {'figures.json': {'period': {'label': '2023-24'}, 'measures': {
        'staying_put.total': {'value': 29, 'unit': 'count'}}}}
    return [before, pack()]


RATE = 'children__three_or_more_placements__rate'
SVG, HTML, DATA = f'charts/{NAME}.svg', 'annual-report.html', f'data/{NAME}.csv'
LEAKS = {
    'the title of a drawing': replaced(SVG, f'<title>{TITLE}', '<title>Most common outcome: Unfounded, 27%'),
    'the description of a drawing': replaced(SVG, WORDS, 'Unfounded is the smallest, with 2 (18%).'),
    'the length of a bar': replaced(SVG, bar(80, 'Unfounded', 24, 'f-hatch', '[c]'),
                                    bar(80, 'Unfounded', 20, 'f-first', '[c]')),
    'the lengths of stubs': [dict(pack(), **{SVG: drawing(60, 30, 20)})],
    'the length of a bar on a page': replaced(HTML, f'<p>{WORDS}', '<svg>' + bar(
        80, 'Unfounded', 20, 'f-first', '[c]') + bar(120, 'All', 110, 'f-first', '11') + '</svg><p>'),
    'a number beside a stub': replaced(SVG, bar(80, 'Unfounded', 24, 'f-hatch', '[c]'),
                                       bar(80, 'Unfounded', 24, 'f-hatch', '2')),
    'a figure in a sentence': replaced(HTML, 'a small number', '<data value="2" '
                                       'data-measure="allegations.outcome.unfounded">two</data>'),
    'the title of a figure': replaced(HTML, f'<figcaption>{TITLE}', '<figcaption>Most common: Unfounded, 27%'),
    'a description on a page': replaced(HTML, f'<p>{WORDS}', '<p>followed by Substantiated with 3 (27%)'),
    'a cell on a page': replaced(HTML, '<td>[c]', '<td class="n">2'),
    'the text for a picture': replaced(HTML, f'alt" content="{TITLE}', 'alt" content="Main: Unfounded, 18%'),
    'a page of a book': replaced('annual-report.epub', '<td>[c]', '<td>2'),
    'a cell of a table': replaced(DATA, 'Unfounded,[c],[c]', 'Unfounded,2,[c]'),
    'a share in a table': replaced(DATA, 'Unfounded,[c],[c]', 'Unfounded,[c],18'),
    'the metadata of a table': [dict(pack(), **{DATA + '-metadata.json': {
        'dc:title': 'Most common outcome: Unfounded, 18%'}})],
    'a cell of a workbook': [dict(pack(), **{XLSX: table(TITLE, 2, '[c]')})],
    'a share in a workbook': [dict(pack(), **{XLSX: table(TITLE, '[c]', 18)})],
    'the title of a worksheet': [dict(pack(), **{XLSX: table('Most common: Unfounded, 18%', '[c]', '[c]')})],
    'the list of a workbook': [dict(pack(), **{XLSX: workbook(
        'Every measure', ['Measure', 'Figure', 'Name'],
        ['Unfounded', 2, 'allegations.outcome.unfounded'])})],
    'a value of the JSON': measured(allegations__outcome__substantiated={'value': 3, 'unit': 'count'},
                                    allegations__outcome__unsubstantiated={'value': 6, 'unit': 'count'}),
    'a numerator of the JSON': measured(**{RATE: dict(HIDDEN, numerator=3)}),
    'a rate': measured(**{RATE: {'value': 0.5, 'unit': 'percent'}}),
    'the year before': last_year(),
}


def main():
    faults = []
    status, said = audit(pack())
    if status != 0 or '5 hidden figures, 0 of them' not in said:
        faults.append(f'a safe pack does not pass ({status}):\n{said}')
    for leak, packs in LEAKS.items():
        status, said = audit(*packs)
        if status != 1 or 'narrower than promised\n' not in said:
            faults.append(f'not caught: {leak} ({status})\n{said}')
    status, said = audit(pack(), options=['--threshold', '20'])
    if status != 1:
        faults.append(f'the threshold is not looked at ({status}):\n{said}')
    status, said = audit({'figures.json': '{'})
    if status != 1 or not re.search(r'figures\.json can\'t be read', said):
        faults.append(f'a broken figures.json is not told ({status}): {said}')
    print('\n'.join(faults) or f'{len(LEAKS)} leaks caught')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
