import type { Report } from "../../report.js";
import type { Table } from "../../table.js";
import { scoresCsvPieces } from "./scores-csv.js";
import { scoresParquet } from "./scores-parquet.js";

/** A form in which all scores are written. */
export interface ScoreFormat {
  /** End of the names of its files. */
  readonly ending: string;
  /** The file, piece by piece. */
  readonly pieces: (report: Report, table: Table) => AsyncIterable<string | Uint8Array> | Iterable<string>;
}

/** Name of a form of scores. */
export type ScoreFormatName = "csv" | "parquet";

/** All forms of scores; the first is taken where nothing says otherwise. */
export const scoreFormats: Readonly<Record<ScoreFormatName, ScoreFormat>> = {
  csv: { ending: ".csv", pieces: scoresCsvPieces },
  parquet: {
    ending: ".parquet",
    async *pieces(report, table) {
      yield await scoresParquet(report, table);
    },
  },
};

/** The form that the name of a file asks for. */
export function scoreFormatOf(file: string): ScoreFormat {
  const { csv, ...others } = scoreFormats;
  return Object.values(others).find(({ ending }) => file.toLowerCase().endsWith(ending)) ?? csv;
}
