"""The other side of `npm run bench -- baseline-cost`: processor seconds of statsmodels' STL on each series of standard input.

Reads {"series": [{"values": [...], "period": p, "robust": true}]}, writes the seconds of each, after one small fit to warm up.
"""

import json
import sys
import time

import numpy as np
import statsmodels
from statsmodels.tsa.seasonal import STL

STL(np.sin(np.arange(100.0)), period=7, robust=True).fit()
seconds = []
for one in json.load(sys.stdin)["series"]:
    values = np.array(one["values"])
    started = time.process_time()
    STL(values, period=one["period"], robust=one["robust"]).fit()
    seconds.append(time.process_time() - started)
json.dump({"version": statsmodels.__version__, "seconds": seconds}, sys.stdout)
