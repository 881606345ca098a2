import type { FunctionHost } from "./function-host.ts";
import type { ProjectKeys } from "./keys.ts";
import type { FunctionState, LogRow, SupabaseState } from "./state.ts";

/** What the routes of one stand-in share. */
export interface SupabaseContext {
  readonly state: SupabaseState;
  readonly keys: ProjectKeys;
  readonly host: FunctionHost;
  /** A superuser's connection string for the project's database. */
  readonly databaseUrl: string;
  /** Slugs whose bundle is being built right now. */
  readonly building: Set<string>;
  /** How many calls an endpoint takes in which time, where that is not the vendor's 120 a minute. */
  readonly rate?: { readonly calls: number; readonly milliseconds: number };
  now(): number;
  /** Whether PostgREST serves right now. */
  restReady(): Promise<boolean>;
}

/** A UUID that depends on nothing but how many were made before, so that clones of a world agree. */
export function nextId(state: SupabaseState): string {
  state.made += 1;
  return `00000000-0000-4000-8000-${state.made.toString(16).padStart(12, "0")}`;
}

/** The functions that are served, sorted by slug. */
export function liveFunctions({ functions }: SupabaseState): FunctionState[] {
  return Object.values(functions)
    .filter((fn) => fn.status !== "REMOVED")
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

const KEPT_ROWS = 20_000;

/** Adds a log row at `now` (ms since 1970); the oldest rows make room, as they do at the vendor's. */
export function record(state: SupabaseState, now: number, row: Omit<LogRow, "id" | "timestamp">): void {
  const timestamp = new Date(now).toISOString().replace("Z", "000");
  state.logs.push({ id: nextId(state), timestamp, ...row });
  if (state.logs.length > KEPT_ROWS) state.logs.splice(0, state.logs.length - KEPT_ROWS);
}
