// What a repository can hold: its functions with their files and settings, as data and as a folder.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const functions = "supabase/functions";

/**
 * A state of a repository, from a few words for each function: `says` is its answer; `shared` and `outside` are modules
 * that it imports, `map` one that it finds by its `deno.json`, `page` a file that it reads; `broken` compiles nowhere.
 */
export function project(described) {
  return Object.fromEntries(
    Object.entries(described).map(([slug, words]) => [slug, functionOf(slug, words)]),
  );
}

function functionOf(
  slug,
  { says, jwt = false, shared, outside, map, page, broken, entrypoint = "index.ts" },
) {
  const folder = `${functions}/${slug}`;
  const module = (text) => `export default ${JSON.stringify(text)};\n`;
  const [imports, words] = [[], [JSON.stringify(says)]];
  const files = {};
  const add = (name, from, path, text) => {
    imports.push(`import ${name} from "${from}";\n`);
    words.push(name);
    files[path] = module(text);
  };
  if (shared !== undefined) add("shared", "../_shared/shared.ts", `${functions}/_shared/shared.ts`, shared);
  if (outside !== undefined) add("outside", "../../../lib/outside.ts", "lib/outside.ts", outside);
  if (map !== undefined) {
    add("mapped", "mapped", `${folder}/mapped.ts`, map);
    files[`${folder}/deno.json`] = `{ "imports": { "mapped": "./mapped.ts" } }\n`;
  }
  if (page !== undefined) {
    files[`${folder}/page.html`] = page;
    words.push('Deno.readTextFileSync(new URL("./page.html", import.meta.url))');
  }
  const fault = broken ? "const = 1;\n" : "";
  files[`${folder}/${entrypoint}`] =
    `${imports.join("")}${fault}Deno.serve(() => new Response([${words.join(", ")}].join(" ")));\n`;
  const answer = [says, shared, outside, map, page].filter((word) => word !== undefined).join(" ");
  const has = { map: map !== undefined, page: page !== undefined, leavesFolder: outside !== undefined };
  return { files, jwt, ...has, entrypoint, folder, answer };
}

/** Makes a folder be that state, with the two files that say how it is deployed: the CLI's and ours. */
export async function checkOut(folder, state, access) {
  for (const part of ["supabase", "lib", "rollout.yml"])
    await rm(join(folder, part), { recursive: true, force: true });
  const files = Object.assign({}, ...Object.values(state).map((one) => one.files));
  const ours = { "deploy-functions": { ...access, ...settingsOf(state) } };
  for (const [path, text] of Object.entries({
    ...files,
    "supabase/config.toml": tomlOf(state),
    "rollout.yml": JSON.stringify(ours),
  })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function settingsOf(state) {
  const all = Object.entries(state);
  const pages = all.filter(([, { page }]) => page).map(([slug, { folder }]) => [slug, [`${folder}/*.html`]]);
  return {
    functions: Object.keys(state),
    "deno-check": "off",
    "verify-jwt": Object.fromEntries(all.map(([slug, { jwt }]) => [slug, jwt])),
    "static-files": Object.fromEntries(pages),
  };
}

function tomlOf(state) {
  const parts = Object.entries(state).map(([slug, { jwt, page, entrypoint }]) => {
    const at = `./functions/${slug}`;
    const statics = page ? `static_files = ["${at}/*.html"]\n` : "";
    return `[functions.${slug}]\nverify_jwt = ${jwt}\nentrypoint = "${at}/${entrypoint}"\n${statics}`;
  });
  return `project_id = "prism"\n\n${parts.join("\n")}`;
}
