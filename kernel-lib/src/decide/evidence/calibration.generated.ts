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
      "seasonalResidual": 0.405,
      "windowedPca": 0.356,
      "autoregressiveInnovation": 0.252,
      "levelShift": 0.134,
      "cycleFreeze": 0.041,
      "cycleBurst": 0.036,
      "cycleRamp": 0.086,
      "cycleLevel": 0.164,
      "cycleLag": 0,
      "cycleShape": 0.012,
      "cycleNeighbour": 0.064,
      "ctx_mean": 0.26,
      "ctx_max": 0.302,
      "ctx_wide": -0.127,
      "second": 0.283,
      "sum": 0.572,
      "alone": 0.415,
      "alone_z": 0.283,
      "recur": -0.314,
      "anniv": -0.209,
      "prod": 0.577,
      "flatRun": 0.212,
      "nz": 0.16325,
      "nzl": 0.114,
      "nmean": 0.07275,
      "nfound": 0.0765,
      "nlevel": 0.05625,
      "nctx": 0.082,
      "nwide": -0.06225,
      "nalone": 0.04475,
      "both": 0.07325,
      "msum": 0.13875,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.012,
        7.122,
        7.951,
        9.136
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.585,
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
        1.309,
        2.34
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.134,
      "windowedPca": 0.224,
      "autoregressiveInnovation": 0.12,
      "levelShift": 0.111,
      "cycleFreeze": 0.074,
      "cycleBurst": 0.06,
      "cycleRamp": 0.051,
      "cycleLevel": 0.094,
      "cycleLag": 0.025,
      "cycleShape": 0.042,
      "cycleNeighbour": 0.048,
      "ctx_mean": 0.165,
      "ctx_max": 0.169,
      "ctx_wide": -0.172,
      "second": 0.152,
      "sum": 0.423,
      "alone": 0.277,
      "alone_z": 0.047,
      "recur": -0.329,
      "anniv": -0.243,
      "prod": 0.512,
      "nz": 0.653,
      "msum": 0.555,
      "nzl": 0.456,
      "both": 0.293,
      "nmean": 0.291,
      "nfound": 0.306,
      "nctx": 0.328,
      "nwide": -0.249,
      "nlevel": 0.225,
      "nalone": 0.179,
      "flatRun": 0.217,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.96,
        7.984,
        8.94,
        9.648
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.978,
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
        0.001465,
        0.002924,
        0.005833,
        0.01164,
        0.02322,
        0.04634,
        0.1622,
        0.4224,
        0.8287,
        1.467,
        2.65
      ],
      "blocks": 87.6,
      "growth": 0.4
    }
  }
};
