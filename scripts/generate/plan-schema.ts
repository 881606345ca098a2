import { gatedPhases, phaseNames } from "../../kit/release/phases.ts";
import type { Gate } from "../../kit/release/gates/gates.ts";
import type { Detail, FileChange, Plan, PlanPart, Trial } from "../../kit/release/plan/plan.ts";
import {
  type Schema,
  type SchemasOf,
  count,
  document,
  list,
  object,
  oneOf,
  text,
  texts,
} from "./schema-of.ts";

const sha256: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
/** Whatever JSON there is, without floats. */
const json: Schema = { $ref: "#/$defs/json" };

const fileChange = object<FileChange>(
  {
    path: text,
    is: oneOf(["new", "gone", "changed"]),
    lines: object<Required<FileChange>["lines"]>({ added: count, removed: count }),
  },
  ["lines"],
);

const detail = object<Detail>(
  {
    what: text,
    how: texts,
    beware: texts,
    files: list(fileChange),
    table: object<Required<Detail>["table"]>({ columns: texts, rows: list(texts) }),
    source: object<Required<Detail>["source"]>({ language: oneOf(["sql"]), text }),
  },
  ["files", "table", "source"],
);

const undo: Schema = {
  oneOf: [
    { type: "object", properties: { possible: { const: "yes" } }, required: ["possible"] },
    { type: "object", properties: { possible: { const: "no" }, why: text }, required: ["possible", "why"] },
  ],
};

const part = object<PlanPart>(
  {
    phase: oneOf(phaseNames),
    work: oneOf(["none", "some"]),
    decisions: json,
    measurements: json,
    undo,
    unverified: texts,
    says: texts,
    details: list(detail),
    trials: list(object<Trial>({ title: text, columns: texts, rows: list(texts), says: text })),
  },
  ["details", "trials"],
);

const rule = oneOf(["reviewers", "wait-timer", "none"]);

const gate = object<Gate>({
  phase: oneOf(gatedPhases),
  environment: { type: "string", minLength: 1 },
  declared: rule,
  found: texts,
  reviewers: texts,
  bypass: { type: "boolean" },
});

const rules = object<Plan["rules"]>({
  declared: { type: "object", propertyNames: oneOf(gatedPhases), additionalProperties: rule },
  loosened: texts,
  accepted: texts,
  unverified: texts,
});

/** The JSON Schema of `plan.json`, for whoever reads it with tools of their own. */
export function planSchema(): Schema {
  const properties: SchemasOf<Plan> = {
    schema: { const: "prism-rollout/plan@1" },
    release: { type: "string", minLength: 1 },
    target: { type: "string", minLength: 1 },
    commit: { type: "string", pattern: "^([0-9a-f]{40}([0-9a-f]{24})?)?$" },
    attempt: { type: "integer", minimum: 1 },
    base: { type: ["string", "null"] },
    parts: list(part),
    gates: list(gate),
    rules,
    digests: { type: "object", propertyNames: oneOf(phaseNames), additionalProperties: sha256 },
    notDeployed: texts,
    forecast: texts,
    checklist: texts,
    noRollback: text,
  };
  const plan = object<Plan>(properties, ["forecast", "checklist", "noRollback"]);
  const scalars = [{ type: ["string", "integer", "boolean", "null"] }];
  const nested = [list(json), { type: "object", additionalProperties: json }];
  return {
    ...document({
      of: "kit/release/plan/plan.ts",
      title: "plan.json of prism-rollout",
      description: "What a release would change, phase by phase, as a person approves it.",
    }),
    ...plan,
    $defs: { json: { anyOf: [...scalars, ...nested] } },
  };
}
