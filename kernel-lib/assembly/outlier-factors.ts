import { squaredDistance } from "./candidates";

/** Arguments of `reachability` and `outlierFactors`; rows in tree order. */
@unmanaged
class Factors {
  rows: f64;
  grain: f64; // rows a block
  count: f64; // neighbours
  columns: f64;
  askSorted: f64; // the rows judged
  sorted: f64; // the rows that may be neighbours
  found: f64; // places of the neighbours of each row judged
  reach: f64; // of each possible neighbour: distance of its own last neighbour
  askDensity: f64; // out of `reachability`
  density: f64; // of each possible neighbour
  askOrder: f64;
  out: f64; // factors by row number
}

/** Added to a mean reachability distance, as scikit-learn does, so that heaps of duplicates have a finite density. */
const FLOOR: f64 = 1e-10;

/** Local reachability density of each row: the inverse of its mean distance to its neighbours, none shorter than their reach. */
export function reachability(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Factors>(args);
  const count = <usize>job.count;
  const columns = <usize>job.columns;
  const last = min(<i32>job.rows, (block + 1) * <i32>job.grain);
  for (let row = block * <i32>job.grain; row < last; row++) {
    const own = <usize>job.askSorted + (<usize>row * columns << 3);
    const places = <usize>job.found + (<usize>row * count << 2);
    let sum: f64 = 0;
    for (let i: usize = 0; i < count; i++) {
      const place = <usize>load<i32>(places + (i << 2));
      const distance = sqrt(squaredDistance(own, <usize>job.sorted + (place * columns << 3), columns));
      sum += max(distance, load<f64>(<usize>job.reach + (place << 3)));
    }
    store<f64>(<usize>job.askDensity + (<usize>row << 3), 1 / (sum / <f64>count + FLOOR));
  }
}

/** Mean density of the neighbours of each row over its own. */
export function outlierFactors(args: usize, block: i32, scratch: usize): void {
  const job = changetype<Factors>(args);
  const count = <usize>job.count;
  const last = min(<i32>job.rows, (block + 1) * <i32>job.grain);
  for (let row = block * <i32>job.grain; row < last; row++) {
    const places = <usize>job.found + (<usize>row * count << 2);
    let sum: f64 = 0;
    for (let i: usize = 0; i < count; i++) sum += load<f64>(<usize>job.density + (<usize>load<i32>(places + (i << 2)) << 3));
    const to = <usize>load<i32>(<usize>job.askOrder + (<usize>row << 2));
    store<f64>(<usize>job.out + (to << 3), sum / <f64>count / load<f64>(<usize>job.askDensity + (<usize>row << 3)));
  }
}
