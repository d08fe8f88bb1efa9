/** Rounds of the simultaneous iteration; six roots settle within some thirty. */
const ROUNDS = 200;

/**
 * Size of the largest root of zᵖ − φ₁ zᵖ⁻¹ − … − φₚ: by how much a shock to an autoregression shrinks a row in the long run
 * (below 1: it dies out). All roots at once by Weierstrass' iteration (Durand 1960, Kerner 1966). O(p²) a round.
 */
export function largestRoot(phi: Float64Array): number {
  const order = phi.length;
  const re = new Float64Array(order);
  const im = new Float64Array(order);
  let [pr, pi] = [1, 0];
  for (let k = 0; k < order; k++) {
    re[k] = pr;
    im[k] = pi;
    // Powers of a number that is neither real nor a root of unity: the usual start.
    [pr, pi] = [0.4 * pr - 0.9 * pi, 0.9 * pr + 0.4 * pi];
  }
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let k = 0; k < order; k++) {
      const [vr, vi] = valueAt(phi, re[k], im[k]);
      let [dr, di] = [1, 0];
      for (let j = 0; j < order; j++) {
        if (j === k) continue;
        const [ar, ai] = [re[k] - re[j], im[k] - im[j]];
        [dr, di] = [dr * ar - di * ai, dr * ai + di * ar];
      }
      const size = Math.max(dr * dr + di * di, 1e-300);
      const sr = (vr * dr + vi * di) / size;
      const si = (vi * dr - vr * di) / size;
      re[k] -= sr;
      im[k] -= si;
      moved = Math.max(moved, Math.abs(sr) + Math.abs(si));
    }
    if (moved < 1e-14) break;
  }
  let largest = 0;
  for (let k = 0; k < order; k++) largest = Math.max(largest, Math.sqrt(re[k] * re[k] + im[k] * im[k]));
  return largest;
}

function valueAt(phi: Float64Array, re: number, im: number): readonly [number, number] {
  let [vr, vi] = [1, 0];
  for (let k = 0; k < phi.length; k++) [vr, vi] = [vr * re - vi * im - phi[k], vr * im + vi * re];
  return [vr, vi];
}
