"""The other side of `npm run bench -- baseline`: statsmodels' STL, robust, of each series on standard input.

Reads {"series": [{"values": [...], "period": p}]}, null for hidden cells, which are bridged by lines first and by the first
fit in a second one. Writes trend + season of each, and the range that 99 % of its remainders are in, with the processor
seconds of all.
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
    values = np.array([np.nan if v is None else v for v in one["values"]], float)
    rows = np.arange(len(values))
    known = np.isfinite(values)
    filled = np.interp(rows, rows[known], values[known])
    for _ in range(2):
        fit = STL(filled, period=one["period"], robust=True).fit()
        middle = fit.trend + fit.seasonal
        filled = np.where(known, values, middle)
    low, high = np.quantile((values - middle)[known], [0.005, 0.995])
    fits.append({"middle": middle.tolist(), "low": (middle + low).tolist(), "high": (middle + high).tolist()})
json.dump({"version": statsmodels.__version__, "seconds": time.process_time() - started, "fits": fits}, sys.stdout)
