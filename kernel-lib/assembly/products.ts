/** Arguments of `addProducts`. */
@unmanaged
class Products {
  rows: f64; // count × columns doubles
  count: f64;
  columns: f64; // a multiple of 4
  out: f64; // columns × columns doubles, added to
}

/**
 * Adds the products of four columns with each of the later ones, summed over some rows, four by four at a time. See
 * numeric/one-class-svm/fit-weights.ts for the plain twin: each sum goes on row by row.
 */
export function addProducts(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Products>(args);
  const size = <usize>job.columns << 3;
  const end = <usize>job.rows + <usize>job.count * size;
  const own = <usize>block << 5;
  const out = <usize>job.out + (<usize>block << 2) * size;
  for (let other = own; other < size; other += 32) {
    const to = out + other;
    let a0 = v128.load(to);
    let a1 = v128.load(to, 16);
    let b0 = v128.load(to + size);
    let b1 = v128.load(to + size, 16);
    let c0 = v128.load(to + 2 * size);
    let c1 = v128.load(to + 2 * size, 16);
    let d0 = v128.load(to + 3 * size);
    let d1 = v128.load(to + 3 * size, 16);
    for (let row = <usize>job.rows; row < end; row += size) {
      const x0 = v128.load(row + other);
      const x1 = v128.load(row + other, 16);
      const a = v128.load64_splat(row + own);
      a0 = f64x2.add(a0, f64x2.mul(a, x0));
      a1 = f64x2.add(a1, f64x2.mul(a, x1));
      const b = v128.load64_splat(row + own, 8);
      b0 = f64x2.add(b0, f64x2.mul(b, x0));
      b1 = f64x2.add(b1, f64x2.mul(b, x1));
      const c = v128.load64_splat(row + own, 16);
      c0 = f64x2.add(c0, f64x2.mul(c, x0));
      c1 = f64x2.add(c1, f64x2.mul(c, x1));
      const d = v128.load64_splat(row + own, 24);
      d0 = f64x2.add(d0, f64x2.mul(d, x0));
      d1 = f64x2.add(d1, f64x2.mul(d, x1));
    }
    v128.store(to, a0);
    v128.store(to, a1, 16);
    v128.store(to + size, b0);
    v128.store(to + size, b1, 16);
    v128.store(to + 2 * size, c0);
    v128.store(to + 2 * size, c1, 16);
    v128.store(to + 3 * size, d0);
    v128.store(to + 3 * size, d1, 16);
  }
}
