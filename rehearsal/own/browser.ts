import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Explainable, describe, sentence, withFix } from "../../kit/errors/user-error.ts";
import { findBrowser } from "../engines/chromium.ts";

/** A browser for the repository's own Playwright; without one, why. */
export interface FoundBrowser {
  readonly env: Readonly<Record<string, string>>;
  readonly found: boolean;
  readonly notes: readonly string[];
}

/** Finds one that reaches this machine and nothing else. `app` is where the repository's Playwright is installed. */
export async function browserFor(
  app: string,
  {
    cache,
    folder,
    env,
  }: { readonly cache: string; readonly folder: string; readonly env: NodeJS.Process["env"] },
): Promise<FoundBrowser> {
  try {
    const own = (await mayWrite(cache)) ? cache : join(folder, "cache");
    const browser = await findBrowser({ cache: own, app, env, alone: join(folder, "browsers") });
    const note = "The browser reaches this machine only: fonts, analytics and other sites do not load.";
    return { env: browser.env, found: true, notes: [note] };
  } catch (error) {
    return { env: {}, found: false, notes: [`Playwright has no browser here: ${sayWhy(error)}`] };
  }
}

function sayWhy(error: unknown): string {
  return error instanceof Explainable ? withFix(error) : sentence(describe(error));
}

/** The package may be installed where only somebody else may write. */
async function mayWrite(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
