import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceName } from "../../kit/parts/web/sources.ts";
import { copyApp } from "./app-folder.ts";
import { buildWeb, outputConfig } from "./build-web.ts";

type Values = Readonly<Record<string, string>>;

/** What a target's sections say of a source, and what the report says of how it is played. */
interface PlayedSource {
  readonly build: Values;
  readonly deployWeb: Values;
  readonly notes: readonly string[];
  /** What the app's repository has otherwise than for a static build. */
  readonly writeInto: (app: string) => Promise<void>;
}

const builder = "vercel-build.mjs";

/** Lays `dist` out as `vercel build` does. */
const builderText = `import { cp, mkdir, writeFile } from "node:fs/promises";

const output = ".vercel/output";
await mkdir(output, { recursive: true });
await cp("dist", \`\${output}/static\`, { recursive: true });
await writeFile(\`\${output}/config.json\`, ${JSON.stringify(JSON.stringify(outputConfig))});
`;

export const playedSources: Readonly<Record<SourceName, PlayedSource>> = {
  dist: { build: {}, deployWeb: {}, notes: [], writeInto: async () => undefined },
  prebuilt: {
    build: { source: "prebuilt", command: `npm run build && node ${builder}` },
    deployWeb: {},
    notes: ["`.vercel/output` is laid out by a script here, in place of `vercel build`."],
    writeInto: async (app) => await writeFile(join(app, builder), builderText),
  },
  existing: {
    build: { source: "existing" },
    deployWeb: { "auto-assign": "false" },
    notes: [],
    writeInto: async (app) => {
      const config = join(app, "vercel.json");
      const { git, ...rest } = JSON.parse(await readFile(config, "utf8")) as Readonly<
        Record<string, unknown>
      >;
      if (git !== undefined) await writeFile(config, JSON.stringify(rest, null, 2));
      const page = join(app, "index.html");
      const meta = '<meta name="rollout-build" content="%VITE_VERCEL_GIT_COMMIT_SHA%" />';
      const text = await readFile(page, "utf8");
      await writeFile(page, text.replace("<head>", `<head>\n    ${meta}`));
    },
  },
};

/** A commit as a host builds it that is connected with the repository. */
export interface CommitToBuild {
  /** The app's folder in a checkout of the commit, which is left as it is. */
  readonly app: string;
  readonly commit: string;
  readonly env: Values;
  readonly nodeModules: string;
  /** Where to build; must not be there yet. */
  readonly folder: string;
}

/** Builds a commit as Vercel's Git integration does: nobody stamps it, but it is told which commit it is. */
export async function buildCommit(order: CommitToBuild): Promise<Readonly<Record<string, Uint8Array>>> {
  const { app, commit, env, nodeModules, folder } = order;
  await copyApp(app, folder, nodeModules);
  return await buildWeb(folder, { ...env, VITE_VERCEL_GIT_COMMIT_SHA: commit }, undefined);
}
