import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, realpath, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { unpackChromium } from "./chromium-package.ts";
import { noBrowser } from "./no-engine.ts";
import { packageFolder } from "./package-folder.ts";

export interface BrowserOptions {
  /** Where unpacked browsers are kept between runs, such as `.cache`. */
  readonly cache: string;
  /** The user's app: its own Playwright decides which browser it looks for. */
  readonly app: string;
  /** The environment that says where Playwright and the system keep theirs. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A folder for a browser of this run that reaches this machine and nothing else. */
  readonly alone?: string | undefined;
}

/** A browser that the user's Playwright finds, with the user's configuration as it is. */
export interface Browser {
  /** What Playwright must be started with; empty when it needs nothing. */
  readonly env: Readonly<Record<string, string>>;
  /** Whose it is: Playwright's own, from npm, or the system's. */
  readonly from: "playwright" | "npm" | "system";
}

/**
 * Finds a Chromium for the app's Playwright: the one that Playwright installed itself, else the one from npm
 * (Linux on x64), else the system's. The last two are put where Playwright looks for its own.
 * @throws {Error} when there is none, with what to do.
 */
export async function findBrowser(options: BrowserOptions): Promise<Browser> {
  const revision = revisionFor(options.app);
  const found = await findAny(options, revision);
  if (options.alone === undefined) return found;
  const folder = found.env["PLAYWRIGHT_BROWSERS_PATH"] ?? registry(options.env);
  const inside = await placeIn(folder, revision);
  return { ...found, env: { ...found.env, ...(await offerAlone(options.alone, revision, folder, inside)) } };
}

async function findAny(options: BrowserOptions, revision: string): Promise<Browser> {
  const own = join(registry(options.env), `chromium_headless_shell-${revision}`);
  if (existsSync(join(own, "INSTALLATION_COMPLETE"))) return { env: {}, from: "playwright" };
  const npm = packageFolder("@sparticuz/chromium", import.meta.dirname);
  if (npm !== undefined && process.platform === "linux" && process.arch === "x64") {
    const { executable, env } = await unpackChromium(npm, options.cache);
    return { env: { ...env, ...(await offer(options.cache, revision, executable)) }, from: "npm" };
  }
  const system = process.platform === "linux" ? onPath(options.env["PATH"] ?? "") : undefined;
  if (system === undefined) throw noBrowser("No browser was found.");
  return { env: await offer(options.cache, revision, system), from: "system" };
}

/** The revision of Chromium that the app's Playwright asks for; its package does not export this list. */
function revisionFor(app: string): string {
  const playwright = packageFolder("playwright", app);
  const core = playwright && packageFolder("playwright-core", playwright);
  if (core === undefined) throw new Error(`${app} has no Playwright installed`);
  const { browsers } = JSON.parse(readFileSync(join(core, "browsers.json"), "utf8")) as {
    browsers: readonly { readonly name: string; readonly revision: string }[];
  };
  const found = browsers.find(({ name }) => name === "chromium-headless-shell");
  if (found === undefined) throw new Error("this version of Playwright is not known to the rehearsal");
  return found.revision;
}

/** Where Playwright keeps what it installed. */
function registry(env: BrowserOptions["env"]): string {
  const chosen = env["PLAYWRIGHT_BROWSERS_PATH"];
  if (chosen !== undefined && chosen !== "" && chosen !== "0") return chosen;
  const home = env["HOME"] ?? homedir();
  if (process.platform === "darwin") return join(home, "Library", "Caches", "ms-playwright");
  return join(env["XDG_CACHE_HOME"] ?? join(home, ".cache"), "ms-playwright");
}

/** Below the folder of its revision; which of them a version of Playwright means, it knows itself. */
const places =
  process.arch === "x64"
    ? ["chrome-headless-shell-linux64/chrome-headless-shell", "chrome-linux/headless_shell"]
    : ["chrome-linux/headless_shell"];

/** Links a browser to the places where Playwright looks for the one it would have installed. */
async function offer(cache: string, revision: string, executable: string): Promise<Record<string, string>> {
  const which = createHash("sha256").update(executable).digest("hex").slice(0, 8);
  const browsers = join(cache, `browsers-${which}`);
  for (const inside of places) {
    const place = join(browsers, `chromium_headless_shell-${revision}`, inside);
    await mkdir(dirname(place), { recursive: true });
    await symlink(executable, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  return { PLAYWRIGHT_BROWSERS_PATH: browsers };
}

/** Where below the folder of a revision its program is. */
async function placeIn(browsers: string, revision: string): Promise<string> {
  const folder = join(browsers, `chromium_headless_shell-${revision}`);
  const files = await readdir(folder, { recursive: true });
  const found = files.find((file) => /(^|\/)(chrome-headless-shell|headless_shell)$/.test(file));
  if (found !== undefined) return found;
  throw noBrowser(`${folder} has no browser.`);
}

const loopback = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost";

/** In place of a link, a program that starts the browser so that it finds no host but this machine. */
async function offerAlone(
  browsers: string,
  revision: string,
  from: string,
  found: string,
): Promise<Record<string, string>> {
  const executable = await realpath(join(from, `chromium_headless_shell-${revision}`, found));
  const text = `#!/bin/sh\nexec ${quoted(executable)} ${quoted(`--host-resolver-rules=${loopback}`)} "$@"\n`;
  for (const inside of new Set([found, ...places])) {
    const place = join(browsers, `chromium_headless_shell-${revision}`, inside);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text, { mode: 0o755 });
  }
  return { PLAYWRIGHT_BROWSERS_PATH: browsers };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function onPath(path: string): string | undefined {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
  const folders = path.split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}
