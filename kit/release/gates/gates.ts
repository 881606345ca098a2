import { type Input, type Parsed, flag, list } from "../../action/input.ts";
import { mapFromText } from "../../action/input-map.ts";
import { type GatedPhase, gatedPhases } from "../phases.ts";
import { isObject } from "../../ports/json-object.ts";

/** What a gate must have on GitHub: reviewers, a wait timer, or nothing. */
export type GateRule = "reviewers" | "wait-timer" | "none";

/**
 * A gate and what was found of it. `declared` is what holds for the release: where it loosens the rules of the
 * release that is live, theirs.
 */
export interface Gate {
  readonly phase: GatedPhase;
  readonly environment: string;
  readonly declared: GateRule;
  readonly found: readonly string[];
  /** Who may approve: logins, and teams as `@slug`. */
  readonly reviewers: readonly string[];
  /** Whether an admin's bypass is let through. */
  readonly bypass: boolean;
}

export type Gates = Readonly<Partial<Record<GatedPhase, GateRule>>>;

const strictness: readonly GateRule[] = ["none", "wait-timer", "reviewers"];

/** Of two rules the one that holds more back. */
export function stricterGate(one: GateRule = "none", other: GateRule = "none"): GateRule {
  return strictness.indexOf(one) > strictness.indexOf(other) ? one : other;
}

/** Who may let a slice pass a gate where GitHub has no reviewers to offer. */
export const approversInput = list({
  description:
    "Logins who may start a slice behind a declared gate, where the repository cannot have reviewers: their start is the approval. Nobody lets pass what they began themselves.",
  default: "",
});

/** What a gated phase is told of its gate. */
export const gateInputs = {
  approvers: approversInput,
  gates: gatesInput("What the environments of the phases must have, as declared for the target."),
  "allow-bypass": flag({
    description:
      "Whether a gate that an admin has bypassed lets its phase begin, with a warning. Otherwise a phase refuses that nobody has approved.",
    default: "false",
  }),
};

/** The input `gates`: `none`, or the rule that each gated phase's environment must have. */
export function gatesInput(description: string): Input<Gates> {
  return {
    description,
    required: false,
    secret: false,
    fallback: "none",
    kind: "`none` or rule by phase",
    parse,
    schema: {
      anyOf: [
        { const: "none" },
        { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
        {
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries(
            gatedPhases.map((phase) => [phase, { enum: ["reviewers", "wait-timer", "none"] }]),
          ),
        },
      ],
    },
  };
}

function parse(raw: unknown): Parsed<Gates> {
  if (raw === "none") return { value: {} };
  const refused = {
    expected: "none, or reviewers / wait-timer / none by phase",
    write: "{ migrate: reviewers }",
  };
  const map = typeof raw === "string" ? mapFromText(raw) : raw;
  if (!isObject(map)) return refused;
  const fits = Object.entries(map).every(
    ([phase, rule]) =>
      (gatedPhases as readonly string[]).includes(phase) &&
      ["reviewers", "wait-timer", "none"].some((known) => known === rule),
  );
  return fits ? { value: map } : refused;
}
