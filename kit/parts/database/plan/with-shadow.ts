import type { Runtime } from "../../../action/runtime.ts";
import type { Finding } from "../../../judge/finding.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import type { Json } from "../../../release/canonical.ts";
import type { Detail, PlanPart } from "../../../release/plan.ts";
import type { EngineChoice } from "../../../shadow/engines/choose.ts";
import { judgeFacts } from "../../../shadow/judge-facts.ts";
import { type NoShadow, type Shadow, replayOnShadow } from "../../../shadow/shadow.ts";
import type { Visitor } from "../../../shadow/visitor.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import { type PolicyInputs, type ShadowInputs, policyFrom } from "../inputs.ts";
import { factLine, seenLine } from "./say-facts.ts";

export interface Planned {
  readonly parser: SqlParser;
  readonly history: readonly MigrationFile[];
  readonly pending: readonly MigrationFile[];
  readonly part: PlanPart;
  /** What the judge has found in the text and the policy lets pass. */
  readonly findings: readonly Finding[];
}

/** The part with what a replay shows of it, and what is found by it. Decisions stay as they are. */
export interface Shadowed {
  readonly part: PlanPart;
  readonly findings: readonly Finding[];
}

type World = Pick<Runtime, "connect" | "env" | "temp" | "http">;

/** Replays what is planned where that is possible; what is not is said in `unverified`. */
export async function withShadow(
  planned: Planned,
  inputs: ShadowInputs & PolicyInputs,
  world: World,
  visitor?: Visitor,
): Promise<Shadowed> {
  const { parser, history, pending, part } = planned;
  if (pending.length === 0) return { part, findings: [] };
  const shadow =
    inputs.shadow === "none"
      ? { because: "`shadow` is none" }
      : await replayOnShadow(parser, { history, pending }, world, visitor, choiceOf(inputs));
  if ("because" in shadow) return { part: notReplayed(part, shadow), findings: [] };
  const policy = policyFrom(inputs);
  const findings = shadow.files.flatMap((seen, index) => {
    const file = pending[index];
    return file ? judgeFacts(parser, file, seen, planned.findings, policy) : [];
  });
  return { part: shown(part, shadow), findings };
}

function choiceOf({ shadow, shadowRegistry, shadowDatabaseUrl }: ShadowInputs): EngineChoice {
  return { databaseUrl: shadowDatabaseUrl, registry: shadow === "auto" ? shadowRegistry : undefined };
}

function notReplayed(part: PlanPart, { because }: NoShadow): PlanPart {
  return { ...part, unverified: [...part.unverified, `No file was replayed: ${because}.`] };
}

function shown(part: PlanPart, shadow: Shadow): PlanPart {
  const details = part.details?.map((detail, index): Detail => {
    const seen = shadow.files[index];
    if (!seen) return detail;
    const facts = "facts" in seen ? seen.facts.map((fact) => factLine(fact)) : [];
    return {
      ...detail,
      how: [...detail.how, ...seenLine(seen, shadow.engine)],
      beware: [...detail.beware, ...facts],
    };
  });
  const unverified = [
    ...part.unverified,
    ...shadow.limits,
    ...shadow.history,
    ...shadow.files.flatMap((file) =>
      "unverified" in file ? [`${file.path} could not be replayed: ${file.unverified}`] : [],
    ),
  ];
  const replayed = { engine: shadow.engine, files: shadow.files } as unknown as Json;
  return {
    ...part,
    ...(details ? { details } : {}),
    unverified,
    measurements: { ...(part.measurements as { readonly [key: string]: Json }), shadow: replayed },
  };
}
