import { useState } from "preact/hooks";
import type { PageState } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";
import { FileName } from "../controls/header.js";
import { post } from "../state/host.js";
import type { Model } from "../state/model.js";
import { ReadEditor } from "../controls/read-editor.js";

/** Problems that are not about how the text is read. */
const notRead: readonly string[] = ["file_deleted", "file_not_found", "empty_file", "bad_config", "internal"];

/** What is wrong, what came, the place in the file, and what to do: no tabs, no empty chart. */
export function ErrorView({
  state,
  model,
}: {
  state: Extract<PageState, { kind: "failed" }>;
  model: Model;
}): preact.JSX.Element {
  const { problem, excerpt, file } = state;
  const [reading, read] = useState(false);
  return (
    <>
      <header class="bar">
        <FileName name={file} />
      </header>
      <div class="tabs none" />
      <main>
        <div class="message" role="alert" data-testid="problem" data-code={problem.code}>
          <h2>{problem.message}</h2>
          <p>{problem.hint}</p>
          {excerpt && (
            <pre>
              {excerpt.lines.map((line) => (
                <div key={line.number}>
                  <span class={line.number === excerpt.marked ? "errmark" : "dim"}>
                    {String(line.number).padStart(5)}
                  </span>{" "}
                  {line.number === excerpt.marked ? <mark>{line.text}</mark> : line.text}
                </div>
              ))}
            </pre>
          )}
          <div class="acts">
            <button class="btn primary" data-testid="run" onClick={() => post({ type: "run" })}>
              {t(terms.runAgain)}
            </button>
            {excerpt && (
              <button
                class="btn"
                onClick={() => post({ type: "reveal", line: Math.max(1, excerpt.marked), how: "go" })}
              >
                {excerpt.marked
                  ? t({ en: "Show line {0}", de: "Zeile {0} zeigen" }, number(excerpt.marked))
                  : t({ en: "Show the file", de: "Datei zeigen" })}
              </button>
            )}
            {!notRead.includes(problem.code) && (
              <button class="btn" data-testid="read-differently" aria-expanded={reading} onClick={() => read(!reading)}>
                {t({ en: "Read it differently…", de: "Anders lesen …" })}
              </button>
            )}
            {model.settings?.configuration && (
              <button class="btn" data-testid="open-configuration" onClick={() => post({ type: "openConfiguration" })}>
                {t({ en: "Open {0}", de: "{0} öffnen" }, model.settings.configuration)}
              </button>
            )}
            {Object.keys(model.settings?.overrides ?? {}).length > 0 && (
              <button
                class="btn"
                data-testid="reset-overrides"
                onClick={() => post({ type: "override", overrides: {} })}
              >
                {t({ en: "Take back what was changed here", de: "Änderungen aus diesem Fenster zurücknehmen" })}
              </button>
            )}
            <button class="btn plain" onClick={() => post({ type: "openFile", uri: "" })}>
              {t({ en: "Open CSV…", de: "CSV öffnen…" })}
            </button>
            <button class="btn plain" onClick={() => post({ type: "sample" })}>
              {t({ en: "Try a sample", de: "Beispiel ansehen" })}
            </button>
          </div>
          {reading && (
            <div class="edit">
              <ReadEditor fit={(changes) => post({ type: "configure", changes })} leave={() => read(false)} />
            </div>
          )}
        </div>
      </main>
    </>
  );
}

/** No file yet: one sentence and two ways on. */
export function EmptyView(): preact.JSX.Element {
  return (
    <main>
      <div class="message" data-testid="empty">
        <h2>
          {t({
            en: "Which moments of a KPI file are not normal?",
            de: "Welche Zeitpunkte einer KPI-Datei sind nicht normal?",
          })}
        </h2>
        <p>
          {t({
            en: "Open a CSV, Excel, Parquet, JSON or SQLite file with a date column and numbers, or drop one here with Shift held down.",
            de: "Öffnen Sie eine CSV-, Excel-, Parquet-, JSON- oder SQLite-Datei mit einer Datumsspalte und Zahlen, oder ziehen Sie eine mit gedrückter Umschalttaste hierher.",
          })}
        </p>
        <div class="acts">
          <button class="btn primary" onClick={() => post({ type: "openFile", uri: "" })}>
            {t({ en: "Open CSV…", de: "CSV öffnen…" })}
          </button>
          <button class="btn" onClick={() => post({ type: "sample" })}>
            {t({ en: "Try a sample", de: "Beispiel ansehen" })}
          </button>
        </div>
      </div>
    </main>
  );
}
