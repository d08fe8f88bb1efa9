import type { Calibration } from "./calibration-types.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.367,
    "windowedPca": 0.378,
    "autoregressiveInnovation": 0.354,
    "levelShift": 0.146,
    "cycleFreeze": 0.552,
    "cycleBurst": 0.64,
    "cycleRamp": 0.268,
    "cycleLevel": 0.458,
    "cycleLag": 0.559,
    "cycleShape": 0.305,
    "cycleNeighbour": 0.233
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.402,
      "windowedPca": 0.354,
      "autoregressiveInnovation": 0.244,
      "levelShift": 0.133,
      "cycleFreeze": 0.041,
      "cycleBurst": 0.036,
      "cycleRamp": 0.084,
      "cycleLevel": 0.165,
      "cycleLag": 0.001,
      "cycleShape": 0.014,
      "cycleNeighbour": 0.067,
      "ctx_mean": 0.261,
      "ctx_max": 0.305,
      "ctx_wide": -0.128,
      "second": 0.282,
      "sum": 0.571,
      "alone": 0.423,
      "alone_z": 0.269,
      "recur": -0.318,
      "anniv": -0.205,
      "prod": 0.58,
      "flatRun": 0.213,
      "nz": 0.161,
      "nzl": 0.11175,
      "nmean": 0.07125,
      "nfound": 0.0895,
      "nlevel": 0.05375,
      "nctx": 0.0805,
      "nwide": -0.06175,
      "nalone": 0.04125,
      "both": 0.072,
      "msum": 0.13625,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.982,
        7.086,
        8.061,
        9.117
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.657,
      "blocks": 67.7,
      "growth": 0.85
    },
    "usual": 0.1,
    "steps": {
      "points": {
        "lone": 1.5,
        "slope": 0.55,
        "least": 1.05
      },
      "cycles": {
        "lone": 1.5,
        "slope": 0.55,
        "least": 0.9
      }
    },
    "findings": {
      "backed": 0.15,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.003686,
        0.007354,
        0.01467,
        0.02928,
        0.05842,
        0.1166,
        0.2017,
        0.3183,
        0.5962,
        1.26,
        2.295
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.124,
      "windowedPca": 0.22,
      "autoregressiveInnovation": 0.11,
      "levelShift": 0.11,
      "cycleFreeze": 0.077,
      "cycleBurst": 0.058,
      "cycleRamp": 0.052,
      "cycleLevel": 0.096,
      "cycleLag": 0.021,
      "cycleShape": 0.034,
      "cycleNeighbour": 0.046,
      "ctx_mean": 0.169,
      "ctx_max": 0.174,
      "ctx_wide": -0.177,
      "second": 0.146,
      "sum": 0.423,
      "alone": 0.284,
      "alone_z": 0.024,
      "recur": -0.333,
      "anniv": -0.228,
      "prod": 0.515,
      "nz": 0.644,
      "msum": 0.545,
      "nzl": 0.447,
      "both": 0.288,
      "nmean": 0.285,
      "nfound": 0.358,
      "nctx": 0.322,
      "nwide": -0.247,
      "nlevel": 0.215,
      "nalone": 0.165,
      "flatRun": 0.217,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.838,
        7.868,
        8.84,
        9.526
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 1.011,
      "blocks": 88.5,
      "growth": 0.7
    },
    "usual": 0.1,
    "steps": {
      "points": {
        "lone": 1.5,
        "slope": 0.65,
        "least": 1.05
      },
      "cycles": {
        "lone": 1.5,
        "slope": 0.65,
        "least": 0.9
      }
    },
    "findings": {
      "backed": 0.4,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.001349,
        0.002691,
        0.00537,
        0.01071,
        0.02138,
        0.04266,
        0.1706,
        0.4177,
        0.7963,
        1.418,
        2.599
      ],
      "blocks": 87.6,
      "growth": 0.35
    }
  }
};
