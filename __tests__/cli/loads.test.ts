import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve(import.meta.dirname, "../../lib/cli/prism-rollout.js");

/** Node tells a hook of each module that it imports; what is required is loaded by a function of its own. Both write it down. */
const hooks = `import { appendFileSync } from "node:fs";
export async function load(url, context, next) { appendFileSync(process.env.LOADED, url + "\\n"); return next(url, context); }`;
const asData = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
const register = `import { appendFileSync } from "node:fs";
import Module, { register } from "node:module";
register(${JSON.stringify(asData(hooks))});
const load = Module._load;
Module._load = function (request, parent, ...rest) {
  appendFileSync(process.env.LOADED, Module._resolveFilename(request, parent) + "\\n");
  return load.call(this, request, parent, ...rest);
};`;

/** What a command loads, each as `lib/kit/judge` or the name of a package. */
function loadedBy(
  args: readonly string[],
  files: Readonly<Record<string, string>> = { "0001_first.sql": "create table notes (body text);" },
): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), "prism-loads-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const env = { PATH: process.env["PATH"], LOADED: join(folder, "loaded") };
    const { stderr } = spawnSync(process.execPath, ["--import", asData(register), cli, ...args], {
      cwd: folder,
      env,
    });
    expect(stderr.toString()).toBe("");
    const urls = readFileSync(env.LOADED, "utf8").split("\n");
    return new Set(
      urls.flatMap(
        (url) =>
          /(?:node_modules\/((?:@[^/]+\/)?[^/]+)|(lib\/[^/]+\/[^/]+))/.exec(url)?.slice(1).filter(Boolean) ??
          [],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("judging the text loads the judge and its parser: no stand-in, no client of a database or an API", () => {
  const loaded = loadedBy(["judge", ".", "--no-shadow"]);
  expect(loaded).toContain("lib/kit/judge");
  expect([...loaded].filter((one) => !one.startsWith("lib/"))).toEqual(["libpg-query"]);
  expect([...loaded].filter((one) => one.startsWith("lib/rehearsal"))).toEqual([]);
});

test("init loads what reads and compares files: no stand-in, no client of a database or an API", () => {
  const loaded = loadedBy(["init", "--dry-run"], {
    "package.json": '{ "scripts": { "build": "vite build" } }',
  });
  expect([...loaded].filter((one) => !one.startsWith("lib/")).sort()).toEqual(["diff", "smol-toml", "yaml"]);
});

test("help loads nothing of any command", () => {
  expect([...loadedBy(["--help"])]).toEqual(["lib/cli/prism-rollout.js"]);
});
