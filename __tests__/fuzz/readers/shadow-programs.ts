import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { loadParser } from "../../../kit/judge/parser.ts";
import { checkTypes } from "../../../kit/parts/functions/deno/check-types.ts";
import type { Exec } from "../../../kit/ports/exec.ts";
import { snapshotKeys, sha256 } from "../../../kit/shadow/cache/keys.ts";
import { unpack } from "../../../kit/shadow/cache/pack.ts";
import { findSnapshot } from "../../../kit/shadow/cache/store.ts";
import { npmRegistry } from "../../../kit/shadow/engines/npm-registry.ts";
import { pgliteEngine } from "../../../kit/shadow/engines/pglite.ts";
import { replayOn, replayOnShadow } from "../../../kit/shadow/shadow.ts";
import { assuming } from "../../../kit/shadow/assume/state.ts";
import { testWorld } from "../../support/test-world.ts";
import { json, text, textOf, word } from "../arbitraries.ts";
import { documentLike } from "../document-like.ts";
import { mutatedText } from "../mutate.ts";
import { type AnyReading, Broken, reading } from "../reader.ts";
import { inSandbox } from "../sandbox.ts";

const files = {
  history: [{ path: "a.sql", text: "create table t (id int);" }],
  pending: [{ path: "p.sql", text: "drop table t;" }],
};

/** What programs and files of a shadow's machine give. */
export async function shadowPrograms(): Promise<readonly AnyReading[]> {
  const parser = await loadParser();
  return [
    reading({
      name: "what npm says of its registry",
      share: 0.3,
      gives: fc.record({
        exitCode: fc.constantFrom(0, 1),
        tail: fc.oneof(text, mutatedText(fc.constant("https://registry.example/\n"))),
      }),
      reads: async (said) => {
        const exec: Exec = () => Promise.resolve(said);
        const named = await npmRegistry({ exec, env: {}, temp: tmpdir() });
        if (named !== undefined && !/^https?:$/.test(new URL(named).protocol))
          return new Broken(`took ${named}`);
        return undefined;
      },
    }),
    await keptSnapshot(parser),
    await saidByDeno(),
    fakeServer(parser),
    fakePglite(parser),
  ];
}

type Parser = Awaited<ReturnType<typeof loadParser>>;

/** A file with the right sum and the right key, and anything in it. */
async function keptSnapshot(parser: Parser): Promise<AnyReading> {
  const key = snapshotKeys("PostgreSQL", files.history).at(-1) ?? "";
  const kept = {
    weak: [["table public.t", "drop table t"]],
    strong: ["table public.u"],
    doubted: ["public.t"],
    unsureRows: false,
    things: 1,
  };
  const applied = { problems: ["a"], assumed: ["b"], kept };
  const entries = [{ path: "base" }, { path: "base/1", size: 3 }, { path: "PG_VERSION", size: 2 }];
  return reading({
    name: "a snapshot of a shadow that was kept",
    gives: fc.tuple(
      documentLike({ key, applied, entries }),
      fc.oneof(fc.constantFrom("../x", "../../../../x", "/x", "base/../../x", "a/b/c"), word),
    ),
    reads: ([document, path]) =>
      inSandbox({}, async ({ inside }) => {
        const head = document.replaceAll("\n", " ").replace('"base/1"', JSON.stringify(path));
        const body = Buffer.from(`${head}\n12345`);
        const folder = join(inside, "kept");
        const data = join(inside, "data");
        for (const one of [folder, data]) mkdirSync(one, { mode: 0o700 });
        writeFileSync(
          join(folder, `${key}.shadow`),
          Buffer.concat([Buffer.from(`${sha256(body)}\n`), body]),
          { mode: 0o600 },
        );
        const { snapshot } = await findSnapshot(folder, [key]);
        if (snapshot === undefined) return;
        // What does not fit into a folder is a snapshot that does not start; what is known of it is taken as it is.
        try {
          unpack(snapshot, data, undefined);
        } catch (error) {
          if (error instanceof TypeError) throw error;
        }
        const { kept: own, problems, assumed } = snapshot.applied;
        assuming(parser, files.history, own);
        for (const line of [...problems, ...assumed])
          if (typeof line !== "string") throw new TypeError("no line");
      }),
  });
}

/** Deno checks a function, and says anything. */
async function saidByDeno(): Promise<AnyReading> {
  const world = await testWorld();
  const bin = join(world.root, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "deno"), "#!/bin/sh\n");
  chmodSync(join(bin, "deno"), 0o755);
  const source = {
    files: [{ path: "index.ts", content: Buffer.from("1") }],
    entrypoint: "index.ts",
    importMap: null,
  };
  const inputs = { denoCheck: "auto", functionsDirectory: "supabase/functions" } as const;
  const usual =
    "TS2322 [ERROR]: Type 'string' is not assignable.\n    at file:///tmp/x/index.ts:2:14\nerror: SyntaxError: x at file://a/index.ts:1:1\n";
  return reading({
    name: "what Deno says of types",
    share: 0.5,
    gives: fc.oneof(text, mutatedText(fc.constant(usual))),
    reads: async (tail) => {
      const exec: Exec = () => Promise.resolve({ exitCode: 1, tail });
      await checkTypes(inputs, [{ slug: "hello", source } as never], { ...world, exec, env: { PATH: bin } });
    },
  });
}

const said = fc.oneof(
  text,
  fc.constantFrom(
    "database system is ready to accept connections\n",
    "initdb: error: no\n",
    "Address already in use\n",
  ),
);

/** The programs of a PostgreSQL that is none: what they print, and how they end. */
function fakeServer(parser: Parser): AnyReading {
  const program = fc.record({ out: said, err: said, code: fc.constantFrom(0, 0, 1, 127) });
  return reading({
    name: "programs of a PostgreSQL",
    share: 0.02,
    gives: fc.record({ initdb: program, postgres: program, cached: fc.boolean() }),
    reads: async ({ cached, ...programs }) => {
      const bin = mkdtempSync(join(tmpdir(), "bin-"));
      try {
        chmodSync(bin, 0o755);
        for (const [name, { out, err, code }] of Object.entries(programs)) {
          writeFileSync(join(bin, `${name}.out`), out);
          writeFileSync(join(bin, `${name}.err`), err);
          writeFileSync(join(bin, name), `#!/bin/sh\ncat "$0.out"; cat "$0.err" >&2; exit ${code}\n`);
          chmodSync(join(bin, name), 0o755);
        }
        const world = await testWorld({ env: { PATH: `${bin}:/usr/bin:/bin` } });
        const cache = cached ? { cache: join(bin, "cache") } : {};
        const done = await replayOnShadow(parser, files, world, undefined, cache);
        if (!("because" in done)) return new Broken("replayed on a server that is none");
        return /[\n\r]/.test(done.because) ? new Broken(`several lines: ${done.because}`) : undefined;
      } finally {
        rmSync(bin, { recursive: true, force: true });
      }
    },
  });
}

/** A PGlite that gives anything. */
function fakePglite(parser: Parser): AnyReading {
  return reading({
    name: "answers of a PGlite",
    share: 0.02,
    gives: fc.record({
      rows: json,
      tags: json,
      fails: fc.constantFrom("", "", "query", "exec", "create"),
      message: text,
    }),
    reads: async (given) => {
      const folder = mkdtempSync(join(tmpdir(), "pglite-"));
      mkdirSync(join(folder, "package/dist"), { recursive: true });
      const failing = (where: string): string =>
        given.fails === where
          ? `throw Object.assign(new Error(${textOf(given.message)}), { code: "42P01" });`
          : "";
      writeFileSync(join(folder, "package/package.json"), '{"type":"module"}');
      writeFileSync(
        join(folder, "package/dist/index.js"),
        `export const PGlite = { create: async () => { ${failing("create")} return {
          query: async () => { ${failing("query")} return { rows: ${textOf(given.rows)} }; },
          exec: async () => { ${failing("exec")} return ${textOf(given.tags)}; } }; } };`,
      );
      try {
        const engine = await pgliteEngine(folder, "0", []);
        try {
          await replayOn(engine, parser, files, undefined);
        } finally {
          await engine.stop();
        }
      } catch (error) {
        // Whoever replays says in a line why it ended.
        if (!(error instanceof Error)) throw error;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  });
}
