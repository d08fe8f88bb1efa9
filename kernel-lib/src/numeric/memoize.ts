/**
 * The same function, which keeps each result for as long as its input lives. For slow looks at the arrays of a report,
 * which never change once they are there: a new cut does not look again.
 */
export function memoize<Input extends object, Result>(work: (input: Input) => Result): (input: Input) => Result {
  const known = new WeakMap<Input, Result>();
  return (input) => {
    const before = known.get(input);
    if (before !== undefined) return before;
    const result = work(input);
    known.set(input, result);
    return result;
  };
}
