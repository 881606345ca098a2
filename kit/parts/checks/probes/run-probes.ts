import { randomUUID } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { type BrowserCookie, isProtected } from "../access.ts";
import type { Judged } from "../judge-suite.ts";
import { accountsOf } from "../suite-env.ts";
import { type AskProbe, type Asking, type ProbeAccess, probeAsker } from "./ask-probe.ts";
import { captured, misfitsOf } from "./match.ts";
import type { Probe } from "./probe.ts";

/** What became of one probe. `unasked`: what it needs was not there, or the verdict was known. */
export interface ProbeRow {
  readonly probe: Probe;
  readonly is: "passed" | "failed" | "unreachable" | "unasked";
  /** What is wrong, or why it was not asked. */
  readonly said: string;
}

/** What probes came to. Only `failed` says that what was asked is broken. */
export interface ProbesResult extends Judged {
  readonly rows: readonly ProbeRow[];
  readonly seconds: number;
  /** What was captured: whoever shows it knows that it may open something. */
  readonly values: ReadonlyMap<string, unknown>;
}

export interface ProbeInputs extends ProbeAccess {
  readonly probes: readonly Probe[];
  readonly playwrightAccounts: string | undefined;
}

/** Where probes are asked. */
export interface ProbeRun {
  readonly origin: string;
  readonly cookies?: readonly BrowserCookie[];
  /** Only those that have it; undefined for all. */
  readonly tag?: string | undefined;
}

type World = Pick<Runtime, "http" | "signal" | "clock" | "log">;

/** All of them twice at most, from a fresh beginning: a request that was cut off may have done its work. */
const tries = 2;
const pause = 1000;

/**
 * Asks the probes in their order, and all of them once more where one does not pass. Undefined where there are none.
 * @throws {UserError} PR102 for an account or a project that is not given.
 */
export async function runProbes(
  inputs: ProbeInputs,
  { origin, cookies = [], tag }: ProbeRun,
  world: World,
): Promise<ProbesResult | undefined> {
  const given = givenTo(inputs, origin);
  const probes = tag === undefined ? inputs.probes : askable(selected(inputs.probes, tag), given, world);
  if (probes.length === 0) return undefined;
  refuseMissing(probes, given);
  const began = world.clock.now();
  const asksOrigin = probes.some(({ asked }) => asked.kind === "path");
  if (asksOrigin && (await isProtected(world, origin, cookies)))
    return notAsked(probes, { outcome: "protected", reason: `${origin} is behind a login page` });
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const ask = await probeAsker(probes, { origin, cookie }, inputs, world);
  for (let attempt = 1; ; attempt += 1) {
    const asked = await askAll(probes, given, ask);
    const first = firstOf(asked.rows);
    if (first === undefined || attempt === tries)
      return { ...judge(asked.rows, attempt), ...asked, seconds: (world.clock.now() - began) / 1000 };
    world.log.info(`«${first.probe.name}» ${first.said}; all probes are asked once more.`);
    await world.clock.sleep(pause, world.signal);
  }
}

/** The probes that have a tag, or all. */
export function selected(probes: readonly Probe[], tag: string | undefined): readonly Probe[] {
  return tag === undefined ? probes : probes.filter(({ tags }) => tags.includes(tag));
}

/** What was not asked, and why: that says nothing of what is live. */
export function notAsked(probes: readonly Probe[], judged: Judged): ProbesResult {
  const rows = probes.map((probe) => row(probe, "unasked", judged.reason));
  return { ...judged, rows, seconds: 0, values: new Map() };
}

/** What names stand for before anything is asked. */
function givenTo(
  { supabase, playwrightAccounts }: ProbeInputs,
  origin: string,
): ReadonlyMap<string, unknown> {
  const accounts = Object.entries(accountsOf(playwrightAccounts ?? ""));
  return new Map<string, unknown>([
    ["origin", origin],
    ...(supabase === undefined ? [] : [["supabase", supabase] as const]),
    ...accounts.map(([name, value]) => [`account.${name}`, value] as const),
  ]);
}

/** A job that is given no accounts leaves out the probes that need them, and those that need these. */
function askable(
  probes: readonly Probe[],
  given: ReadonlyMap<string, unknown>,
  { log }: Pick<World, "log">,
): readonly Probe[] {
  const out = new Set<string>();
  const left = probes.filter(({ uses, capture }) => {
    const lacks = uses.some((name) => out.has(name) || (name.startsWith("account.") && !given.has(name)));
    if (lacks) for (const [name] of capture) out.add(name);
    return !lacks;
  });
  const less = probes.length - left.length;
  if (less > 0) log.info(`${less} of ${probes.length} probes need accounts, which this job does not have.`);
  return left;
}

function refuseMissing(probes: readonly Probe[], given: ReadonlyMap<string, unknown>): void {
  for (const { name, uses, place } of probes) {
    const missing = uses.find((one) => (one === "supabase" || one.startsWith("account.")) && !given.has(one));
    if (missing === undefined) continue;
    throw new UserError(
      "PR102",
      `${place ?? "smoke.probes"}: the probe «${name}» uses {${missing}}, which is not given. Nothing was asked.`,
      missing === "supabase"
        ? "Write supabase: <project ref> for this target."
        : "Write NAME=value into the secret `playwright-accounts`.",
    );
  }
}

/** One after the other: what one captures, later ones use. */
async function askAll(
  probes: readonly Probe[],
  given: ReadonlyMap<string, unknown>,
  ask: AskProbe,
): Promise<Pick<ProbesResult, "rows" | "values">> {
  const values = new Map<string, unknown>();
  const rows: ProbeRow[] = [];
  let silent = false;
  for (const probe of probes) {
    const known = new Map([...given, ...values, ["uuid", randomUUID()] as const]);
    const missing = probe.uses.find((name) => !known.has(name));
    if (silent || missing !== undefined) {
      rows.push(row(probe, "unasked", silent ? "the verdict was known" : `nothing gave it {${missing}}`));
      continue;
    }
    const found = await ask(probe, known);
    // What does not answer would be waited for again and again.
    silent = !("answer" in found);
    rows.push(rowOf(probe, found, known));
    if (!("answer" in found) || rows.at(-1)?.is !== "passed") continue;
    for (const [name, value] of captured(probe, found.answer)) values.set(name, value);
  }
  return { rows, values };
}

function rowOf(probe: Probe, found: Asking, known: ReadonlyMap<string, unknown>): ProbeRow {
  if (!("answer" in found)) return row(probe, found.unreachable ? "unreachable" : "failed", found.why);
  const misfits = misfitsOf(probe, found.answer, known);
  if (misfits.length === 0) return row(probe, "passed", "");
  return row(probe, busy(found.answer, probe) ? "unreachable" : "failed", misfits.join("; "));
}

/** Who is asked too often says nothing of the release. */
function busy({ status }: { readonly status: number }, { expect }: Probe): boolean {
  return status === 429 && !expect.status.includes(429);
}

function judge(rows: readonly ProbeRow[], attempt: number): Judged {
  const asked = rows.filter(({ is }) => is !== "unasked").length;
  const first = firstOf(rows);
  if (first === undefined && attempt > 1)
    return { outcome: "flaky", reason: `all ${asked} probes passed, but not at the first try` };
  if (first === undefined) return { outcome: "passed", reason: `all ${asked} probes passed` };
  const failed = rows.filter(({ is }) => is === "failed").length;
  const more = failed > 1 ? ` (and ${failed - 1} more)` : "";
  const reason = `«${first.probe.name}» ${first.said}${more}`;
  return { outcome: first.is === "failed" ? "failed" : "infra-error", reason };
}

/** What failed says most; then what could not be reached. */
function firstOf(rows: readonly ProbeRow[]): ProbeRow | undefined {
  return rows.find(({ is }) => is === "failed") ?? rows.find(({ is }) => is !== "passed");
}

function row(probe: Probe, is: ProbeRow["is"], said: string): ProbeRow {
  return { probe, is, said };
}
