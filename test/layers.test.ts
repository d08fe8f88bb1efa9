import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importsUnder, type SourceImport } from "./source-imports.js";

/**
 * Who may import whom in kernel-lib/src, lowest first. A file may import what stands in the rows above its own,
 * and its own folder; never a row below, never a neighbour of the same row.
 */
const layers: readonly (readonly string[])[] = [
  ["translations"], //                          which languages there are, and how entries of registers are called in them
  ["config-fault", "evaluate/injection/injection-kind-id"], // what may be wrong with an input, as facts
  ["input-problems"],
  ["words/language", "words/cadences", "words/moments", "words/numbers"], // how a language writes
  ["words/grammar"],
  [
    "words/writer",
    "words/en/grammar",
    "words/en/injection-kinds",
    "words/de/injection-kinds",
    "words/subjects/value-names",
  ],
  ["words/subjects/error-sentences", "words/sentences/in-every-language"],
  ["words/en/errors", "words/de/errors"],
  ["words/sentences/errors"], //                the sentences of errors, whose English programmers read as `message`
  ["errors"],
  ["numeric", "evaluate/metrics", "version"], // know nothing of KPIs
  ["config/params"], //                         the words in which options are written down
  ["warning", "skip-reason"], //                what may be said of a file and of a detector, as facts
  ["assumption"], //                            what a run takes for granted, as facts
  ["progress"], //                              what a run is at, as facts
  ["table", "parallel"], //                     records in columns; workers
  ["config/config.generated"], //               the options as types
  ["config/config"], //                         the shape of what goes in
  ["report"], //                                the shape of what comes out
  ["display"], //                               figures, pictures of them, how values show themselves in a notebook
  ["baseline"], //                              what is normal for values on a grid
  ["season"], //                                cadence, grid, periods; a series of a table on it
  ["io"], //                                    bytes -> Table
  ["events"], //                                calendars, lists of known events -> KnownEvent
  ["reshape"], //                               Table -> Table: periods, segments
  ["features"], //                              Series -> FeatureMatrix
  ["adapters"], //                              Table, features <-> objects, columns, Arrow tables
  ["detectors"], //                             Sample -> scores
  ["decide"], //                                scores -> flags, incidents
  ["config"], //                                settings, checked against the registers
  ["assumptions"], //                           what a run took for granted
  ["fit-cache"], //                             what runs on a table have fitted, for the next one
  ["make-sample", "run-detector"], //           what a detector is given; one detector on one series
  ["analyse-series"], //                        one series, from values to verdict
  ["relate-series"], //                         what is seen only in several series together
  ["read"], //                                  bytes and configuration -> Table
  ["detect", "rethreshold"], //                 the one pipeline
  ["evaluate", "profile"], //                   questions asked of the pipeline and of the table
  ["words"], //                                 facts -> sentences, in every language
  ["plots"], //                                 Report -> figure
  ["export"], //                                Report -> CSV, HTML, ...
  ["door"], //                                  results that show themselves
  ["index"], //                                 the public door, free of node:*
  ["display/running-tslab"], //                 finds the notebook that runs us
  ["workers"], //                               many series at once
  ["read-bytes"], //                            bytes of a file
  ["node", "kernel"], //                        what touches the machine
  ["batch"], //                                 many files, one answer: jobs, results, runners
  ["cli"], //                                   runs all of it
];

/** The only rooms of the library that may use `node:*`. */
const touchesNode = ["read-bytes", "node", "cli", "kernel", "parallel", "workers", "batch", "display/running-tslab"];

/** Folders of equals: an entry may import the contract (and other folders), never another entry. The register imports them all. */
const registers = [
  { folder: "detectors", contract: ["detector", "season-scorer"] },
  { folder: "features", contract: ["feature"] },
  { folder: "plots", contract: ["plot"] },
  { folder: "io/formats", contract: ["format", "columns"] },
];

const library = "kernel-lib/src/";
const inLibrary = importsUnder("kernel-lib/src");
const inExtension = importsUnder("extension");

/** The path inside kernel-lib/src without its ending, or undefined for anything outside. */
const libraryPath = (path: string): string | undefined =>
  path.startsWith(library) ? path.slice(library.length).replace(/\.tsx?$/, "") : undefined;

/** Row of the longest name in `layers` that is this path or a folder above it. */
function layerOf(path: string): { row: number; room: string } | undefined {
  const rooms = layers.flatMap((row, index) => row.map((room) => ({ row: index, room })));
  const matching = rooms.filter(({ room }) => path === room || path.startsWith(`${room}/`));
  return matching.sort((a, b) => b.room.length - a.room.length)[0];
}

/** The rooms that compute: results of theirs are facts. */
const computes = [
  ...["numeric", "io", "season", "baseline", "features", "detectors", "decide", "evaluate", "profile", "reshape"],
  ...[
    "adapters",
    "detect",
    "analyse-series",
    "relate-series",
    "rethreshold",
    "run-detector",
    "make-sample",
    "fit-cache",
    "assumptions",
  ],
  ...["read", "config"],
];

const isIn = (path: string, rooms: readonly string[]): boolean =>
  rooms.some((room) => path === room || path.startsWith(`${room}/`));

/** Circles among files, each told once: the files of it in the order of their imports (Tarjan's strong components). */
function circlesOf(imports: readonly SourceImport[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const together = stack.splice(stack.indexOf(file));
    if (together.length > 1) circles.push(together.join(" - "));
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles;
}

const line = ({ from, to }: SourceImport): string => `${from} imports ${to}`;

describe("library", () => {
  test("every file has a place among the layers", () => {
    const homeless = [...new Set(inLibrary.map(({ from }) => libraryPath(from)!))].filter(
      (path) => layerOf(path) === undefined,
    );
    expect(homeless).toEqual([]);
  });

  test("imports go down the layers only", () => {
    const wrong = inLibrary.filter(({ from, to }) => {
      const target = libraryPath(to);
      if (target === undefined) return false;
      const [above, below] = [layerOf(libraryPath(from)!), layerOf(target)];
      return above === undefined || below === undefined || (below.room !== above.room && below.row >= above.row);
    });
    expect(wrong.map(line)).toEqual([]);
  });

  test("what computes knows no screen and makes no sentence", () => {
    const wrong = inLibrary.filter(({ from, to }) => {
      const target = libraryPath(to);
      return (
        target !== undefined &&
        isIn(libraryPath(from)!, computes) &&
        isIn(target, ["display", "words", "export", "plots"])
      );
    });
    expect(wrong.map(line)).toEqual([]);
  });

  test("decisions know nothing of files", () => {
    const wrong = inLibrary.filter(
      ({ from, to }) => isIn(libraryPath(from)!, ["decide"]) && isIn(libraryPath(to) ?? "", ["io"]),
    );
    expect(wrong.map(line)).toEqual([]);
  });

  test("what is configured knows the types of the configuration only", () => {
    const types = ["config/config", "config/config.generated", "config/params"];
    const wrong = inLibrary.filter(({ from, to }) => {
      const target = libraryPath(to);
      return (
        isIn(libraryPath(from)!, ["season", "reshape", "detectors"]) &&
        isIn(target ?? "", ["config"]) &&
        !types.includes(target!)
      );
    });
    expect(wrong.map(line)).toEqual([]);
  });

  test("no files import each other in a circle, types included", () => expect(circlesOf(inLibrary)).toEqual([]));

  test.each(registers)("entries of $folder/ do not import each other", ({ folder, contract }) => {
    const ownRoom = (path: string): string =>
      path
        .split("/")
        .slice(0, path.split("/").length > 2 ? 2 : undefined)
        .join("/");
    const wrong = inLibrary.filter(({ from, to }) => {
      const [source, target] = [libraryPath(from)!, libraryPath(to)];
      if (!source.startsWith(`${folder}/`) || !target?.startsWith(`${folder}/`)) return false;
      return (
        source !== `${folder}/index` &&
        !contract.some((name) => target === `${folder}/${name}`) &&
        ownRoom(source) !== ownRoom(target)
      );
    });
    expect(wrong.map(line)).toEqual([]);
  });

  test("only the rooms named for it touch Node", () => {
    const wrong = inLibrary.filter(
      ({ from, to }) => to.startsWith("node:") && !touchesNode.includes(layerOf(libraryPath(from)!)?.room ?? ""),
    );
    expect(wrong.map(line)).toEqual([]);
  });

  test("what index.ts loads runs without Node", () => {
    const reached = new Set([`${library}index.ts`]);
    const loads = (from: string): SourceImport[] =>
      inLibrary.filter((each) => each.from === from && !each.typeOnly && !each.dynamic);
    for (const from of reached)
      for (const { to } of loads(from)) if (existsSync(new URL(`../${to}`, import.meta.url))) reached.add(to);
    expect(
      [...reached]
        .flatMap(loads)
        .filter(({ to }) => to.startsWith("node:"))
        .map(line),
    ).toEqual([]);
  });

  test("knows neither the extension nor VS Code", () => {
    expect(inLibrary.filter(({ to }) => to === "vscode" || to.startsWith("extension/")).map(line)).toEqual([]);
  });
});

describe("extension", () => {
  test("no files import each other in a circle, types included", () => expect(circlesOf(inExtension)).toEqual([]));

  test("uses the library and its notebook engine by their public doors", () => {
    expect(
      inExtension
        .filter(
          ({ to }) => to.startsWith("kernel-lib/") || (to.startsWith("kpi-anomaly/") && to !== "kpi-anomaly/kernel"),
        )
        .map(line),
    ).toEqual([]);
  });

  test("only extension/src imports vscode", () => {
    expect(
      inExtension.filter(({ from, to }) => to === "vscode" && !from.startsWith("extension/src/")).map(line),
    ).toEqual([]);
  });

  test("the pages (webview, renderer) take types only from the library and the host, and nothing from Node", () => {
    const pages = inExtension.filter(({ from }) => !from.startsWith("extension/src/"));
    const wrong = pages.filter(
      ({ to, typeOnly }) =>
        to.startsWith("node:") || (!typeOnly && (to === "kpi-anomaly" || to.startsWith("extension/src/"))),
    );
    expect(wrong.map(line)).toEqual([]);
  });
});
