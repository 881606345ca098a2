import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the programs of real caches are; `libraries` is what they find theirs by. */
export interface Caches {
  readonly varnishd: string;
  readonly vmods: string;
  readonly nginx: string;
  readonly purgeModule: string;
  readonly libraries: string;
}

/** Debian's and Ubuntu's own packages, unpacked below `.cache/caches`: nothing is installed on the machine. */
const packages = ["varnish", "libvarnishapi3", "libjemalloc2", "nginx", "libnginx-mod-http-cache-purge"];

/** The programs, fetched the first time. Otherwise why they cannot be had here. */
export function installCaches(): Caches | { readonly why: string } {
  const folder = join(rootOf(import.meta.url), ".cache", "caches");
  if (!existsSync(folder)) {
    const why = fetchInto(folder);
    if (why !== undefined) return { why };
  }
  if (spawnSync("gcc", ["--version"]).status !== 0)
    return { why: "Varnish compiles its VCL by gcc, which is not here" };
  const architecture = readdirSync(join(folder, "usr/lib")).find((name) => name.endsWith("-linux-gnu")) ?? "";
  const libraries = join(folder, "usr/lib", architecture);
  return {
    varnishd: join(folder, "usr/sbin/varnishd"),
    vmods: join(libraries, "varnish/vmods"),
    nginx: join(folder, "usr/sbin/nginx"),
    purgeModule: join(folder, "usr/lib/nginx/modules/ngx_http_cache_purge_module.so"),
    libraries,
  };
}

/** Under another name first: whoever is killed meanwhile leaves no half of it. */
function fetchInto(folder: string): string | undefined {
  const temp = mkdtempSync(join(tmpdir(), "prism-caches-"));
  try {
    const got = spawnSync("apt-get", ["download", ...packages], { cwd: temp, encoding: "utf8" });
    if (got.error) return `there is no apt-get here (${got.error.message})`;
    if (got.status !== 0) return `apt-get download: ${got.stderr.trim().split("\n").at(-1) ?? ""}`;
    mkdirSync(dirname(folder), { recursive: true });
    const made = mkdtempSync(`${folder}-`);
    for (const file of readdirSync(temp)) {
      const { status, stderr } = spawnSync("dpkg", ["-x", join(temp, file), made], { encoding: "utf8" });
      if (status !== 0) return `dpkg -x ${file}: ${stderr.trim()}`;
    }
    renameSync(made, folder);
    return undefined;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** The repository, from the sources and from lib/. */
function rootOf(here: string): string {
  const up = fileURLToPath(new URL("../..", here)).replace(/\/$/, "");
  return up.endsWith("/lib") ? dirname(up) : up;
}
