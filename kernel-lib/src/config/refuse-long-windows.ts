import type { Detector } from "../detectors/detector.js";
import { InputError } from "../errors.js";
import { features } from "../features/index.js";
import type { ResolvedConfig, ResolvedEntry } from "./config.js";
import type { ParamSchema } from "./params.js";

/**
 * Windows and steps are counted in rows: none can be longer than the longest series there is. Settings alone cannot tell.
 *
 * @param rows rows of the longest series
 * @throws InputError `bad_config` naming the key
 */
export function refuseLongWindows(
  config: ResolvedConfig,
  detectors: Readonly<Record<string, Detector>>,
  rows: number,
): void {
  refuseIn("features", features, config.features, rows);
  refuseIn("detectors", detectors, config.detectors, rows);
}

function refuseIn(
  section: string,
  register: Readonly<Record<string, { readonly params: ParamSchema }>>,
  entries: Readonly<Record<string, ResolvedEntry>>,
  rows: number,
): void {
  for (const [id, { params }] of Object.entries(register)) {
    if (!entries[id]?.enabled) continue;
    for (const [name, param] of Object.entries(params)) {
      if (!("countsRows" in param && param.countsRows)) continue;
      const longest = Math.max(0, ...[entries[id].params[name] as number | readonly number[]].flat());
      // What a short file cannot fill by default is no mistake of anybody.
      if (longest <= rows || entries[id].params[name] === param.default) continue;
      throw new InputError("window_too_long", { option: `${section}.${id}.${name}`, asked: longest, rows });
    }
  }
}
