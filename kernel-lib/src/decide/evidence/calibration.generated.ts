import type { Calibration } from "./calibration-types.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.366,
    "windowedPca": 0.376,
    "autoregressiveInnovation": 0.354,
    "levelShift": 0.146,
    "cycleFreeze": 0.557,
    "cycleBurst": 0.624,
    "cycleRamp": 0.27,
    "cycleLevel": 0.455,
    "cycleLag": 0.537,
    "cycleShape": 0.304,
    "cycleNeighbour": 0.241
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.355,
      "windowedPca": 0.335,
      "autoregressiveInnovation": 0.193,
      "levelShift": 0.116,
      "cycleFreeze": 0.079,
      "cycleBurst": 0.048,
      "cycleRamp": 0.112,
      "cycleLevel": 0.165,
      "cycleLag": 0.035,
      "cycleShape": 0.036,
      "cycleNeighbour": 0.08,
      "ctx_mean": 0.291,
      "ctx_max": 0.3,
      "ctx_wide": -0.087,
      "second": 0.307,
      "sum": 0.578,
      "alone": 0.404,
      "alone_z": 0.211,
      "recur": -0.297,
      "anniv": -0.252,
      "prod": 0.582,
      "flatRun": 0.225,
      "nz": 0.1555,
      "nzl": 0.10475,
      "nmean": 0.07525,
      "nfound": 0.08225,
      "nlevel": 0.05925,
      "nctx": 0.0815,
      "nwide": -0.0655,
      "nalone": 0.038,
      "both": 0.06625,
      "msum": 0.1395,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.042,
        7.135,
        8.021,
        9.286
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.548,
      "blocks": 69.9,
      "growth": 0.75
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
        0.4333,
        0.4917,
        0.625,
        0.8333,
        1.5083,
        2.8083
      ],
      "blocks": 70.1,
      "growth": 0.75
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.103,
      "windowedPca": 0.211,
      "autoregressiveInnovation": 0.089,
      "levelShift": 0.084,
      "cycleFreeze": 0.111,
      "cycleBurst": 0.082,
      "cycleRamp": 0.09,
      "cycleLevel": 0.099,
      "cycleLag": 0.061,
      "cycleShape": 0.066,
      "cycleNeighbour": 0.068,
      "ctx_mean": 0.187,
      "ctx_max": 0.167,
      "ctx_wide": -0.138,
      "second": 0.175,
      "sum": 0.431,
      "alone": 0.268,
      "alone_z": 0.009,
      "recur": -0.292,
      "anniv": -0.287,
      "prod": 0.514,
      "nz": 0.622,
      "msum": 0.558,
      "nzl": 0.419,
      "both": 0.265,
      "nmean": 0.301,
      "nfound": 0.329,
      "nctx": 0.326,
      "nwide": -0.262,
      "nlevel": 0.237,
      "nalone": 0.152,
      "flatRun": 0.228,
      "former": 1
    },
    "curve": {
      "evidence": [
        7.033,
        8.034,
        8.946,
        9.649
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.987,
      "blocks": 88.9,
      "growth": 0.75
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
        0.0236,
        0.0912,
        0.2365,
        0.5,
        0.8885,
        1.6858,
        3.0709
      ],
      "blocks": 87.9,
      "growth": 0.75
    }
  }
};
