import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { unpackChromium } from "./chromium-package.ts";
import { packageFolder } from "./package-folder.ts";

export interface BrowserOptions {
  /** Where unpacked browsers are kept between runs, such as `.cache`. */
  readonly cache: string;
  /** The user's app: its own Playwright decides which browser it looks for. */
  readonly app: string;
  /** The environment that says where Playwright and the system keep theirs. */
  readonly env: Readonly<Record<string, string | undefined>>;
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
  const own = join(registry(options.env), `chromium_headless_shell-${revision}`);
  if (existsSync(join(own, "INSTALLATION_COMPLETE"))) return { env: {}, from: "playwright" };
  const npm = packageFolder("@sparticuz/chromium", import.meta.dirname);
  if (npm !== undefined && process.platform === "linux" && process.arch === "x64") {
    const { executable, env } = await unpackChromium(npm, options.cache);
    return { env: { ...env, ...(await offer(options.cache, revision, executable)) }, from: "npm" };
  }
  const system = process.platform === "linux" ? onPath(options.env["PATH"] ?? "") : undefined;
  if (system === undefined)
    throw new Error("no browser found: run npx playwright install chromium --only-shell");
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

/** Links a browser to the place where Playwright looks for the one it would have installed. */
async function offer(cache: string, revision: string, executable: string): Promise<Record<string, string>> {
  const which = createHash("sha256").update(executable).digest("hex").slice(0, 8);
  const browsers = join(cache, `browsers-${which}`);
  const inside =
    process.arch === "x64"
      ? "chrome-headless-shell-linux64/chrome-headless-shell"
      : "chrome-linux/headless_shell";
  const place = join(browsers, `chromium_headless_shell-${revision}`, inside);
  await mkdir(dirname(place), { recursive: true });
  await symlink(executable, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return { PLAYWRIGHT_BROWSERS_PATH: browsers };
}

function onPath(path: string): string | undefined {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
  const folders = path.split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}
