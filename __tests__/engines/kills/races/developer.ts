import { isDeepStrictEqual } from "node:util";
import { Client } from "pg";
import { tokens } from "../release.ts";
import type { Chain } from "../chain/base.ts";
import { actOf } from "../chain/base.ts";
import type { Done } from "../act.ts";
import { deployFunctions } from "../acts.ts";
import type { Scene } from "../scene.ts";
import { two } from "../sources.ts";
import { type Base, sources } from "../walks/base.ts";
import type { Race } from "./race.ts";
import { isActivation } from "./who.ts";

/** What a tool did that is no action of ours. */
const byHand: Omit<Done, "code"> = {
  out: "",
  masked: [],
  errors: [],
  summary: "",
  outputs: "",
  milliseconds: 0,
  afterSignal: undefined,
  calls: [],
  carried: [],
  temp: "",
  reached: true,
};

/** `supabase functions deploy hello` of a developer in the middle of a release of the functions. */
export function besideFunctions(base: Base): Race {
  const of = { ...sources.next, release: base.release };
  const next = base.functions.met.functions;
  return {
    start: base.old.saved,
    ready: async (scene) => {
      scene.jobs("deploy-functions");
      let theirs: string | undefined;
      return {
        first: deployFunctions(of),
        second: async () => {
          const code = await deployByHand(scene);
          theirs = (await scene.met()).functions["hello"];
          return { ...byHand, code };
        },
        judge: async (first, second) => {
          const { functions } = await scene.met();
          if (second.code !== 0)
            return first.code === 0 && isDeepStrictEqual(functions, next) ? undefined : "neither";
          const isOurs = isDeepStrictEqual(functions, next);
          if (first.code === 0 && isOurs) return undefined;
          // Theirs came after the last look, or was seen: then it is said, and stays.
          const said = first.errors.join(" ");
          if (functions["hello"] !== theirs) return `hello is neither ours nor theirs: ${said}`;
          const wrote = first.carried.some(isActivation);
          if (wrote)
            return isDeepStrictEqual({ ...functions, hello: next["hello"] }, next)
              ? undefined
              : `half: ${said}`;
          return first.code === 1 && /PR442/.test(said) ? undefined : `it ended ${first.code}: ${said}`;
        },
      };
    },
  };
}

async function deployByHand({ project }: Scene): Promise<number> {
  const { files } = two("9");
  const form = new FormData();
  const names = ["hello/index.ts", "hello/deno.json", "_shared/version.ts"].map(
    (name) => `supabase/functions/${name}`,
  );
  for (const name of names) form.append("file", new File([files[name] ?? ""], name));
  const metadata = {
    name: "hello",
    entrypoint_path: "supabase/functions/hello/index.ts",
    import_map_path: "supabase/functions/hello/deno.json",
    verify_jwt: false,
  };
  form.append("metadata", JSON.stringify(metadata));
  const answer = await fetch(`${project.url}/v1/projects/abcdefghijklmnopqrst/functions/deploy?slug=hello`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.supabase}` },
    body: form,
    signal: AbortSignal.timeout(30_000),
  });
  return answer.status === 201 ? 0 : 1;
}

/** `supabase db push` of a developer, which takes no lock, in the middle of the migrations of a release. */
export function besideMigrations({ before, after, of }: Chain): Race {
  const { saved, planned } = before.migrate;
  return {
    start: saved,
    ready: async (scene) => {
      scene.jobs("migrate");
      return {
        first: actOf("migrate", of, planned),
        second: async () => ({ ...byHand, code: await pushByHand(scene.project.database, of.files) }),
        judge: async (first) => {
          const schema = await scene.schema();
          if (!isDeepStrictEqual(schema, after.schema)) return `the database has ${schema.join(", ")}`;
          const said = `${first.out} ${first.errors.join(" ")}`;
          if (first.code === 0 || /PR\d{3}/.test(said)) return undefined;
          return `it ended ${first.code}: ${said}`;
        },
      };
    },
  };
}

/** As the CLI: each file and its row, one after the other, what is there already left out. */
async function pushByHand(url: string, files: Readonly<Record<string, string>>): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      "select version from supabase_migrations.schema_migrations",
    );
    const applied = new Set(rows.map(({ version }) => version));
    const all = Object.keys(files).filter((path) => path.startsWith("supabase/migrations/"));
    for (const path of all.sort()) {
      const [, version = "", name = ""] = /(\d+)_(\w+)\.sql$/.exec(path) ?? [];
      if (applied.has(version)) continue;
      await client.query("begin");
      await client.query(files[path] ?? "");
      const row =
        "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)";
      await client.query(row, [version, name, statementsOf(files[path] ?? "")]);
      await client.query("commit");
    }
    return 0;
  } finally {
    await client.end();
  }
}

function statementsOf(text: string): readonly string[] {
  return text
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
