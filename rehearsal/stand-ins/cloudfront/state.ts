import { type AccountState, newAccount } from "../edge/account.ts";

/** What the CloudFront stand-in remembers; a zone is a distribution, a token the access key's id. */
export interface CloudfrontState extends AccountState {
  /** Access key id → secret access key. */
  readonly secrets: Record<string, string>;
  readonly invalidations: Invalidation[];
  /** Milliseconds until an invalidation is completed. */
  takes: number;
}

export interface Invalidation {
  readonly id: string;
  readonly distribution: string;
  readonly reference: string;
  readonly paths: readonly string[];
  readonly at: number;
  doneAt: number;
}

/** A fresh account with empty caches. */
export function newCloudfrontState(
  options: Parameters<typeof newAccount>[0] & { readonly secrets: Readonly<Record<string, string>> },
): CloudfrontState {
  return { ...newAccount(options), secrets: { ...options.secrets }, invalidations: [], takes: 0 };
}
