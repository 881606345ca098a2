import type { Reaper } from "../engines/reaper.ts";
import type { ProjectAddress } from "../release/play-attempts.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";
import type { SupabaseStandIn } from "../stand-ins/supabase/start.ts";
import type { NamedCdn } from "./cdn.ts";
import type { Live } from "./live.ts";
import type { WebHost } from "./web-host.ts";

/** Facts about a world that do not change while it stands. */
export interface WorldFacts {
  /** Holds everything that the world writes: engines' data, the app's repository, artifacts, runners' work. */
  readonly folder: string;
  /** The app's repository, as a checkout finds it. */
  readonly repository: string;
  /** What the repository is called: OWNER/NAME; the sample's, if nothing is said. */
  readonly repositoryName?: string | undefined;
  /** Where in the repository the app lies: `.`, or a folder of a monorepo. */
  readonly workingDirectory: string;
  readonly commit: string;
  /** This suite's own files: workflow, actions, dist. */
  readonly suite: string;
  readonly nodeModules: string;
  /** What an install would have made in a checkout: path → where that leads; by default `node_modules`. */
  readonly links?: Readonly<Record<string, string>> | undefined;
  /** What the caller says under `with:`, besides working-directory. */
  readonly callerWith?: Readonly<Record<string, string>> | undefined;
  readonly target: string;
  /** The app repository's secrets; those of environments are in the GitHub stand-in. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Further secrets of whoever looks for these: a machine's own, a decoy. */
  readonly canaries?: Readonly<Record<string, string>>;
  /** What a hosted runner's machine has in its environment: PATH, HOME, LANG. */
  readonly env: Readonly<Record<string, string>>;
  /** Options of Node.js for the actions, besides the rehearsal's own: of whoever listens to them. */
  readonly nodeOptions?: readonly string[];
  /** What is stubbed or left out, one sentence each. */
  readonly notes: readonly string[];
}

/** A rehearsal's stand-ins and engines, up and running. */
export interface World extends WorldFacts {
  readonly github: GithubStandIn;
  readonly reaper: Reaper;
  readonly host: WebHost;
  readonly supabase: SupabaseStandIn;
  /** The CDN that browsers ask. */
  readonly cdn: NamedCdn;
  /** The project as the web app calls it. */
  readonly project: ProjectAddress;
  /** The project's database, as its superuser. */
  readonly databaseUrl: string;
  /** The second target, where the world was asked for it. */
  readonly staging: Pick<World, "project" | "databaseUrl" | "live"> | undefined;
  /** What the host does by itself when a commit is pushed: where it builds commits, it builds this one. */
  pushed(pushed: Pick<WorldFacts, "commit" | "repository">): Promise<void>;
  /** What the stand-ins themselves say is live, and what a browser gets. */
  live(): Promise<Live>;
  close(): Promise<void>;
}
