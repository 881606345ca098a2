import type { Clock } from "../../kit/ports/clock.ts";
import { managementRoutes } from "../../rehearsal/stand-ins/supabase/api.ts";
import type { SupabaseContext } from "../../rehearsal/stand-ins/supabase/context.ts";
import {
  type FunctionState,
  type SupabaseState,
  newSupabaseState,
} from "../../rehearsal/stand-ins/supabase/state.ts";
import { serve } from "../../rehearsal/stand-ins/server.ts";
import { type LoggedRequest, watch } from "../../rehearsal/stand-ins/watch.ts";
import { fakeClock } from "./fake-clock.ts";

export const ref = "abcdefghijklmnopqrst";
export const token = `sbp_${"0a".repeat(20)}`;
export const weakToken = `sbp_${"1b".repeat(20)}`;
export const start = Date.UTC(2026, 10, 22, 12);

/** What somebody logs: the fields of an event, and where and when it is logged. */
export interface Entry {
  readonly event: Readonly<Record<string, unknown>> | string;
  readonly slug?: string;
  readonly version?: number;
  /** ms since 1970; the clock's time if not given. */
  readonly at?: number;
}

/** The Management API of a project with two functions, live since `start`, on a clock that never waits. */
export interface ObservedProject {
  readonly url: string;
  readonly state: SupabaseState;
  readonly requests: readonly LoggedRequest[];
  readonly clock: Clock & { readonly slept: number[] };
  /** Called after each sleep with the new time: what happens meanwhile. */
  onSleep: (now: number) => void;
  log(...entries: readonly Entry[]): void;
  call(status: number, times?: number): void;
  deploy(slug: string): void;
  close(): Promise<void>;
}

export async function observedProject(): Promise<ObservedProject> {
  const state = newSupabaseState({
    ref,
    tokens: {
      [token]: { user: "ada", permissions: "all" },
      [weakToken]: { user: "bob", permissions: ["edge_functions_read"] },
    },
  });
  for (const slug of ["finalize", "results"]) state.functions[slug] = functionOf(slug, 7);
  const time = fakeClock(start);
  const clock: ObservedProject["clock"] = {
    slept: time.slept,
    now: time.now,
    sleep: async (ms, signal) => {
      await time.sleep(ms, signal);
      project.onSleep(time.now());
    },
  };
  const requests: LoggedRequest[] = [];
  const context = { state, now: clock.now, building: new Set() } as unknown as SupabaseContext;
  const server = await serve(
    watch(managementRoutes(context), requests, () => state.faults),
    () => ({ status: 404, json: { message: "Cannot find this route" } }),
  );
  const row = (source: "function_logs" | "function_edge_logs", entry: Entry, more = {}): void => {
    const { slug = "results", version = state.functions[slug]?.version, at = clock.now(), event } = entry;
    const text = typeof event === "string" ? event : `${JSON.stringify(event)}\n`;
    state.made += 1;
    state.logs.push({
      id: String(state.made),
      timestamp: new Date(at).toISOString().replace("Z", "000"),
      source,
      event_message: text,
      severity_text: "INFO",
      log_attributes: { function_id: state.functions[slug]?.id ?? slug, version: String(version), ...more },
    });
  };
  const project: ObservedProject = {
    url: server.url,
    state,
    requests,
    clock,
    onSleep: () => undefined,
    log: (...entries) => entries.forEach((entry) => row("function_logs", entry)),
    call: (status, times = 1) => {
      const more = { "response.status_code": String(status) };
      for (let n = 0; n < times; n += 1) row("function_edge_logs", { event: `POST | ${status}` }, more);
    },
    deploy: (slug) => {
      const version = (state.functions[slug]?.version ?? 0) + 1;
      state.functions[slug] = { ...functionOf(slug, version), updated_at: clock.now() };
    },
    close: server.close,
  };
  return project;
}

/** Entries of `count` attempts that went well, named `<name>1` and so on. */
export function attempts(
  count: number,
  more: Partial<Entry> & { readonly name?: string } = {},
): readonly Entry[] {
  const { name = "s", ...where } = more;
  return Array.from({ length: count }, (_, index) => [
    { slug: "finalize", ...where, event: completed(`${name}${index + 1}`) },
  ]).flat();
}

export function completed(
  session: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    event: "assessment.completed",
    session_id: session,
    attempt_no: 1,
    RESULTS_VERSION: "v1.3",
    ...more,
  };
}

/** `times` failures of each attempt. */
export function failures(sessions: readonly string[], times = 1): readonly Entry[] {
  return sessions.flatMap((session_id) =>
    Array.from({ length: times }, () => ({ event: { event: "results.rpc.failure", session_id } })),
  );
}

function functionOf(slug: string, version: number): FunctionState {
  return {
    id: `id-${slug}`,
    slug,
    name: slug,
    status: "ACTIVE",
    version,
    verify_jwt: false,
    entrypoint_path: `supabase/functions/${slug}/index.ts`,
    import_map_path: null,
    ezbr_sha256: "0".repeat(64),
    created_at: start,
    updated_at: start,
    files: {},
  };
}
