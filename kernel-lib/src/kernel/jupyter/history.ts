type Entry = readonly [session: number, line: number, input: string];

/** The cells a kernel has run, for `history_request`. Sessions before this one are not kept. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string): void {
    this.#entries.push([1, line, input]);
  }

  /** Answers a request: the content of the reply without its status. See https://jupyter-client.readthedocs.io/en/stable/messaging.html#history */
  find(request: Readonly<Record<string, unknown>>): { history: unknown[] } {
    const found = this.#select(request);
    return {
      history: request.output === true ? found.map(([session, line, input]) => [session, line, [input, null]]) : found,
    };
  }

  #select({
    hist_access_type: access,
    session,
    start,
    stop,
    n,
    pattern,
    unique,
  }: Readonly<Record<string, unknown>>): Entry[] {
    const last = typeof n === "number" ? n : Infinity;
    if (access === "range") {
      if (session !== 0 && session !== 1) return [];
      return this.#entries.filter(([, line]) => line >= Number(start ?? 0) && line < Number(stop ?? Infinity));
    }
    if (access !== "search") return this.#entries.slice(-last);
    const matches = glob(String(pattern ?? "*"));
    const found = this.#entries.filter(([, , input]) => matches.test(input));
    const kept =
      unique === true
        ? found.filter(([, , input], index) => !found.slice(index + 1).some(([, , later]) => later === input))
        : found;
    return kept.slice(-last);
  }
}

/** `*` and `?` as in file names. */
function glob(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".")}$`,
    "s",
  );
}
