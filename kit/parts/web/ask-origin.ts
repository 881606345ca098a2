import type { Runtime } from "../../action/runtime.ts";
import { describe } from "../../errors/user-error.ts";
import { endingAfter } from "../../ports/ending-after.ts";
import { markerIn } from "./marker.ts";

export type AskingWorld = Pick<Runtime, "http" | "clock" | "signal">;

/** What an address answered to a browser's question for its page. */
export interface Served {
  /** Whether it was a page with a good status. */
  readonly ok: boolean;
  readonly marker: string | null;
  /** One sentence about what came instead of the marker. */
  readonly said: string;
  /** True where no browser would go on: the certificate is not for this name, has expired, or nobody vouches for it. */
  readonly unsafe?: true;
}

const patience = 15_000;
const mostRedirects = 5;
const certificates =
  /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|ERR_SSL_)/;

/** Asks an origin for its page, past every cache on the way, as a browser follows it. Never throws for what it does. */
export async function askOrigin(world: AskingWorld, origin: string): Promise<Served> {
  const url = `${origin}/?rollout-check=${world.clock.now().toString(36)}`;
  try {
    const { response, at } = await follow(world, url);
    const elsewhere =
      new URL(at).origin === new URL(origin).origin ? "" : `redirects to ${new URL(at).origin}, which `;
    if (response === undefined)
      return {
        ok: false,
        marker: null,
        said: `redirects more than ${mostRedirects} times, at last to ${at}`,
      };
    const marker = markerIn(await response.text()) ?? null;
    const { status, ok } = response;
    if (!ok) return { ok, marker: null, said: `${elsewhere}answered ${status}` };
    const said = marker === null ? `answered ${status} without a build marker` : `serves ${marker}`;
    return { ok, marker, said: `${elsewhere}${said}` };
  } catch (error) {
    world.signal.throwIfAborted();
    const why = describe(error);
    if (!isUnsafe(error)) return { ok: false, marker: null, said: `gave no answer (${why})` };
    return {
      ok: false,
      marker: null,
      said: `has a certificate that no browser takes (${why})`,
      unsafe: true,
    };
  }
}

/** The first answer that is no redirect, and where it came from; without one, where the last leads. */
async function follow(
  { http, signal }: AskingWorld,
  url: string,
): Promise<{ readonly response?: Response; readonly at: string }> {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await http(at, {
      headers: { accept: "text/html", "cache-control": "no-cache" },
      redirect: "manual",
      signal: endingAfter(patience, signal),
    });
    const to = response.headers.get("location");
    const leads = response.status >= 300 && response.status < 400 && to !== null && URL.canParse(to, at);
    if (!leads) return { response, at };
    at = new URL(to, at).href;
  }
  return { at };
}

/** Whether it is TLS that refuses: by the code of the error, or of what it is made of. */
function isUnsafe(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return (typeof code === "string" && certificates.test(code)) || isUnsafe(cause);
}
