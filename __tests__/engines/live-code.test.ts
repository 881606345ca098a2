import { cp, mkdtemp, readdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../actions/migrate/spec.ts";
import type { RunnableFunctions } from "../../kit/parts/functions/deno/functions-to-run.ts";
import { inspectWanted } from "../../kit/parts/functions/declared/inspect-wanted.ts";
import { planDatabase } from "../../kit/parts/database/plan/plan-database.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import { installedDeno } from "../../rehearsal/engines/deno.ts";
import { installedPostgrest } from "../../rehearsal/engines/postgrest.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { type MigrationServer, migrationServer } from "../support/migration-world.ts";
import { shadowEnv } from "../support/shadow-env.ts";
import { testWorld } from "../support/test-world.ts";

const home = join(import.meta.dirname, "../..");
/** A busy machine is no failure. */
const patience = 240_000;
const slugs = ["finalizeAssessment", "get-results-by-session", "score_prism", "score_fc_session"];
const journey = "supabase/journeys/assessment.ts";

let server: MigrationServer;
let env: Record<string, string>;
let functions: RunnableFunctions;
beforeAll(async () => {
  server = await migrationServer();
  functions = {
    live: await functionsOf("examples/prism", "rehearsal/previous"),
    wanted: await functionsOf("examples/prism"),
    healthRequest: {},
  };
  const shadow = await shadowEnv();
  const programs = [dirname(installedDeno()), dirname(installedPostgrest() ?? "")];
  env = { ...shadow, PATH: [shadow["PATH"], ...programs, process.env["PATH"]].join(":") };
});
afterAll(() => server.stop());

/** The functions of the sample, as they are or, with another layer, as the release before it had them. */
async function functionsOf(...layers: readonly string[]) {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  for (const layer of layers)
    await cp(join(home, layer, "supabase"), join(root, "supabase"), { recursive: true });
  const inputs = {
    functions: slugs,
    functionsDirectory: "supabase/functions",
    verifyJwt: false,
    importMap: undefined,
    staticFiles: {},
  };
  return await inspectWanted(inputs, { root, env: {} });
}

interface Given {
  readonly pending: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** A machine that has PostgreSQL, and nothing else. */
  readonly bare?: true;
}

const sample = join(home, "examples/prism/supabase");

/** Plans the sample's release, whose first seven migrations are applied, with other pending files after its own. */
async function planned({ pending, inputs = {}, bare }: Given): Promise<PlanPart> {
  const project = await server.project(pending);
  await cp(join(sample, "migrations"), join(project.root, "supabase/migrations"), { recursive: true });
  await cp(join(sample, "journeys"), join(project.root, "supabase/journeys"), { recursive: true });
  if (!bare) await symlink(join(home, "node_modules"), join(project.root, "node_modules"));
  await project.rows(
    `create schema supabase_migrations;
     create table supabase_migrations.schema_migrations (version text primary key, name text, statements text[]);
     insert into supabase_migrations.schema_migrations (version) select '000' || n from generate_series(1, 7) n`,
  );
  const world = await testWorld({ root: project.root, env: bare ? await shadowEnv() : env });
  const given = { "database-url": project.url, journeys: journey, ...inputs };
  const part = await planDatabase(inputsFrom(spec.inputs, given), world, undefined, () =>
    Promise.resolve(functions),
  );
  expect(await readdir(world.temp)).toEqual([]);
  return part;
}

const cells = ({ trials = [] }: PlanPart): unknown => trials[0]?.rows;

test(
  "the release of the sample: live and new functions do what the web needs in every state",
  async () => {
    const part = await planned({ pending: { "0013_open.sql": "create table public.open (id int);" } });
    expect(cells(part)).toEqual([[journey, "✓", "✓", "✓"]]);
    expect(part.details?.flatMap(({ beware }) => beware)).toEqual([
      expect.stringMatching(/^advisor-rls-off: table public.open is open/),
    ]);
    expect(part.unverified.filter((line) => !line.includes("ledger keeps no text"))).toEqual([]);
  },
  patience,
);

// No text tells it: the trigger is new, and its function is the author's own affair.
const guard = `create function public.only_new() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.results_version = 'v1.2' then raise exception 'v1.2 is over'; end if;
  return new;
end $$;
create trigger only_new before insert on public.scores for each row execute function public.only_new();`;
const seeded = {
  "0013_calm.sql": "alter table public.sessions add column source text;",
  "0014_guard.sql": guard,
  "0015_calm.sql": "alter table public.sessions add column medium text;",
};

test(
  "an incompatible migration that no rule sees turns exactly its cells red, at its file",
  async () => {
    const part = await planned({ pending: seeded, inputs: { "on-breaks-clients": "warn" } });
    const why = "✗ Error: finalizeAssessment answered 500: ";
    expect(cells(part)).toEqual([[journey, "✓", expect.stringContaining(why), "✓"]]);
    const warned = part.details?.flatMap(({ what, beware }) => beware.map((line) => [what, line]));
    expect(warned).toEqual([["0014 guard", expect.stringContaining(`${journey} passes now and fails once`)]]);
  },
  patience,
);

test(
  "by the policy it is refused at its file, unless that is allowed there with a reason",
  async () => {
    await expect(planned({ pending: seeded })).rejects.toMatchObject({
      code: "PR412",
      message: expect.stringMatching(
        /0014_guard.sql:1:1 journey-break: supabase\/journeys\/assessment.ts fails/,
      ),
    });
    const allowed = `-- rollout-allow: journey-break nobody is left on v1.2\n${guard}`;
    const part = await planned({ pending: { ...seeded, "0014_guard.sql": allowed } });
    expect(part.decisions).toMatchObject({ waivers: [{ rule: "journey-break" }], breaking: ["0014"] });
    await expect(
      planned({ pending: { "0013_calm.sql": `-- rollout-allow: journey-break as ever\nselect 1;` } }),
    ).rejects.toMatchObject({
      code: "PR412",
      message: expect.stringContaining("nothing needs journey-break"),
    });
  },
  patience,
);

test(
  "what neither the live nor the new functions can do any more is red in both",
  async () => {
    const pending = {
      "0013_hide.sql": `alter policy "anyone reads the questions" on public.assessment_items using (false);`,
    };
    const part = await planned({ pending, inputs: { "on-breaks-clients": "warn" } });
    const red = expect.stringContaining("✗ Error: not so: there are questions");
    expect(cells(part)).toEqual([[journey, "✓", red, red]]);
  },
  patience,
);

test(
  "without Deno, in too little time, or with a file that does not run it is said that nothing was run",
  async () => {
    const said = async (given: Given): Promise<unknown> => {
      const part = await planned(given);
      expect(cells(part)).toBeUndefined();
      return part.unverified.filter((line) => line.includes("live code"));
    };
    expect(await said({ pending: {}, bare: true, inputs: { compatibility: "installed" } })).toEqual([
      "The live code was not run on the new schema: there is no Deno on this machine, and there is no PostgREST on this machine.",
    ]);
    expect(await said({ pending: {}, inputs: { "journey-limit": "50ms" } })).toEqual([
      "The live code was not run on the new schema: it was not done after 0.05 s.",
    ]);
    const pending = {
      "0013_lost.sql": "create table public.lost (id int); create table public.lost (id int);",
    };
    expect(await said({ pending })).toEqual([
      "The live code was not run on the new schema: supabase/migrations/0013_lost.sql could not be replayed.",
    ]);
  },
  patience,
);

test(
  "a function that does not start, and a journey that never passed, prove nothing and refuse nothing",
  async () => {
    const [first, ...others] = functions.live;
    const broken = { path: "index.ts", content: Buffer.from("throw new Error('no key');") };
    const source = { files: [broken], entrypoint: "index.ts", importMap: null };
    const before = functions;
    functions = { ...functions, live: [{ slug: first?.slug ?? "", source }, ...others] };
    try {
      const part = await planned({ pending: {} });
      expect(cells(part)).toEqual([
        [journey, expect.stringMatching(/^– \(/), expect.stringMatching(/^– \(/), "✓"],
      ]);
      expect(part.unverified.slice(-2)).toEqual([
        "finalizeAssessment does not start on the shadow: Error: no key",
        expect.stringContaining(`${journey} does not pass on the live schema either`),
      ]);
    } finally {
      functions = before;
    }
  },
  patience,
);
