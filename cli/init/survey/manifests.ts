import { dirname } from "node:path/posix";
import { type Found, type Repository, lineAt } from "../repository/open-repository.ts";
import { held, heldText, readJson } from "../repository/read-json.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** What a package.json tells. `folder` is empty at the top. */
export interface Manifest {
  readonly folder: string;
  readonly path: string;
  readonly name: string | undefined;
  readonly homepage: Found<string> | undefined;
  /** Commands by the script's name. */
  readonly scripts: ReadonlyMap<string, Found<string>>;
  readonly dependencies: ReadonlySet<string>;
}

const most = 200;

/** Every package.json of the repository that can be read, the ones nearest to the top first. */
export async function readManifests(repository: Repository): Promise<readonly Manifest[]> {
  const paths = repository.files.filter((path) => /(?:^|\/)package\.json$/.test(path)).slice(0, most);
  const read = await Promise.all(paths.map((path) => readManifest(repository, path)));
  return read.flatMap((one) => one ?? []).sort((a, b) => depth(a.folder) - depth(b.folder));
}

async function readManifest(repository: Repository, path: string): Promise<Manifest | undefined> {
  const json = await readJson(repository, path);
  if (json === undefined) return undefined;
  const text = (await repository.text(path)) ?? "";
  const homepage = heldText(json, "homepage");
  const dependencies = ["dependencies", "devDependencies"].flatMap((key) => keysOf(held(json, key)));
  const scripts = keysOf(held(json, "scripts")).flatMap((name) => {
    const command = heldText(held(json, "scripts"), name);
    return command === undefined
      ? []
      : [[name, { value: command, at: placeOfKey(path, text, name) }] as const];
  });
  return {
    folder: dirname(path) === "." ? "" : dirname(path),
    path,
    name: heldText(json, "name"),
    homepage:
      homepage === undefined ? undefined : { value: homepage, at: placeOfKey(path, text, "homepage") },
    scripts: new Map(scripts),
    dependencies: new Set(dependencies),
  };
}

/** Where a key stands in JSON: after `"scripts"`, where that has one of this name. */
export function placeOfKey(path: string, text: string, key: string): string {
  const start = Math.max(0, text.search(/"scripts"\s*:/));
  const written = JSON.stringify(key);
  const index = [text.indexOf(written, start), text.indexOf(written)].find((at) => at !== -1);
  return index === undefined ? path : `${path}:${lineAt(text, index)}`;
}

/** The keys of what is a mapping. */
export function keysOf(value: unknown): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function depth(folder: string): number {
  return folder === "" ? 0 : folder.split("/").length;
}
