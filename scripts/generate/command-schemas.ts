import type { Advised } from "../../cli/judge/advice.ts";
import type { JudgeDocument, JudgedFile, JudgedStatement } from "../../cli/judge/say.ts";
import type { RefusedDocument } from "../../cli/command.ts";
import type { VerifyDocument } from "../../cli/verify/verify.ts";
import type { NotPlayed } from "../../cli/rehearse/not-played.ts";
import type { PhaseLine, ReleaseLine } from "../../rehearsal/report/json.ts";
import { outcomes } from "../../rehearsal/outcome.ts";
import {
  type Schema,
  count,
  document,
  flag,
  list,
  object,
  oneOf,
  text,
  textOrNull,
  texts,
} from "./schema-of.ts";

const place: Schema = { type: "integer", minimum: 1 };
const seconds: Schema = { type: "number", minimum: 0 };
const anything: Schema = { type: "object" };
const errorCode: Schema = { type: "string", pattern: "^PR[0-9]{3}$" };
const objects = list({ type: ["object", "null"] });

const statement = object<JudgedStatement>({
  rule: text,
  axis: text,
  severity: oneOf(["fail", "warn", "off"]),
  line: place,
  column: place,
  statement: text,
  message: text,
  mayFailOnData: flag,
  waived: textOrNull,
});

const advised = object<Advised>({
  rule: text,
  level: oneOf(["error", "warn", "info"]),
  thing: text,
  message: text,
});

/** The JSON Schema of what `prism-rollout judge --json` prints. */
export function judgeSchema(): Schema {
  const file = object<JudgedFile>({
    file: text,
    findings: list(statement),
    advice: list(advised),
    unverified: texts,
  });
  return {
    ...document({
      of: "cli/judge/say.ts",
      title: "prism-rollout judge --json",
      description: "What is found in each migration of a folder; a finding on two axes is there twice.",
    }),
    ...object<JudgeDocument>({
      schema: { const: "prism-rollout/judge@1" },
      files: list(file),
      issues: texts,
    }),
  };
}

/** The JSON Schema of what `prism-rollout verify --json` prints. */
export function verifySchema(): Schema {
  return {
    ...document({
      of: "cli/verify/verify.ts",
      title: "prism-rollout verify --json",
      description: "Whether the evidence of a release is what the release has written.",
    }),
    ...object<VerifyDocument>({
      schema: { const: "prism-rollout/verify@1" },
      holds: flag,
      release: textOrNull,
      outcome: textOrNull,
      receipts: count,
      problems: texts,
    }),
  };
}

/** The JSON Schema of what any command but `rehearse` prints with `--json` where it refuses. */
export function refusedSchema(): Schema {
  return {
    ...document({
      of: "cli/command.ts",
      title: "prism-rollout COMMAND --json, refused",
      description: "Why a command did not do what was asked, and what to do; rehearse has its own.",
    }),
    ...object<RefusedDocument>({
      schema: { const: "prism-rollout/refused@1" },
      code: errorCode,
      reason: text,
      next: text,
      link: text,
    }),
  };
}

const phase = object<PhaseLine>({
  name: text,
  result: oneOf(["success", "failure", "cancelled", "skipped"]),
  verdict: { enum: ["pass", "fail", "inconclusive", "error", null] },
  reason: textOrNull,
  next: textOrNull,
  seconds,
  evidence: texts,
});

const schema: Schema = { const: "prism-rollout/rehearsal@1" };

/** The JSON Schema of the last line of `prism-rollout rehearse --json`. */
export function rehearsalSchema(): Schema {
  const played = object<ReleaseLine>(
    {
      schema,
      outcome: oneOf(Object.keys(outcomes)),
      release: text,
      phase: textOrNull,
      reason: textOrNull,
      next: text,
      seconds,
      phases: list(phase),
      jobs: { type: "object", additionalProperties: text },
      before: anything,
      after: anything,
      peak: anything,
      earlier: list(oneOf(Object.keys(outcomes))),
      evidence: objects,
      secrets: objects,
      notes: texts,
      calls: objects,
    },
    ["jobs", "peak", "earlier", "evidence", "secrets", "notes", "calls"],
  );
  const refused = object<NotPlayed>({
    schema,
    outcome: { const: "not-played" },
    code: { ...errorCode, type: ["string", "null"] },
    reason: text,
    next: text,
    phases: { type: "array", maxItems: 0 },
  });
  return {
    ...document({
      of: "rehearsal/report/json.ts",
      title: "The last line of prism-rollout rehearse --json",
      description: "How a rehearsed release ended, why, and what to do; or why it could not be played.",
    }),
    oneOf: [played, refused],
  };
}
