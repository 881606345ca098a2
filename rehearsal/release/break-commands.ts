import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { markerIn } from "../../kit/parts/web/marker.ts";
import type { EdgeStandIn } from "../stand-ins/edge/start.ts";
import { target } from "../world/target.ts";

/**
 * Adds a test to the app's own that is green as long as the release that is live now stays live: the quality
 * commands pass before the first gate, and fail after the deployment.
 */
export async function breakCommands(repository: string, cdn: EdgeStandIn): Promise<void> {
  const url = cdn.origin(target.domain);
  const marker = markerIn(await (await fetch(`${url}/`)).text()) ?? "(none)";
  const text = `import { expect, test } from "@jest/globals";

test("production is what we last tried by hand", async () => {
  const page = await (await fetch(${JSON.stringify(`${url}/`)})).text();
  expect(page).toContain(${JSON.stringify(marker)});
});
`;
  await writeFile(join(repository, "tests", "production.test.ts"), text);
}
