import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { lastLines, runCommand } from "../../../parts/web/run-command.ts";
import { askOrigin } from "../../../parts/web/ask-origin.ts";
import { originsLine, proveOrigins } from "../../../parts/web/served.ts";
import { childEnv } from "../../../ports/exec.ts";
import { layOut } from "./lay-out.ts";
import type { Host, HostedSite, LiveWeb, Promotion, WayBack } from "../host.ts";

export interface CommandSettings {
  readonly command: string;
  readonly undoCommand: string | undefined;
  /** All that the command gets, the token included where one is declared. */
  readonly env: Readonly<Record<string, string>>;
  readonly origins: readonly string[];
  readonly verifyTimeout: number;
  readonly pollInterval: number;
}

export type CommandWorld = Pick<
  Runtime,
  "exec" | "env" | "root" | "temp" | "http" | "clock" | "signal" | "log"
>;

/**
 * A host that only the user's own command knows. It cannot stage, and what is live is known by the build
 * marker that the origins serve.
 */
export function commandHost(world: CommandWorld, settings: CommandSettings): Host {
  const unknown = { release: null, artifact: null, marker: null, previous: null };
  const { undoCommand } = settings;
  return {
    inspect: () => inspect(world, settings),
    said: async () => unknown,
    env: async (names) => Object.fromEntries(names.map((name) => [name, { state: "unreadable" as const }])),
    setEnv: async () => {
      throw new Error("a command's host tells no values, so none of them is set");
    },
    filesOf: async () => undefined,
    find: async () => undefined,
    stage: async () => undefined,
    promote: (promotion) => promote(world, settings, promotion),
    goBack: (change, options) => goBack(world, settings, change, options),
    unpin: async () => undefined,
    probeHeaders: {},
    noWayBack:
      undoCommand === undefined ? "the host is a command, and no `undo-command` is declared" : undefined,
  };
}

async function inspect(world: CommandWorld, { origins }: CommandSettings): Promise<LiveWeb> {
  const served = await Promise.all(
    origins.map(async (origin) => [origin, (await askOrigin(world, origin)).marker] as const),
  );
  const markers = [...new Set(served.map(([, marker]) => marker))];
  const marker = markers.length === 1 ? (markers[0] ?? null) : null;
  return {
    project: null,
    deployment: null,
    domains: Object.fromEntries(served),
    said: { release: null, artifact: null, marker, previous: null },
    moving: null,
    notes: [],
  };
}

async function promote(
  world: CommandWorld,
  settings: CommandSettings,
  { site, was }: Promotion,
): Promise<readonly string[]> {
  const { domains } = await inspect(world, settings);
  const others = Object.entries(domains).filter(
    ([name, now]) => now !== (heldIn(was, name) ?? null) && now !== site.marker,
  );
  if (others.length > 0) {
    const what = others.map(([name, now]) => `${name} serves ${now ?? "no marker"} by now`).join(", ");
    throw new UserError(
      "PR435",
      `Somebody else has deployed since the plan was made: ${what}. Nothing was changed.`,
      "Start a new run, so that the plan says what is live.",
    );
  }
  await run(world, settings.command, settings.env, site);
  const proofs = await proveOrigins(world, settings.origins, site.marker, {
    timeout: settings.verifyTimeout,
    interval: settings.pollInterval,
  });
  if (proofs.every((proof) => proof.serves)) return [];
  const line = originsLine(proofs, site.marker);
  throw new UserError(
    "PR433",
    `\`${settings.command}\` ended well, but only ${line}: ${proofs.map((one) => `${one.origin} ${one.said}`).join("; ")}.`,
    "The command must deploy the folder that ROLLOUT_SITE names as it is; a site that it builds anew has no marker.",
  );
}

async function goBack(
  world: CommandWorld,
  settings: CommandSettings,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  { dryRun = false } = {},
): Promise<WayBack> {
  const { domains } = await inspect(world, settings);
  const markers = Object.values(domains);
  if (markers.every((marker) => marker === to)) return { outcome: "already", said: "The origins serve it." };
  if (!markers.every((marker) => marker === to || marker === from)) {
    return { outcome: "drift", said: "Some origins serve neither release: nothing was touched." };
  }
  const { undoCommand } = settings;
  if (undoCommand === undefined) {
    return { outcome: "irreversible", said: "The host is a command, and no `undo-command` is declared." };
  }
  if (dryRun) return { outcome: "reverted", said: `\`${undoCommand}\` would be run.` };
  // A way back may pass several releases: which site is wanted, the command cannot know by itself.
  const env = { ...settings.env, ...(to === null ? {} : { ROLLOUT_MARKER: to }) };
  const failure = await run(world, undoCommand, env).then(() => undefined, toldFailure);
  const after = Object.values((await inspect(world, settings)).domains);
  if (after.every((marker) => marker === to))
    return { outcome: "reverted", said: "The origins serve what they served before." };
  const said = failure ?? "The undo command ended, but the origins do not serve what they did before.";
  return { outcome: "failed", said, manual: undoCommand };
}

/** What a command said as it failed; anything else is not ours to tell. */
function toldFailure(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}

async function run(
  world: CommandWorld,
  command: string,
  env: Readonly<Record<string, string>>,
  site?: HostedSite,
): Promise<void> {
  const own =
    site === undefined ? {} : { ROLLOUT_SITE: await layOut(site, world.temp), ROLLOUT_MARKER: site.marker };
  const { exitCode, tail } = await world.log.group(command, () =>
    runCommand(world, command, childEnv(world.env, { ...env, ...own })),
  );
  if (exitCode === 0) return;
  throw new UserError(
    "PR441",
    `\`${command}\` ended with exit code ${exitCode}:\n${lastLines(tail)}`,
    "Look at what it printed. What is live was not checked after it; running again does that first.",
  );
}
