import { UserError } from "../../../errors/user-error.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import type { Attempt } from "../../../ports/retry.ts";
import { retry } from "../../../ports/retry.ts";
import type { CdnWorld } from "../cdn.ts";
import { credentialsHint } from "./credentials.ts";
import { type Credentials, amzDate, authorization } from "./sigv4.ts";
import { textOf } from "./xml.ts";

/** One call of CloudFront, answered well: the elements of its answer. */
export interface Answered {
  readonly id: string;
  readonly status: string;
}

export type Call = (method: "GET" | "POST", path: string, body?: string) => Promise<Answered>;

/** More than any other vendor needs: 503 and Throttling come without a reason, and several times over. */
const attempts = 10;

/**
 * CloudFront's API: signed anew at each attempt, XML in both directions. Asking twice does no harm, since each
 * invalidation has a reference of its own.
 * @throws {UserError} PR301 to PR307; PR455 when it does as much as it can already.
 */
export function cloudfrontApi(world: CdnWorld, baseUrl: string, credentials: Credentials): Call {
  const api = jsonApi(
    { ...world, http: (url, init) => world.http(url, signed(world, credentials, String(url), init)) },
    {
      name: "CloudFront",
      baseUrl,
      headers: { "user-agent": "prism-rollout", accept: "application/xml" },
      tokenHint: credentialsHint,
      attempts,
    },
  );
  return async (method, path, body) => {
    const what = `CloudFront ${method} ${path}`;
    const limits = { what, attempts, firstWait: 2000, longestWait: 60_000, signal: world.signal };
    return await retry(world, limits, () => ask(api, what, method, path, body));
  };
}

async function ask(
  api: Api,
  what: string,
  method: string,
  path: string,
  body: string | undefined,
): Promise<Attempt<Answered>> {
  const { status, bytes } = await api(method, path, {
    ...(body === undefined ? {} : { body, headers: { "content-type": "application/xml" } }),
    safe: true,
    as: "bytes",
    accept: [200, 201, 400, 403, 404, 409, 413],
  });
  const text = new TextDecoder().decode(bytes);
  if (status >= 400) return refused(what, status, text);
  const [id, said] = [textOf(text, "Id"), textOf(text, "Status")];
  if (id !== undefined && said !== undefined) return { value: { id, status: said } };
  const page = /^\s*<(?:!doctype html|html)/i.test(text);
  const strange = new UserError(
    "PR306",
    `${what} answered ${status} with ${page ? "an HTML page" : "something that is no invalidation"}: ${short(text)}`,
    "Something between the runner and the service answers for it (a proxy, a login page). Check cdn-api-url.",
  );
  if (page) throw strange;
  return { again: strange };
}

/** CloudFront's own codes; whoever has no right gets nothing by trying again, whoever comes too often does. */
function refused(what: string, status: number, text: string): Attempt<Answered> {
  const code = textOf(text, "Code");
  const said = `${what} answered ${status}: ${code ?? "(no code)"}: ${short(textOf(text, "Message") ?? text)}. It is not purged.`;
  if (code === "TooManyInvalidationsInProgress") {
    const fix =
      "It takes 15 paths with a * and 3,000 others at a time, whoever sent them. Wait until they are done, then run again; or name fewer and shorter prefixes.";
    return { again: new UserError("PR455", said, fix) };
  }
  if (code === "Throttling" || code === "ThrottlingException" || code === "RequestLimitExceeded")
    return {
      again: new UserError("PR307", said, "Wait until the service's limit resets, then run again."),
    };
  if (status === 403) throw new UserError("PR302", said, credentialsHint);
  if (code === "NoSuchDistribution" || status === 404) {
    const fix =
      "Check zone: the id of the distribution (E and 13 letters or digits), and which account it is in.";
    throw new UserError("PR303", said, fix);
  }
  throw new UserError("PR304", said, "Read CloudFront's reason above; nothing was sent again.");
}

function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 300) || "(nothing)";
}

/** The signature holds a few minutes, so each attempt has its own. */
function signed(
  { clock }: CdnWorld,
  credentials: Credentials,
  address: string,
  init: RequestInit = {},
): RequestInit {
  const url = new URL(address);
  const date = amzDate(clock.now());
  const { session } = credentials;
  const own: Readonly<Record<string, string>> = {
    host: url.host,
    "x-amz-date": date,
    ...(session ? { "x-amz-security-token": session } : {}),
  };
  const body = typeof init.body === "string" ? init.body : "";
  const scope = { region: "us-east-1", service: "cloudfront", date };
  const request = { method: init.method ?? "GET", url, headers: own, body };
  const { host: _, ...sent } = own;
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(sent)) headers.set(name, value);
  headers.set("authorization", authorization(request, scope, credentials));
  return { ...init, headers };
}
