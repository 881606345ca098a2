import { type FetchWorld, type PackagePin, fetchPackage } from "./fetch-package.ts";

export const pglitePin: PackagePin = {
  name: "@electric-sql/pglite",
  title: "PGlite",
  version: "0.5.16",
  integrity:
    "sha512-Nj8KcIsJL748W408U2N8q4+9IlONdpRIU8MJypIAAINMJ5nqKyqpX7Mgg/5XKkXiAib3AoZGR6hnJFlrlLBrcg==",
};

/** PGlite's programs and data in a new folder. @throws {Error} in a line, why it cannot be had. */
export async function fetchPglite(registry: string, world: FetchWorld, pin = pglitePin): Promise<string> {
  return await fetchPackage(registry, world, pin, isNeeded);
}

function isNeeded(name: string): boolean {
  return name === "package/package.json" || /^package\/dist\/.*\.(js|wasm|data|tar\.gz)$/.test(name);
}
