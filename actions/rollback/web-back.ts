import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import { type WebChange, undoWeb } from "../../kit/parts/web/undo-web.ts";
import type { WayBack } from "../../kit/providers/hosts/host.ts";
import { openHost } from "../../kit/providers/hosts/hosts.ts";
import type { Json } from "../../kit/release/canonical.ts";
import type { Journal } from "../../kit/release/record/journal.ts";
import type { Parts } from "./parts.ts";
import { type Row, isBack, problemRow } from "./rows.ts";

/** What going back would come to; undefined where the web is none of it, or cannot be looked at. */
export type WebLook = Promise<WayBack> | undefined;

/** Looks, so that a receipt is written only where something is going to change. */
export function lookAtWeb(part: Parts["web"], world: Runtime): WebLook {
  if (part === undefined || "problem" in part) return undefined;
  const { inputs, change, looking } = part.ready;
  return looking ?? undoWeb(inputs, change, world, { dryRun: true });
}

export async function webBack(
  part: Parts["web"],
  looking: WebLook,
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  if (part === undefined) return [];
  if ("problem" in part) return [problemRow("web", part.problem)];
  const { inputs, change } = part.ready;
  try {
    return await world.log.group("The web goes back", async () => {
      const look = await (looking ?? undoWeb(inputs, change, world, { dryRun: true }));
      if (look.outcome !== "reverted")
        return [rowOf(look.outcome === "already" ? await undoWeb(inputs, change, world) : look)];
      return [rowOf(await changed(change, journal, () => undoWeb(inputs, change, world)))];
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [problemRow("web", withFix(error))];
  }
}

/**
 * Lets new builds go live by themselves again, once all is back: until then a build of the very release that goes could.
 * That it stays off undoes nothing of what is back.
 */
export async function unpinned(
  { web }: Parts,
  rows: readonly Row[],
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  const isDue = rows.some(({ component, next }) => component === "web" && next !== undefined);
  if (web === undefined || "problem" in web || !isDue || !rows.every(isBack)) return rows;
  const host = openHost(web.ready.inputs, world);
  let end: Pick<Row, "next"> & { readonly said: string };
  try {
    let came: string | undefined;
    await journal.change(
      "web-pin",
      { before: { autoAssign: false }, intended: { autoAssign: true } },
      async () => {
        came = await host.unpin();
        return { autoAssign: true };
      },
    );
    end = { said: came ?? "Auto-assignment of domains was on already." };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    end = { said: "Auto-assignment of domains stays off.", next: withFix(error) };
  }
  return rows.map(({ next, ...row }) => {
    if (row.component !== "web") return next === undefined ? row : { ...row, next };
    return { ...row, ...end, said: `${row.said} ${end.said}` };
  });
}

/** The receipt is `done` only where the old site is served again. */
async function changed(
  { from, to }: WebChange,
  journal: Journal,
  work: () => Promise<WayBack>,
): Promise<WayBack> {
  const notBack = new Error("the former site is not served");
  let back: WayBack | undefined;
  const states = { before: { ...from }, intended: { ...to } };
  try {
    await journal.change("web", states, async (): Promise<Json> => {
      back = await work();
      if (back.outcome !== "reverted" && back.outcome !== "already") throw notBack;
      return { id: to.deployment ?? to.marker, ...to };
    });
  } catch (error) {
    if (error !== notBack) throw error;
  }
  if (back === undefined) throw notBack;
  return back;
}

function rowOf({ outcome, said, manual, next }: WayBack): Row {
  const common = { component: "web", name: "web", outcome, said } as const;
  const row = next === undefined ? common : { ...common, next };
  if (outcome === "reverted" || outcome === "already") return row;
  return { ...row, manual: manual ?? "bring the former site back with the host's own tools" };
}
