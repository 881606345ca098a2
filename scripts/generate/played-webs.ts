import type { Outcome } from "../../rehearsal/outcome.ts";
import { type Expected, outcomeTable } from "../outcome-table.ts";

/** A combination of host, source and CDN that `npm run outcomes` plays, and how it ends. */
export interface PlayedWeb {
  readonly host: string;
  readonly source: string;
  readonly cdn: string;
  readonly broken: string | undefined;
  readonly outcome: Outcome;
}

/** The healthy release on what the sample has, and every row that names another host, source or CDN. */
export function playedWebs(table: readonly Expected[] = outcomeTable): readonly PlayedWeb[] {
  return table
    .filter(({ flags }) => flags === "" || /--(host|source|cdn) /.test(flags))
    .map(({ flags, outcome }) => ({
      host: valueOf(flags, "host") ?? "vercel",
      source: valueOf(flags, "source") ?? "dist",
      cdn: valueOf(flags, "cdn") ?? "cloudflare",
      broken: valueOf(flags, "fail"),
      outcome,
    }));
}

function valueOf(flags: string, option: string): string | undefined {
  return new RegExp(`--${option} (\\S+)`).exec(flags)?.[1];
}
