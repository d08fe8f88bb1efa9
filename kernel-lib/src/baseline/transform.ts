import { exp, log } from "../numeric/math.js";
import type { Transform, TransformName, TransformTerms } from "./types.js";

export type { Transform } from "./types.js";

/** Share of the reference that is added before a root or a logarithm is taken. */
const ROOT_START = 0.05;
const LOG_START = 0.02;
/** Share of the top by which a logit keeps off both ends. */
const LOGIT_START = 0.002;

/**
 * The transform of that name.
 *
 * @param reference median of the positive values: what is little and what is much
 * @param top largest possible value, for the logit only
 */
export function transformOf(name: TransformName, reference: number, top: number = 1): Transform {
  const start = { none: 0, root: ROOT_START * reference, logarithm: LOG_START * reference, logit: LOGIT_START * top };
  return new ScaleTransform(name, { start: start[name], top, factor: 1, centre: 0 });
}

/** The same transform of values times a factor: one that keeps squares of very large and very small values in range. */
export function inUnits({ name, terms }: Transform, factor: number): Transform {
  return new ScaleTransform(name, { ...terms, factor });
}

/** The same transform less `centre`: a level far from 0 costs the fits no digits. */
export function aboutCentre({ name, terms }: Transform, centre: number): Transform {
  return new ScaleTransform(name, { ...terms, centre });
}

/**
 * All scales in one class: a function of its own for each series would be compiled anew for each, for the engine drops the code
 * of a function with the function.
 */
class ScaleTransform implements Transform {
  private readonly start: number;
  private readonly top: number;
  private readonly factor: number;
  private readonly centre: number;

  constructor(
    readonly name: TransformName,
    readonly terms: TransformTerms,
  ) {
    ({ start: this.start, top: this.top, factor: this.factor, centre: this.centre } = terms);
  }

  forward(y: number): number {
    const value = y * this.factor;
    switch (this.name) {
      case "none":
        return value - this.centre;
      case "root":
        return 2 * Math.sqrt(Math.max(value, 0) + this.start) - this.centre;
      case "logarithm":
        return log(Math.max(value, 0) + this.start) - this.centre;
      case "logit": {
        const share = this.within(value);
        return log((share + this.start) / (this.top - share + this.start)) - this.centre;
      }
    }
  }

  inverse(x: number): number {
    return this.plainInverse(x + this.centre) / this.factor;
  }

  logSlope(y: number): number {
    const value = y * this.factor;
    switch (this.name) {
      case "none":
        return 0;
      case "root":
        return -0.5 * log(Math.max(value, 0) + this.start);
      case "logarithm":
        return -log(Math.max(value, 0) + this.start);
      case "logit": {
        const share = this.within(value);
        return log(1 / (share + this.start) + 1 / (this.top - share + this.start));
      }
    }
  }

  private plainInverse(x: number): number {
    const { start, top } = this;
    switch (this.name) {
      case "none":
        return x;
      case "root": {
        const positive = Math.max(x, 0);
        return Math.max((positive * positive) / 4 - start, 0);
      }
      case "logarithm":
        return Math.max(exp(Math.min(x, 600)) - start, 0);
      case "logit":
        return this.within(top + start - (top + 2 * start) / (1 + exp(Math.min(40, Math.max(-40, x)))));
    }
  }

  /** A share within what it can be. */
  private within(share: number): number {
    return Math.min(this.top, Math.max(0, share));
  }
}
