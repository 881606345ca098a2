import type { ErrorCode } from "../../../errors/codes.ts";
import { UserError } from "../../../errors/user-error.ts";

/** The fields of Cloudflare's answer that this suite reads. */
export interface PurgeAnswer {
  readonly success?: boolean;
  readonly errors?: readonly CloudflareError[];
  readonly result?: { readonly id?: string } | null;
}

interface CloudflareError {
  readonly code?: number;
  readonly message?: string;
  readonly error_chain?: readonly CloudflareError[];
}

const unknownZone = new Set([7000, 7003]);
const badToken = new Set([1000, 6003, 6103, 6111, 9103, 9106, 9109, 10000]);

/** An answer that is not a success, as what a person can mend. Its own words are in the message, with their code. */
export function refusalOf(what: string, status: number, answer: PurgeAnswer, tokenHint: string): UserError {
  const errors = (answer.errors ?? []).flatMap((error) => [error, ...(error.error_chain ?? [])]);
  const words = errors
    .map(({ code, message }) => `${message ?? "no message"} (${code ?? "no code"})`)
    .join("; ");
  const said = `${what} answered ${status} with success: ${answer.success ?? "(nothing)"}: ${words.slice(0, 300) || "no reason"}`;
  const message = `${said.replace(/\s+/g, " ")}. It is not purged.`;
  const codes = errors.map(({ code }) => code ?? 0);
  const [code, fix] = kindOf(status, codes, tokenHint);
  return new UserError(code, message, fix);
}

function kindOf(status: number, codes: readonly number[], tokenHint: string): readonly [ErrorCode, string] {
  if (codes.some((code) => unknownZone.has(code)) || status === 404) {
    return ["PR303", "Check zone: the id of the zone (32 hex digits, on its Overview page), not its name."];
  }
  if (status === 401 || status === 403 || codes.some((code) => badToken.has(code)))
    return ["PR302", tokenHint];
  return [
    "PR304",
    "Read Cloudflare's reason above; it may have accepted another part of this purge. Run again.",
  ];
}
