import type { Question } from "../../rehearsal/stand-ins/github/gatekeeper.ts";
import { type Streams, saysYes } from "../ask.ts";

/** Asks the person at the terminal what a reviewer decides. Anything but y is a rejection. */
export async function askAtGate(
  { environment, reviewers }: Question,
  streams: Streams,
): Promise<{ readonly approved: boolean; readonly comment: string }> {
  const who = reviewers.join(", ") || "nobody";
  const approved = await saysYes(`  ${environment} waits for ${who}. Approve? [y/N] `, streams);
  return { approved, comment: "at the terminal" };
}
