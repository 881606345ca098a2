import type { Runtime } from "../../action/runtime.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import { sha256 } from "../../release/canonical.ts";
import type { Verdict } from "../../release/verdict.ts";
import { inParallel } from "./in-parallel.ts";
import { type LiveFunction, inspectLive } from "./inspect-live.ts";
import type { WantedFunction } from "./inspect-wanted.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { invoke } from "./invoke.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** A verdict with its lines of evidence and a row for each function: name, version, verify_jwt, answer. */
export interface Proof extends Verdict {
  readonly evidence: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Whether functions are live as they are wanted: active, with the declared verify_jwt, with the sources that
 * were sent, and serving when they are called.
 * @throws {UserError} PR102 for a wrong health request, PR301 to PR307 when the platform cannot be asked.
 */
export async function proveFunctions(
  inputs: FunctionsInputs,
  wanted: readonly WantedFunction[],
  world: World,
): Promise<Proof> {
  const live = await inspectLive(
    functionsApi(world, inputs),
    wanted.map(({ slug }) => slug),
  );
  const invoked = await inParallel(wanted, ({ slug }) => invoke(slug, inputs, world));
  const checks = wanted.map((one, index) => {
    const now = live.functions.get(one.slug);
    const answer = invoked[index] ?? { slug: one.slug, level: "failed" as const, said: "not called" };
    return { slug: one.slug, now, answer, listed: listedFault(one, now), source: sourceFault(one, now) };
  });
  const enough = inputs.requireHealth ? ["healthy"] : ["healthy", "reachable"];
  const unserved = checks.filter(({ answer }) => !enough.includes(answer.level));
  const faults = [
    ...checks.flatMap(({ listed }) => (listed === undefined ? [] : [listed])),
    ...checks.flatMap(({ source }) => (source?.startsWith("!") ? [source.slice(1)] : [])),
    ...unserved.map(({ answer }) => answer.said),
  ];
  const n = wanted.length;
  const count = (test: (check: (typeof checks)[number]) => boolean): number => checks.filter(test).length;
  const healthy = count(({ answer }) => answer.level === "healthy");
  const reachable = checks.filter(({ answer }) => answer.level === "reachable");
  const evidence = [
    `${count(({ listed }) => listed === undefined)} of ${n} functions are active with the declared verify_jwt`,
    `${count(({ source }) => source === undefined)} of ${n} functions have the sources that were sent`,
    `${healthy} of ${n} functions answer their health request`,
    ...reachable.map(({ answer }) => `reachable only: ${answer.said}`),
    ...checks.flatMap(({ source }) => (source !== undefined && !source.startsWith("!") ? [source] : [])),
  ];
  const rows = checks.map(({ slug, now, answer }) => [
    slug,
    now === undefined ? "-" : String(now.listed.version),
    now === undefined ? "-" : String(now.state.settings.verifyJwt),
    answer.said,
  ]);
  const x = n - new Set(faults).size;
  return { ...judge(faults, n), x: Math.max(0, x), n, evidence, rows };
}

function judge(faults: readonly string[], n: number): Pick<Verdict, "verdict" | "reason" | "next"> {
  if (faults.length === 0) {
    return { verdict: "pass", reason: `All ${n} functions are live and answer.`, next: "Nothing to do." };
  }
  return {
    verdict: "fail",
    reason: `${faults.join("; ")}.`,
    next: "The functions go back to what they were, if the chain's rollback runs; else redeploy the former release.",
  };
}

function listedFault({ slug, state }: WantedFunction, now: LiveFunction | undefined): string | undefined {
  if (now === undefined) return `${slug} is not live`;
  if (now.listed.status !== "ACTIVE") return `${slug} is ${now.listed.status}`;
  const { verifyJwt } = now.state.settings;
  if (verifyJwt === state.settings.verifyJwt) return undefined;
  return `${slug}: verify_jwt is ${verifyJwt}, declared is ${state.settings.verifyJwt}`;
}

/**
 * Undefined when the live sources are the wanted ones. A text that begins with `!` is a fault; others say
 * what could not be compared: a platform may leave files out that it does not run.
 */
function sourceFault(
  { slug, source, state }: WantedFunction,
  now: LiveFunction | undefined,
): string | undefined {
  if (now === undefined || now.state.digest === state.digest) return undefined;
  if (now.source === undefined)
    return `${slug}: the live sources cannot be read (${now.unreadable ?? "no reason"})`;
  const sent = new Map(source.files.map(({ path, content }) => [path, sha256(content)]));
  const shared = now.source.files.filter(({ path }) => sent.has(path));
  const other = shared.filter(({ path, content }) => sent.get(path) !== sha256(content));
  if (other.length > 0) return `!${slug}: ${other.map(({ path }) => path).join(", ")} is not what was sent`;
  return `${slug}: ${shared.length} of ${source.files.length} files can be read back, and are what was sent`;
}
