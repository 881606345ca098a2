import type { Runtime } from "../../../kit/action/runtime.ts";
import { isScalar } from "../../../kit/action/input.ts";
import { environmentInputs, environmentNames } from "../../../kit/release/environments/names.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Decided, type Secret, type SecretUse, secretsOf } from "../../init/proposal/secrets.ts";
import { type Check, type Told, fail, notAsked, ok, warn } from "../check.ts";
import { namesOf } from "../secrets.ts";
import type { Target } from "../target.ts";
import { type Kept, secretsKept } from "./secrets-kept.ts";
import { asMap } from "./use.ts";
import { usesIn } from "./workflows.ts";

const what = "Secrets at GitHub";

/** Whether GitHub holds each secret of a target where a job needs it. Names only: nobody can read a value. */
export function forgeSecretChecks(target: Target, token: string, several: boolean): Check {
  return {
    group: target.group,
    what,
    ask: async (world) => ({ told: await askSecrets(target, token, several, world) }),
  };
}

async function askSecrets(
  target: Target,
  token: string,
  several: boolean,
  world: Runtime,
): Promise<readonly Told[]> {
  const all = await secretsOf(decidedOf(target));
  const names = environmentNames(target.name || "default", target.section("plan", environmentInputs));
  const environmentOf = ({ environment }: SecretUse): string | undefined =>
    environment === undefined ? names.plan : names[environment as keyof typeof names];
  const uses = all.flatMap((secret) => secret.uses.map(environmentOf));
  const wanted = [...new Set(uses)].filter((name) => name !== undefined);
  const kept = await secretsKept(await world.github(token), wanted, world.context);
  if ("unread" in kept) return [notAsked(what, kept.unread)];
  const mapped = await mappedNames(world.root, target.name);
  const look = (secret: Secret): readonly Place[] => {
    const known = [...namesOf(secret.name, target.name, several), ...(mapped.get(secret.name) ?? [])];
    return secret.uses.map((use) => placeOf(use, environmentOf(use), known, kept));
  };
  return [
    ...all.filter(({ needed }) => needed).map((secret) => tell(secret, look(secret), kept)),
    ...tellOthers(
      all.filter(({ needed, uses: places }) => !needed && places.length > 0),
      (secret) => look(secret).some(({ is }) => is === "set"),
    ),
  ];
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
      const from = /\$\{\{\s*secrets\.(\w+)\s*\}\}/.exec(String(text))?.[1];
      if (from !== undefined) all.set(name, [...(all.get(name) ?? []), from]);
    }
  }
  return all;
}

interface Place {
  readonly use: SecretUse;
  /** `production-migrate`, or the repository. */
  readonly at: string;
  readonly environment: string | undefined;
  readonly is: "set" | "missing" | "unread";
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

function tell({ name }: Secret, places: readonly Place[], { look }: Kept): Told {
  const line = `Secret ${name}`;
  const of = (is: Place["is"]): readonly Place[] => places.filter((place) => place.is === is);
  const [there, missing, unread] = [of("set"), of("missing"), of("unread")];
  const count = `set for ${there.length} of ${places.length} places`;
  const list = (some: readonly Place[]): string => some.map(({ at }) => at).join(", ");
  const rest = unread.length === 0 ? "" : `; could not be read: ${list(unread)}, look here: ${look}`;
  if (missing.length === 0)
    return unread.length === 0 ? ok(line, `${count}: ${list(there)}`) : notAsked(line, `${count}${rest}`);
  const fix = missing.map(({ environment }) => setBy(name, environment)).join("; ");
  const says = `${count}; missing: ${list(missing)}${rest}`;
  return missing.every(({ use }) => mayBeLeftOut(use)) ? warn(line, says, fix) : fail(line, says, fix);
}

function setBy(name: string, environment: string | undefined): string {
  return `gh secret set ${name}${environment === undefined ? "" : ` --env ${environment}`}`;
}

function mayBeLeftOut({ may }: SecretUse): boolean {
  return may.length > 0 && may.every((right) => right.includes("may be left out"));
}

function tellOthers(others: readonly Secret[], isSet: (secret: Secret) => boolean): readonly Told[] {
  if (others.length === 0) return [];
  const names = (some: readonly Secret[]): string => some.map(({ name }) => name).join(", ") || "none";
  const there = others.filter(isSet);
  const absent = others.filter((secret) => !there.includes(secret));
  return [ok("Secrets that may be left out", `set: ${names(there)}; not set: ${names(absent)}`)];
}
