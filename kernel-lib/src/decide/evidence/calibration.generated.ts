import type { Calibration } from "./calibration.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.367,
    "windowedPca": 0.378,
    "autoregressiveInnovation": 0.354,
    "levelShift": 0.145,
    "cycleFreeze": 0.55,
    "cycleBurst": 0.623,
    "cycleRamp": 0.269,
    "cycleLevel": 0.461,
    "cycleLag": 0.557,
    "cycleShape": 0.313,
    "cycleNeighbour": 0.241
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.362,
      "windowedPca": 0.338,
      "autoregressiveInnovation": 0.197,
      "levelShift": 0.117,
      "cycleFreeze": 0.1,
      "cycleBurst": 0.052,
      "cycleRamp": 0.084,
      "cycleLevel": 0.148,
      "cycleLag": 0.046,
      "cycleShape": 0.04,
      "cycleNeighbour": 0.071,
      "ctx_mean": 0.284,
      "ctx_max": 0.306,
      "ctx_wide": -0.109,
      "second": 0.311,
      "sum": 0.564,
      "alone": 0.378,
      "alone_z": 0.207,
      "recur": -0.317,
      "anniv": -0.244,
      "prod": 0.579,
      "flatRun": 0.218,
      "nz": 0.1575,
      "nzl": 0.10725,
      "nmean": 0.06975,
      "nfound": 0.07875,
      "nlevel": 0.056,
      "nctx": 0.07975,
      "nwide": -0.068,
      "nalone": 0.03375,
      "both": 0.06425,
      "msum": 0.1365,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.83,
        6.886,
        7.68,
        8.799
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.619,
      "blocks": 67.7
    },
    "usual": 0.1,
    "findings": {
      "backed": 0.15,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.1333,
        0.1375,
        0.1385,
        0.15,
        0.1583,
        0.2708,
        0.3375,
        0.4917,
        0.7833,
        1.5458,
        2.9625
      ],
      "blocks": 67.7
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.109,
      "windowedPca": 0.215,
      "autoregressiveInnovation": 0.095,
      "levelShift": 0.084,
      "cycleFreeze": 0.128,
      "cycleBurst": 0.087,
      "cycleRamp": 0.064,
      "cycleLevel": 0.086,
      "cycleLag": 0.075,
      "cycleShape": 0.073,
      "cycleNeighbour": 0.064,
      "ctx_mean": 0.182,
      "ctx_max": 0.172,
      "ctx_wide": -0.157,
      "second": 0.18,
      "sum": 0.422,
      "alone": 0.25,
      "alone_z": 0.011,
      "recur": -0.322,
      "anniv": -0.282,
      "prod": 0.513,
      "nz": 0.63,
      "msum": 0.546,
      "nzl": 0.429,
      "both": 0.257,
      "nmean": 0.279,
      "nfound": 0.315,
      "nctx": 0.319,
      "nwide": -0.272,
      "nlevel": 0.224,
      "nalone": 0.135,
      "flatRun": 0.221,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.898,
        7.887,
        8.727,
        9.457
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.95,
      "blocks": 88.5
    },
    "usual": 0.1,
    "findings": {
      "backed": 0.4,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.001,
        0.002,
        0.003,
        0.004,
        0.027,
        0.1182,
        0.2686,
        0.5236,
        0.9307,
        1.7635,
        3.0929
      ],
      "blocks": 87.6
    }
  }
};
