import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { counted, listed } from "../../../action/markdown.ts";
import type { Attachment, TestRow } from "../playwright-report.ts";
import { kindOf } from "./file-kind.ts";
import { type Hidden, scrubDocument, scrubTrace } from "./scrub-trace.ts";
import { type Scrubber, scrubber } from "./scrubber.ts";

/** At the traces of more tests than these nobody looks. */
const mostTests = 20;
const mostBytes = 100 * 1024 * 1024;

/** What became of a file, as the report says it. */
const outcomes = {
  trace: ["trace", "traces"],
  picture: ["picture", "pictures"],
  text: ["text", "texts"],
  seen: ["picture that may show a secret", "pictures that may show a secret"],
  other: ["file that cannot be scrubbed", "files that cannot be scrubbed"],
  absent: ["file that is not there or larger than 100 MB", "files that are not there or larger than 100 MB"],
  inside: ["file of a trace that cannot be scrubbed", "files of traces that cannot be scrubbed"],
} as const;

type Outcome = keyof typeof outcomes;
type Counts = Map<Outcome, number>;

interface How extends Hidden {
  readonly scrub: Scrubber;
}

/**
 * Keeps in `folder` what tests that failed, also those that passed later, have left to look at (traces, pictures,
 * texts), without secrets. What cannot be scrubbed is not kept. Gives lines that say both.
 */
export async function keepFiles(
  tests: readonly TestRow[],
  folder: string,
  hidden: Hidden,
): Promise<readonly string[]> {
  const failed = tests.filter(({ attachments }) => attachments.length > 0);
  const how = { ...hidden, scrub: scrubber(hidden.secrets, hidden.names) };
  const counts: Counts = new Map();
  for (const [index, test] of failed.slice(0, mostTests).entries()) {
    const own = join(folder, `${index + 1}-${slugOf(`${test.file} ${test.title} ${test.project}`, how)}`);
    await keepTest(test.attachments, own, how, counts);
  }
  const others = failed.length - mostTests;
  return [
    ...line("in the artifact, without secrets", counts, ["trace", "picture", "text"]),
    ...line("not in the artifact", counts, ["seen", "other", "inside", "absent"]),
    ...(others > 0 ? [`not in the artifact: what ${counted(others, "more failing test")} left`] : []),
  ];
}

/** Traces first: they tell whether the pages showed a secret, which nobody can tell of a picture. */
async function keepTest(
  attachments: readonly Attachment[],
  folder: string,
  how: How,
  counts: Counts,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const looks: (boolean | undefined)[] = [];
  for (const [index, one] of attachments.entries()) {
    if (one.name !== "trace") continue;
    const bytes = await contentOf(one);
    const trace = bytes && scrubTrace(bytes, how);
    looks.push(trace?.shown);
    count(counts, trace === undefined ? (bytes === undefined ? "absent" : "other") : "trace");
    if (trace === undefined) continue;
    count(counts, "inside", trace.leftOut);
    await writeFile(join(folder, `${index + 1}-trace.zip`), trace.bytes);
  }
  const unseen = how.secrets.length === 0 || (looks.includes(false) && !looks.includes(true));
  for (const [index, one] of attachments.entries()) {
    if (one.name === "trace") continue;
    const { outcome, content } = clean(await contentOf(one), how, unseen);
    count(counts, outcome);
    const name = `${index + 1}-${slugOf(one.name, how)}${endingOf(one)}`;
    if (content !== undefined) await writeFile(join(folder, name), content);
  }
}

function clean(
  bytes: Uint8Array | undefined,
  { scrub }: How,
  unseen: boolean,
): { readonly outcome: Outcome; readonly content?: string | Uint8Array } {
  if (bytes === undefined) return { outcome: "absent" };
  const kind = kindOf(bytes);
  if (kind === "text")
    return { outcome: "text", content: scrubDocument(Buffer.from(bytes).toString("utf8"), scrub) };
  if (kind !== "picture") return { outcome: "other" };
  const fine = unseen && !scrub.finds(Buffer.from(bytes).toString("latin1"));
  return fine ? { outcome: "picture", content: bytes } : { outcome: "seen" };
}

function count(counts: Counts, outcome: Outcome, more = 1): void {
  if (more > 0) counts.set(outcome, (counts.get(outcome) ?? 0) + more);
}

function line(what: string, counts: Counts, which: readonly Outcome[]): readonly string[] {
  const some = which.flatMap((outcome) => {
    const known = counts.get(outcome);
    const [one, many] = outcomes[outcome];
    return known === undefined ? [] : [counted(known, one, many)];
  });
  return some.length === 0 ? [] : [`${what}: ${listed(some)}`];
}

/** Undefined where there is none, where it is no file of its own, or too large. */
async function contentOf({ path, body }: Attachment): Promise<Uint8Array | undefined> {
  if (body !== undefined) return Buffer.from(body, "base64");
  if (path === undefined) return undefined;
  try {
    const { size, isFile } = await stat(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
    return isFile && size <= mostBytes ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}

function endingOf({ path }: Attachment): string {
  return path === undefined
    ? ""
    : extname(path)
        .replace(/[^\w.]/g, "")
        .slice(0, 12);
}

function slugOf(text: string, { scrub }: How): string {
  const words = scrub
    .text(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 60).replace(/^-|-$/g, "") || "file";
}
