import { CHANGE } from "./kept-rows.js";
import { predictionOf, type Prediction } from "./prediction.js";

/** The prediction without one of the kept rows, by the difference that it makes to the inverse. O(size²). */
export function withoutRow({ inverse }: Prediction, values: Float64Array, row: number): Prediction {
  const size = values.length;
  const fewer = new Float64Array((size - 1) * (size - 1));
  const pivot = inverse[row * size + row];
  for (let i = 0, to = 0; i < size; i++) {
    if (i === row) continue;
    const factor = inverse[i * size + row] / pivot;
    for (let j = 0; j < size; j++)
      if (j !== row) fewer[to++] = inverse[i * size + j] - factor * inverse[row * size + j];
  }
  return predictionOf(
    fewer,
    values.filter((_, i) => i !== row),
  );
}

/** The prediction with one more level change, from `row` of the table on. O(size²). Sherman and Morrison 1950. */
export function withChange({ inverse }: Prediction, values: Float64Array, rows: Int32Array, row: number): Prediction {
  const size = values.length;
  const first = rows.findIndex((other) => other >= row);
  const sums = new Float64Array(size);
  let power = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = first; j < size; j++) sum += inverse[i * size + j];
    sums[i] = sum;
    if (i >= first) power += sum;
  }
  const factor = CHANGE / (1 + CHANGE * power);
  const changed = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) changed[i * size + j] = inverse[i * size + j] - factor * sums[i] * sums[j];
  return predictionOf(changed, values);
}
