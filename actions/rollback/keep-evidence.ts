import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { describe } from "../../kit/errors/user-error.ts";
import { statementOf, writeStatement } from "../../kit/release/evidence/statement.ts";
import { phaseNames } from "../../kit/release/phases.ts";
import { type Receipt, intentSha } from "../../kit/release/record/receipt.ts";
import { phasesSeen, reviewsSeen } from "./phases-seen.ts";
import type { Ended } from "./report-rollback.ts";
import type { RollbackInputs } from "./spec.ts";

/**
 * Writes `evidence.json`, an in-toto statement that `prism-rollout verify` checks without a network. Gives a line for
 * the report. By now everything is done: what cannot be written is told.
 */
export async function keepEvidence(
  inputs: RollbackInputs,
  ended: Ended,
  world: Pick<Runtime, "context" | "temp" | "root" | "log">,
): Promise<readonly string[]> {
  const { known, outcome, end, rows, looks, moments = [] } = ended;
  const { context, temp, root, log } = world;
  try {
    const own = join(temp, "prism-rollout", "rollback");
    const folders = [...(inputs.artifacts === undefined ? [] : [resolve(root, inputs.artifacts)]), own];
    const all = (known.changes ?? []).map(({ receipt }) => receipt);
    // Each release that a way back passes has evidence of its own.
    const intended = all.filter(({ release }) => release === known.release);
    const receipts = merged(intended, (await Promise.all(folders.map(receiptsIn))).flat(), known.release);
    const statement = statementOf({
      release: known.release,
      target: known.target,
      commit: known.commit,
      repository: `${context.owner}/${context.repo}`,
      run: context.runUrl,
      outcome,
      because: end.decision.because,
      digests: known.digests,
      phases: phasesSeen(inputs, end.run),
      reviews: reviewsSeen(end.run),
      looks: looks.map(({ created_at: at, description }) => ({ at: at ?? null, said: description })),
      undone: rows.map(({ name, outcome: came }) => ({ component: name, outcome: came })),
      timeline: moments,
      receipts,
    });
    const { text, sha256 } = writeStatement(statement);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, "evidence.json"), text);
    return [`${receipts.length} receipts are kept in evidence.json (sha256 ${sha256})`];
  } catch (error) {
    log.warn(`The evidence of ${known.release} is not kept: ${describe(error)}`);
    return [];
  }
}

/**
 * Each receipt once, by phase and in its order. The record has them as they were intended; the artifacts have what they
 * came to, and count where they are about the same intent.
 */
function merged(
  intended: readonly Receipt[],
  completed: readonly Receipt[],
  release: string,
): readonly Receipt[] {
  const key = ({ phase, seq }: Receipt): string => `${phase} ${seq}`;
  const found = new Map(intended.map((receipt) => [key(receipt), receipt]));
  for (const receipt of completed) {
    const known = found.get(key(receipt));
    if (receipt.release !== release || (known && intentSha(known) !== intentSha(receipt))) continue;
    // Of two attempts the one that knows what it came to; what is still intended knows nothing.
    if (known === undefined || known.after === undefined) found.set(key(receipt), receipt);
  }
  return [...found.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.seq - b.seq);
}

/** In the order of the chain, the way back at its end. */
function placeOf({ phase }: Receipt): number {
  return phase === "rollback" ? phaseNames.length : phaseNames.indexOf(phase);
}

async function receiptsIn(folder: string): Promise<readonly Receipt[]> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  const named = files.filter((one) => basename(one) === "receipts.json").sort();
  return (await Promise.all(named.map((file) => read(join(folder, file))))).flat();
}

/** A file that cannot be read says nothing. */
async function read(file: string): Promise<readonly Receipt[]> {
  try {
    const all = JSON.parse(await readFile(file, "utf8")) as unknown;
    return Array.isArray(all) ? all.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

function isReceipt(value: unknown): value is Receipt {
  const { schema, phase, seq } = (value ?? {}) as Partial<Receipt>;
  return schema === "prism-rollout/receipt@1" && typeof phase === "string" && typeof seq === "number";
}
