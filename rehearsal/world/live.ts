import type { Json } from "../../kit/release/canonical.ts";

/**
 * What is live, as the stand-ins themselves say: no version numbers and no times, so that two of them can be
 * compared. `served` is what a browser gets from each production origin: a digest of the page's body.
 */
export interface Live {
  readonly functions: Readonly<Record<string, { readonly digest: string; readonly settings: Json }>>;
  readonly web: string | null;
  readonly served: Readonly<Record<string, string>>;
  readonly ledger: string | null;
}
