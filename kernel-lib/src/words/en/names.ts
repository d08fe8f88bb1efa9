import type { Catalogue } from "../catalogue.js";

/** A title or summary of a register, which is English there. */
export const name = (english: string): string => english;

export const period: Catalogue["period"] = ({ label }) => label;

export const cadence: Catalogue["cadence"] = (label) => label;
