import { heldIn } from "../../action/held-in.ts";
import { digest, type Json } from "../canonical.ts";
import { type schemaOf } from "../formats.ts";
import type { Gate, Gates } from "../gates/gates.ts";
import type { Form } from "../../ports/misfit.ts";
import type { PhaseName } from "../phases.ts";

/** Whether a part can be undone, and if not, why. */
export type Undo = { readonly possible: "yes" } | { readonly possible: "no"; readonly why: string };

/** One file of a change, with its lines. `lines` is undefined where it is no text, or is not known. */
export interface FileChange {
  readonly path: string;
  readonly is: "new" | "gone" | "changed";
  readonly lines?: { readonly added: number; readonly removed: number };
}

/**
 * One change as a person looks at it before approving. It is shown and kept, never digested: what decides stands
 * in `decisions`. Its texts come from the repository and from vendors.
 */
export interface Detail {
  /** What changes: a migration, a function, a route. */
  readonly what: string;
  /** How, a few words each. */
  readonly how: readonly string[];
  /** What may go wrong by it, a sentence each: what the judge was told to allow, what opens to the world. */
  readonly beware: readonly string[];
  readonly files?: readonly FileChange[];
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly source?: { readonly language: "sql"; readonly text: string };
}

/**
 * What one phase would change. `decisions` (files, live ids, ledger, settings) are what a person approves
 * and are digested; `measurements` (sizes, times) may differ from plan to plan. `says` is for people.
 */
export interface PlanPart {
  readonly phase: PhaseName;
  readonly work: "none" | "some";
  readonly decisions: Json;
  readonly measurements: Json;
  readonly undo: Undo;
  /** What could not be proven, each in one sentence. */
  readonly unverified: readonly string[];
  /** One line a change. */
  readonly says: readonly string[];
  /** What `says` says, one by one and with what a person looks into. */
  readonly details?: readonly Detail[];
  /** What was tried of all changes together; shown and kept like details. */
  readonly trials?: readonly Trial[];
}

/** A table of what was tried, with a sentence that says what its signs mean. */
export interface Trial {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly says: string;
}

/** Under which rules a release is, and what people should know of them. */
export interface PlannedRules {
  readonly gates: readonly Gate[];
  /** The gates that the release's own `rollout.yml` declares. */
  readonly declared: Gates;
  /** What this very release loosens: the rules of the release that is live still hold for it. */
  readonly loosened: readonly string[];
  /** Weaknesses of environments that are declared as meant. */
  readonly accepted: readonly string[];
  readonly unverified: readonly string[];
}

/** `plan.json`. `base` is the release that was live, where the record knows one. */
export interface Plan {
  readonly schema: ReturnType<typeof schemaOf<"plan">>;
  readonly release: string;
  readonly target: string;
  readonly commit: string;
  /** The attempt of the run that made it. */
  readonly attempt: number;
  readonly base: string | null;
  readonly parts: readonly PlanPart[];
  readonly gates: readonly Gate[];
  readonly rules: Omit<PlannedRules, "gates">;
  readonly digests: Readonly<Record<string, string>>;
  /** Seen in the repository, but not deployed by this suite. */
  readonly notDeployed: readonly string[];
  /** What `observe` will come to, from the traffic that there was; shown and kept, never digested. */
  readonly forecast?: readonly string[];
  /** What people are asked to look at; shown, told and kept, never digested. */
  readonly checklist?: readonly string[];
  /** Why nothing goes back by itself though no part says so: what a release that was held has left. */
  readonly noRollback?: string;
}

const texts: Form = { each: "text" };

/** What is read of `plan.json` before a gate, and for a message. */
export const planForm: Form = {
  fields: {
    release: "text",
    target: "text",
    commit: { optional: "text" },
    parts: { each: { fields: { phase: "text", says: { optional: texts } } } },
    gates: {
      each: {
        fields: { phase: "text", environment: "text", declared: "text", reviewers: { optional: texts } },
      },
    },
    checklist: { optional: texts },
    noRollback: { optional: "text" },
  },
};

/** What is read of it on the way back: no more, since a plan that cannot be read forbids nothing. */
export const planBackForm: Form = {
  fields: {
    release: "text",
    parts: {
      each: {
        fields: { phase: "text", decisions: { maybe: { fields: { breaking: { optional: texts } } } } },
      },
    },
    noRollback: { optional: "text" },
  },
};

/** The digest that a gate's approval is bound to. */
export function partDigest(part: PlanPart): string {
  return digest({ phase: part.phase, work: part.work, decisions: part.decisions });
}

/** The paths at which two decisions differ, as `functions.hello.source`; at most `limit` of them. */
export function differences(
  was: Json | undefined,
  is: Json | undefined,
  limit = 5,
  path = "",
): readonly string[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!isObject(was) || !isObject(is)) return [path || "(everything)"];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return keys
    .flatMap((key) =>
      differences(heldIn(was, key), heldIn(is, key), limit, path === "" ? key : `${path}.${key}`),
    )
    .slice(0, limit);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null;
}
