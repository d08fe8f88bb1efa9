import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { KpiFacts, Results } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number, segmentText, seriesText, severityLevel } from "../../shared/words.js";
import { Mark } from "../chart/marks.js";
import { post } from "../state/host.js";
import type { PartProps } from "../state/part-props.js";
import { pickerGroups, type PickerGroup } from "./picker-groups.js";

/** Entries drawn at once; a search brings the others. */
const mostShown = 300;

/** The KPI on show, and a list of all to choose another from: searchable, by KPI and then segment, the worst first, with counts. */
export function KpiPicker(props: PartProps): preact.JSX.Element {
  const { model, results, dispatch } = props;
  const { kpis, chosen, key } = results;
  const open = model.popup === "kpi";
  const all = model.view === "overview" && results.several;
  const toggle = (): void => dispatch({ do: "set", part: { popup: open ? null : "kpi", editing: null } });
  const name = all ? t({ en: "All KPIs", de: "Alle KPIs" }) : seriesText(chosen, key);
  if (!results.several && kpis.length === 1)
    return (
      <span class="picked" data-testid="kpi" title={name}>
        {name}
      </span>
    );
  return (
    <span class="picker">
      <button
        class="btn pick"
        data-testid="kpi"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={t({ en: "KPI: {0}", de: "KPI: {0}" }, name)}
        title={name}
        onClick={toggle}
      >
        <span>{name}</span>
        <svg class="chevron" width={8} height={8} aria-hidden="true">
          <path d="M1 2.5l3 3 3-3" />
        </svg>
      </button>
      {open && <PickerList {...props} />}
    </span>
  );
}

/** An entry of the list; -1 is all KPIs. */
const allKpis = -1;

function PickerList({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const groups = pickerGroups(results, text);
  const entries = [
    ...(text === "" ? [allKpis] : []),
    ...groups.flatMap(({ entries: inside }) => inside.map(({ index }) => index)),
  ].slice(0, mostShown);
  const now = model.view === "overview" ? allKpis : results.chosen.index;
  const [at, setAt] = useState(now);
  const active = entries.includes(at) ? at : (entries[0] ?? now);
  const close = (): void => {
    dispatch({ do: "set", part: { popup: null } });
    setTimeout(() => document.querySelector<HTMLElement>("[data-testid=kpi]")?.focus());
  };
  const choose = (index: number): void => {
    close();
    if (index === allKpis) dispatch({ do: "set", part: { view: "overview", placed: true } });
    else {
      post({ type: "choose", index });
      dispatch({
        do: "set",
        part: { placed: true, ...(model.view === "overview" ? { view: "timeline" as const } : {}) },
      });
    }
  };
  useLayoutEffect(() => box.current?.querySelector("input")?.focus(), []);
  useLayoutEffect(() => {
    box.current?.querySelector(`#kpi-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  useEffect(() => closeOutside(box, close), []);
  const keyed = (event: KeyboardEvent): void => {
    const place = entries.indexOf(active);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + 10, PageUp: place - 10 }[event.key];
    if (to !== undefined) setAt(entries[Math.max(0, Math.min(entries.length - 1, to))] ?? active);
    else if (event.key === "Enter" && entries.length) choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} class="pop kpis" data-testid="kpi-popup" onKeyDown={keyed}>
      <input
        type="search"
        list={undefined}
        role="combobox"
        data-testid="kpi-search"
        aria-expanded="true"
        aria-controls="kpi-list"
        aria-activedescendant={`kpi-${active}`}
        aria-label={t({ en: "Search KPIs", de: "KPIs suchen" })}
        placeholder={t({ en: "Search {0} KPIs", de: "{0} KPIs durchsuchen" }, number(results.kpis.length))}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div id="kpi-list" role="listbox" aria-label={t(terms.kpis)} class="kpilist">
        {entries.includes(allKpis) && (
          <Entry
            index={allKpis}
            active={active}
            chosen={now}
            choose={choose}
            name={t({ en: "All KPIs", de: "Alle KPIs" })}
            facts={null}
          />
        )}
        {groups.map((group) => (
          <Group
            key={group.kpi}
            group={group}
            entries={entries}
            active={active}
            now={now}
            choose={choose}
            of={results}
          />
        ))}
        {!entries.length && <p class="dim">{t({ en: "No KPI matches.", de: "Kein KPI passt dazu." })}</p>}
      </div>
    </div>
  );
}

function Group({
  group,
  entries,
  active,
  now,
  choose,
  of: { kpis, key },
}: {
  group: PickerGroup;
  entries: readonly number[];
  active: number;
  now: number;
  choose: (index: number) => void;
  of: Results;
}): preact.JSX.Element | null {
  const shown = group.entries.filter(({ index }) => entries.includes(index));
  if (!shown.length) return null;
  const inside = shown.map(({ index, series }) => (
    <Entry
      key={index}
      index={index}
      active={active}
      chosen={now}
      choose={choose}
      name={series === "" ? group.kpi : segmentText(series, key)}
      facts={kpis[index]}
    />
  ));
  if (!group.titled) return <>{inside}</>;
  return (
    <div role="group" aria-labelledby={`kpi-group-${shown[0].index}`}>
      <div class="grouphead" id={`kpi-group-${shown[0].index}`}>
        {group.kpi}
      </div>
      {inside}
    </div>
  );
}

function Entry({
  index,
  active,
  chosen,
  choose,
  name,
  facts,
}: {
  index: number;
  active: number;
  chosen: number;
  choose: (index: number) => void;
  name: string;
  facts: KpiFacts | null;
}): preact.JSX.Element {
  return (
    <div
      id={`kpi-${index}`}
      role="option"
      data-testid={`kpi-${index}`}
      class={index === active ? "item active" : "item"}
      aria-selected={index === chosen}
      onClick={() => choose(index)}
    >
      <span class="name">{name}</span>
      {facts && facts.incidents > 0 && (
        <>
          <svg width={14} height={16} aria-hidden="true" class={severityLevel(facts.severity)}>
            <Mark severity={facts.severity} x={7} y={8} />
          </svg>
          <span class="count">{number(facts.incidents)}</span>
        </>
      )}
    </div>
  );
}

/** A click elsewhere closes the list; one on its own button is the button's business. */
function closeOutside(box: preact.RefObject<HTMLElement | null>, close: () => void): () => void {
  const clicked = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (!box.current?.contains(target) && !target.closest("[data-testid=kpi]")) close();
  };
  addEventListener("pointerdown", clicked);
  return () => removeEventListener("pointerdown", clicked);
}
