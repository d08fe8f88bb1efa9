"""The analyst's other way for many series: statsmodels' STL, robust, in a pool of processes; flags beyond 5 robust deviations.

Reads wide CSV files with a date column, prints seconds by the clock.
"""

import sys
import time
from multiprocessing import Pool

import numpy as np
import pandas as pd
import statsmodels
from statsmodels.tsa.seasonal import STL


def flags(values):
    left = values - (lambda fit: fit.trend + fit.seasonal)(STL(values, period=24, robust=True).fit())
    middle = np.median(left)
    return int((np.abs(left - middle) > 5 * 1.4826 * np.median(np.abs(left - middle))).sum())


if __name__ == "__main__":
    started = time.perf_counter()
    with Pool(int(sys.argv[1])) as pool:
        found = 0
        for file in sys.argv[2:]:
            table = pd.read_csv(file, parse_dates=[0])
            found += sum(pool.map(flags, [table[name].to_numpy() for name in table.columns[1:]], chunksize=4))
    print(statsmodels.__version__, time.perf_counter() - started, found, file=sys.stderr)
