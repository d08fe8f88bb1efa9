import { dateMilliseconds } from "./calendar.js";

/** A day whose year is counted from the beginning of an era. */
export interface EraDay {
  readonly milliseconds: number;
  readonly format: string;
  /** No word names the era: only its three digits tell it. */
  readonly open: boolean;
}

/** What is added to the years of an era. */
const AHEAD: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
  民國: 1911,
  民国: 1911,
};

const NAMED = /^(令和|平成|昭和|民國|民国) ?(\d{1,3}|元) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?$/;
const LETTER = /^([RHS]) ?(\d{1,2})([./-])(\d{1,2})(?:\3(\d{1,2}))?$/;
const OPEN = /^(1\d\d|[89]\d(?=年))(?:([./-])(\d{1,2})(?:\2(\d{1,2}))?|年(\d{1,2})月(?:(\d{1,2})日)?)$/;

/** `令和6年1月5日`, `R6.1.5`, `民國113年1月5日`, `113/01/05`; null for other text. */
export function eraDay(text: string): EraDay | null {
  const named = NAMED.exec(text);
  if (named) {
    const [, era, year, month, day] = named;
    return found(AHEAD[era] + (year === "元" ? 1 : Number(year)), month, day, `${era}Y年M月${day ? "D日" : ""}`, false);
  }
  const letter = LETTER.exec(text);
  if (letter) {
    const [, era, year, sign, month, day] = letter;
    return found(AHEAD[era] + Number(year), month, day, `${era}Y${sign}M${day ? `${sign}D` : ""}`, false);
  }
  const open = OPEN.exec(text);
  if (!open) return null;
  const [, year, sign, month, day, monthNamed, dayNamed] = open;
  const format = sign ? `YYY${sign}MM${day ? `${sign}DD` : ""}` : `YYY年M月${dayNamed ? "D日" : ""}`;
  return found(AHEAD.民國 + Number(year), month ?? monthNamed, day ?? dayNamed, format, true);
}

function found(year: number, month: string, day: string | undefined, format: string, open: boolean): EraDay {
  return { milliseconds: dateMilliseconds(year, Number(month), Number(day ?? 1)), format, open };
}
