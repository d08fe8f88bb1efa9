/** Compiled by the oldest TypeScript we support: the one inside tslab. */
import { createRandom, InputError, type Report } from "kpi-anomaly";

const numbers: number[] = [createRandom(1).next()];
const error: { code: string } = new InputError("empty_file", "", "").toJSON();

/** Would not compile if a typed array of the report had silently become `any`. */
type IsAny<Type> = 0 extends 1 & Type ? true : false;
const scoresAreTyped: IsAny<Report["series"][number]["scores"]> = false;

export { error, numbers, scoresAreTyped };
