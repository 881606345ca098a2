import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import type { Json } from "../../release/canonical.ts";
import type { Journal } from "../../release/journal.ts";
import { retry } from "../../ports/retry.ts";
import type { Done } from "./continue-plan.ts";
import { inspectLive } from "./inspect-live.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { type Change, json } from "./plan-functions.ts";
import { runCommand } from "./run-command.ts";
import { saveSnapshot, snapshotOf } from "./snapshot.ts";
import { type Staged, stageAll } from "./stage.ts";
import { uploadOf } from "./upload.ts";

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
  const byApi = inputs.command === undefined;
  if (changes.length > 0) {
    world.emit({ snapshot: await saveSnapshot(snapshotOf(inputs.supabase, changes), world) });
  }
  const ready = byApi ? await stageOrClose(api, inputs, changes, world) : [];
  const before = {
    ...states(changes, ({ live }) => json(live?.state ?? null)),
    ...Object.fromEntries(done.map(({ slug, was }) => [slug, was])),
  };
  const becomes = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
  const intended = { ...states(changes, ({ wanted }) => json(wanted.state)), ...becomes };
  await journal.change("functions", { before, intended }, async () => {
    if (changes.length === 0) return becomes;
    if (inputs.command === undefined) await api.activate(ready);
    else await runCommand(inputs.command, inputs, world);
    return { ...(await readBack(api, changes, ready, world)), ...becomes };
  });
}

async function stageOrClose(
  api: FunctionsApi,
  inputs: FunctionsInputs,
  changes: readonly Change[],
  world: World,
): Promise<readonly ListedFunction[]> {
  if (changes.length === 0) return [];
  const bundles = changes.map(({ slug, live, wanted: { source, state } }) => ({
    slug,
    upload: uploadOf(slug, source, state.settings.verifyJwt, inputs.functionsDirectory),
    liveVersion: live?.listed.version ?? 0,
  }));
  const staged = await world.log.group(`Bundle ${bundles.length} functions`, () =>
    stageAll(api, bundles, world),
  );
  if (staged.failed.length === 0) return staged.ready;
  await close(api, inputs, changes, staged, world);
  throw bundlesFailed(staged, changes.length);
}

/**
 * A bundle that is never activated makes the platform refuse later ones, so what was staged is followed by
 * the old sources, and these are activated: what is served does not change.
 */
async function close(
  api: FunctionsApi,
  inputs: FunctionsInputs,
  changes: readonly Change[],
  { ready }: Staged,
  world: World,
): Promise<void> {
  const open = changes.filter(({ slug }) => ready.some((one) => one.slug === slug));
  const old = open.flatMap(({ slug, live }) => {
    if (live?.source === undefined) return [];
    const upload = uploadOf(slug, live.source, live.state.settings.verifyJwt, inputs.functionsDirectory);
    return [{ slug, upload, liveVersion: live.listed.version }];
  });
  const closed = await world.log.group("Close what was bundled", () => stageAll(api, old, world));
  if (closed.ready.length > 0) await api.activate(closed.ready);
  for (const { slug } of open.filter(({ live }) => live === undefined)) await api.remove(slug);
  const left = open.filter(({ slug, live }) => live && !closed.ready.some((one) => one.slug === slug));
  if (left.length === 0) return;
  const names = left.map(({ slug }) => slug).join(", ");
  world.log.warn(`${names}: the new bundle waits on the platform; the next deployment may be answered 409.`);
}

function bundlesFailed({ failed }: Staged, of: number): UserError {
  const [first] = failed;
  const rest = failed.slice(1).map(({ error }) => `; ${error.message}`);
  return new UserError(
    first?.error.code ?? "PR421",
    `${failed.length} of ${of} functions could not be bundled, so none was activated: ${first?.error.message ?? ""}${rest.join("")}`,
    first?.error.fix ?? "Mend the function.",
  );
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
