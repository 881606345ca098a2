import type { WayBack } from "../../providers/hosts/host.ts";
import { openHost } from "../../providers/hosts/hosts.ts";
import type { Receipt } from "../../release/record/receipt.ts";
import type { WebInputs } from "./inputs.ts";
import type { WebWorld } from "./inspect-web.ts";
import { type WebChange, changeOf } from "./undo-web.ts";

type Change = Pick<Receipt, "before" | "intended">;

/** The change that a release made to the web, by its receipts (oldest first); undefined where it made none. */
export function recordedWebChange(receipts: readonly Change[]): WebChange | undefined {
  const [first, last] = [receipts[0], receipts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return changeOf({ before: first.before, intended: last.intended });
}

/**
 * The same of several releases: the newest of them may have been cut before its site went live, so the site that goes
 * is the one among theirs that the host serves now.
 */
export async function webChangeOfSeveral(
  receipts: readonly Change[],
  inputs: WebInputs,
  world: WebWorld,
): Promise<WebChange | undefined> {
  const change = recordedWebChange(receipts);
  if (change === undefined) return undefined;
  const { deployment, said } = await openHost(inputs, world).inspect();
  const made = receipts.map((receipt) => changeOf(receipt).from);
  const live = made.findLast((one) =>
    one.deployment === null ? one.marker === said.marker : one.deployment === deployment,
  );
  return { ...change, from: live ?? change.from };
}

/** A change that a host tells of, and what going back would come to. */
export interface HostsChange {
  readonly change: WebChange;
  readonly release: string;
  /** Undefined where it is to be looked at as any other: a command knows nothing but markers. */
  readonly looking: Promise<WayBack> | undefined;
}

/**
 * The same without a record, from what the host keeps: every deployment of this suite says of which release it is
 * and what was live before it. Undefined where the live one is not of this release; `last` is whichever it is of.
 */
export async function webChangeFromHost(
  inputs: WebInputs,
  release: string,
  world: WebWorld,
): Promise<HostsChange | undefined> {
  const host = openHost(inputs, world);
  const live = await host.inspect();
  const { deployment, said } = live;
  if (deployment === null || said.release === null) return undefined;
  if (release !== "last" && said.release !== release) return undefined;
  const way = { from: deployment, to: said.previous };
  const looking = inputs.host === "command" ? undefined : host.goBack(way, { dryRun: true, live });
  // Awaited where the way back begins, if it does.
  looking?.catch(() => undefined);
  const before = said.previous === null ? null : (await host.said(said.previous)).marker;
  const change = {
    from: { deployment, marker: said.marker },
    to: { deployment: said.previous, marker: before },
  };
  return { change, release: said.release, looking };
}
