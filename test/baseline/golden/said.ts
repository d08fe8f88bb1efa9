import { expect } from "vitest";
import type { FittedModel, Step } from "../../../kernel-lib/src/baseline/types.js";
import { farthest } from "./golden.js";

/** What the oracle says of a series of a kind. */
export interface Said {
  readonly expected: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly usual: number[];
  readonly usual_lower: number[];
  readonly usual_upper: number[];
  readonly z: number[];
  readonly zlocal: number[];
  readonly kind: string;
  readonly runs: [number, number, number][];
}

export interface SaidCase {
  readonly values: number[];
  readonly step: Step;
  readonly said: Said;
}

/** Asserts that a model says the same as the oracle, but for rows that tell nothing. */
export function expectSaid(
  model: FittedModel,
  said: Said,
  tolerance: number = 1e-6,
  judged: (row: number) => boolean = () => true,
): void {
  const pairs = [
    ["expected", model.expected, said.expected],
    ["lower", model.lower, said.lower],
    ["upper", model.upper, said.upper],
    ["usual", model.usual, said.usual],
    ["usualLower", model.usualLower, said.usual_lower],
    ["usualUpper", model.usualUpper, said.usual_upper],
    ["z", model.z, said.z],
    ["innovation", model.innovation, said.zlocal],
  ] as const;
  const differences = pairs.map(
    ([name, actual, wanted]) =>
      [
        name,
        farthest(
          actual.filter((_, row) => judged(row)),
          wanted.filter((_, row) => judged(row)),
        ),
      ] as const,
  );
  // The oracle's normal quantiles are approximate beyond e^-30.
  const most = (name: string): number =>
    name === "z" || name === "innovation" ? Math.max(tolerance, 5e-4) : tolerance;
  expect(differences.filter(([name, difference]) => !(difference < most(name)))).toEqual([]);
  expect(model.stays.map(({ start, end }) => [start, end])).toEqual(said.runs.map(([start, end]) => [start, end]));
  expect(
    farthest(
      model.stays.map(({ logP }) => logP),
      said.runs.map(([, , logP]) => logP),
    ),
  ).toBeLessThan(tolerance);
}
