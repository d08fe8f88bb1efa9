/** The values at these places; the values themselves when there are no places. O(n). */
export function gather<Values extends Float64Array | Uint8Array>(values: Values, places: Int32Array | null): Values {
  if (!places) return values;
  const found = values.slice(0, places.length) as Values;
  for (let i = 0; i < places.length; i++) found[i] = values[places[i]];
  return found;
}

/** The opposite: the values put to these places of a longer array, `empty` everywhere else. O(length). */
export function scatter<Values extends Float64Array | Uint8Array>(
  values: Values,
  places: Int32Array | null,
  length: number,
  empty: number,
): Values {
  if (!places) return values;
  const spread = new (values.constructor as new (length: number) => Values)(length);
  spread.fill(empty);
  for (let i = 0; i < places.length; i++) spread[places[i]] = values[i];
  return spread;
}
