import { isScalar } from "../../../kit/action/input.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { environmentInputs, environmentNames } from "../../../kit/release/environments/names.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Decided, type Secret, type SecretUse, secretsOf } from "../../init/proposal/secrets.ts";
import { namesOf } from "../secrets.ts";
import type { Target } from "../target.ts";
import { type Kept, secretsKept } from "./secrets-kept.ts";
import { asMap } from "./use.ts";
import { usesIn } from "./workflows.ts";
import { asText } from "../../../kit/ports/as-text.ts";

/** A place where a job looks for a secret, and whether GitHub holds it there. */
export interface Place {
  readonly use: SecretUse;
  /** `production-migrate`, or the repository. */
  readonly at: string;
  readonly environment: string | undefined;
  readonly is: "set" | "missing" | "unread";
}

/** The secrets of a target, and their places. */
export interface Places {
  readonly all: readonly Secret[];
  readonly of: (secret: Secret) => readonly Place[];
  /** Where a person sees them. */
  readonly look: string;
}

/** Asks GitHub for the names that it holds; `unread` where the token may read none of them. */
export async function openPlaces(
  target: Target,
  token: string,
  several: boolean,
  world: Runtime,
): Promise<Places | { readonly unread: string }> {
  const all = await secretsOf(decidedOf(target));
  const names = environmentNames(target.name || "default", target.section("plan", environmentInputs));
  const environmentOf = ({ environment }: SecretUse): string | undefined =>
    environment === undefined ? names.plan : names[environment as keyof typeof names];
  const uses = all.flatMap((secret) => secret.uses.map(environmentOf));
  const wanted = [...new Set(uses)].filter((name) => name !== undefined);
  const kept = await secretsKept(await world.github(token), wanted, world.context);
  if ("unread" in kept) return kept;
  const mapped = await mappedNames(world.root, target.name);
  const of = (secret: Secret): readonly Place[] => {
    const known = [...namesOf(secret.name, target.name, several), ...(mapped.get(secret.name) ?? [])];
    return secret.uses.map((use) => placeOf(use, environmentOf(use), known, kept));
  };
  return { all, of, look: kept.look };
}

/** In words: for how many places it is set, where it is missing, and where nobody could look. */
export function storiesOf(
  places: readonly Place[],
  { look }: Pick<Places, "look">,
): { readonly says: string; readonly missing: readonly Place[]; readonly unread: readonly Place[] } {
  const having = (is: Place["is"]): readonly Place[] => places.filter((place) => place.is === is);
  const [there, missing, unread] = [having("set"), having("missing"), having("unread")];
  const list = (some: readonly Place[]): string => some.map(({ at }) => at).join(", ");
  const count = `set for ${there.length} of ${places.length} places`;
  const rest = unread.length === 0 ? "" : `; could not be read: ${list(unread)}, look here: ${look}`;
  if (missing.length > 0) return { says: `${count}; missing: ${list(missing)}${rest}`, missing, unread };
  return { says: unread.length === 0 ? `${count}: ${list(there)}` : `${count}${rest}`, missing, unread };
}

/** The commands that set a secret where it is missing. */
export function setAt(name: string, missing: readonly Place[]): string {
  return missing.map(({ environment }) => setBy(name, environment)).join("; ");
}

function setBy(name: string, environment: string | undefined): string {
  return `gh secret set ${name}${environment === undefined ? "" : ` --env ${environment}`}`;
}

function decidedOf({ config }: Target): Decided {
  const value = (key: string): string | undefined => {
    const owners = specs.filter(
      ({ name, inputs }) => config.sections.includes(name) && Object.hasOwn(inputs, key),
    );
    const said = owners.map(({ name }) => config.lookup(name, key)?.raw).find((raw) => raw !== undefined);
    const raw = said ?? owners[0]?.inputs[key]?.fallback;
    return isScalar(raw) ? String(raw) : undefined;
  };
  return { sections: new Set(config.sections), value };
}

/** What callers of the chain map by another name: `DATABASE_URL: ${{ secrets.SHOP_DATABASE }}`. */
async function mappedNames(root: string, target: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { uses } = await usesIn(root);
  const all = new Map<string, string[]>();
  for (const { called } of uses) {
    const named = asMap(called.with)["target"];
    if (typeof named === "string" && !named.includes("${{") && target !== "" && named !== target) continue;
    for (const [name, text] of Object.entries(asMap(called.secrets))) {
      const from = /\$\{\{\s*secrets\.(\w+)\s*\}\}/.exec(asText(text))?.[1];
      if (from !== undefined) all.set(name, [...(all.get(name) ?? []), from]);
    }
  }
  return all;
}

function placeOf(
  use: SecretUse,
  environment: string | undefined,
  names: readonly string[],
  { environments, around }: Kept,
): Place {
  const at = environment ?? `the repository (${use.job})`;
  // GitHub's names are of upper-case letters, however they were written.
  const holds = (held: ReadonlySet<string> | undefined): boolean =>
    names.some((name) => held?.has(name.toUpperCase()) === true);
  const own = environment === undefined ? around : environments.get(environment);
  if (holds(own) || holds(around)) return { use, at, environment, is: "set" };
  const unread = own === undefined || around === undefined;
  return { use, at, environment, is: unread ? "unread" : "missing" };
}
