import type { HeldUp } from "./held-up.ts";
import type { Stall } from "./watchdog.ts";

/** A statement that was cancelled for the sake of live sessions; `failed` is what came of it. */
export class HeldOthersUp extends Error {
  readonly stall: Stall;
  readonly failed: unknown;

  constructor(stall: Stall, failed: unknown) {
    super(`cancelled, because it ${sayStall(stall)}`);
    this.stall = stall;
    this.failed = failed;
  }
}

const most = 3;

/** «held up 2 live sessions for up to 2.1 s (shop as authenticator, for public.t; …)» */
export function sayStall({ heldUp, waited }: Stall): string {
  const longest = Math.max(0, ...heldUp.map(({ ms }) => ms));
  const many = heldUp.length === 1 ? "a live session" : `${heldUp.length} live sessions`;
  const named = heldUp.slice(0, most).map(sayWho);
  if (heldUp.length > most) named.push(`and ${heldUp.length - most} more`);
  const how = waited ? " behind it while it waited for a lock itself" : "";
  return `held up ${many}${how} for up to ${(longest / 1000).toFixed(1)} s (${named.join("; ")})`;
}

/** What others run may hold values of theirs: who they are and what they wait for is enough. */
function sayWho({ who, pid, relation }: HeldUp): string {
  return `${who}, pid ${pid}, for ${relation ?? "a row"}`;
}
