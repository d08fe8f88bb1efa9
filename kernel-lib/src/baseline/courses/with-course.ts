import { pow } from "../../numeric/math.js";
import { cyclesFor } from "../seasons/cycles.js";
import type { BaselineInput, ExpectedRanges, FittedModel } from "../types.js";

/**
 * A series that is a known course times something: what is left is modelled, and told times the course again. z, findings and
 * sizes on a logarithm are the same on both. O(n).
 *
 * @param course above 0, one a row; 1 where it says nothing
 * @param fit models the series without the course
 */
export function withCourse(
  input: BaselineInput,
  course: Float64Array,
  fit: (left: BaselineInput) => FittedModel,
): FittedModel {
  const model = fit({ ...input, values: input.values.map((value, i) => value / course[i]) });
  const told = (column: Float64Array): Float64Array => column.map((value, i) => value * course[i]);
  const ranges: ExpectedRanges = {
    expected: told(model.expected),
    lower: told(model.lower),
    upper: told(model.upper),
    usual: told(model.usual),
    usualLower: told(model.usualLower),
    usualUpper: told(model.usualUpper),
  };
  return {
    ...model,
    ...ranges,
    undated: model.undated ? { ...model.undated, expected: told(model.undated.expected) } : null,
    changes: model.changes.map((change) => ({
      ...change,
      from: change.from * course[change.row],
      to: change.to * course[change.row],
    })),
    growthPerYear: growthWith(model, course, cyclesFor(input).rowsPerYear),
  };
}

/** The growth of what is left together with that of the course over the last year, or the whole series where it is shorter. */
function growthWith(
  { growthPerYear, transform, expected }: FittedModel,
  course: Float64Array,
  rowsPerYear: number,
): number | null {
  if (growthPerYear === null) return null;
  const last = course.length - 1;
  const rows = Math.min(last, Math.round(rowsPerYear));
  const ratio = pow(course[last] / course[last - rows], rowsPerYear / rows);
  if (transform === "logarithm") return (1 + growthPerYear) * ratio - 1;
  return growthPerYear * course[last] + ((course[last] - course[last - rows]) * expected[last] * rowsPerYear) / rows;
}
