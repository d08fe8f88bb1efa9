import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import * as vscode from "vscode";
import type { KpiAnomalyApi } from "../../extension/src/api.js";
import { readTable, stability, stabilityText } from "../../kernel-lib/src/index.js";
import { jsonLinesFile, parquetFile, xlsxFile } from "../io/formats/written-files.js";

/** A folder of its own, so that nothing a test writes reaches the fixtures. */
const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-integration-"));
const file = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));
const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
const remove = (name: string): Thenable<void> => vscode.workspace.fs.delete(file(name));

async function api(): Promise<KpiAnomalyApi> {
  const extension = vscode.extensions.getExtension<KpiAnomalyApi>("kpi-anomaly.kpi-anomaly-detector");
  ok(extension);
  return await extension.activate();
}

/** Waits until something is true; a test that waits too long is ended by mocha. */
async function until<Value>(what: () => Value | undefined | false): Promise<Value> {
  for (;;) {
    const value = what();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Settings that leave every detector of the register out but the quickest. */
function onlyZScore(): Record<string, { enabled: boolean }> {
  const schema = JSON.parse(
    readFileSync(join(vscode.workspace.workspaceFolders![0].uri.fsPath, "../../configs/schema.json"), "utf8"),
  ) as { properties: { detectors: { properties: object } } };
  return Object.fromEntries(
    Object.keys(schema.properties.detectors.properties).map((id) => [id, { enabled: id === "zScore" }]),
  );
}

/** A test that counts threads and memory of the extension host and of what it has started: only Linux lists them. */
function whereThreadsCanBeCounted(title: string, body: () => Promise<void>): void {
  if (existsSync("/proc/self/task")) it(title, body);
}

/** The extension host, and the processes of its analyses; others that it starts are not ours. */
function processes(): string[] {
  const isOurs = (id: string): boolean =>
    read(`/proc/${id}/cmdline`).includes("analysis-process.cjs") &&
    read(`/proc/${id}/status`).includes(`\nPPid:\t${process.pid}\n`);
  return [String(process.pid), ...readdirSync("/proc").filter((id) => /^\d+$/.test(id) && isOurs(id))];
}

/** A file of the system; empty when its process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

const numberIn = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(text)?.[1] ?? 0);
const sumOf = (name: string): number =>
  processes().reduce((sum, id) => sum + numberIn(read(`/proc/${id}/status`), name), 0);
const threads = (): number => sumOf("Threads");
const megabytes = (): number => Math.round(sumOf("VmRSS") / 1024);

const panelTab = (name: string): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label === `KPI anomalies: ${name}`);

/** Hours with a day's rhythm, a little noise and one spike. */
function hourly(rows: number): string {
  const lines = ["time,load"];
  for (let row = 0; row < rows; row++) {
    const time = new Date(Date.UTC(2020, 0, 1) + row * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
    lines.push(
      `${time},${(100 + 30 * Math.sin((row / 24) * 2 * Math.PI) + ((row * 7919) % 13) + (row === rows >> 1 ? 400 : 0)).toFixed(1)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The same cells in files of the formats beside CSV. */
function filesOfFormats(): Record<string, (csv: string) => Uint8Array> {
  const cells = (csv: string): { time: Date[]; load: number[] } => {
    const rows = csv.trim().split("\n").slice(1);
    const pairs = rows.map((row) => row.split(","));
    return {
      time: pairs.map(([time]) => new Date(`${time.replace(" ", "T")}:00Z`)),
      load: pairs.map(([, load]) => Number(load)),
    };
  };
  return {
    "loads.parquet": (csv) => parquetFile(cells(csv)),
    "loads.xlsx": (csv) => xlsxFile(cells(csv)),
    "loads.jsonl": (csv) => jsonLinesFile(cells(csv)),
    "loads.csv.gz": (csv) => gzipSync(csv),
  };
}

describe("the results panel in the extension host", () => {
  before(() =>
    copyFileSync(
      join(vscode.workspace.workspaceFolders![0].uri.fsPath, "daily-sales.csv"),
      join(folder, "daily-sales.csv"),
    ),
  );
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens one panel a file, titled after it, and marks the incident's line in the editor, with its reason in the hover", async () => {
    const uri = file("daily-sales.csv");
    await vscode.window.showTextDocument(uri);
    const why = async (line: number): Promise<string> =>
      (await vscode.commands.executeCommand<readonly string[]>("kpiAnomaly.whyLine", uri, line)).join();
    strictEqual(await why(62), "");
    await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
    await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tab.label === "KPI anomalies: daily-sales.csv");
    strictEqual(tabs.length, 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
    ok(
      lenses.some((lens) => /incident/.test(lens.command?.title ?? "")),
      JSON.stringify(lenses),
    );
    const hover = async (line: number): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        uri,
        new vscode.Position(line, 3),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)))
        .join();
    };
    ok(/severity \d+[^]*sales&nbsp;400/.test(await hover(61)), await hover(61));
    ok(/sales, line 62, .* Flagged: Part of incident 1\./.test(await why(62)), await why(62));
    ok(/Not flagged: .* the usual deviation from expected/.test(await why(40)), await why(40));
    ok(/No KPI has a value (at|in) line 1\./.test(await why(1)), await why(1));
    strictEqual(await hover(3), "");
  });

  it("exports without asking when it is given a target", async () => {
    const uri = file("daily-sales.csv");
    const target = file("out.anomalies.csv");
    await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
    await vscode.commands.executeCommand("kpiAnomaly.exportAnomaliesCsv", { uri, target });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    ok(text.includes("2024-03-01,400.0"), text);
  });

  it("takes a configuration from the file beside it, and refuses a wrong one with a squiggle", async () => {
    const { detect } = await api();
    const uri = file("daily-sales.csv");
    await write("kpi-anomaly.yaml", "consensus: 1\n");
    strictEqual((await detect({ uri })).results.tuning.consensus, 1);
    strictEqual((await detect({ uri, config: { consensus: 4 } })).results.tuning.consensus, 4);
    const document = await vscode.workspace.openTextDocument(file("kpi-anomaly.yaml"));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), "consensuss: 1\n"));
    const problems = await until(
      () => vscode.languages.getDiagnostics(document.uri).length > 0 && vscode.languages.getDiagnostics(document.uri),
    );
    strictEqual(problems[0].range.start.line, 0);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await remove("kpi-anomaly.yaml");
  });

  it("uses a configuration that is saved while the panel is open, and again none when it goes", async () => {
    const uri = file("daily-sales.csv");
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
    const lens = async (wanted: RegExp): Promise<void> => {
      for (;;) {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
        if (lenses.some(({ command }) => wanted.test(command?.title ?? ""))) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    await lens(/ 1 incident$/);
    await write("kpi-anomaly.yaml", "rules: { sales: { direction: down } }\n");
    await lens(/ 0 incidents$/);
    await remove("kpi-anomaly.yaml");
    await lens(/ 1 incident$/);
  });

  it("lists incidents as problems when a person wants that, until the text changes, and again once it is saved", async () => {
    const settings = vscode.workspace.getConfiguration("kpiAnomaly");
    const source = await vscode.workspace.fs.readFile(file("daily-sales.csv"));
    await vscode.workspace.fs.writeFile(file("edited.csv"), source);
    const uri = file("edited.csv");
    const problems = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
    const lens = async (): Promise<string> =>
      (await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri))
        .map(({ command }) => command?.title ?? "")
        .join();
    await settings.update("editor.problems", true, vscode.ConfigurationTarget.Global);
    await settings.update("runOnSave", true, vscode.ConfigurationTarget.Global);
    try {
      const editor = await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
      deepStrictEqual(
        (await until(() => problems().length > 0 && problems())).map(({ range }) => range.start.line),
        [61],
      );
      await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), "2024-04-30,900.0\n"));
      await until(() => problems().length === 0);
      ok(/again/.test(await lens()), await lens());
      await editor.document.save();
      deepStrictEqual(
        (await until(() => problems().length > 1 && problems()))
          .map(({ range }) => range.start.line)
          .sort((a, b) => a - b),
        [61, 121],
      );
      ok(/2 incidents/.test(await lens()), await lens());
    } finally {
      await settings.update("editor.problems", undefined, vscode.ConfigurationTarget.Global);
      await settings.update("runOnSave", undefined, vscode.ConfigurationTarget.Global);
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await remove("edited.csv");
  });

  it("analyses an untitled document, whatever another extension calls its language", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: hourly(400) });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("kpiAnomaly.detect");
    await until(() => panelTab(document.uri.path));
    const { detect } = await api();
    deepStrictEqual(
      (await detect({ uri: document.uri })).results.kpis.map(({ kpi }) => kpi),
      ["load"],
    );
  });

  it("takes a CSV for one, whatever another extension calls its language", async () => {
    await write("renamed.csv", hourly(400));
    const opened = await vscode.workspace.openTextDocument(file("renamed.csv"));
    const document = await vscode.languages.setTextDocumentLanguage(opened, "plaintext");
    await vscode.window.showTextDocument(document);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
    );
    ok(
      lenses.some((lens) => lens.command?.command === "kpiAnomaly.detect"),
      JSON.stringify(lenses),
    );
    await vscode.commands.executeCommand("kpiAnomaly.detect");
    await until(() => panelTab("renamed.csv"));
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await remove("renamed.csv");
  });

  it("answers agents through language model tools, with what was assumed", async () => {
    const ask = async (tool: string, input: object): Promise<Record<string, unknown>> => {
      const {
        content: [part],
      } = await vscode.lm.invokeTool(`kpi_anomaly_${tool}`, {
        input: { file: "daily-sales.csv", ...input },
        toolInvocationToken: undefined,
      });
      ok(part instanceof vscode.LanguageModelTextPart);
      ok(part.value.length < 8000, `${tool} answers with ${part.value.length} characters`);
      const [said, fence, body, end] = part.value.split("\n");
      ok(/never instructions/.test(said) && said.includes(fence) && fence === end, part.value);
      return JSON.parse(body) as Record<string, unknown>;
    };
    const [found, explained, compared, inspected, refused] = await Promise.all([
      ask("detect", { limit: 1 }),
      ask("explain", {}),
      ask("compare", { kpi: "sales" }),
      ask("inspect", {}),
      ask("detect", { kpi: "no such column" }),
    ]);
    deepStrictEqual(
      (found.incidents as { line: number }[]).map(({ line }) => line),
      [62],
    );
    ok(/expected/.test(String(explained.sentence)), JSON.stringify(explained));
    ok((explained.detectors as { title: string }[]).length > 0);
    ok(/kappa/.test(String(compared.verdict)), JSON.stringify(compared));
    ok((compared.detectors as { id: string }[]).some(({ id }) => id === "isolationForest"));
    deepStrictEqual(
      [inspected.kpis, inspected.delimiter, (inspected.cadence as { label: string }).label],
      [["sales"], ",", "daily"],
    );
    for (const { assumptions } of [found, explained, compared])
      ok(
        (assumptions as string[]).some((text) => text.includes("every day")),
        JSON.stringify(assumptions),
      );
    ok(/no such column/.test(String(refused.error)), JSON.stringify(refused));
    // The file is there, but it is none of the workspace.
    for (const outside of [file("daily-sales.csv").fsPath, "../integration/run.ts", "/etc/passwd"])
      ok(/not a file of the open workspace/.test(String((await ask("inspect", { file: outside })).error)), outside);
  });

  it("completes and explains a configuration from the schema, lists too", async () => {
    // In a folder of its own: VS Code may still hold the text of a file of this name.
    await write("written/kpi-anomaly.yaml", "mode: \nseason:\n  - \nrules:\n  'net sales':\n    direction: \n");
    const document = await vscode.workspace.openTextDocument(file("written/kpi-anomaly.yaml"));
    await vscode.window.showTextDocument(document);
    // A test before had a file of this name: VS Code may still hold its text.
    await until(() => document.getText().startsWith("mode: \n"));
    const offered = async (line: number, column: number): Promise<string[]> =>
      (
        await vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          document.uri,
          new vscode.Position(line, column),
        )
      ).items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const [line, column, wanted] of [
      [0, 6, ["auto", "vote"]],
      [2, 4, ["day", "week", "month", "year"]],
      [5, 15, ["up", "down", "both"]],
      [6, 0, ["season", "seed", "detectors"]],
    ] as const) {
      const all = await offered(line, column);
      for (const one of wanted) ok(all.includes(one), `line ${line}: ${all.join()}`);
    }
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(1, 2),
    );
    ok(
      hovers.some(({ contents }) =>
        contents.some((each) => (each as vscode.MarkdownString).value.includes("found in the data")),
      ),
      JSON.stringify(hovers),
    );
  });

  it("analyses a file that is on no disk, with the configuration beside it", async () => {
    const files: Readonly<Record<string, string>> = {
      "/folder/hourly.csv": hourly(600),
      "/folder/kpi-anomaly.yaml": "season: [week]\n",
    };
    const text = ({ path }: vscode.Uri): string => {
      if (!Object.hasOwn(files, path)) throw vscode.FileSystemError.FileNotFound(path);
      return files[path];
    };
    const nothing = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const refuse = (): never => {
      throw vscode.FileSystemError.NoPermissions();
    };
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: nothing.event,
      watch: () => nothing,
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
      stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: text(uri).length }),
      readFile: (uri) => new TextEncoder().encode(text(uri)),
    };
    const registered = vscode.workspace.registerFileSystemProvider("kpi-memory", provider, { isReadonly: true });
    try {
      const uri = vscode.Uri.parse("kpi-memory:/folder/hourly.csv");
      const { panelTimings, detect } = await api();
      const { results, incidents } = await detect({ uri });
      deepStrictEqual(results.config.season, ["week"]);
      strictEqual(incidents[0].line, 302);
      await vscode.commands.executeCommand("kpiAnomaly.detect", { uri, config: { sensitivity: 60 } });
      await until(() => panelTimings(uri)?.results);
      ok(panelTab("hourly.csv"));
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      registered.dispose();
    }
  });

  whereThreadsCanBeCounted(
    "puts anomalies to the test on threads of its own, with the numbers of one thread",
    async () => {
      const text = hourly(600);
      await write("tested.csv", text);
      const before = threads();
      let most = before;
      const count = setInterval(() => (most = Math.max(most, threads())), 20);
      const { stability: run } = await api();
      const inside = await run({ uri: file("tested.csv") });
      clearInterval(count);
      ok(most > before + 1, `${before} threads before, ${most} at most`);
      await until(() => threads() <= before);
      const alone = await stability(
        readTable(new TextEncoder().encode(text), { file: "tested.csv" }),
        { columns: { kpis: ["load"] } },
        { runs: 2 },
      );
      deepStrictEqual([inside.text, inside.refits], [stabilityText(alone), alone.refits]);
      deepStrictEqual(JSON.parse(JSON.stringify(inside.series)), JSON.parse(JSON.stringify(alone.series)));
      await remove("tested.csv");
    },
  );

  for (const [name, make] of Object.entries(filesOfFormats()))
    it(`opens ${name}, and says of a row of it why it is flagged`, async () => {
      await vscode.workspace.fs.writeFile(file(name), make(hourly(240)));
      const { results, incidents } = await (await api()).detect({ uri: file(name) });
      strictEqual(results.kpis.length, 1);
      ok(incidents.length > 0);
      // As the explorer and the view of the activity bar call the command.
      await vscode.commands.executeCommand("kpiAnomaly.detect", file(name));
      await until(() => panelTab(name));
      const why = (
        await vscode.commands.executeCommand<readonly string[]>("kpiAnomaly.whyLine", file(name), incidents[0].line)
      ).join();
      ok(/Flagged: Part of incident 1\./.test(why), why);
      await remove(name);
    });

  it("says in a sentence why a file cannot be used", async () => {
    const { detect } = await api();
    await write("picture.csv", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR");
    await detect({ uri: file("picture.csv") }).then(
      () => ok(false, "accepted"),
      (error: Error) => ok(/\.$/.test(error.message) && !error.message.includes("\n"), error.message),
    );
    await remove("picture.csv");
    await detect({ uri: file("no-such-file.csv") }).then(
      () => ok(false, "accepted"),
      (error: Error) => ok(error.message.length > 10),
    );
  });

  it("stops when it is cancelled, in whatever step that is", async () => {
    const { detect } = await api();
    await write("hourly.csv", hourly(20_000));
    const cancelAfter = async (cancel: (source: vscode.CancellationTokenSource) => void): Promise<void> => {
      const source = new vscode.CancellationTokenSource();
      const run = detect({ uri: file("hourly.csv") }, source.token);
      cancel(source);
      await run.then(
        () => ok(false, "went on"),
        (error: unknown) => ok(error instanceof vscode.CancellationError, String(error)),
      );
    };
    // While the file is being read, when no run exists yet that could be stopped; then in the middle of the run.
    await cancelAfter((source) => source.cancel());
    await cancelAfter((source) => setTimeout(() => source.cancel(), 200));
    await remove("hourly.csv");
  });

  it("takes 2,000 columns", async () => {
    const { detect } = await api();
    const names = Array.from({ length: 2000 }, (_, column) => `k${column}`);
    const rows = Array.from({ length: 60 }, (_, row) =>
      [
        new Date(Date.UTC(2024, 0, row + 1)).toISOString().slice(0, 10),
        ...names.map((_, column) => ((row * 31 + column * 17) % 23) + (row === 40 && column === 7 ? 500 : 0)),
      ].join(","),
    );
    await write("wide.csv", `date,${names.join(",")}\n${rows.join("\n")}\n`);
    const { results, incidents } = await detect({
      uri: file("wide.csv"),
      config: { detectors: onlyZScore(), consensus: 1, mostKpis: 2000 },
    });
    strictEqual(results.kpis.length, 2000);
    ok(incidents.some((incident) => incident.kpi === "k7" && incident.line === 42));
    await remove("wide.csv");
  });

  it("reads a file of 60 MB, of which VS Code gives an extension no document, and opens its line", async () => {
    const { detect } = await api();
    const line = (row: number): string =>
      `${new Date(Date.UTC(1990, 0, 1) + row * 600_000).toISOString().slice(0, 16)},${row % 97},${"x".repeat(40)}\n`;
    const rows = 950_000;
    let text = "time,value,note\n";
    for (let row = 0; row < rows; row++) text += row === 500_000 ? line(row).replace(/,\d+,/, ",5000,") : line(row);
    await write("large.csv", text);
    ok(text.length > 55_000_000, String(text.length));
    const started = performance.now();
    const { incidents } = await detect({ uri: file("large.csv"), config: { detectors: onlyZScore(), consensus: 1 } });
    console.log(`Measured: 60 MB, ${rows} rows, z-score: ${Math.round(performance.now() - started)} ms`);
    strictEqual(incidents[0].line, 500_002);
    const uri = file("large.csv");
    const { panelTimings } = await api();
    await vscode.commands.executeCommand("kpiAnomaly.detect", {
      uri,
      config: { detectors: onlyZScore(), consensus: 1 },
    });
    await until(() => panelTimings(uri)?.results);
    await vscode.commands.executeCommand("kpiAnomaly.showIncident", uri, 0, incidents[0].point, incidents[0].line);
    const shown = await until(() =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
    );
    ok(shown.label.startsWith("large.csv"), shown.label);
    strictEqual(
      vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()),
      false,
      "VS Code gives an extension no such document",
    );
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await remove("large.csv");
  });

  whereThreadsCanBeCounted("shows many KPIs as they come, on threads that go with the panel", async () => {
    const names = Array.from({ length: 12 }, (_, k) => `kpi${k}`);
    const lines = hourly(6000)
      .trimEnd()
      .split("\n")
      .map((line, row) =>
        row === 0
          ? `time,${names.join(",")}`
          : `${line.split(",")[0]},${names.map((_, k) => Number(line.split(",")[1]) + k).join(",")}`,
      );
    await write("many.csv", `${lines.join("\n")}\n`);
    const uri = file("many.csv");
    const { panelTimings } = await api();
    const before = threads();
    const rss = [megabytes()];
    await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
    const { line = NaN, results = NaN } = await until(
      () => panelTimings(uri)?.results !== undefined && panelTimings(uri),
    );
    const open = threads();
    rss.push(megabytes());
    ok(open > before, `${before} threads before, ${open} with the panel`);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await until(() => threads() <= before);
    rss.push(megabytes());
    ok(rss[2] < rss[0] + 150, `${rss[2]} MB after, ${rss[0]} before`);
    console.log(
      `Measured: 12 KPIs of 6,000 rows: first chart ${Math.round(line)} ms, everything ${Math.round(results)} ms; threads ${before}, ${open}, ${threads()}; memory of the extension host and what it started ${rss.join(", ")} MB (before, open, closed)`,
    );
    await remove("many.csv");
  });

  it("draws soon, cuts again at once and does not block the extension host", async () => {
    const { panelTimings, rethreshold } = await api();
    await write("hourly.csv", hourly(10_000));
    const uri = file("hourly.csv");
    for (let run = 0; run < 3; run++) {
      await vscode.window.showTextDocument(uri);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await vscode.commands.executeCommand("kpiAnomaly.detect", uri);
      const shown = await until(() => panelTimings(uri)?.results !== undefined && panelTimings(uri));
      const { line = NaN, results = NaN } = shown;
      const cuts: number[] = [];
      for (const sensitivity of [60, 40, 75, 55, 50]) {
        const before = panelTimings(uri)?.rethreshold;
        await rethreshold(uri, { sensitivity });
        cuts.push(await until(() => panelTimings(uri)?.rethreshold !== before && panelTimings(uri)?.rethreshold));
      }
      delay.disable();
      const milliseconds = (value: number): string => `${Math.round(value)} ms`;
      console.log(
        `Measured: ${uri.path.split("/").pop()}: first chart ${milliseconds(line)}, everything ${milliseconds(results)}, new cuts ${cuts.map(milliseconds).join(", ")}, longest block of the extension host ${milliseconds(delay.max / 1e6)}`,
      );
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    }
    await remove("hourly.csv");
  }).timeout(180_000);
});
