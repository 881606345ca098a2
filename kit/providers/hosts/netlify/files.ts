import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../errors/user-error.ts";
import type { HostedSite } from "../host.ts";
import type { Upload } from "../upload.ts";
import { readSite, publishedOf } from "./site.ts";
import { shaped } from "../shaped.ts";
import { type FileAnswer, shapes } from "./answers.ts";
import type { Netlify } from "./context.ts";
import { readToml } from "./netlify-toml.ts";
import { headersFile, missingPage, missingText, redirectsFile } from "./routes.ts";
import { encoded } from "../../../ports/encoded.ts";

const generated = ["_redirects", "_headers", missingPage];

/**
 * The files of a deploy: the site's own, and what makes its routes and cache headers right.
 * @throws {UserError} PR449 for names that Netlify cannot serve, PR102 for a netlify.toml that cannot be taken over.
 */
export async function filesOfDeploy(
  { world, settings }: Netlify,
  site: HostedSite,
): Promise<readonly Upload[]> {
  refuseNames(site);
  const toml = await readToml(world.root);
  const own = await Promise.all(["_redirects", "_headers"].map((name) => textOf(site, name)));
  const [redirects = "", headers = ""] = own;
  const paths = site.files.map(({ path }) => path);
  const texts: readonly (readonly [string, string])[] = [
    ["_redirects", redirectsFile(redirects, toml, settings.assets)],
    ["_headers", headersFile(headers, toml, settings.assets, paths)],
    [missingPage, missingText],
  ];
  return [
    ...texts.map(([path, text]) => asUpload(path, new TextEncoder().encode(text))),
    ...site.files
      .filter(({ path }) => !generated.includes(path))
      .map(({ path, size, sha1, bytes }) => ({ file: path, sha: sha1, size, bytes })),
  ];
}

/** SHA-1 by path of the site's own files, where the deploy is the one that is published: of others Netlify does not tell. */
export async function filesOf(
  netlify: Netlify,
  deployment: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const site = await readSite(netlify);
  if (publishedOf(site) !== deployment) return undefined;
  const { status, json } = await netlify.api("GET", `/sites/${encoded(site.id)}/files`, {
    accept: [200, 403, 404],
  });
  if (status !== 200 || !Array.isArray(json)) return undefined;
  const files = shaped<readonly FileAnswer[]>("Netlify", json, { each: shapes.file }).flatMap(
    ({ path = "", sha = "" }) => {
      const name = path.replace(/^\//, "");
      return name === "" || sha === "" || generated.includes(name) ? [] : [[name, sha] as const];
    },
  );
  return new Map(files);
}

async function textOf(site: HostedSite, name: string): Promise<string> {
  return site.files.some(({ path }) => path === name) ? await readFile(join(site.folder, name), "utf8") : "";
}

function asUpload(file: string, bytes: Uint8Array<ArrayBuffer>): Upload {
  const sha = createHash("sha1").update(bytes).digest("hex");
  return { file, sha, size: bytes.length, bytes: async () => bytes };
}

/** @throws {UserError} PR449 */
function refuseNames({ files }: HostedSite): void {
  const wrong = files.map(({ path }) => path).filter((path) => /[#?]/.test(path));
  if (wrong.length === 0) return;
  throw new UserError(
    "PR449",
    `Netlify serves no file with # or ? in its name: ${wrong.slice(0, 5).join(", ")}. Nothing was changed.`,
    "Give these files other names in the build.",
  );
}
