import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { GitHub } from "../../../ports/github.ts";
import { documentOf } from "../../../release/record/kept-document.ts";
import type { Receipt } from "../../../release/record/receipt.ts";
import { deployments, recordEnvironment } from "../../../release/record/record.ts";
import { lastStatus } from "../../../release/record/statuses.ts";
import type { Remembered } from "./bundle-mark.ts";
import type { FunctionsInputs } from "../inputs.ts";
import { statesOf } from "../undo/recorded-change.ts";

/** What older receipts tell of, the platform is asked about. */
const farthest = 200;

interface Inputs extends Pick<FunctionsInputs, "functions"> {
  readonly target: string | undefined;
  readonly githubToken: string | undefined;
}

/**
 * Asks the record, once somebody wants to know, which sources the bundles were built of that releases have brought
 * live. Without a record, or when it cannot be read, nothing is remembered, and the platform is asked for all sources.
 */
export function rememberedOf(
  { functions, target, githubToken }: Inputs,
  world: Pick<Runtime, "github" | "log">,
): () => Promise<Remembered> {
  return async () => {
    if (githubToken === undefined) return new Map();
    try {
      return await remembered(await world.github(githubToken), target ?? "default", functions);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      world.log.info(`The record cannot be read, so all live sources are: ${describe(error)}`);
      return new Map();
    }
  };
}

async function remembered(github: GitHub, target: string, slugs: readonly string[]): Promise<Remembered> {
  const sought = new Set(slugs);
  const found = new Map<string, string>();
  let read = 0;
  for await (const deployment of deployments(github, recordEnvironment(target), "rollout-receipt")) {
    read += 1;
    if (sought.size === 0 || read > farthest) break;
    const receipt = documentOf<Receipt>(deployment, "receipt");
    if (receipt?.component !== "functions") continue;
    const news = Object.entries(statesOf(receipt.intended)).filter(([slug]) => sought.has(slug));
    const told = news.flatMap(([slug, state]) =>
      typeof state?.bundle === "string" && typeof state.digest === "string"
        ? [{ slug, mark: state.bundle, digest: state.digest }]
        : [],
    );
    if (told.length === 0 || !(await isDone(github, deployment.id))) continue;
    for (const { slug, mark, digest } of told) {
      found.set(mark, digest);
      sought.delete(slug);
    }
  }
  return found;
}

async function isDone(github: GitHub, id: number): Promise<boolean> {
  return (await lastStatus(github, id))?.description.split(" ")[1] === "done";
}
