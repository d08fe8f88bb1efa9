import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Browser, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { Config } from "../../kernel-lib/src/index.js";
import { Analysis } from "../../extension/src/analysis/analysis.js";
import { changedFeedback } from "../../extension/src/analysis/changed-feedback.js";
import { layered, nested } from "../../extension/src/configuration/layered.js";
import { WorkerClient, type WorkerRefusal } from "../../extension/src/analysis/worker-client.js";
import type { AnalysisAnswer, HostMessage, PageMessage, StoredVerdict } from "../../extension/shared/protocol/index.js";
import { launchBrowser } from "../vscode-host/browser.mjs";
import { packed, unpackInPage } from "./pack.js";
import { themes } from "./themes.js";

const address = "http://panel.local/";
const dist = fileURLToPath(new URL("../../extension/dist/", import.meta.url));

/** What the panel shows, and how. */
export interface PageOptions {
  /** Name of the file, and what it holds. */
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly config?: Config;
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly height?: number;
  /** German in place of English. */
  readonly german?: boolean;
}

/** The panel's page with an analysis of its own behind it: everything but VS Code. */
export interface OpenPage {
  readonly page: Page;
  /** What the page asked of the host, in order. */
  readonly asked: readonly PageMessage[];
  /** Sends a message of the host. */
  post(message: HostMessage): Promise<void>;
}

/**
 * Opens the built page in a browser on a real analysis (the built worker, in a thread) and waits for the results. Browser and
 * thread end with the test; an error in the page fails it.
 */
export async function openPage(options: PageOptions): Promise<OpenPage> {
  const browser = await launchBrowser();
  const { page, errors } = await blankPage(browser, options);
  const asked: PageMessage[] = [];
  const host = new Host(
    options,
    (message) => void page.evaluate(`receive(${JSON.stringify(packed(message))})`).catch(() => undefined),
  );
  onTestFinished(async () => {
    host.close();
    await browser.close();
    expect(errors, "errors in the page").toEqual([]);
  });
  await page.exposeFunction("toHost", (message: PageMessage) => {
    asked.push(message);
    host.receive(message);
  });
  await page.route(`${address}**`, (route) => {
    const name = route.request().url().slice(address.length);
    return name === ""
      ? route.fulfill({ contentType: "text/html", body: pageText(options) })
      : route.fulfill({ path: dist + name });
  });
  await page.goto(address);
  await page.locator("main[data-state=ready], [data-testid=problem]").first().waitFor();
  return {
    page,
    asked,
    post: async (message) => void (await page.evaluate(`receive(${JSON.stringify(packed(message))})`)),
  };
}

/** Changes to the colours of another theme, as VS Code does it. */
export async function setTheme(page: Page, theme: keyof typeof themes): Promise<void> {
  await page.evaluate(
    ([style, body]) => {
      document.documentElement.setAttribute("style", style);
      document.body.className = body;
    },
    [styleOf(theme), themes[theme].body] as const,
  );
}

const styleOf = (theme: keyof typeof themes): string =>
  `${Object.entries(themes[theme].colors)
    .map(([name, value]) => `--vscode-${name}:${value}`)
    .join(";")};--vscode-font-family:DejaVu Sans,sans-serif`;

async function blankPage(
  browser: Browser,
  { width = 1200, height = 900 }: PageOptions,
): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return { page, errors };
}

function pageText({ theme = "light", german = false }: PageOptions): string {
  return `<!doctype html><html lang="${german ? "de" : "en"}" style="${styleOf(theme)}">
<head><meta charset="utf-8"><title>KPI anomalies</title><link rel="stylesheet" href="page.css"></head>
<body class="${themes[theme].body}"><div id="panel"></div>
<script>${unpackInPage}
let kept;
window.acquireVsCodeApi = () => ({ postMessage: (message) => void toHost(message), getState: () => kept, setState: (state) => (kept = state) });
window.receive = (message) => window.postMessage(unpacked(message), "*");
</script><script src="page.js" data-plotly="plotly.js"></script></body></html>`;
}

/** What the extension's host does for the page, without VS Code. */
class Host {
  private readonly analysis: Analysis;
  private overrides: Readonly<Record<string, unknown>> = {};
  private verdicts: readonly StoredVerdict[] = [];

  constructor(
    private readonly options: PageOptions,
    private readonly post: (message: HostMessage) => void,
  ) {
    this.analysis = new Analysis(
      (events) => new WorkerClient(() => this.thread(), events),
      (state) => this.post({ type: "state", state, change: null }),
      (progress) => this.post({ type: "progress", progress }),
    );
  }

  close(): void {
    this.analysis.close();
  }

  receive(message: PageMessage): void {
    void this.answer(message).catch(() => undefined);
  }

  private async answer(message: PageMessage): Promise<void> {
    const { analysis, post } = this;
    switch (message.type) {
      case "ready":
        post({ type: "boot", locale: this.language, uri: this.options.file });
        return await this.run();
      case "window":
        return post({ type: "window", window: await analysis.worker.call("window", message) });
      case "detail":
        return post({ type: "detail", point: message.point, detail: await analysis.worker.call("detail", message) });
      case "moment":
        return post({ type: "moment", card: await analysis.worker.call("moment", message) });
      case "analyse":
        return post({ type: "analysis", name: message.name, answer: await this.analysed(message.name) });
      case "choose":
        return await analysis.choose(message.index);
      case "rethreshold":
        return await analysis.rethreshold(message.tuning);
      case "configure":
        this.overrides = { ...this.overrides, ...message.changes };
        if (Object.keys(message.changes).every((path) => /^(detectors\.|votes$)/.test(path)))
          return await this.switchDetectors();
        return await this.run();
      case "override":
        this.overrides = message.overrides;
        return await this.run();
      case "run":
        return await this.run();
      case "cancel":
        return analysis.cancel();
      case "reveal":
        // Lines are shown by an editor, which is not here.
        if (!analysis.results?.file.withoutLines) return;
        return post({ type: "rows", rows: await analysis.worker.call("rows", message), go: message.how === "go" });
      case "verdict":
        return await this.judge(message.point, message.change);
      default:
        return undefined;
    }
  }

  private async switchDetectors(): Promise<void> {
    this.post({ type: "settings", settings: { overrides: this.overrides, configuration: null } });
    await this.analysis.switchDetectors(this.config);
  }

  private async run(): Promise<void> {
    const { file, content } = this.options;
    this.post({ type: "settings", settings: { overrides: this.overrides, configuration: null } });
    await this.analysis.start(
      {
        file,
        bytes: typeof content === "string" ? new TextEncoder().encode(content) : content.slice(),
        config: this.config,
        verdicts: this.verdicts,
        shown: true,
        worstFirst: true,
      },
      this.analysis.results?.tuning ?? {},
    );
  }

  private async judge(point: number, change: Extract<PageMessage, { type: "verdict" }>["change"]): Promise<void> {
    const { chosen } = this.analysis.results!;
    const incident = chosen.incidents.find(({ start, end }) => start <= point && point <= end)!;
    const place = { kpi: chosen.kpi, series: chosen.series, start: incident.startTime, end: incident.endTime };
    this.verdicts = changedFeedback(this.verdicts, place, change);
    await this.analysis.judge(this.verdicts);
  }

  private async analysed(name: Extract<PageMessage, { type: "analyse" }>["name"]): Promise<AnalysisAnswer> {
    try {
      return { ok: true, value: await this.analysis.analyse(name) };
    } catch (error) {
      return { ok: false, problem: (error as WorkerRefusal).problem };
    }
  }

  private get config(): Config {
    return layered((this.options.config ?? {}) as Record<string, unknown>, nested(this.overrides)) as Config;
  }

  private get language(): string {
    return this.options.german ? "de" : "en";
  }

  private thread(): Worker {
    return new Worker(`${dist}worker.cjs`, {
      workerData: { language: this.language },
    });
  }
}
