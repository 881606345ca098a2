import { type Pair, isPair, isScalar, parseDocument, visit } from "yaml";

/**
 * What act refuses to read, as keys from the top of the file: `*` is any one key. It is left out of the copy that
 * act plays, and of nothing else. Whatever else act refuses is not known here, and ends the comparison.
 */
export const actRefuses: readonly { readonly keys: readonly string[]; readonly because: string }[] = [
  {
    keys: ["jobs", "*", "environment", "deployment"],
    because: "act's schema has not the key; it ignores environments, and makes no deployments anyway",
  },
];

/** A workflow or action as act plays it. */
export interface Adapted {
  readonly text: string;
  /** What was left out, such as `jobs.migrate.environment.deployment`. */
  readonly dropped: readonly string[];
  /** Every `uses` of a repository at a ref. */
  readonly uses: readonly string[];
}

/**
 * A copy for act of a workflow or an action of `repository`: `$/path` becomes the same repository at `ref`, which
 * is what `$/` means, and what act refuses is left out.
 */
export function adaptForAct(text: string, repository: string, ref: string): Adapted {
  const document = parseDocument(text);
  const dropped: string[] = [];
  const uses = new Set<string>();
  visit(document, {
    Pair: (_, pair, ancestors) => {
      const keys = [...ancestors.filter(isPair), pair].map(keyOf);
      if (actRefuses.some((refused) => fits(refused.keys, keys))) {
        dropped.push(keys.join("."));
        return visit.REMOVE;
      }
      if (keys.at(-1) === "uses" && isScalar(pair.value)) {
        const written = String(pair.value.value);
        if (written.startsWith("$/")) pair.value.value = `${repository}/${written.slice(2)}@${ref}`;
        if (/^[\w.-]+\/.+@/.test(written)) uses.add(written);
      }
      return undefined;
    },
  });
  return { text: document.toString({ lineWidth: 0 }), dropped, uses: [...uses] };
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function fits(pattern: readonly string[], keys: readonly string[]): boolean {
  return pattern.length === keys.length && pattern.every((one, index) => one === "*" || one === keys[index]);
}
