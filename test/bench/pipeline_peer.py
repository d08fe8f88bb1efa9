"""The same five detectors in pandas and scikit-learn: CSV in, rows with at least two votes out.

python3 pipeline_peer.py IN.csv OUT.csv
"""

import sys

import numpy as np
import pandas as pd
import scipy.stats
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor
from sklearn.preprocessing import RobustScaler
from sklearn.svm import OneClassSVM

table = pd.read_csv(sys.argv[1])
table["time"] = pd.to_datetime(table.iloc[:, 0], format="%m/%d/%Y %H:%M")
table = table.sort_values("time", kind="stable").reset_index(drop=True)
value = table.iloc[:, 1].astype(float)
columns = {"value": value}
for step in (1, 24, 168):
    before = value.shift(step)
    columns[f"lag_{step}"] = before
    columns[f"change_{step}"] = 2 * (value - before) / (value.abs() + before.abs())
past = value.shift(1)
for window in (24, 168):
    columns[f"mean_{window}"] = past.rolling(window, min_periods=window // 2).mean()
    columns[f"deviation_{window}"] = past.rolling(window, min_periods=window // 2).std(ddof=0)
columns["hour"] = table["time"].dt.hour
columns["day_of_week"] = table["time"].dt.dayofweek
columns["weekend"] = (table["time"].dt.dayofweek >= 5).astype(float)
columns["month"] = table["time"].dt.month
features = pd.DataFrame(columns).dropna()
points = features.to_numpy(dtype=float)
scaled = RobustScaler().fit_transform(points)

lower, upper = np.quantile(value, [0.25, 0.75])
votes = pd.DataFrame(index=table.index)
votes["z"] = np.abs(scipy.stats.zscore(value)) > 3
votes["iqr"] = np.maximum(lower - value, value - upper) > 1.5 * (upper - lower)
votes["forest"] = pd.Series(-IsolationForest(n_estimators=100, max_samples=256, n_jobs=2, random_state=1).fit(points).score_samples(points) > 0.6, index=features.index)
votes["lof"] = pd.Series(-LocalOutlierFactor(n_neighbors=20, n_jobs=2).fit(scaled).negative_outlier_factor_ > 1.5, index=features.index)
votes["svm"] = pd.Series(OneClassSVM(nu=0.01, gamma="scale", cache_size=2000).fit(scaled).decision_function(scaled) < -1e-3, index=features.index)
table[votes.fillna(False).sum(axis=1) >= 2].to_csv(sys.argv[2], index=False)
