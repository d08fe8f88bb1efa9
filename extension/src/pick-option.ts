import type { RuleConfig } from "kpi-anomaly";
import * as vscode from "vscode";
import type { ColumnFacts, Results } from "./protocol.js";
import { t } from "../shared/translate.js";

/** What an assumption's Edit asks, by the path of the option it changes. */
const questions: Readonly<Record<string, (results: Results | null) => Thenable<unknown>>> = {
  "columns.date": (results) => pickColumn(t("Which column holds the date?"), results, () => true),
  "columns.kpis": (results) => pickColumns(t("Which columns are KPIs?"), results),
  rules: (results) => pickRule(results),
  "columns.key": (results) => pickColumn(t("Which column splits the file into series?"), results, () => true),
};

/** Asks for a new value; undefined when the person thought better of it. */
export async function pickOption(option: string, results: Results | null): Promise<unknown> {
  const ask = Object.hasOwn(questions, option) ? questions[option] : undefined;
  return ask ? await ask(results) : await typeValue(option, results);
}

async function pickColumn(title: string, results: Results | null, fits: (column: ColumnFacts) => boolean): Promise<string | undefined> {
  const items = (results?.file.columns ?? []).filter(fits).map(({ name, role }) => ({ label: name, description: role }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: t("A new run follows.") });
  return picked?.label;
}

async function pickColumns(title: string, results: Results | null): Promise<string[] | undefined> {
  const items = (results?.file.columns ?? []).map(({ name, role }) => ({ label: name, description: role, picked: role === "kpi" }));
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true, placeHolder: t("A new run follows.") });
  return picked?.length ? picked.map(({ label }) => label) : undefined;
}

/** Direction, then the least deviation in percent: what counts for the chosen KPI. */
async function pickRule(results: Results | null): Promise<Readonly<Record<string, RuleConfig>> | undefined> {
  if (!results) return undefined;
  const directions = [{ label: t("Up and down"), direction: "both" }, { label: t("Only up"), direction: "up" }, { label: t("Only down"), direction: "down" }] as const;
  const picked = await vscode.window.showQuickPick(directions, { title: t("Which direction counts for {0}?", results.chosen.kpi) });
  if (!picked) return undefined;
  const least = await vscode.window.showInputBox({ title: t("Least deviation from expected, in percent (0 for any)"), value: "0", validateInput: (text) => (Number(text) >= 0 ? undefined : t("A number from 0 on.")) });
  if (least === undefined) return undefined;
  return { ...results.tuning.rules, [results.chosen.kpi]: { direction: picked.direction, minimumEffectPercent: Number(least) } };
}

/** The value the configuration holds at a path such as `columns.date`. */
function valueAt(config: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => (typeof part === "object" && part !== null ? (part as Record<string, unknown>)[key] : undefined), config);
}

async function typeValue(option: string, results: Results | null): Promise<unknown> {
  const before = valueAt(results?.config, option);
  const typed = await vscode.window.showInputBox({
    title: option,
    prompt: t("As in a configuration file: a number, true or false, a text, or a list such as [1, 7]. A new run follows."),
    value: before === undefined || before === null ? "" : typeof before === "string" ? before : JSON.stringify(before),
  });
  if (typed === undefined) return undefined;
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed === "" ? null : typed;
  }
}
