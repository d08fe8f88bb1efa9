/** Says yes at most once in so many milliseconds: a file of 2,000 KPIs has news all the time. */
export function atMostEvery(pause: number): () => boolean {
  let next = 0;
  return () => {
    const now = performance.now();
    if (now < next) return false;
    next = now + pause;
    return true;
  };
}
