// Keeps what a bench gave, for docs/performance.md: the page is made of it by `npm run generate`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { machine as measuredOn } from "../../lib/scripts/machine.js";

const folder = fileURLToPath(new URL("../results/", import.meta.url));

/** What the result was measured on, and what else that did in the minute before. */
export function machine() {
  return { ...measuredOn(), load: `load average ${(loadavg()[0] ?? 0).toFixed(1)} before it` };
}

/**
 * Writes `bench/results/<name>.json`; only what the columns show, of the result itself and of the tables that it has besides
 * (`more`). Gives the file's path in the repository.
 */
export async function save(name, { columns, rows, more = [], ...rest }) {
  mkdirSync(folder, { recursive: true });
  const besides = more.map((one) => ({ ...one, rows: shown(one.columns, one.rows) }));
  const text = JSON.stringify({
    ...rest,
    columns,
    rows: shown(columns, rows),
    ...(more.length > 0 ? { more: besides } : {}),
  });
  writeFileSync(`${folder}${name}.json`, await format(text, { parser: "json", printWidth: 110 }));
  return `bench/results/${name}.json`;
}

function shown(columns, rows) {
  return rows.map((row) => columns.map((column) => String(row[column] ?? "")));
}

/** A package of a peer with the version that its folder pins: `vercel 60.1.3`. */
export function pinned(folder, name) {
  return `${name} ${versionOf(folder, name)}`;
}

/** That version alone. */
export function versionOf(folder, name) {
  const manifest = new URL(`../../${folder}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).dependencies[name];
}
