import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Child, startChild } from "../../../rehearsal/engines/child.ts";
import { freePort } from "../../../rehearsal/engines/free-port.ts";
import type { Caches } from "../../../scripts/caches/install.ts";

const examples = resolve(import.meta.dirname, "../../../examples/caches");

/** A real cache in front of an address, on loopback. */
export interface Cache {
  readonly url: string;
  close(): Promise<void>;
}

/** Varnish with the shipped VCL, its backend pointed at `behind`. */
export async function startVarnish(caches: Caches, behind: string): Promise<Cache> {
  const folder = await newFolder();
  const port = await freePort();
  const vcl = await readFile(join(examples, "varnish.vcl"), "utf8");
  const file = join(folder, "own.vcl");
  await writeFile(file, vcl.replace('"8080"', `"${new URL(behind).port}"`));
  const own = ["-F", "-n", join(folder, "work"), "-a", `127.0.0.1:${port}`, "-f", file, "-s", "malloc,8m"];
  const child = startChild({
    command: caches.varnishd,
    // Without jails it runs as whoever starts it.
    args: ["-j", "none", ...own, "-p", `vmod_path=${caches.vmods}`],
    env: envOf(caches),
  });
  return await whenUp(child, port, folder);
}

/** nginx with the shipped configuration. */
export async function startNginx(caches: Caches, behind: string): Promise<Cache> {
  const folder = await newFolder();
  const port = await freePort();
  const server = (await readFile(join(examples, "nginx.conf"), "utf8"))
    .replace("/var/cache/nginx/pages", join(folder, "pages"))
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("127.0.0.1:8080", new URL(behind).host);
  const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const conf = [
    `load_module ${caches.purgeModule};`,
    "daemon off; master_process off; error_log stderr;",
    `pid ${join(folder, "pid")};`,
    "events {}",
    `http { access_log off; ${temps.map((name) => `${name}_temp_path ${join(folder, name)};`).join(" ")}`,
    server,
    "}",
  ];
  const file = join(folder, "own.conf");
  await writeFile(file, conf.join("\n"));
  const args = ["-p", folder, "-c", file, "-e", "stderr"];
  const child = startChild({ command: caches.nginx, args, env: envOf(caches) });
  return await whenUp(child, port, folder);
}

function envOf({ libraries }: Caches): Readonly<Record<string, string>> {
  return { PATH: "/usr/sbin:/usr/bin:/bin", LD_LIBRARY_PATH: libraries, LC_ALL: "C" };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-cache-"));
  await chmod(folder, 0o755);
  await mkdir(join(folder, "work"));
  return folder;
}

/** @throws {Error} with its own words when it ends instead. */
async function whenUp(child: Child, port: number, folder: string): Promise<Cache> {
  const url = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const isUp = (): Promise<boolean> =>
    fetch(`${url}/up`).then(
      () => true,
      () => false,
    );
  const pause = (): Promise<undefined> => new Promise((again) => setTimeout(again, 50, undefined));
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isUp()) return { url, close };
    if ((await Promise.race([child.ended, pause()])) !== undefined) break;
  }
  await close();
  throw new Error(`the cache does not answer: ${child.tail()}`);
}
