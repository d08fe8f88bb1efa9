import type { Calibration } from "./calibration-types.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.367,
    "windowedPca": 0.377,
    "autoregressiveInnovation": 0.355,
    "levelShift": 0.146,
    "cycleFreeze": 0.552,
    "cycleBurst": 0.638,
    "cycleRamp": 0.268,
    "cycleLevel": 0.458,
    "cycleLag": 0.559,
    "cycleShape": 0.305,
    "cycleNeighbour": 0.232
  },
  "minutes": {
    "weights": {
      "seasonalResidual": 0.401,
      "windowedPca": 0.358,
      "autoregressiveInnovation": 0.243,
      "levelShift": 0.136,
      "cycleFreeze": 0.04,
      "cycleBurst": 0.036,
      "cycleRamp": 0.084,
      "cycleLevel": 0.165,
      "cycleLag": 0.001,
      "cycleShape": 0.014,
      "cycleNeighbour": 0.066,
      "ctx_mean": 0.261,
      "ctx_max": 0.302,
      "ctx_wide": -0.127,
      "second": 0.283,
      "sum": 0.571,
      "alone": 0.422,
      "alone_z": 0.266,
      "recur": -0.321,
      "anniv": -0.209,
      "prod": 0.581,
      "flatRun": 0.212,
      "nz": 0.1605,
      "nzl": 0.1115,
      "nmean": 0.07375,
      "nfound": 0.0895,
      "nlevel": 0.0565,
      "nctx": 0.08175,
      "nwide": -0.06225,
      "nalone": 0.04175,
      "both": 0.07025,
      "msum": 0.13825,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.977,
        7.078,
        8.05,
        9.105
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
        0.6007,
        1.255,
        2.3
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.123,
      "windowedPca": 0.221,
      "autoregressiveInnovation": 0.105,
      "levelShift": 0.112,
      "cycleFreeze": 0.076,
      "cycleBurst": 0.057,
      "cycleRamp": 0.05,
      "cycleLevel": 0.094,
      "cycleLag": 0.02,
      "cycleShape": 0.033,
      "cycleNeighbour": 0.045,
      "ctx_mean": 0.166,
      "ctx_max": 0.168,
      "ctx_wide": -0.174,
      "second": 0.144,
      "sum": 0.419,
      "alone": 0.286,
      "alone_z": 0.026,
      "recur": -0.339,
      "anniv": -0.232,
      "prod": 0.517,
      "nz": 0.642,
      "msum": 0.553,
      "nzl": 0.446,
      "both": 0.281,
      "nmean": 0.295,
      "nfound": 0.358,
      "nctx": 0.327,
      "nwide": -0.249,
      "nlevel": 0.226,
      "nalone": 0.167,
      "flatRun": 0.217,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.82,
        7.845,
        8.818,
        9.508
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 1.004,
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
        0.001405,
        0.002804,
        0.005594,
        0.01116,
        0.02227,
        0.04443,
        0.1689,
        0.4195,
        0.7945,
        1.429,
        2.6
      ],
      "blocks": 87.6,
      "growth": 0.35
    }
  }
};
