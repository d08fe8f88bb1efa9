import type { ExportFormat } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import { Popup } from "./popup.js";
import { chartPicture } from "../chart/pictures/chart-picture.js";

const formats: readonly ExportFormat[] = [
  "anomaliesCsv",
  "annotatedCsv",
  "html",
  "png",
  "svg",
  "markdown",
  "json",
  "typescript",
];
const formatTitle = (format: ExportFormat): string =>
  ({
    anomaliesCsv: t({ en: "Anomalies CSV", de: "CSV der Anomalien" }),
    annotatedCsv: t({ en: "Annotated CSV", de: "CSV mit Anmerkungen" }),
    html: t({ en: "HTML report", de: "HTML-Bericht" }),
    png: t({ en: "PNG image", de: "PNG-Bild" }),
    svg: t({ en: "SVG image", de: "SVG-Bild" }),
    markdown: t({ en: "Markdown summary", de: "Zusammenfassung in Markdown" }),
    json: t({ en: "JSON", de: "JSON" }),
    typescript: t({ en: "Copy as TypeScript", de: "Als TypeScript kopieren" }),
  })[format];

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
    <Popup id="export" label={t(terms.export)} role="menu" dispatch={dispatch}>
      <div onKeyDown={keyed}>
        {formats.map((format) => (
          <button
            key={format}
            class="item"
            role="menuitem"
            data-testid={`export-${format}`}
            onClick={() => void choose(format)}
          >
            {formatTitle(format)}
          </button>
        ))}
        <button class="item apart" role="menuitem" data-testid="open-as-notebook" onClick={() => notebook()}>
          {t({ en: "Open as notebook", de: "Als Notebook öffnen" })}
        </button>
      </div>
    </Popup>
  );
}
