import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";

interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly change: (value: Value) => void;
}

/** One of a few, or of a file's columns. */
export function Choice({
  label,
  value,
  choices,
  change,
}: FieldProps<string> & { readonly choices: readonly (readonly [string, string])[] }): preact.JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function TextField({
  label,
  value,
  change,
  placeholder = "",
  hidden = false,
}: FieldProps<string> & { readonly placeholder?: string; readonly hidden?: boolean }): preact.JSX.Element {
  const input = (
    <input
      type="text"
      value={value}
      placeholder={placeholder}
      aria-label={hidden ? label : undefined}
      onInput={({ currentTarget }) => change(currentTarget.value)}
    />
  );
  return hidden ? (
    input
  ) : (
    <label class="field">
      <span>{label}</span>
      {input}
    </label>
  );
}

/** A number; what is not one is refused by the page itself before the form is sent. */
export function NumberField({
  label,
  value,
  change,
  least,
  most,
  step,
}: FieldProps<number> & {
  readonly least: number;
  readonly most?: number;
  readonly step?: number;
}): preact.JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        required
        value={value}
        min={least}
        max={most}
        step={step ?? "any"}
        onInput={({ currentTarget }) =>
          Number.isFinite(currentTarget.valueAsNumber) && change(currentTarget.valueAsNumber)
        }
      />
    </label>
  );
}

export function Tick({
  label,
  value,
  change,
  disabled = false,
}: FieldProps<boolean> & { readonly disabled?: boolean }): preact.JSX.Element {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      {label}
    </label>
  );
}

interface EditFormProps {
  readonly submit: () => void;
  /** Whether what was chosen needs a new run. */
  readonly fits?: boolean;
  /** Whether what was chosen makes sense. */
  readonly ready?: boolean;
  readonly leave: () => void;
  readonly children: preact.ComponentChildren;
}

/** Fields, and buttons that say before anything starts whether it needs a new run. */
export function EditForm({ submit, fits = false, ready = true, leave, children }: EditFormProps): preact.JSX.Element {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready) submit();
  };
  return (
    <form onSubmit={submitted}>
      {children}
      <div class="acts">
        <button class="btn primary" type="submit" data-testid="apply" disabled={!ready}>
          {fits ? t(terms.runAgain) : t({ en: "Apply", de: "Übernehmen" })}
        </button>
        <button class="btn" type="button" onClick={leave}>
          {t(terms.cancel)}
        </button>
        <span class="dim">
          {fits
            ? t({ en: "Needs a new run.", de: "Startet eine neue Rechnung." })
            : t({ en: "From the stored scores, at once.", de: "Aus den gespeicherten Bewertungen, sofort." })}
        </span>
      </div>
    </form>
  );
}
