/** Asked for by several, done once, and only if somebody asks. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= work());
}
