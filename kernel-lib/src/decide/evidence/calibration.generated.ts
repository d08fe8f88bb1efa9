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
      "seasonalResidual": 0.398,
      "windowedPca": 0.354,
      "autoregressiveInnovation": 0.242,
      "levelShift": 0.135,
      "cycleFreeze": 0.04,
      "cycleBurst": 0.038,
      "cycleRamp": 0.085,
      "cycleLevel": 0.165,
      "cycleLag": 0.002,
      "cycleShape": 0.014,
      "cycleNeighbour": 0.067,
      "ctx_mean": 0.262,
      "ctx_max": 0.305,
      "ctx_wide": -0.125,
      "second": 0.279,
      "sum": 0.571,
      "alone": 0.423,
      "alone_z": 0.263,
      "recur": -0.317,
      "anniv": -0.203,
      "prod": 0.582,
      "flatRun": 0.212,
      "nz": 0.16025,
      "nzl": 0.11075,
      "nmean": 0.06825,
      "nfound": 0.0885,
      "nlevel": 0.05225,
      "nctx": 0.078,
      "nwide": -0.063,
      "nalone": 0.04175,
      "both": 0.0715,
      "msum": 0.13425,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.965,
        7.067,
        8.036,
        9.086
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.66,
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
        0.3138,
        0.5918,
        1.242,
        2.282
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.122,
      "windowedPca": 0.221,
      "autoregressiveInnovation": 0.112,
      "levelShift": 0.113,
      "cycleFreeze": 0.076,
      "cycleBurst": 0.059,
      "cycleRamp": 0.054,
      "cycleLevel": 0.097,
      "cycleLag": 0.021,
      "cycleShape": 0.034,
      "cycleNeighbour": 0.047,
      "ctx_mean": 0.17,
      "ctx_max": 0.175,
      "ctx_wide": -0.173,
      "second": 0.144,
      "sum": 0.423,
      "alone": 0.286,
      "alone_z": 0.021,
      "recur": -0.334,
      "anniv": -0.224,
      "prod": 0.516,
      "nz": 0.641,
      "msum": 0.537,
      "nzl": 0.443,
      "both": 0.286,
      "nmean": 0.273,
      "nfound": 0.354,
      "nctx": 0.312,
      "nwide": -0.252,
      "nlevel": 0.209,
      "nalone": 0.167,
      "flatRun": 0.215,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.818,
        7.843,
        8.805,
        9.485
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 1.019,
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
        0.0008996,
        0.001795,
        0.003581,
        0.007146,
        0.01426,
        0.04455,
        0.1747,
        0.4277,
        0.802,
        1.428,
        2.604
      ],
      "blocks": 87.6,
      "growth": 0.4
    }
  }
};
