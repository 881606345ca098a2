import { type Ending, type RunFacts, endingOf, jobOf } from "./ending.ts";
import type { Need, Needs } from "./needs.ts";
import { type PhaseName, phaseNames, phases } from "../phases.ts";

/** What can be brought back, in the order of the way back: the CDN's cache goes with the web. */
export const componentsBack = ["web", "cdn", "functions"] as const;

export type Component = (typeof componentsBack)[number];

/** A change that has begun, whatever came of it. `at` in ms since 1970, null where that is not known. */
export interface Begun {
  readonly phase: PhaseName;
  readonly component: string;
  readonly at: number | null;
}

/** What is known of the release from its receipts and of the run from GitHub. */
export interface Facts extends RunFacts {
  readonly begun: readonly Begun[];
  /** The newer release that took the target. */
  readonly supersededBy?: string;
  /** Something of it was brought back already: by an earlier attempt of this run, or by a person. */
  readonly wentBack?: boolean;
  /** Why going back would not work now, where that was tried. */
  readonly notReady?: string;
}

export interface Policy {
  readonly onRejection: "roll-back" | "hold";
  readonly onCancel: "roll-back" | "hold";
  /** Milliseconds after the first activation in which a rejection or a cancellation still undoes it. */
  readonly rollbackWindow: number;
  /** Why nothing goes back by itself: a migration that breaks the former code was let through. */
  readonly off?: string;
}

/** `none`: the release is healthy. `components` are those that users meet new, in the order of the way back. */
export interface Decision {
  readonly do: "roll-back" | "hold" | "watch" | "stop" | "none";
  readonly because: string;
  readonly components: readonly Component[];
  /** The phase whose end decided it; absent where none did. */
  readonly phase?: PhaseName;
  /** Held only because nobody could tell: it stays live, and its commit is not to blame. */
  readonly unproven?: true;
  /** Nothing was seen: what the record says of it stays. */
  readonly unsaid?: true;
}

/** Decides how a release ends. Pure; the first row that fits decides (docs: «What happens when»). */
export function decide(needs: Needs, facts: Facts, now: number, policy: Policy): Decision {
  const components = activated(facts.begun);
  const endings = endingsOf(needs, facts);
  const row =
    backAlready(facts) ??
    healthy(needs, endings, facts) ??
    unchanged(endings, facts.begun) ??
    beforeActivation(endings, components) ??
    superseded(facts) ??
    unhealthy(endings, facts) ??
    byPerson(endings, facts, now, policy) ??
    toBeHeld(endings, facts) ??
    undecided(needs, endings);
  const decided: Row = row ?? { do: "hold", because: "how the chain ended is not known" };
  if (decided.do !== "roll-back" || policy.off === undefined) return { ...decided, components };
  const because = `${decided.because}; but automatic rollback is off, because ${policy.off}`;
  return { ...decided, do: "hold", because, components };
}

type Row = Pick<Decision, "do" | "because" | "phase">;

/** How a phase ended, and how that is said. */
type Ended = readonly [phase: PhaseName, ending: Ending, said: string];
type Endings = readonly Ended[];

/** The components of a release that users meet new, or may. A staged site touches no traffic. */
export function activated(begun: readonly Begun[]): readonly Component[] {
  const own = new Set(begun.map(({ component }) => component));
  return componentsBack.filter((name) => own.has(name === "cdn" ? "web" : name));
}

function endingsOf(needs: Needs, facts: Facts): Endings {
  return phaseNames.map((phase): Ended => {
    const ending = endingOf(phase, needs[phase], facts);
    return [phase, ending, `${phase} ${wordsFor(ending, jobOf(phase, facts.jobs)?.failedStep)}`];
  });
}

/** What checks say of a release that has gone back, they say of the one before it. */
function backAlready({ wentBack = false, supersededBy, begun }: Facts): Row | undefined {
  if (!wentBack || supersededBy !== undefined || activated(begun).length === 0) return undefined;
  return {
    do: "roll-back",
    because: "it was rolled back already, and a re-run does not bring it live again",
  };
}

function healthy(needs: Needs, endings: Endings, { begun, notReady }: Facts): Row | undefined {
  const known = endings.filter(([phase]) => needs[phase] !== undefined);
  const empty = needs.plan?.result === "success" && needs.plan.outputs["work"] === "none";
  const passed = known.every(([, ending]) => ending === "passed" || (empty && ending === "unreached"));
  if (known.length === 0 || !passed) return undefined;
  if (empty && begun.length === 0) return { do: "none", because: "there was nothing to release" };
  if (notReady !== undefined) return { do: "hold", because: `going back would not work now: ${notReady}` };
  return { do: "none", because: "every phase passed" };
}

function unchanged(endings: Endings, begun: readonly Begun[]): Row | undefined {
  // A staged site, and bundles that wait, are seen by nobody.
  if (begun.some(({ component }) => component !== "web-staged")) return undefined;
  return { do: "stop", because: `${whatEnded(endings)}, and nothing was changed yet` };
}

function beforeActivation(endings: Endings, components: readonly Component[]): Row | undefined {
  if (components.length > 0) return undefined;
  const early = endings.filter(([phase, ending]) => !isFine(ending) && !isVerdictLate(phase, ending));
  if (early.length === 0) return undefined;
  const because = `${whatEnded(endings)} before anything was activated; what was migrated stays, as recorded`;
  return { do: "hold", because };
}

/** `observe` without a verdict ends no chain: all of it was done. */
function isVerdictLate(phase: PhaseName, ending: Ending): boolean {
  return phase === "observe" && ending === "inconclusive";
}

/** Who took the target builds on what this release has activated, and may have proven it healthy: it is not pulled away. */
function superseded({ supersededBy }: Facts): Row | undefined {
  if (supersededBy === undefined) return undefined;
  return { do: "hold", because: `${supersededBy} has taken the target meanwhile` };
}

function unhealthy(endings: Endings, { begun }: Facts): Row | undefined {
  const [phase, , said] = endings.find(([name, how]) => breaks(name, how, begun)) ?? [];
  if (phase === undefined || said === undefined) return undefined;
  const what = phases[phase].changes ? `${said} after activation had begun` : said;
  return { do: "roll-back", because: what, phase };
}

/** Whether a phase's end says that what users meet is not healthy. */
function breaks(phase: PhaseName, ending: Ending, begun: readonly Begun[]): boolean {
  if (phase === "smoke" || phase === "observe") return ending === "failed";
  if (phase !== "deploy-functions" && phase !== "deploy-web") return false;
  // Whatever a lost runner was about to do, a release that is half live does not wait for a person.
  if (ending === "lost") return activated(begun).length > 0;
  // A phase that refused to begin has changed nothing: unless it says fail, a person decides.
  return ending === "failed" || (ending === "errored" && begun.some((one) => one.phase === phase));
}

function byPerson(endings: Endings, facts: Facts, now: number, policy: Policy): Row | undefined {
  const [phase, ending, said] = endings.find(([, how]) => how === "rejected" || how === "cancelled") ?? [];
  if (phase === undefined || said === undefined) return undefined;
  const wanted = ending === "rejected" ? policy.onRejection : policy.onCancel;
  const first = firstActivation(facts, now);
  if (first === undefined || now - first > policy.rollbackWindow) {
    const since = first === undefined ? "at an unknown time" : `${minutes(now - first)} ago`;
    return { do: "hold", because: `${said}, but the first activation was ${since}`, phase };
  }
  const because = `${said} within ${minutes(policy.rollbackWindow)} of the first activation`;
  return { do: wanted, because, phase };
}

function firstActivation({ begun }: Facts, now: number): number | undefined {
  const times = begun.flatMap(({ component, at }) => (isComponent(component) && at !== null ? [at] : []));
  if (times.length === 0) return undefined;
  // A clock that is a little behind GitHub's is no reason to hold.
  return Math.min(now, ...times);
}

function isComponent(name: string): boolean {
  return (componentsBack as readonly string[]).includes(name);
}

function toBeHeld(endings: Endings, { notReady }: Facts): Row | undefined {
  const [, , said] = endings.find(([name, how]) => !isFine(how) && !isVerdictLate(name, how)) ?? [];
  if (said !== undefined) return { do: "hold", because: said };
  if (notReady !== undefined) return { do: "hold", because: `going back would not work now: ${notReady}` };
  return undefined;
}

function undecided({ observe }: Needs, endings: Endings): Row | undefined {
  if (!endings.some(([phase, ending]) => isVerdictLate(phase, ending))) return undefined;
  return { do: "watch", because: `observe has no verdict yet${sayCounts(observe)}` };
}

/** What `observe` has counted so far, where it said so. */
export function sayCounts(observe: Need | undefined): string {
  const { failed = "", attempts = "" } = observe?.outputs ?? {};
  return /^\d+$/.test(failed) && /^\d+$/.test(attempts) ? `: ${failed} of ${attempts} attempts failed` : "";
}

function isFine(ending: Ending): boolean {
  return ending === "passed" || ending === "unreached";
}

function whatEnded(endings: Endings): string {
  const [, , said] = endings.find(([, how]) => !isFine(how)) ?? [];
  return said ?? "the chain did not go on";
}

const words: Readonly<Record<Ending, string>> = {
  passed: "passed",
  failed: "says fail",
  errored: "ended with an error",
  inconclusive: "is inconclusive",
  "commands-failed": "says that a quality command fails",
  "failed-elsewhere": "passed, but another step of its job failed",
  rejected: "was rejected",
  expired: "never started (its approval expired, or nothing let it through)",
  cancelled: "was cancelled",
  lost: "lost its runner",
  unreached: "was not reached",
};

/** A job that says nothing of itself need not have lost its runner: its checkout may have failed, which GitHub tells. */
function wordsFor(ending: Ending, step: string | undefined): string {
  if (step !== undefined && ending === "lost") return `failed in its step «${step}»`;
  if (step !== undefined && ending === "failed-elsewhere")
    return `passed, but its job failed in the step «${step}»`;
  return words[ending];
}

function minutes(ms: number): string {
  return `${Math.round(ms / 60_000)} min`;
}
