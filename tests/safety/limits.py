#!/usr/bin/env python3
"""Under any limit of memory a run gives the same figures as without one, or status 3 and none.

    limits.py HEARTH

The extract holds a comment of 9 MB, for which the XML parser needs one large piece of memory: one that
can't be had must not end the file where it stands.
"""
import gzip
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import council

MEGABYTE = 1 << 20


def make(folder):
    shutil.copytree(council.ROOT / "input", folder / "input", ignore=shutil.ignore_patterns("narrative"))
    packed = folder / "input/2024-25/extracts/case-management-children.xml.gz"
    text = gzip.decompress(packed.read_bytes())
    packed.unlink()
    at = text.index(b"<child ", len(text) // 4)
    packed.with_suffix("").write_bytes(text[:at] + b"<!-- " + b"x" * 9000000 + b" -->\n" + text[at:])


def run(hearth, folder, limit):
    def lower():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return subprocess.run([hearth, "measures", "--input", folder / "input", "2024-25"], capture_output=True,
                          preexec_fn=lower if limit else None, timeout=60, check=False)


def boundary(hearth, folder):
    """The least number of megabytes that is enough."""
    low, high = 16, 1024
    while high - low > 1:
        middle = (low + high) // 2
        if run(hearth, folder, middle * MEGABYTE).returncode == 0:
            high = middle
        else:
            low = middle
    return high


def judge(found, whole):
    if found.returncode == 0:
        return found.stdout == whole.stdout
    if found.returncode == 127:  # the loader's own end, before the program begins
        return not found.stdout and b"shared librar" in found.stderr
    return found.returncode == 3 and not found.stdout and b"no memory left" in found.stderr


def main():
    hearth, passed, failed = Path(sys.argv[1]).resolve(), 0, 0
    with tempfile.TemporaryDirectory(prefix="hearth-limits-") as name:
        folder = Path(name)
        make(folder)
        whole = run(hearth, folder, None)
        whole.check_returncode()
        enough = boundary(hearth, folder)
        for limit in range(enough + 3, max(enough - 30, 8), -1):
            found = run(hearth, folder, limit * MEGABYTE)
            good = judge(found, whole)
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f"{limit} MB: status {found.returncode}, {len(found.stdout)} bytes of figures: "
                      f"{found.stderr[-200:]!r}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
