"""Runs a command and writes what it took as JSON, all processes that it started among it: `measured.py OUT COMMAND…`."""

import json
import resource
import subprocess
import sys
import time

started = time.perf_counter()
code = subprocess.call(sys.argv[2:], stdout=subprocess.DEVNULL)
wall = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as out:
    json.dump({"code": code, "wall": wall, "processor": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}, out)
