#!/usr/bin/env python3
"""Engines with a plan: 151 invented councils, three years each, through a Slurm of one node.

    engines.py HEARTH          needs root, for munge and Slurm; without it only GNU parallel is tried

One council's input is bad, and the node's daemon is ended by its number midway and started again: all other
packs are whole, none was built twice, and the bad one is named. Ends with "N passed, N failed".
"""
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "many"))
import councils  # noqa: E402

HEARTH = Path(sys.argv[1] if len(sys.argv) > 1 else "build/hearth").resolve()
ENGINES = ROOT / "templates" / "engines"
COUNCILS, YEARS, TASKS = 151, 3, 16
BAD = (77, "2023-24")
PATIENCE = 300  # seconds

CONFIGURATION = """ClusterName=hearth
SlurmctldHost={host}
AuthType=auth/munge
AuthInfo=socket={folder}/run/munge.sock
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/run/slurmctld.pid
SlurmdPidFile={folder}/run/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def until(true, what):
    """Asks again until it is so: daemons have no other way to say that they are ready."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


def free_ports():
    sockets = [socket.socket() for _ in range(2)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        for name in ("key", "run", "state", "spool"):
            (folder / name).mkdir(mode=0o700)
        (folder / "run").chmod(0o755)
        key = folder / "key" / "key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        self.configuration = folder / "slurm.conf"
        host = subprocess.run(["hostname", "-s"], capture_output=True, text=True, check=True).stdout.strip()
        self.configuration.write_text(CONFIGURATION.format(
            host=host, folder=folder, ports=free_ports(), cpus=len(os.sched_getaffinity(0))))
        self.environment = dict(os.environ, SLURM_CONF=str(self.configuration), SOURCE_DATE_EPOCH="1750000000")

    def number(self, daemon):
        path = self.folder / "run" / f"{daemon}.pid"
        return int(path.read_text()) if path.exists() and path.read_text().strip() else 0

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def start_node(self):
        self.run("slurmd", "-f", str(self.configuration))
        until(lambda: self.run("sinfo", "-h", "-o", "%T").stdout.strip() in ("idle", "mixed", "allocated"), "the node")

    def end(self, daemon, signal=15):
        number = self.number(daemon)
        if number and is_alive(number):
            os.kill(number, signal)
            until(lambda: not is_alive(number), f"the end of {daemon}")

    def __enter__(self):
        run = self.folder / "run"
        made = self.run("munged", f"--key-file={self.folder}/key/key", f"--socket={run}/munge.sock",
                        f"--pid-file={run}/munged.pid", f"--log-file={self.folder}/munged.log",
                        f"--seed-file={self.folder}/key/seed", "--force")
        assert made.returncode == 0, made.stderr
        made = self.run("slurmctld", "-f", str(self.configuration), "-c")
        assert made.returncode == 0, made.stderr
        until(lambda: "UP" in self.run("scontrol", "ping").stdout, "slurmctld")
        self.start_node()
        return self

    def __exit__(self, *_):
        self.run("scancel", "--user=root")
        for daemon in ("slurmd", "slurmctld", "munged"):
            self.end(daemon)


def write_plan(folder):
    plan = subprocess.run([HEARTH, "plan", "--councils", "councils", "--output", "packs", "--templates", "templates",
                           "--fonts", ROOT / "fonts"], cwd=folder, check=True, capture_output=True, text=True).stdout
    (folder / "plan.tsv").write_text(plan)
    return plan.splitlines()


def test_slurm(folder):
    work = councils.make(folder / "work", COUNCILS, YEARS)
    councils.spoil(work, *BAD)
    lines = write_plan(work)
    assert len(lines) == COUNCILS * YEARS
    state = folder / "cluster"
    state.mkdir(mode=0o755)
    with Cluster(state) as cluster:
        made = subprocess.run(["sbatch", f"--array=1-{TASKS}", str(ENGINES / "slurm.sh"), "plan.tsv"], cwd=work,
                              env=cluster.environment, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        until(lambda: len(list(work.glob("packs/*/*/manifest.json"))) > 100, "a hundred packs")
        cluster.end("slurmd", 9)
        cluster.start_node()
        until(lambda: not cluster.run("squeue", "-h").stdout.strip(), "the end of the array")
        ends = re.findall(r"ExitCode=(\d+)", cluster.run("scontrol", "show", "job").stdout)
    assert sorted(map(int, ends)) == [0] * (TASKS - 1) + [1], f"a task has one pack that fails: {ends}"
    told = "".join(path.read_text() for path in sorted(work.glob("hearth-*.txt")))
    failed = re.findall(r"^FAILED (\S+) (\S+)$", told, re.M)
    assert failed == [(councils.code(BAD[0]), BAD[1])], failed
    assert re.search(rf"{councils.code(BAD[0])}/{BAD[1]}/extracts/cases.xml:3:\d+: error", told), "no place of the error"
    built = re.findall(r"^(packs/\S+): \d+ files$", told, re.M)
    assert len(built) == len(set(built)) == COUNCILS * YEARS - 1, f"{len(built)} built, {len(set(built))} packs"
    packs = sorted(str(path.parent) for path in work.glob("packs/*/*/manifest.json"))
    subprocess.run([HEARTH, "verify", *packs], check=True, capture_output=True)
    assert len(packs) == len(built)
    assert len(write_plan(work)) == 1, "what is left to build is the bad one"


def test_parallel(folder):
    work = councils.make(folder / "work", 3, 2)
    lines = write_plan(work)

    def run(*more):
        return subprocess.run([ENGINES / "parallel.sh", "plan.tsv", *more], cwd=work, capture_output=True, text=True,
                              check=False)

    shown = run("--dry-run", "-k").stdout.splitlines()
    assert shown == [line.split("\t")[2] for line in lines], shown
    councils.spoil(work, 2, BAD[1])
    assert run().returncode == 1
    assert len(list(work.glob("packs/*/*/manifest.json"))) == 5


def main():
    passed = failed = 0
    for test in (test_parallel, test_slurm) if os.getuid() == 0 else (test_parallel,):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Path(folder))
                passed += 1
            except Exception as error:  # noqa: BLE001 whatever it is, the test failed
                failed += 1
                print(f"FAILED {test.__name__}: {error}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
