/** The languages that the library speaks. */
export type Language = "en" | "de";

/** A text in every language. */
export type Localized = Readonly<Record<Language, string>>;

/** What stands in English beside it, in the other languages. */
export type Translations<Text> = Readonly<Record<Exclude<Language, "en">, Text>>;

/** How an entry of a register is called, and in one sentence what it is for. */
export interface Titled {
  readonly title: string;
  readonly summary: string;
}
