import { type Input, type Parsed, isScalar, splitList } from "../../action/input.ts";

/** What may be weak on purpose, and what it is about. */
export const weaknesses = {
  "self-review": "who started a release may approve it",
  "admin-bypass": "an admin may let a job through a gate",
  "any-branch": "a gate's environment admits any branch",
  "shared-environment": "one approval passes several gates",
  "waiting-rollback": "the rollback waits for a person or a timer",
  "waiting-checks": "phases without a gate wait for a person or a timer",
  "open-secrets": "secrets of rollback or plan can be reached from any branch",
} as const;

export type Weakness = keyof typeof weaknesses;

const words = Object.keys(weaknesses) as readonly Weakness[];

/** The input `accept`: weaknesses of environments that a team has chosen. */
export const acceptInput: Input<readonly Weakness[]> = {
  description: `Weaknesses of environments that are meant, of: ${words.join(", ")}. Any other stops the release.`,
  required: false,
  secret: false,
  fallback: "",
  kind: "list",
  parse,
  schema: { type: ["array", "string"], items: { enum: [...words] } },
};

function parse(raw: unknown): Parsed<readonly Weakness[]> {
  const given =
    typeof raw === "string" ? splitList(raw) : Array.isArray(raw) && raw.every(isScalar) ? raw : undefined;
  const known = given?.map((one) => words.find((word) => word === one));
  if (known && !known.includes(undefined)) return { value: known.filter((word) => word !== undefined) };
  return { expected: `a list of ${words.join(", ")}`, write: "[self-review]" };
}
