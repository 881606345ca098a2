// How many files of given histories run on a shadow, and why the others do not.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadParser } from "../lib/kit/judge/parser.js";
import { connectPostgres } from "../lib/kit/ports/live-database.js";
import { replayOnShadow } from "../lib/kit/shadow/shadow.js";
import { seconds } from "./release/measure.mjs";
import { claim } from "./support/claim.mjs";
import { withPostgres } from "./shadow/postgres.mjs";

const own = fileURLToPath(new URL("../conformance/corpus/histories", import.meta.url));
const least = 0.95;
const columns = ["history", "files", "run", "with something assumed", "share", "took"];

export default {
  work: "each history from its first file on, each file as `migrate` would run it; folders on the command line, or else conformance/corpus/histories",
  beside: "nothing",
  target: `at least ${least * 100} % of the files run; why the others do not, grouped, at the end`,
  run: async ({ folders = [] } = {}) => {
    const histories = (folders.length === 0 ? [own] : folders).flatMap(historiesIn);
    const parser = await loadParser();
    const measured = await withPostgres(async (env) => {
      const world = { connect: connectPostgres, env, temp: tmpdir() };
      const all = [];
      for (const folder of histories) all.push(await replayed(parser, folder, world));
      return all;
    });
    const sum = (name) => measured.reduce((total, one) => total + one[name].length, 0);
    const total = {
      folder: `all ${measured.length}`,
      files: sum("files"),
      run: sum("run"),
      assumed: sum("assumed"),
    };
    const rows = [
      ...measured.map(({ folder, files, run, assumed, took }) =>
        rowOf({
          folder: nameOf(folder),
          files: files.length,
          run: run.length,
          assumed: assumed.length,
          took,
        }),
      ),
      rowOf({ ...total, took: measured.reduce((time, { took }) => time + took, 0) }),
      ...reasonsOf(measured.flatMap(({ reasons }) => reasons)),
    ];
    // Whose histories they are is nobody's business: of those on the command line the sum is kept.
    const claims = [claim("files that do not run, of 5 %", (1 - total.run / total.files) / (1 - least), 1)];
    const kept = folders.length === 0 ? rows : rows.filter(({ history }) => history === total.folder);
    return { columns, rows, claims, kept };
  },
};

/** Folders in and below it that have migrations in them. */
function historiesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isHistory = entries.some((entry) => entry.isFile() && isMigration(entry.name));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => historiesIn(join(folder, name)));
  return [...(isHistory ? [folder] : []), ...below];
}

const isMigration = (name) => /^\d+_.*\.sql$/.test(name);

async function replayed(parser, folder, world) {
  const files = readdirSync(folder)
    .filter((name) => isMigration(name) && statSync(join(folder, name)).isFile())
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8").replace(/^\uFEFF/, "") }));
  const began = performance.now();
  const shadow = await replayOnShadow(parser, { history: [], pending: files, each: true }, world);
  if ("because" in shadow) throw new Error(shadow.because);
  const run = shadow.files.filter((one) => "facts" in one);
  const assumed = run.filter((one) => one.assumed.length > 0);
  const reasons = shadow.files.flatMap((one) => ("unverified" in one ? [one.unverified] : []));
  return { folder, files, run, assumed, reasons, took: performance.now() - began };
}

/** The last two folders that say something: `…/name/supabase/migrations`. */
function nameOf(folder) {
  const words = folder
    .split("/")
    .filter((word) => word !== "" && word !== "supabase" && word !== "migrations");
  return words.at(-1) ?? basename(folder);
}

function rowOf({ folder, files, run, assumed, took }) {
  return {
    history: folder,
    files,
    run,
    "with something assumed": assumed,
    share: files === 0 ? undefined : `${((run / files) * 100).toFixed(1)} %`,
    took: seconds(took),
  };
}

/** What differs in names and numbers alone is one reason. */
function reasonsOf(reasons) {
  const counts = new Map();
  for (const reason of reasons) {
    const kind = reason
      .replace(/"[^"]*"|'[^']*'/g, "…")
      .replace(/\(.*\)/g, "(…)")
      .replace(/\d+/g, "n")
      .slice(0, 90);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => ({
      history: `not run: ${kind}`,
      files: count,
      run: "",
      "with something assumed": "",
      share: "",
      took: "",
    }));
}
