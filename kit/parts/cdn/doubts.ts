import type { Cdn } from "../../providers/cdns/cdn.ts";
import { patternText } from "../../providers/cdns/pattern.ts";
import { type AskWorld, ask } from "./ask.ts";
import { edgesOf, isSignOf } from "./edges.ts";
import type { CdnInputs } from "./inputs.ts";
import type { Met } from "./look-for-edges.ts";
import { purgedOf } from "./purged.ts";

/** What a purge leaves, or nobody can see, a sentence each. */
export async function doubtsOf(
  inputs: CdnInputs,
  met: readonly Met[],
  cdn: Cdn,
  world: AskWorld,
): Promise<readonly string[]> {
  return [
    ...met.flatMap((one) => signDoubts(inputs, one, cdn)),
    ...queryDoubts(inputs, cdn),
    ...(await variantDoubts(inputs, world)),
  ];
}

function signDoubts({ cdn }: CdnInputs, { origin, answer }: Met, { says }: Cdn): readonly string[] {
  if (answer.status === 0) return [`${origin} ${answer.said}`];
  const isOwn = cdn === "http" && says(answer.headers).from !== "unknown";
  if (isOwn || edgesOf(answer.headers).some(({ name }) => isSignOf(name, cdn))) return [];
  return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
}

/** `/?utm_source=mail` is an entry of its own in most caches. */
function queryDoubts(inputs: CdnInputs, { takesQueries }: Cdn): readonly string[] {
  const { purged } = purgedOf(inputs);
  const covered = (path: string): boolean =>
    purged.some(
      (one) => one.kind === "prefix" && `${path}/`.startsWith(one.value === "/" ? "/" : `${one.value}/`),
    );
  const bare = purged.filter((one) => one.kind === "path" && !one.value.includes("?") && !covered(one.value));
  if (takesQueries || bare.length === 0 || purged.some(({ kind }) => kind === "host" || kind === "tag"))
    return [];
  return [
    `copies of ${bare.map(patternText).join(", ")} under a query (/?utm_…) are others, and stay until they expire`,
  ];
}

/** `www.` or the bare name beside each origin: one that serves the app as well has copies of its own. */
async function variantDoubts({ origins }: CdnInputs, world: AskWorld): Promise<readonly string[]> {
  const others = [...new Set(origins.flatMap(variantOf))].filter((one) => !origins.includes(one));
  const asked = await Promise.all(
    others.map(async (origin) => ({ origin, marker: (await ask(world, `${origin}/`)).marker })),
  );
  return asked
    .filter(({ marker }) => marker !== null)
    .map(
      ({ origin }) =>
        `${origin} serves the app as well, but is none of origins: its copies are neither purged nor looked at`,
    );
}

function variantOf(origin: string): readonly string[] {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== "https:" || port !== "") return [];
  if (hostname.startsWith("www.")) return [`https://${hostname.slice(4)}`];
  return /^[a-z0-9-]+\.[a-z]{2,}$/.test(hostname) ? [`https://www.${hostname}`] : [];
}
