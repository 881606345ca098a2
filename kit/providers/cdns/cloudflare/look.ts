import { UserError } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { encoded } from "../../../ports/encoded.ts";
import type { CdnWorld } from "../cdn.ts";
import type { CdnLook } from "../look.ts";
import { zoneOf } from "../needs.ts";
import { type PurgeAnswer, refusalOf } from "./answers.ts";
import { cloudflareApi, tokenHint, zoneHint } from "./cloudflare.ts";
import { asText } from "../../../ports/as-text.ts";

/** The token by Cloudflare's own verification, and the zone where the token may read it, which a purge does not need. */
export async function lookAtCloudflare(inputs: CdnInputs, world: CdnWorld): Promise<CdnLook> {
  const api = cloudflareApi(inputs, world, 2);
  const zone = zoneOf(inputs, zoneHint);
  const ask = async (path: string): Promise<{ readonly status: number; readonly answer: PurgeAnswer }> => {
    const { status, json } = await api("GET", path, { accept: [200, 400, 401, 403, 404] });
    const answer: PurgeAnswer = json ?? {};
    return { status, answer };
  };
  const verify = "/user/tokens/verify";
  // A token of an account, and not of a person, is not known there.
  if (inputs.cdnToken?.startsWith("cfat_") === true) return unread(zone, "the token is an account's own");
  const token = await ask(verify);
  if (token.answer.success !== true)
    throw refused(`Cloudflare GET ${verify}`, token.status, token.answer, tokenHint);
  const { status: state } = (token.answer.result ?? {}) as { readonly status?: unknown };
  if (state !== "active") {
    const said = `Cloudflare GET ${verify} says that the token is ${asText(state).slice(0, 40)}.`;
    throw new UserError("PR302", said, tokenHint);
  }
  const path = `/zones/${encoded(zone)}`;
  const { status, answer } = await ask(path);
  if (status === 400 || status === 404) throw refused(`Cloudflare GET ${path}`, status, answer, tokenHint);
  if (answer.success !== true) return unread(zone, "the token is active");
  const { name } = (answer.result ?? {}) as { readonly name?: unknown };
  return { says: `the token is active, and ${holds(asText(name), inputs)}` };
}

/** Whoever may purge need not be able to read. */
function unread(zone: string, says: string): CdnLook {
  const doubt = `zone ${zone} was not read: only a purge shows whether the token may purge it`;
  const fix = "Compare `zone` with the id on the zone's Overview page; a purge needs no right to read it.";
  return { says, doubt: { says: doubt, fix } };
}

/** @throws {UserError} PR303 for the zone of another site. */
function holds(name: string, { origins, zone }: CdnInputs): string {
  const hosts = origins
    .map((origin) => new URL(origin).hostname)
    .filter((host) => !/^(127\.|localhost$)/.test(host));
  const strangers = hosts.filter((host) => host !== name && !host.endsWith(`.${name}`));
  if (strangers.length === 0) return `zone ${zone} is ${name}`;
  throw new UserError(
    "PR303",
    `Zone ${zone} is ${name}, which does not hold ${strangers.join(", ")}.`,
    "Write the id of the zone that holds these origins (32 hex digits, on its Overview page) as `zone`.",
  );
}

/** The same words as of a purge, of which there was none. */
function refused(...[what, status, answer, hint]: Parameters<typeof refusalOf>): UserError {
  const { code, message, fix } = refusalOf(what, status, answer, hint);
  return new UserError(code, message.replace(/ It is not purged\.$/, ""), fix);
}
