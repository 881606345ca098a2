import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engines } from "./engines.ts";
import type { Kept, Keeper } from "./keeper.ts";
import type { LaidOut } from "../parts/functions/deno/lay-out.ts";

/**
 * The module that is run in a function's place: what Supabase's runtime has beyond Deno, and a server that listens where
 * it is told, whatever port the function names. `entrypoint` is a path.
 */
export function functionProgram(entrypoint: string, port: number): string {
  return `
globalThis.EdgeRuntime = { waitUntil: (work) => Promise.resolve(work).catch(console.error) };
const serve = Deno.serve.bind(Deno);
Deno.serve = (first, second) => {
  const options = typeof first === "function" ? {} : first;
  const handler = typeof first === "function" ? first : second ?? first.handler;
  return serve({ ...options, hostname: "127.0.0.1", port: ${port}, handler: undefined }, handler);
};
await import(${JSON.stringify(pathToFileURL(entrypoint).href)});
`;
}

interface Home {
  readonly engines: Engines;
  readonly keeper: Keeper;
  readonly folder: string;
}

/** A Deno that reads its own sources, asks the shadow, and nothing else. */
export function keptDeno(
  { engines, keeper, folder }: Home,
  { root, entrypoint, flags, readable }: LaidOut,
  more: readonly string[],
  env: Readonly<Record<string, string>>,
): Kept {
  const args = ["run", "--no-prompt", "--no-lock", "--no-check", "--allow-env", ...flags, ...more];
  return keeper.start({
    command: engines.deno,
    args: [...args, `--allow-read=${readable.join(",")}`, entrypoint],
    cwd: root,
    env: { DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...env },
  });
}
