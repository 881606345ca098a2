import { heldIn } from "../../action/held-in.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Json } from "../canonical.ts";
import type { Receipt } from "./receipt.ts";
import { type Deployment, documentOf } from "./kept-document.ts";
import { deployments, recordEnvironment } from "./record.ts";
import { lastStatus } from "./statuses.ts";
import { isObject } from "../../ports/json-object.ts";

/**
 * What the record says is live of one component. A change that was done leaves one state; one of which nobody knows
 * how it ended leaves two: the one that was to be, first, and the one before it. `at` in ms since 1970.
 */
export interface LastState {
  readonly states: readonly Json[];
  readonly release: string;
  readonly at: number | null;
}

/** What the whole record of a target says is live, whichever release brought it, rollbacks included. */
export interface LastChanges {
  readonly web: LastState | undefined;
  /** By name; a state is null for a function that was taken away. */
  readonly functions: ReadonlyMap<string, LastState>;
  /** Versions that a release of this target has applied, newest first. */
  readonly migrations: readonly string[];
  /** Whether all of the record was read. */
  readonly whole: boolean;
}

/** As many receipts of one target are read, newest first: some hundred releases. */
const most = 1000;

/** Reads what was done last to each component. One receipt of a component is enough, so only those are asked about. */
export async function lastChanges(github: GitHub, target: string): Promise<LastChanges> {
  let web: LastState | undefined;
  let read = 0;
  const functions = new Map<string, LastState>();
  const migrations: string[] = [];
  for await (const deployment of deployments(github, recordEnvironment(target), "rollout-receipt")) {
    if (read === most) return { web, functions, migrations, whole: false };
    read += 1;
    const receipt = documentOf<Receipt>(deployment, "receipt");
    if (receipt === undefined) continue;
    if (receipt.phase === "migrate") migrations.push(receipt.component);
    if (receipt.component === "web" && web === undefined)
      web = stateOf(deployment, receipt, await isDone(github, deployment));
    const fresh =
      receipt.component === "functions" ? slugsOf(receipt).filter((one) => !functions.has(one)) : [];
    if (fresh.length === 0) continue;
    const done = await isDone(github, deployment);
    for (const slug of fresh) {
      const own = {
        ...receipt,
        before: memberOf(receipt.before, slug),
        intended: memberOf(receipt.intended, slug),
      };
      functions.set(slug, stateOf(deployment, own, done));
    }
  }
  return { web, functions, migrations, whole: true };
}

async function isDone(github: GitHub, { id }: Deployment): Promise<boolean> {
  return (await lastStatus(github, id))?.description.split(" ")[1] === "done";
}

function stateOf(deployment: Deployment, { before, intended, release }: Receipt, done: boolean): LastState {
  const at = Date.parse(deployment.created_at ?? "");
  return { states: done ? [intended] : [intended, before], release, at: Number.isNaN(at) ? null : at };
}

function slugsOf({ intended }: Receipt): readonly string[] {
  const isStates = isObject(intended);
  return isStates ? Object.keys(intended) : [];
}

function memberOf(json: Json, name: string): Json {
  if (!isObject(json)) return null;
  return heldIn(json, name) ?? null;
}
