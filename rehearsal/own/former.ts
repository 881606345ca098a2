import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { isHtml, stamp } from "../../kit/parts/web/marker.ts";
import { prebuiltFolder } from "../../kit/parts/web/sources.ts";
import { outputConfig } from "../world/build-web.ts";
import type { Former } from "../world/former.ts";
import { deployFormer, functionsIn } from "./functions.ts";
import { abilitiesOf, allowExtensions, bringDatabase, shimMigrations } from "./migrations.ts";
import { runLine } from "./run-line.ts";
import type { Wanted } from "./wanted.ts";

type Files = Readonly<Record<string, Uint8Array>>;

/** What came of bringing up what is live, for the report. */
export interface FormerTold {
  /** A sentence each. */
  readonly notes: string[];
  /** Whether all of its migrations ran. */
  whole: boolean;
}

/** The stack as it is live: a copy of a commit, or nothing. */
export interface FormerOrder {
  /** The copy and the stack's folder in it; undefined where nothing is live. */
  readonly live: { readonly copy: string; readonly stack: string; readonly called: string } | undefined;
  readonly wanted: Wanted;
  readonly env: Readonly<Record<string, string>>;
  /** Installs what the build of the copy needs. */
  readonly prepare: () => Promise<void>;
  readonly told: FormerTold;
}

/** What was live before the release, from a commit of the repository itself. */
export function ownFormer({ live, wanted, env, prepare, told }: FormerOrder): Former {
  return {
    async database({ owner: ownerUrl, admin }) {
      if (wanted.migrations === undefined) return;
      await allowExtensions(admin);
      if (live === undefined) return;
      await shimMigrations(live.stack, wanted.migrations, await abilitiesOf(ownerUrl));
      const { applied, all, stopped } = await bringDatabase(ownerUrl, live.stack, wanted.migrations);
      if (stopped === undefined) return;
      told.whole = false;
      told.notes.push(
        `What is live has ${applied} of ${all} migrations of ${live.called}: ${stopped}. From there on they are pending here.`,
      );
    },
    async functions(access) {
      if (live === undefined || wanted.functions === undefined) return;
      const found = await functionsIn(live, wanted.functions);
      const refused = await deployFormer(access, wanted.functions.functionsDirectory, found);
      told.notes.push(...refused.map((line) => `Of ${live.called} this function is not live here: ${line}.`));
    },
    logs: () => undefined,
    async web(values) {
      if (live === undefined || wanted.web === undefined) return layOut(placeholder);
      const built = await buildFormer(live.stack, wanted, { env, values }, prepare);
      if ("files" in built) return layOut(built.files);
      told.notes.push(
        `The site of ${live.called} cannot be built here, so an empty page is live: ${built.because}`,
      );
      return layOut(placeholder);
    },
  };
}

const page = '<!doctype html><html lang="en"><head><title>Nothing yet</title></head><body></body></html>';
const placeholder: Files = { "index.html": Buffer.from(page) };

async function buildFormer(
  stack: string,
  { build: { command, output, buildEnv, source } }: Wanted,
  { env, values }: Readonly<Record<"env" | "values", Readonly<Record<string, string>>>>,
  prepare: () => Promise<void>,
): Promise<{ readonly files: Files } | { readonly because: string }> {
  try {
    await prepare();
    const { code, tail } = await runLine(command, stack, { ...env, CI: "true", ...buildEnv, ...values });
    if (code !== 0)
      return { because: `\`${command}\` ended with exit code ${code}: ${tail.split("\n").at(-1)}` };
    const made = source === "prebuilt" ? `${prebuiltFolder}/static` : output;
    const files = await filesBelow(join(stack, made));
    if (!Object.hasOwn(files, "index.html")) return { because: `\`${command}\` made no ${made}/index.html` };
    return { files };
  } catch (error) {
    return { because: (error as Error).message.split("\n")[0] ?? "it failed" };
  }
}

async function filesBelow(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.map(async (path) => [relative(folder, path).replaceAll("\\", "/"), await readFile(path)] as const),
  );
  return Object.fromEntries(read);
}

/** As Vercel's builder lays a site out, its pages stamped as a release would. */
function layOut(files: Files): Files {
  const laid = Object.entries(files).map(([path, bytes]) => {
    const own = isHtml(path) ? Buffer.from(stamp(Buffer.from(bytes).toString("utf8"), "previous")) : bytes;
    return [`static/${path}`, own] as const;
  });
  return { "config.json": Buffer.from(JSON.stringify(outputConfig)), ...Object.fromEntries(laid) };
}
