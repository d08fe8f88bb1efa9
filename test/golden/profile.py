"""Analyses of a profile by statsmodels: python3 profile.py > profile.json (Python 3.11, statsmodels 0.13.5, numpy 1.24.2, seed 5)."""
import json
import warnings

import numpy
import statsmodels
from statsmodels.tsa.stattools import acf, adfuller, kpss, pacf

warnings.simplefilter("ignore")
random = numpy.random.default_rng(5)
noise = random.normal(size=300)
remembered = numpy.zeros(300)
for i in range(2, 300):
    remembered[i] = 0.6 * remembered[i - 1] - 0.25 * remembered[i - 2] + noise[i]
days = numpy.arange(300)
courses = {
    "noise": noise,
    "autoregression": remembered,
    "trend": 0.05 * days + noise,
    "walk": noise.cumsum(),
    "week": 3 * numpy.sin(2 * numpy.pi * days / 7) + noise,
}


def test(values, regression):
    statistic, p, lags, _ = kpss(values, regression=regression, nlags="auto")
    return {"statistic": statistic, "p": p, "lags": lags}


def unit_root(values, regression):
    statistic, p, lags = adfuller(values, regression=regression, autolag="AIC")[:3]
    return {"statistic": statistic, "p": p, "lags": int(lags)}


golden = {"statsmodels": statsmodels.__version__, "courses": {}}
for name, values in courses.items():
    values = values.round(6)
    golden["courses"][name] = {
        "values": values.tolist(),
        "autocorrelation": acf(values, nlags=20, fft=False).tolist(),
        "partial": pacf(values, nlags=20, method="ldb").tolist(),
        "level": test(values, "c"),
        "trend": test(values, "ct"),
        "unitRoot": {"level": unit_root(values, "c"), "trend": unit_root(values, "ct")},
    }
print(json.dumps(golden, separators=(",", ":")))
