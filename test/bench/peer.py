"""The other side of `npm run bench -- detectors`: runs one job a line on standard input, answers with its times.

A job is {"job", "file", "rows", "columns", "repeat", "out"}; the file holds row-major doubles.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd
import scipy.stats
import sklearn
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor
from sklearn.svm import OneClassSVM


def isolation_forest(points):
    return -IsolationForest(n_estimators=100, max_samples=256, n_jobs=2, random_state=1).fit(points).score_samples(points)


def local_outlier_factor(points):
    return -LocalOutlierFactor(n_neighbors=20, algorithm="auto", n_jobs=2).fit(points).negative_outlier_factor_


def one_class_svm(points):
    return -OneClassSVM(nu=0.01, gamma="scale", tol=1e-3, cache_size=2000).fit(points).decision_function(points)


def z_score(values):
    return np.abs(scipy.stats.zscore(values))


def interquartile_range(values):
    lower, upper = np.quantile(values, [0.25, 0.75])
    return np.maximum(0, np.maximum(lower - values, values - upper)) / (upper - lower)


def features(series):
    """The 18 features of test/bench/features.ts from time stamps and values."""
    time_stamps, value = series
    columns = {"value": value}
    for step in (1, 2, 3, 24, 48, 168):
        columns[f"lag_{step}"] = value.shift(step)
    past = value.shift(1)
    for window in (24, 168):
        columns[f"mean_{window}"] = past.rolling(window, min_periods=window // 2).mean()
        columns[f"deviation_{window}"] = past.rolling(window, min_periods=window // 2).std(ddof=0)
    for step in (1, 24, 168):
        before = value.shift(step)
        columns[f"change_{step}"] = 2 * (value - before) / (value.abs() + before.abs())
    columns["hour"] = time_stamps.dt.hour
    columns["day_of_week"] = time_stamps.dt.dayofweek
    columns["weekend"] = (time_stamps.dt.dayofweek >= 5).astype(float)
    columns["month"] = time_stamps.dt.month
    return pd.DataFrame(columns).dropna().to_numpy(dtype=float, copy=True)


def whole(points):
    return points


def first_column(points):
    return points[:, 0].copy()


def time_and_value(points):
    return pd.Series(pd.to_datetime(points[:, 0], unit="ms")), pd.Series(points[:, 1].copy())


# What is made of the rows before the clock starts, and what is measured.
JOBS = {
    "isolationForest": (whole, isolation_forest),
    "localOutlierFactor": (whole, local_outlier_factor),
    "oneClassSvm": (whole, one_class_svm),
    "zScore": (first_column, z_score),
    "interquartileRange": (first_column, interquartile_range),
    "features": (time_and_value, features),
}


def peak_memory():
    """In MiB. Linux tells a process that has just been started the peak of the one that started it, except in this file."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    print(json.dumps({"versions": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, pandas {pd.__version__}, Python {sys.version.split()[0]}"}), flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        points = np.fromfile(job["file"], count=job["rows"] * job["columns"]).reshape(-1, job["columns"])
        prepare, work = JOBS[job["job"]]
        given = prepare(points)
        repeat = job["repeat"]
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(repeat):
            result = work(given)
        answer = {"wall": (time.perf_counter() - wall) * 1e3 / repeat, "cpu": (time.process_time() - cpu) * 1e3 / repeat, "memory": peak_memory()}
        np.ascontiguousarray(result).tofile(job["out"])
        print(json.dumps(answer), flush=True)


main()
