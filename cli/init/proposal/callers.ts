import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { suiteFolder } from "../../../rehearsal/engines/package-folder.ts";

/** What a caller is written for. */
export interface Calling {
  readonly targets: readonly string[];
  readonly branch: string;
  /** Empty: the repository's top. */
  readonly stack: string;
}

const folder = (): string => join(suiteFolder(), "examples", "workflows");

/** The callers that this package ships, by their names without `.yml`. */
export async function knownCallers(): Promise<readonly string[]> {
  const names = await readdir(folder());
  return names.filter((name) => name.endsWith(".yml")).map((name) => name.slice(0, -4));
}

/** The caller of a release to two targets, one after the other. */
export const ofTwo = "staging-then-production";

/** The callers that most teams want. `watch` ends what `observe` leaves open. */
export function usualCallers(targets: readonly string[], observes: boolean): readonly string[] {
  const release = targets.length > 1 ? ofTwo : "merge-to-main";
  return [release, "plan-pull-request", "rollback", "promote", "drift", ...(observes ? ["watch"] : [])];
}

/**
 * A caller as the package ships it, with the repository's own targets, branch and folder. Versions that `existing`
 * has pinned stay.
 */
export async function callerText(name: string, calling: Calling, existing = ""): Promise<string> {
  const shipped = await readFile(join(folder(), `${name}.yml`), "utf8");
  const adapted = [withTargets(calling), withBranch(calling), withFolder(calling), signed].reduce(
    (text, change) => change(text),
    shipped,
  );
  return withPins(adapted, existing);
}

type Change = (text: string) => string;

/** The shipped callers call them `staging` and `production`; secrets of the first have its name before theirs. */
function withTargets({ targets }: Calling): Change {
  const first = targets[0] ?? "production";
  const last = targets.at(-1) ?? "production";
  return (text) =>
    text
      .replaceAll("options: [staging, production]", `options: [${targets.join(", ")}]`)
      .replaceAll("STAGING_", `${secretPrefix(first)}_`)
      .replace(/\b(?:staging|production)\b/g, (word) => (word === "staging" ? first : last));
}

/** What the repository's own secrets of a first target begin with. */
export function secretPrefix(target: string): string {
  return target.toUpperCase().replaceAll("-", "_");
}

function withBranch({ branch }: Calling): Change {
  const written = /^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch);
  return (text) => text.replaceAll("branches: [main]", `branches: [${written}]`);
}

/** Each action and the chain are told where the stack is. */
function withFolder({ stack }: Calling): Change {
  if (stack === "") return (text) => text;
  const written = /^[\w./-]+$/.test(stack) ? stack : JSON.stringify(stack);
  return (text) =>
    text.replace(
      /^( +)target: \S.*$/gm,
      (line, space: string) => `${line}\n${space}working-directory: ${written}`,
    );
}

function signed(text: string): string {
  return text.replace(
    /Copy (?:to \.github\/workflows\/ of your repository|beside [\w.]+) and pin (the|each) version by its commit\./,
    "Written by `prism-rollout init`; pin $1 version by its commit.",
  );
}

/** `@<commit> # v1.2.3` where the file that is there has it so. */
function withPins(text: string, existing: string): string {
  const pattern = /(uses: prism-rollout\/prism-rollout[^\s@]*)@(\S+(?: #[^\n]*)?)/g;
  const pins = new Map([...existing.matchAll(pattern)].map(([, use = "", pin = ""]) => [use, pin]));
  return text.replace(pattern, (_, use: string, pin: string) => `${use}@${pins.get(use) ?? pin}`);
}
