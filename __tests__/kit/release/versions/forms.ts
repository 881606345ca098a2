import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { plannedRelease } from "../../../../actions/rollback/downloaded-plans.ts";
import { planIn } from "../../../../kit/notify/announce.ts";
import { loadSnapshot } from "../../../../kit/parts/functions/snapshot/snapshot.ts";
import { readSite } from "../../../../kit/parts/web/artifact.ts";
import { parseManifest } from "../../../../kit/parts/web/kept-assets.ts";
import { verifyStatement } from "../../../../kit/release/evidence/verify.ts";
import type { FormatKind } from "../../../../kit/release/formats.ts";
import { documentOf } from "../../../../kit/release/record/kept-document.ts";
import { localRecord } from "../../../../kit/release/record/local-record.ts";
import { approvedPlan } from "../../../../kit/release/plan/planned.ts";

/** Whoever reads a document that may be of another version. */
export interface Reader {
  readonly kind: FormatKind;
  readonly name: string;
  /** `refuses`: in words, with what to do. `leaves out`: it is worth no release, and something else takes its place. */
  readonly otherMajor: "refuses" | "leaves out";
  /** Gives what it has read; undefined where that was left out. */
  read(text: string): Promise<unknown>;
}

/** Each kind as the first version of this major wrote it. */
export async function firstForm(kind: FormatKind): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(join(import.meta.dirname, "forms", `${kind}.json`), "utf8");
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

async function fileWith(
  name: string,
  text: string,
): Promise<{ readonly root: string; readonly file: string }> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const file = join(root, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return { root, file };
}

const inRecord = (kind: "manifest" | "receipt" | "lease" | "halt"): Reader => ({
  kind,
  name: "the record",
  otherMajor: "refuses",
  read: async (text) => documentOf({ id: 7, task: "", payload: text }, kind),
});

/** A kind and one who reads it, for each. */
export const readers: readonly Reader[] = [
  {
    kind: "plan",
    name: "a phase",
    otherMajor: "refuses",
    read: async (text) => {
      const { root } = await fileWith("plan.json", text);
      return await approvedPlan({ root, context: {} as never }, { plan: "plan.json", planDigest: "x" });
    },
  },
  {
    kind: "plan",
    name: "who tells of a gate",
    otherMajor: "refuses",
    read: async (text) => await planIn("plan.json", await fileWith("plan.json", text)),
  },
  {
    kind: "plan",
    name: "a rollback that looks for its release",
    otherMajor: "leaves out",
    read: async (text) => {
      const { root } = await fileWith("plan.json", text);
      const { commit } = await firstForm("plan");
      return await plannedRelease(root, { target: "production", commit: String(commit) });
    },
  },
  {
    kind: "artifact",
    name: "deploy-web",
    otherMajor: "refuses",
    read: async (text) => {
      const { root } = await fileWith("artifact.json", text);
      await mkdir(join(root, "site"));
      await writeFile(join(root, "site/index.html"), "<html></html>\n");
      return await readSite(root);
    },
  },
  {
    kind: "snapshot",
    name: "a rollback",
    otherMajor: "refuses",
    read: async (text) => await loadSnapshot((await fileWith("snapshot.json", text)).file),
  },
  {
    kind: "assets",
    name: "the next release of the web",
    otherMajor: "leaves out",
    read: async (text) => parseManifest(text, "assets"),
  },
  {
    kind: "receipt",
    name: "an action that stands alone",
    otherMajor: "refuses",
    read: async (text) => {
      const { root } = await fileWith("receipts.jsonl", text);
      const found = await localRecord(root).receipts(String((await firstForm("receipt"))["release"]));
      return found[0];
    },
  },
  inRecord("manifest"),
  inRecord("receipt"),
  inRecord("lease"),
  inRecord("halt"),
];

/** What the command that checks evidence says is wrong with it. */
export function wrongWith(statement: unknown): readonly string[] {
  return verifyStatement(statement).problems;
}
