import { basename } from "node:path/posix";
import { type Found, type Repository, placeOf, under } from "../repository/open-repository.ts";
import { heldText, readJson, readToml, held } from "../repository/read-json.ts";
import { type Manifest, placeOfKey } from "./manifests.ts";

export type Framework = "vite" | "next" | "other";

export interface WebApp {
  /** Empty: the repository's top. */
  readonly folder: string;
  readonly framework: Found<Framework>;
  /** The script `build` of its package.json. */
  readonly build: Found<string> | undefined;
  /** Below the web app's folder. */
  readonly output: Found<string>;
  readonly manifest: Manifest;
  /** Other folders that look like one. */
  readonly others: readonly string[];
}

const frameworks: readonly (readonly [string, Framework])[] = [
  ["next", "next"],
  ["vite", "vite"],
  ["astro", "other"],
  ["react-scripts", "other"],
  ["@angular/core", "other"],
  ["parcel", "other"],
  ["webpack", "other"],
];
const usualNames = /^(?:web|app|frontend|client|site|www)$/;
const outputs: Readonly<Record<string, string>> = { "react-scripts": "build" };

/** The web app of the repository: the folder that is named, else the likeliest one that has a build. */
export async function findWebApp(
  repository: Repository,
  manifests: readonly Manifest[],
  named: string,
): Promise<WebApp | undefined> {
  const able = manifests.filter((one) => one.scripts.has("build") || frameworkOf(one) !== undefined);
  const candidates = able.filter((one) => frameworkOf(one) !== undefined || able.length === 1);
  const ranked = [...candidates].sort((a, b) => rank(repository, b) - rank(repository, a));
  const chosen = named === "" ? ranked[0] : manifests.find(({ folder }) => (folder || ".") === named);
  if (chosen === undefined) return undefined;
  const dependency = frameworkOf(chosen);
  const text = (await repository.text(chosen.path)) ?? "";
  return {
    folder: chosen.folder,
    framework: {
      value: frameworks.find(([name]) => name === dependency)?.[1] ?? "other",
      at: dependency === undefined ? chosen.path : placeOfKey(chosen.path, text, dependency),
    },
    build: chosen.scripts.get("build"),
    output: await outputOf(repository, chosen.folder, dependency),
    manifest: chosen,
    others: ranked.filter((one) => one !== chosen).map(({ folder }) => folder || "."),
  };
}

function frameworkOf({ dependencies }: Manifest): string | undefined {
  return frameworks.find(([name]) => dependencies.has(name))?.[0];
}

/** A folder that a host knows is deployed from; then what such folders are called. */
function rank({ files }: Repository, { folder }: Manifest): number {
  const has = (name: string): number => (files.includes(under(folder, name)) ? 1 : 0);
  const hosted = has("vercel.json") + has("netlify.toml");
  const vite = files.some((path) => path.startsWith(under(folder, "vite.config.")));
  return hosted * 8 + (usualNames.test(basename(folder)) ? 4 : 0) + (vite ? 2 : 0) + has("index.html");
}

/** Where the build leaves the site: what the host is told, else Vite's configuration, else what is usual. */
async function outputOf(
  repository: Repository,
  folder: string,
  dependency: string | undefined,
): Promise<Found<string>> {
  const vercel = under(folder, "vercel.json");
  const told = heldText(await readJson(repository, vercel), "outputDirectory");
  if (told !== undefined) {
    return { value: told, at: placeOfKey(vercel, (await repository.text(vercel)) ?? "", "outputDirectory") };
  }
  const netlify = under(folder, "netlify.toml");
  const publish = heldText(held(await readToml(repository, netlify), "build"), "publish");
  if (publish !== undefined) {
    return {
      value: publish,
      at: placeOf(netlify, (await repository.text(netlify)) ?? "", /^[ \t]*publish[ \t]*=/m),
    };
  }
  const config = repository.files.find((path) => path.startsWith(under(folder, "vite.config.")));
  const text = config === undefined ? "" : ((await repository.text(config)) ?? "");
  const set = /\boutDir\s*:\s*["'`]([^"'`$]+)["'`]/.exec(text)?.[1];
  if (config !== undefined && set !== undefined)
    return { value: set.replace(/^\.\//, ""), at: placeOf(config, text, /\boutDir\s*:/) };
  const usual = outputs[dependency ?? ""] ?? "dist";
  return { value: usual, at: `${dependency ?? "the build"}'s default` };
}
