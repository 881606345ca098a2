import type { Runtime } from "../../../kit/action/runtime.ts";
import type { Secret } from "../../init/proposal/secrets.ts";
import { type Check, type Told, fail, notAsked, ok, warn } from "../check.ts";
import type { Target } from "../target.ts";
import { type Place, type Places, openPlaces, setAt, storiesOf } from "./secret-places.ts";

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
  const places = await openPlaces(target, token, several, world);
  if ("unread" in places) return [notAsked(what, places.unread)];
  const { all, of } = places;
  return [
    ...all.filter(({ needed }) => needed).map((secret) => tell(secret, of(secret), places)),
    ...tellOthers(
      all.filter(({ needed, uses }) => !needed && uses.length > 0),
      (secret) => of(secret).some(({ is }) => is === "set"),
    ),
  ];
}

function tell({ name }: Secret, places: readonly Place[], kept: Places): Told {
  const line = `Secret ${name}`;
  const { says, missing, unread } = storiesOf(places, kept);
  if (missing.length === 0) return unread.length === 0 ? ok(line, says) : notAsked(line, says);
  const fix = setAt(name, missing);
  return missing.every(({ use }) => use.optional) ? warn(line, says, fix) : fail(line, says, fix);
}

function tellOthers(others: readonly Secret[], isSet: (secret: Secret) => boolean): readonly Told[] {
  if (others.length === 0) return [];
  const names = (some: readonly Secret[]): string => some.map(({ name }) => name).join(", ") || "none";
  const there = others.filter(isSet);
  const absent = others.filter((secret) => !there.includes(secret));
  return [ok("Secrets that may be left out", `set: ${names(there)}; not set: ${names(absent)}`)];
}
