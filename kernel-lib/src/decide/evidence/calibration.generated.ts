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
    "cycleLevel": 0.457,
    "cycleLag": 0.559,
    "cycleShape": 0.305,
    "cycleNeighbour": 0.233
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.39,
      "windowedPca": 0.355,
      "autoregressiveInnovation": 0.237,
      "levelShift": 0.135,
      "cycleFreeze": 0.037,
      "cycleBurst": 0.029,
      "cycleRamp": 0.084,
      "cycleLevel": 0.166,
      "cycleLag": 0.005,
      "cycleShape": 0.018,
      "cycleNeighbour": 0.058,
      "ctx_mean": 0.264,
      "ctx_max": 0.306,
      "ctx_wide": -0.126,
      "second": 0.282,
      "sum": 0.57,
      "alone": 0.424,
      "alone_z": 0.263,
      "recur": -0.319,
      "anniv": -0.193,
      "prod": 0.577,
      "flatRun": 0.212,
      "nz": 0.1585,
      "nzl": 0.1105,
      "nmean": 0.06675,
      "nfound": 0.09325,
      "nlevel": 0.052,
      "nctx": 0.07675,
      "nwide": -0.0625,
      "nalone": 0.04025,
      "both": 0.06925,
      "msum": 0.13375,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.939,
        7.036,
        8.14,
        9.048
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.763,
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
        0.003694,
        0.007371,
        0.01471,
        0.02934,
        0.05855,
        0.1168,
        0.2112,
        0.337,
        0.6155,
        1.213,
        2.242
      ],
      "blocks": 67.7,
      "growth": 0.45
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.116,
      "windowedPca": 0.221,
      "autoregressiveInnovation": 0.111,
      "levelShift": 0.114,
      "cycleFreeze": 0.072,
      "cycleBurst": 0.055,
      "cycleRamp": 0.048,
      "cycleLevel": 0.095,
      "cycleLag": 0.023,
      "cycleShape": 0.034,
      "cycleNeighbour": 0.04,
      "ctx_mean": 0.171,
      "ctx_max": 0.176,
      "ctx_wide": -0.174,
      "second": 0.145,
      "sum": 0.423,
      "alone": 0.282,
      "alone_z": 0.015,
      "recur": -0.336,
      "anniv": -0.214,
      "prod": 0.511,
      "nz": 0.634,
      "msum": 0.535,
      "nzl": 0.442,
      "both": 0.277,
      "nmean": 0.267,
      "nfound": 0.373,
      "nctx": 0.307,
      "nwide": -0.25,
      "nlevel": 0.208,
      "nalone": 0.161,
      "flatRun": 0.215,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.741,
        7.749,
        8.705,
        9.393
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 1.008,
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
      "backed": 1,
      "alone": 1.75
    },
    "dial": {
      "expected": [
        0.001121,
        0.002238,
        0.004465,
        0.008908,
        0.01777,
        0.06576,
        0.1848,
        0.4479,
        0.8211,
        1.454,
        2.647
      ],
      "blocks": 87.6,
      "growth": 0.35
    }
  }
};
