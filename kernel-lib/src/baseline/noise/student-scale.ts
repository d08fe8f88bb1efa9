import { cos, exp } from "../../numeric/math.js";
import { studentLogDensity, studentLogTail, studentQuantile } from "../../numeric/distributions/student.js";

/** Share of the rows, by size, that are the body. */
export const BODY = 0.93;
/** Middles that the body is divided into. */
const POINTS = 200;
/** Chebyshev points over 1/degrees that give the mean square to 1e-10. */
const NODES = 20;
const [LEAST, MOST] = [0.019, 0.46];

let coefficients: Float64Array | null = null;

/**
 * Mean square of the body of a Student variable: of the 93 % smallest in size, over 200 equal shares. Kept as a Chebyshev
 * series over 1/degrees, which is laid out once. `degrees` from 2.2 to 50.
 */
export function studentBodySquare(degrees: number): number {
  coefficients ??= chebyshev();
  const x = (2 / degrees - LEAST - MOST) / (MOST - LEAST);
  let [b1, b2] = [0, 0];
  for (let k = NODES - 1; k > 0; k--) [b1, b2] = [coefficients[k] + 2 * x * b1 - b2, b1];
  return coefficients[0] / 2 + x * b1 - b2;
}

function chebyshev(): Float64Array {
  const values = Float64Array.from({ length: NODES }, (_, k) =>
    meanSquare(2 / (LEAST + MOST + (MOST - LEAST) * cos((Math.PI * (k + 0.5)) / NODES))),
  );
  return Float64Array.from({ length: NODES }, (_, j) => {
    let sum = 0;
    for (let k = 0; k < NODES; k++) sum += values[k] * cos((Math.PI * j * (k + 0.5)) / NODES);
    return (2 / NODES) * sum;
  });
}

/** Each quantile from the one before: a step along the density, then Newton's method. */
function meanSquare(degrees: number): number {
  const step = BODY / POINTS / 2;
  let t = studentQuantile(0.5 + step / 2, degrees);
  let sum = t * t;
  for (let k = 1; k < POINTS; k++) {
    const above = 0.5 - step * (k + 0.5);
    t += step / exp(studentLogDensity(t + step / 2 / exp(studentLogDensity(t, degrees)), degrees));
    for (let again = 0; again < 2; again++)
      t += (exp(studentLogTail(t, degrees)) - above) / exp(studentLogDensity(t, degrees));
    sum += t * t;
  }
  return sum / POINTS;
}
