import { Client } from "pg";

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
} as const;

/** What a break may touch. */
export interface Breakable {
  /** The project's database, as its superuser. */
  readonly databaseUrl: string;
}

export type BreakablePhase = keyof typeof breaks;
