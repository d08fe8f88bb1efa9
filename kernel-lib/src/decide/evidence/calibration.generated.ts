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
      "seasonalResidual": 0.399,
      "windowedPca": 0.354,
      "autoregressiveInnovation": 0.243,
      "levelShift": 0.135,
      "cycleFreeze": 0.041,
      "cycleBurst": 0.037,
      "cycleRamp": 0.085,
      "cycleLevel": 0.165,
      "cycleLag": 0.001,
      "cycleShape": 0.014,
      "cycleNeighbour": 0.067,
      "ctx_mean": 0.262,
      "ctx_max": 0.305,
      "ctx_wide": -0.125,
      "second": 0.28,
      "sum": 0.571,
      "alone": 0.422,
      "alone_z": 0.263,
      "recur": -0.317,
      "anniv": -0.203,
      "prod": 0.582,
      "flatRun": 0.212,
      "nz": 0.16025,
      "nzl": 0.111,
      "nmean": 0.06825,
      "nfound": 0.08775,
      "nlevel": 0.05225,
      "nctx": 0.07825,
      "nwide": -0.063,
      "nalone": 0.042,
      "both": 0.0715,
      "msum": 0.13425,
      "former": 1
    },
    "curve": {
      "evidence": [
        5.969,
        7.068,
        8.038,
        9.09
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 0.659,
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
        1.246,
        2.295
      ],
      "blocks": 67.7,
      "growth": 0.4
    }
  },
  "other": {
    "weights": {
      "seasonalResidual": 0.122,
      "windowedPca": 0.221,
      "autoregressiveInnovation": 0.111,
      "levelShift": 0.114,
      "cycleFreeze": 0.076,
      "cycleBurst": 0.058,
      "cycleRamp": 0.053,
      "cycleLevel": 0.097,
      "cycleLag": 0.021,
      "cycleShape": 0.034,
      "cycleNeighbour": 0.046,
      "ctx_mean": 0.169,
      "ctx_max": 0.175,
      "ctx_wide": -0.173,
      "second": 0.145,
      "sum": 0.423,
      "alone": 0.286,
      "alone_z": 0.021,
      "recur": -0.334,
      "anniv": -0.225,
      "prod": 0.516,
      "nz": 0.641,
      "msum": 0.537,
      "nzl": 0.444,
      "both": 0.286,
      "nmean": 0.273,
      "nfound": 0.351,
      "nctx": 0.313,
      "nwide": -0.252,
      "nlevel": 0.209,
      "nalone": 0.168,
      "flatRun": 0.215,
      "former": 1
    },
    "curve": {
      "evidence": [
        6.817,
        7.843,
        8.8,
        9.481
      ],
      "lnExpected": [
        2.0794,
        1.3863,
        0.6931,
        0
      ],
      "slope": 1.017,
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
      "alone": 1.75
    },
    "dial": {
      "expected": [
        0.001183,
        0.002361,
        0.004712,
        0.009401,
        0.01876,
        0.03743,
        0.1693,
        0.4206,
        0.8091,
        1.436,
        2.62
      ],
      "blocks": 87.6,
      "growth": 0.4
    }
  }
};
