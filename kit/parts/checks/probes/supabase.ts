import type { SupabaseClientOptions } from "@supabase/supabase-js";
import { UserError } from "../../../errors/user-error.ts";
import type { Http } from "../../../ports/http.ts";
import type { Probe } from "./probe.ts";

/** Where the project is called, and with which key. */
export interface ProjectInputs {
  readonly supabase: string | undefined;
  readonly functionsUrl: string | undefined;
  readonly restUrl: string | undefined;
  readonly publishableKey: string | undefined;
}

/** One call of a function, or of a function of the database. */
export interface Call {
  readonly kind: "function" | "rpc";
  readonly name: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Makes a call as the user's own app makes it; what comes back is what `http` was given. */
export type Project = (call: Call) => Promise<void>;

/**
 * The project through supabase-js, loaded only here. The client makes the requests; what it makes of the answers is
 * not looked at, since it hides statuses and headers: `http` keeps them.
 * @throws {UserError} PR102 where nobody says where the project is, or its key.
 */
export async function connectProject(inputs: ProjectInputs, http: Http): Promise<Project> {
  const { base, key, moved } = projectOf(inputs);
  const { createClient } = await import("@supabase/supabase-js");
  const client = createClient(base, key, {
    // Without sessions the client needs no store, and never refreshes anything.
    accessToken: () => Promise.resolve(null),
    global: { fetch: (url, init) => http(moved(String(url instanceof Request ? url.url : url)), init) },
    realtime: { transport: noSocket as unknown as Transport },
  });
  return async ({ kind, name, method, headers, body }) => {
    if (kind === "function") {
      const options = { method: method as "POST", headers: { ...headers } };
      await client.functions.invoke(
        name,
        body === undefined ? options : { ...options, body: body as object },
      );
      return;
    }
    const call = client.rpc(name, body as object | undefined);
    for (const [header, value] of Object.entries(headers)) call.setHeader(header, value);
    await call;
  };
}

/**
 * Whether what calls the project can be asked at all.
 * @throws {UserError} PR102 where it cannot.
 */
export function refuseUnaddressed(probes: readonly Probe[], inputs: ProjectInputs): void {
  if (probes.some(({ asked }) => asked.kind !== "path")) projectOf(inputs);
}

const functionsPath = "/functions/v1";
const restPath = "/rest/v1";

/**
 * The project's address and key, and where calls of it go whose service has an address of its own.
 * @throws {UserError} PR102 where one of them is not given.
 */
function projectOf({ supabase, functionsUrl, restUrl, publishableKey: key }: ProjectInputs): {
  readonly base: string;
  readonly key: string;
  readonly moved: (url: string) => string;
} {
  const functions = functionsUrl?.replace(/\/$/, "");
  const rest = restUrl?.replace(/\/$/, "");
  const base =
    before(functions, functionsPath) ??
    before(rest, restPath) ??
    (supabase === undefined ? undefined : `https://${supabase}.supabase.co`);
  if (base === undefined) throw absent("supabase", "the project's reference");
  if (key === undefined) throw absent("publishable-key", "the project's publishable key, which is public");
  const own = [
    [`${base}${functionsPath}`, functions],
    [`${base}${restPath}`, rest],
  ] as const;
  return {
    base,
    key,
    moved: (url) => {
      const [from, to] = own.find(([start]) => url.startsWith(start)) ?? [];
      return from === undefined || to === undefined ? url : to + url.slice(from.length);
    },
  };
}

function before(url: string | undefined, path: string): string | undefined {
  return url?.endsWith(path) === true ? url.slice(0, -path.length) : undefined;
}

function absent(name: string, what: string): UserError {
  return new UserError(
    "PR102",
    `smoke.probes: a probe calls the project, but \`${name}\` is not given. Nothing was asked.`,
    `Write ${name}: <${what}> for this target.`,
  );
}

type Transport = NonNullable<NonNullable<SupabaseClientOptions<"public">["realtime"]>["transport"]>;

/** The client insists on a WebSocket, which Node.js 20 has not; no probe listens to changes. */
function noSocket(): never {
  throw new Error("no probe listens to changes");
}
