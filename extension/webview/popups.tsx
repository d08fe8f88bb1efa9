import { useEffect, useRef } from "preact/hooks";
import type { AssumptionFacts, ExportFormat } from "../src/protocol.js";
import { t } from "../shared/translate.js";
import { number } from "../shared/words.js";
import type { PartProps } from "./header.js";
import { post } from "./host.js";
import type { Action } from "./model.js";
import { chartPicture } from "./timeline-chart.js";

/** Focus goes in when it opens and back when it closes; Escape and a click elsewhere close it. */
function Popup({ id, label, role, dispatch, children }: { id: "assumed" | "export"; label: string; role: "dialog" | "menu"; dispatch: (action: Action) => void; children: preact.ComponentChildren }): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.querySelector<HTMLElement>(`[data-testid=${id}]`);
    const close = (): void => dispatch({ do: "set", part: { popup: null } });
    const keyed = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      close();
      opener?.focus();
    };
    const clicked = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !opener?.contains(target)) close();
    };
    if (box.current && opener) box.current.style.top = `${opener.getBoundingClientRect().bottom + 2}px`;
    box.current?.querySelector<HTMLElement>("button")?.focus();
    addEventListener("keydown", keyed);
    addEventListener("pointerdown", clicked);
    return () => {
      removeEventListener("keydown", keyed);
      removeEventListener("pointerdown", clicked);
    };
  }, []);
  return <div ref={box} class={role === "menu" ? "pop menu" : "pop"} role={role} aria-label={label} data-testid={`${id}-popup`}>{children}</div>;
}

const formats: readonly ExportFormat[] = ["anomaliesCsv", "annotatedCsv", "html", "png", "svg", "markdown", "json", "typescript"];
const formatTitle = (format: ExportFormat): string =>
  ({ anomaliesCsv: t("Anomalies CSV"), annotatedCsv: t("Annotated CSV"), html: t("HTML report"), png: t("PNG image"), svg: t("SVG image"), markdown: t("Markdown summary"), json: t("JSON"), typescript: t("Copy as TypeScript") })[format];

export function ExportMenu({ dispatch }: PartProps): preact.JSX.Element {
  const choose = async (format: ExportFormat): Promise<void> => {
    dispatch({ do: "set", part: { popup: null } });
    post({ type: "export", format, image: format === "png" || format === "svg" ? await chartPicture(format) : "" });
  };
  const notebook = (): void => {
    dispatch({ do: "set", part: { popup: null } });
    post({ type: "notebook" });
  };
  const keyed = (event: KeyboardEvent): void => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll("button")];
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    items[(items.indexOf(document.activeElement as HTMLButtonElement) + by + items.length) % items.length].focus();
  };
  return (
    <Popup id="export" label={t("Export")} role="menu" dispatch={dispatch}>
      <div onKeyDown={keyed}>
        {formats.map((format) => <button key={format} class="item" role="menuitem" data-testid={`export-${format}`} onClick={() => void choose(format)}>{formatTitle(format)}</button>)}
        <button class="item apart" role="menuitem" data-testid="open-as-notebook" onClick={() => notebook()}>{t("Open as notebook")}</button>
      </div>
    </Popup>
  );
}

/** Everything that was taken for granted, warnings first, each editable in place. */
export function AssumedPopup({ results, dispatch }: PartProps): preact.JSX.Element {
  const all = [...results.assumptions, directionOf(results)];
  const sorted = all.sort((a, b) => Number(b.warning) - Number(a.warning));
  return (
    <Popup id="assumed" label={t("What I assumed")} role="dialog" dispatch={dispatch}>
      <ul>{sorted.map((assumption, index) => <Assumed key={index} assumption={assumption} dispatch={dispatch} />)}</ul>
      <div class="acts"><button class="btn plain" data-testid="save-configuration" onClick={() => post({ type: "saveConfiguration" })}>{t("Save as configuration\u2026")}</button></div>
    </Popup>
  );
}

/** What counts for the chosen KPI; changing it cuts again and fits nothing. */
function directionOf({ chosen, tuning }: PartProps["results"]): AssumptionFacts {
  const rule = tuning.rules[chosen.kpi] ?? tuning.rules["*"];
  const direction = rule?.direction === "up" ? t("Only rises count") : rule?.direction === "down" ? t("Only falls count") : t("Rises and falls count");
  const least = rule?.minimumEffectPercent ? t("from {0} off expected", `${number(rule.minimumEffectPercent, 1)}\u202f%`) : t("however small");
  return { id: "direction", text: `${direction}, ${least}.`, option: "rules", warning: false, line: null };
}

function Assumed({ assumption, dispatch }: { assumption: AssumptionFacts; dispatch: (action: Action) => void }): preact.JSX.Element {
  const { id, text, option, warning, line } = assumption;
  const edit = (): void => {
    dispatch({ do: "set", part: { popup: null } });
    if (option) post({ type: "pick", option });
    else if (line) post({ type: "reveal", line, how: "go" });
  };
  return (
    <li data-testid={`assumption-${id}`}>
      <span class="warn" aria-label={warning ? t("Warning") : undefined}>{warning ? "\u25b2" : ""}</span>
      <b>{idTitle(id)}</b>
      <span>{text}</span>
      {option ? <button class="btn plain" onClick={edit}>{t("Edit")}</button> : line ? <button class="btn plain" onClick={edit}>{t("Show")}</button> : <span />}
    </li>
  );
}

/** What an assumption is about; a warning of the library is told by its code, as a person writes it. */
function idTitle(id: string): string {
  const titles: Readonly<Record<string, string>> = {
    date: t("Date"), kpis: t("KPIs"), key: t("Key"), cadence: t("Cadence"), seasons: t("Seasons"), mode: t("Mode"), events: t("Events"), baseline: t("Baseline"),
    notJudged: t("Not judged"), skipped: t("Skipped"), seed: t("Seed"), mostKpis: t("Most KPIs"), direction: t("Direction"), verdicts: t("Verdicts"),
  };
  if (Object.hasOwn(titles, id)) return titles[id];
  const words = id.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
