import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { configDisagreements } from "../../../kit/parts/functions/declared/config-toml.ts";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { layOut } from "../../../kit/parts/functions/deno/lay-out.ts";
import { patternFits } from "../../../kit/parts/functions/imports/static-files.ts";
import { commandLines, packageManagerOf } from "../../../kit/parts/checks/package-scripts.ts";
import { judge } from "../../../kit/judge/judge.ts";
import { asSarif } from "../../../kit/judge/sarif.ts";
import { loadParser } from "../../../kit/judge/parser.ts";
import { discoverMigrations } from "../../../kit/parts/database/files/discover-migrations.ts";
import { orderFiles } from "../../../kit/parts/database/files/order-files.ts";
import { seenNotDeployed } from "../../../kit/parts/unmanaged/seen-not-deployed.ts";
import { listFiles } from "../../../kit/parts/web/files.ts";
import { readPattern } from "../../../kit/providers/cdns/pattern.ts";
import { tomlRoutes } from "../../../kit/providers/hosts/netlify/netlify-toml.ts";
import { headersFile, redirectsFile } from "../../../kit/providers/hosts/netlify/routes.ts";
import { outputConfig } from "../../../kit/providers/hosts/vercel/output-config.ts";
import { readVercelJson } from "../../../kit/providers/hosts/vercel/vercel-json.ts";
import { json, text, textOf, word } from "../arbitraries.ts";
import { documentLike, withFile } from "../document-like.ts";
import { migrationTexts } from "../migration-texts.ts";
import { mutatedText } from "../mutate.ts";
import { type Group, reading } from "../reader.ts";
import { inSandbox } from "../sandbox.ts";

const module =
  'import { a } from "../_shared/a.ts";\nimport type { B } from "npm:b@1";\nexport * from "./c.ts";\nconst d = await import(`./${a}.ts`);\nDeno.env.get("KEY") ?? "x";\n/* x */ // y\nconst r = /[/]/g;\n';
const importMap = { imports: { a: "../_shared/a.ts", "b/": "./b/" }, scopes: { "./x/": { a: "./a.ts" } } };
const vercel = {
  redirects: [{ source: "/a/:path*", destination: "/b/:path*", permanent: true }],
  headers: [{ source: "/(.*)", headers: [{ key: "x", value: "y" }] }],
  rewrites: [{ source: "/x", destination: "/y" }],
};
const toml =
  '[[redirects]]\nfrom = "/a/*"\nto = "/b/:splat"\nstatus = 301\n[[headers]]\nfor = "/*"\n[headers.values]\nx = "y"\n';

/** A link that leads elsewhere, where this machine takes such a name. */
function linkAt(place: string, to: string): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(to, place);
  } catch {
    // Not every name is one.
  }
}

function fileAt(place: string, content: string): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  } catch {
    // Not every name is one.
  }
}

const safe = word.map((name) => name.replaceAll(/[/\0]|^\.\.?$/g, "-"));
const leads = fc.constantFrom(
  "/etc/passwd",
  "..",
  ".",
  "../../../..",
  "nowhere",
  "/dev/zero",
  "/proc/self/environ",
);

export async function group(): Promise<Group> {
  const parser = await loadParser();
  const functionFiles = fc.record({
    source: mutatedText(fc.constant(module)),
    map: documentLike(importMap),
    linked: fc.option(leads, { nil: undefined }),
    slug: fc.oneof({ weight: 4, arbitrary: fc.constant("hello") }, word),
    statics: fc.array(fc.oneof(word, fc.constantFrom("**/*", "../*", "./x/*.txt")), { maxLength: 2 }),
  });
  return {
    readings: [
      reading({
        name: "the sources of a function in the repository",
        share: 3,
        gives: functionFiles,
        reads: ({ source, map, linked, slug, statics }) =>
          inSandbox(
            {
              "functions/hello/index.ts": source,
              "functions/hello/deno.json": map,
              "functions/_shared/a.ts": "1",
            },
            async ({ inside }) => {
              if (linked !== undefined) linkAt(join(inside, "functions/hello/c.ts"), linked);
              const inputs = {
                functions: [slug],
                functionsDirectory: "functions",
                verifyJwt: false,
                importMap: undefined,
                staticFiles: { [slug]: statics },
              };
              const wanted = await inspectWanted(inputs, {
                root: inside,
                env: { GITHUB_WORKSPACE: inside },
              });
              await configDisagreements(inside, "functions", wanted);
            },
          ),
      }),
      reading({
        name: "the sources of a function laid out for Deno",
        gives: fc.array(fc.tuple(word, text), { maxLength: 4 }),
        reads: (files) =>
          inSandbox({}, async ({ inside }) => {
            const sources = files.map(([path, content]) => ({ path, content: Buffer.from(content) }));
            const source = { files: sources, entrypoint: "index.ts", importMap: null };
            await layOut(source as never, join(inside, "out"), undefined).catch(ofTheSystem);
          }),
      }),
      reading({
        name: "a pattern of static files",
        gives: fc.tuple(text, text),
        reads: ([pattern, path]) => patternFits(pattern.slice(0, 60), path),
      }),
      reading({
        name: "config.toml of Supabase",
        gives: mutatedText(fc.constant('[functions.hello]\nverify_jwt = true\nentrypoint = "x"\n')),
        reads: (content) =>
          withFile("config.toml", content, (root) => configDisagreements(root, "functions", [])),
      }),
      reading({
        name: "migrations by the judge",
        share: 3,
        gives: fc.array(migrationTexts, { minLength: 1, maxLength: 2 }),
        reads: (texts) => {
          const files = texts.map((content, index) => ({ path: `000${index + 1}_x.sql`, text: content }));
          const findings = judge(parser, files).flatMap((file) => file.findings);
          asSarif({ findings, notices: [], uri: (path) => path });
        },
      }),
      reading({
        name: "names of migrations",
        gives: fc.array(
          fc.oneof(
            safe,
            safe.map((name) => `0001_${name}.sql`),
            text,
          ),
          { maxLength: 5 },
        ),
        reads: (names) => orderFiles(names),
      }),
      reading({
        name: "a folder of migrations",
        gives: fc.array(fc.tuple(safe, fc.option(leads, { nil: undefined }), text), { maxLength: 4 }),
        reads: (files) =>
          inSandbox({ "migrations/0001_first.sql": "select 1;" }, async ({ inside }) => {
            for (const [name, to, content] of files) {
              const place = join(
                inside,
                "migrations",
                name.endsWith(".sql") ? name : `2${name.slice(0, 40)}_x.sql`,
              );
              if (to === undefined) fileAt(place, content);
              else linkAt(place, to);
            }
            await discoverMigrations(inside, "migrations");
          }),
      }),
      reading({
        name: "the files of a site",
        gives: fc.array(fc.tuple(safe, fc.option(leads, { nil: undefined }), text), { maxLength: 4 }),
        reads: (files) =>
          inSandbox({ "site/index.html": "x" }, async ({ inside }) => {
            for (const [name, to, content] of files)
              if (to === undefined) fileAt(join(inside, "site", name || "x"), content);
              else if (!to.startsWith("/dev")) linkAt(join(inside, "site", name || "x"), to);
            await listFiles(join(inside, "site"));
          }),
      }),
      reading({
        name: "vercel.json",
        share: 2,
        gives: documentLike(vercel),
        reads: (content) =>
          withFile("vercel.json", content, async (root) =>
            outputConfig("assets", await readVercelJson(root)),
          ),
      }),
      reading({
        name: "netlify.toml, _redirects and _headers",
        share: 2,
        gives: fc.tuple(
          mutatedText(fc.constant(toml)),
          mutatedText(fc.constant("/a/* /b/:splat 301\n/x /y 200!\n")),
          mutatedText(fc.constant("/*\n  x: y\n")),
        ),
        reads: ([content, redirects, headers]) => {
          const routes = tomlRoutes(content);
          redirectsFile(redirects, routes, "assets");
          headersFile(headers, routes, "assets", ["assets/a.js"]);
        },
      }),
      reading({ name: "a pattern of a purge", gives: text, reads: (given) => readPattern(given) }),
      reading({
        name: "package.json",
        gives: documentLike({
          name: "x",
          packageManager: "npm@10.0.0",
          scripts: { test: "vitest", lint: "eslint ." },
        }),
        reads: (content) =>
          withFile("package.json", content, async (root) => {
            await packageManagerOf(root);
            await commandLines(root, ["test", "lint", "npm run test", "constructor", "$(touch pwned)"]);
          }),
      }),
      reading({
        name: "what is seen besides",
        gives: fc.tuple(json.map(textOf), fc.array(word, { maxLength: 2 })),
        reads: ([content, listed]) =>
          withFile("supabase/config.toml", content, (root) => seenNotDeployed(root, listed)),
      }),
    ],
  };
}

/** What the machine does not take as a name, and what is told to lead out. */
function ofTheSystem(thrown: unknown): void {
  const { code = "", message = "" } = thrown as { readonly code?: string; readonly message?: string };
  if (
    !/^(ENAMETOOLONG|EISDIR|ENOTDIR|EEXIST|ERR_INVALID_ARG_VALUE)$/.test(code) &&
    !/leads out/.test(message)
  )
    throw thrown;
}
