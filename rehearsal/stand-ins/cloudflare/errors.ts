import type { StandInResponse } from "../server.ts";

/** One entry of `errors`. */
export interface CloudflareErrorEntry {
  readonly code: number;
  readonly message: string;
  readonly error_chain?: readonly CloudflareErrorEntry[];
}

/** Cloudflare's envelope around a result. */
export function success(result: unknown): StandInResponse {
  return { status: 200, json: { success: true, errors: [], messages: [], result } };
}

/** The same envelope around an error. */
export function cloudflareError(
  status: number,
  entry: CloudflareErrorEntry,
  headers: Readonly<Record<string, string>> = {},
): StandInResponse {
  return { status, headers, json: { success: false, errors: [entry], messages: [], result: null } };
}
