/** Turns a glob (`*`, `**`, `?`, `[…]`) into an expression over paths with `/`, relative to one folder. */
export function globToRegExp(glob: string): RegExp {
  const pattern = glob.replace(/^\.?\/+/, "");
  let out = "";
  for (let index = 0; index < pattern.length; index += 1) {
    const rest = pattern.slice(index);
    const [set] = /^\[!?[^\]]+\]/.exec(rest) ?? [];
    if (rest.startsWith("**/")) {
      out += "(?:[^/]+/)*";
      index += 2;
    } else if (rest.startsWith("**")) {
      out += ".*";
      index += 1;
    } else if (set !== undefined) {
      out += set.replace("[!", "[^").replaceAll("\\", "\\\\");
      index += set.length - 1;
    } else {
      out += single(pattern.charAt(index));
    }
  }
  return new RegExp(`^${out}$`);
}

function single(character: string): string {
  if (character === "*") return "[^/]*";
  if (character === "?") return "[^/]";
  return character.replace(/[.+^${}()|[\]\\]/g, "\\$&");
}
