import { Client } from "pg";
import type { EdgeStandIn } from "../stand-ins/edge/start.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";
import { target } from "../world/target.ts";
import type { WebHost } from "../world/web-host.ts";
import { breakCommands } from "./break-commands.ts";
import { breakResults } from "./break-results.ts";
import { breakEnv, breakFunction, breakPaywall } from "./break-sources.ts";

/** How each phase can be broken, for real and from outside: in the world, never in our own code. */
export const breaks = {
  build: async ({ repository }: Breakable): Promise<void> => breakEnv(repository),
  /** Somebody renamed the environment that gates migrate: a job that names the old one would wait for nobody. */
  plan: async ({ github }: Breakable): Promise<void> => {
    github.change(({ environments }) => {
      const gate = environments.findIndex(({ name }) => name === `${target.name}-migrate`);
      environments.splice(gate, 1);
    });
  },
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
  "deploy-functions": async ({ repository }: Breakable): Promise<void> => breakFunction(repository),
  "deploy-web": async ({ repository }: Breakable): Promise<void> => breakPaywall(repository),
  /** The host refuses every rollback and every promotion of what was live before. */
  rollback: async ({ host }: Breakable): Promise<void> => host.refuseWayBack(),
  /** The CDN accepts every purge, and forgets nothing. */
  "purge-cdn": async ({ cdn }: Breakable): Promise<void> => {
    cdn.change(({ zones }) => zones.forEach((zone) => (zone.idlePurges = -1)));
  },
  /** Somebody hardened the production host: a rule at the CDN forbids the results page to call another origin. */
  smoke: async ({ cdn }: Breakable): Promise<void> => {
    const set = { "content-security-policy": "connect-src 'self'" };
    cdn.change(({ zones }) =>
      zones.forEach(({ transforms }) => transforms.push({ prefix: "/results", set })),
    );
  },
  /** A unit test that looks at production after all, and expects what is live today. */
  commands: async ({ repository, cdn }: Breakable): Promise<void> => breakCommands(repository, cdn),
  /** Reading the results takes too long for some people, as soon as they come: nobody who tests is one of them. */
  observe: async ({ databaseUrl }: Breakable): Promise<void> => breakResults(databaseUrl),
} as const;

/** What a break may touch. */
export interface Breakable {
  /** The app's repository. */
  readonly repository: string;
  readonly github: GithubStandIn;
  readonly cdn: EdgeStandIn;
  readonly host: WebHost;
  /** The project's database, as its superuser. */
  readonly databaseUrl: string;
}

export type BreakablePhase = keyof typeof breaks;
