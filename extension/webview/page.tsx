import { render } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import { terms } from "../shared/terms.js";
import { setDisplayLanguage, t } from "../shared/translate.js";
import { setLocale } from "../shared/words.js";
import { AssumedPopup } from "./controls/assumed-popup.js";
import { ExportMenu } from "./controls/export-menu.js";
import { FileName, Header, Tabs } from "./controls/header.js";
import type { PartProps } from "./state/part-props.js";
import { onMessage, post, savedView, saveView } from "./state/host.js";
import { EmptyView, ErrorView } from "./views/message-view.js";
import { initialModel, reduce, resultsOf, selectedIncident, type Action, type Model } from "./state/model.js";
import { tellProgress, useProgress } from "./state/use-progress.js";
import { CancelButton } from "./views/headline/headline.js";
import { views } from "./views/index.js";

function Page(): preact.JSX.Element {
  const [model, dispatch] = useReducer(reduce, initialModel, startingModel);
  useEffect(() => listen(dispatch), []);
  useEffect(() => {
    if (model.uri) saveView({ uri: model.uri, view: model.view, range: model.range, selected: model.selected });
  }, [model.uri, model.view, model.range, model.selected]);
  useScrollToSelected(model);
  const { state } = model;
  const results = resultsOf(model);
  if (state.kind === "empty") return <EmptyView />;
  if (state.kind === "failed") return <ErrorView state={state} model={model} />;
  if (!results) return <Reading state={state} />;
  const props: PartProps = { model, results, dispatch };
  const view = views.find(({ name }) => name === model.view) ?? views[0];
  const View = view.draw;
  return (
    <>
      <Header {...props} />
      {state.kind === "working" ? <Bar /> : <div class="progress" />}
      <Tabs {...props} views={views} />
      <main data-state={state.kind} tabIndex={view.scrolledAsWhole ? 0 : undefined}>
        <div id="view" role="tabpanel" aria-labelledby={`tab-${model.view}`}>
          <View {...props} />
        </div>
      </main>
      {model.popup === "assumed" && <AssumedPopup {...props} />}
      {model.popup === "export" && (
        <section aria-label={t(terms.export)}>
          <ExportMenu {...props} />
        </section>
      )}
    </>
  );
}

/** What a reload of the window left: the view, the chart's window, the selection. */
function startingModel(model: Model): Model {
  const saved = savedView();
  const view = views.find(({ name }) => name === saved.view)?.name ?? model.view;
  return {
    ...model,
    view,
    placed: saved.view !== undefined,
    range: saved.range ?? null,
    selected: saved.selected ?? null,
  };
}

/** Before the first result: the file's name, the bar, and a way out. */
function Reading({
  state,
}: {
  state: Extract<Model["state"], { kind: "working" | "cancelled" | "ready" }>;
}): preact.JSX.Element {
  const cancelled = state.kind === "cancelled";
  return (
    <>
      <header class="bar">
        <FileName name={state.file} />
      </header>
      {state.kind === "working" && <Bar />}
      <div class="tabs none" />
      <main>
        <div class="verdict" data-testid="verdict">
          <p role="status">
            {cancelled ? <b>{t(terms.cancelled)}</b> : t({ en: "Reading the file…", de: "Die Datei wird gelesen…" })}
          </p>
          {cancelled ? (
            <button class="btn" data-testid="run" onClick={() => post({ type: "run" })}>
              {t(terms.runAgain)}
            </button>
          ) : (
            <CancelButton />
          )}
        </div>
      </main>
    </>
  );
}

function Bar(): preact.JSX.Element {
  const percent = Math.round(Math.max(0.02, Math.min(1, useProgress()?.fraction ?? 0)) * 100);
  return (
    <div class="progress">
      <i
        data-testid="progress"
        style={{ width: `${percent}%` }}
        role="progressbar"
        aria-label={t({ en: "Analysis", de: "Analyse" })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      />
    </div>
  );
}

/** Wires host, keyboard and theme to the model. */
function listen(dispatch: (action: Action) => void): () => void {
  onMessage((message) => {
    if (message.type === "boot") {
      setLocale(message.locale);
      setDisplayLanguage(message.locale);
    }
    if (message.type === "progress") {
      tellProgress(message.progress);
      return;
    }
    if (message.type === "state") tellProgress(message.state.kind === "working" ? message.state.progress : null);
    else if (message.type === "analysis") tellProgress(null);
    dispatch({ do: "message", message });
  });
  const keyed = (event: KeyboardEvent): void => {
    // Whoever is open (a menu, an editor, a note) has taken its Escape before.
    if (event.key === "Escape" && !event.defaultPrevented) dispatch({ do: "back" });
    if (event.key !== "F8") return;
    event.preventDefault();
    dispatch({ do: "step", by: event.shiftKey ? -1 : 1 });
  };
  const dropped = (event: DragEvent): void => {
    const uri =
      event.dataTransfer?.getData("application/vnd.code.uri-list") || event.dataTransfer?.getData("text/uri-list");
    if (!uri) return;
    event.preventDefault();
    post({ type: "openFile", uri: uri.split(/\r?\n/)[0] });
  };
  const over = (event: DragEvent): void => event.preventDefault();
  addEventListener("keydown", keyed);
  addEventListener("drop", dropped);
  addEventListener("dragover", over);
  let theme = 0;
  const observer = new MutationObserver(() => dispatch({ do: "set", part: { theme: ++theme } }));
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  post({ type: "ready" });
  return () => observer.disconnect();
}

/** A row selected from the chart, F8 or the CSV editor is brought into view. */
function useScrollToSelected(model: Model): void {
  const rank = selectedIncident(model)?.rank;
  useEffect(() => {
    if (rank === undefined) return;
    // The row last: where both have no room, its head stays in view.
    for (const part of ["detail", "incident"])
      document.querySelector(`[data-testid=${part}-${rank}]`)?.scrollIntoView({ block: "nearest" });
  }, [model.selected, model.open]);
}

addEventListener("error", ({ message }) => {
  // Chromium's note that a size settled one frame later than asked; nothing is wrong.
  if (!message.startsWith("ResizeObserver loop")) post({ type: "fault", message: message.slice(0, 1000) });
});
const root = document.getElementById("panel");
if (root) render(<Page />, root);
