import type { Runtime } from "../../../action/runtime.ts";
import { describe } from "../../../errors/user-error.ts";
import { endingAfter } from "../../../ports/ending-after.ts";
import { tellWait } from "../../../ports/tell-wait.ts";
import { jsonIn } from "../../../ports/parse-json.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Where the REST API answers, and with what it is asked. */
export interface RestAccess {
  readonly url: string;
  readonly key: string | undefined;
  /** How long its schema cache may be behind. */
  readonly wait: number;
}

/** `behind`: these are not served after the wait. `unknown`: it could not be asked. */
export type Answered =
  | { readonly is: "served"; readonly seconds: number; readonly unasked: readonly string[] }
  | { readonly is: "behind"; readonly missing: readonly string[] }
  | { readonly is: "unknown"; readonly because: string };

const firstPause = 100;
const longestPause = 2000;
const patience = 10_000;

/**
 * Whether REST knows these paths by now. Its own description is asked, which names them all in one answer; where that
 * is kept from the public key, each table is asked for no rows, and functions are left alone: calling one does what it
 * does.
 */
export async function askRest(paths: readonly string[], access: RestAccess, world: World): Promise<Answered> {
  const began = world.clock.now();
  const tell = tellWait(world, began + access.wait);
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
    const looked = await look(paths, access, world);
    const waited = world.clock.now() - began;
    if (looked.refused !== undefined) return { is: "unknown", because: looked.refused };
    if (looked.missing?.length === 0)
      return { is: "served", seconds: waited / 1000, unasked: looked.unasked ?? [] };
    if (waited + pause > access.wait) {
      return looked.missing === undefined
        ? { is: "unknown", because: looked.failed ?? "it gave no answer" }
        : { is: "behind", missing: looked.missing };
    }
    tell("the REST API serves what the migrations have made", saySoFar(paths, looked));
    await world.clock.sleep(pause, world.signal);
  }
}

interface Look {
  /** Undefined where it could not be told. */
  readonly missing?: readonly string[];
  readonly unasked?: readonly string[];
  /** Asking again may help. */
  readonly failed?: string;
  /** Asking again does not help. */
  readonly refused?: string;
}

function saySoFar(paths: readonly string[], { missing, failed }: Look): string {
  const n = paths.length;
  return missing === undefined ? `So far ${failed}.` : `So far ${n - missing.length} of ${n}.`;
}

async function look(paths: readonly string[], access: RestAccess, world: World): Promise<Look> {
  try {
    const described = await describedPaths(access, world);
    if (described) return { missing: paths.filter((path) => !described.has(path)) };
    return await lookAtEach(paths, access, world);
  } catch (error) {
    world.signal.throwIfAborted();
    return { failed: `it gave no answer (${describe(error)})` };
  }
}

/** What its description names, or undefined where it gives none to this key. */
async function describedPaths(access: RestAccess, world: World): Promise<ReadonlySet<string> | undefined> {
  const answer = await ask("GET", "/", access, world, { accept: "application/openapi+json" });
  const body = jsonIn(await answer.text());
  const paths = answer.status === 200 ? field(body, "paths") : undefined;
  return typeof paths === "object" && paths !== null ? new Set(Object.keys(paths)) : undefined;
}

async function lookAtEach(paths: readonly string[], access: RestAccess, world: World): Promise<Look> {
  const tables = paths.filter((path) => !path.startsWith("/rpc/"));
  const unasked = paths.filter((path) => path.startsWith("/rpc/"));
  const missing: string[] = [];
  for (const path of tables) {
    const answer = await ask("GET", `${encodeURI(path)}?limit=0`, access, world);
    const body = jsonIn(await answer.text());
    const code = codeOf(body);
    // What it knows and keeps from this key has PostgreSQL's code for that; a key that is none has no such code.
    if ((answer.ok && Array.isArray(body)) || code === "42501") continue;
    if (answer.ok) return { refused: "what answers there is not PostgREST" };
    if (answer.status === 404 && /^(PGRST2|42P01)/.test(code)) missing.push(path);
    else if (answer.status >= 500) return { failed: `it answered ${answer.status}` };
    else return { refused: `it answered ${answer.status} ${code}`.trim() };
  }
  return tables.length === 0
    ? { refused: "its description is kept from this key, and functions cannot be asked without calling them" }
    : { missing, unasked };
}

function codeOf(body: unknown): string {
  const code = field(body, "code");
  return typeof code === "string" ? code : "";
}

function field(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

async function ask(
  method: string,
  path: string,
  { url, key }: RestAccess,
  { http, signal }: World,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  // Publishable keys are no tokens; the API takes a token's role from the header of its own.
  const isToken = key !== undefined && key.split(".").length === 3;
  const keys = {
    ...(key === undefined ? {} : { apikey: key }),
    ...(isToken ? { authorization: `Bearer ${key}` } : {}),
  };
  return await http(`${url.replace(/\/$/, "")}${path}`, {
    method,
    headers: { ...keys, ...headers },
    redirect: "manual",
    signal: endingAfter(patience, signal),
  });
}
