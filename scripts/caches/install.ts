import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { unpacked } from "../debian/unpack.ts";

/** Where the programs of real caches are; `libraries` is what they find theirs by. */
export interface Caches {
  readonly varnishd: string;
  readonly vmods: string;
  readonly nginx: string;
  readonly purgeModule: string;
  readonly libraries: string;
}

const packages = ["varnish", "libvarnishapi3", "libjemalloc2", "nginx", "libnginx-mod-http-cache-purge"];

/** The programs, fetched the first time. Otherwise why they cannot be had here. */
export function installCaches(): Caches | { readonly why: string } {
  const folder = unpacked("caches", packages);
  if (typeof folder !== "string") return folder;
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
