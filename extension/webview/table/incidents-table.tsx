import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import type { DetectorFacts, IncidentFacts, Results, RevealHow } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { kindText, lastedText, number, offBy, percent, spanText } from "../../shared/words.js";
import { valueDigits } from "../chart/chart-figure.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import { IncidentRowDetail } from "./incident-detail.js";
import { Severity } from "../chart/marks.js";
import { useLongList } from "./use-long-list.js";
import {
  countedDetectors,
  selectedIncident,
  timeWords,
  visibleIncidents,
  type Model,
  type SortKey,
} from "../state/model.js";

interface Column {
  readonly key: SortKey | null;
  readonly title: string;
  readonly style: string;
}

function columns(results: Results): Column[] {
  const { incidents } = results.chosen;
  const kinds = incidents.some((incident) => incident.kind !== "");
  const expected = incidents.some((incident) => Number.isFinite(incident.expected));
  const confidence = incidents.some((incident) => Number.isFinite(incident.confidence));
  const all: (Column | false)[] = [
    { key: "rank", title: "#", style: "c-rank num" },
    { key: "severity", title: t(terms.severity), style: "c-sev" },
    { key: "startTime", title: t(terms.when), style: "c-when" },
    kinds && { key: "kind", title: t({ en: "Kind", de: "Art" }), style: "c-kind" },
    { key: "actual", title: t(terms.actual), style: "c-act num" },
    expected && { key: "expected", title: t(terms.expected), style: "c-exp num" },
    expected && { key: "off", title: t(terms.offBy), style: "c-off num" },
    { key: "lasted", title: t({ en: "Lasted", de: "Dauer" }), style: "c-last num" },
    confidence && { key: "confidence", title: t(terms.sure), style: "c-conf num" },
    { key: null, title: t(terms.detectors), style: "c-dets" },
    { key: null, title: t(terms.why), style: "c-why why" },
  ];
  return all.filter((column) => column !== false);
}

/** The incidents, ranked: the chart's twin for eyes, keyboard and screen reader. The selected row opens in place. */
export function IncidentsTable({
  model,
  results,
  dispatch,
  width,
}: PartProps & { readonly width: number }): preact.JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = visibleIncidents(model);
  const shown = rows.slice(0, model.shown);
  const selected = selectedIncident(model);
  const heads = columns(results);
  const place = shown.findIndex((row) => row.rank === selected?.rank);
  const stop = Math.max(0, place);
  const opened = model.open ? place : -1;
  const list = useLongList(
    body,
    shown.map((row) => row.rank),
    [stop],
    width,
  );

  const choose = (incident: IncidentFacts, open: boolean, how: RevealHow): void => {
    dispatch({ do: "select", incident, open });
    post({ type: "reveal", line: incident.line, how });
  };
  const keyed = (event: KeyboardEvent, at: number): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const target = shown[Math.max(0, Math.min(shown.length - 1, to ?? at))];
    choose(target, to === undefined ? !(model.open && selected === target) : model.open, "follow");
    setTimeout(() => table.current?.querySelector<HTMLElement>(`[data-testid=incident-${target.rank}]`)?.focus());
  };
  return (
    <>
      <Tools model={model} results={results} dispatch={dispatch} />
      <table
        ref={table}
        class="incidents"
        role="treegrid"
        data-testid="incidents"
        aria-rowcount={rows.length + 1 + Number(opened >= 0)}
        aria-label={t(
          { en: "Incidents in {0}, ranked by severity", de: "Vorfälle in {0}, nach Schwere geordnet" },
          results.chosen.kpi,
        )}
      >
        <Head heads={heads} model={model} dispatch={dispatch} results={results} />
        <tbody ref={body} role="rowgroup">
          {!shown.length && (
            <tr role="row">
              <td role="gridcell" colSpan={heads.length} class="dim">
                {model.filter.trim() === ""
                  ? t({ en: "No incident so far.", de: "Bisher kein Vorfall." })
                  : t({ en: "No incident matches this filter.", de: "Kein Vorfall passt zu diesem Filter." })}
              </td>
            </tr>
          )}
          {list.rows.map(({ place: at, above }) => {
            const incident = shown[at];
            const open = at === opened;
            const index = at + 2 + Number(opened >= 0 && at > opened);
            return (
              <Fragment key={incident.rank}>
                {above > 0 && <Room height={above} columns={heads.length} />}
                <tr
                  role="row"
                  class={incident.verdict?.verdict === "expected" || incident.like ? "row hushed" : "row"}
                  data-testid={`incident-${incident.rank}`}
                  data-key={incident.rank}
                  tabIndex={at === stop ? 0 : -1}
                  aria-rowindex={index}
                  aria-level={1}
                  aria-selected={at === place}
                  aria-expanded={open}
                  onClick={() => choose(incident, !open, "follow")}
                  onDblClick={() => choose(incident, true, "go")}
                  onKeyDown={(event) => keyed(event, at)}
                >
                  <Cells incident={incident} results={results} heads={heads} working={growing(model)} />
                </tr>
                {open && (
                  <IncidentRowDetail
                    incident={incident}
                    results={results}
                    model={model}
                    columns={heads.length}
                    width={width}
                    index={index + 1}
                  />
                )}
              </Fragment>
            );
          })}
          {list.below > 0 && <Room height={list.below} columns={heads.length} />}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <div class="more">
          <button
            class="btn plain"
            data-testid="show-all"
            onClick={() => dispatch({ do: "set", part: { shown: Infinity } })}
          >
            {t({ en: "Show all {0}", de: "Alle {0} zeigen" }, number(rows.length))}
          </button>
        </div>
      )}
    </>
  );
}

/** The place of rows that are not drawn. */
function Room({ height, columns }: { height: number; columns: number }): preact.JSX.Element {
  return (
    <tr class="room" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

/** Whether more incidents may come. */
const growing = ({ state }: Model): boolean => state.kind === "working" && state.fresh;

function Tools({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const count = number(results.chosen.incidents.length);
  return (
    <div class="tools">
      <h2>{t(terms.incidents)}</h2>
      <span class="dim">{growing(model) ? t({ en: "{0} so far", de: "{0} bisher" }, count) : count}</span>
      <span class="spring" />
      <select
        class="sortmenu"
        aria-label={t({ en: "Sort by", de: "Sortieren nach" })}
        value={model.sort}
        onChange={({ currentTarget }) =>
          dispatch({
            do: "set",
            part: {
              sort: currentTarget.value as SortKey,
              ascending: currentTarget.value === "rank" || currentTarget.value === "startTime",
            },
          })
        }
      >
        {columns(results).map(
          ({ key, title }) =>
            key && (
              <option key={key} value={key}>
                {key === "rank" ? t({ en: "Rank", de: "Rang" }) : title}
              </option>
            ),
        )}
      </select>
      <button
        class="btn plain"
        data-testid="export-csv"
        title={t({ en: "Export anomalies CSV", de: "Anomalien als CSV exportieren" })}
        onClick={() => post({ type: "export", format: "anomaliesCsv", image: "" })}
      >
        <span class="full">{t({ en: "Export anomalies CSV", de: "Anomalien als CSV exportieren" })}</span>
        <span class="brief">{t({ en: "Export CSV", de: "CSV exportieren" })}</span>
      </button>
      <input
        type="search"
        data-testid="filter"
        placeholder={t(terms.filter)}
        aria-label={t({ en: "Filter incidents", de: "Vorfälle filtern" })}
        value={model.filter}
        onInput={({ currentTarget }) => dispatch({ do: "set", part: { filter: currentTarget.value } })}
      />
    </div>
  );
}

function Head({ heads, model, dispatch }: PartProps & { heads: readonly Column[] }): preact.JSX.Element {
  const sort = (key: SortKey): void =>
    dispatch({
      do: "set",
      part: { sort: key, ascending: model.sort === key ? !model.ascending : key === "rank" || key === "startTime" },
    });
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1}>
        {heads.map(({ key, title, style }) => (
          <th
            key={title}
            scope="col"
            role="columnheader"
            class={style}
            aria-sort={key === model.sort ? (model.ascending ? "ascending" : "descending") : undefined}
          >
            {key ? (
              <button data-testid={`sort-${key}`} onClick={() => sort(key)}>
                {title}
                {key === model.sort && key !== "rank" ? (model.ascending ? " \u2191" : " \u2193") : ""}
              </button>
            ) : (
              title
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({
  incident,
  results,
  heads,
  working,
}: {
  incident: IncidentFacts;
  results: Results;
  heads: readonly Column[];
  working: boolean;
}): preact.JSX.Element {
  const words = timeWords(results);
  const digits = valueDigits(results);
  const content: Readonly<Record<string, preact.ComponentChild>> = {
    "c-sev": <Severity value={incident.severity} />,
    "c-kind": kindText(incident.kind),
    "c-act num": number(incident.actual, digits),
    "c-exp num": number(incident.expected, digits),
    "c-off num": offBy(incident.actual, incident.expected, digits) || "\u2013",
    "c-last num": lastedText(incident.told.end - incident.told.start, words),
    "c-conf num":
      working || !Number.isFinite(incident.confidence) ? (
        <span class="dim">{"\u2013"}</span>
      ) : (
        percent(incident.confidence)
      ),
    "c-dets": <DetectorDots counted={countedDetectors(results)} pointing={incident.detectors} />,
    "c-why why": incident.reason,
  };
  return (
    <>
      {heads.map(({ style }) => {
        if (style === "c-rank num")
          return (
            <td key={style} role="gridcell" class={`${style} dim`}>
              {incident.rank}
            </td>
          );
        if (style === "c-when")
          return (
            <th key={style} role="rowheader" scope="row" class={style}>
              {spanText(incident.told.start, incident.told.end, words)}
            </th>
          );
        return (
          <td key={style} role="gridcell" class={style === "c-exp num" ? `${style} dim` : style}>
            {content[style]}
          </td>
        );
      })}
    </>
  );
}

/** Detectors in their fixed order: filled points at the incident, hollow not, dashed still running. */
function DetectorDots({
  counted,
  pointing,
}: {
  counted: readonly DetectorFacts[];
  pointing: readonly string[];
}): preact.JSX.Element {
  const names = counted.filter((detector) => pointing.includes(detector.id)).map((detector) => detector.title);
  return (
    <span
      class="dots"
      role="img"
      title={names.join(", ")}
      aria-label={t({ en: "{0} of {1}: {2}", de: "{0} von {1}: {2}" }, names.length, counted.length, names.join(", "))}
    >
      {counted.map(({ id, state }) => (
        <i key={id} class={state === "running" ? "run" : pointing.includes(id) ? "on" : ""} />
      ))}
    </span>
  );
}
