import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { endingAfter } from "../../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "signal">;

/** A cookie as Playwright's `storageState` has it. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: "Lax" | "None" | "Strict";
}

const patience = 15_000;

/** True when what answers at an address is a login page instead of the site. */
export async function isProtected(
  world: World,
  url: string,
  cookies: readonly BrowserCookie[] = [],
): Promise<boolean> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  try {
    const headers = cookie === "" ? {} : { cookie };
    const { status, headers: got } = await ask(world, url, headers);
    return status === 401 || status === 403 || /vercel\.com\/sso/.test(got.get("location") ?? "");
  } catch {
    world.signal.throwIfAborted();
    // No answer is something that the tests will show.
    return false;
  }
}

/**
 * The cookies by which a protected address lets a browser in, asked for with `headers`. The secret itself stays
 * here: a header would go to every origin that a page asks, and stand in every trace.
 * @throws {UserError} PR432 when the address gives none.
 */
export async function cookiesFor(
  world: World,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly BrowserCookie[]> {
  if (Object.keys(headers).length === 0) return [];
  const answer = await ask(world, url, headers).catch((error: unknown) => {
    world.signal.throwIfAborted();
    throw noCookie(url, `gave no answer (${describe(error)})`);
  });
  const cookies = answer.headers.getSetCookie().flatMap((line) => cookieOf(line, new URL(url).hostname));
  if (cookies.length > 0 || answer.status === 200) return cookies;
  throw noCookie(url, `answered ${answer.status} and gave no cookie`);
}

function noCookie(url: string, what: string): UserError {
  return new UserError(
    "PR432",
    `The staged site at ${url} does not let a browser in: it ${what}. Production was not touched.`,
    "Check that `protection-bypass` is a bypass secret of this project.",
  );
}

async function ask(
  { http, signal }: World,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const limit = endingAfter(patience, signal);
  const answer = await http(`${url}/`, { headers, redirect: "manual", signal: limit });
  await answer.body?.cancel();
  return answer;
}

function cookieOf(line: string, domain: string): readonly BrowserCookie[] {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  if (at < 1) return [];
  const has = (name: string): string | undefined =>
    attributes.find((one) => one.toLowerCase().startsWith(name))?.slice(name.length);
  const sameSite = (["None", "Strict"] as const).find((one) => one === has("samesite=")) ?? "Lax";
  const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), domain, path: "/", expires: -1 };
  return [
    { ...cookie, httpOnly: has("httponly") !== undefined, secure: has("secure") !== undefined, sameSite },
  ];
}
