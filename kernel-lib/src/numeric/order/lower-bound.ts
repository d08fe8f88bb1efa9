/** Index of the first of some ascending numbers that is not below a value, their count when all are: also how many lie below it. O(log n). */
export function lowerBound(ascending: Float64Array | Int32Array | Uint32Array, value: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of some ascending numbers are not above a value. O(log n). */
export function countUpTo(ascending: Float64Array | Int32Array | Uint32Array, value: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
