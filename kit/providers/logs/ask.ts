import { UserError } from "../../errors/user-error.ts";
import type { Runtime } from "../../action/runtime.ts";
import { type Api, type ApiCall, jsonApi } from "../../ports/json-api.ts";
import { waitFrom } from "../../ports/wait-from.ts";
import type { Look } from "./log-source.ts";

export type SourceWorld = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** What will not mend itself while one waits: a refused token, an unknown name, a query that is wrong. */
const lasting: readonly string[] = ["PR302", "PR303", "PR304"];

/** How a source is asked: once a look, since whoever watches asks again. */
export interface Asked {
  readonly name: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly tokenHint: string;
}

export function sourceApi(world: SourceWorld, asked: Asked): Api {
  const { name, url: baseUrl, token, headers = {}, timeout, tokenHint } = asked;
  const own = token === undefined ? {} : { authorization: authorization(token) };
  return jsonApi(world, { name, baseUrl, headers: { ...headers, ...own }, tokenHint, timeout, attempts: 1 });
}

/** Grafana Cloud and whoever has basic authentication in front take user and password. */
function authorization(token: string): string {
  return token.includes(":") ? `Basic ${Buffer.from(token).toString("base64")}` : `Bearer ${token}`;
}

/** One question. `read` gives undefined for what the API does not say, or the error that stands in a 200; any failure is a result. */
export async function look<T>(
  world: SourceWorld,
  api: Api,
  { path, call }: { readonly path: string; readonly call: ApiCall },
  read: (json: unknown) => T | UserError | undefined,
): Promise<Look<T>> {
  try {
    const { status, headers, json } = await api("GET", path, { ...call, accept: [200, 429] });
    if (status === 429) {
      const wait = waitFrom(headers, world.clock.now());
      return { error: tooOften(path), wait, final: false };
    }
    const value = read(json);
    if (value === undefined) return { error: strange(path, json), wait: 0, final: false };
    return value instanceof UserError ? { error: value, wait: 0, final: false } : { value };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { error, wait: 0, final: lasting.includes(error.code) };
  }
}

/** All answers, or the first failure: half of the counts are none. */
export function every<T>(looks: readonly Look<T>[]): Look<readonly T[]> {
  const values: T[] = [];
  for (const one of looks) {
    if (!("value" in one)) return one;
    values.push(one.value);
  }
  return { value: values };
}

function strange(path: string, json: unknown): UserError {
  return new UserError(
    "PR306",
    `GET ${path} answered something that is no count: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`,
    "Check `log-url` and `log-queries`; nothing was counted.",
  );
}

function tooOften(path: string): UserError {
  return new UserError(
    "PR307",
    `GET ${path} answered 429: too many queries.`,
    "Raise `poll-interval` to what the source allows.",
  );
}
