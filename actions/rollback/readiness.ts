import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import { isLost } from "../../kit/parts/functions/undo/recorded-change.ts";
import type { FunctionsSnapshot } from "../../kit/parts/functions/snapshot/snapshot.ts";
import { type WebChange, undoWeb } from "../../kit/parts/web/undo-web.ts";
import { openHost } from "../../kit/providers/hosts/hosts.ts";
import { openCdn } from "../../kit/providers/cdns/cdns.ts";
import type { Known } from "./learn.ts";
import type { Parts } from "./parts.ts";
import { type Row, functionRows, isBack, problemRow } from "./rows.ts";

/** What going back would come to now. `notReady` says what would not work, undefined where all would. */
export interface Readiness {
  readonly rows: readonly Row[];
  readonly notReady: string | undefined;
}

/**
 * Tries the way back without touching anything: whether what was live is still to be had, whether anybody else has
 * deployed since, whether the tokens are accepted. What the plan said has no way back is no surprise.
 */
export async function readiness(parts: Parts, known: Known, world: Runtime): Promise<Readiness> {
  const looks = await Promise.all([
    tried("web", () => lookAtWeb(parts, world)),
    tried("cdn", () => lookAtCdn(parts, world)),
    tried("functions", () => lookAtFunctions(parts, known, world)),
  ]);
  return readinessOf(looks.flat());
}

/** What does not work is told, apart from what the plan said has no way back. */
export function readinessOf(rows: readonly Row[]): Readiness {
  const wrong = rows.filter((row) => !isBack(row) && row.planned !== true);
  const notReady =
    wrong.length === 0 ? undefined : wrong.map(({ said }) => said.replace(/\.$/, "")).join("; ");
  return { rows, notReady };
}

async function tried(
  component: Row["component"],
  look: () => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [problemRow(component, withFix(error))];
  }
}

async function lookAtWeb({ web }: Parts, world: Runtime): Promise<readonly Row[]> {
  if (web === undefined) return [];
  if ("problem" in web) return [problemRow("web", web.problem)];
  const { inputs, change } = web.ready;
  const none =
    openHost(inputs, world).noWayBack ?? (isNothing(change.to) ? "nothing was live before" : undefined);
  const common = { component: "web", name: "web", target: siteOf(change.to) } as const;
  if (none !== undefined) {
    const said = `The web has no automatic way back, as the plan said: ${none}.`;
    world.log.notice(said);
    return [{ ...common, outcome: "irreversible", said, planned: true }];
  }
  const { outcome, said, manual, next } = await undoWeb(inputs, change, world, { dryRun: true });
  const row = { ...common, outcome, said };
  return [{ ...row, ...(manual === undefined ? {} : { manual }), ...(next === undefined ? {} : { next }) }];
}

function siteOf({ deployment, marker }: WebChange["to"]): string {
  return [deployment, marker].filter((one) => one !== null).join(", ") || "nothing";
}

function isNothing(site: { readonly deployment: string | null; readonly marker: string | null }): boolean {
  return site.deployment === null && site.marker === null;
}

async function lookAtCdn({ cdn }: Parts, world: Runtime): Promise<readonly Row[]> {
  if (cdn === undefined) return [];
  if ("problem" in cdn) return [problemRow("cdn", cdn.problem)];
  const { inputs, change } = cdn.ready;
  const opened = openCdn(inputs, world);
  if (opened.name === "none") return [];
  const lack = opened.lacks();
  if (lack !== undefined) return [problemRow("cdn", `${lack.what} is empty: nothing could be purged`)];
  const said = `${inputs.cdn} would be purged`;
  return [{ component: "cdn", name: "cdn", target: siteOf(change.to), outcome: "reverted", said }];
}

async function lookAtFunctions({ functions }: Parts, known: Known, world: Runtime): Promise<readonly Row[]> {
  if (functions === undefined) return [];
  if ("problem" in functions) return [problemRow("functions", functions.problem)];
  const { inputs, snapshot, look } = functions.ready;
  const { judged } = await look();
  const neverGiven = judged.filter(({ slug, outcome }) => {
    const entry = heldIn(snapshot.functions, slug);
    return outcome === "irreversible" && entry !== undefined && !isLost(entry);
  });
  for (const { said } of neverGiven) world.log.notice(`As the plan said: ${said}.`);
  const rows = functionRows(inputs, snapshot, known.formerCommit)(judged);
  return rows.map((row) => ({
    ...row,
    target: formerOf(snapshot, row.name),
    ...(neverGiven.some(({ slug }) => slug === row.name) ? { planned: true as const } : {}),
  }));
}

function formerOf({ functions }: FunctionsSnapshot, slug: string): string {
  const was = heldIn(functions, slug)?.was ?? null;
  if (was === null) return "none: it was not there";
  const source = was.state.digest === null ? "unread sources" : `sources ${was.state.digest.slice(0, 12)}`;
  return `${source}, verify_jwt ${was.state.settings.verifyJwt}`;
}
