"""The same file into a DataFrame of pandas (C engine): a child process of `npm run bench -- read`."""

import json
import sys
import time

import pandas

path, options = sys.argv[1], json.loads(sys.argv[2])
wall, cpu = time.perf_counter(), time.process_time()
table = pandas.read_parquet(path) if path.endswith(".parquet") else pandas.read_csv(path, **options)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
types = [str(kind) for kind in table.dtypes]
if "object" in types[1:]:
    raise SystemExit(f"pandas read text: {types}")
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
print(json.dumps({"wall": wall, "cpu": cpu, "megabytes": peak, "rows": len(table), "columns": len(types), "dates": types[0].startswith("datetime")}))
