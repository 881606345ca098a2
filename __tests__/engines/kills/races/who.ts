import { isDeepStrictEqual } from "node:util";
import type { Done } from "../act.ts";
import type { Met } from "../scene.ts";

/** One of the two: what it is called in messages, what it did, and what users meet once it has gone on alone. */
export interface Racer {
  readonly names: readonly string[];
  readonly did: Done;
  /** undefined where it cannot be told from the other one by that. */
  readonly makes: Met["functions"];
}

/** Exactly one has gone on, and users meet its functions; the other says who holds what, and has activated nothing. */
export function oneProceeds(found: Met["functions"], one: Racer, other: Racer): string | undefined {
  const wins = [one, other].filter(({ did }) => did.code === 0);
  const [winner] = wins;
  const loser = [one, other].find(({ did }) => did.code !== 0);
  if (wins.length !== 1 || winner === undefined || loser === undefined)
    return `${wins.length} of two went on: ${[one, other].map(sayOf).join(" | ")}`;
  if (!isDeepStrictEqual(found, winner.makes))
    return `live is ${JSON.stringify(found)}, and ${winner.names[0]} went on`;
  return refusedFor(loser.did, winner.names);
}

/** Where the other one is over nobody holds anything: that it was there is said, and the platform does not tell who it was. */
const unnamed = /PR442: .* since this release looked|PR43\d: .* since/;

/** undefined where it was refused with a code, and named who has the target. */
function refusedFor({ code, errors, carried }: Done, names: readonly string[]): string | undefined {
  const said = errors.join(" ");
  const isNamed = names.some((name) => said.includes(name));
  if (code !== 1 || !/PR20[4-9]|PR21\d|PR442|Held/.test(said)) return `the other ended ${code}: ${said}`;
  if (!isNamed && !unnamed.test(said)) return `the other does not say who: ${said}`;
  const writes = carried.filter(isActivation);
  return writes.length === 0 ? undefined : `the other has changed what users meet: ${writes.join(", ")}`;
}

/** A call after which users may meet something else. */
export function isActivation(call: string): boolean {
  if (/^(GET|HEAD) /.test(call)) return false;
  if (/^\w+ supabase\/.*\/functions/.test(call)) return !call.includes("bundleOnly=true");
  return (
    /^\w+ vercel\/.*(promote|rollback|alias)/.test(call) ||
    (call.includes("cloudflare/") && call.includes("purge"))
  );
}

function sayOf({ names, did }: Racer): string {
  return `${names[0]} ended ${did.code}: ${did.errors.join(" ").slice(0, 300)}`;
}
