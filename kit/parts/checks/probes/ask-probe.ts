import type { Runtime } from "../../../action/runtime.ts";
import { endingAfter } from "../../../ports/ending-after.ts";
import type { Http } from "../../../ports/http.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { type Values, asPart, fill, fillText } from "./placeholders.ts";
import type { Probe } from "./probe.ts";
import { type Project, type ProjectInputs, connectProject } from "./supabase.ts";

type World = Pick<Runtime, "http" | "signal" | "clock">;

/** An answer; or why there was none. `unreachable`: nobody was there to ask, which no release does. */
export type Asking = { readonly answer: Answer } | { readonly why: string; readonly unreachable: boolean };

export type AskProbe = (probe: Probe, values: Values) => Promise<Asking>;

export interface ProbeAccess extends ProjectInputs {
  readonly probeHeaders: Readonly<Record<string, string>>;
  readonly probeTimeout: number;
}

/**
 * Asks one probe's question after the other, each within its time. Redirects are answers, and not followed: what lets
 * a probe in goes to the address under test alone.
 * @throws {UserError} PR102 where a probe calls a project that nobody has named.
 */
export async function probeAsker(
  probes: readonly Probe[],
  { origin, cookie }: { readonly origin: string; readonly cookie: string },
  access: ProbeAccess,
  world: World,
): Promise<AskProbe> {
  const answers: Promise<Answer>[] = [];
  const http: Http = async (url, init) => {
    const signal = endingAfter(access.probeTimeout, world.signal);
    const asking = world.http(url, { ...init, redirect: "manual", signal }).then(readAnswer);
    answers.push(asking);
    await asking;
    // Nobody looks at what the client makes of it.
    return Response.json({});
  };
  const calls = probes.some(({ asked }) => asked.kind !== "path");
  const project = calls ? await connectProject(access, http) : undefined;
  return async (probe, values) => {
    answers.length = 0;
    try {
      await send(probe, values, { origin, cookie, project, http, headers: access.probeHeaders });
      const answer = await answers.at(-1);
      return answer ? { answer } : { why: "was not asked: no request could be made", unreachable: true };
    } catch (error) {
      world.signal.throwIfAborted();
      return whyNone(error, access.probeTimeout);
    }
  };
}

interface Sending {
  readonly origin: string;
  readonly cookie: string;
  readonly project: Project | undefined;
  readonly http: Http;
  readonly headers: Readonly<Record<string, string>>;
}

async function send({ asked, headers: own, body: given }: Probe, values: Values, to: Sending): Promise<void> {
  const named = Object.entries({ ...to.headers, ...own });
  const headers = Object.fromEntries(
    named.map(([name, value]) => [name.toLowerCase(), fillText(value, values)]),
  );
  if (!canBeSent(headers)) throw new Unsendable();
  const body = given === undefined ? undefined : fill(given, values);
  const name = fillText(asked.what, values, asPart);
  if (asked.kind !== "path")
    return await to.project?.({ kind: asked.kind, name, method: asked.method, headers, body });
  await to.http(`${to.origin}${name}`, {
    method: asked.method,
    headers: {
      ...(to.cookie === "" ? {} : { cookie: to.cookie }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Nobody at the address, no way to it, or a certificate that is not for it: the release has no part in these. */
const unreachable =
  /^(E(NOTFOUND|AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|PROTO)|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA)/;

/** Only codes are told: what a runtime says of an error may quote what was sent. */
function whyNone(error: unknown, patience: number): Asking {
  if (error instanceof Unsendable)
    return { why: "was not asked: a value that is filled in cannot stand in a header", unreachable: true };
  if ((error as { readonly name?: unknown } | null)?.name === "TimeoutError")
    return { why: `gave no whole answer within ${patience / 1000} s`, unreachable: false };
  const code = codeOf(error);
  if (code !== undefined && unreachable.test(code))
    return { why: `cannot be reached (${code})`, unreachable: true };
  const of = code === undefined ? "" : ` (${code})`;
  return { why: `broke off before its answer was whole${of}`, unreachable: false };
}

class Unsendable extends Error {}

function canBeSent(headers: Readonly<Record<string, string>>): boolean {
  try {
    return new Headers(headers) instanceof Headers;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : codeOf(cause);
}
