import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNPRIVILEGED, installedPostgres, isRoot } from "../../rehearsal/engines/postgres-binaries.ts";

/** Programs of PostgreSQL whose server sees a disk of a few megabytes at a folder, and nobody else does. */
export type OnSmallDisk = (disk: string, home: string) => string;

/** As whom the server runs: `nobody`, where we are root. */
const person = isRoot() ? UNPRIVILEGED : {};
const inside = ["-U", "--map-current-user", "--keep-caps", "-m", "sh", "-c"];
const mount = (size: string): string => `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`;

/**
 * How a server gets a disk that is soon full: Linux lets everybody mount one in a namespace of their own, unless the machine
 * forbids it. Otherwise why there is none.
 */
export function smallDisk(size: string): OnSmallDisk | string {
  if (process.platform !== "linux") return `${process.platform} has no namespaces`;
  const folder = mkdtempSync(join(tmpdir(), "prism-rollout-disk-"));
  chmodSync(folder, 0o777);
  const tried = spawnSync("unshare", [...inside, mount(size), folder, "true"], { ...person, cwd: "/" });
  rmSync(folder, { recursive: true });
  if (tried.status !== 0)
    return `no disk can be mounted without being root: ${(tried.error?.message ?? String(tried.stderr)).trim()}`;
  return (disk, home) => {
    const native = installedPostgres(import.meta.dirname);
    mkdirSync(join(home, "bin"), { recursive: true });
    for (const part of ["lib", "share", "pg-symlinks.json"])
      symlinkSync(join(native, part), join(home, part));
    symlinkSync(join(native, "bin", "initdb"), join(home, "bin", "initdb"));
    const server = join(home, "bin", "postgres");
    const words = [...inside, mount(size), disk, join(native, "bin", "postgres")].map((one) => `'${one}'`);
    writeFileSync(server, `#!/bin/sh\nexec unshare ${words.join(" ")} "$@"\n`, { mode: 0o755 });
    return home;
  };
}
