import type { Evidence, ExpectedRanges, FittedModel, Stay } from "./types.js";

/** Evidence of a kind whose rows do not remember each other. */
export const NO_MEMORY: Evidence = {
  memory: { factor: 0, share: 0 },
  autoregression: null,
  medianRest: 1,
  wanders: false,
  rawZ: null,
  fit: null,
  yearTimes: null,
};

/** What a model without transform, seasons and changes must say. */
export interface PlainParts extends ExpectedRanges {
  readonly kind: FittedModel["kind"];
  readonly z: Float64Array;
  /** The same as `z` where neighbouring rows say nothing. */
  readonly innovation?: Float64Array;
  readonly weight: Float64Array;
  readonly stays: readonly Stay[];
  readonly unit: number;
}

/** A fitted model of a kind that has neither a transform nor changes of its level. */
export function plainModel(parts: PlainParts): FittedModel {
  return {
    innovation: parts.z,
    leftOut: new Uint8Array(parts.z.length),
    transform: "none",
    seasons: [],
    changes: [],
    dates: [],
    noise: null,
    growthPerYear: null,
    yearStrength: null,
    course: null,
    evidence: NO_MEMORY,
    ...parts,
  };
}

/** 1 for rows that are known and may teach, else 0. */
export function teachingWeights(values: Float64Array, excluded: Uint8Array | null): Float64Array {
  return values.map((value, row) => Number(Number.isFinite(value) && excluded?.[row] !== 1));
}
