import { join } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { forgivingRecord } from "../../kit/release/record/forgiving-record.ts";
import { type Journal, openJournal } from "../../kit/release/record/journal.ts";
import { receiptsFile } from "../../kit/release/record/keep-receipts.ts";
import { takeLease } from "../../kit/release/standing/lease.ts";
import { localRecord } from "../../kit/release/record/local-record.ts";
import { githubRecord } from "../../kit/release/record/record.ts";
import type { Known } from "./learn.ts";
import type { RollbackInputs } from "./spec.ts";

/** Without what the jobs of a chain say, a person has decided. */
export function isByPerson({ needs }: Pick<RollbackInputs, "needs">): boolean {
  return needs === undefined;
}

/**
 * Under which name the target is held. In its own run the release holds it already; a person's rollback is a holder
 * of its own, so that it waits for the release's run to end, and two of them never run at once.
 */
export function holderOf(
  { release }: Known,
  byPerson: boolean,
  { context }: Pick<Runtime, "context">,
): string {
  return byPerson ? `rollback of ${release} in run ${context.runId}` : release;
}

/**
 * Takes the target for the way back, and opens its journal.
 * @throws {UserError} PR204 naming who holds the target: nothing was changed.
 */
export async function takeTurn(known: Known, byPerson: boolean, world: Runtime): Promise<Journal> {
  const { github, target, commit } = known;
  const { context, temp } = world;
  if (github) {
    const { runId, runUrl } = context;
    const release = holderOf(known, byPerson, world);
    const lease = { schema: "prism-rollout/lease@1", release, runId, runUrl } as const;
    await takeLease(github, context, target, lease).catch((error: unknown) => {
      if (!(error instanceof UserError) || error.code === "PR204") throw error;
      world.log.warn(`${error.message} The way back goes on without the lease.`);
    });
  }
  const folder = join(temp, "prism-rollout", "rollback");
  const record = github
    ? forgivingRecord(githubRecord(github, target, commit), world.log)
    : localRecord(folder);
  const write = receiptsFile(join(folder, "receipts.json"));
  return await openJournal(record, {
    release: known.release,
    phase: "rollback",
    attempt: context.attempt,
    approvedBy: byPerson && context.actor !== "" ? [context.actor] : [],
    log: world.log,
    onChange: async (receipts, changed) => {
      const said = await write(receipts, changed);
      if (Buffer.byteLength(said) <= 8192) world.emit({ receipt: said });
    },
  });
}
