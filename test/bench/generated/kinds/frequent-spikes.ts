import { between, put, usualKpi, type Kind } from "./kind.js";

/** Spikes so frequent that they may mask each other. */
export const frequentSpikes: Kind = (random) => {
  const usual = usualKpi(random);
  const share = between(random, 0.01, 0.04);
  for (let i = 20; i < usual.values.length; i++)
    if (random.next() < share) put(usual, i, 1, (old) => old + between(random, 8, 16) * usual.noise(i));
  return usual;
};
