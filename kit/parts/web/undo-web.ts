import type { WayBack } from "../../providers/hosts/host.ts";
import { openHost } from "../../providers/hosts/hosts.ts";
import type { Json } from "../../release/canonical.ts";
import type { Receipt } from "../../release/record/receipt.ts";
import type { WebInputs } from "./inputs.ts";
import { pastOrigins } from "./origins.ts";
import type { WebWorld } from "./inspect-web.ts";
import { originsLine, proveGone, proveOrigins } from "./served.ts";
import { fieldsOf } from "../../ports/json-object.ts";

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
 * else → drift, nothing touched. The origins must serve the old marker again, or where it had none, no longer
 * the new one. Safe to run twice. With `dryRun` nothing is changed, and `reverted` means «would be».
 */
export async function undoWeb(
  inputs: WebInputs,
  change: WebChange,
  world: WebWorld,
  { dryRun = false } = {},
): Promise<WayBack> {
  const host = openHost(inputs, world);
  const back = await host.goBack(keysOf(inputs.host, change), { dryRun });
  if (dryRun || (back.outcome !== "reverted" && back.outcome !== "already")) return back;
  return await proven(inputs, change, back, world);
}

async function proven(
  inputs: WebInputs,
  { from, to }: WebChange,
  back: WayBack,
  world: WebWorld,
): Promise<WayBack> {
  const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
  const origins = pastOrigins(inputs);
  const proofs =
    to.marker === null
      ? await proveGone(world, origins, from.marker, times)
      : await proveOrigins(world, origins, to.marker, times);
  const what = to.marker ?? `another site than ${from.marker ?? "the one before"}`;
  const said = `${back.said} ${originsLine(proofs, what)}.`;
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
  const known = fieldsOf(state);
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return { deployment: text(known["deployment"]), marker: text(known["marker"]) };
}
