"""The other side of `npm run bench -- baseline`: statsmodels' STL, robust, of each series on standard input.

Reads {"series": [{"values": [...], "period": p}]}, null for hidden cells, which are bridged by lines first. Writes trend +
season of each, and the processor seconds of all.
"""

import json
import sys
import time

import numpy as np
import statsmodels
from statsmodels.tsa.seasonal import STL

fits = []
started = time.process_time()
for one in json.load(sys.stdin)["series"]:
    values = np.array([np.nan if v is None else v for v in one["values"]])
    rows = np.arange(len(values))
    known = np.isfinite(values)
    values = np.interp(rows, rows[known], values[known])
    fit = STL(values, period=one["period"], robust=True).fit()
    fits.append((fit.trend + fit.seasonal).tolist())
json.dump({"version": statsmodels.__version__, "seconds": time.process_time() - started, "fits": fits}, sys.stdout)
