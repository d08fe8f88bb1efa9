/** Squares whose sum is between these neither overflowed nor lost digits. */
const SQUARES = { least: 1e-280, most: 1e300 };

/** √(a² + b²) without overflow on the way; off by less than two last digits where the squares are out of range, else by less than one. */
export function hypot(a: number, b: number): number {
  const squares = a * a + b * b;
  if (squares > SQUARES.least && squares < SQUARES.most) return Math.sqrt(squares);
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (larger === 0 || !Number.isFinite(larger))
    return Math.abs(a) === Infinity || Math.abs(b) === Infinity ? Infinity : larger;
  const [x, y] = [a / larger, b / larger];
  return larger * Math.sqrt(x * x + y * y);
}
