"""Writes detectors.json: what scikit-learn, scipy and numpy say about small data sets. Run: python3 test/golden/detectors.py"""

import json
import pathlib
import platform

import numpy as np
import scipy
import scipy.stats
import sklearn
from sklearn.ensemble import IsolationForest
from sklearn.ensemble._iforest import _average_path_length
from sklearn.neighbors import LocalOutlierFactor
from sklearn.svm import OneClassSVM

SEED = 20240501
random = np.random.default_rng(SEED)


def lof(points, neighbours):
    # A tree compares coordinates by difference; the brute force way subtracts squares and loses digits on near copies.
    model = LocalOutlierFactor(n_neighbors=neighbours, algorithm="kd_tree").fit(points)
    return (-model.negative_outlier_factor_).tolist()


def one_class(points, nu):
    tolerance = 1e-9
    model = OneClassSVM(nu=nu, gamma="scale", tol=tolerance, cache_size=500).fit(points)
    return {
        "nu": nu,
        "tolerance": tolerance,
        "decision": model.decision_function(points).tolist(),
        "supportVectors": int(model.support_.size),
        "offset": float(model.offset_[0]),
    }


def forest(points, trees):
    scores = [-IsolationForest(n_estimators=trees, max_samples=256, random_state=seed).fit(points).score_samples(points) for seed in (1, 2)]
    return {
        "trees": trees,
        "scores": np.round(scores[0], 9).tolist(),
        "selfSpearman": float(scipy.stats.spearmanr(*scores).statistic),
        "selfMeanDifference": float(np.abs(scores[0] - scores[1]).mean()),
        "selfLargestDifference": float(np.abs(scores[0] - scores[1]).max()),
    }


def rounded(points):
    # Short numbers keep the file small and are the same in every language.
    return np.round(points, 6)


clusters = rounded(np.vstack([random.normal(0, 1, (200, 4)), random.normal(6, 0.3, (90, 4)), random.uniform(-10, 10, (10, 4))]))
duplicates = rounded(np.vstack([clusters[:120], np.repeat(clusters[:3], 9, axis=0), np.repeat(clusters[5:6], 30, axis=0)]))
far = rounded(np.vstack([clusters[:200], random.normal(0, 1e4, (8, 4))]))
copies = np.vstack([clusters[:60], np.round(clusters[:60] + random.normal(0, 1e-7, (60, 4)), 12)])
curve = np.sin(np.arange(600) / 7)[:, None] * np.array([3, 1, 2]) + random.normal(0, 0.2, (600, 3))
curve[[100, 333, 470]] += [[4, 0, 0], [0, -4, 0], [3, 3, 3]]
curve = rounded(curve)
series = rounded(random.normal(50, 4, 200))
series[[20, 90]] = [90, 5]


def matrix(points):
    return {"columns": points.shape[1], "values": points.ravel().tolist()}


golden = {
    "made": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__, "seed": SEED},
    "series": series.tolist(),
    "zScore": np.abs(scipy.stats.zscore(series)).tolist(),
    "quartiles": np.quantile(series, [0.25, 0.5, 0.75]).tolist(),
    "robustZScore": (np.abs(series - np.median(series)) / scipy.stats.median_abs_deviation(series, scale="normal")).tolist(),
    "averagePathLength": {str(n): float(_average_path_length(np.array([n]))[0]) for n in (1, 2, 3, 10, 256, 1000)},
    "matrices": {"clusters": matrix(clusters), "duplicates": matrix(duplicates), "far": matrix(far), "copies": matrix(copies), "curve": matrix(curve)},
    "localOutlierFactor": {
        "clusters": {"neighbours": 20, "factors": lof(clusters, 20)},
        "duplicates": {"neighbours": 5, "factors": lof(duplicates, 5)},
        "far": {"neighbours": 20, "factors": lof(far, 20)},
        "copies": {"neighbours": 10, "factors": lof(copies, 10)},
        "curve": {"neighbours": 20, "factors": lof(curve, 20)},
    },
    "oneClassSvm": {
        "clusters": one_class(clusters, 0.1),
        "duplicates": one_class(duplicates, 0.2),
        "copies": one_class(copies, 0.5),
        "curve": one_class(curve, 0.01),
    },
    "isolationForest": {"curve": forest(curve, 3000)},
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
