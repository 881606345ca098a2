import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";
import { fileAt } from "../commit/file-at.ts";
import { type GateRule, type Gates, stricterGate } from "../gates/gates.ts";
import { gatedPhases } from "../phases.ts";
import type { Manifest } from "../record/record.ts";
import { isSameLogin } from "./people.ts";
import { type Rules, looserSettings, rulesIn } from "./settings.ts";

/** The rules under which a release is: the stricter of its own and of those that are live. */
export interface ReleaseRules extends Rules {
  /** What this release loosens, each in one sentence. */
  readonly loosened: readonly string[];
  /** What could not be compared. */
  readonly unverified: readonly string[];
}

export interface Comparison {
  readonly target: string;
  /** The release's own rules, `with:` included. */
  readonly own: Rules;
  /** The release's own `rollout.yml`; undefined where there is none. */
  readonly text: string | undefined;
  /** Path of `rollout.yml` in the repository. */
  readonly path: string;
  readonly commit: string;
}

/**
 * Compares the rules of a release with those of the release that is live: what this very release loosens does
 * not yet hold for it, else whoever may merge could open every gate.
 */
export async function compareWithLive(
  github: GitHub,
  live: Manifest | undefined,
  comparison: Comparison,
): Promise<ReleaseRules> {
  const { own, commit, path } = comparison;
  const same: ReleaseRules = { ...own, loosened: [], unverified: [] };
  if (live === undefined) return same;
  if (live.commit === commit) return held(same, live);
  const before = await fileAt(github, path, live.commit);
  if ("unread" in before) return closed(own, live, before.unread);
  const compared = await compareTexts(before.text, comparison);
  // Another file may have been its configuration then.
  if (compared === "not there")
    return wasGated(live) ? closed(own, live, `${path} of ${short(live)} has no such target`) : same;
  if (compared === undefined) return closed(own, live, `${path} of ${short(live)} is not a configuration`);
  return held(compared, live);
}

function wasGated({ gates = {} }: Manifest): boolean {
  return Object.values(gates).some((rule) => rule !== "none");
}

/** Gates can be declared outside of the file, by `with:`; the manifest names those, too. */
function held(rules: ReleaseRules, { gates = {} }: Manifest): ReleaseRules {
  const lost = gatesLoosened(gates, rules.gates);
  return { ...rules, gates: stricterGates(gates, rules.gates), loosened: [...rules.loosened, ...lost] };
}

/** Who may approve now and might before; where nobody might, whoever may now. */
function still(own: readonly string[], before: readonly string[]): readonly string[] {
  return before.length === 0 ? own : own.filter((one) => before.some((other) => isSameLogin(other, one)));
}

/** What cannot be read is taken at its strictest, where gates were declared: the manifest says so. */
function closed(own: Rules, live: Manifest, because: string): ReleaseRules {
  const before = live.gates ?? {};
  const gated = wasGated(live);
  const what = gated
    ? "the gates that it declared hold, and no weakness is accepted"
    : "nobody can tell whether this release loosens them";
  return {
    gates: stricterGates(before, own.gates),
    accept: gated ? [] : own.accept,
    bypass: gated ? {} : own.bypass,
    approvers: gated ? ((live.approvers && still(own.approvers, live.approvers)) ?? []) : own.approvers,
    loosened: gatesLoosened(before, own.gates),
    unverified: [`the rules of ${live.release}, which is live, cannot be read (${because}): ${what}`],
  };
}

async function compareTexts(
  before: string,
  { own, target, text, path }: Comparison,
): Promise<ReleaseRules | "not there" | undefined> {
  const { parseConfig, keysOf } = await import("../../config/config.ts");
  const read = (one: string) => parseConfig(one, path, target === "default" ? "" : target, []);
  try {
    const [was, is] = [read(before), read(text ?? "")];
    const rules = rulesIn(was);
    if (rules === undefined) return undefined;
    const bypass = gatedPhases.filter((phase) => own.bypass[phase] === true && rules.bypass[phase] !== true);
    const accept = own.accept.filter((word) => !rules.accept.includes(word));
    return {
      gates: stricterGates(rules.gates, own.gates),
      accept: own.accept.filter((word) => rules.accept.includes(word)),
      approvers: still(own.approvers, rules.approvers),
      bypass: Object.fromEntries(
        gatedPhases.map((phase) => [phase, own.bypass[phase] === true && rules.bypass[phase] === true]),
      ),
      loosened: [
        ...gatesLoosened(rules.gates, own.gates),
        ...bypass.map((phase) => `allow-bypass is new for ${phase}: it does not hold for this release yet`),
        ...accept.map((word) => `accept: ${word} is new: it does not hold for this release yet`),
        ...looserSettings(was, is, [...keysOf(before, path), ...keysOf(text ?? "", path)]),
      ],
      unverified: [],
    };
  } catch (error) {
    if (error instanceof UserError && error.code === "PR103") return "not there";
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function stricterGates(one: Gates, other: Gates): Gates {
  const rules = gatedPhases.map((phase) => [phase, stricterGate(one[phase], other[phase])] as const);
  return Object.fromEntries(rules.filter(([, rule]) => rule !== "none"));
}

function gatesLoosened(was: Gates, is: Gates): readonly string[] {
  return gatedPhases.flatMap((phase) => {
    const before: GateRule = was[phase] ?? "none";
    const now = is[phase] ?? "none";
    if (stricterGate(before, now) === now) return [];
    return [`the gate of ${phase} was ${before}, is ${now}: ${before} still holds for this release`];
  });
}

function short({ commit }: Manifest): string {
  return commit.slice(0, 12);
}
