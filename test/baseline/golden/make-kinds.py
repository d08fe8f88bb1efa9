"""Golden values of the kinds of series and of short tables, from the oracle of the model (numpy, scipy).

    python3 make-kinds.py <path of the oracle> > kinds.json

Inputs are small generated series; the versions that made the file are in it.
"""
import importlib.util, json, platform, sys

import numpy as np
import scipy

spec = importlib.util.spec_from_file_location("oracle", sys.argv[1])
oracle = importlib.util.module_from_spec(spec)
spec.loader.exec_module(oracle)
rng = np.random.default_rng(4117)
DAY = 86400.0
STEPS = {"month": "M", "quarter": "Q"}


def plain(v):
    if isinstance(v, dict): return {str(k): plain(q) for k, q in v.items()}
    if isinstance(v, (list, tuple)): return [plain(q) for q in v]
    if isinstance(v, np.ndarray): return [plain(q) for q in v.tolist()]
    if isinstance(v, (np.floating, float)): return None if np.isnan(v) else "inf" if np.isinf(v) else float("%.10g" % v)
    if isinstance(v, np.integer): return int(v)
    if isinstance(v, np.bool_): return bool(v)
    return v


def none(n): return np.zeros(n, bool)


def months(n, growth=.06, noise=.05, amp=.2, base=5000.0):
    i = np.arange(n)
    s = np.exp(amp * np.sin(i / 12 * 2 * np.pi + 1) + amp / 2 * rng.standard_normal(12)[i % 12])
    return np.round(base * np.exp(growth * i / 12) * s * np.exp(noise * rng.standard_normal(n)))


def daily(n, noise=.06, growth=.2):
    i = np.arange(n)
    return np.round(1000 * np.exp(growth * i / 365) * np.array([1, 1.05, 1.1, 1.08, 1.15, .7, .6])[i % 7] * np.exp(noise * rng.standard_normal(n)))


def missing(y, *rows):
    y = np.array(y, float)
    y[list(rows)] = np.nan
    return y


def states(n, leave=.01, back=.05, values=(1, 0)):
    s, out = 0, []
    for u in rng.random(n):
        if u < (leave if s == 0 else back): s = 1 - s
        out.append(values[s])
    return np.array(out, float)


def noisy_levels(n, leave=.02, back=.04, noise=.6):
    return np.round(states(n, leave, back, (20, 35)) + noise * rng.standard_normal(n), 2)


def three_levels(n):
    s, out = 0, []
    for u in rng.random(n):
        if u < .03: s = (s + int(rng.integers(1, 3))) % 3
        out.append((10, 30, 60)[s] + .5 * rng.standard_normal())
    return np.round(out, 2)


def prices(n):
    p = [20.0]
    for _ in range(n - 1): p.append(round(p[-1] * (1 + .05 * rng.standard_normal()), 2) if rng.random() < .03 else p[-1])
    return np.array(p)


def sawtooth(n, every):
    x, out = 20.0, []
    for j in range(n):
        x += .3 + .05 * rng.standard_normal()
        if j % every == 0: x = 20.0
        out.append(round(x, 2))
    return np.array(out)


def zeros(n, share=.5):
    return np.where(rng.random(n) < share, 0, np.round(np.exp(4 + .8 * rng.standard_normal(n)), 1))


def rounded(n):
    x = np.zeros(n)
    for j in range(1, n): x[j] = .97 * x[j - 1] + .12 * rng.standard_normal()
    return np.round(20 + x)


total = np.cumsum(np.round(1000 * np.exp(.1 * rng.standard_normal(250))))
restart = np.cumsum(np.round(120 + 15 * rng.standard_normal(300))); restart[180:] -= restart[179]
named = {
    "months": (months(40), "month"), "quarters": (months(72)[::3], "quarter"), "days": (daily(120), DAY), "constant": (np.full(30, 7.0), DAY), "few": (np.arange(7.0), DAY),
    "states": (states(400), 300.0), "prices": (prices(400), DAY), "total": (total, DAY), "falling": (5e5 - total, DAY), "restart": (restart, 3600.0), "sawtooth": (sawtooth(400, 50), 3600.0),
    "pinned": (np.round(np.minimum(100, 99.8 + .25 * rng.standard_normal(300)), 2), DAY), "counts": (rng.poisson(2.0, 200), DAY), "zeros": (zeros(200), DAY),
    "levels": (noisy_levels(400), 300.0), "three": (three_levels(600), 300.0), "rounded": (rounded(400), 300.0), "weekdays": (np.where(np.arange(400) % 7 < 5, 50, 10) + rng.standard_normal(400), DAY),
    "gaps": (missing(daily(60), 3, 4, 20), DAY),
}
out = {"versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}}
out["series"] = {k: dict(values=y, step=s) for k, (y, s) in named.items()}
out["kind"] = {k: oracle.kind_of(np.asarray(y, float), STEPS.get(s, s)) for k, (y, s) in named.items()}
out["levels of"] = {k: oracle.levels_of(np.asarray(named[k][0], float), named[k][1]) for k in ("levels", "three", "weekdays", "rounded", "days")}

# stays and runs
cases = []
for first in (False, True):
    for y in (states(400), states(150, .004, .1), states(300, .03, .1)):
        starts = np.concatenate([[0], np.flatnonzero(np.diff(y) != 0) + 1]); ends = np.concatenate([starts[1:], [len(y)]])
        cases.append(dict(states=y[starts], starts=starts, n=len(y), main=1, first=first, stays=oracle.long_stays(y[starts], starts, ends, len(y), 1, first)))
out["stays"] = cases
cases = []
for share in (.3, .9, .02):
    y = (rng.random(150) > share).astype(float); y[40:55] = 0; lp = np.log(np.full(150, share))
    cases.append(dict(values=y, logZero=lp, runs=oracle.zero_runs(y, np.ones(150), lp)))
out["runs"] = cases

# short tables
cases = []
planted = []
for n, step, do in ((36, "M", None), (36, "M", "zero"), (36, "M", "dip"), (60, "M", "step"), (48, "M", "there and back"), (24, "Q", "dip"), (70, DAY, "spike"), (18, "M", "spike"), (30, 7 * DAY, None), (75, DAY, "dip"), (70, 3600.0, "spike")):
    y = months(n) if step == "M" else months(3 * n)[::3] if step == "Q" else daily(n)
    k = n // 2 + 2
    if do == "zero": y[k] = 0
    if do == "dip": y[k] = round(y[k] * .75)
    if do == "spike": y[k] = y[k] * 9
    if do == "step": y[k:] = np.round(y[k:] * .6)
    if do == "there and back": y[k - 6:k] = np.round(y[k - 6:k] * .6)
    if n == 70: y = missing(y, 10, 11)
    planted.append((y, step))
for y, step in planted:
    n = len(y)
    P, _, rows = oracle.cycles_of(step, n)
    ok = np.isfinite(y)
    x = np.where(ok, y, 0) if n != 60 else np.log(np.where(ok, y, 1))
    m = oracle.short_model(x, ok, P, n, step)
    r = oracle.short_series(y, step, None, none(n))
    name = {v: k for k, v in STEPS.items()}.get(step, step)
    cases.append(dict(values=y, step=name, x=x, periods=P, mean=m["mean"], deviation=m["sd"], keep=m["keep"].astype(int), logLikelihood=m["ll"], strengths=m["th"],
                      lasting=[(k, J, m["change_p"][k]) for k, J in m["lasting"]], temporary=m["temporary"],
                      series=dict(lam=r["lam"], expected=r["expected"], lower=r["lower"], upper=r["upper"], z=r["z"], degrees=r["nu"], memory=r["memory"])))
out["short"] = cases


def said(r, *more):
    keys = ("expected", "lower", "upper", "usual", "usual_lower", "usual_upper", "z", "zlocal") + more
    return dict({k: r[k] for k in keys}, kind=r["kind"], runs=[list(q) for q in r.get("runs", [])])


def case(f, y, step, *more):
    y = np.asarray(y, float)
    return dict(values=y, step=step, said=said(f(y, step, None, none(len(y))), *more))


hours = rng.poisson(3 * (1 + .8 * np.sin(np.arange(240) / 24 * 2 * np.pi)))
rare = rng.poisson(.1, 150).astype(float); rare[60] = 4
out["count"] = [case(oracle.count_series, y, s) for y, s in ((rng.poisson(2, 120), DAY), (rare, DAY), (hours, 3600.0), (missing(rng.negative_binomial(2, 2 / 5, 120), 7, 50), DAY))]
week = zeros(210, .3) * (np.arange(210) % 7 < 5)
whole = np.where(rng.random(200) < .5, 0, rng.negative_binomial(1, 1 / 30, 200))
out["zeros"] = [case(oracle.hurdle_series, y, s, "p0") for y, s in ((zeros(150), DAY), (week, DAY), (whole, DAY), (missing(zeros(120), 5, 60), DAY))]
out["states"] = [case(oracle.state_series, y, s) for y, s in ((states(300, .03, .1), 300.0), (states(200, .04, .1), 300.0), (prices(200), DAY), (np.repeat([1.0, 0, 1], [80, 20, 60]), 60.0))]
out["noisy levels"] = [case(oracle.levels_series, y, s) for y, s in ((noisy_levels(280, .04, .06), 300.0), (noisy_levels(299, .05, .05, 1.1), 300.0))]
cases = []
for y, s in ((total, DAY), (5e5 - total, DAY), (restart, 3600.0), (np.cumsum(rng.poisson(.8, 150)), DAY), (sawtooth(300, 50), 3600.0), (missing(np.cumsum(np.round(1000 * np.exp(.1 * rng.standard_normal(90)))), 40, 41), DAY)):
    cases.append(case(oracle.counter_series, y, s))
out["counter"] = cases
json.dump(plain(out), sys.stdout, separators=(",", ":"))
