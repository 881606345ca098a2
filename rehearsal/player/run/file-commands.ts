/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value` lines and
 * `name<<DELIMITER` blocks. Later values win.
 * @throws {Error} for a line that is neither, or a block that is not closed.
 */
export function parsePairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const block = line.indexOf("<<");
    if (block >= 0 && (equals < 0 || block < equals)) {
      const delimiter = line.slice(block + 2);
      const end = lines.indexOf(delimiter, index + 1);
      if (block === 0 || delimiter === "")
        throw new Error(`Invalid format "${line}": a name and a delimiter are wanted.`);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found "${delimiter}".`);
      pairs.set(line.slice(0, block), lines.slice(index + 1, end).join("\n"));
      index = end;
    } else if (equals > 0) {
      pairs.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      throw new Error(`Invalid format "${line}".`);
    }
  }
  return pairs;
}
