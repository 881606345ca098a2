import type { Node } from "libpg-query";
import { effectOf } from "../../../judge/catalog/effect.ts";
import { nothingKnown } from "../../../judge/catalog/known.ts";
import { splitFile } from "../../../judge/split.ts";
import type { Inspection, MigrationPlan, Step } from "../plan/plan-database.ts";

/** Whether an earlier attempt of the same plan has made a thing: it is there by now, but nobody uses it yet. */
export type MadeBefore = (thing: string) => boolean;

/** How far the plan has come when our turn begins, which another attempt may have moved on since we looked. */
export interface Come {
  readonly pending: ReadonlySet<string>;
  /** How many segments of a file are done. */
  readonly finishedOf: (step: Step) => number;
}

/** By the text of what has run already: files that are recorded, and segments that are done. */
export function madeBefore(
  { parser, files }: Pick<Inspection, "parser" | "files">,
  { steps, recorded }: Pick<MigrationPlan, "steps" | "recorded">,
  { pending, finishedOf }: Come,
): MadeBefore {
  const done = new Set([
    ...recorded,
    ...steps.map(({ file }) => file.version).filter((one) => !pending.has(one)),
  ]);
  const whole = files
    .filter(({ version }) => done.has(version))
    .flatMap(({ text }) => {
      const split = splitFile(parser, text);
      return "message" in split ? [] : split.statements;
    });
  const parts = steps.flatMap((step) =>
    step.execution.segments.slice(0, finishedOf(step)).flatMap(({ statements }) => statements),
  );
  return madeBy([...whole, ...parts].map(({ node }) => node));
}

function madeBy(nodes: readonly Node[]): MadeBefore {
  const known = nothingKnown();
  // Only what was certainly not there before counts.
  const nothing = { absent: () => false, unheard: () => false, has: () => false, made: () => undefined };
  for (const node of nodes) known.add(effectOf(node), nothing);
  return (thing) => keysOf(thing).some((key) => known.has(key));
}

/** `policy mine on public.t` → `policy public.t.mine`, as the judge calls it. */
function keysOf(thing: string): readonly string[] {
  const [, kind, name, on] = /^(policy|trigger|constraint) (.*) on (.*)$/.exec(thing) ?? [];
  if (on !== undefined) return [kind === "constraint" ? `table ${on}` : `${kind} ${on}.${name}`];
  const path = thing.replace(/^value '.*' of |^rights on |^(?:materialized |foreign )?[a-z]+ /, "");
  if (thing.startsWith("rights on ")) return [`table ${path}`, `view ${path}`, `sequence ${path}`];
  if (thing.startsWith("value ")) return [`type ${path}`];
  const word = /^(?:materialized |foreign )?([a-z]+)/.exec(thing)?.[1] ?? "";
  return [`${word} ${path.replaceAll(", ", ",")}`];
}
