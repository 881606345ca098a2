const ends = /[\r\n\u2028\u2029]/;

/** Each run of white space in which a line ends, as `between`. A run is read once, however long it is. */
export function joinLines(text: string, between = " "): string {
  return text.replace(/\s+/g, (run) => (ends.test(run) ? between : run));
}
