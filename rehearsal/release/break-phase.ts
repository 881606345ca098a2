import { Client } from "pg";
import type { CloudflareStandIn } from "../stand-ins/cloudflare/start.ts";
import { breakResults } from "./break-results.ts";

/** How each phase can be broken, for real and from outside: in the world, never in our own code. */
export const breaks = {
  /** Somebody made by hand, on production, the table that the second pending migration creates. */
  migrate: async ({ databaseUrl }: Breakable): Promise<void> => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query("create table public.insights (made_by_hand boolean)");
    } finally {
      await client.end();
    }
  },
  /** The CDN accepts every purge, and forgets nothing. */
  "purge-cdn": async ({ cdn }: Breakable): Promise<void> => {
    cdn.change(({ zones }) => zones.forEach((zone) => (zone.idlePurges = -1)));
  },
  /** Reading the results takes too long for some people, as soon as they come: nobody who tests is one of them. */
  observe: async ({ databaseUrl }: Breakable): Promise<void> => breakResults(databaseUrl),
} as const;

/** What a break may touch. */
export interface Breakable {
  readonly cdn: CloudflareStandIn;
  /** The project's database, as its superuser. */
  readonly databaseUrl: string;
}

export type BreakablePhase = keyof typeof breaks;
