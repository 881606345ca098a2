import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError, describe } from "../../../kit/errors/user-error.ts";
import { functionsInputs } from "../../../kit/parts/functions/inputs.ts";
import { type Live, type LiveFunction, inspectLive } from "../../../kit/parts/functions/live/inspect-live.ts";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { type FunctionState, sameState } from "../../../kit/parts/functions/declared/source.ts";
import { functionsApi } from "../../../kit/providers/supabase/functions-api.ts";
import type { LastChanges } from "../../../kit/release/record/last-changes.ts";
import { type Difference, type Looked, again, since } from "./difference.ts";

/** What a function should be: one state, or two where nobody knows how the last change ended. */
interface Expected {
  readonly states: readonly (FunctionState | null)[];
  readonly source: string;
}

/** Sources and settings, functions that are gone, and those that appeared since the last change. */
export async function functionsDrift(record: LastChanges, commit: string, world: Runtime): Promise<Looked> {
  const inputs = world.section("deploy-functions", functionsInputs);
  const { functions: recorded } = record;
  const names = [...new Set([...inputs.functions, ...recorded.keys()])].sort();
  const [live, wanted] = await Promise.all([
    inspectLive(functionsApi(world, inputs), names),
    wantedStates(inputs, world),
  ]);
  const expectedOf = (slug: string): Expected | undefined => {
    const known = recorded.get(slug);
    if (known) return { states: known.states as unknown as Expected["states"], source: known.release };
    const state = wanted.states.get(slug);
    return state && { states: [state], source: `commit ${commit.slice(0, 12)}` };
  };
  const differences = names.flatMap((slug) => {
    const expected = expectedOf(slug);
    return expected ? compare(slug, expected, live.functions.get(slug), commit) : [];
  });
  const extra = await appeared(live, record, inputs, world);
  const unreadable = [...live.functions.values()].flatMap(({ listed, unreadable: why }) =>
    why === undefined ? [] : [`${listed.slug}: the live sources cannot be compared (${why}).`],
  );
  return {
    component: "functions",
    differences: [...differences, ...extra],
    compared: names.length,
    unverified: [...unreadable, ...wanted.unverified],
  };
}

async function wantedStates(
  inputs: Parameters<typeof inspectWanted>[0],
  world: Runtime,
): Promise<{ readonly states: ReadonlyMap<string, FunctionState>; readonly unverified: readonly string[] }> {
  try {
    const all = await inspectWanted(inputs, world);
    return { states: new Map(all.map(({ slug, state }) => [slug, state])), unverified: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      states: new Map(),
      unverified: [`The repository's functions cannot be read: ${describe(error)}`],
    };
  }
}

function compare(
  slug: string,
  { states, source }: Expected,
  now: LiveFunction | undefined,
  commit: string,
): readonly Difference[] {
  const is = now?.state ?? null;
  const unread = now?.unreadable !== undefined;
  const same = (state: FunctionState | null): boolean =>
    sameState(is, state) ||
    (unread && is !== null && sameState({ ...is, digest: state?.digest ?? null }, state));
  if (states.some(same)) return [];
  const was = states[0] ?? null;
  const difference = (name: string, recorded: string, live: string): Difference => ({
    component: "functions",
    name,
    recorded: `${recorded} (${source})`,
    live,
    since: since(now?.listed.updated_at),
    next: `${again("deploy-functions", commit)}, or bring what was changed by hand into the repository.`,
  });
  if (is === null) return [difference(slug, "deployed", "not there any more")];
  if (was === null) return [difference(slug, "taken away", "there again")];
  const settings = settingsDiffer(was, is).map(([what, before, after]) =>
    difference(`${slug}: ${what}`, before, after),
  );
  const isOther = was.digest !== is.digest && !unread;
  return [...(isOther ? [difference(`${slug}: source`, short(was), short(is))] : []), ...settings];
}

function settingsDiffer(
  { settings: was }: FunctionState,
  { settings: is }: FunctionState,
): readonly (readonly [what: string, before: string, after: string])[] {
  const rows = [
    ["verify_jwt", String(was.verifyJwt), String(is.verifyJwt)],
    ["entrypoint", was.entrypoint, is.entrypoint],
    ["import map", was.importMap ?? "(none)", is.importMap ?? "(none)"],
  ] as const;
  return rows.filter(([, before, after]) => before !== after);
}

function short({ digest }: FunctionState): string {
  return digest === null ? "sources that could not be read" : `sources ${digest.slice(0, 12)}`;
}

/** Others may have their functions beside ours: only one that is younger than our last change is a surprise. */
async function appeared(
  { undeclared }: Live,
  { functions, web }: LastChanges,
  inputs: Parameters<typeof functionsApi>[1],
  world: Runtime,
): Promise<readonly Difference[]> {
  const times = [...functions.values(), ...(web ? [web] : [])].flatMap(({ at }) => (at === null ? [] : [at]));
  if (undeclared.length === 0 || times.length === 0) return [];
  const last = Math.max(...times);
  const listed = await functionsApi(world, inputs).list();
  return listed
    .filter(({ slug, created_at: made = 0 }) => undeclared.includes(slug) && made > last)
    .map(({ slug, created_at: made }) => ({
      component: "functions",
      name: slug,
      recorded: "not there at the last change",
      live: "a function that no release has deployed",
      since: since(made),
      next: `List it under deploy-functions.functions, or take it away: supabase functions delete ${slug} --project-ref ${inputs.supabase}`,
    }));
}
