import * as ours from "../../kernel-lib/src/numeric/math.js";

/** `npm run bench -- math`: nanoseconds a call of the elementary functions, ours beside those of `Math`; best of 200 rounds. */
const COUNT = 4096;
const ROUNDS = 200;

const spaced = (low: number, high: number): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, i) => low + (high - low) * ((i * 0.6180339887498949) % 1));

/** Usual arguments of each. */
const ranges: Readonly<Record<Exclude<keyof typeof ours, "pow" | "hypot">, readonly [low: number, high: number]>> = {
  exp: [-40, 0],
  expm1: [-2, 2],
  log: [1e-6, 1000],
  log1p: [0, 10],
  log2: [1e-6, 1000],
  log10: [1e-6, 1000],
  cbrt: [-100, 100],
  sin: [0, 6.3],
  cos: [0, 6.3],
  atan: [-3, 3],
  tanh: [-3, 3],
  atanh: [-0.99, 0.99],
};

/** A loop of its own for each function, as there is where it is used: the engine can place the function into it. */
function loopOver(call: string): (functions: unknown, values: Float64Array) => number {
  return new Function(
    "f",
    "values",
    `let sum = 0; for (let i = 0; i < values.length; i++) sum += ${call}; return sum;`,
  ) as (functions: unknown, values: Float64Array) => number;
}

function nanoseconds(call: string, functions: unknown, values: Float64Array): string {
  const loop = loopOver(call);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    loop(functions, values);
    best = Math.min(best, performance.now() - started);
  }
  return ((best * 1e6) / values.length).toFixed(1).padStart(8);
}

console.log(`Node ${process.versions.node}, nanoseconds a call\n${"".padEnd(12)}    ours    Math`);
for (const [name, [low, high]] of Object.entries(ranges)) {
  const values = spaced(low, high);
  console.log(
    `${name.padEnd(12)}${nanoseconds(`f.${name}(values[i])`, { ...ours }, values)}${nanoseconds(`Math.${name}(values[i])`, null, values)}`,
  );
}
for (const exponent of [2, 0.35, 1.5, -2.1]) {
  const values = spaced(1e-3, 100);
  console.log(
    `${`pow ${exponent}`.padEnd(12)}${nanoseconds(`f.pow(values[i], ${exponent})`, { ...ours }, values)}${nanoseconds(`Math.pow(values[i], ${exponent})`, null, values)}`,
  );
}
console.log(
  `${"pow 2^x".padEnd(12)}${nanoseconds("f.pow(2, values[i])", { ...ours }, spaced(-1, 0))}${nanoseconds("Math.pow(2, values[i])", null, spaced(-1, 0))}`,
);
console.log(
  `${"hypot".padEnd(12)}${nanoseconds("f.hypot(values[i], 3)", { ...ours }, spaced(0, 9))}${nanoseconds("Math.hypot(values[i], 3)", null, spaced(0, 9))}`,
);
