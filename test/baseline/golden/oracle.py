"""The oracle of the model, with the places where the model has been found better since.

    load(path of the oracle) -> module

Each amendment is a text of the oracle and what stands there instead; a text that is not found is an error. Why, and what each
brings, is told beside the code of the model.
"""
import importlib.util

from scipy import special, stats

AMENDMENTS = [
    # tail.ts: a side's own tail, also with far neighbours counted once; the shorter of both ways.
    ("""                rj = np.quantile(aj, hi) / max(1e-9, np.quantile(aj, .6)) * (1 - 1.7 / np.sqrt(n)) / max(1.0, (np.quantile(a, hi) / max(qhi, 1e-9)))
""", """                rj = min(lone_quantile(full * (np.sign(full) == (1, -1)[j]), aj, hi, theta), np.quantile(aj, hi) / max(1.0, np.quantile(a, hi) / max(qhi, 1e-9))) / max(1e-9, np.quantile(aj, .6)) * (1 - 1.7 / np.sqrt(n))
"""),
    # autoregressive-bridge.ts: two rows of memory at most under 400 rows.
    ("        f = ar_least_squares(x, good)\n", "        f = ar_least_squares(x, good, 6 if n >= 400 else 2)\n"),
    # date-keys.ts: days and working days of the month, also with less than two years.
    ("def date_keys(t, weekly):\n", "def date_keys(t, weekly, months=False):\n"),
    ("""    return keys


def date_effects(z, raw, w, t, weekly):
""", """    keys.append(("month day", np.where((length - dom >= 3) & (dom > 3), dom, -999)))
    work = np.full(len(d), -999)
    for i in np.flatnonzero(wd < 5):
        first = sum((wd[i] + q - dom[i]) % 7 < 5 for q in range(1, dom[i] + 1)); last = sum((wd[i] + q - dom[i]) % 7 < 5 for q in range(dom[i], length[i] + 1))
        work[i] = first if first <= 3 else -last if last <= 3 else -999
    keys.append(("month workday", work))
    return keys[4:] if months else keys


def date_effects(z, raw, w, t, weekly, months=False):
"""),
    ("    for name, key in date_keys(t, weekly):\n", "    for name, key in date_keys(t, weekly, months):\n"),
    ("    if days and t is not None and n >= 2 * rows_year:\n", "    few = n < 2 * rows_year; spans = step not in (\"M\", \"Q\") and step <= 3 * DAY and n * step >= 120 * DAY\n    if days and t is not None and (n >= 2 * rows_year or spans):\n"),
    ("            new, touched = date_effects(fwd(zi / rest), zi, u, t, step > 3 * DAY)\n", "            new, touched = date_effects(fwd(zi / rest), zi, u, t, step > 3 * DAY, few)\n"),
    ("    sub = step not in (\"M\", \"Q\") and step <= DAY / 2 and t is not None and n >= 2 * rows_year\n", "    sub = step not in (\"M\", \"Q\") and step <= DAY / 2 and t is not None and (n >= 2 * rows_year or spans)\n"),
    ("        eff, td_ = date_effects(fd(zi / rest), zi, full, td, False)\n", "        eff, td_ = date_effects(fd(zi / rest), zi, full, td, False, few)\n"),
    # dates.ts: a day comes before a weekday or working day that explains hardly more.
    ("            if len(g) >= 2: groups.append(g)\n", "            if len(g) >= 2: groups.append(g); prefer.append(.9 if name in ('month workday', 'nth weekday', 'last weekday', 'after weekday') else 1)\n"),
    ("    groups = []\n    for name, key", "    groups = []; prefer = []\n    for name, key"),
    ("        k = max(best, key=lambda q: best[q][0])\n", "        k = max(best, key=lambda q: best[q][0] * prefer[q])\n"),
    # dates.ts: what the few others of a row leave open.
    ("    for name, key in date_keys(t, weekly, months):\n        order", "    taken = []\n    for name, key in date_keys(t, weekly, months):\n        order"),
    ("""        k = max(best, key=lambda q: best[q][0] * prefer[q])
        gn, e = best[k]
        if gn < T: break
""", """        k = max(best, key=lambda q: best[q][0] * prefer[q])
        gn, e = best[k]
        if gn < T: break
        taken.append(k)
"""),
    ("                if q in best: best[q] = gain(groups[q])\n    return eff, touched\n", """                if q in best: best[q] = gain(groups[q])
    date_effects.doubt = np.zeros(n)
    for k in taken: date_effects.doubt[groups[k]] += 1 / (len(groups[k]) - 1)
    return eff, touched
"""),
    # events-out.ts: rows of learnt dates are off by what these leave open, too.
    ("    touched = np.zeros(n, bool); dates = np.zeros(n)\n", "    touched = np.zeros(n, bool); dates = np.zeros(n); doubt = np.zeros(n)\n"),
    ("            eff = new\n            dates = eff * sig\n", "            eff = new; doubt = date_effects.doubt\n            dates = eff * sig\n"),
    ("        sig = noise_scale(r, fit[\"fit\"] + dates, u * ~event * (np.abs(r) < 6 * scale0(r, u)), P, n, ty)\n", "        sig = noise_scale(r, fit[\"fit\"] + dates, u * ~event * (np.abs(r) < 6 * scale0(r, u)), P, n, ty) * np.sqrt(1 + doubt)\n"),
    # memory.ts: where it is asked what a series leads up to, far values count as they are.
    ("def bridge(z, w, ar=False, u=None):\n", "def bridge(z, w, ar=False, u=None, uncut=False):\n"),
    ("    rhs = wt * np.where(ok, v, 0.0)\n", "    rhs = wt * np.where(ok, z if uncut else v, 0.0)\n"),
    # events-out.ts: an innovation is sudden beside the tail and the bursts of all of them.
    ("""            m2, rest = bridge(np.where(u > 0, z, np.nan), u, True)
            if np.median(rest) < .7:
                e = np.abs(z - m2) / rest
                lim = 4 * scale0(e, u * ~event2)
""", """            m2, rest = bridge(np.where(u > 0, z, np.nan), u, True)
            if np.median(rest) < .7:
                roams = wanders(rest, plan.h)
                if roams: m2, rest = bridge(np.where(u > 0, z, np.nan), u, True, uncut=True)
                e = (z - m2) / rest
                vol = volatility(e, u) if roams else None
                if vol is not None: e = e / np.exp(vol)
                e = e / scale0(e, u * ~event2)
                e = np.abs(tails(e, u)[0](e)) if roams else np.abs(e); lim = 4
"""),
    # long-model.ts: what neighbours say of a series that follows them.
    ("""    z = z / np.where(fit["weights"] > .05""", """    zfit = z
    z = z / np.where(fit["weights"] > .05"""),
    ("""    m2, rest = bridge(np.where(u > 0, z, np.nan), u * ~event, True, u)
    memory""", """    m2, rest = bridge(np.where(u > 0, z, np.nan), u * ~event, True, u)
    zb = z
    if wanders(rest, plan.h):
        if np.median(rest) < .4: zb = zfit
        m2, rest = bridge(np.where(u > 0, zb, np.nan), u * ~event, True, u, uncut=True)
    memory"""),
    ("    zl = (z - m2) / rest\n    zl = zl / noise_scale", "    zl = (zb - m2) / rest\n    zl = zl / noise_scale"),
    # sharp-change.ts, judged-changes.ts, step-sizes.ts: a change jumps, on its row, by what least squares say.
    ("""        law = [usual_changes(drest, w, widths, noise, floor, False)]
""", """        law = [usual_changes(drest, w, widths, noise, floor, False)]
        ln = level_noise(drest, sure_found, sure, w, c)
"""),
    ("            lp_change[k] = change_p(sure.get(k, max(sure.values(), default=9.0)), law)\n", "            lp_change[k] = max(change_p(sure.get(k, max(sure.values(), default=9.0)), law), jump_p(ln, k))\n"),
    ("            lp_change[q[0]] = change_p(max(sure.get(q[0], 0), sure.get(q[1], 0)), law)\n", "            lp_change[q[0]] = max(change_p(max(sure.get(q[0], 0), sure.get(q[1], 0)), law), -99 if c >= 13 and q[1] - q[0] <= 4 * c else min(jump_p(ln, q[0]), jump_p(ln, q[1])) + np.log10(2))\n"),
    ("lasting, temporary, g, find_shifts.sure, find_shifts.rest, noise)\n", "lasting, temporary, g, find_shifts.sure, find_shifts.rest, noise, found0)\n"),
    ("sure, (drest, widths, floor), noise = best\n", "sure, (drest, widths, floor), noise, sure_found = best\n"),
    ("        found, noise = find_shifts(x, w, c, P)\n", "        found, noise = find_shifts(x, w, c, P); found0 = list(found)\n"),
    ("""    xs = x - steps
    plan, e_hid = choose(xs, u, P, c, t, rows_year, n)
""", """    if lasting:
        lasting = [(place_of(x - steps, rest0, u, k, J, max(1, c // 4), s), J) for k, J in lasting]
        lasting = fitted_sizes(x, u, lasting, Plan(40.0 * c if 40 * c < n else 12.0 * n, [np.inf] * len(P)), P, t, rows_year)
    steps = sum((J * (np.arange(n) >= k) for k, J in lasting), np.zeros(n))
    plan, e_hid = choose(x - steps, u, P, c, t, rows_year, n)
    lasting = fitted_sizes(x, u, lasting, plan, P, t, rows_year)
    steps = sum((J * (np.arange(n) >= k) for k, J in lasting), np.zeros(n))
    xs = x - steps
"""),
    ("        s = scale0(x - steps - quick[\"fit\"], u)\n", "        rest0 = x - steps - quick[\"fit\"]; s = scale0(rest0, u)\n"),
    # leave-one-out.ts: what a row bends its own fit by and how much wider hidden errors are, told as well.
    ("    alone = unknown_share(", "    wider = gapf; far = np.quantile(np.abs(eh), .97) if len(eh) > 20 else 0.0\n    alone = unknown_share("),
    ("sigma=sig, steps=steps, x=x)", "sigma=sig, steps=steps, x=x, hat=hat, hidden=e_hid, wider=wider, far=far)"),
    # dated-fit.ts: the mean of a day that is far off as a whole does not end at 8.
    ("np.clip(r / sig, -8, 8)) / np.maximum(cnt, 1)", "np.clip(r / sig, -top, top)) / np.maximum(cnt, 1)"),
    ("        zd = np.bincount(day, u *", "        top = (8 + 4 * np.abs([np.median((r / sig)[day == k]) for k in range(day.max() + 1)]))[day]; zd = np.bincount(day, u *"),
    # dated-fit.ts: how much of a date there is at each hour, over all dates.
    ("        dates = (eff * sd)[day] * sig; touched = td_[day]\n", """        e = (eff * sd)[day]; most = 8 + 4 * np.abs(e); place = np.arange(n) % per
        some = (e != 0) & (u > 0)
        course = (16 + np.bincount(place, some * e * np.clip(r / sig, -most, most), per)) / (16 + np.bincount(place, some * e * e, per))
        dates = e * np.maximum(0, course)[place] * sig; touched = td_[day]; doubt = date_effects.doubt[day] * (sd * np.maximum(0, course)[place]) ** 2
"""),
    # zero-inflated.ts: a size is judged with how often there is any.
    ("    med, lo, hi = q(.5), q(.005), q(.995)\n", """    med, lo, hi = q(.5), q(.005), q(.995)
    above = np.where(pos, np.log1p(-p0) + log_ndtr(-z), 0.0); below = np.log(np.where(pos, p0 + (1 - p0) * ndtr(z), p0))
    z = np.where(above < below, -ndtri_exp(np.minimum(above, -np.log(2))), ndtri_exp(np.minimum(below, -np.log(2))))
    z = np.where(w > 0, z, 0.0)
"""),
    # expected-ranges.ts: what is usual beside neighbours, of rows that taught nothing too, and how far surprises after them reach.
    ("    zl = zl / noise_scale(zl, fit[\"fit\"], u * ~event, P, n, ty)\n    vol", "    wide = noise_scale(zl, fit[\"fit\"], u * ~event, P, n, ty); zl = zl / wide\n    vol"),
    ("        zl = zl / np.exp(vol); zl = zl / scale0(zl, u * ~event)\n", "        zl = zl / np.exp(vol); one = scale0(zl, u * ~event); zl = zl / one; wide = wide * np.exp(vol) * one\n"),
    ("    fl, _, _ = tails(zl, u * ~event)\n", """    fl, back2, _ = tails(zl, u * ~event)
    lo2, hi2 = back2(np.array([-2.5758]))[0], back2(np.array([2.5758]))[0]
    out = (u <= 0) | event
    further = np.where(out, (1 if zb is zfit else np.sqrt(1 - hat)) / (1 - season_share(n, P, plan)), 1.0)
    r0 = np.median(rest); told = (1 - np.clip((rest - r0) / (1 - r0), 0, 1)) * (1 - r0 * r0) if r0 < 1 else np.zeros(n)
    own = np.where(out, 1 / np.sqrt(1 - hat), 1.0)
    left = sig * rest * np.maximum(own + told * (further - own), 1 + (gapf - 1) * gap)
    around = mean + m2 * sig * further
    below = around + left * (lo + told * np.minimum(0, lo2 * wide - lo)); above = around + left * (hi + told * np.maximum(0, hi2 * wide - hi))
"""),
    ("usual=inv(mean + m2 * sig), usual_lower=inv(mean + m2 * sig + lo * width * rest), usual_upper=inv(mean + m2 * sig + hi * width * rest),", "usual=inv(around), usual_lower=inv(below), usual_upper=inv(above),"),
    ("def grow_events(zeq, w, c, n):\n", """def season_share(n, P, plan):
    left = 1.0
    for p, st in zip(P, plan.stiff):
        own = min(1.0, p / n)
        if np.isfinite(st) and np.ceil(n / p) > 3: own = max(own, 1 / np.sqrt(1 + 4 * (st / (2 * np.pi)) ** 2))
        left *= 1 - (0 if p >= 96 else own)
    return min(.8, 1 - left)


def grow_events(zeq, w, c, n):
"""),
    # beside-others.ts: a far row is judged beside the other far rows of its side. decision.ts: rows that do not remember each
    # other are looked at once, and on one side where a bound leaves no other.
    ("""    lp = (np.log(2) + log_ndtr(-np.maximum(zr, np.abs(zl))) + np.log(tests)) / np.log(10)
""", """    smooth = r["kind"].endswith("continuous") or r["kind"].endswith("short")
    la, lb = (beside_others(q, n, r["c"]) if smooth else log_ndtr(-np.abs(q)) for q in (z, zl))
    top = np.nanmax(y); looks = (1 if not smooth and np.array_equal(r["z"], r["zlocal"]) else 2) * (1 if r["kind"] == "pinned" and top in (1, 100) and (np.median(y) == top or np.mean(y == np.median(y)) <= .5) else 2)
    lp = (np.minimum(np.where(zr > 0, la, np.log(.5)), lb) + np.log(looks * n)) / np.log(10)
"""),
    ("""def ndtri_exp(lp):
""", """def beside_others(z, n, c):
    out = log_ndtr(-np.abs(z)); u = -special.ndtri(min(.02, 15 / n)); e0 = -log_ndtr(-u); c = min(c, max(1, int(.05 / min(.02, 15 / n))))
    for side in (1, -1):
        rows = np.flatnonzero(side * z > u)
        if not len(rows): continue
        top = np.sort([max(side * z[g]) for g in np.split(rows, np.flatnonzero(np.diff(rows) > c) + 1)])
        if len(top) <= 4: continue
        e = []; told = []; sizes = -log_ndtr(-top) - e0; N = len(top); least = max(4, int(np.ceil(N / 1.5)))
        longer = lambda m, k: 1 + (m - 1) * max(0.0, 1 - m * m / k / (m - 1) ** 2) if m > 1 else 1.0
        # Far rows of another origin together: the rarest sum of sizes beyond the one before, once in a thousand series.
        first, rarest = N, np.log(max(1, N - least) / .001)
        for k in range(N - 1, least - 1, -1):
            q = sizes[k - 1]
            rare = -np.log(special.gammaincc(N - k, np.sum(sizes[k:] - q) / longer((np.sum(sizes[:k]) + (N - k) * q) / k, k)))
            if rare > rarest: first, rarest = k, rare
        for place, x in enumerate(sizes):
            mean = longer(np.mean(e), len(e)) if len(e) >= 4 else 1.0
            told.append(max(told[-1] if told else 0.0, e0 - max(0.0, np.log((len(e) + 1) / 15)) + x / mean))
            if place < first and (len(e) + 1) * np.exp(-x / mean) > ALPHA / 2: e.append(x)
        k = np.searchsorted(top, side * z[rows], "right") - 1
        out[rows] = np.where(k >= 0, np.maximum(out[rows], -np.array(told)[np.maximum(k, 0)]), out[rows])
    return out


def lone_quantile(full, a, hi, theta):
    far = np.abs(full) > np.quantile(a, .95)
    lab = np.cumsum(far & ~(np.concatenate([[False], far[:-1]]) & (np.concatenate([[0.0], full[:-1]]) * full > 0)))
    rows = np.flatnonzero(far)
    top = np.zeros(lab.max() + 1); np.maximum.at(top, lab[rows], np.abs(full[rows])); top = np.sort(top[top > 0])
    near = np.sort(a[a <= np.quantile(a, .95)])
    wts = np.concatenate([np.full(len(near), 1 / theta), np.ones(len(top))])
    return np.interp(hi, (np.cumsum(wts) - .5 * wts) / wts.sum(), np.concatenate([near, top]))


def wanders(rest, h):
    return bridge.memory[0] > 0 and np.median(rest) < .7 and h * -np.log(bridge.memory[0]) < 50


def ar_filter(x, phi):
    r = x.copy()
    for k, q in enumerate(phi): r[len(phi):] -= q * x[len(phi) - k - 1:len(x) - k - 1]
    return r


def level_noise(rest, found, sure, w, c):
    n = len(rest); rows = c if c > 1 else 6; w = w[:n]
    about = rest - whittaker(rest, w, float(min(10 * rows, n)))
    spread = mad(about)
    f = ar_least_squares(np.clip(about, -4 * spread, 4 * spread), w > 0, 6 if n >= 400 else 2, 60)
    phi = np.zeros(0) if f is None else f[0]
    e = ar_filter(about, phi); s = scale0(e, w)
    y = rest.copy()
    for k, J in found:
        if k in sure: y[k:] += J
    return y, w, phi, spread, s, tails(e / s, w)[2], [k for k, J in found], max(3, min(4 * rows, n // 6))


def jump_p(ln, k):
    y, w, phi, spread, s, nu, rows, reach = ln
    a = max([k - reach, 0] + [q for q in rows if q < k]); b = min([k + reach, len(y)] + [q for q in rows if q > k])
    if k - a < 3 or b - k < 3 or not s > 0: return 0.0
    v = y[a:b].copy(); i = np.arange(a, b)
    for q in (slice(0, k - a), slice(k - a, None)): m = np.median(v[q]); v[q] = np.clip(v[q], m - 4 * spread, m + 4 * spread)
    C = [1.0 * (i >= k), np.ones(len(i))]
    if k - a >= 9: C.append(np.where(i < k, i - k + .5, 0.0))
    if b - k >= 9: C.append(np.where(i >= k, i - k + .5, 0.0))
    ok = ((np.arange(len(i)) >= min(len(phi), k - a - 1)) & (w[a:b] > 0)).astype(float)
    X = np.array([ar_filter(q, phi) for q in C]); v = ar_filter(v, phi)
    M = (X * ok) @ X.T; M[np.diag_indices(len(M))] *= 1 + 1e-9
    own = np.linalg.inv(M)[0]
    q = ok * (own @ X) ** 2
    told = q.sum() / q.max() if q.max() > 0 else 1.0
    beta = np.linalg.solve(M, (X * ok) @ v); left = v - beta @ X
    t = abs(beta[0]) / (max(s, np.sqrt((ok * left ** 2).sum() / max(1, ok.sum() - len(C)))) * np.sqrt(own[0]))
    return float((np.log(2) + student.logsf(t, min(1e4, nu * told)) + np.log(max(1.0, 2 * len(y) / told))) / np.log(10))


def place_of(_, rest, u, k, J, reach, s):
    cost = lambda v: min(16.0, (v / s) ** 2)
    best, least = k, 0.0
    for d in (-1, 1):
        total = 0.0
        for j in range(reach):
            i = k - 1 - j if d < 0 else k + j
            if i < 1 or i >= len(rest) - 1: break
            if u[i] > 0: total += cost(rest[i] + d * J) - cost(rest[i])
            if total < least: best, least = (i if d < 0 else i + 1), total
    return best


def fitted_sizes(x, u, lasting, plan, P, t, rows_year):
    if not lasting: return lasting
    n = len(x); i = np.arange(n)
    flat = x - sum(J * (i >= k) for k, J in lasting)
    f = robust_fit(flat, u, P, plan, t, rows_year, its=2)
    R = []
    for k, _ in lasting:
        col = 1.0 * (i >= k)
        R.append(col - backfit(col, f["weights"], P, plan, t, rows_year, 2)["fit"])
    R = np.array(R); M = (R * f["weights"]) @ R.T; M[np.diag_indices(len(M))] *= 1 + 1e-6
    more = np.linalg.solve(M, (R * f["weights"]) @ (flat - f["fit"]))
    new = [(k, J + m) for (k, J), m in zip(lasting, more)]
    return lasting if any(not .5 < b[1] / a[1] < 2 for a, b in zip(lasting, new)) else new


def ndtri_exp(lp):
"""),
]


def load(path):
    text = open(path).read()
    for old, new in AMENDMENTS:
        if text.count(old) != 1: raise SystemExit("not in the oracle: " + old)
        text = text.replace(old, new)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("oracle", loader=None))
    exec(compile(text, path, "exec"), module.__dict__)
    module.student = stats.t
    # normal.ts: the oracle's normal quantile far out is an approximation, scipy's own is exact.
    module.ndtri_exp = special.ndtri_exp
    module.special = special
    return module
