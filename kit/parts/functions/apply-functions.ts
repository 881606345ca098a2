import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import type { Json } from "../../release/canonical.ts";
import type { Journal } from "../../release/journal.ts";
import { retry } from "../../ports/retry.ts";
import type { Done } from "./continue-plan.ts";
import { freeConflicts } from "./free-conflicts.ts";
import { inspectLive } from "./inspect-live.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { type Change, json } from "./plan-functions.ts";
import { runCommand } from "./run-command.ts";
import { saveSnapshot, snapshotOf } from "./snapshot.ts";
import { type StagedChanges, bundlesFailed, stageChanges } from "./stage-changes.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "root" | "env" | "temp" | "exec" | "emit">;

/**
 * Brings all changed functions live together: snapshot, bundles, one activation. With `command` the user's
 * own deployment takes the place of the last two. What an earlier attempt has done stands in the receipt
 * with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails (nothing new is live then), PR441 when the command fails.
 */
export async function applyFunctions(
  inputs: FunctionsInputs,
  { changes, done }: { readonly changes: readonly Change[]; readonly done: readonly Done[] },
  journal: Journal,
  world: World,
): Promise<void> {
  const api = functionsApi(world, inputs);
  if (changes.length > 0) {
    world.emit({ snapshot: await saveSnapshot(snapshotOf(inputs.supabase, changes), world) });
  }
  const byApi = inputs.command === undefined && changes.length > 0;
  const staged = byApi ? await stageChanges(api, inputs, changes, world) : { ready: [], conflicts: [] };
  const before = {
    ...states(changes, ({ live }) => json(live?.state ?? null)),
    ...Object.fromEntries(done.map(({ slug, was }) => [slug, was])),
  };
  const becomes = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
  const intended = { ...states(changes, ({ wanted }) => json(wanted.state)), ...becomes };
  await journal.change("functions", { before, intended }, async () => {
    if (changes.length === 0) return becomes;
    if (inputs.command !== undefined) await runCommand(inputs.command, inputs, world);
    const ready = byApi ? await activate(api, staged, world) : [];
    return { ...(await readBack(api, changes, ready, world)), ...becomes };
  });
}

/** The one moment in which what users meet changes. */
async function activate(
  api: FunctionsApi,
  { ready, conflicts }: StagedChanges,
  world: World,
): Promise<readonly ListedFunction[]> {
  const freed = await freeConflicts(api, conflicts, world);
  if (freed.failed.length > 0) throw bundlesFailed(freed.failed, ready.length + conflicts.length);
  const all = [...ready, ...freed.ready];
  await api.activate(all);
  return all;
}

/** What is live after the change, once the list shows it. */
async function readBack(
  api: FunctionsApi,
  changes: readonly Change[],
  ready: readonly ListedFunction[],
  world: World,
): Promise<States> {
  const slugs = changes.map(({ slug }) => slug);
  const options = { what: "Read the live functions", attempts: 6, firstWait: 500, longestWait: 8000 };
  await retry(world, { ...options, signal: world.signal }, async () => {
    const listed = await api.list();
    const late = ready.filter(({ slug, version }) =>
      listed.every((one) => one.slug !== slug || one.version < version),
    );
    if (late.length === 0) return { value: listed };
    const names = late.map(({ slug }) => slug).join(", ");
    const again = new UserError(
      "PR422",
      `Supabase took the activation, but does not list the new version of ${names}.`,
      "See https://status.supabase.com; then run the job again: it continues.",
    );
    return { again };
  });
  const live = await inspectLive(api, slugs);
  return states(changes, ({ slug }) => json(live.functions.get(slug)?.state ?? null));
}

type States = Readonly<Record<string, Json>>;

function states(changes: readonly Change[], state: (change: Change) => Json): States {
  return Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
}
