import type { GitHub } from "../../ports/github.ts";
import type { Gates } from "../gates/gates.ts";
import { type Deployment, documentOf } from "./kept-document.ts";
import { type Receipt, completionLine } from "./receipt.ts";
import { lastStatus, listIn } from "./statuses.ts";

/** What the record keeps of a release from its beginning: the manifest that `plan` wrote. */
export interface Manifest {
  readonly schema: "prism-rollout/manifest@1";
  readonly release: string;
  readonly target: string;
  readonly commit: string;
  readonly runUrl: string;
  readonly artifact: string | null;
  readonly digests: Readonly<Record<string, string>>;
  /** Why nothing of this release goes back by itself: a migration that breaks the former code was let through. */
  readonly noRollback?: string;
  /** The gates that the release's own `rollout.yml` declares. */
  readonly gates?: Gates;
  /** Who may let its slices pass, by the release's own `rollout.yml`. */
  readonly approvers?: readonly string[];
  /** Who began the run that planned it. */
  readonly startedBy?: string;
}

/** The durable memory of a release, outside of the run. `intend` gives the id that `complete` takes. */
export interface ReleaseRecord {
  /** Once is enough: a release that is open, or live, stays as it is; one that has ended is open again. */
  open(manifest: Manifest): Promise<void>;
  /** Opens one that has ended, and is run again; one that is not in the record is left alone. */
  reopen(release: string): Promise<void>;
  intend(receipt: Receipt): Promise<number>;
  complete(id: number, receipt: Receipt): Promise<void>;
  /** Every receipt of a release (of one phase) as intended, with its last known state, oldest first. */
  receipts(release: string, phase?: Receipt["phase"]): Promise<readonly Receipt[]>;
  /** The manifest of the release that went live last, if there is one. */
  live(): Promise<Manifest | undefined>;
  /** The newest release of a commit that was planned and has not ended: what a later slice goes on with. */
  unfinished(commit: string): Promise<Manifest | undefined>;
  /** Marks the release as the one that is live, or as ended without being it. */
  close(release: string, state: "success" | "failure" | "inactive", description: string): Promise<void>;
}

/** Receipts and leases stand under an environment of their own, so that the target's page shows releases. */
export function recordEnvironment(target: string): string {
  return `${target}-record`;
}

/** The record as GitHub Deployments (see docs/adr/0002). */
export function githubRecord(github: GitHub, target: string, commit: string): ReleaseRecord {
  const environment = recordEnvironment(target);
  return {
    open: async (manifest) => {
      const known = await opened(github, target, manifest.release);
      if (known) return await openAgain(github, known.id);
      const id = await create(github, {
        environment: target,
        ref: commit,
        task: "rollout",
        payload: manifest,
      });
      await setStatus(github, id, "in_progress", `${manifest.release} planned`);
    },
    reopen: async (release) => {
      const known = await opened(github, target, release);
      if (known) await openAgain(github, known.id);
    },
    intend: (receipt) =>
      create(github, { environment, ref: commit, task: "rollout-receipt", payload: receipt }),
    complete: async (id, receipt) => {
      const state = receipt.state === "done" ? "success" : "failure";
      await setStatus(github, id, state, completionLine(receipt, identityOf(receipt)));
    },
    receipts: async (release, phase) => {
      const own = (await receiptsOf(github, target, release)).filter(
        ({ receipt }) => phase === undefined || receipt.phase === phase,
      );
      return await Promise.all(own.map((one) => withState(github, one)));
    },
    live: () => newest(github, target, "success"),
    unfinished: (sha) => newest(github, target, "in_progress", sha),
    close: async (release, state, description) => {
      const own = await opened(github, target, release);
      if (own) await setStatus(github, own.id, state, description);
    },
  };
}

/** Whoever comes meanwhile must see that it is on its way: it may wait at a gate, and hold the target. */
async function openAgain(github: GitHub, id: number): Promise<void> {
  const state = (await lastStatus(github, id))?.state;
  if (state === "in_progress" || state === "success") return;
  await setStatus(github, id, "in_progress", "run again");
}

/** The newest manifest whose last status is this one; of one commit, where one is given. */
async function newest(
  github: GitHub,
  target: string,
  state: "success" | "in_progress",
  commit?: string,
): Promise<Manifest | undefined> {
  for await (const deployment of deployments(github, target, "rollout")) {
    const manifest = manifestOf(deployment);
    if (commit !== undefined && manifest?.commit !== commit) continue;
    if ((await lastStatus(github, deployment.id))?.state === state) return manifest;
  }
  return undefined;
}

export async function create(
  github: GitHub,
  { environment, ref, task, payload }: { environment: string; ref: string; task: string; payload: unknown },
): Promise<number> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/deployments", {
    ref,
    task,
    environment,
    payload,
    auto_merge: false,
    required_contexts: [],
    description: task,
    transient_environment: false,
    production_environment: false,
  });
  return (data as Deployment).id;
}

export async function setStatus(
  github: GitHub,
  id: number,
  state: string,
  description: string,
): Promise<void> {
  await github.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    deployment_id: id,
    state,
    description: description.slice(0, 140),
    auto_inactive: false,
  });
}

/** As many deployments GitHub gives at once. */
export const page = 100;

/** Newest first, at most 100 at once. */
export async function list(
  github: GitHub,
  environment: string,
  task: string,
  number = 1,
): Promise<readonly Deployment[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/deployments", {
    environment,
    task,
    per_page: page,
    ...(number === 1 ? {} : { page: number }),
  });
  return listIn<Deployment>(data, "the deployments");
}

/** Newest first, as many pages as are read on. */
export async function* deployments(
  github: GitHub,
  environment: string,
  task: string,
): AsyncGenerator<Deployment, void> {
  for (let number = 1; ; number += 1) {
    const some = await list(github, environment, task, number);
    yield* some;
    if (some.length < page) return;
  }
}

/** A receipt with the deployment that keeps it. */
export interface KeptReceipt {
  readonly receipt: Receipt;
  readonly deployment: Deployment;
}

/** Every receipt of a release as intended, oldest first, however many there are and whatever came after them. */
export async function receiptsOf(
  github: GitHub,
  target: string,
  release: string,
): Promise<readonly KeptReceipt[]> {
  // By id: what is created while pages are read appears on two of them.
  const found = new Map<number, KeptReceipt>();
  for await (const deployment of since(release, github, recordEnvironment(target), "rollout-receipt")) {
    const receipt = documentOf<Receipt>(deployment, "receipt");
    if (receipt?.release === release) found.set(deployment.id, { receipt, deployment });
  }
  return [...found.values()].sort((a, b) => a.deployment.id - b.deployment.id);
}

/** What was kept since the day of a release, newest first: before it there is nothing of it. */
async function* since(
  release: string,
  ...of: Parameters<typeof deployments>
): AsyncGenerator<Deployment, void> {
  for await (const deployment of deployments(...of)) {
    if (isBefore(deployment, release)) return;
    yield deployment;
  }
}

/** Whether a deployment was made before the day on which a release was planned. */
export function isBefore({ created_at: at }: Deployment, release: string): boolean {
  const [, year, month, day] = /-(\d{4})(\d\d)(\d\d)-[0-9a-f]{12}-\d+$/.exec(release) ?? [];
  return Date.parse(at ?? "") < Date.parse(`${year}-${month}-${day}`) - clockSkew;
}

const clockSkew = 3_600_000;

/** The deployment that stands for a release. */
async function opened(github: GitHub, target: string, release: string): Promise<Deployment | undefined> {
  for await (const deployment of since(release, github, target, "rollout")) {
    if (manifestOf(deployment)?.release === release) return deployment;
  }
  return undefined;
}

function manifestOf(deployment: Deployment): Manifest | undefined {
  return documentOf<Manifest>(deployment, "manifest");
}

async function withState(github: GitHub, { receipt, deployment }: KeptReceipt): Promise<Receipt> {
  const state = (await lastStatus(github, deployment.id))?.description.split(" ")[1];
  const known = (["done", "failed", "reverted"] as const).find((word) => word === state);
  return known === undefined ? receipt : { ...receipt, state: known };
}

function identityOf(receipt: Receipt): string {
  const after = receipt.after;
  if (typeof after === "object" && after !== null && "id" in after && typeof after.id === "string")
    return after.id;
  return typeof after === "string" ? after : "-";
}
