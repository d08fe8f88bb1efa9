"""Golden values of the distributions, written to golden.json: python3 make-golden.py

Continuous functions by mpmath at 40 digits (scipy's own tails lose digits below 1e-100), whole-number quantiles by scipy
where it is installed, else by adding up mpmath's chances.
"""
import json
import pathlib
import sys

import mpmath as mp

mp.mp.dps = 40
try:
    import scipy
    from scipy import stats
    PEER = "scipy " + scipy.__version__
except ImportError:
    stats, PEER = None, "no scipy"


def number(x):
    return float(mp.nstr(x, 25))


def lower_beta(a, b, x):
    """ln of the regularised incomplete beta function, by the side that converges."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    return mp.log(mp.betainc(a, b, 0, x, regularized=True))


def student_tail(t, nu):
    t, nu = mp.mpf(t), mp.mpf(nu)
    half = mp.betainc(nu / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2
    return mp.log(half if t >= 0 else 1 - half)


def fisher_tail(x, d1, d2):
    x, d1, d2 = mp.mpf(x), mp.mpf(d1), mp.mpf(d2)
    return mp.log(mp.betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 * x), regularized=True))


def upper_gamma(a, x):
    return mp.log(mp.gammainc(mp.mpf(a), mp.mpf(x), mp.inf, regularized=True))


def lower_gamma(a, x):
    return mp.log(mp.gammainc(mp.mpf(a), 0, mp.mpf(x), regularized=True))


def count_chance(k, r, m):
    k, r, m = mp.mpf(k), mp.mpf(r), mp.mpf(m)
    return mp.loggamma(k + r) - mp.loggamma(r) - mp.loggamma(k + 1) + r * mp.log(r / (r + m)) + k * mp.log(m / (r + m))


def count_tail(k, r, m):
    total, j = mp.mpf(0), k + 1
    while True:
        p = mp.exp(count_chance(j, r, m))
        total += p
        if j > m and p < total * mp.mpf(10) ** -30: return mp.log(total)
        j += 1


def count_cdf(k, r, m):
    return mp.log(mp.fsum(mp.exp(count_chance(j, r, m)) for j in range(k + 1)))


def normal_tail(z):
    return mp.log(mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2)


def falling_root(f, low, high, steps=120):
    """Where a falling function crosses zero, by halving."""
    low, high = mp.mpf(low), mp.mpf(high)
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) > 0 else (low, middle)
    return (low + high) / 2


def normal_quantile(lp):
    return falling_root(lambda z: mp.mpf(lp) - normal_tail(-z), -120, 10)


def student_quantile(lp, nu):
    return mp.exp(falling_root(lambda s: student_tail(mp.exp(s), nu) - mp.mpf(lp), -20, 2 - mp.mpf(lp) / nu * 2))


def main():
    g = {"versions": {"python": sys.version.split()[0], "mpmath": mp.__version__, "peer": PEER}}
    g["logGamma"] = [[x, number(mp.loggamma(mp.mpf(x)))] for x in (1e-6, .05, .3, .5, 1.5, 2.7, 5, 9.9, 10, 33.3, 1e3, 12345.6, 1e7)]
    g["normalLogTail"] = [[z, number(normal_tail(z))] for z in (-9, -5, -1.2, -.3, 0, .1, .9, 1.7, 2.9, 3, 3.1, 5, 7.9, 8.1, 12, 20, 37, 60, 300)]
    g["normalQuantileOfLog"] = [[lp, number(normal_quantile(lp))] for lp in (-1e-12, -1e-4, -.05, -.3, -.7, -1, -2, -5, -10, -19.9, -20.1, -30, -50, -100, -300, -690, -5000)]
    nus = (1, 1.5, 2.2, 3, 4.7, 8, 15, 50, 200)
    g["studentLogTail"] = [[t, nu, number(student_tail(t, nu))] for nu in nus for t in (-30, -2.5, -.4, 0, .01, .5, 1, 1.3, 2.6, 6, 20, 1e3, 1e8)]
    g["studentLogTail"] += [[1e80, 3, number(student_tail(mp.mpf(10) ** 80, 3))], [3e61, 2.2, number(student_tail(mp.mpf("3e61"), 2.2))]]
    g["studentQuantileOfLogTail"] = [[lp, nu, number(student_quantile(lp, nu))] for nu in nus for lp in (-.72, -.9, -1.2, -2, -4.6, -5.3, -20, -100, -690)]
    g["fisherLogTail"] = [[x, d1, d2, number(fisher_tail(x, d1, d2))] for d1, d2 in ((2, 8), (2, 60), (3, 17), (1, 4)) for x in (1e-4, .2, 1, 3.5, 40, 1e4, 1e12)]
    g["chiSquareLogTail"] = [[x, d, number(upper_gamma(mp.mpf(d) / 2, mp.mpf(x) / 2))] for d in (1, 2, 5, 24, 168, 1000) for x in (.01, 1, 4, 30, 170, 900, 1500)]
    g["poissonLogCdf"] = [[k, m, number(upper_gamma(k + 1, m))] for m in (.05, .8, 3, 11.5, 250) for k in (0, 1, 4, 12, 40, 260)]
    g["poissonLogTail"] = [[k, m, number(lower_gamma(k + 1, m))] for m in (.05, .8, 3, 11.5, 250) for k in (0, 1, 4, 12, 40, 150, 260)]
    shapes = ((.2, .3), (.9, 4), (3, 3), (17.5, 8), (1e4, 2), (1e4, 11))
    g["negativeBinomialLogMass"] = [[k, r, m, number(count_chance(k, r, m))] for r, m in shapes for k in (0, 1, 3, 9, 40, 200)]
    g["negativeBinomialLogCdf"] = [[k, r, m, number(count_cdf(k, r, m))] for r, m in shapes for k in (0, 1, 3, 9, 40)]
    g["negativeBinomialLogTail"] = [[k, r, m, number(count_tail(k, r, m))] for r, m in shapes for k in (0, 1, 3, 9, 40, 200)]
    shares = (.005, .05, .5, .9, .995, .9999)
    g["poissonQuantile"] = [[q, m, int(stats.poisson.ppf(q, m))] for m in (.05, .8, 3, 11.5, 250) for q in shares]
    g["negativeBinomialQuantile"] = [[q, r, m, int(stats.nbinom.ppf(q, r, r / (r + m)))] for r, m in shapes for q in shares]
    g["gumbelLogTail"] = [[x, number(mp.log(-mp.expm1(-mp.exp(-(mp.mpf(x) - mp.mpf("1.25")) / mp.mpf(".5")))))] for x in (-1, 0, 1, 1.25, 2, 5, 20, 25, 360)]
    g["lowerBeta"] = [[a, b, x, number(lower_beta(a, b, x))] for a, b in ((.05, 4), (.5, .5), (1, 30), (12.5, 3), (400, 250), (9000, 12)) for x in (1e-9, .03, .3, .5, .62, .97)]
    path = pathlib.Path(__file__).with_name("golden.json")
    path.write_text("{\n" + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in g.items()) + "\n}\n")


main()
