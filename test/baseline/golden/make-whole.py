"""Golden values of whole series from the kind to the decision, of one row out and of robust scales, from the oracle of the
model (numpy, scipy).

    python3 make-whole.py <path of the oracle> > whole.json

Inputs are small generated series; the versions that made the file are in it. oracle.py tells where the model departs from the
oracle.
"""
import json, platform, sys

import numpy as np
import scipy

from oracle import load

oracle = load(sys.argv[1])
rng = np.random.default_rng(1717)
DAY = 86400.0


def plain(v):
    if isinstance(v, dict): return {k: plain(q) for k, q in v.items()}
    if isinstance(v, (list, tuple)): return [plain(q) for q in v]
    if isinstance(v, np.ndarray): return [plain(q) for q in v.tolist()]
    if isinstance(v, (bool, np.bool_)): return bool(v)
    if isinstance(v, (np.floating, float)): return None if np.isnan(v) else "inf" if np.isinf(v) else float("%.12g" % v)
    if isinstance(v, np.integer): return int(v)
    return v


out = {"versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}}

# robust scales
cases = []
for v in (rng.standard_normal(31), np.round(rng.standard_t(2, 40), 2), np.array([0.0, 0, 0, 0, 2, -3]), np.full(9, 4.5), np.array([1.0, np.nan, -2, 7])):
    w = (rng.random(len(v)) > .3) * 1.0
    known = np.where(np.isfinite(v), w, 0)
    cases.append(dict(values=v, w=known, deviation=oracle.mad(v), scale=oracle.scale0(v), weighted=oracle.scale0(v, known), bisquare=oracle.bisquare(np.nan_to_num(v), 5.0)))
out["scales"] = cases

# one row out of its own fit, and how much wider errors on hidden units are
W = np.array([1.0, 1.05, 1.1, 1.08, 1.15, .7, .6])
cases = []
for n, step, spike in ((240, DAY, True), (24 * 12, 3600.0, False), (260, "M", False)):
    i = np.arange(n); P = oracle.cycles_of(step, n)[0]
    y = 500 * (1 + .3 * np.sin(2 * np.pi * i / P[0])) + 20 * rng.standard_normal(n) + np.cumsum(4 * rng.standard_normal(n))
    if spike: y[100] *= 3
    r = oracle.long_series(np.round(y, 2), step, None, np.zeros(n, bool))
    cases.append(dict(n=n, periods=P, unit=r["c"], h=r["plan"].h, stiffness=r["plan"].stiff, hat=r["hat"], errors=r["hidden"], noise=r["sigma"], clean=r["u"] * ~r["event"], middle=r["wider"], far=r["far"]))
out["one row out"] = cases

# whole series
cases = []
def whole(name, y, step, start=0.0, digits=2, every=1):
    y = np.round(np.asarray(y, float), digits)
    n = len(y)
    t = None if start is None else start + (DAY if isinstance(step, str) else step) * np.arange(n)
    r = oracle.normal(y, step, None if isinstance(step, str) else t)
    columns = {k: r[q][::every] for k, q in (("expected", "expected"), ("lower", "lower"), ("upper", "upper"), ("usual", "usual"), ("usual_lower", "usual_lower"), ("usual_upper", "usual_upper"), ("z", "z"), ("zlocal", "zlocal"))}
    cases.append(dict(name=name, values=y, every=every, step={"M": "month", "Q": "quarter"}.get(step, step), start=start, said=dict(columns, kind=r["kind"], runs=[]), transform=str(r.get("lam", "")), restless=r.get("vol") is not None,
                      dates=np.flatnonzero(r["dates"]) if "dates" in r else [], found=[list(f) for f in r["found"]]))
first = 16203 * DAY
n = 300; i = np.arange(n)
whole("root", rng.poisson(30 * (1 + .8 * np.sin(2 * np.pi * i / 7))), DAY, first)
size = np.exp(np.cumsum(rng.standard_normal(400) * .25)); size = np.clip(size / np.median(size), .25, 6)
whole("restless times", 1000 + 10 * size * rng.standard_normal(400), DAY, first)
whole("quarters", 300 * np.exp(.01 * np.arange(220) + .1 * np.sin(np.pi * np.arange(220) / 2) + .04 * rng.standard_normal(220)), "Q")
whole("never below 0", np.abs(6 + 3 * rng.standard_normal(n)), DAY, first)
y = 100 - np.abs(1.2 * rng.standard_normal(n)) - .6; y[150:153] = 70
whole("never above 100", y, DAY, first)
y = np.where(rng.random(n) < .55, 100, 100 - np.exp(.3 + .7 * rng.standard_normal(n))); y[200] = 31
whole("pinned", y, DAY, first)
w = 300; iw = np.arange(w)
y = 9000 * np.exp(.001 * iw + .15 * np.cos(2 * np.pi * iw / 52.18) + .04 * rng.standard_normal(w)); y[120] *= 1.6
whole("weeks", y, 7 * DAY, 15341 * DAY, 0, 3)
m = 4 * 800; j = np.arange(m); t = first + DAY / 4 * j
d = np.array([str(q)[5:10] for q in (t.astype("int64").astype("datetime64[s]").astype("datetime64[D]"))])
y = 800 * np.array([.5, 1, 1.4, 1.1])[j % 4] * W[(j // 4) % 7] * np.exp(.06 * rng.standard_normal(m)) * np.where(np.isin(d, ["12-25", "12-26", "05-01"]), .72, 1)
whole("hours with holidays", y, DAY / 4, first, 1, 17)
y = np.cumsum(np.where(rng.random(n) < .4, 0, np.round(np.exp(3 + .5 * rng.standard_normal(n))))); y[180:] += 400
whole("total of zeros and sizes", y, DAY, first)
y = np.where(rng.random(n) < .2, 100, 100 - np.exp(.3 + .7 * rng.standard_normal(n))); y[120] = 40
whole("pinned, seldom at its bound", y, DAY, first)
def telegraph(n, leave, back, values):
    s, kept = 0, []
    for u in rng.random(n):
        if u < (leave if s == 0 else back): s = 1 - s
        kept.append(values[s])
    return np.array(kept, float)
y = rng.poisson(3, n); y[100:106] = 0; y[220] = 17
whole("counts with an outage", y, DAY, first)
y = telegraph(400, .03, .1, (1, 0)); y[250:330] = 0
whole("states with a long stay", y, 300.0, first)
y = telegraph(500, .03, .06, (20, 35)); y[300:420] = 35
whole("levels with a long stay", y + .6 * rng.standard_normal(500), 300.0, first, 2, 3)
out["whole"] = cases

json.dump(plain(out), sys.stdout, separators=(",", ":"))
