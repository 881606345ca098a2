/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3));
  const letters = lettersOf(word);
  const near = known
    .map((candidate) => ({ candidate, away: distance(letters, lettersOf(candidate), most) }))
    .sort((a, b) => a.away - b.away)[0];
  return near === undefined || near.away > most ? undefined : near.candidate;
}

function lettersOf(word: string): readonly string[] {
  return Array.from(word.toLowerCase());
}

/** Levenshtein's distance, a row at a time; more than `most` where the lengths alone say so. */
function distance(from: readonly string[], to: readonly string[], most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
