"""Elementary functions in 2,400 binary digits, rounded once: python3 elementary.py > elementary.json (Python 3.11, mpmath 1.3.0)."""
import json
import random

from mpmath import mp, mpf

mp.prec = 2400  # enough for the sine of the largest double
random.seed(1)


def spread(low, high):
    return [random.uniform(low, high) for _ in range(20)]


def sizes(low, high):
    return [random.uniform(1, 2) * 2.0**k for k in (random.randrange(low, high) for _ in range(20))]


def signed(values):
    return [value if i % 2 else -value for i, value in enumerate(values)]


near_one = [1 + x for x in signed(sizes(-50, -2))]
angles = spread(-7, 7) + signed(sizes(-40, 20)) + signed(sizes(20, 1020)) + [3.141592653589793 * k / 4 for k in range(1, 17)]

functions = {
    "exp": (mp.exp, spread(-744, 709) + spread(-1, 1) + signed(sizes(-40, 0))),
    "expm1": (mp.expm1, spread(-30, 60) + spread(-1, 1) + signed(sizes(-60, -1))),
    "log": (mp.log, sizes(-1060, 1020) + spread(0.5, 2) + near_one),
    "log1p": (mp.log1p, sizes(0, 1000) + spread(-1, 1) + signed(sizes(-60, -1))),
    "log2": (lambda x: mp.log(x) / mp.log(2), sizes(-1060, 1020) + near_one + [0.125, 1.0, 8.0, 5e-324]),
    "log10": (lambda x: mp.log(x) / mp.log(10), sizes(-1060, 1020) + near_one + [0.001, 1.0, 1000.0, 1e22]),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), signed(sizes(-1060, 1020)) + spread(-10, 10) + [27.0, -1000.0]),
    "sin": (mp.sin, angles),
    "cos": (mp.cos, angles),
    "atan": (mp.atan, spread(-3, 3) + signed(sizes(-40, 60))),
    "tanh": (mp.tanh, spread(-3, 3) + spread(-21, 21) + signed(sizes(-40, 0))),
    "atanh": (mp.atanh, spread(-1, 1) + signed(sizes(-40, -1))),
}
pairs = list(zip(sizes(-30, 30), spread(-20, 20))) + list(zip(near_one, signed(sizes(0, 9)))) + [(10.0, -3.0), (10.0, 22.0), (2.0, -1074.0), (7.0, 2.0), (0.3, 0.65)]

golden = {name: [[x, float(function(mpf(x)))] for x in inputs] for name, (function, inputs) in functions.items()}
golden["pow"] = [[x, y, float(mp.power(mpf(x), mpf(y)))] for x, y in pairs]
print(json.dumps(golden, separators=(",", ":")))
