import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { drawnRows, rowOffsets, type DrawnRow } from "./drawn-rows.js";

/** From so many rows on only those in view are in the page. */
export const longList = 200;
const usualHeight = 28;

export interface LongList {
  readonly rows: readonly DrawnRow[];
  readonly below: number;
}

/**
 * Which rows of a table to draw. Short lists are drawn whole. Rows may differ in height: each is measured once it is drawn
 * (`tr[data-key]`, an open detail counts with its row), the others are taken to be as high as the mean.
 */
export function useLongList(
  body: { readonly current: HTMLElement | null },
  keys: readonly number[],
  kept: readonly number[],
  width: number,
): LongList {
  const heights = useRef({ width, known: new Map<number, number>() });
  const [view, setView] = useState({ top: 0, bottom: 1000 });
  const [, redraw] = useState(0);
  const long = keys.length > longList;
  if (heights.current.width !== width) heights.current = { width, known: new Map() };
  const { known } = heights.current;
  const mean = known.size ? [...known.values()].reduce((sum, one) => sum + one, 0) / known.size : usualHeight;
  const offsets = rowOffsets(keys.length, (place) => known.get(keys[place]) ?? mean);

  useLayoutEffect(() => {
    const scroller = body.current?.closest("main");
    if (!scroller || !long) return undefined;
    const look = (): void => {
      const top = scroller.getBoundingClientRect().top - (body.current?.getBoundingClientRect().top ?? 0);
      setView((now) =>
        Math.abs(now.top - top) < 1 && Math.abs(now.bottom - top - scroller.clientHeight) < 1
          ? now
          : { top, bottom: top + scroller.clientHeight },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", look);
    };
  }, [long, width]);

  useLayoutEffect(() => {
    if (!long) return;
    holdColumns(body.current);
    if (measure(body.current, known)) redraw((count) => count + 1);
  });

  if (!long) return { rows: keys.map((_, place) => ({ place, above: 0 })), below: 0 };
  return drawnRows(offsets, view.top, view.bottom, kept);
}

/** Columns only grow while other rows come into view: nothing jumps sideways. */
function holdColumns(body: HTMLElement | null): void {
  for (const head of body?.parentElement?.querySelectorAll<HTMLElement>("thead th:not(.why)") ?? []) {
    const wide = head.getBoundingClientRect().width;
    if (wide > (Number.parseFloat(head.style.minWidth) || 0)) head.style.minWidth = `${wide}px`;
  }
}

/** Heights of the rows in the page by key; whether one is news. */
function measure(body: HTMLElement | null, known: Map<number, number>): boolean {
  let news = false;
  const seen = new Map<number, number>();
  for (const row of body?.querySelectorAll<HTMLElement>("tr[data-key]") ?? []) {
    const key = Number(row.dataset.key);
    seen.set(key, (seen.get(key) ?? 0) + row.getBoundingClientRect().height);
  }
  for (const [key, height] of seen) {
    if (height > 0 && Math.abs((known.get(key) ?? 0) - height) >= 0.5) {
      known.set(key, height);
      news = true;
    }
  }
  return news;
}
