import { aggregate } from "./aggregate.js";
import { columns } from "./columns.js";
import { decision } from "./decision.js";
import { limits } from "./limits.js";
import type { OptionNode } from "./option.js";
import { read } from "./reading.js";
import { segments } from "./segments.js";
import { usual } from "./usual.js";

/** Every option but those of the registers, in the order of `configs/default.yaml`. */
export const options: Readonly<Record<string, OptionNode>> = {
  columns,
  read,
  aggregate,
  segments,
  ...decision,
  ...usual,
  ...limits,
};
