import { readFile, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { ofOtherMajor } from "../../kit/release/formats.ts";
import { readNeeds } from "../../kit/release/decision/needs.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import type { Known } from "./learn.ts";
import type { RollbackInputs } from "./spec.ts";

/**
 * Without a record, the receipts of a release that its jobs have told: those that they have uploaded, and those among their
 * outputs. An earlier attempt of this way back may be among them: it may have ended in the middle (ADR 49). What cannot
 * be read tells nothing.
 */
export async function toldReceipts(
  { artifacts, needs }: Pick<RollbackInputs, "artifacts" | "needs">,
  { changes, release }: Pick<Known, "changes" | "release">,
  { root, log }: Pick<Runtime, "root" | "log">,
): Promise<readonly Receipt[]> {
  if (changes !== undefined) return [];
  const uploaded = artifacts === undefined ? [] : await receiptsIn(resolve(root, artifacts));
  const jobs = Object.values(readNeeds(needs ?? "") ?? {});
  const said = jobs.flatMap(({ outputs }) => receiptsOf(`[${outputs["receipt"] ?? ""}]`));
  return [...uploaded, ...said].filter((one) => {
    const other = ofOtherMajor("receipt", one, "A receipt among artifacts and outputs");
    if (other !== undefined) log.warn(`${other.message} It is left out.`);
    return other === undefined && one.release === release;
  });
}

async function receiptsIn(folder: string): Promise<readonly Receipt[]> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  const named = files.filter((file) => basename(file) === "receipts.json").sort();
  const texts = await Promise.all(named.map((file) => readFile(join(folder, file), "utf8").catch(() => "")));
  return texts.flatMap(receiptsOf);
}

function receiptsOf(text: string): readonly Receipt[] {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = (one: unknown): boolean => typeof one === "object" && one !== null;
    return Array.isArray(json) ? json.filter((one): one is Receipt => isObject(one)) : [];
  } catch {
    return [];
  }
}
