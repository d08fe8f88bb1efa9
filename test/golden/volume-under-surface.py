"""Writes volume-under-surface.json: VUS-PR of small made-up series, computed row by row and threshold by threshold as the
paper describes it (Paparrizos et al., "Volume Under the Surface", VLDB 2022), without any of the short cuts of metrics/.
Run: python3 test/golden/volume-under-surface.py"""

import json
import pathlib
import platform

import numpy as np

SEED = 20261129
THRESHOLDS = 250


def runs(labels):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], labels, [0]])))
    return [(int(start), int(end) - 1) for start, end in zip(edges[::2], edges[1::2])]


def softened(labels, buffer):
    """Labels with a rim on both sides of every event: its weight falls with the distance, half a buffer wide."""
    soft = labels.astype(float)
    for start, end in runs(labels):
        for row in range(len(labels)):
            distance = row - end if row > end else start - row
            if 0 < distance <= buffer // 2:
                soft[row] += np.sqrt(1 - distance / buffer)
    return np.minimum(soft, 1)


def zones(labels, buffer):
    """Events with their rims; those that touch or overlap are one."""
    joined = []
    for start, end in runs(labels):
        start, end = max(start - buffer // 2, 0), min(end + buffer // 2, len(labels) - 1)
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def area(labels, scores, buffer):
    soft, parts = softened(labels, buffer), zones(labels, buffer)
    descending = np.sort(scores)[::-1]
    total, last = 0.0, 0.0
    for place in np.linspace(0, len(scores) - 1, THRESHOLDS).astype(int):
        predicted = scores >= descending[place]
        hits = soft[predicted].sum()
        # Rows of the rim count as positives once they are predicted; those of the event itself always.
        counted = labels.sum() + soft[predicted & (labels == 0)].sum()
        found = sum(predicted[start : end + 1].any() for start, end in parts) / len(parts)
        recall = min(hits / ((labels.sum() + counted) / 2), 1) * found
        total += (recall - last) * hits / predicted.sum()
        last = recall
    return total


def volume(labels, scores, window):
    return float(np.mean([area(labels, scores, buffer) for buffer in range(window + 1)]))


def average_precision(labels, scores):
    """Precision at every distinct score, weighted by the recall it adds."""
    total, last = 0.0, 0.0
    for threshold in np.unique(scores)[::-1]:
        predicted = scores >= threshold
        recall = labels[predicted].sum() / labels.sum()
        total += (recall - last) * labels[predicted].mean()
        last = recall
    return float(total)


def made_up(random, rows, events, window, pull):
    """Noise that is higher where something is labelled, in three decimals, so that some scores tie."""
    labels = np.zeros(rows, dtype=int)
    for start, end in events:
        labels[start : end + 1] = 1
    scores = np.round(random.random(rows) + pull * labels, 3)
    return {
        "window": window,
        "events": [list(event) for event in events],
        "scores": scores.tolist(),
        "vusPr": volume(labels, scores, window),
        "averagePrecision": average_precision(labels, scores),
    }


def main():
    random = np.random.default_rng(SEED)
    vectors = {
        "one event": made_up(random, 300, [(120, 131)], 12, 0.3),
        "events at both ends and one row alone": made_up(random, 280, [(0, 4), (60, 60), (272, 279)], 25, 0.4),
        "events whose buffers overlap": made_up(random, 320, [(90, 110), (118, 125), (200, 204)], 40, 0.5),
        "more rows than thresholds, many ties": made_up(random, 600, [(300, 309), (450, 452)], 9, 0.0),
        "fewer rows than thresholds": made_up(random, 40, [(10, 12)], 6, 0.6),
        "no buffer": made_up(random, 260, [(70, 70)], 0, 2.0),
    }
    about = {"seed": SEED, "thresholds": THRESHOLDS, "python": platform.python_version(), "numpy": np.__version__}
    path = pathlib.Path(__file__).with_name("volume-under-surface.json")
    path.write_text(json.dumps({"about": about, "vectors": vectors}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
