import type { InjectionKindId } from "./injection-kind-id.js";
import type { Random } from "../../numeric/random.js";

export type { InjectionKindId } from "./injection-kind-id.js";

/** What one planted event is made of. */
export interface Planting {
  /** The values of the series; the event is written into them from `start` on. */
  readonly values: Float64Array;
  readonly start: number;
  /** Points of a lasting event. */
  readonly length: number;
  /** Size in units of the KPI. */
  readonly amount: number;
  readonly random: Random;
}

/** A kind of anomaly that can be planted. */
export interface InjectionKind {
  readonly title: string;
  /** One sentence: what happens to the KPI. */
  readonly summary: string;
  /** Whether the event lasts; else it is one point. */
  readonly lasting: boolean;
  /** Whether its size matters; else only that it is there. */
  readonly sized: boolean;
  readonly plant: (planting: Planting) => void;
}

/** THE REGISTER of anomalies that can be planted. */
export const injectionKinds: Readonly<Record<InjectionKindId, InjectionKind>> = {
  spike: {
    title: "spike",
    summary: "One point is too high.",
    lasting: false,
    sized: true,
    plant: ({ values, start, amount }) => {
      values[start] += amount;
    },
  },
  dip: {
    title: "dip",
    summary: "One point is too low.",
    lasting: false,
    sized: true,
    plant: ({ values, start, amount }) => {
      values[start] -= amount;
    },
  },
  levelShift: {
    title: "level shift",
    summary: "All points are too high for a while.",
    lasting: true,
    sized: true,
    plant: ({ values, start, length, amount }) => {
      for (let i = 0; i < length; i++) values[start + i] += amount;
    },
  },
  drift: {
    title: "drift",
    summary: "The level climbs to the full size, then falls back at once.",
    lasting: true,
    sized: true,
    plant: ({ values, start, length, amount }) => {
      for (let i = 0; i < length; i++) values[start + i] += (amount * (i + 1)) / length;
    },
  },
  flatLine: {
    title: "flat line",
    summary: "The last value is repeated, as by a sensor that hangs.",
    lasting: true,
    sized: false,
    plant: ({ values, start, length }) => {
      values.fill(values[start], start, start + length);
    },
  },
  varianceBurst: {
    title: "variance burst",
    summary: "The points scatter wildly around where they were.",
    lasting: true,
    sized: true,
    plant: ({ values, start, length, amount, random }) => {
      for (let i = 0; i < length; i++) values[start + i] += amount * random.normal();
    },
  },
  missingPeriod: {
    title: "missing period",
    summary: "The values are missing for a while.",
    lasting: true,
    sized: false,
    plant: ({ values, start, length }) => {
      values.fill(NaN, start, start + length);
    },
  },
};

/** Name of the verdict of all detectors among the recalls. */
export const DECISION = "decision";
