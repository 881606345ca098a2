import type { Runtime } from "../../action/runtime.ts";
import { type Weakness, acceptInput } from "./accept.ts";
import { type Gates, gateInputs, gatesInput } from "../gates/gates.ts";
import { type GatedPhase, gatedPhases } from "../phases.ts";
import type { Config } from "../../config/config.ts";

/** What holds a release, of one `rollout.yml` and target. */
export interface Rules {
  readonly gates: Gates;
  readonly accept: readonly Weakness[];
  /** Gates at which an admin's bypass is let through. */
  readonly bypass: Readonly<Partial<Record<GatedPhase, boolean>>>;
  /** Who may let a slice pass a gate. */
  readonly approvers: readonly string[];
}

/** The rules as a file declares them; undefined where they cannot be understood. */
export function rulesIn(config: Pick<Config, "lookup">): Rules | undefined {
  const raw = (section: string, key: string): unknown => config.lookup(section, key)?.raw ?? undefined;
  const gates = gatesInput("").parse(raw("plan", "gates") ?? "none");
  const accept = acceptInput.parse(raw("plan", "accept") ?? "");
  if (!("value" in gates) || !("value" in accept)) return undefined;
  const bypass = gatedPhases.map((phase) => [phase, isTrue(raw(phase, "allow-bypass"))] as const);
  const approvers = texts(raw("plan", "approvers"));
  return { gates: gates.value, accept: accept.value, bypass: Object.fromEntries(bypass), approvers };
}

/** The gates at which a bypass is allowed, from the sections of their phases. */
export function bypassIn(section: Runtime["section"]): Rules["bypass"] {
  const own = { "allow-bypass": gateInputs["allow-bypass"] };
  return Object.fromEntries(gatedPhases.map((phase) => [phase, section(phase, own).allowBypass]));
}

type Looser = (was: unknown, is: unknown) => boolean;

const grows: Looser = (was, is) => texts(is).some((one) => !texts(was).includes(one));
const shrinks: Looser = (was, is) =>
  grows(is, was) || (texts(is).includes("none") && !texts(was).includes("none"));

/** Settings that hold a release back, and when a change of one lets more through. */
const held: Readonly<Record<string, Looser>> = {
  approvers: (was, is) => texts(was).length > 0 && (grows(was, is) || texts(is).length === 0),
  "required-checks": shrinks,
  "release-refs": grows,
  "out-of-order": grows,
  "require-healthy": (was, is) => isFalse(is) && !isFalse(was),
  "staged-specs": (was, is) => isFalse(is) && !isFalse(was),
  "on-unverified": (was, is) => is === "warn" && was !== "warn",
};

/** Every setting that lets more through than it did; the gates apart. `keys` are all keys of both files. */
export function looserSettings(
  was: Pick<Config, "lookup">,
  is: Pick<Config, "lookup">,
  keys: readonly string[],
): readonly string[] {
  const switches = keys.filter((key) => key.startsWith("allow-") && key !== "allow-bypass");
  const rules = { ...held, ...Object.fromEntries(switches.map((key) => [key, turnedOn])) };
  // Any key may be a section here; one that is none has nothing in it but what its target has.
  const sections = ["plan", ...keys];
  return Object.entries(rules).flatMap(([key, looser]) => {
    const changed = sections
      .map((section) => [was.lookup(section, key)?.raw, is.lookup(section, key)?.raw] as const)
      .find(([before, now]) => looser(before, now));
    return changed === undefined ? [] : [`${key} was ${shown(changed[0])}, is ${shown(changed[1])}`];
  });
}

const turnedOn: Looser = (was, is) => isTrue(is) && !isTrue(was);

function shown(raw: unknown): string {
  if (raw === undefined || raw === null || raw === "") return "not set";
  return typeof raw === "string" ? raw.slice(0, 100) : (JSON.stringify(raw) ?? "").slice(0, 100);
}

function texts(raw: unknown): readonly string[] {
  const list = Array.isArray(raw) ? raw.map(String) : typeof raw === "string" ? raw.split(/[\n,]/) : [];
  return list.map((one) => one.trim().toLowerCase()).filter((one) => one !== "");
}

function isTrue(raw: unknown): boolean {
  return raw === true || raw === "true";
}

function isFalse(raw: unknown): boolean {
  return raw === false || raw === "false";
}
