"""Golden values of dates, noise, memory, tail, events and the decision, from the oracle of the model (numpy, scipy).

    python3 make-noise.py <path of the oracle> > noise.json

Columns follow from a formula of the row where they can, so that the test makes them as well. oracle.py tells where the model
departs from the oracle.
"""
import json, platform, sys

import numpy as np
import scipy
from scipy.signal import lfilter

from oracle import load

oracle = load(sys.argv[1])
rng = np.random.default_rng(29)
DAY = 86400.0


def plain(v):
    if isinstance(v, dict): return {k: plain(q) for k, q in v.items()}
    if isinstance(v, (list, tuple)): return [plain(q) for q in v]
    if isinstance(v, np.ndarray): return [plain(q) for q in v.tolist()]
    if isinstance(v, (bool, np.bool_)): return int(v)
    if isinstance(v, (np.floating, float)): return None if np.isnan(v) else "inf" if np.isinf(v) else float("%.15g" % v)
    if isinstance(v, np.integer): return int(v)
    return v


def noise(n):
    """Nearly normal, from the row alone: golden.test makes the same."""
    i = np.arange(n)
    return ((i * 7919 % 1009) / 1009 + (i * 104729 % 997) / 997 + (i * 1299709 % 991) / 991 + (i * 15485863 % 983) / 983 - 2) * 1.73


out = {"versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}}

# dates
out["easter"] = [int((oracle.easter(y) - np.datetime64("1970-01-01")).astype(int)) for y in range(1961, 2101)]
t = 11000 * DAY + 13 * DAY * np.arange(200) + 3600.0
out["date keys"] = dict(daily=[dict(values=k) for _, k in oracle.date_keys(t, False)], weekly=oracle.date_keys(t, True)[0][1])
cases = []
for n, step, start in ((1900, DAY, 14244), (800, DAY, 16203), (320, 7 * DAY, 14244)):
    t = start * DAY + step * np.arange(n)
    z = noise(n)
    d = t.astype("int64").astype("datetime64[s]").astype("datetime64[D]")
    md = np.array([str(q)[5:] for q in d])
    wd = (d.astype(int) + 3) % 7
    easter = np.array([int((q - oracle.easter(int(str(q)[:4]))).astype(int)) for q in d])
    z = z + np.where(md == "12-25", -7, 0) + np.where((md >= "11-22") & (md <= "11-28") & (wd == 3), -5, 0) + np.where(easter == -2, 4.5, 0) + np.where((md >= "12-24") & (md <= "12-30") & (step > DAY), 6, 0)
    z[n // 2] += 9
    w = (np.arange(n) % 97 != 5).astype(float)
    z = np.round(z, 3)
    eff, touched = oracle.date_effects(z, z * .9, w, t, step > 3 * DAY)
    cases.append(dict(start=t[0], step=step, z=z, effects=[(int(i), eff[i]) for i in np.flatnonzero(touched)]))
out["dates"] = cases

# size of the noise
cases = []
for n, P, year in ((100, [7], False), (400, [7], False), (900, [7], True), (2900, [24, 168], False), (300, [], False)):
    i = np.arange(n)
    r = noise(n) * (1 + .8 * (i % 7 == 3) + .5 * np.sin(2 * np.pi * i / 168) ** 2) * np.exp(i / n) * (1 + (i % 365 > 300))
    fit = i * 37 % n / n + np.where(i % 2, .5, 0) + i * 1e-7
    w = (i * 104729 % 100 >= 8) * 1.0
    t = 16203 * DAY + DAY * i
    cases.append(dict(n=n, periods=P, year=year, scale=oracle.noise_scale(r, fit, w, P, n, t if year else None)[::7]))
out["noise"] = cases
m, k = noise(24), np.abs(noise(24)) * 40
out["shrunk"] = dict(total=m * 30, count=k, plain=oracle.shrunk(m * 30, k), most=oracle.shrunk(m * 30, k, 20.0))

# tail
cases = []
grid = np.array([-2e3, -40, -9, -3, -1, -.2, 0, .1, .7, 2, 5, 12, 60, 3e3])
for n, df in ((30, 5), (50, 5), (90, 3), (200, 4), (350, 2.5), (500, 30), (1200, 3)):
    z = rng.standard_t(df, n)
    if n == 350: z = np.where(z > 0, z, z * .4)
    if n >= 500: z[20:24] = 9; z[100:103] = -8; z[150:155] += 6
    z = np.round(z, 3)
    w = (np.arange(n) % 31 != 7).astype(float)
    f, b, nu = oracle.tails(z, w)
    cases.append(dict(z=z, nu=nu, forward=f(grid), back=b(np.array([-2.5758, 2.17, 2.5758, 5.0])), column=f(z)[::5]))
out["tail"] = dict(grid=grid, cases=cases)

# memory
def ar(phi, n): return lfilter([1.0], np.concatenate([[1.0], -np.array(phi)]), rng.standard_normal(n + 200))[200:]
cases = []
for name, x in (("white", rng.standard_normal(160)), ("one factor", .7 * ar([.8], 300) + .5 * rng.standard_normal(300)), ("cycle", ar([1.5, -.85], 420) * .4), ("three", ar([.5, .2, .2], 500) * .6), ("few rows", ar([.9, -.9, .5], 330) * .5)):
    n = len(x)
    z = np.round(x, 3)
    z[40] += 12; z[90:94] += 9; z[130:138] = np.nan
    z[n - 40:n - 30] = np.round(z[n - 40:n - 30] + 3 * np.sin(np.arange(10) / 3), 3)
    w = np.ones(n); w[90:94] = 0; w[130:138] = 0; w[n - 40:n - 30] = 0; w[0] = 0
    u = w.copy(); u[n - 40:n - 30] = 1; u[90:94] = 1
    for ar_too, teach in ((False, None), (True, None), (True, u)):
        m, rest = oracle.bridge(z, w, ar_too, teach)
        cases.append(dict(name=name, z=z, w=w, autoregressive=ar_too, teachable=teach, mean=m[::3], rest=rest[::3], memory=oracle.bridge.memory, phi=oracle.bridge.phi))
out["memory"] = cases
x = np.round(ar([1.2, -.6, .1], 300), 3)
ok = np.ones(300, bool); ok[[30, 31, 200]] = False
phi, s2, N, (X, Y) = oracle.ar_least_squares(x, ok)
co = np.array([.3, .2, 0, .1, 0, -.1])
out["autoregression"] = dict(x=x, ok=ok, phi=phi, variance=s2, rows=N, power=np.mean(Y ** 2), coefficients=co, error=np.mean((Y - X @ co) ** 2), acf=oracle.ar_acf(phi, 30)[0], runaway=oracle.ar_acf(np.array([1.2, .1]), 5)[0])

# restless times
cases = []
for clustered in (True, True, False):
    n = 400
    size = np.exp(ar([.97], n) * .25) if clustered else np.ones(n)
    z = np.round(rng.standard_normal(n) * size, 3)
    z[60:64] = 5; z[200] = 9
    w = (np.arange(n) % 43 != 3).astype(float)
    cases.append(dict(z=z, w=w, size=oracle.volatility(z, w)))
out["restless"] = cases

# events
cases = []
for n, c in ((300, 7), (40, 7), (500, 24)):
    z = np.round(rng.standard_normal(n), 3)
    z[10] = 6; z[11:14] = 2.5; z[9] = -2; z[n - 4:n] = -5; z[n // 2:n // 2 + c] += 1.9
    w = np.ones(n); w[14:17] = 0; w[n // 3:n // 3 + 9] = 0
    cases.append(dict(z=z, w=w, unit=c, events=oracle.grow_events(z, w, c, n), unknown=oracle.unknown_share(w > 0, c), near=oracle.near_unknown(w, c)))
out["events"] = cases

# decision
cases = []
for n, c, kind, phi, year in ((700, 7, "continuous", None, True), (700, 7, "continuous", [.9, -.3], False), (90, 12, "short", None, False), (2200, 7, "continuous", None, False), (300, 7, "zeros", None, False)):
    z = np.round(ar([.45], n) * .9, 3)
    z[20] = 7; z[33:37] = 3.4; z[60:62] = -4.5
    if n > 300: z[301:308] += 4; z[500:520] *= 2.5
    zl = np.round(z - np.roll(z, 1) * .4, 3)
    y = z + 50; y[70:72] = np.nan
    u = np.ones(n); u[70:72] = 0; u[80:85] = 0
    i = np.arange(n)
    r = dict(kind=kind, z=z, zlocal=zl, u=u, memory=(.6, .7), phi=None if phi is None else np.array(phi), c=c, lasting=[(50, 2.0), (55, 1.0)], temporary=[(62, 64, 3.0)], change_p={50: -5.0, 55: -1.0, 62: -3.0}, runs=[(1, 9, -14.0), (30, 40, -5.0)])
    rest = None
    if kind == "continuous":
        rest = np.full(n, .5 if phi is not None else .9)
        r.update(rest=rest, zraw=z, fit=np.sin(i / 9.0) + i / n, ty=16203 * DAY + DAY * i if year else None)
    oracle.decide(r, y)
    cases.append(dict(z=z, innovation=zl, missing=[70, 71], weightless=[*range(70, 72), *range(80, 85)], kind=kind, phi=phi, unit=c, year=year, found=r["found"], p=r["p"]))
out["decision"] = cases

json.dump(plain(out), sys.stdout, separators=(",", ":"))
