import type { Calibration } from "./calibration-types.js";

/** Written by `npm run calibrate`: what generated series of fixed seeds teach. Never changed by hand. */
export const CALIBRATION: Calibration = {
  "least": {
    "seasonalResidual": 0.367,
    "windowedPca": 0.376,
    "autoregressiveInnovation": 0.354,
    "levelShift": 0.145,
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
      "seasonalResidual": 0.409,
      "windowedPca": 0.356,
      "autoregressiveInnovation": 0.255,
      "levelShift": 0.133,
      "cycleFreeze": 0.039,
      "cycleBurst": 0.034,
      "cycleRamp": 0.083,
      "cycleLevel": 0.161,
      "cycleLag": 0,
      "cycleShape": 0.009,
      "cycleNeighbour": 0.062,
      "ctx_mean": 0.261,
      "ctx_max": 0.303,
      "ctx_wide": -0.128,
      "second": 0.279,
      "sum": 0.573,
      "alone": 0.413,
      "alone_z": 0.287,
      "recur": -0.317,
      "anniv": -0.205,
      "prod": 0.571,
      "flatRun": 0.214,
      "nz": 0.16325,
      "nzl": 0.114,
      "nmean": 0.07275,
      "nfound": 0.077,
      "nlevel": 0.05875,
      "nctx": 0.082,
      "nwide": -0.062,
      "nalone": 0.0445,
      "both": 0.07375,
      "msum": 0.139,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.111,
        7.245,
        8.106,
        9.276
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.592,
      "blocks": 67.7,
      "growth": 0.85
    },
    "usual": 0.1,
    "steps": {
      "points": {
        "lone": 1.4,
        "slope": 0.55,
        "least": 0.98
      },
      "cycles": {
        "lone": 1.4,
        "slope": 0.55,
        "least": 0.84
      }
    },
    "findings": {
      "backed": 0.15,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.006521,
        0.01301,
        0.02596,
        0.0518,
        0.1034,
        0.2062,
        0.2959,
        0.4438,
        0.668,
        1.358,
        2.354
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.135,
      "windowedPca": 0.224,
      "autoregressiveInnovation": 0.12,
      "levelShift": 0.109,
      "cycleFreeze": 0.074,
      "cycleBurst": 0.06,
      "cycleRamp": 0.051,
      "cycleLevel": 0.093,
      "cycleLag": 0.025,
      "cycleShape": 0.042,
      "cycleNeighbour": 0.048,
      "ctx_mean": 0.167,
      "ctx_max": 0.171,
      "ctx_wide": -0.172,
      "second": 0.147,
      "sum": 0.425,
      "alone": 0.274,
      "alone_z": 0.049,
      "recur": -0.326,
      "anniv": -0.24,
      "prod": 0.505,
      "nz": 0.653,
      "msum": 0.556,
      "nzl": 0.456,
      "both": 0.295,
      "nmean": 0.291,
      "nfound": 0.308,
      "nctx": 0.328,
      "nwide": -0.248,
      "nlevel": 0.235,
      "nalone": 0.178,
      "flatRun": 0.217,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.966,
        8.002,
        8.947,
        9.654
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.98,
      "blocks": 88.5,
      "growth": 0.7
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
      "backed": 0.4,
      "alone": 3.5
    },
    "dial": {
      "expected": [
        0.001353,
        0.002699,
        0.005385,
        0.01074,
        0.02144,
        0.04277,
        0.1568,
        0.4224,
        0.8251,
        1.463,
        2.643
      ],
      "blocks": 87.6,
      "growth": 0.4
    }
  }
};
