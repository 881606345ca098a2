import type { Repository } from "./model.ts";
import type { Sources } from "./reading.ts";

/** What a `uses` points at. */
export type Target =
  | { readonly kind: "repository"; readonly repository: Repository; readonly path: string }
  | { readonly kind: "workspace"; readonly path: string }
  | { readonly kind: "builtin"; readonly name: string; readonly ref: string }
  | { readonly kind: "problem"; readonly message: string };

/**
 * Resolves `$/path` (the repository and commit of the file that says it), `./path` and `OWNER/NAME/path@ref`.
 * In a job `./` means the same as `$/`; in a step it is the job's workspace.
 */
export function resolveUses(uses: string, where: "job" | "step", home: Repository, sources: Sources): Target {
  if (uses.startsWith("$/") || (uses.startsWith("./") && where === "job")) {
    if (uses.includes("@")) return problem(`"${uses}" takes no @ref: it is always the commit of this file.`);
    return { kind: "repository", repository: home, path: tidy(uses.slice(2)) };
  }
  if (uses.startsWith("./")) return { kind: "workspace", path: tidy(uses.slice(2)) };
  if (uses.startsWith("docker://")) return problem(`"${uses}": the rehearsal plays no containers.`);
  const [, name, path = "", ref] = /^([\w.-]+\/[\w.-]+)((?:\/[^@]+)?)@(.+)$/.exec(uses) ?? [];
  if (name === undefined || ref === undefined) {
    return problem(`"${uses}" is not OWNER/NAME[/path]@ref, $/path or ./path.`);
  }
  const repository = sources.find(name, ref);
  if (repository) return { kind: "repository", repository, path: tidy(path) };
  if (!/^[0-9a-f]{40}$/.test(ref)) {
    return problem(
      `"${uses}" is third-party: pin it to a full commit (40 hex digits), with the version in a comment.`,
    );
  }
  if (where === "step" && path === "" && sources.builtins.has(name)) return { kind: "builtin", name, ref };
  return problem(
    `"${uses}" cannot be played: it is neither in a known repository nor one of ${known(sources)}.`,
  );
}

function problem(message: string): Target {
  return { kind: "problem", message };
}

function tidy(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

function known(sources: Sources): string {
  return [...sources.builtins.keys()].sort().join(", ");
}
