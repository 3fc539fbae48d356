#!/usr/bin/env python3
"""Holds the house to README's table of rooms, and its files to their names.

README's table says what each folder of src may include; an include that it does not name is a fault,
as is a folder that it does not name. Besides: no two sources call each other, by whatever way round;
what a header declares stands in the source of its name; a struct's name means one thing.
Prints each fault with its place; ends with 1 if there was one.
"""
import collections
import os
import re
import subprocess
import sys

INCLUDE = re.compile(r'^\s*#\s*include "([^"]+)"', re.M)
COMMENT = re.compile(r'/\*.*?\*/', re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
STRUCT = re.compile(r'^struct (\w+) \{', re.M)
FUNCTION = re.compile(r'^(?!static|typedef|#|\s)[^\n;{}=()]*?\b(\w+)\(', re.M)


def table_of_rooms(readme):
    """{folder: (folders it may include)}, from the rows | `src/x` … | what | may include | … |"""
    rooms = {}
    for row in re.findall(r'^\| `src/([\w/]+)` \|[^|]*\|([^|]*)\|', readme, re.M):
        rooms[row[0]] = set(re.findall(r'`([\w/]+)`', row[1]))
    return rooms


def includes_between_rooms(files, rooms):
    for name, text in files.items():
        room = os.path.dirname(name)
        if room not in rooms:
            yield f'src/{name}: README names no room src/{room}'
            continue
        for match in INCLUDE.finditer(text):
            other = os.path.dirname(match.group(1))
            if other != room and other not in rooms[room]:
                line = text.count('\n', 0, match.start()) + 1
                yield f'src/{name}:{line}: src/{room} may not include {match.group(1)}'


def functions(files):
    """{function: the source that defines it}, of those that are not static."""
    defined = {}
    for name, text in files.items():
        if name.endswith(('.c', '.cc')):
            code = COMMENT.sub('', text)
            for match in FUNCTION.finditer(code):
                if match.group(1) != '__attribute__' and \
                        re.match(r'[^;{]*\)\s*\{', code[match.end():]):
                    defined[match.group(1)] = name
    return defined


def circles(files, defined):
    """Sources that call each other, by whatever way round."""
    calls = {}
    for name, text in files.items():
        if name.endswith(('.c', '.cc')):
            code = STRING.sub('', COMMENT.sub('', text))
            own = set(re.findall(r'^static [^\n;{}=()]*?\b(\w+)\(', code, re.M))
            calls[name] = {defined[word] for word in set(re.findall(r'\b\w+\b', code)) - own
                           if word in defined} - {name}
    reach = {}
    for start in calls:
        seen, left = set(), [start]
        while left:
            new = calls[left.pop()] - seen
            seen |= new
            left += new
        reach[start] = seen
    for start in sorted(reach):
        if start in reach[start]:
            yield f'src/{start}: calls itself, by way of ' + ', '.join(
                sorted(other for other in reach[start] if start in reach[other] and other != start))


def homes(files, defined):
    """What a header declares stands in the source of its name."""
    for name, text in files.items():
        if name.endswith('.h'):
            for function in FUNCTION.findall(COMMENT.sub('', text)):
                home = defined.get(function)
                if home and os.path.splitext(home)[0] != os.path.splitext(name)[0]:
                    yield f'src/{name}: {function} is defined in src/{home}'


def struct_names(files):
    places = collections.defaultdict(list)
    for name, text in files.items():
        for struct in STRUCT.findall(text):
            places[struct].append(name)
    for struct, names in sorted(places.items()):
        if len(names) > 1:
            yield f'struct {struct} stands for several things: ' + ', '.join(names)


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), '..', '..'))
    names = subprocess.run(['find', 'src', '-name', '*.[ch]', '-o', '-name', '*.cc'], text=True,
                           capture_output=True, check=True).stdout.split()
    files = {name[4:]: open(name, encoding='utf-8').read() for name in sorted(names)}
    rooms = table_of_rooms(open('README.md', encoding='utf-8').read())
    defined = functions(files)
    faults = [*includes_between_rooms(files, rooms), *circles(files, defined),
              *homes(files, defined), *struct_names(files)]
    print('\n'.join(faults) or f'{len(files)} files in {len(rooms)} rooms')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
