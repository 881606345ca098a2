import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Broken } from "./reader.ts";

/** A folder deep inside of another, in which nothing else is. */
export interface Sandbox {
  readonly inside: string;
}

/**
 * Has work done in a folder of its own, and looks whether anything appeared beside it or above it. What the folder holds
 */
export async function inSandbox<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (box: Sandbox) => Promise<T>,
): Promise<T> {
  const outer = mkdtempSync(join(tmpdir(), "box-"));
  const inside = join(outer, "1/2/3/4/inside");
  mkdirSync(inside, { recursive: true });
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(inside, path)), { recursive: true });
      writeFileSync(join(inside, path), content);
    }
    const done = await Promise.allSettled([work({ inside })]);
    const beside = strangersIn(outer);
    if (beside.length > 0) throw new Broken(`wrote beside its folder: ${beside.join(", ")}`);
    if (done[0].status === "rejected") throw done[0].reason;
    return done[0].value;
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
}

/** What lies on the way to the folder besides that way. */
function strangersIn(outer: string): readonly string[] {
  const way = ["1", "2", "3", "4", "inside"];
  return way.flatMap((name, depth) => {
    const folder = join(outer, ...way.slice(0, depth));
    return readdirSync(folder).filter((one) => one !== name);
  });
}
