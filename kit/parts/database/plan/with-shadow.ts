import { resolve } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import type { Finding } from "../../../judge/finding.ts";
import { type Disproved, asDisproved } from "../../../judge/disproved.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import type { Json } from "../../../release/canonical.ts";
import type { Detail, PlanPart } from "../../../release/plan/plan.ts";
import { alikeBy } from "../../../shadow/alike.ts";
import { type Catalog, readCatalog } from "../../../shadow/catalog.ts";
import { type IsAlike, disprovedIn } from "../../../shadow/disprove.ts";
import type { EngineChoice } from "../../../shadow/engines/choose.ts";
import { judgeFacts } from "../../../shadow/judge-facts.ts";
import { type NoShadow, type Shadow, replayOnShadow } from "../../../shadow/shadow.ts";
import type { Visitor } from "../../../shadow/visitor.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import { type DatabaseInputs, type PolicyInputs, type ShadowInputs, policyFrom } from "../inputs.ts";
import { explained } from "../connection/sql-error.ts";
import { withSession } from "../connection/session.ts";
import { disprovedLines, factLine, seenLine } from "./say-facts.ts";

export interface Planned {
  readonly parser: SqlParser;
  readonly history: readonly MigrationFile[];
  readonly pending: readonly MigrationFile[];
  readonly part: PlanPart;
  /** What the judge has found in the text. */
  readonly findings: readonly Finding[];
  /** The same plan without what a replay has disproved. */
  readonly without: (disproved: readonly Disproved[]) => Pick<Planned, "part" | "findings">;
}

/** The part with what a replay shows of it. Its decisions name what that has disproved, and are the same otherwise. */
export interface Shadowed {
  readonly part: PlanPart;
  /** What is left of what the text tells. */
  readonly told: readonly Finding[];
  /** What only the replay shows. */
  readonly findings: readonly Finding[];
}

type World = Pick<Runtime, "connect" | "context" | "env" | "exec" | "http" | "root" | "signal" | "temp">;

/** Replays what is planned where that is possible; what is not is said in `unverified`. */
export async function withShadow(
  planned: Planned,
  inputs: ShadowInputs & PolicyInputs & Pick<DatabaseInputs, "databaseUrl">,
  world: World,
  visitor?: Visitor,
): Promise<Shadowed> {
  const { parser, history, pending } = planned;
  const told = planned.findings;
  if (pending.length === 0) return { part: planned.part, told, findings: [] };
  const live = once(() =>
    withSession(world, inputs.databaseUrl, (database) =>
      explained("The catalog cannot be read", () => readCatalog(database)),
    ),
  );
  const shadow =
    inputs.shadow === "none"
      ? { because: "`shadow` is none" }
      : await replayOnShadow(parser, { history, pending, live }, world, visitor, choiceOf(inputs, world));
  if ("because" in shadow) return { part: notReplayed(planned.part, shadow), told, findings: [] };
  const disproved = await disprovedBy(planned, shadow, live);
  const left = disproved.length === 0 ? planned : planned.without(disproved.map(asDisproved));
  const policy = policyFrom(inputs);
  const findings = shadow.files.flatMap((seen, index) => {
    const file = pending[index];
    return file ? judgeFacts(parser, file, seen, left.findings, policy) : [];
  });
  return { part: shown(left.part, shadow, disproved), told: left.findings, findings };
}

/** Only where the live database is what its migrations make, a replay of these can take something back. */
async function disprovedBy(
  { parser, pending, findings }: Planned,
  shadow: Shadow,
  live: () => Promise<Catalog>,
): Promise<readonly Finding[]> {
  const found = (isAlike?: IsAlike): readonly Finding[] =>
    shadow.files.flatMap((seen, index) => {
      const file = pending[index];
      return file ? disprovedIn(parser, file, seen, findings, isAlike) : [];
    });
  if (found().length === 0) return [];
  return found(alikeBy(await live(), shadow.live));
}

/** Asks when it is asked for the first time. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

function choiceOf(
  { shadow, shadowRegistry, shadowDatabaseUrl, shadowCache }: ShadowInputs,
  { root }: World,
): EngineChoice {
  return {
    databaseUrl: shadowDatabaseUrl,
    fetch: shadow === "auto" ? { registry: shadowRegistry } : undefined,
    cache: shadowCache === undefined ? undefined : resolve(root, shadowCache),
  };
}

function notReplayed(part: PlanPart, { because }: NoShadow): PlanPart {
  return { ...part, unverified: [...part.unverified, `No file was replayed: ${because}.`] };
}

function shown(part: PlanPart, shadow: Shadow, disproved: readonly Finding[]): PlanPart {
  const details = part.details?.map((detail, index): Detail => {
    const seen = shadow.files[index];
    if (!seen) return detail;
    const facts = "facts" in seen ? seen.facts.map((fact) => factLine(fact)) : [];
    return {
      ...detail,
      how: [...detail.how, ...seenLine(seen, shadow.engine), ...disprovedLines(seen, disproved)],
      beware: [...detail.beware, ...facts],
    };
  });
  const unverified = [
    ...part.unverified,
    ...shadow.limits,
    ...shadow.summary,
    ...shadow.history,
    ...shadow.assumed,
    ...shadow.files.flatMap((file) =>
      "unverified" in file
        ? [`${file.path} could not be replayed: ${file.unverified}`]
        : file.assumed.map((line) => `${file.path} was ${line}`),
    ),
  ];
  const files = shadow.files.map((file) => ("facts" in file ? { ...file, doubted: undefined } : file));
  const replayed = JSON.parse(JSON.stringify({ engine: shadow.engine, files })) as Json;
  return {
    ...part,
    ...(details ? { details } : {}),
    unverified,
    measurements: { ...(part.measurements as { readonly [key: string]: Json }), shadow: replayed },
  };
}
