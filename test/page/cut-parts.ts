/**
 * Parts of the page whose content does not fit into them, or that stand beyond its edge; what scrolls by itself may. Runs in the
 * page: give it to `evaluate` of its body.
 */
export function cutParts(body: HTMLElement | SVGElement): string[] {
  const page = body.ownerDocument.defaultView!;
  const parts = Array.from(
    body.querySelectorAll<HTMLElement>("table th, table td, .verdict, .bar, .tabs, .tools, .card p, .lanelabels span"),
  );
  const shown = parts.filter(
    (part) => part.getClientRects().length > 0 && !part.closest(".sr, .scroller, .legend, .room, [hidden]"),
  );
  const named = (part: HTMLElement): string => `${part.className}: ${part.innerText.slice(0, 60)}`;
  const cut = shown
    .filter(
      (part) =>
        (part.scrollWidth > part.clientWidth + 1 && page.getComputedStyle(part).display !== "inline") ||
        part.getBoundingClientRect().right > page.innerWidth + 0.5,
    )
    .map(named);
  const labels = shown.filter((part) => part.parentElement?.className === "lanelabels");
  const over = labels.filter(
    (label, place) =>
      place > 0 && label.getBoundingClientRect().left < labels[place - 1].getBoundingClientRect().right + 2,
  );
  return [...cut, ...over.map((label) => `over its neighbour: ${named(label)}`)];
}
