import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { findBrowser } from "../../rehearsal/engines/chromium.ts";

/**
 * Opens the browser that a rehearsal would take, for whoever looks at the suite's own pages. `root` is the suite's
 * folder. Playwright reads where browsers are from the process's environment when it is loaded: it is set before.
 * @throws {Error} when there is no browser, with what to do.
 */
export async function openBrowser(root: string): Promise<Browser> {
  const found = await findBrowser({ cache: join(root, ".cache"), app: root, env: process.env });
  Object.assign(process.env, found.env);
  const { chromium } = await import("@playwright/test");
  return await chromium.launch();
}
