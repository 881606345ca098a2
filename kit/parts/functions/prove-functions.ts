import type { Runtime } from "../../action/runtime.ts";
import { sha256 } from "../../release/canonical.ts";
import type { Verdict } from "../../release/verdict.ts";
import { inParallel } from "./change/in-parallel.ts";
import type { Live, LiveFunction } from "./live/inspect-live.ts";
import type { WantedFunction } from "./declared/inspect-wanted.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { type Invoked, invoke } from "./invoke.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** A verdict with its lines of evidence and a row for each function: name, version, verify_jwt, answer. */
export interface Proof extends Verdict {
  readonly evidence: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was found of one function; a fault fails the proof, a doubt only stands in the evidence. */
interface Check {
  readonly slug: string;
  readonly now: LiveFunction | undefined;
  readonly answer: Invoked;
  readonly listed: string | undefined;
  readonly source: SourceCheck;
  readonly serves: boolean;
}

type SourceCheck =
  { readonly same: "read" | "by-bundle" } | { readonly fault: string } | { readonly doubt: string };

/**
 * Whether functions, of which `live` was read after their activation, are live as they are wanted: active, with the
 * declared verify_jwt, with the sources that were sent, and serving when they are called.
 * @throws {UserError} PR102 for a wrong health request.
 */
export async function proveFunctions(
  inputs: FunctionsInputs,
  wanted: readonly WantedFunction[],
  live: Live,
  world: World,
): Promise<Proof> {
  const check = async (one: WantedFunction): Promise<Check> => {
    const { slug } = one;
    const now = live.functions.get(slug);
    const notLive: Invoked = { slug, level: "failed", said: `${slug} was not called` };
    const answer = now === undefined ? notLive : await invoke(slug, inputs, world);
    const serves = answer.level === "healthy" || (answer.level !== "failed" && !inputs.requireHealth);
    return { slug, now, answer, listed: listedFault(one, now), source: checkSource(one, now), serves };
  };
  // The functions answer, not the platform's API: no limit but our own.
  const checks = await inParallel(wanted, check, 64);
  const faults = checks.map(faultsOf);
  const n = wanted.length;
  const x = faults.filter((some) => some.length === 0).length;
  const untold = checks.filter(({ answer }) => answer.level === "untold").map(({ slug }) => slug);
  return { ...judge(faults.flat(), n, untold), x, n, evidence: evidenceOf(checks), rows: checks.map(rowOf) };
}

function faultsOf({ now, listed, source, answer, serves }: Check): readonly string[] {
  if (now === undefined && listed !== undefined) return [listed];
  return [
    ...(listed === undefined ? [] : [listed]),
    ...("fault" in source ? [source.fault] : []),
    ...(serves ? [] : [answer.said]),
  ];
}

function evidenceOf(checks: readonly Check[]): readonly string[] {
  const n = checks.length;
  const count = (test: (check: Check) => boolean): number => checks.filter(test).length;
  const byBundle = count(({ source }) => "same" in source && source.same === "by-bundle");
  const reachable = checks.filter(({ answer }) => answer.level === "reachable");
  return [
    `${count(({ listed }) => listed === undefined)} of ${n} functions are active with the declared verify_jwt`,
    `${count(({ source }) => "same" in source)} of ${n} functions have the sources that were sent`,
    ...(byBundle === 0
      ? []
      : [`${byBundle} of ${n} by the sum of the bundle that was built of them: too many to read back`]),
    `${count(({ answer }) => answer.level === "healthy")} of ${n} functions answer their health request`,
    ...reachable.map(({ answer }) => `reachable only: ${answer.said}`),
    ...checks.flatMap(({ answer }) => (answer.level === "untold" ? [`not told: ${answer.said}`] : [])),
    ...checks.flatMap(({ source }) => ("doubt" in source ? [source.doubt] : [])),
  ];
}

function rowOf({ slug, now, answer }: Check): readonly string[] {
  const version = now === undefined ? "-" : String(now.listed.version);
  const jwt = now === undefined ? "-" : String(now.state.settings.verifyJwt);
  return [slug, version, jwt, answer.said];
}

function judge(
  faults: readonly string[],
  n: number,
  untold: readonly string[],
): Pick<Verdict, "verdict" | "reason" | "next"> {
  if (faults.length === 0 && untold.length > 0) {
    const reason = `${n} of ${n} functions are live; whether ${untold.join(", ")} serves is not told.`;
    return { verdict: "pass", reason, next: "Pass `functions-key`, so that they are called for real." };
  }
  if (faults.length === 0) {
    return { verdict: "pass", reason: `${n} of ${n} functions are live and answer.`, next: "Nothing to do." };
  }
  return {
    verdict: "fail",
    reason: `${faults.join("; ")}.`,
    next: "The chain's rollback puts the functions back; standing alone, deploy the former commit.",
  };
}

function listedFault({ slug, state }: WantedFunction, now: LiveFunction | undefined): string | undefined {
  if (now === undefined) return `${slug} is not live`;
  if (now.listed.status !== "ACTIVE") return `${slug} is ${now.listed.status}`;
  const { verifyJwt } = now.state.settings;
  if (verifyJwt === state.settings.verifyJwt) return undefined;
  return `${slug}: verify_jwt is ${verifyJwt}, declared is ${state.settings.verifyJwt}`;
}

/** A platform may leave out files that it does not run: then what it does give back must be what was sent. */
function checkSource({ slug, source, state }: WantedFunction, now: LiveFunction | undefined): SourceCheck {
  if (now === undefined) return { doubt: `${slug}: there are no live sources` };
  if (now.state.digest === state.digest) return { same: now.unread === true ? "by-bundle" : "read" };
  if (now.source === undefined) {
    return { doubt: `${slug}: the live sources cannot be read (${now.unreadable ?? "no reason"})` };
  }
  const sent = new Map(source.files.map(({ path, content }) => [path, sha256(content)]));
  const shared = now.source.files.filter(({ path }) => sent.has(path));
  const other = shared.filter(({ path, content }) => sent.get(path) !== sha256(content));
  const names = other.map(({ path }) => path).join(", ");
  if (other.length > 0) return { fault: `${slug}: ${names} is not what was sent` };
  return {
    doubt: `${slug}: ${shared.length} of ${source.files.length} files can be read back, and are what was sent`,
  };
}
