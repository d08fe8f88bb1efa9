import { exp, log } from "../numeric/math.js";
import type { Transform, TransformName } from "./types.js";

export type { Transform } from "./types.js";

/** Share of the reference that is added before a root or a logarithm is taken. */
const ROOT_START = 0.05;
const LOG_START = 0.02;
/** Share of the top by which a logit keeps off both ends. */
const LOGIT_START = 0.002;

const NONE: Transform = { name: "none", forward: (y) => y, inverse: (x) => x, logSlope: () => 0 };

/**
 * The transform of that name.
 *
 * @param reference median of the positive values: what is little and what is much
 * @param top largest possible value, for the logit only
 */
export function transformOf(name: TransformName, reference: number, top: number = 1): Transform {
  if (name === "root") return root(ROOT_START * reference);
  if (name === "logarithm") return logarithm(LOG_START * reference);
  return name === "logit" ? logit(top) : NONE;
}

/** The same transform of values times a factor: one that keeps squares of very large and very small values in range. */
export function inUnits(transform: Transform, factor: number): Transform {
  if (factor === 1) return transform;
  return {
    name: transform.name,
    forward: (y) => transform.forward(y * factor),
    inverse: (x) => transform.inverse(x) / factor,
    logSlope: (y) => transform.logSlope(y * factor),
  };
}

function root(start: number): Transform {
  return {
    name: "root",
    forward: (y) => 2 * Math.sqrt(Math.max(y, 0) + start),
    inverse: (x) => {
      const positive = Math.max(x, 0);
      return Math.max((positive * positive) / 4 - start, 0);
    },
    logSlope: (y) => -0.5 * log(Math.max(y, 0) + start),
  };
}

function logarithm(start: number): Transform {
  return {
    name: "logarithm",
    forward: (y) => log(Math.max(y, 0) + start),
    inverse: (x) => Math.max(exp(Math.min(x, 600)) - start, 0),
    logSlope: (y) => -log(Math.max(y, 0) + start),
  };
}

function logit(top: number): Transform {
  const start = LOGIT_START * top;
  const within = (y: number): number => Math.min(top, Math.max(0, y));
  return {
    name: "logit",
    forward: (y) => log((within(y) + start) / (top - within(y) + start)),
    inverse: (x) => within(top + start - (top + 2 * start) / (1 + exp(Math.min(40, Math.max(-40, x))))),
    logSlope: (y) => log(1 / (within(y) + start) + 1 / (top - within(y) + start)),
  };
}
