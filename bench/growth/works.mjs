// What grows, and what is done with so many of it. Each is laid before the clock runs, and done by the suite's own modules.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeArtifact } from "../../lib/actions/build/make-artifact.js";
import { judge } from "../../lib/kit/judge/judge.js";
import { loadParser } from "../../lib/kit/judge/parser.js";
import { inspectWanted } from "../../lib/kit/parts/functions/declared/inspect-wanted.js";
import { passesFrom, standing } from "../../lib/kit/parts/observe/sequential-test.js";
import { filesOf } from "../migrate/project.mjs";
import { functionsOf } from "../release/repository.mjs";

export const works = {
  migrations: {
    what: "migrations, parsed and judged as one change set",
    sizes: [10, 100, 1000, 10_000],
    prepare: async (count) => {
      const files = filesOf(count).map(({ name, text }) => ({ path: name, text }));
      const parser = await loadParser();
      return () => judge(parser, files, { whole: true });
    },
  },
  functions: {
    what: "functions, read with all that they import, and digested",
    sizes: [1, 5, 50, 500],
    prepare: async (count, root) => {
      const functions = functionsOf(count);
      for (const files of Object.values(functions)) await lay(root, files);
      const inputs = {
        functions: Object.keys(functions),
        functionsDirectory: "supabase/functions",
        verifyJwt: false,
        importMap: undefined,
        staticFiles: {},
      };
      return () => inspectWanted(inputs, { root, env: { GITHUB_WORKSPACE: root } });
    },
  },
  files: {
    what: "files of 1 KB of a site, digested and made an artifact",
    sizes: [10, 500, 5000, 50_000],
    prepare: async (count, root) => {
      const text = "x".repeat(1000);
      const assets = Array.from({ length: count - 1 }, (_, at) => [`assets/${at}.js`, `// ${at} ${text}\n`]);
      await lay(join(root, "dist"), {
        "index.html": "<!doctype html><html><head></head></html>",
        ...Object.fromEntries(assets),
      });
      return () =>
        makeArtifact(join(root, "dist"), join(root, "artifact"), { commit: "a".repeat(40), env: {} });
    },
  },
  attempts: {
    what: "attempts, judged at each of 1,000 looks",
    sizes: [1000, 10_000, 100_000, 1_000_000],
    prepare: async (count) => {
      const limits = { tolerable: 10_000, unacceptable: 50_000, falseFail: 10_000, falsePass: 50_000 };
      const looks = Array.from({ length: 1000 }, (_, look) => Math.ceil(((look + 1) * count) / 1000));
      return () => {
        for (const n of looks) standing(Math.floor(n / 40), n, limits);
        passesFrom(Math.floor(count / 100), limits);
      };
    },
  },
};

async function lay(root, files) {
  for (const folder of new Set(Object.keys(files).map((path) => dirname(join(root, path)))))
    await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
}
