import type { Runtime } from "../../action/runtime.ts";
import { describe } from "../../errors/user-error.ts";
import { markerIn } from "../web/marker.ts";
import { endingAfter } from "../../ports/ending-after.ts";

export type AskWorld = Pick<Runtime, "http" | "clock" | "signal">;

/** What an address answered. `status` 0 means that there was no answer, and `said` tells why. */
export interface Answer {
  readonly status: number;
  readonly marker: string | null;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
  readonly said: string;
}

const patience = 15_000;

/** Asks as a browser does: caches on the way may answer. Never throws for what the address does. */
export async function ask(world: AskWorld, url: string, node?: string): Promise<Answer> {
  const { host, pathname, search } = new URL(url);
  // As a cache is asked that people reach under the site's name.
  return node === undefined
    ? await get(world, url, {})
    : await get(world, node + pathname + search, { host });
}

async function get(
  { http, signal }: AskWorld,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  try {
    const response = await http(url, {
      headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", ...headers },
      redirect: "manual",
      signal: endingAfter(patience, signal),
    });
    const text = await response.text();
    const { status } = response;
    const marker = markerIn(text) ?? null;
    const location = placeOf(response.headers);
    const said = saidOf(status, marker, location);
    return { status, marker, text, location, headers: response.headers, said };
  } catch (error) {
    signal.throwIfAborted();
    const said = `gives no answer (${describe(error)})`;
    return { status: 0, marker: null, text: "", location: null, headers: new Headers(), said };
  }
}

/** Asks the same past the cache: no copy is kept under a query that nobody has ever asked with. */
export async function askPast(world: AskWorld, hostOrigin: string, path: string): Promise<Answer> {
  const url = new URL(path, hostOrigin);
  url.searchParams.set("rollout-check", world.clock.now().toString(36));
  return await ask(world, url.href);
}

/** Whether two answers are the same to a reader. */
export function isSame(one: Answer, other: Answer): boolean {
  return (
    one.status !== 0 &&
    one.status === other.status &&
    one.location === other.location &&
    (one.status >= 300 && one.status < 400 ? true : one.text === other.text)
  );
}

function saidOf(status: number, marker: string | null, location: string | null): string {
  if (marker !== null) return `serves ${marker}`;
  return location === null
    ? `answers ${status} without a build marker`
    : `answers ${status}, to ${location}, without a build marker`;
}

/** Where a redirect leads, without the query that we may have asked with. */
function placeOf(headers: Headers): string | null {
  const location = headers.get("location");
  return location === null ? null : location.replace(/[?#].*$/, "");
}
