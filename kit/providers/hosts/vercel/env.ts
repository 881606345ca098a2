import { UserError } from "../../../errors/user-error.ts";
import type { HostValue } from "../host.ts";
import { listIn } from "../answered.ts";
import { shaped } from "../shaped.ts";
import { type EnvEntry, shapes } from "./answers.ts";
import type { Vercel } from "./context.ts";
import { encoded } from "../../../ports/encoded.ts";
import { notSet } from "../not-set.ts";

/** Production variables as far as they can be read: a sensitive one never, another one by itself, decrypted. */
export async function readEnv(
  vercel: Vercel,
  names: readonly string[],
): Promise<Readonly<Record<string, HostValue>>> {
  if (names.length === 0) return {};
  const project = encoded(vercel.settings.project);
  try {
    const envs = await listed(vercel, project);
    const entries = names.map(async (name) => [name, await valueOf(vercel, project, name, envs)] as const);
    return Object.fromEntries(await Promise.all(entries));
  } catch (error) {
    // A token that may deploy need not be one that may read variables.
    if (!(error instanceof UserError) || error.code !== "PR302") throw error;
    return Object.fromEntries(names.map((name) => [name, { state: "unreadable" as const }]));
  }
}

/**
 * Sets the value of variables that production has; what else shares the variable gets it as well. Asked twice it does
 * the same, and what is unclear is read.
 */
export async function setEnv(vercel: Vercel, values: Readonly<Record<string, string>>): Promise<void> {
  const project = encoded(vercel.settings.project);
  for (const [name, value] of Object.entries(values)) {
    const envs = await listed(vercel, project);
    const entry = entryOf(name, envs);
    if (entry === undefined) throw notSet(name, "it is not there any more");
    const path = `/v9/projects/${project}/env/${entry.id}`;
    await vercel.api("PATCH", path, { json: { value }, safe: true });
    const now = await valueOf(vercel, project, name, [{ ...entry, type: "encrypted" }]);
    if (now.state !== "value" || now.value !== value) throw notSet(name, "it holds another value still");
  }
}

async function listed({ api }: Vercel, project: string): Promise<readonly EnvEntry[]> {
  const { json } = await api("GET", `/v10/projects/${project}/env`);
  return listIn("Vercel", json, "envs", shapes.variable);
}

function entryOf(name: string, envs: readonly EnvEntry[]): EnvEntry | undefined {
  return envs.find(
    ({ key, target, gitBranch }) =>
      key === name && [target ?? []].flat().includes("production") && !gitBranch,
  );
}

async function valueOf(
  { api }: Vercel,
  project: string,
  name: string,
  envs: readonly EnvEntry[],
): Promise<HostValue> {
  const entry = entryOf(name, envs);
  if (entry === undefined) return { state: "absent" };
  if (entry.type === "sensitive") return { state: "unreadable" };
  const when = entry.updatedAt === undefined ? {} : { setAt: entry.updatedAt };
  if (entry.type === "plain" && entry.value !== undefined)
    return { state: "value", value: entry.value, ...when };
  const { status, json } = await api("GET", `/v1/projects/${project}/env/${entry.id}`, {
    accept: [200, 403, 404],
  });
  const one = status === 200 ? shaped<Partial<EnvEntry>>("Vercel", json, shapes.variable) : undefined;
  if (one?.value === undefined || one.decrypted === false) return { state: "unreadable" };
  return { state: "value", value: one.value, ...when };
}
