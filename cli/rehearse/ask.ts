import { createInterface } from "node:readline/promises";
import type { Question } from "../../rehearsal/stand-ins/github/gatekeeper.ts";

/** Asks the person at the terminal what a reviewer decides. Anything but y is a rejection. */
export async function askAtGate(
  { environment, reviewers }: Question,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<{ readonly approved: boolean; readonly comment: string }> {
  const prompt = createInterface(streams);
  try {
    const who = reviewers.join(", ") || "nobody";
    const said = await prompt.question(`  ${environment} waits for ${who}. Approve? [y/N] `);
    return { approved: /^y(es)?$/i.test(said.trim()), comment: "at the terminal" };
  } finally {
    prompt.close();
  }
}
