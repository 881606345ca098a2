import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import { boardQueries } from "../../logs/supabase/board-queries.ts";
import type { Asked, Dashboards, SavedQuery } from "../dashboards.ts";

/** A query with the file that it is in, and where a person runs it. */
export interface LinkedQuery extends SavedQuery {
  readonly file: string;
  readonly url: string;
}

/** The queries as links into the explorer of logs, whose own choice of time they leave alone. */
export function linkedQueries(asked: Asked, logsPage: string): readonly LinkedQuery[] {
  return boardQueries(asked).map((query, index) => ({
    ...query,
    file: `${index + 1}-${slug(query.title)}.sql`,
    url: `${logsPage}?${new URLSearchParams({ q: query.sql }).toString()}`,
  }));
}

/** SQL files with their links, for an artifact: what needs no service that keeps anything. */
export function sqlFiles({ temp }: Pick<Runtime, "temp">, logsPage: string): Dashboards {
  return {
    called: "folder of SQL files",
    find: async () => Promise.resolve(undefined),
    keep: async ({ name, text, asked }) => {
      const folder = join(temp, "prism-rollout", "observe", "queries");
      const queries = linkedQueries(asked, logsPage);
      await mkdir(folder, { recursive: true });
      for (const { file, sql } of queries) await writeFile(join(folder, file), `${sql}\n`);
      const list = queries.map(({ title, file, url }) => `- ${title}: \`${file}\`, <${url}>`);
      await writeFile(join(folder, "README.md"), [text, `## ${name}`, ...list].join("\n\n") + "\n");
      return { url: queries[0]?.url ?? logsPage, change: "written", queries: queries.length };
    },
  };
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
