import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import { type Beyond, beyondImports } from "../imports/beyond-imports.ts";
import { type ImportMap, parseImportMap } from "../imports/import-map.ts";
import type { FunctionsInputs } from "../inputs.ts";
import { type Bounds, type ReadFile, fileWithin, moduleGraph } from "../imports/module-graph.ts";
import { type FunctionSource, type FunctionState, stateOf } from "./source.ts";
import { matchFiles } from "../imports/static-files.ts";
import { verifyJwtOf } from "./verify-jwt.ts";
import { isFile } from "../imports/is-file.ts";

/** A declared function as the repository has it. */
export interface WantedFunction {
  readonly slug: string;
  readonly source: FunctionSource;
  readonly state: FunctionState;
  /** What it may need besides, and what no import of it names. */
  readonly beyond: readonly Beyond[];
}

type World = Pick<Runtime, "root" | "env">;
type Inputs = Pick<
  FunctionsInputs,
  "functions" | "functionsDirectory" | "verifyJwt" | "importMap" | "staticFiles"
>;

/**
 * Reads every declared function with all that it imports.
 * @throws {UserError} PR102 for a name or setting, PR424 for files that are missing or outside.
 */
export async function inspectWanted(inputs: Inputs, world: World): Promise<readonly WantedFunction[]> {
  refuseNames(inputs);
  return await Promise.all(inputs.functions.map((slug) => wanted(slug, inputs, world)));
}

async function wanted(slug: string, inputs: Inputs, world: World): Promise<WantedFunction> {
  const bounds = { slug, root: repositoryOf(world) };
  const folder = resolve(world.root, inputs.functionsDirectory, slug);
  const entrypoint = await entrypointIn(folder, slug, world.root);
  const map = await importMapOf(folder, inputs, world.root);
  const read = map === undefined ? [] : await readMap(map, bounds);
  const imports = read.findLast((one) => one.map !== undefined)?.map;
  const statics = await staticFiles(slug, inputs, world.root);
  const apart = await Promise.all(statics.map((path) => fileWithin(path, bounds)));
  const graph = await moduleGraph(entrypoint, { map: imports, statics }, bounds);
  const files = [...read.map(({ file }) => file), ...apart.filter((one) => one !== undefined), ...graph];
  const short = (path: string): string => relative(folder, path).replaceAll("\\", "/");
  const unique = new Map(files.map(({ path, content }) => [short(path), { path: short(path), content }]));
  const source: FunctionSource = {
    files: [...unique.values()],
    entrypoint: short(entrypoint),
    importMap: map === undefined ? null : short(map),
    statics: statics.map(short),
  };
  const beyond = await beyondImports(files, statics, bounds.root);
  return { slug, source, state: stateOf(source, verifyJwtOf(inputs.verifyJwt, slug)), beyond };
}

function refuseNames({ functions, verifyJwt, staticFiles: statics }: Inputs): void {
  const twice = functions.filter((slug, index) => functions.indexOf(slug) !== index);
  const declared = [
    ...(typeof verifyJwt === "object" ? Object.keys(verifyJwt) : []),
    ...Object.keys(statics),
  ];
  const unknown = declared.filter((slug) => !functions.includes(slug));
  const issues = [
    ...twice.map((slug) => `${slug} is listed twice`),
    ...unknown.map((slug) => `${slug} has settings, but is not listed under functions`),
    ...(functions.length === 0 ? ["no function is listed"] : []),
  ];
  if (issues.length === 0) return;
  throw new UserError(
    "PR102",
    `deploy-functions: ${issues.join("; ")}.`,
    "Correct the names in rollout.yml.",
  );
}

const entrypoints = ["index.ts", "index.js", "index.tsx", "index.jsx", "index.mjs"];

async function entrypointIn(folder: string, slug: string, root: string): Promise<string> {
  for (const name of entrypoints) {
    const path = join(folder, name);
    if (await isFile(path)) return path;
  }
  throw new UserError(
    "PR424",
    `Function ${slug}: there is no ${relative(root, join(folder, "index.ts"))}.`,
    "Correct the name under `functions` or `functions-directory`, or commit the file.",
  );
}

async function importMapOf(folder: string, inputs: Inputs, root: string): Promise<string | undefined> {
  if (inputs.importMap !== undefined) return resolve(root, inputs.importMap);
  const shared = resolve(root, inputs.functionsDirectory, "import_map.json");
  for (const path of [join(folder, "deno.json"), join(folder, "deno.jsonc"), shared]) {
    if (await isFile(path)) return path;
  }
  return undefined;
}

/** The map itself and, where it says so, the file that it takes its imports from. */
async function readMap(
  path: string,
  bounds: Bounds,
): Promise<readonly { readonly file: ReadFile; readonly map: ImportMap | undefined }[]> {
  const file = await fileWithin(path, bounds);
  if (file === undefined) return [];
  const map = parsed(await readFile(path, "utf8"), path, bounds);
  if (map.elsewhere === undefined) return [{ file, map }];
  const other = resolve(path, "..", map.elsewhere);
  const otherFile = await fileWithin(other, bounds);
  if (otherFile === undefined) return [{ file, map }];
  return [
    { file, map },
    { file: otherFile, map: parsed(new TextDecoder().decode(otherFile.content), other, bounds) },
  ];
}

function parsed(text: string, path: string, { slug, root }: Bounds): ImportMap {
  try {
    return parseImportMap(text, path);
  } catch (error) {
    throw new UserError(
      "PR424",
      `Function ${slug}: ${relative(root, path)} is no import map: ${describe(error)}.`,
      "Mend the JSON; comments and trailing commas are allowed.",
      { cause: error },
    );
  }
}

async function staticFiles(slug: string, inputs: Inputs, root: string): Promise<readonly string[]> {
  const patterns = heldIn(inputs.staticFiles, slug) ?? [];
  const found = await Promise.all(patterns.map((pattern) => matchFiles(root, pattern)));
  const none = patterns.find((_, index) => found[index]?.length === 0);
  if (none !== undefined) {
    throw new UserError(
      "PR424",
      `Function ${slug}: no file is named by static-files ${none}.`,
      "Patterns start at the working directory.",
    );
  }
  return found.flat().map((path) => resolve(root, path));
}

/** The checkout where it holds the stack (monorepos share code across folders), else the stack itself. */
export function repositoryOf({ root, env }: World): string {
  const workspace = env["GITHUB_WORKSPACE"];
  if (workspace === undefined || workspace === "") return root;
  const inside = relative(workspace, root);
  return inside === "" || !inside.startsWith("..") ? resolve(workspace) : root;
}
