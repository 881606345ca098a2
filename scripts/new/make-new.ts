import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newAction } from "./action.ts";
import { newCdn } from "./cdn.ts";
import { newDashboard } from "./dashboard.ts";
import { newHost } from "./host.ts";
import { newLogSource } from "./log-source.ts";
import type { ProviderKind, Wanted } from "./options.ts";
import { newRule } from "./rule.ts";
import { type Scaffold, layOut } from "./scaffold.ts";

type Make = (wanted: Wanted, read: (file: string) => string) => Scaffold;

const providers: Readonly<Record<ProviderKind, Make>> = {
  cdn: newCdn,
  host: newHost,
  logs: newLogSource,
  dashboard: newDashboard,
};

/** What was made: the files that were written, and what a person does now. */
export interface Made {
  readonly written: readonly string[];
  readonly next: readonly string[];
}

/** Makes a new piece in the repository at `root`. @throws {CannotLayOut} and nothing is written. */
export async function makeNew(root: string, wanted: Wanted): Promise<Made> {
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const make = { action: newAction, rule: newRule, provider: providers[wanted.kind] }[wanted.what];
  const scaffold = make(wanted, read);
  return { written: await layOut(root, scaffold), next: scaffold.next };
}
