import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HostedSite } from "../host.ts";

/** A folder with all that is to be served: what was built, and what open tabs still need of former releases. */
export async function layOut(site: HostedSite, temp: string): Promise<string> {
  const folder = join(temp, "prism-rollout", "web-site");
  await rm(folder, { recursive: true, force: true });
  await cp(site.folder, folder, { recursive: true });
  for (const { path, bytes } of site.files.filter((file) => file.added === true)) {
    const found = await bytes();
    if (found === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const whole = found instanceof Blob ? new Uint8Array(await found.arrayBuffer()) : found;
    await writeFile(join(folder, path), whole);
  }
  return folder;
}
