const wordsOf = (title: string): string[] => title.split(/[\s-]+/).filter(Boolean);

/** Initials of the words, or the first letters of a single one. */
function short(title: string): string {
  const words = wordsOf(title);
  return words.length > 1 ? words.map((word) => word[0].toUpperCase()).join("") : title.slice(0, 3);
}

/** Initials with so many letters of one of the words. */
const longer = (title: string, place: number, letters: number): string =>
  wordsOf(title)
    .map((word, at) => (at === place ? word[0].toUpperCase() + word.slice(1, letters) : word[0].toUpperCase()))
    .join("");

/** A short label for each title, no two alike: where initials are shared, the first word that differs is told with more letters. */
export function shortLabels(titles: readonly string[]): string[] {
  const labels = titles.map(short);
  return titles.map((title, at) => {
    const alike = titles.filter((_, other) => other !== at && labels[other] === labels[at]);
    if (!alike.length) return labels[at];
    const words = wordsOf(title);
    const differs = words.findIndex((word, place) => alike.some((other) => wordsOf(other)[place] !== word));
    for (let letters = 2; letters <= words[Math.max(0, differs)].length; letters++) {
      const label = longer(title, differs, letters);
      if (alike.every((other) => longer(other, differs, letters) !== label)) return label;
    }
    return title;
  });
}
