import { heldIn } from "../../action/held-in.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Json } from "../canonical.ts";
import type { Receipt } from "./receipt.ts";
import { documentOf } from "./kept-document.ts";
import { type Manifest, deployments, githubRecord, recordEnvironment } from "./record.ts";
import { lastStatus } from "./statuses.ts";
import { isObject } from "../../ports/json-object.ts";

/** What is live as the record has it: what the newest receipts came to, whatever happened since. */
export interface RecordedLive {
  /** The release that went live last. */
  readonly release: Manifest | undefined;
  /** The newest migration; null where there was none, undefined where no receipt tells. */
  readonly head: string | null | undefined;
  /** State by function, as the receipts have it; null for one that is not there. */
  readonly functions: ReadonlyMap<string, Json>;
  /** What the web's receipt intended: deployment, marker, digest of the artifact. */
  readonly web: Json | undefined;
  /** Changes of which nobody wrote down what they came to, newest first. */
  readonly open: readonly string[];
}

interface Gathered {
  head: string | null | undefined;
  functions: Map<string, Json>;
  web: Json | undefined;
  open: string[];
}

/** More receipts than this are not read: what they tell of is old. */
const farthest = 500;

/**
 * Reads the record from its newest receipt back, until migrations, web and all named functions are known.
 * Changes that failed are passed over: what was there before them is told by older ones.
 */
export async function recordedLive(
  github: GitHub,
  target: string,
  slugs: readonly string[],
): Promise<RecordedLive> {
  const release = await githubRecord(github, target, "").live();
  const found: Gathered = { head: undefined, functions: new Map(), web: undefined, open: [] };
  let read = 0;
  for await (const deployment of deployments(github, recordEnvironment(target), "rollout-receipt")) {
    read += 1;
    if (read > farthest || isWhole(found, slugs)) break;
    const receipt = documentOf<Receipt>(deployment, "receipt");
    if (receipt === undefined || !isNews(found, receipt)) continue;
    take(found, receipt, stateIn((await lastStatus(github, deployment.id))?.description));
  }
  return { release, ...found };
}

function isWhole({ head, functions, web }: Gathered, slugs: readonly string[]): boolean {
  return head !== undefined && web !== undefined && slugs.every((slug) => functions.has(slug));
}

function isNews({ head, functions, web }: Gathered, { phase, component, intended }: Receipt): boolean {
  if (phase === "migrate") return head === undefined;
  if (component === "web") return web === undefined;
  return component === "functions" && namesOf(intended).some((slug) => !functions.has(slug));
}

/** `<seq> <state> …`, as a completion is written; without one nobody knows what the change came to. */
function stateIn(description: string | undefined): string {
  return /^\d+ (done|failed|reverted) /.exec(description ?? "")?.[1] ?? "intended";
}

function take(
  found: Gathered,
  { release, phase, component, before, intended }: Receipt,
  state: string,
): void {
  if (state === "intended") found.open.push(`${component} of ${release}`);
  if (phase === "migrate")
    found.head = newest(state === "done" ? [field(before, "head"), component] : [field(before, "head")]);
  else if (state !== "done") return;
  else if (component === "web") found.web = intended;
  else
    for (const slug of namesOf(intended))
      if (!found.functions.has(slug)) found.functions.set(slug, field(intended, slug) ?? null);
}

/** A migration may be applied out of order: the newest version is the greater one. */
function newest(versions: readonly (Json | undefined)[]): string | null {
  const texts = versions.filter((one): one is string => typeof one === "string");
  return texts.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).at(-1) ?? null;
}

function namesOf(json: Json): readonly string[] {
  return isObject(json) ? Object.keys(json) : [];
}

function field(json: Json, name: string): Json | undefined {
  if (!isObject(json)) return undefined;
  return heldIn(json, name);
}
