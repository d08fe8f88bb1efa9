"""Golden values of the parts of a long series' baseline, from the oracle of the model (numpy, scipy).

    python3 make-golden.py <path of the oracle> > core.json

Inputs are small generated series; the versions that made the file are in it. oracle.py tells where the model departs from the
oracle.
"""
import json, platform, sys

import numpy as np
import scipy

from oracle import load

oracle = load(sys.argv[1])
rng = np.random.default_rng(17)
DAY = 86400.0


def plain(v):
    if isinstance(v, dict): return {k: plain(q) for k, q in v.items()}
    if isinstance(v, (list, tuple)): return [plain(q) for q in v]
    if isinstance(v, np.ndarray): return [plain(q) for q in v.tolist()]
    if isinstance(v, (np.floating, float)): return None if np.isnan(v) else "inf" if np.isinf(v) else float("%.15g" % v)
    if isinstance(v, np.integer): return int(v)
    return v


def series(n, p, growth=.01, noise=1.0, season=3.0):
    i = np.arange(n)
    return np.round(100 + growth * i + season * np.sin(2 * np.pi * i / p) + 2 * (i % p == p - 1) + noise * rng.standard_normal(n), 2)


def weights(n, holes=True):
    w = np.round(rng.random(n), 2)
    if holes: w[n // 3:n // 3 + 7] = 0; w[:2] = 0
    return w


out = {"versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}}

# level
cases = []
for n, h in ((5, 20.0), (40, 8.0), (90, 30.0), (90, 64.0), (97, 200.0), (97, 12.0 * 97), (90, 1e9)):
    x, w = series(n, 7), weights(n)
    cases.append(dict(x=x, w=w, h=h, u=oracle.whittaker(x, w, h)))
out["level"] = cases

# season
cases = []
for n, p, q in ((60, 7, np.inf), (61, 7, 6.0), (61, 7, 16.0), (250, 96, np.inf), (450, 100, 6.0), (20, 7, 6.0)):
    r, w = series(n, p) - 100, weights(n)
    cases.append(dict(r=r, w=w, period=p, stiffness=q, season=oracle.profile(r, w, p, q)))
out["season"] = cases

# year; values follow from the row, so that the test can make them as well
cases = []
for step, n in ((DAY, 900), (7 * DAY, 170), (DAY / 4, 4 * 800)):
    rows = 365.25 * DAY / step
    i = np.arange(n)
    t = 16203 * DAY + step * i
    r = 2 * np.cos(2 * np.pi * t / (365.25 * DAY)) + np.sin(6 * np.pi * t / (365.25 * DAY)) + (i * 7919 % 1000) / 500 - 1
    w = (i * 104729 % 100) / 100 * ((i < 60) | (i > 90))
    cases.append(dict(step=step, start=t[0], n=n, rows=rows, effect=oracle.year_effect(r, w, t, rows, None)[::19]))
out["year"] = cases

# backfitting, robust fit, hidden errors, choice of the plan
x = series(260, 7, .02); x[100:103] -= 15; x[180] += 20
w = np.ones(260); w[50:58] = 0
P, c, rows = oracle.cycles_of(DAY, 260)
plan = oracle.Plan(105.0, [6.0])
b = oracle.backfit(x, w, P, plan, None, rows, 3)
f = oracle.robust_fit(x, w, P, plan, None, rows)
e = oracle.hidden_error(x, w, P, plan, None, rows, c, True)
chosen, err = oracle.choose(x, w, P, c, None, rows, 260)
out["fit"] = dict(x=x, w=w, h=105.0, stiffness=6.0, backfit={k: b[k] for k in ("level", "fit")}, robust={"fit": f["fit"], "weights": f["weights"]},
                  hidden=e, chosen=dict(h=chosen.h, stiffness=chosen.stiff, year=bool(chosen.year), errors=err))

# a year of days in the plan
n = 800
t = 1.4e9 // DAY * DAY + DAY * np.arange(n)
x = np.round(series(n, 7) + 8 * np.cos(2 * np.pi * t / (365.25 * DAY)), 1)
w = np.ones(n)
P, c, rows = oracle.cycles_of(DAY, n)
b = oracle.backfit(x, w, P, oracle.Plan(105.0, [np.inf], True), t, rows, 2)
chosen, err = oracle.choose(x, w, P, c, t, rows, n)
out["fit with year"] = dict(start=t[0], x=x, h=105.0, fit=b["fit"][::7], year=b["year"][::7], chosen=dict(h=chosen.h, stiffness=chosen.stiff, year=bool(chosen.year), errors=err[::7]))

# level changes
cases = []
for n, step, changes, gaps in ((400, DAY, ((200, 12.0),), False), (400, DAY, ((150, -9.0), (190, 9.0), (300, 14.0)), True), (600, 3600.0, ((333, 10.0),), False),
                               (260, "M", ((120, 20.0),), False), (220, DAY, (), False), (400, DAY, ((140, 15.0),), False)):
    P, c, rows = oracle.cycles_of(step, n)
    x = series(n, P[0] if P else 9)
    if changes and changes[0][0] == 140: x[140:] += 15 * np.exp(-np.arange(n - 140) / 15.0)
    else:
        for k, J in changes: x[k:] += J
    x = np.round(x, 2)
    w = np.ones(n)
    if gaps: w[80:90] = 0; w[-3:] = 0
    found, noise = oracle.find_shifts(x, w, c, P)
    d, widths, floor = oracle.find_shifts.rest
    lasting, temporary = oracle.sort_shifts(found, n, c)
    law = oracle.usual_changes(d, w, widths, noise, floor, False)
    cases.append(dict(x=x, w=w, periods=P, unit=c, found=found, noise=noise, floor=floor, widths=widths, rest=d, strength=sorted(oracle.find_shifts.sure.items()),
                      lasting=lasting, temporary=temporary, law=law))
out["changes"] = cases
found = [(100, 5.0), (465, 4.0), (830, 6.0), (500, -7.0)]
out["yearly"] = dict(found=sorted(found), rows=365.25, n=1200, unit=7, kept=oracle.not_yearly(sorted(found), 365.25, 1200, 7))
out["pairs"] = [dict(found=f, n=n, lasting=oracle.sort_shifts(f, n, 7)[0], temporary=oracle.sort_shifts(f, n, 7)[1]) for f, n in (
    ([(10, 5.0), (20, -5.0), (100, 3.0)], 300), ([(10, 5.0), (20, 2.0), (30, -6.0)], 300), ([(10, 5.0), (90, -5.0)], 300), ([(10, 5.0), (20, -12.0), (25, 8.0)], 300), ([(10, 5.0), (45, -5.0)], 150))]
out["change p"] = [dict(q=q, law=law, p=oracle.change_p(q, law)) for q, law in ((1.2, (.8, .1)), (3.0, (.8, .05)), (.5, (.8, .1)), (40.0, (.8, .02)), (1.0, None))]

# transforms
cases = []
for lam, ref, ys in ((1, 10.0, (-3.0, 0.0, 7.5)), (.5, 10.0, (-1.0, 0.0, 7.5, 300.0)), (0, 10.0, (0.0, 7.5, 3000.0)), ("logit1", 1.0, (.01, .5, .97)), ("logit100", 1.0, (3.0, 50.0, 99.9))):
    f, g, J = oracle.make_transform(lam, ref)
    y = np.array(ys)
    cases.append(dict(lam=str(lam), reference=ref, y=y, x=f(y), back=g(f(y)), slope=J(y), outside=g(np.array([-50.0, 0.0, 50.0]))))
out["transform"] = cases
out["cycles"] = [dict(step=s, n=n, cycles=oracle.cycles_of(s, n)) for s, n in (("M", 23), ("M", 30), ("Q", 9), (3600.0, 50), (3600.0, 70), (3600.0, 500), (300.0, 4000), (DAY, 16), (DAY, 40), (7 * DAY, 300), (DAY / 2, 100))]

# the whole long series; every third row is kept
cases = []
def whole(name, y, step, t):
    y = np.round(y, 2)
    r = oracle.long_series(y, step, t, np.zeros(len(y), bool))
    columns = {k: r[q][::3] for k, q in (("expected", "expected"), ("lower", "lower"), ("upper", "upper"), ("usual", "usual"), ("usualLower", "usual_lower"), ("usualUpper", "usual_upper"), ("z", "z"), ("innovation", "zlocal"))}
    cases.append(dict(name=name, y=y, step=step, start=t[0], transform=str(r["lam"]), lasting=r["lasting"], temporary=r["temporary"], events=np.flatnonzero(r["event"]), memory=r["phi"] is not None,
                      plan=dict(h=r["plan"].h, stiffness=r["plan"].stiff, year=bool(r["plan"].year)), **columns))
days = 16203 * DAY + DAY * np.arange(800)
n = 300; i = np.arange(n)
W = np.array([1.0, 1.05, 1.1, 1.08, 1.15, .7, .6])
whole("week, growth and a spike", np.where(i == 140, 2, 1) * 1000 * np.exp(.002 * i + .06 * rng.standard_normal(n)) * W[i % 7], DAY, days[:n])
whole("lasting drop", 1000 * np.where(i < 180, 1, .7) * np.exp(.05 * rng.standard_normal(n)) * W[i % 7], DAY, days[:n])
y = 500 + 40 * W[i % 7] + 5 * rng.standard_normal(n); y[200:212] -= 60; y[90:95] = np.nan
whole("outage and a gap", y, DAY, days[:n])
x = np.zeros(n)
for k in range(2, n): x[k] = 1.5 * x[k - 1] - .7 * x[k - 2] + rng.standard_normal()
whole("memory of two rows", 50 + x, DAY, days[:n])
whole("percent", 100 / (1 + np.exp(-(2.3 + .6 * np.sin(i / 20) + .3 * rng.standard_normal(n)))), DAY, days[:n])
n = 24 * 21; i = np.arange(n)
y = 200 * (1 + .5 * np.sin(2 * np.pi * i / 24)) * W[(i // 24) % 7] * np.exp(.08 * rng.standard_normal(n)); y[300:309] *= .2
whole("hours", y, 3600.0, 16203 * DAY + 3600.0 * i)
n = 800; i = np.arange(n)
d = days.astype("int64").astype("datetime64[s]")
md = np.array([str(q)[5:10] for q in d.astype("datetime64[D]")])
y = 2000 * W[i % 7] * np.exp(.3 * np.cos(2 * np.pi * days / (365.25 * DAY)) + .05 * rng.standard_normal(n)) * np.where(np.isin(md, ["12-25", "12-26", "05-01"]), .3, 1)
whole("year with holidays", y, DAY, days)
i = np.arange(260)
whole("months", 500 * np.exp(.004 * i + .2 * np.sin(2 * np.pi * i / 12) + .04 * rng.standard_normal(260)), "M", np.array(["%d-%02d" % (1995 + k // 12, k % 12 + 1) for k in i], dtype="datetime64[M]").astype("datetime64[s]").astype(float))
out["long"] = cases

json.dump(plain(out), sys.stdout, separators=(",", ":"))
