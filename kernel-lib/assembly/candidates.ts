import { Asking, Search } from "./search";

/** Takes a row into the list of the asking one, if it is near enough; says whether the search radius shrank. */
export function consider(job: Search, ask: Asking, row: i32, place: i32): bool {
  if (job.same != 0 && place == ask.low + row) return false;
  const columns = <usize>job.columns;
  const count = <usize>job.count;
  const list = ask.lists + (<usize>row * count << 3);
  const places = ask.places + (<usize>row * count << 2);
  const squared = squaredDistance(<usize>job.askSorted + (<usize>(ask.low + row) * columns << 3), <usize>job.sorted + (<usize>place * columns << 3), columns);
  const order = <usize>job.order;
  let slot = count - 1;
  if (!before(squared, place, load<f64>(list + (slot << 3)), load<i32>(places + (slot << 2)), order)) return false;
  for (; slot > 0; slot--) {
    const distance = load<f64>(list + (slot - 1 << 3));
    const other = load<i32>(places + (slot - 1 << 2));
    if (!before(squared, place, distance, other, order)) break;
    store<f64>(list + (slot << 3), distance);
    store<i32>(places + (slot << 2), other);
  }
  store<f64>(list + (slot << 3), squared);
  store<i32>(places + (slot << 2), place);
  const last = load<f64>(list + (count - 1 << 3));
  if (last == Infinity) return false;
  store<f32>(ask.radii + (<usize>row << 2), <f32>(sqrt(last) * (1 + job.slack)) + ask.ownError);
  return true;
}

// @ts-ignore: decorator
@inline
function before(distance: f64, place: i32, otherDistance: f64, other: i32, order: usize): bool {
  if (distance != otherDistance) return distance < otherDistance;
  return other < 0 || load<i32>(order + (<usize>place << 2)) < load<i32>(order + (<usize>other << 2));
}

/** Squared distance in double precision, summed in four parts in an order that the plain twin follows. */
// @ts-ignore: decorator
@inline
export function squaredDistance(a: usize, b: usize, columns: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let c: usize = 0;
  for (; c + 4 <= columns; c += 4) {
    const first = f64x2.sub(v128.load(a + (c << 3)), v128.load(b + (c << 3)));
    const second = f64x2.sub(v128.load(a + (c << 3), 16), v128.load(b + (c << 3), 16));
    even = f64x2.add(even, f64x2.mul(first, first));
    odd = f64x2.add(odd, f64x2.mul(second, second));
  }
  const sums = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; c < columns; c++) {
    const difference = load<f64>(a + (c << 3)) - load<f64>(b + (c << 3));
    sum += difference * difference;
  }
  return sum;
}
