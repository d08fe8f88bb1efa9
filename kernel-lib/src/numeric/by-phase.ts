/** The values of each phase of a cycle, in order: those whose place leaves this rest. O(n). */
export function byPhase(values: Float64Array, place: Int32Array, cycle: number): Float64Array[] {
  const counts = new Uint32Array(cycle);
  for (let i = 0; i < values.length; i++) counts[place[i] % cycle]++;
  const phases = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let i = 0; i < values.length; i++) {
    const phase = place[i] % cycle;
    phases[phase][counts[phase]++] = values[i];
  }
  return phases;
}
