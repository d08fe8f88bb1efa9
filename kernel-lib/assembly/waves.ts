// Kernels on the waves of a year: columns of one value a day, wave after wave, `stride` bytes apart. A module of its own with
// memory that is not shared and grows to what one series needs. Two days side by side: the twins in TypeScript add up even
// and odd days by themselves, so that the bytes are the same.

/**
 * Sums of each wave times a column over `count` days: cosine and sine of the first wave, of the second, ... go to `out`.
 * `column`, `cosines` and `sines` stand at the first of the days.
 */
export function withColumn(column: usize, cosines: usize, sines: usize, count: i32, waves: i32, stride: i32, out: usize): void {
  const even = <usize>(count & ~1) << 3;
  const end = <usize>count << 3;
  for (let wave = 0; wave < waves; wave++) {
    let c = f64x2.splat(0);
    let s = f64x2.splat(0);
    for (let at: usize = 0; at < even; at += 16) {
      const value = v128.load(column + at);
      c = f64x2.add(c, f64x2.mul(value, v128.load(cosines + at)));
      s = f64x2.add(s, f64x2.mul(value, v128.load(sines + at)));
    }
    let cosine = f64x2.extract_lane(c, 0);
    let sine = f64x2.extract_lane(s, 0);
    if (even < end) {
      cosine += load<f64>(column + even) * load<f64>(cosines + even);
      sine += load<f64>(column + even) * load<f64>(sines + even);
    }
    store<f64>(out, cosine + f64x2.extract_lane(c, 1));
    store<f64>(out, sine + f64x2.extract_lane(s, 1), 8);
    out += 16;
    cosines += stride;
    sines += stride;
  }
}

/** Adds to a column of `count` days, and one more, the waves times their coefficients, which stand as `withColumn` leaves sums. */
export function addTo(column: usize, cosines: usize, sines: usize, count: i32, waves: i32, stride: i32, coefficients: usize): void {
  const end = <usize>count << 3;
  for (let wave = 0; wave < waves; wave++) {
    const a = load<f64>(coefficients);
    const b = load<f64>(coefficients, 8);
    if (a != 0 || b != 0) {
      const cosine = f64x2.splat(a);
      const sine = f64x2.splat(b);
      for (let at: usize = 0; at < end; at += 16) {
        const more = f64x2.add(f64x2.mul(cosine, v128.load(cosines + at)), f64x2.mul(sine, v128.load(sines + at)));
        v128.store(column + at, f64x2.add(v128.load(column + at), more));
      }
    }
    coefficients += 16;
    cosines += stride;
    sines += stride;
  }
}

/**
 * Weighted sums of the waves 1 to K and, by turning each by the last one, of K + 1 to 2K: per wave its cosine and sine, and
 * those of the wave K further on, go to `out`.
 */
export function sumWaves(weight: usize, cosines: usize, sines: usize, count: i32, waves: i32, stride: i32, out: usize): void {
  const even = <usize>(count & ~1) << 3;
  const end = <usize>count << 3;
  const lastCosines = cosines + <usize>((waves - 1) * stride);
  const lastSines = sines + <usize>((waves - 1) * stride);
  for (let wave = 0; wave < waves; wave++) {
    let c = f64x2.splat(0);
    let s = f64x2.splat(0);
    let cBeyond = f64x2.splat(0);
    let sBeyond = f64x2.splat(0);
    for (let at: usize = 0; at < even; at += 16) {
      const w = v128.load(weight + at);
      const cw = f64x2.mul(w, v128.load(cosines + at));
      const sw = f64x2.mul(w, v128.load(sines + at));
      const lastCosine = v128.load(lastCosines + at);
      const lastSine = v128.load(lastSines + at);
      c = f64x2.add(c, cw);
      s = f64x2.add(s, sw);
      cBeyond = f64x2.add(cBeyond, f64x2.sub(f64x2.mul(lastCosine, cw), f64x2.mul(lastSine, sw)));
      sBeyond = f64x2.add(sBeyond, f64x2.add(f64x2.mul(lastSine, cw), f64x2.mul(lastCosine, sw)));
    }
    let c0 = f64x2.extract_lane(c, 0);
    let s0 = f64x2.extract_lane(s, 0);
    let cBeyond0 = f64x2.extract_lane(cBeyond, 0);
    let sBeyond0 = f64x2.extract_lane(sBeyond, 0);
    if (even < end) {
      const cw = load<f64>(weight + even) * load<f64>(cosines + even);
      const sw = load<f64>(weight + even) * load<f64>(sines + even);
      const lastCosine = load<f64>(lastCosines + even);
      const lastSine = load<f64>(lastSines + even);
      c0 += cw;
      s0 += sw;
      cBeyond0 += lastCosine * cw - lastSine * sw;
      sBeyond0 += lastSine * cw + lastCosine * sw;
    }
    store<f64>(out, c0 + f64x2.extract_lane(c, 1));
    store<f64>(out, s0 + f64x2.extract_lane(s, 1), 8);
    store<f64>(out, cBeyond0 + f64x2.extract_lane(cBeyond, 1), 16);
    store<f64>(out, sBeyond0 + f64x2.extract_lane(sBeyond, 1), 24);
    out += 32;
    cosines += stride;
    sines += stride;
  }
}
