import type { Host, WayBack } from "../../providers/hosts/host.ts";
import { openHost } from "../../providers/hosts/hosts.ts";
import type { Json } from "../../release/canonical.ts";
import type { Receipt } from "../../release/receipt.ts";
import type { WebInputs } from "./inputs.ts";
import type { WebWorld } from "./plan-web.ts";
import { originsLine, proveOrigins } from "./served.ts";

/** What a receipt of component `web` says was live before, and was to be live after. */
export interface WebChange {
  readonly from: { readonly deployment: string | null; readonly marker: string | null };
  readonly to: { readonly deployment: string | null; readonly marker: string | null };
}

/** The change that a receipt stands for, whatever state it was left in. */
export function changeOf({ before, intended }: Pick<Receipt, "before" | "intended">): WebChange {
  return { from: identityOf(intended), to: identityOf(before) };
}

/**
 * Brings back what was live before, compare-and-set: live is `to` → already; live is `from` → revert; anything
 * else → drift, nothing touched. Where the old marker is known, the origins must serve it again. Safe to run twice.
 */
export async function undoWeb(inputs: WebInputs, change: WebChange, world: WebWorld): Promise<WayBack> {
  const host = openHost(inputs, world);
  const back = await host.goBack(keysOf(inputs.host, change));
  if (back.outcome !== "reverted" && back.outcome !== "already") return back;
  return await proven(inputs, change, back, world);
}

/** True when going back is possible now: what `rollback --dry-run` asks. */
export async function webCanGoBack(host: Host, { to }: WebChange): Promise<boolean> {
  return host.noWayBack === undefined && (to.deployment !== null || to.marker !== null);
}

async function proven(
  inputs: WebInputs,
  { to }: WebChange,
  back: WayBack,
  world: WebWorld,
): Promise<WayBack> {
  const { marker } = to;
  if (marker === null) return back;
  const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
  const proofs = await proveOrigins(world, inputs.origins, marker, times);
  const said = `${back.said} ${originsLine(proofs, marker)}.`;
  if (proofs.every((proof) => proof.serves)) return { ...back, said };
  return { outcome: "failed", said, ...(back.manual === undefined ? {} : { manual: back.manual }) };
}

/** A command knows no deployments: there a release is known by its marker. */
function keysOf(
  host: WebInputs["host"],
  { from, to }: WebChange,
): { readonly from: string | null; readonly to: string | null } {
  return host === "command"
    ? { from: from.marker, to: to.marker }
    : { from: from.deployment, to: to.deployment };
}

function identityOf(state: Json): WebChange["to"] {
  const known = (typeof state === "object" && state !== null ? state : {}) as Readonly<
    Record<string, unknown>
  >;
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return { deployment: text(known["deployment"]), marker: text(known["marker"]) };
}
