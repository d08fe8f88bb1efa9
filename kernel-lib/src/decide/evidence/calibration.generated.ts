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
      "seasonalResidual": 0.408,
      "windowedPca": 0.351,
      "autoregressiveInnovation": 0.255,
      "levelShift": 0.132,
      "cycleFreeze": 0.042,
      "cycleBurst": 0.037,
      "cycleRamp": 0.088,
      "cycleLevel": 0.164,
      "cycleLag": 0,
      "cycleShape": 0.013,
      "cycleNeighbour": 0.065,
      "ctx_mean": 0.261,
      "ctx_max": 0.302,
      "ctx_wide": -0.128,
      "second": 0.283,
      "sum": 0.573,
      "alone": 0.41,
      "alone_z": 0.286,
      "recur": -0.315,
      "anniv": -0.202,
      "prod": 0.587,
      "flatRun": 0.213,
      "nz": 0.16325,
      "nzl": 0.114,
      "nmean": 0.07275,
      "nfound": 0.077,
      "nlevel": 0.05875,
      "nctx": 0.08175,
      "nwide": -0.062,
      "nalone": 0.0445,
      "both": 0.074,
      "msum": 0.13875,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.018,
        7.129,
        7.962,
        9.147
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
        0.6007,
        1.309,
        2.336
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.134,
      "windowedPca": 0.22,
      "autoregressiveInnovation": 0.12,
      "levelShift": 0.108,
      "cycleFreeze": 0.076,
      "cycleBurst": 0.062,
      "cycleRamp": 0.055,
      "cycleLevel": 0.095,
      "cycleLag": 0.027,
      "cycleShape": 0.044,
      "cycleNeighbour": 0.05,
      "ctx_mean": 0.167,
      "ctx_max": 0.169,
      "ctx_wide": -0.171,
      "second": 0.15,
      "sum": 0.425,
      "alone": 0.271,
      "alone_z": 0.048,
      "recur": -0.325,
      "anniv": -0.238,
      "prod": 0.519,
      "nz": 0.653,
      "msum": 0.555,
      "nzl": 0.456,
      "both": 0.296,
      "nmean": 0.291,
      "nfound": 0.308,
      "nctx": 0.327,
      "nwide": -0.248,
      "nlevel": 0.235,
      "nalone": 0.178,
      "flatRun": 0.217,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.978,
        8.017,
        8.958,
        9.666
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
        0.1604,
        0.4206,
        0.8251,
        1.463,
        2.641
      ],
      "blocks": 87.6,
      "growth": 0.4
    }
  }
};
