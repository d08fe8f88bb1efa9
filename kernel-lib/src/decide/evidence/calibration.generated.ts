import type { Calibration } from "./calibration-types.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.366,
    "windowedPca": 0.378,
    "autoregressiveInnovation": 0.355,
    "levelShift": 0.146,
    "cycleFreeze": 0.566,
    "cycleBurst": 0.621,
    "cycleRamp": 0.27,
    "cycleLevel": 0.461,
    "cycleLag": 0.537,
    "cycleShape": 0.315,
    "cycleNeighbour": 0.244
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.361,
      "windowedPca": 0.341,
      "autoregressiveInnovation": 0.198,
      "levelShift": 0.119,
      "cycleFreeze": 0.084,
      "cycleBurst": 0.044,
      "cycleRamp": 0.105,
      "cycleLevel": 0.161,
      "cycleLag": 0.028,
      "cycleShape": 0.024,
      "cycleNeighbour": 0.066,
      "ctx_mean": 0.289,
      "ctx_max": 0.302,
      "ctx_wide": -0.098,
      "second": 0.307,
      "sum": 0.577,
      "alone": 0.398,
      "alone_z": 0.215,
      "recur": -0.294,
      "anniv": -0.252,
      "prod": 0.587,
      "flatRun": 0.225,
      "nz": 0.15625,
      "nzl": 0.10475,
      "nmean": 0.07575,
      "nfound": 0.08175,
      "nlevel": 0.0585,
      "nctx": 0.0835,
      "nwide": -0.06525,
      "nalone": 0.039,
      "both": 0.06775,
      "msum": 0.13875,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.054,
        7.157,
        8.028,
        9.308
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.541,
      "blocks": 69.9
    },
    "usual": 0.1,
    "findings": {
      "backed": 0.15,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.001,
        0.002,
        0.003,
        0.0167,
        0.225,
        0.4167,
        0.475,
        0.6,
        0.8083,
        1.475,
        2.7667
      ],
      "blocks": 70.1
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.113,
      "windowedPca": 0.216,
      "autoregressiveInnovation": 0.094,
      "levelShift": 0.086,
      "cycleFreeze": 0.112,
      "cycleBurst": 0.078,
      "cycleRamp": 0.08,
      "cycleLevel": 0.094,
      "cycleLag": 0.056,
      "cycleShape": 0.056,
      "cycleNeighbour": 0.055,
      "ctx_mean": 0.187,
      "ctx_max": 0.171,
      "ctx_wide": -0.144,
      "second": 0.176,
      "sum": 0.43,
      "alone": 0.264,
      "alone_z": 0.016,
      "recur": -0.29,
      "anniv": -0.292,
      "prod": 0.52,
      "nz": 0.625,
      "msum": 0.555,
      "nzl": 0.419,
      "both": 0.271,
      "nmean": 0.303,
      "nfound": 0.327,
      "nctx": 0.334,
      "nwide": -0.261,
      "nlevel": 0.234,
      "nalone": 0.156,
      "flatRun": 0.228,
      "former": 1
    },
    "curve": {
      "evidence": [
        7.099,
        8.095,
        9.008,
        9.724
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.968,
      "blocks": 88.9
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
        0.1486,
        0.2973,
        0.5709,
        0.9966,
        1.8311,
        3.1791
      ],
      "blocks": 87.9
    }
  }
};
