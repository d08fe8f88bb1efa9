/** Two fingers on the chart: the middle between them, in pixels of the window, and how far apart they are. */
interface Fingers {
  readonly middle: number;
  readonly apart: number;
}

/** Told by how much what was in view when the pinch began grows (above 1), about a place in pixels of the window. */
export type Zoom = (about: number, scale: number) => void;

/**
 * Two fingers that part or meet zoom about what lay between them. One finger stays the page's: it scrolls. Plotly, which
 * listens deeper down, would take it for a drag.
 *
 * @param begin called when two fingers are on the chart
 */
export function listenToPinch(div: HTMLElement, begin: () => Zoom): void {
  let pinch: { readonly first: Fingers; readonly zoom: Zoom } | null = null;
  const follow = (event: TouchEvent): void => {
    // Plotly would lay a sheet over the page, and the second finger would land on that.
    event.stopPropagation();
    const now = fingersOf(event);
    if (!now) return void (pinch = null);
    event.preventDefault();
    pinch ??= { first: now, zoom: begin() };
    if (now.apart !== pinch.first.apart) pinch.zoom(pinch.first.middle, pinch.first.apart / now.apart);
  };
  for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
    div.addEventListener(name, follow, { passive: false, capture: true });
}

function fingersOf({ touches }: TouchEvent): Fingers | null {
  if (touches.length !== 2) return null;
  const [one, other] = [touches[0], touches[1]];
  return {
    middle: (one.clientX + other.clientX) / 2,
    apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
  };
}
