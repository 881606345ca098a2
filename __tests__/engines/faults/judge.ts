import { isDeepStrictEqual } from "node:util";
import type { Saved as Vendors } from "../kills/scene.ts";
import { type Base, type Step, outputsOf } from "./base.ts";
import type { Done, Found } from "./scene.ts";

/** What is wrong with what a process said: a failure is one message that a person can act on. */
export function judgeSaid({ code, out, errors, summary }: Done): readonly string[] {
  const problems: string[] = [];
  if (code === null) problems.push("it was ended by a signal");
  if (/^\s+at .+:\d+:\d+\)?$/m.test(out + summary)) problems.push("a stack trace is shown");
  if (out.includes("This is a bug in prism-rollout")) problems.push("it says that it is a bug");
  if (code === 0) return problems;
  // Of single functions and components it says as it goes; what it comes to is one message, and the last.
  const coded = errors.filter((one) => /^PR\d{3}: /.test(one));
  if (coded.length > 1) problems.push(`${coded.length} messages, not one`);
  const last = errors.at(-1) ?? "";
  const isCoded = /^PR\d{3}: /.test(last);
  const isReport = summary !== "" && /\. \S/.test(last);
  if (/[^.]\.\.( |$)/.test(last)) problems.push("a sentence ends twice");
  if (!isCoded && !isReport) problems.push("no message that says what to do");
  return problems;
}

/** Functions, web and CDN are each wholly old or wholly new; the database is a prefix of the files, as recorded. */
export function judgeFound(
  found: Found,
  { old, whole }: Base,
  vendors: Vendors,
  isRollback: boolean,
): readonly string[] {
  const problems: string[] = [];
  const isWhole = [old.functions, whole.functions].some((set) => isDeepStrictEqual(found.functions, set));
  if (!isWhole && !(isRollback && isNotRemovedYet(found.functions, old, whole)))
    problems.push(`half of the functions are live: ${JSON.stringify(found.functions)}`);
  const isMoving = vendors.vercel.projects.some(({ aliasJob }) => aliasJob?.jobStatus === "in-progress");
  const isWeb = new Set(Object.values(found.web)).size === 1;
  if (!isWeb && !isMoving) problems.push(`the domains are at ${JSON.stringify(found.web)}`);
  const strange = found.pages.filter((page) => ![...old.pages, ...whole.pages].includes(page));
  if (strange.length > 0) problems.push(`a page is neither old nor new: ${strange[0]?.slice(0, 200)}`);
  const tables = tablesAfter[found.ledger.length - 1];
  const isPrefix = isDeepStrictEqual(found.ledger, versions.slice(0, found.ledger.length));
  if (!isPrefix || !isDeepStrictEqual(found.tables, tables))
    problems.push(`the ledger says ${found.ledger.join(", ")}, the tables are ${found.tables.join(", ")}`);
  return problems;
}

/** The window of ADR 29: the old set is live, and beside it what the release had added, of which nothing calls it. */
function isNotRemovedYet(live: Found["functions"], old: Found, whole: Found): boolean {
  return Object.entries({ ...old.functions, ...live }).every(
    ([slug, now]) => now === (Object.hasOwn(old.functions, slug) ? old : whole).functions[slug],
  );
}

const versions = ["0001", "0002", "0003"];
const tablesAfter = [
  ["people(id)"],
  ["people(id)", "results(id,score)"],
  ["notes(id)", "people(id)", "results(id,score,note)"],
];

/** What is wrong with what a phase came to that says that it has done its work. */
export function judgeEnd(step: Step, found: Found, done: Done): readonly string[] {
  const problems: string[] = [];
  const told = outputsOf(done)["outcome"] ?? "without an outcome";
  if (step.name === "rollback" && told !== "rolled-back") problems.push(`it ends ${told}`);
  if (step.name === "rollback of a healthy release" && told !== "released") problems.push(`it ends ${told}`);
  const parts = ["functions", "web", "pages", "ledger", "tables"] as const;
  for (const part of parts) {
    if (part === "pages" && step.name === "deploy-web") continue;
    if (!isDeepStrictEqual(found[part], step.after[part]))
      problems.push(`${part}: ${JSON.stringify(found[part])}, not ${JSON.stringify(step.after[part])}`);
  }
  return problems;
}
