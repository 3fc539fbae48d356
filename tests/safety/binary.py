#!/usr/bin/env python3
"""Reads the program for what the compiler and the linker do against attacks.

    binary.py HEARTH
"""
import subprocess
import sys


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main():
    program = sys.argv[1]
    headers, dynamic = said("readelf", "-hlW", program), said("readelf", "-dW", program)
    symbols = said("readelf", "--dyn-syms", "-W", program)
    stack = next(line for line in headers.splitlines() if "GNU_STACK" in line)
    checks = {
        "its place is chosen anew at each start (PIE)": "DYN (" in headers,
        "relocations are read-only (RELRO)": "GNU_RELRO" in headers,
        "all of them, from the start (BIND_NOW)": "NOW" in dynamic,
        "the stack holds no code": "RWE" not in stack,
        "stack frames are guarded (-fstack-protector-strong)": "__stack_chk_fail" in symbols,
        "copies are checked against their room (_FORTIFY_SOURCE)": "_chk@" in symbols,
        "no library is searched for in odd places": "RPATH" not in dynamic and "RUNPATH" not in dynamic,
    }
    if "X86-64" in headers:
        code = said("objdump", "-d", "--no-show-raw-insn", program)
        checks["indirect jumps land where they may (-fcf-protection)"] = code.count("endbr64") > 500
        checks["large frames touch each page (-fstack-clash-protection)"] = "orq    $0x0,(%rsp)" in code
    for name, good in checks.items():
        if not good:
            print("not so: " + name)
    bad = sum(not good for good in checks.values())
    print(f"{len(checks) - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
